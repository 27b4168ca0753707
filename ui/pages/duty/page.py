"""On duty today: who is here, who is expected, clocking on and off."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.duty.presenter import DutyPresenter
    from ui.pages.duty.view import DutyPage

    return DutyPage(DutyPresenter(ports))


PAGE = PageSpec("duty", str(QT_TRANSLATE_NOOP("pages", "值班")), "calendar-user", 45, make, right="duty.read")
