"""Goods left at the gate: take in, tell the code, hand out."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.goods.presenter import GoodsPresenter
    from ui.pages.goods.view import GoodsPage

    return GoodsPage(GoodsPresenter(ports))


PAGE = PageSpec(
    "goods", str(QT_TRANSLATE_NOOP("pages", "寄放物品")), "package", 910, make, in_rail=False, right="goods"
)
