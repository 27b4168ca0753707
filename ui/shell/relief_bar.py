"""The line of the handover between bar and page: calm before the end of a shift, red while nobody has taken over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.matters.words import MatterWords
from ui.shell.relief import ReliefModel, Stand
from ui.theme import current
from ui.widgets.banner import Banner
from ui.widgets.themed import Themed, show_if

LOOKS = {
    Stand.DUE: ("info", "clipboard-list"),
    Stand.OVER: ("warn", "clock-exclamation"),
    Stand.HELD: ("warn", "hourglass"),
    Stand.WAITING: ("bad", "alert-octagon"),
}


class ReliefBar(Themed, QWidget):
    """pressed(): to the handover. It is put away while that page is in front."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._words = MatterWords()
        self._model, self._away = ReliefModel(), False
        self.line = Banner(closable=False, action="…")
        self.line.acted.connect(self.pressed)
        self._edge = QVBoxLayout(self)
        self._edge.addWidget(self.line)
        self.hide()
        self.ready()

    def show_model(self, model: ReliefModel) -> None:
        self._model = model
        self._say()

    def put_away(self, away: bool) -> None:
        """The page it leads to is in front."""
        self._away = away
        self._say()

    def restyle(self) -> None:
        theme = current()
        self._edge.setContentsMargins(theme.space("xl"), theme.space("s"), theme.space("xl"), 0)

    def retranslate(self) -> None:
        self._say()

    def _say(self) -> None:
        stand = self._model.stand
        if stand is not Stand.NONE:
            tone, icon = LOOKS[stand]
            self.line.show_text(self._sentence(), tone, icon)
            self.line.set_action(self.tr("去签字") if stand is Stand.WAITING else self.tr("去交班"))
        show_if(self, stand is not Stand.NONE and not self._away)

    def _sentence(self) -> str:
        stand, span = self._model.stand, self._words.span(self._model.minutes)
        if stand is Stand.DUE:
            return self.tr("再过 {time}下班，交班单已经列好").format(time=span)
        if stand is Stand.OVER:
            return self.tr("下班时间过了 {time}，还没交班").format(time=span)
        if stand is Stand.HELD:
            return self.tr("没人接班，留下值守已 {time}").format(time=span)
        return self.tr("交班单还没人接。来访照常登记，导出要等签字")
