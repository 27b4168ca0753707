"""Inside: who is here, who should have left, who may be, who is coming."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.inside.presenter import InsidePresenter
    from ui.pages.inside.view import InsidePage

    return InsidePage(InsidePresenter(ports))


PAGE = PageSpec("inside", str(QT_TRANSLATE_NOOP("pages", "在场")), "users", 30, make)
