"""Handover: the draft of the shift, two signatures, those of before, the things that are counted."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.handover.presenter import HandoverPresenter
    from ui.pages.handover.view import HandoverPage

    return HandoverPage(HandoverPresenter(ports))


PAGE = PageSpec(
    "handover", str(QT_TRANSLATE_NOOP("pages", "交接班")), "clipboard-list", 920, make, in_rail=False, right="handover",
    room="duty",
)  # fmt: skip
