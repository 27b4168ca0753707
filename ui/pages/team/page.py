"""The team that serves: who, when they can, the shifts of a week."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.team.presenter import TeamPresenter
    from ui.pages.team.view import TeamPage

    return TeamPage(TeamPresenter(ports))


PAGE = PageSpec(
    "team", str(QT_TRANSLATE_NOOP("pages", "值班队伍")), "users", 947, make, in_rail=False, right="duty.read",
    room="duty",
)  # fmt: skip
