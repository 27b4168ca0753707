"""Reception days: today's sitting, every matter that is open, who waits to be called, the month for the notice wall."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.hearings.presenter import HearingsPresenter
    from ui.pages.hearings.presenter_visit import VisitPresenter
    from ui.pages.hearings.view import HearingsPage

    return HearingsPage(HearingsPresenter(ports), VisitPresenter(ports))


PAGE = PageSpec("hearings", str(QT_TRANSLATE_NOOP("pages", "接待")), "messages", 48, make, right="matters.note")
