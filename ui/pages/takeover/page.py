"""An emergency over the public screen: one held key shows the first prepared sentence. Works while the desk is locked."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.takeover.presenter import TakeoverPresenter
    from ui.pages.takeover.view import TakeoverPage

    return TakeoverPage(TakeoverPresenter(ports))


PAGE = PageSpec(
    "takeover", str(QT_TRANSLATE_NOOP("pages", "公示屏紧急通知")), "alert-octagon", 935, make, in_rail=False,
    right="screen.emergency",
)  # fmt: skip
