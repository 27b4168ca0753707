"""Today: what needs somebody, the figures of the day, one key for a rider."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.today.presenter import TodayPresenter
    from ui.pages.today.view import TodayPage

    return TodayPage(TodayPresenter(ports))


PAGE = PageSpec("today", str(QT_TRANSLATE_NOOP("pages", "今日")), "home", 10, make)
