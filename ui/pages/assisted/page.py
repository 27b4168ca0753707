"""Assisted sessions: something done in the name of a resident who stands at the window and cannot do it alone."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.assisted.presenter import AssistedPresenter
    from ui.pages.assisted.view import AssistedPage

    return AssistedPage(AssistedPresenter(ports))


PAGE = PageSpec(
    "assisted", str(QT_TRANSLATE_NOOP("pages", "代办")), "heart-handshake", 907, make, False, right="assisted.hold"
)
