"""Surfaces: notes, banners, undo, progress, empty state, table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets import (
    AttentionRow,
    Banner,
    Card,
    Column,
    EmptyState,
    KeysetModel,
    KeyTable,
    ProgressCard,
    UndoBar,
)

VISITS = (
    ("09:12", "欧阳*", "亲友", "3 栋 1 单元", "在场"),
    ("08:40", "装修 2 人", "装修", "5 栋 2 单元", "超时 2 小时"),
    ("08:05", "王阿姨", "家政", "1 栋 3 单元", "已离开"),
)


def _fetch(after: object, reply: Callable[[Sequence[tuple[str, ...]]], None]) -> None:
    reply(VISITS)


def _table() -> KeyTable:
    model = KeysetModel(
        (
            Column("时间", lambda v: v[0], 4),
            Column("来访人", lambda v: v[1], 6, icon=lambda v: "user"),
            Column("类型", lambda v: v[2], 4),
            Column("到访", lambda v: v[3]),
            Column("情况", lambda v: v[4], 7, tone=lambda v: "bad" if "超时" in v[4] else ""),
        ),
        _fetch,
    )
    table = KeyTable(model)
    model.setParent(table)
    model.reload()
    table.selectRow(0)
    table.setMinimumHeight(current().height("list") * 4 + 8)
    return table


def build() -> QWidget:
    """The sheet."""
    whole = QWidget()
    whole.setProperty("role", "page")
    column = QVBoxLayout(whole)
    column.setSpacing(current().space("m"))
    for tone, words in (("ok", "已经存好"), ("warn", "打印机快没纸了"), ("bad", "没有打印出来"), ("info", "待传 3 条")):
        column.addWidget(AttentionRow(tone, "printer", words, "再试一次，或先手写一张。", "处理"))
    column.addWidget(Banner("摄像头拔掉了。请插好，或用扫码枪。", "warn", action="怎么办"))
    undo = UndoBar(now_ms=lambda: 0)
    column.addWidget(undo)
    undo.offer("已放行 1 位骑手。", lambda: None)
    progress = ProgressCard("正在导入住户")
    progress.set_progress(3200, 10_000, "有 4 行没有导入，最后给您一份清单。")
    column.addWidget(progress)
    empty = Card()
    empty.body.addWidget(
        EmptyState("users", "现在没有人在里面", "放行一位来访人后，这里会出现名字和到访的楼栋。", "来访登记")
    )
    column.addWidget(empty)
    card = Card("今天的来访")
    card.body.addWidget(_table())
    column.addWidget(card)
    return whole
