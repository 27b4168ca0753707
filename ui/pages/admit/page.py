"""Registration: who stands at the window, for whom, and who agreed. F2 from anywhere."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.admit.presenter import AdmitPresenter
    from ui.pages.admit.view import AdmitPage

    return AdmitPage(AdmitPresenter(ports))


PAGE = PageSpec("admit", str(QT_TRANSLATE_NOOP("pages", "登记")), "user-plus", 20, make, right="visit.admit")
