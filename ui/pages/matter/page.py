"""A matter: noted in twenty seconds with F9, and everything that became of it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.matter.presenter import MatterPresenter
    from ui.pages.matter.presenter_card import CardPresenter
    from ui.pages.matter.view import MatterPage

    return MatterPage(MatterPresenter(ports), CardPresenter(ports))


PAGE = PageSpec(
    "matter", str(QT_TRANSLATE_NOOP("pages", "记一件事")), "report", 47, make, in_rail=False, right="matters.note",
    room="hearings",
)  # fmt: skip
