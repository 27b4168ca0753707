"""The frame of the window as the gallery shows it: rail, bar, page, scan line."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets import (
    BigButton,
    HoldButton,
    IconView,
    NavItem,
    NavRail,
    Pill,
    PillButton,
    SearchField,
    ShortLabel,
)

ROOMS = (
    NavItem("today", "home", "今日"),
    NavItem("admit", "user-plus", "登记"),
    NavItem("inside", "users", "在场"),
    NavItem("find", "search", "查找"),
    NavItem("duty", "calendar-user", "当班"),
    NavItem("hearing", "messages", "接待日"),
    NavItem("lending", "heart-handshake", "便民"),
    NavItem("more", "dots", "更多"),
)


def bar() -> QFrame:
    """Estate and gate, time, the sync pill, who is on duty."""
    frame, theme = QFrame(), current()
    frame.setProperty("role", "bar")
    row = QHBoxLayout(frame)
    row.setContentsMargins(theme.space("xl"), theme.space("s"), theme.space("xl"), theme.space("s"))
    row.setSpacing(theme.space("m"))
    row.addWidget(ShortLabel("锦绣苑 · 南门", "lead"))
    row.addWidget(ShortLabel("11月22日 星期日  09:41", "muted"))
    row.addStretch(1)
    row.addWidget(Pill("2 分钟前已同步", "ok", "cloud-check"))
    row.addWidget(PillButton("陈阿姨 当班", "info", "user-check"))
    row.addWidget(BigButton("换人", "row"))
    return frame


def scan_line() -> QFrame:
    """Small live picture, the one field, more ways."""
    frame, theme = QFrame(), current()
    frame.setProperty("role", "scanbar")
    row = QHBoxLayout(frame)
    row.setContentsMargins(theme.space("xl"), theme.space("s"), theme.space("xl"), theme.space("s"))
    row.setSpacing(theme.space("m"))
    lens = QFrame()
    lens.setProperty("role", "lens")
    lens.setFixedSize(round(theme.height("scan") * 1.7), theme.height("scan"))
    inner = QHBoxLayout(lens)
    inner.addWidget(IconView("scan", "on_lens", "tile"))
    row.addWidget(lens)
    field = SearchField("请扫码、刷卡，或输入姓名、拼音、房号、电话尾号", "scan")
    row.addWidget(field, 1)
    row.addWidget(BigButton("更多方式"))
    return frame


def window(page: QWidget, room: str) -> QWidget:
    """A page inside the frame."""
    whole = QWidget()
    rail = NavRail(ROOMS, "门岗台")
    rail.set_current(room)
    rail.add_foot(HoldButton("急事", "alarm", "urgent", "F12"))
    row = QHBoxLayout(whole)
    right = QVBoxLayout()
    for layout in (row, right):
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
    row.addWidget(rail)
    row.addLayout(right, 1)
    right.addWidget(bar())
    right.addWidget(page, 1)
    line = scan_line()
    right.addWidget(line)
    for field in line.findChildren(SearchField):
        field.setFocus()
    return whole
