"""Things were handed over: what, until when; the borrower may sign here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.hardware import pictures
from ui.matters.signature import SignaturePad
from ui.pages.lending.model import Done
from ui.paper.slip import Slip
from ui.widgets import BigButton, Card, ResultMark, Sides, label, show_if


class DoneView(QWidget):
    """`show_done(done)`; `signature()` is the picture, empty while nobody signed."""

    def __init__(self) -> None:
        super().__init__()
        self.done = Done("", ())
        self.pad, self.again = SignaturePad(), BigButton("", "row", "refresh")
        self.again.clicked.connect(self.pad.clear)
        self._mark = ResultMark("valid")
        self._what, self._until, self._next = label("", "lead"), label("", "heading"), label("", "quiet")
        self._hint = label("", "muted")
        told, self._paper = Card("", "ok"), Card()
        told.body.addStretch(1)
        told.body.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (self._until, self._what, self._next):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            told.body.addWidget(words)
        told.body.addStretch(1)
        for widget in (self._hint, self.pad, self.again):
            self._paper.body.addWidget(widget, 1 if widget is self.pad else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Sides(told, self._paper, (6, 5), ems=34), 1)

    def show_done(self, done: Done) -> None:
        self.done = done
        self.pad.clear()
        self.say()

    def signature(self) -> bytes:
        return b"" if self.pad.is_empty() else pictures.png(self.pad.image())

    def slip(self) -> Slip:
        """What the borrower takes along: what, until when; no name and no door."""
        done = self.done
        lines = [self.tr("、").join(done.titles)]
        if done.phone:
            lines.append(self.tr("要延长请打门岗电话 {phone}").format(phone=done.phone))
        lines.append(self.tr("谁来还都行。用坏了请说一声。"))
        return Slip(done.estate, self.tr("借条，请在这之前归还"), done.due, tuple(lines))

    def say(self) -> None:
        done = self.done
        self._until.setText(self.tr("{time} 前还").format(time=done.due) if done.due else self.tr("不用还"))
        self._what.setText(self.tr("、").join(done.titles))
        self._next.setText(
            self.tr("先去用吧。忙完了在借出单里补上是谁借的。")
            if done.emergency
            else self.tr("谁来还都行，扫一下物品码就收回。")
        )
        self._hint.setText(self.tr("要签名的话，请借的人在这里写"))
        self.again.setText(self.tr("重写"))
        show_if(self._paper, bool(done.due) and not done.emergency)
