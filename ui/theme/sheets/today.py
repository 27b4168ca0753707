"""The Today page as a proof of the widgets."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import current
from ui.theme.sheets.frame import window
from ui.widgets import AttentionRow, BigButton, Card, FlowLayout, Page, Tile

FAST = (
    ("外卖骑手", "motorbike", "F5"),
    ("快递员", "truck-delivery", "F6"),
    ("来访登记", "user-plus", "F2"),
    ("寄放物品", "package", "F7"),
    ("借东西", "wheelchair", "F8"),
    ("记一件事", "message-report", "F9"),
)


def _tiles() -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, gap="m", equal=True, columns=4)
    flow.addWidget(Tile("users", "8", "人在场", "1 位施工超时"))
    flow.addWidget(Tile("calendar-event", "5", "位预约未到", "下一位 10:00", "info"))
    flow.addWidget(Tile("motorbike", "46", "次骑手通行", "本小时 12 次", "plain"))
    flow.addWidget(Tile("package", "3", "件寄放", "1 件超过 24 小时", "warn"))
    return holder


def _fast() -> Card:
    card = Card("一键放行")
    grid = FlowLayout(gap="s", equal=True, columns=2)
    for words, icon, key in FAST:
        grid.addWidget(BigButton(words, "tile", icon, key))
    card.body.addLayout(grid)
    card.body.addStretch(1)
    return card


def _attention() -> Card:
    card = Card("需要留意")
    card.body.addWidget(
        AttentionRow("warn", "clock-exclamation", "一位装修师傅超时 2 小时", "3 栋 · 许可到 17:00 · 点开联系", "处理")
    )
    card.body.addWidget(AttentionRow("warn", "package", "寄放物品 A3 满 26 小时", "2 号架 · 点开通知住户", "处理"))
    card.body.addWidget(
        AttentionRow("info", "calendar-user", "10:00 李老师来接班", "还有 19 分钟 · 交接单已备好", "处理")
    )
    card.body.addStretch(1)
    return card


def build() -> QWidget:
    """The page inside the window's frame."""
    page = Page("上午好。有 3 件事需要留意")
    page.body.addWidget(_tiles())
    row = QHBoxLayout()
    row.setSpacing(current().space("m"))
    row.addWidget(_fast(), 5)
    row.addWidget(_attention(), 6)
    page.body.addLayout(row, 1)
    return window(page, "today")
