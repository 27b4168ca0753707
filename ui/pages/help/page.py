"""Help: the manual, open at the chapter of the page one came from. F1 from anywhere."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.help.presenter import HelpPresenter
    from ui.pages.help.view import HelpPage

    return HelpPage(HelpPresenter(ports))


PAGE = PageSpec("help", str(QT_TRANSLATE_NOOP("pages", "帮助")), "help-circle", 930, make, in_rail=False)
