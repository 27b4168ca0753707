"""Urgent: whom to call, what to say, where the defibrillator is. Works while the desk is locked."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.urgent.presenter import UrgentPresenter
    from ui.pages.urgent.view import UrgentPage

    return UrgentPage(UrgentPresenter(ports))


PAGE = PageSpec("urgent", str(QT_TRANSLATE_NOOP("pages", "急事")), "urgent", 940, make, in_rail=False)
