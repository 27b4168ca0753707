"""Buttons, tiles, pills, choosers: rest, checked, disabled, focused."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets import BigButton, Card, Choice, Chooser, FlowLayout, HoldButton, Pill, PillButton, PinPad, Tile

KINDS = ("main", "quiet", "danger", "alarm", "row", "tile", "plain")
TONES = ("ok", "warn", "bad", "info", "accent", "plain")
VISITORS = (
    Choice("guest", "users", "亲友", "来家里的客人"),
    Choice("domestic", "home-heart", "家政", "保姆、钟点工、护工"),
    Choice("contractor", "tools", "装修", "要有施工许可"),
    Choice("agent", "key", "中介看房", "由业主或中介带看"),
    Choice("official", "building-bank", "公务", "社区、民警、抄表"),
)


def card_of(title: str, widgets: list[QWidget]) -> Card:
    """Widgets in a row that wraps, under a title."""
    card = Card(title)
    flow = FlowLayout(gap="m")
    for widget in widgets:
        flow.addWidget(widget)
    card.body.addLayout(flow)
    return card


class _Held(HoldButton):
    """A button caught in the middle of its hold."""

    def share(self) -> float:
        return 0.6


def _buttons(enabled: bool) -> list[QWidget]:
    made: list[QWidget] = [BigButton(f"按钮 {kind}", kind, "door-enter", "F5") for kind in KINDS]
    made.append(HoldButton("急事", "danger", "urgent", "F12"))
    if enabled:
        made.append(_Held("按住点名", "alarm", "list-check", "F10"))
    for button in made:
        button.setEnabled(enabled)
    return made


def build() -> QWidget:
    """The sheet."""
    whole, theme = QWidget(), current()
    whole.setProperty("role", "page")
    column = QVBoxLayout(whole)
    column.setSpacing(theme.space("m"))
    column.addWidget(card_of("按钮", _buttons(True)))
    column.addWidget(card_of("不能按的按钮", _buttons(False)))
    pills: list[QWidget] = [Pill(f"状态 {tone}", tone) for tone in TONES]
    pills += [PillButton("陈阿姨 当班", tone, "user-check") for tone in ("ok", "warn", "bad", "info")]
    column.addWidget(card_of("状态", pills))
    off = Tile("users", "12", "人在场", "暂时看不到")
    off.setEnabled(False)
    column.addWidget(
        card_of("数字", [Tile("users", "8", "人在场", "1 位施工超时"), Tile("package", "3", "件寄放"), off])
    )
    chooser = Chooser(VISITORS, columns=3)
    chooser.set_choice("domestic")
    types = Card("来的是哪一类？")
    types.body.addWidget(chooser)
    column.addWidget(types)
    pad = PinPad()
    for digit in "123":
        pad.type_digit(digit)
    column.addWidget(card_of("密码", [pad]))
    return whole
