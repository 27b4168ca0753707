"""The first run, one thing at a time. The shell shows it over the whole window before there is a desk."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.welcome.presenter import WelcomePresenter
    from ui.pages.welcome.view import WelcomePage

    return WelcomePage(WelcomePresenter(ports))


PAGE = PageSpec("welcome", str(QT_TRANSLATE_NOOP("pages", "首次设置")), "building-arch", 990, make, in_rail=False)
