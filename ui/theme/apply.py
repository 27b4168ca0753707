"""Puts a scheme and a text size on the whole program, at start and live."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from ui.theme import fonts, qss
from ui.theme.tokens import Theme, load

_now: list[Theme] = []


def current() -> Theme:
    """The theme in force; the light one at the default size before the first `apply_theme`."""
    return _now[0] if _now else load()


def palette(theme: Theme) -> QPalette:
    """The palette for what the style sheet does not reach. Disabled and placeholder text stay readable."""
    c, made = theme.colors, QPalette()
    role = QPalette.ColorRole
    for where, color in (
        (role.Window, c.bg),
        (role.WindowText, c.ink),
        (role.Base, c.card),
        (role.AlternateBase, c.sunk),
        (role.Text, c.ink),
        (role.Button, c.card),
        (role.ButtonText, c.ink),
        (role.BrightText, c.bad),
        (role.ToolTipBase, c.ink),
        (role.ToolTipText, c.card),
        (role.PlaceholderText, c.muted),
        (role.Highlight, c.accent),
        (role.HighlightedText, c.on_accent),
        (role.Accent, c.accent),
        (role.Link, c.info),
        (role.LinkVisited, c.info),
        (role.Light, c.card),
        (role.Midlight, c.line),
        (role.Mid, c.edge),
        (role.Dark, c.edge),
        (role.Shadow, c.edge),
    ):
        made.setColor(where, QColor(color))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(c.muted))
    return made


def apply_theme(app: QApplication, scheme: str = "light", base_px: int = 24) -> Theme:
    """Sets style, font, palette and style sheet; every widget restyles itself on the StyleChange that follows.

    What stands already is left alone: a style sheet set anew is polished into every widget there is.
    """
    theme = load(scheme, base_px)
    sheet = qss.sheet(theme)
    if _now == [theme] and app.styleSheet() == sheet:
        return theme
    _now[:] = [theme]
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    app.setFont(fonts.font(theme.text()))
    app.setPalette(palette(theme))
    QToolTip.setPalette(palette(theme))
    app.setStyleSheet(sheet)
    return theme
