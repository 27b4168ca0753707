"""No roll call is going on: how to begin, and how the last ones ended."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.rollcall.model import PastCall, RollModel
from ui.theme import current
from ui.widgets import Card, EmptyState, Themed, label, show_if


class PastView(Themed, QWidget):
    """Figures only, no names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RollModel()
        self._how = EmptyState("list-check", "", "")
        self._card, self._lines = Card("…"), label("")
        self._card.body.addWidget(self._lines)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._how, 1)
        self._column.addWidget(self._card)
        self.ready()

    def show_model(self, model: RollModel) -> None:
        self._model = model
        self._say()

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))

    def retranslate(self) -> None:
        self._say()

    def _say(self) -> None:
        self._how.show_state(
            "list-check", self.tr("着火、地震要撤离时，一键定下在场名单"),
            self.tr("名单一定下来就不变，逐个记“平安”“没找到”“已离开”，最后有一份报告。平时可以用来演练。"),
        )  # fmt: skip
        self._card.set_title(self.tr("以前的清点"))
        self._lines.setText("\n".join(self._line(one) for one in self._model.past))
        show_if(self._card, bool(self._model.past))

    def _line(self, one: PastCall) -> str:
        words = self.tr("{time}　名单 {people} 人：平安 {safe}，已离开 {left}，没有下落 {missing}").format(
            time=one.at, people=one.people, safe=one.safe, left=one.left, missing=one.missing
        )
        return self.tr("{words}（演练）").format(words=words) if one.drill else words
