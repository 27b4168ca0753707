"""The card after a scan as a proof of the widgets."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current
from ui.theme.sheets.frame import window
from ui.widgets import BigButton, Card, FlowLayout, Page, ResultMark, facts, label


def build() -> QWidget:
    """A valid pass, with what the volunteer needs next in the middle of the card."""
    theme, page, card = current(), Page(), Card(tone="ok")
    head = QHBoxLayout()
    head.setSpacing(theme.space("xl"))
    head.addWidget(ResultMark("valid"))
    words = QVBoxLayout()
    words.addWidget(label("来访证有效，可以放行", "result", "ok"))
    words.addWidget(label("单次 · 今天 08:00–20:00 有效 · 编号 V-0427", "muted"))
    head.addLayout(words, 1)
    card.body.addLayout(head)
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
    actions = FlowLayout(gap="m")
    actions.addWidget(BigButton("放行并开门", "main", "door-enter", "回车"))
    actions.addWidget(BigButton("只放行，不开门"))
    actions.addWidget(BigButton("不是本人"))
    actions.addWidget(BigButton("返回", key="Esc"))
    card.body.addLayout(actions)
    page.body.addWidget(card, 1)
    return window(page, "admit")
