"""A standing pass of a household or a contractor's permit, opened from the household's card."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.grant.presenter import GrantPresenter
    from ui.pages.grant.view import GrantPage

    return GrantPage(GrantPresenter(ports))


PAGE = PageSpec("grant", str(QT_TRANSLATE_NOOP("pages", "通行许可")), "repeat", 906, make, False, right="visit.admit")
