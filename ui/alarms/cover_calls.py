"""Whom to ring up, in order: the number large enough to dial from, and what came of it with one press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.alarms.model import CallLine
from ui.alarms.words import ANSWERS, AlarmWords
from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.flow import FlowLayout
from ui.widgets.themed import Themed, label, set_role, show_if

TONES = {"reached": "ok", "coming": "ok", "no_answer": "warn"}


class CallRow(Themed, QFrame):
    """`answered(who, said)`."""

    answered = Signal(str, str)

    def __init__(self, nth: int, call: CallLine, open_: bool) -> None:
        super().__init__()
        self._nth, self.call, self._words = nth, call, AlarmWords(self)
        set_role(self, "note", tone=TONES.get(call.said, "plain"))
        self._who, self._phone, self._said = (
            label("", "strong"),
            label(call.phone, "lead"),
            label("", "strong", wrap=False),
        )
        self._phone.setTextInteractionFlags(self._phone.textInteractionFlags())
        self.buttons = {said: BigButton("", "row") for said in ANSWERS}
        holder = QWidget()
        holder.setProperty("role", "clear")
        self._flow = FlowLayout(holder, gap="s")
        for said, button in self.buttons.items():
            button.clicked.connect(lambda _=False, said=said: self.answered.emit(call.who, said))
            self._flow.addWidget(button)
        self._column, head = QVBoxLayout(self), QHBoxLayout()
        head.addWidget(self._who, 1)
        head.addWidget(self._phone)
        below = QHBoxLayout()
        below.addWidget(holder, 1)
        below.addWidget(self._said)
        self._column.addLayout(head)
        self._column.addLayout(below)
        show_if(holder, open_)
        show_if(self._said, bool(call.said))
        self.ready()

    def restyle(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.space("m"), theme.space("s"), theme.space("m"), theme.space("s"))
        self._column.setSpacing(theme.space("xs"))

    def retranslate(self) -> None:
        call = self.call
        kin = self.tr("门岗电话") if call.house else call.relation
        who = (
            self.tr("{n}. {who}（{kin}）").format(n=self._nth, who=call.who, kin=kin)
            if kin
            else f"{self._nth}. {call.who}"
        )
        self._who.setText(who)
        self._said.setText(self._words.answer(call.said))
        for said, button in self.buttons.items():
            button.setText(self._words.answer(said))
            button.setAccessibleDescription(who)


class CallList(Themed, QWidget):
    """`show_calls(calls, open)`; answered(who, said)."""

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.rows: list[CallRow] = []
        self._drawn: tuple[tuple[CallLine, ...], bool] | None = None
        self.ready()

    def show_calls(self, calls: Sequence[CallLine], open_: bool) -> None:
        """Rows are made anew only when they differ: the keyboard stays where it is."""
        wanted = (tuple(calls), open_)
        if wanted == self._drawn:
            return
        self._drawn = wanted
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [CallRow(nth, call, open_) for nth, call in enumerate(calls, 1)]
        for row in self.rows:
            row.answered.connect(self.answered)
            self._column.addWidget(row)

    def restyle(self) -> None:
        self._column.setSpacing(current().space("s"))
