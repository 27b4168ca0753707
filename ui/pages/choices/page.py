"""A short list instead of a guess: what digits may mean, which of several passes is meant, and other ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from ui.shell.page import Page, PageSpec, Ports
from ui.widgets.buttons import BigButton
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk.codes.views import Identified

PASS_DIGITS = 6
GOODS_DIGITS = range(3, 7)
PHONE_DIGITS = range(3, 12)


class ChoicesPage(Page):
    """Buttons; the first one is what Enter presses."""

    def __init__(self, ports: Ports) -> None:
        super().__init__()
        self._ports = ports
        self._digits = ""
        self._answers: tuple[Identified, ...] = ()
        self._list = QWidget()
        self._list.setProperty("role", "clear")
        self._flow = FlowLayout(self._list, gap="m", equal=True, columns=2)
        self._buttons: list[BigButton] = []
        self.body.addWidget(self._list)
        self.body.addStretch(1)
        self._back = BigButton("", "quiet", "", "Esc")
        self._back.clicked.connect(ports.go.back)
        self.add_action(self._back)
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        if "digits" in arguments or "answers" in arguments:
            self._digits = str(arguments.get("digits", ""))
            self._answers = tuple(arguments.get("answers", ()))
        self._show()

    def main_button(self) -> BigButton | None:
        return self._buttons[0] if self._buttons else None

    def buttons(self) -> list[BigButton]:
        """For tests and the tour."""
        return list(self._buttons)

    def retranslate(self) -> None:
        self._back.setText(self.tr("返回"))
        self._show()

    def _show(self) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for button in self._buttons:
            button.deleteLater()
        self._buttons.clear()
        if self._answers:
            self.set_heading(self.tr("有几张来访证都是这六位数字，请核对是哪一张"))
            for answer in self._answers:
                self._add_answer(answer)
        else:
            self.set_heading(self.tr("您输入的 {digits} 是什么？").format(digits=self._digits))
            self._add_meanings()

    def _add_answer(self, answer: Identified) -> None:
        place = answer.code.household if answer.code is not None else ""
        words = " · ".join(part for part in (self.tr("编号 {serial}").format(serial=answer.serial), place) if part)
        self._add(words, "ticket", lambda: self._ports.go.result(answer))

    def _add_meanings(self) -> None:
        digits, go = self._digits, self._ports.go
        if len(digits) == PASS_DIGITS:
            self._add(self.tr("来访证下面的六位数字"), "ticket", lambda: go.digits(digits))
        self._add(self.tr("房号"), "home", lambda: go.to("find", query=digits, field="room"))
        if len(digits) in PHONE_DIGITS:
            self._add(self.tr("电话号码或尾号"), "phone", lambda: go.to("find", query=digits, field="phone"))
        if len(digits) in GOODS_DIGITS:
            self._add(self.tr("寄放物品的取件码"), "package", lambda: go.to("goods", code=digits))
        self._add(self.tr("都找一遍"), "search", lambda: go.to("find", query=digits))

    def _add(self, words: str, icon: str, act: Callable[[], None]) -> None:
        button = BigButton(words, "tile", icon)
        button.clicked.connect(lambda _=False: act())
        self._buttons.append(button)
        self._flow.addWidget(button)


def make(ports: Ports) -> Page:
    return ChoicesPage(ports)


PAGE = PageSpec("choices", str(QT_TRANSLATE_NOOP("pages", "请选一项")), "list-check", 920, make, in_rail=False)
