"""Hours of service: what counts, what waits to be confirmed, statements and certificates."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.hours.presenter import HoursPresenter
    from ui.pages.hours.view import HoursPage

    return HoursPage(HoursPresenter(ports))


PAGE = PageSpec(
    "hours", str(QT_TRANSLATE_NOOP("pages", "服务时长")), "clock", 948, make, in_rail=False, right="duty.read",
    room="duty",
)  # fmt: skip
