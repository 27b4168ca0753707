"""What was written, in large print, to be read to the resident; they sign, or say that it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.hardware import pictures
from ui.matters.signature import SignaturePad
from ui.matters.words import MatterWords, spaced
from ui.pages.hearings.model import Written
from ui.paper.matter_slip import Receipt
from ui.theme import current
from ui.theme.fonts import font
from ui.widgets import BigButton, Card, Sides, Themed, label

if TYPE_CHECKING:
    from ui.pages.hearings.presenter_visit import VisitPresenter

LARGE = 1.5


class ReadView(Themed, QWidget):
    """`show_written(written)`; `sign()` takes the signature that is drawn."""

    def __init__(self, presenter: VisitPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, MatterWords()
        self.written: Written | None = None
        self.pad, self.again = SignaturePad(), BigButton("", "row", "refresh")
        self.again.clicked.connect(self.pad.clear)
        self._text, self._hint = QLabel(), label("", "muted")
        self._text.setWordWrap(True)
        holder, card, paper = QWidget(), Card(), Card()
        holder.setProperty("role", "clear")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._text)
        inner.addStretch(1)
        card.body.addWidget(holder, 1)
        for widget in (self._hint, self.pad, self.again):
            paper.body.addWidget(widget, 1 if widget is self.pad else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Sides(card, paper, (6, 5)))
        self.ready()

    def show_written(self, written: Written) -> None:
        self.written = written
        self.pad.clear()
        self._say()

    def sign(self) -> None:
        if self.written is not None and not self.pad.is_empty():
            self._presenter.sign(self.written.hearing_id, pictures.png(self.pad.image()))

    def words(self) -> str:
        """What is read out; no name in it."""
        return self._text.text()

    def receipts(self) -> tuple[Receipt, ...]:
        """One for each matter."""
        written = self.written
        if written is None:
            return ()
        return tuple(
            Receipt(
                written.estate, spaced(one.number),
                written.codes.get(one.id, ""), self._words.category(one.category), written.at, self._words.owner(one),
                one.due, written.phone,
            )
            for one in written.lines
            if written.codes.get(one.id)
        )  # fmt: skip

    def restyle(self) -> None:
        self._text.setFont(font(round(current().text() * LARGE)))

    def retranslate(self) -> None:
        self.again.setText(self.tr("重签"))
        self._hint.setText(self.tr("请把左边的话读给居民听。对，就请签名；不方便签，说一声「对」也行。"))
        self._say()

    def _say(self) -> None:
        written = self.written
        if written is None:
            return
        lines = []
        for number, one in enumerate(written.lines, 1):
            where = self.tr("（{place}）").format(place=one.place) if one.place else ""
            lines.append(f"{number}. {one.text}{where}")
            answer = written.answers.get(one.id, "")
            if answer:
                lines.append(self.tr("答复：{answer}").format(answer=answer))
            elif one.due:
                lines.append(
                    self.tr("交给{owner}，{day} 之前答复您。").format(owner=self._words.owner(one), day=one.due)
                )
            else:
                lines.append(self.tr("和前面有人反映的是同一件事，一起答复。"))
            lines.append("")
        self._text.setText("\n".join(lines).strip())
