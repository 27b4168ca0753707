"""The morning briefing: who is on, who is expected, what is open. To read, or to hear without a name."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.briefing.presenter import BriefingPresenter
    from ui.pages.briefing.view import BriefingPage

    return BriefingPage(BriefingPresenter(ports))


PAGE = PageSpec("briefing", str(QT_TRANSLATE_NOOP("pages", "今日简报")), "sun", 937, make, in_rail=False)
