"""Sign-on, switch and lock: who is at the desk."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.signon.presenter import SignonPresenter
    from ui.pages.signon.view import SignonPage

    return SignonPage(SignonPresenter(ports))


PAGE = PageSpec("signon", str(QT_TRANSLATE_NOOP("pages", "换人")), "switch-horizontal", 910, make, in_rail=False)
