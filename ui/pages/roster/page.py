"""The month's roster: plan it, publish it, swap."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.roster.presenter import RosterPresenter
    from ui.pages.roster.view import RosterPage

    return RosterPage(RosterPresenter(ports))


PAGE = PageSpec(
    "roster", str(QT_TRANSLATE_NOOP("pages", "排班")), "calendar-user", 946, make, in_rail=False, right="duty.read",
    room="duty",
)  # fmt: skip
