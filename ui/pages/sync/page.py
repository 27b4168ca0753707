"""How this desk stands with its hub: reached from the strip and from `more`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.sync.presenter import SyncPresenter
    from ui.pages.sync.view import SyncPage

    return SyncPage(SyncPresenter(ports))


PAGE = PageSpec("sync", str(QT_TRANSLATE_NOOP("pages", "与中心对齐")), "cloud-up", 930, make, in_rail=False)
