"""Alarms: what is open and what was, who wears a button or a watch."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.alarm.presenter import AlarmsPresenter
    from ui.pages.alarm.view import AlarmsPage

    return AlarmsPage(AlarmsPresenter(ports))


PAGE = PageSpec(
    "alarm",
    str(QT_TRANSLATE_NOOP("pages", "报警")),
    "alarm",
    950,
    make,
    in_rail=False,
    right="alarms.read",
    room="devices",
)
