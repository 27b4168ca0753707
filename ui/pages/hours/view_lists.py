"""Lists and cards of the hours page: the month, what waits, one person, papers; one record, one paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.hours.model import HoursModel, Paper, Record
from ui.pages.hours.view_words import HoursWords
from ui.theme import current
from ui.widgets import Card, Column, EmptyState, RowTable, Themed, facts, label, least_height, show_if

TONES = {"counts": "ok", "waits": "warn", "asked": "warn", "refused": "muted"}
ICONS = {"counts": "check", "waits": "clock", "asked": "message-report", "refused": "x"}
STEPS = {
    "applied": "clock", "accepted": "clipboard-list", "issued": "printer", "posted": "eye", "done": "check",
    "refused": "x", "withdrawn": "x",
}  # fmt: skip


class SumTable(RowTable):
    NARROW_EMS = 34

    def __init__(self) -> None:
        self.words = HoursWords()
        super().__init__((), lambda one: one.member_id, marks=False)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("每人的时长"))
        self.set_columns(self.columns())

    def columns(self) -> list[Column]:
        words, narrow = self.words, self.narrow()
        found = [
            Column(self.tr("姓名"), lambda one: one.label, 0 if narrow else 6),
            Column(self.tr("身份"), lambda one: words.capacity(one.capacity)),
            Column(self.tr("计入"), lambda one: words.hours(one.minutes), 7, right=True),
            Column(self.tr("次数"), lambda one: str(one.times) if one.times else "—", 4, right=True),
            Column(
                self.tr("等确认"), lambda one: str(one.waiting) if one.waiting else "", 5, right=True,
                icon=lambda one: "clock" if one.waiting else "", tone=lambda one: "warn" if one.waiting else "",
            ),
        ]  # fmt: skip
        if narrow:
            del found[1]
        return found


class RecordTable(RowTable):
    """named: who it is stands first; else what became of it stands last."""

    NARROW_EMS = 44

    def __init__(self, named: bool) -> None:
        self.words, self._named = HoursWords(), named
        super().__init__((), lambda one: one.id, marks=False)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("服务记录"))
        self.set_columns(self.columns())

    def columns(self) -> list[Column]:
        words = self.words
        first = [Column(self.tr("姓名"), lambda one: one.label, 5)] if self._named else []
        found = [
            *first,
            Column(self.tr("日期"), lambda one: one.day, 4.2),
            Column(self.tr("时间"), lambda one: one.hours, 6.5),
            Column(self.tr("小时"), lambda one: words.hours(one.minutes), 4.4 if self._named else 5.5, right=True),
        ]
        if self._named:
            return [*(found[:-1] if self.narrow() else found), Column(self.tr("为什么等确认"), words.why)]
        state = Column(
            self.tr("情况"), words.credit, 6, icon=lambda one: ICONS[one.credit], tone=lambda one: TONES[one.credit]
        )
        return [*found, state] if self.narrow() else [*found, Column(self.tr("做了什么"), words.content), state]


class PaperTable(RowTable):
    NARROW_EMS = 42

    def __init__(self) -> None:
        self.words = HoursWords()
        super().__init__((), lambda one: one.id, marks=False)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("证明"))
        self.set_columns(self.columns())

    def columns(self) -> list[Column]:
        words = self.words
        found = [
            Column(self.tr("姓名"), lambda one: one.label, 5),
            Column(self.tr("种类"), words.kind),
            Column(self.tr("服务日期"), lambda one: one.period, 11.8),
            Column(self.tr("小时"), lambda one: words.hours(one.minutes), 6, right=True),
            Column(self.tr("情况"), words.state, 10, icon=lambda one: STEPS[one.state]),
        ]
        if self.narrow():
            del found[2]
        return found


class ListView(Themed, QWidget):
    """A table, or what will stand there. `opened` is called with the row."""

    def __init__(self, table: RowTable, icon: str, opened: Callable[[Any], object]) -> None:
        super().__init__()
        self.table, self._icon, self.empty = table, icon, EmptyState(icon, "", "")
        table.opened.connect(opened)
        table.pressed_cell.connect(lambda row, _: opened(row))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(table, 1)
        self._column.addWidget(self.empty, 1)
        self.ready()

    def show_rows(self, rows: Sequence[Any], title: str, how: str) -> None:
        self.table.show_rows(rows)
        self.empty.show_state(self._icon, title, how)
        show_if(self.table, bool(rows))
        show_if(self.empty, not rows)

    def restyle(self) -> None:
        self.table.setMinimumHeight(least_height(3))


class FactsView(Themed, QWidget):
    """A record or a paper, opened."""

    def __init__(self) -> None:
        super().__init__()
        self._words = HoursWords()
        self._card, self._history = Card(), Card()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._card)
        self._column.addWidget(self._history)
        self._column.addStretch(1)
        self._shown: Record | Paper | None = None
        self._before: tuple[Record, ...] = ()
        self.ready()

    def show_record(self, model: HoursModel) -> None:
        self._shown = model.card.record if model.card else None
        self._before = model.card.before if model.card else ()
        self._draw()

    def show_paper(self, model: HoursModel) -> None:
        self._shown, self._before = model.paper, ()
        self._draw()

    def retranslate(self) -> None:
        self._draw()

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))

    def _draw(self) -> None:
        _empty(self._card)
        _empty(self._history)
        show_if(self._history, bool(self._before))
        if isinstance(self._shown, Record):
            self._card.set_tone(TONES[self._shown.credit])
            self._card.body.addWidget(facts(self._of_record(self._shown)))
        elif self._shown is not None:
            self._card.set_tone("ok" if self._shown.state in ("issued", "posted", "done") else "warn")
            self._card.body.addWidget(facts(self._of_paper(self._shown)))
        for one in self._before:
            words = self.tr("以前记的：{hours}，{much}，{close}")
            text = words.format(hours=one.hours, much=self._words.hours(one.minutes), close=self._words.close(one))
            self._history.body.addWidget(label(text, "muted"))

    def _of_record(self, one: Record) -> list[tuple[str, str]]:
        words = self._words
        found = [
            (self.tr("计多少"), words.hours(one.minutes)), (self.tr("情况"), words.credit(one)),
            (self.tr("做了什么"), words.content(one)), (self.tr("地点"), one.place or "—"),
            (self.tr("怎么记的"), words.close(one)),
        ]  # fmt: skip
        if one.flags:
            found.append((self.tr("要留意"), words.flags(one)))
        if one.reason:
            found.append((self.tr("更正原因"), one.reason))
        if one.said:
            found.append((self.tr("说明"), one.said))
        return found

    def _of_paper(self, one: Paper) -> list[tuple[str, str]]:
        words = self._words
        found = [
            (self.tr("种类"), words.kind(one)), (self.tr("情况"), words.state(one)),
            (self.tr("服务日期"), one.period), (self.tr("办理时间"), one.at),
        ]  # fmt: skip
        if one.number:
            found += [(self.tr("编号"), one.number), (self.tr("小时"), words.hours(one.minutes))]
        if one.purpose:
            found.append((self.tr("用在哪里"), one.purpose))
        if one.reason:
            found.append((self.tr("原因"), one.reason))
        return found


def _empty(card: Card) -> None:
    """Take everything out of a card but its head."""
    for nth in reversed(range(1, card.body.count())):
        item = card.body.takeAt(nth)
        if item is not None and (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
