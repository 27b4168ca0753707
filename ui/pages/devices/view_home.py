"""The list of what is attached; and the list of what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.devices.model import ActRow, DeviceRow, DevicesModel
from ui.pages.devices.view_words import act_words, ended_tone, ended_words, state, word
from ui.texts import sentence
from ui.widgets import Column, ListPanel

if TYPE_CHECKING:
    from ui.pages.devices.presenter import DevicesPresenter


class HomePanel(ListPanel):
    def __init__(self, presenter: DevicesPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("设备"), lambda row: row.name, 8, tone=_quiet),
                Column(self.tr("是什么"), self._kind, 13),
                Column(self.tr("在哪里"), lambda row: row.place, 8),
                Column(self.tr("现在"), lambda row: state(row.code), tone=_tone),
            ],
            lambda row: row.id, "plug-connected", self.tr("接着的设备"), spare=(2,),
            tell=lambda row: "" if row.code == "device.ready" else sentence(row.code),
        )  # fmt: skip
        self.table.opened.connect(lambda row: presenter.open_device(row.id) if isinstance(row, DeviceRow) else None)
        self.ready()

    def draw(self, model: DevicesModel) -> None:
        if not model.ready:
            self.show_rows((), self.tr("正在看接了什么"), self.tr("请稍候。"))
            return
        how = self.tr("读卡器、打印机、柜子、道闸插上以后，按「加设备」。没有机器也可以先加一台练习的。")
        self.show_rows(model.devices, self.tr("接上的设备都会列在这里"), how)

    def current(self) -> DeviceRow | None:
        row = self.table.current_row()
        return row if isinstance(row, DeviceRow) else None

    def _kind(self, row: DeviceRow) -> str:
        words = word("role", row.role)
        return self.tr("{what}（练习）").format(what=words) if row.training else words


class HistoryPanel(ListPanel):
    def __init__(self, presenter: DevicesPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("什么时候"), lambda row: row.when, 6),
                Column(self.tr("设备"), lambda row: row.device, 8),
                Column(self.tr("做什么"), act_words, 7),
                Column(self.tr("为什么"), lambda row: word("subject", row.subject) if row.subject else "", 5),
                Column(self.tr("谁"), lambda row: row.by or self.tr("系统"), 5),
                Column(self.tr("结果"), ended_words, tone=ended_tone),
            ],
            lambda row: row.id, "history", self.tr("做过的事"), spare=(3,), tell=self._tell,
        )  # fmt: skip
        self.ready()

    def draw(self, model: DevicesModel) -> None:
        rest = tuple(row for row in model.acts if not row.ask)
        asks = tuple(row for row in model.asks if not model.of_device or any(row.id == one.id for one in model.acts))
        how = self.tr("每一次开门、出货、打印，都会记下是谁、为什么、成没成。")
        self.show_rows((*asks, *rest), self.tr("还没有做过什么"), how)

    def current(self) -> ActRow | None:
        row = self.table.current_row()
        return row if isinstance(row, ActRow) else None

    def _tell(self, row: ActRow) -> str:
        words = sentence(row.code) if row.code else ""
        if row.settled_by:
            return self.tr("{who}看过。").format(who=row.settled_by)
        return words


def _quiet(row: DeviceRow) -> str:
    return "muted" if row.off else ""


def _tone(row: DeviceRow) -> str:
    return "muted" if row.off else "" if row.ok else "bad"
