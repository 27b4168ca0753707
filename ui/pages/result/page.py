"""The result card: what a scan turned out to be and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.result.presenter import ResultPresenter
    from ui.pages.result.view import ResultPage

    return ResultPage(ResultPresenter(ports))


PAGE = PageSpec("result", str(QT_TRANSLATE_NOOP("pages", "扫码结果")), "scan", 900, make, in_rail=False)
