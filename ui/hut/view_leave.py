"""Ending the hut on its screen: who are you, and the PIN."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.hut.giant import Giant
from ui.hut.model import HutModel
from ui.hut.panels import CENTRE, Panel
from ui.widgets.pin_pad import PinPad
from ui.widgets.themed import label, show_if


class LeavePanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        self.title.setProperty("role", "heading")
        self._more = label("", "")
        self._more.setAlignment(CENTRE)
        self.names = QVBoxLayout()
        self.buttons: dict[str, Giant] = {}
        self.pad = PinPad()
        self.pad.entered.connect(presenter.leaving.pin)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self.names)
        row.addWidget(self.pad)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        for widget in (self.title, self._more):
            whole.addWidget(widget)
        whole.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(1)
        self.ready()

    def show_model(self, model: HutModel) -> None:
        fresh = model.people != self.model.people or model.asking != self.model.asking or model.wrong
        super().show_model(model)
        if fresh:
            self.pad.shake(model.wrong)
            self.pad.setFocus()

    def draw(self) -> None:
        model = self.model
        self.title.setText(self.tr("结束小屋模式，回到门岗台"))
        self._more.setText(
            self.tr("请输入「{name}」的密码。").format(name=model.asking.label)
            if model.asking
            else self.tr("您是哪一位？")
        )
        if tuple(self.buttons) != tuple(one.operator_id for one in model.people):
            self._fill()
        for one in model.people:
            self.buttons[one.operator_id].say(one.label)
        many = len(model.people) > 1
        for button in self.buttons.values():
            show_if(button, many and model.asking is None)
        show_if(self.pad, model.asking is not None)

    def forget(self) -> None:
        """Who works here is nobody's business who passes by."""
        self.show_model(HutModel())

    def spoken(self) -> str:
        return ""

    def _fill(self) -> None:
        for button in self.buttons.values():
            self.names.removeWidget(button)
            button.deleteLater()
        self.buttons = {}
        for one in self.model.people:
            button = Giant("user-check", "card", flat=True)
            button.clicked.connect(lambda _=False, id_=one.operator_id: self.presenter.leaving.choose(id_))
            self.buttons[one.operator_id] = button
            self.names.addWidget(button)
