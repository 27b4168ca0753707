"""A visitor pass on its way: photographed from the screen, saved, printed, or read out over the phone."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.passcard.presenter import PassPresenter
    from ui.pages.passcard.view import PassPage

    return PassPage(PassPresenter(ports))


PAGE = PageSpec("passcard", str(QT_TRANSLATE_NOOP("pages", "来访证")), "ticket", 905, make, False, right="pass.issue")
