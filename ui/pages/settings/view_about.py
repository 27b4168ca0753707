"""Section: version, a look at everything, licences."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.settings import view_words as words
from ui.pages.settings.model import AboutModel
from ui.pages.settings.view_panel import Panel, fill
from ui.pages.settings.view_update import UpdateCard
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.card import Card, facts
from ui.widgets.themed import label


class AboutPanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show = self.show_model
        self.model = AboutModel()
        self._rows = QVBoxLayout()
        self._who, self._where = label("", "lead"), label("", "quiet")
        self._what = Card()
        self._what.body.addWidget(self._who)
        self._what.body.addWidget(self._where)
        self.update_card = UpdateCard(presenter.update)
        self.update_card.turned.connect(self.turned)
        self._parts, self._parts_help = Card(), label("", "quiet")
        self._parts.body.addWidget(self._parts_help)
        from ui.pages.settings.presenter_about import parts, texts

        self._texts = texts()
        self._parts.body.addWidget(facts(parts(), 2))
        self.column.addLayout(self._rows)
        self.column.addWidget(self._what)
        self.column.addWidget(self.update_card)
        self.column.addWidget(self._parts)
        self.ready()

    def heading(self) -> tuple[str, str]:
        if self.model.looking:
            return self.tr("正在检查，请稍候"), ""
        bad = sum(not one.good for one in self.model.found)
        if self.model.looked:
            return (self.tr("有 {n} 处要看一下", "", bad).format(n=bad) if bad else self.tr("都正常")), ""
        if self.update_card.model.waiting is not None:
            return self.tr("有新版本可以更新"), ""
        return self.tr("关于门岗台"), ""

    def main(self) -> str:
        if self.update_card.offers():
            return self.update_card.main()
        return "" if self.model.looking or self.update_card.model.busy else self.tr("检查一遍")

    def act(self) -> None:
        if self.update_card.offers():
            self.presenter.update.begin()
        else:
            self.presenter.look()

    def show_model(self, model: AboutModel) -> None:
        self.model = model
        self._who.setText(self.tr("门岗台 {version}").format(version=model.version))
        self._where.setText(self.tr("数据放在：{folder}").format(folder=model.folder))
        rows: list[QWidget] = []
        for one in sorted(model.found, key=lambda one: one.good):
            title = words.subject(one.subject)
            if one.good:
                rows.append(AttentionRow("ok", "circle-check", self.tr("{what}：正常").format(what=title)))
            else:
                rows.append(AttentionRow("warn", "alert-triangle", title, words.remedy(one.subject)))
        fill(self._rows, rows)
        self.turned.emit()

    def restyle(self) -> None:
        super().restyle()
        self._rows.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        self.update_card.say_words()
        self._parts.set_title(self.tr("用到的部分和它们的许可"))
        help_ = self.tr("门岗台按 Apache-2.0 许可发布。")
        if self._texts:
            help_ += "\n" + self.tr("各部分的许可全文放在：{folder}").format(folder=self._texts)
        self._parts_help.setText(help_)
        self.show_model(self.model)
