"""What runs out: how many are left, how long they last, and filling up or counting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from ui.pages.devices.model import DevicesModel, StockRow
from ui.pages.devices.view_words import lasts, word
from ui.theme import current
from ui.widgets import Card, Column, Field, Form, ListPanel, PickBox, Themed, show_if
from ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from ui.pages.devices.presenter import DevicesPresenter

KINDS = ("mask", "paper", "label", "other")
HOLDS = {"dispenser": "mask", "receipt_printer": "paper", "label_printer": "label"}
MOST = 100_000
FULL, LOW = 100, 20


class StockList(ListPanel):
    def __init__(self) -> None:
        super().__init__(
            [
                Column(self.tr("什么"), lambda row: row.name, 7),
                Column(self.tr("在哪台机器里"), self._where, 9),
                Column(self.tr("还剩"), lambda row: str(row.left), 4, tone=_tone),
                Column(self.tr("够用多久"), lambda row: lasts(row.days, row.left), tone=_tone),
            ],
            lambda row: row.id, "package", self.tr("耗材"),
        )  # fmt: skip
        self.ready()

    def _where(self, row: StockRow) -> str:
        if not row.here:
            return self.tr("别的岗亭")
        words = row.device or self.tr("没有放进机器")
        return self.tr("{device}，货道 {n}").format(device=words, n=row.slot) if row.slot else words


class StockPanel(Themed, QWidget):
    """The list, and under it what is being filled in: a number, or a new item."""

    def __init__(self, presenter: DevicesPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self._row = StockRow("", "", "mask", 0, None, False, "", "", 0, FULL, LOW, True)
        self.mode = ""  # refill, count, item
        self.list, self.card = StockList(), Card()
        self.number, self.full, self.low, self.slot = _box(), _box(), _box(), _box(999)
        self.name, self.kind, self.device = QLineEdit(), PickBox(), PickBox()
        self.name.setMaxLength(40)
        self.device.picked.connect(self._picked)
        self.amount = Field("", self.number)
        form = Form(columns=3)
        self.fields = {
            "name": Field("", self.name), "kind": Field("", self.kind), "device": Field("", self.device),
            "slot": Field("", self.slot), "full": Field("", self.full), "low": Field("", self.low),
        }  # fmt: skip
        for field in self.fields.values():
            form.add(field)
        self.form = form
        row = QHBoxLayout()
        row.addWidget(self.amount)
        row.addStretch(1)
        self.card.body.addLayout(row)
        self.card.body.addWidget(form)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.card)
        self.column.addWidget(self.list, 1)
        self.ready()
        self.ask("")

    @property
    def table(self) -> RowTable:
        return self.list.table

    def current(self) -> StockRow | None:
        row = self.table.current_row()
        return row if isinstance(row, StockRow) else None

    def draw(self, model: DevicesModel) -> None:
        how = self.tr("登记机器里放了多少，发一份、打一张就自动减，快没有时会提醒。")
        self.list.show_rows(model.stock, self.tr("口罩、打印纸会列在这里"), how)
        holders = [(one.id, one.name) for one in model.devices if one.role in HOLDS]
        if [self.device.itemData(n) for n in range(self.device.count())] != ["", *(key for key, _ in holders)]:
            self.device.set_choices([("", self.tr("没有放进机器")), *holders])
        self._roles = {one.id: one.role for one in model.devices}

    def ask(self, mode: str, row: StockRow | None = None) -> None:
        """Ask for a number (refill, count), or about an item; "" for nothing."""
        self.mode = mode
        if row is not None:
            self._row = row
        show_if(self.card, bool(mode))
        show_if(self.amount, mode in ("refill", "count"))
        show_if(self.form, mode == "item")
        if mode == "item":
            self._fill()
        elif mode:
            self.number.setValue((self._row.full or FULL) if mode == "refill" else self._row.left)
            words = self.tr("往「{name}」里放了多少") if mode == "refill" else self.tr("数出来「{name}」有多少")
            self.amount.set_words(words.format(name=self._row.name))
            self.number.setFocus()
            self.number.selectAll()

    def _fill(self) -> None:
        row = self._row
        self.name.setText(row.name)
        self.kind.set_key(row.kind)
        self.device.set_key(row.device_id)
        for box, value in ((self.slot, row.slot), (self.full, row.full), (self.low, row.low_at)):
            box.setValue(value)
        self.name.setFocus()

    def _picked(self, device_id: str) -> None:
        """A machine says what lies in it, until somebody types something else."""
        kind = HOLDS.get(self._roles.get(device_id, ""), "")
        if kind and not self._row.id:
            self.kind.set_key(kind)
            if not self.name.text().strip():
                self.name.setText(word("stock", kind).split("（")[0].split(" (")[0])

    def keep(self) -> None:
        """Do what was asked for."""
        row, mode = self._row, self.mode
        if mode == "refill":
            self._presenter.refill(row.id, self.number.value())
        elif mode == "count":
            self._presenter.count(row.id, self.number.value())
        elif mode == "item":
            self._presenter.save_item(
                replace(
                    row, name=self.name.text(), kind=self.kind.key() or "other", device_id=self.device.key(),
                    slot=self.slot.value(), full=self.full.value(), low_at=self.low.value(),
                )
            )  # fmt: skip
        self.ask("")

    def fresh(self) -> StockRow:
        """An item nobody has written down yet."""
        return StockRow("", "", "mask", 0, None, False, "", "", 0, FULL, LOW, True)

    def retranslate(self) -> None:
        self.kind.set_choices([(kind, word("stock", kind)) for kind in KINDS])
        for name, words in (
            ("name", self.tr("叫什么")), ("kind", self.tr("是什么")), ("device", self.tr("在哪台机器里")),
            ("slot", self.tr("货道号，0 只有一个")), ("full", self.tr("一次放多少")), ("low", self.tr("剩多少时提醒")),
        ):  # fmt: skip
            self.fields[name].set_words(words)

    def restyle(self) -> None:
        self.column.setSpacing(current().space("m"))


def _box(most: int = MOST) -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, most)
    return made


def _tone(row: StockRow) -> str:
    return "bad" if row.left <= 0 else "warn" if row.low else ""
