"""The card after a scan as a proof of the widgets."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.theme.sheets.frame import window
from ui.widgets import BigButton, Card, Page, ResultHead, facts


def build() -> QWidget:
    """A valid pass, with what the volunteer needs next in the middle of the card."""
    page, card = Page(), Card(tone="ok")
    card.body.addWidget(ResultHead("valid", "来访证有效，可以放行", "单次 · 今天 08:00–20:00 有效 · 编号 V-0427"))
    card.body.addWidget(
        facts(
            [
                ("来访人", "欧阳* （亲友，2 人）"),
                ("到访", "3 栋 1 单元 12 楼（点开看门牌）"),
                ("预约人", "业主已于昨天 19:20 预约"),
                ("车牌", "沪A·**345"),
            ]
        )
    )
    card.body.addStretch(1)
    page.set_main(BigButton("放行并开门", "main", "door-enter", "回车"))
    page.add_action(BigButton("只放行，不开门"))
    page.add_action(BigButton("不是本人"))
    page.add_action(BigButton("返回", key="Esc"))
    page.body.addWidget(card, 1)
    return window(page, "admit")
