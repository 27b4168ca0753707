"""Pill: a state as icon + word on a tint. `Pill(text, tone="info", icon="")`; `show_state(tone, icon, text)` changes it.

Tones: ok, warn, bad, info, accent, plain. For a pill one can press take PillButton.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets.themed import IconView, Themed, label, set_role

_USUAL = {"ok": "circle-check", "warn": "alert-triangle", "bad": "circle-x", "info": "info-circle"}


class Pill(Themed, QFrame):
    def __init__(self, text: str, tone: str = "info", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconView("info-circle", size="small")
        self._words = label("", "word", wrap=False)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "pill")
        self.show_state(tone, icon, text)
        self.ready()

    def show_state(self, tone: str, icon: str, text: str) -> None:
        """Changes tone, icon ("": the usual one of the tone) and word together."""
        color = tone if tone in (*_USUAL, "accent") else "ink"
        self._mark.show_icon(icon or _USUAL.get(tone, "circle"), color)
        self._words.setText(text)
        set_role(self._words, tone=color)
        set_role(self, tone=tone)

    def text(self) -> str:
        return self._words.text()

    def restyle(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.space("m"), theme.space("xs"), theme.space("m"), theme.space("xs"))
        self._row.setSpacing(theme.space("s"))
