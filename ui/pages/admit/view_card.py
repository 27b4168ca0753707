"""The document a machine has read: that it is in the form, what to look at on it, and the question when the form says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.admit.model import AdmitModel, CardAsks, CardRead
from ui.texts import sentence
from ui.theme import current
from ui.widgets import BigButton, IconView, Themed, label, set_role, show_if

if TYPE_CHECKING:
    from ui.pages.admit.presenter import AdmitPresenter


class _Framed(Themed, QFrame):
    """A mark, words, and room for buttons under them."""

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        self.setProperty("role", "note")
        set_role(self, tone=tone)
        self.title, self.sub = label("", "strong"), label("", "muted")
        self._row, self._words, self.buttons = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        self._words.setSpacing(0)
        for widget in (self.title, self.sub):
            self._words.addWidget(widget)
        self.buttons.addStretch(1)
        self._words.addLayout(self.buttons)
        self._row.addWidget(IconView(icon, tone, "tile"), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self.hide()
        self.ready()

    def restyle(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.space("m"), theme.space("s"), theme.space("s"), theme.space("s"))
        self._row.setSpacing(theme.space("s"))
        self.buttons.setSpacing(theme.space("s"))


class CardPanel(Themed, QWidget):
    """Above the question of who agreed."""

    def __init__(self, presenter: AdmitPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._model = AdmitModel()
        self.read, self.asks = _Framed("id", "ok"), _Framed("id", "warn")
        self.take, self.leave = BigButton("", "row"), BigButton("", "row")
        self.take.clicked.connect(lambda _=False: presenter.take_card())
        self.leave.clicked.connect(lambda _=False: presenter.leave_card())
        for at, button in enumerate((self.take, self.leave)):
            self.asks.buttons.insertWidget(at, button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.asks)
        self._column.addWidget(self.read)
        self.ready()

    def show_model(self, model: AdmitModel) -> None:
        """Draw what was read and what is asked."""
        self._model = model
        if model.read is not None:
            self._say_read(model.read)
        if model.asks_card is not None:
            self._say_asks(model.asks_card)
        show_if(self.read, model.read is not None)
        show_if(self.asks, model.asks_card is not None)
        show_if(self, model.read is not None or model.asks_card is not None)

    def _say_read(self, read: CardRead) -> None:
        set_role(self.read, tone="warn" if read.doubts else "ok")
        kind = sentence(f"visit.id.{read.kind}")
        self.read.title.setText(self.tr("机器读的{kind} {number}").format(kind=kind, number=read.masked))
        kept = self.tr("号码只留首尾几位") if self._model.keep_id else self.tr("号码不保存")
        self.read.sub.setText("\n".join((*(sentence(f"visit.card.{code}") for code in read.doubts), kept)))

    def _say_asks(self, asks: CardAsks) -> None:
        kind = sentence(f"visit.id.{asks.kind}")
        self.asks.title.setText(self.tr("{kind}上是 {name}").format(kind=kind, name=asks.name))
        typed = self.tr("表里填的是 {typed}，没有改动").format(typed=asks.typed)
        self.asks.sub.setText(typed if asks.typed != asks.name else self.tr("证件号码和表里的不一样，没有改动"))

    def retranslate(self) -> None:
        self.take.setText(self.tr("用证件上的"))
        self.leave.setText(self.tr("留下填的"))
        self.show_model(self._model)

    def restyle(self) -> None:
        self._column.setSpacing(current().space("s"))
