"""Roll call: who may be inside, frozen at this moment; tick by tick to a report. Works while the desk is locked."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.rollcall.presenter import RollCallPresenter
    from ui.pages.rollcall.view import RollCallPage

    return RollCallPage(RollCallPresenter(ports))


PAGE = PageSpec(
    "rollcall", str(QT_TRANSLATE_NOOP("pages", "清点名单")), "list-check", 930, make, in_rail=False, right="rollcall"
)
