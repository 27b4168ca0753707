"""Finding anybody and anything, and the list of all visits."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.find.presenter import FindPresenter
    from ui.pages.find.view import FindPage

    return FindPage(FindPresenter(ports))


PAGE = PageSpec("find", str(QT_TRANSLATE_NOOP("pages", "查找")), "search", 40, make, right="people.read")
