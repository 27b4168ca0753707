"""Residents and households: find, show in full for half a minute, correct, and bring in from a sheet."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.people.presenter import PeoplePresenter
    from ui.pages.people.view import PeoplePage

    return PeoplePage(PeoplePresenter(ports))


PAGE = PageSpec("people", str(QT_TRANSLATE_NOOP("pages", "住户")), "users-group", 60, make, right="people.read")
