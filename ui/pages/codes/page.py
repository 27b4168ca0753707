"""Codes of households, places and things: issue, print, replace, withdraw, and ask whether one is ours."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.codes.presenter import CodesPresenter
    from ui.pages.codes.view import CodesPage
    from ui.paper.run import LabelRun

    return CodesPage(CodesPresenter(ports, LabelRun))


PAGE = PageSpec("codes", str(QT_TRANSLATE_NOOP("pages", "门码")), "qrcode", 50, make, right="codes.read")
