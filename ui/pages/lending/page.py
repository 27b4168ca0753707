"""Things lent at the window: out, back, kept, cared for."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.lending.presenter import LendingPresenter
    from ui.pages.lending.view import LendingPage

    return LendingPage(LendingPresenter(ports))


PAGE = PageSpec(
    "lending", str(QT_TRANSLATE_NOOP("pages", "借用物品")), "wheelchair", 915, make, in_rail=False, right="lending"
)
