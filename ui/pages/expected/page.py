"""Who is announced: today's list, a new one called in by a resident, passes, standing passes of households."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.expected.presenter import ExpectedPresenter
    from ui.pages.expected.view import ExpectedPage

    return ExpectedPage(ExpectedPresenter(ports))


PAGE = PageSpec("expected", str(QT_TRANSLATE_NOOP("pages", "预约")), "calendar-event", 25, make, right="visit.admit")
