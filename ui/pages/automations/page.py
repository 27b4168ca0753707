"""Rules that act by themselves: what rings and what sprays, when it did, and pausing it for a while."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.automations.presenter import AutomationsPresenter
    from ui.pages.automations.view import AutomationsPage

    return AutomationsPage(AutomationsPresenter(ports))


PAGE = PageSpec(
    "automations", str(QT_TRANSLATE_NOOP("pages", "自动规则")), "settings", 951, make, in_rail=False,
    right="automations.edit", room="devices",
)  # fmt: skip
