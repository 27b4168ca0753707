"""Faces: one person's enrolment from the notice to the receipt, taking it back, and being recognised at the window."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.faces.presenter import FacesPresenter
    from ui.pages.faces.view import FacesPage

    return FacesPage(FacesPresenter(ports))


PAGE = PageSpec(
    "faces", str(QT_TRANSLATE_NOOP("pages", "刷脸")), "mood-smile", 945, make, in_rail=False,
    right="faces.withdraw", room="people",
)  # fmt: skip
