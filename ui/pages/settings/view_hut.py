"""Section: the unattended hut."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox

from desk.hut_set import THINGS_MOST, WIPES_S, HutSet
from ui.pages.settings.view_panel import Panel
from ui.shell.ports import Question
from ui.theme import current
from ui.widgets.card import Card
from ui.widgets.form import Field
from ui.widgets.pickers import PickBox
from ui.widgets.themed import label


class HutPanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show = self.show_model
        self.model = HutSet()
        self._filling = False
        self._card, self._how = Card(), label("", "quiet")
        self.wipe, self.things = PickBox(), PickBox()
        self.couriers, self.autostart = QCheckBox(), QCheckBox()
        self.autostart.setChecked(True)
        self._wipe_field, self._things_field = Field("", self.wipe), Field("", self.things)
        for widget in (self._wipe_field, self._things_field, self.couriers, self.autostart):
            self._card.body.addWidget(widget)
        for box in (self.wipe, self.things):
            box.picked.connect(lambda _: self._on_changed())
        self.couriers.toggled.connect(lambda _: self._on_changed())
        self.column.addWidget(self._card)
        self.column.addWidget(self._how)
        self.locked = [self._card]
        self.ready()

    def heading(self) -> tuple[str, str]:
        return self.tr("无人小屋"), self.tr("没有人值守的地方：大屏上只有领口罩、借东西、求助三件事。")

    def main(self) -> str:
        return self.tr("把这台电脑变成小屋")

    def act(self) -> None:
        question = Question(
            self.tr("现在变成无人小屋吗？"),
            self.tr("屏幕上不再有登记和住户资料。要变回来，请按住屏幕上的「管理」两秒，再输入值班长、管理员或技术员的密码。"),
            self.tr("变成小屋"), self.tr("先不变"),
        )  # fmt: skip
        self.presenter.begin(question, self.autostart.isChecked())

    def show_model(self, model: HutSet) -> None:
        self.model, self._filling = model, True
        self.wipe.set_key(str(model.wipe_s))
        self.things.set_key(str(model.things))
        self.couriers.setChecked(model.couriers)
        self._filling = False

    def _on_changed(self) -> None:
        if not self._filling:
            wipe_s, things = int(self.wipe.key() or self.model.wipe_s), int(self.things.key() or self.model.things)
            self.presenter.change(replace(self.model, wipe_s=wipe_s, things=things, couriers=self.couriers.isChecked()))

    def retranslate(self) -> None:
        self.wipe.set_choices([(str(n), self.tr("{n} 秒").format(n=n)) for n in WIPES_S])
        self.things.set_choices([(str(n), self.tr("{n} 件").format(n=n)) for n in range(1, THINGS_MOST + 1)])
        self._wipe_field.set_words(self.tr("多久没人碰就回到首页"), self.tr("前面那位的内容都会清掉"))
        self._things_field.set_words(self.tr("一户同时最多借几件"))
        self.couriers.setText(self.tr("快递、骑手没有住户码也能领口罩"))
        self.autostart.setText(self.tr("这台电脑开机、登录后自动打开小屋"))
        self._how.setText(
            self.tr("口罩机、物品柜、扫码枪在「设备」里添加；求助在哪个门岗响、打哪个电话，在「自动规则」里写。")
        )
        self.show_model(self.model)

    def restyle(self) -> None:
        self.column.setSpacing(current().space("l"))
