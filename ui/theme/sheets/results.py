"""The answers of a scan side by side: each with its own shape, colour and words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets import Card, ResultHead, tone_of

ANSWERS = (
    ("valid", "来访证有效，可以放行", "单次 · 今天 08:00–20:00"),
    ("expired", "来访证过期了", "请业主重新预约，或按来访登记。"),
    ("used", "这张证用过了", "今天 08:12 在东门用过。请问清楚再登记。"),
    ("revoked", "这张证作废了", "请按来访登记，或打电话问业主。"),
    ("unknown", "这里还查不到这张证", "可能还没有传到。请按来访登记。"),
    ("forged", "这个码不是我们发的", "请不要放行，按来访登记。"),
    ("ask", "有 3 位对得上，请选一位", "房号、电话尾号和取件码都可能是 1202。"),
)


def build() -> QWidget:
    """The sheet."""
    whole = QWidget()
    whole.setProperty("role", "page")
    column = QVBoxLayout(whole)
    column.setSpacing(current().space("m"))
    for kind, sentence, sub in ANSWERS:
        card = Card(tone=tone_of(kind))
        card.body.addWidget(ResultHead(kind, sentence, sub))
        column.addWidget(card)
    return whole
