"""One visit opened: what is known, what happened, and what may be done about it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.visit.presenter import VisitPresenter
    from ui.pages.visit.view import VisitPage

    return VisitPage(VisitPresenter(ports))


PAGE = PageSpec("visit", str(QT_TRANSLATE_NOOP("pages", "来访")), "id", 904, make, False, right="visit.admit")
