"""The public screen from the desk: what hangs, what is being written, on which monitor, what an emergency says."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.screen.presenter import ScreenPresenter
    from ui.pages.screen.view import ScreenPage

    return ScreenPage(ScreenPresenter(ports))


PAGE = PageSpec("screen", str(QT_TRANSLATE_NOOP("pages", "公示屏")), "device-desktop", 936, make, in_rail=False)
