"""Fields: plain Qt editors under the style sheet, with help, error, read-only and disabled."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import current
from ui.theme.sheets.controls import card_of
from ui.widgets import Card, DateField, Field, Form, KeyList, PickBox, SearchField, text_box


def _form() -> Form:
    form = Form(columns=2)
    form.add(Field("姓名", QLineEdit("欧阳晓岚"), "身份证上的名字"))
    wrong = form.add(Field("电话", QLineEdit("1040000")))
    wrong.set_error("电话少了 4 位。请补全，或者留空。")
    kinds = PickBox([("guest", "亲友"), ("domestic", "家政"), ("contractor", "装修")])
    form.add(Field("来访类型", kinds))
    form.add(Field("几个人", QSpinBox(), "连同小孩"))
    form.add(Field("许可到", DateField(QDate(2026, 11, 30)), optional=True))
    plate = QLineEdit()
    plate.setPlaceholderText("例如 沪A12345")
    form.add(Field("车牌", plate, optional=True))
    fixed, off = QLineEdit("V-0427"), QLineEdit("不能改")
    fixed.setReadOnly(True)
    off.setEnabled(False)
    note = text_box()
    note.setPlainText("门口等业主来接")
    form.add(Field("编号", fixed))
    form.add(Field("房号", off, beside=True))
    form.add(Field("备注", note, optional=True))
    return form


def _others() -> list[QWidget]:
    ticked, off, one = QCheckBox("已看过证件"), QCheckBox("不能选"), QRadioButton("一次有效")
    ticked.setChecked(True)
    one.setChecked(True)
    off.setEnabled(False)
    slider, bar, tool, tabs = QSlider(Qt.Orientation.Horizontal), QProgressBar(), QToolButton(), QTabBar()
    slider.setValue(60)
    slider.setMinimumWidth(240)
    bar.setValue(40)
    tool.setText("工具")
    for words in ("全部", "今天", "超时"):
        tabs.addTab(words)
    return [
        ticked,
        QCheckBox("没有选"),
        off,
        one,
        QRadioButton("多次"),
        slider,
        bar,
        tool,
        tabs,
        QPushButton("普通按钮"),
    ]


def build() -> QWidget:
    """The sheet."""
    whole = QWidget()
    whole.setProperty("role", "page")
    column = QVBoxLayout(whole)
    column.setSpacing(current().space("m"))
    card = Card("登记")
    card.body.addWidget(_form())
    column.addWidget(card)
    column.addWidget(card_of("其他", _others()))
    lines = Card("查找")
    lines.body.addWidget(SearchField("姓名、拼音、房号、电话尾号"))
    lines.body.addWidget(SearchField("请扫码、刷卡，或输入姓名、拼音、房号、电话尾号", "scan"))
    hits = KeyList()
    hits.set_rows([("room", "3 栋 1 单元 1202", "home"), ("phone", "电话尾号 1202", "phone")])
    hits.setFixedHeight(current().height("list") * 2 + 8)
    lines.body.addWidget(hits)
    column.addWidget(lines)
    return whole
