"""Sentences of assisted sessions (代办), and what the audit trail calls them."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "assisted.how": (
        "没有选怎么认出本人，还没有开始代办。请选一种。",
        "How the person was recognised was not chosen; nothing has begun. Please choose one.",
    ),
    "assisted.running": (
        "正在替另一位办事，没有开始新的。请先按「办完了」。",
        "Somebody else is being helped already; nothing has begun. Please finish that first.",
    ),
    "audit.assisted.begun": ("开始代办", "Assisted session begun"),
    "audit.assisted.did": ("代住户办了事", "Done in a resident's name"),
    "audit.assisted.ended": ("代办结束", "Assisted session ended"),
    "assisted.by.code": ("扫了住户码", "household code scanned"),
    "assisted.by.card": ("看了门卡", "access card shown"),
    "assisted.by.document": ("看了证件", "document seen"),
    "assisted.by.known": ("认识本人", "known in person"),
    "assisted.why.done": ("办完了", "finished"),
    "assisted.why.idle": ("三分钟没有动，自动结束", "ended by itself after three idle minutes"),
    "assisted.why.long": ("满半小时，自动结束", "ended by itself after half an hour"),
    "assisted.why.locked": ("锁屏或换人，自动结束", "ended when the desk was locked or switched"),
    "assisted.why.closed": ("程序关了", "the program was closed"),
    "assisted.why.": ("没有结束的记录", "no end recorded"),
}
