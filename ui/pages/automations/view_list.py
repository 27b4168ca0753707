"""Every rule as one sentence, what it did last, and pausing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.automations.model import RuleRow, RulesModel, RunLine
from ui.texts import sentence
from ui.widgets import BigButton, Card, show_if
from ui.widgets.attention import AttentionRow

if TYPE_CHECKING:
    from ui.pages.automations.presenter import AutomationsPresenter

ICONS = {"sos": "urgent", "contact": "alert-octagon", "after_hours": "moon", "dust": "machine-air-sensor"}
PAUSE_HOURS = 8
TONES = {"spraying": "info"}


class RuleLine(AttentionRow):
    """One rule. opened(row), paused(row)."""

    opened = Signal(object)
    pressed = Signal(object)

    def __init__(self, row: RuleRow, may: bool) -> None:
        self.row = row
        self.pause = BigButton("", "row")
        super().__init__("plain", ICONS[row.form.does], "")
        self._row.addWidget(self.pause)
        self.acted.connect(lambda: self.opened.emit(row))
        self.pause.clicked.connect(lambda: self.pressed.emit(row))
        show_if(self.button, may)
        show_if(self.pause, may)
        self.retranslate()

    def retranslate(self) -> None:
        row = self.row
        title = row.form.name or sentence(f"automation.does.{row.form.does}")
        if row.paused:
            title = self.tr("{title}（已暂停，{until} 自己恢复）").format(title=title, until=row.paused)
        tone = "warn" if row.paused else TONES.get(row.doing, "plain")
        self.show_matter(
            tone, ICONS[row.form.does], title, "\n".join(part for part in (self._what(), self._did()) if part)
        )
        if tone == "plain":
            self._mark.show_icon(ICONS[row.form.does], "accent")
        self.button.setText(self.tr("改"))
        self.pause.setText(
            self.tr("恢复") if row.paused else self.tr("暂停 {n} 小时", "", PAUSE_HOURS).format(n=PAUSE_HOURS)
        )

    def _what(self) -> str:
        form, row = self.row.form, self.row
        device = row.device or (self.tr("别的门岗的设备") if form.device_id else self.tr("所有设备"))
        if form.does == "dust":
            relay = row.relay or self.tr("别的门岗的设备")
            return self.tr("{device} 的 PM2.5 连续 {minutes} 分钟超过 {limit}，{relay} {channel} 路喷 {seconds} 秒，再歇 {rest} 分钟").format(
                device=device, minutes=form.minutes, limit=form.limit, relay=relay, channel=form.channel,
                seconds=form.seconds, rest=form.rest_minutes,
            )  # fmt: skip
        if form.does == "after_hours":
            words = self.tr("{device} {n} 号触点的门在 {start} 到 {end} 打开或没关，就报警")
            return words.format(device=device, n=form.contact, start=form.from_at, end=form.until_at)
        if form.does == "contact":
            kinds = self.tr("、").join(sentence(f"alarm.sort.{sort}") for sort in form.sorts)
            return self.tr("{device}：{kinds}").format(device=device, kinds=kinds)
        ring = self.tr("一直响到有人处理") if form.chime else self.tr("只亮屏，不响")
        return self.tr("{device}：报警占满屏幕，{ring}").format(device=device, ring=ring)

    def _did(self) -> str:
        doing = {"spraying": self.tr("正在喷"), "resting": self.tr("刚喷过，正在歇")}.get(self.row.doing, "")
        last = self._run(self.row.runs[0]) if self.row.runs else ""
        return " · ".join(part for part in (doing, last) if part)

    def _run(self, run: RunLine) -> str:
        ended = {
            "began": self.tr("还没有结果"), "done": self.tr("喷好了"), "failed": self.tr("没有喷成"),
            "unknown": self.tr("不知道喷了没有"),
        }.get(run.ended, run.ended)  # fmt: skip
        words = self.tr("上次 {at}，PM2.5 {value}，{ended}").format(at=run.at, value=run.value, ended=ended)
        return self.tr("{words}（{why}）").format(words=words, why=sentence(run.code)) if run.code else words


class RulesPanel(Card):
    """`show_model(model)`; opened(row): to change it."""

    opened = Signal(object)

    def __init__(self, presenter: AutomationsPresenter) -> None:
        self._presenter = presenter
        self.rows: list[RuleLine] = []
        self._drawn: tuple[object, ...] = ()
        super().__init__()
        self.body.addStretch(1)
        self.ready()

    def show_model(self, model: RulesModel) -> None:
        """Lines are made anew only when they differ."""
        if (model.rows, model.may) == self._drawn:
            return
        self._drawn = (model.rows, model.may)
        for line in self.rows:
            line.hide()
            line.deleteLater()
        self.rows = [RuleLine(row, model.may) for row in model.rows]
        for nth, line in enumerate(self.rows):
            line.opened.connect(self.opened)
            line.pressed.connect(self._on_pause)
            self.body.insertWidget(nth + 1, line)

    def _on_pause(self, row: RuleRow) -> None:
        if row.paused:
            self._presenter.resume(row.form.id)
        else:
            self._presenter.pause(row.form, PAUSE_HOURS)


def holder() -> QWidget:
    """A widget that only holds others."""
    made = QWidget()
    made.setProperty("role", "clear")
    return made
