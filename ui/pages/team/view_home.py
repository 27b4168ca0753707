"""The team as a list; and the lists of shifts of a week and of days off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.pages.team.model import DayRow, MemberRow, TeamModel, TemplateRow
from ui.pages.team.view_words import clock, date_words, notes_words
from ui.texts import sentence
from ui.theme import current
from ui.widgets import Card, Column, DateField, EmptyState, Field, Form, day_words, least_height, show_if
from ui.widgets.row_table import RowTable
from ui.widgets.themed import Themed

if TYPE_CHECKING:
    from ui.pages.team.presenter import TeamPresenter

ROWS = 5


class Listed(Themed, QWidget):
    """A table in a card, or what will appear in it."""

    LEAST = ROWS

    def __init__(self, columns: Sequence[Column], icon: str, name: str) -> None:
        super().__init__()
        self.table = RowTable(columns, lambda row: row.id)
        self.table.setAccessibleName(name)
        self.empty, self._icon = EmptyState(icon, "", ""), icon
        self.card = Card()
        self.card.body.addWidget(self.table, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.card, 1)
        self.column.addWidget(self.empty, 1)

    def show_rows(self, rows: Sequence[Any], title: str, how: str) -> None:
        show_if(self.card, bool(rows))
        show_if(self.empty, not rows)
        if tuple(rows) != self.table.rows():
            self.table.show_rows(rows)
        self.empty.show_state(self._icon, title, how)

    def restyle(self) -> None:
        self.column.setSpacing(current().space("m"))
        self.table.setMinimumHeight(current().table("row") + least_height(self.LEAST))


class HomePanel(Listed):
    def __init__(self, presenter: TeamPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("谁"), lambda row: row.label, 6, tone=lambda row: "muted" if row.left else ""),
                Column(self.tr("身份"), lambda row: sentence(f"duty.capacity.{row.capacity}"), 10),
                Column(self.tr("本月"), lambda row: self.tr("{n} 班").format(n=row.count), 4),
                Column(self.tr("说过时间"), lambda row: self.tr("{n} 条").format(n=row.lines) if row.lines else self.tr("没说"), 5),
                Column(self.tr("会什么、要留意什么"), notes_words, tone=self._tone),
            ],
            "users", self.tr("值班队伍"),
        )  # fmt: skip
        self.table.opened.connect(lambda row: presenter.open_member(row.id) if isinstance(row, MemberRow) else None)
        self.ready()

    def draw(self, model: TeamModel) -> None:
        title = self.tr("值班的每一位都会列在这里")
        how = self.tr("一位一位加，或者把群里的接龙贴进来，认不出的名字可以直接加入队伍。")
        self.show_rows(model.members if model.with_left else model.here, title, how)

    def current(self) -> MemberRow | None:
        row = self.table.current_row()
        return row if isinstance(row, MemberRow) else None

    @staticmethod
    def _tone(row: MemberRow) -> str:
        return "warn" if {"no_consent", "uninsured", "over_wish"} & set(row.notes) else ""


class ShiftsPanel(Listed):
    def __init__(self, presenter: TeamPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("班次"), lambda row: row.name, 7),
                Column(self.tr("几点"), lambda row: f"{clock(row.start_min)}-{clock(row.end_min)}", 6),
                Column(self.tr("星期几"), lambda row: day_words(row.weekdays), 10),
                Column(self.tr("人数"), self._people, 5),
                Column(self.tr("要求"), self._needs),
            ],
            "calendar-event", self.tr("每周的班次"),
        )  # fmt: skip
        self.table.opened.connect(lambda row: presenter.open_template(row) if isinstance(row, TemplateRow) else None)
        self.ready()

    def draw(self, model: TeamModel) -> None:
        title = self.tr("每周有哪些班，都会列在这里")
        self.show_rows(model.templates, title, self.tr("先加一种班次，比如「上午门岗，每天 8:00 到 11:00」。"))

    def _people(self, row: TemplateRow) -> str:
        if row.least == row.most:
            return self.tr("{n} 人").format(n=row.least)
        return self.tr("{least}-{most} 人").format(least=row.least, most=row.most)

    def _needs(self, row: TemplateRow) -> str:
        parts = []
        if row.one_or_three:
            parts.append(self.tr("1 或 3 至少一位"))
        if row.capacities:
            parts.append(self.tr("、").join(sentence(f"duty.capacity.{one}") for one in row.capacities))
        parts += [row.skills] if row.skills else []
        parts += [self.tr("接待日")] if row.sitting else []
        parts += [self.tr("辛苦班")] if row.heavy else []
        return self.tr("；").join(parts)


class DaysPanel(Listed):
    """Days off; the form adds some in a row."""

    LEAST = 2

    def __init__(self, presenter: TeamPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("哪天"), lambda row: date_words(row.day), 8),
                Column(self.tr("怎么样"), self._kind, 10),
                Column(self.tr("说明"), lambda row: row.name),
            ],
            "calendar-event", self.tr("放假和停班"),
        )  # fmt: skip
        self._presenter = presenter
        self.first, self.last, self.name = DateField(), DateField(), QLineEdit()
        self.name.setMaxLength(30)
        self.first.dateChanged.connect(self._not_before)
        form = Form(columns=3)
        self._fields = [form.add(Field("", one)) for one in (self.first, self.last)]
        self._named = form.add(Field("", self.name, optional=True))
        self.column.insertWidget(0, form)
        self._filled = False
        self.ready()

    def retranslate(self) -> None:
        self._fields[0].set_words(self.tr("从哪天起不排班"))
        self._fields[1].set_words(self.tr("到哪天"))
        self._named.set_words(self.tr("什么日子"))
        self.name.setPlaceholderText(self.tr("比如 元旦"))

    def draw(self, model: TeamModel) -> None:
        if not self._filled and model.today:
            self._filled = True
            today = QDate.fromString(model.today, Qt.DateFormat.ISODate)
            self.first.setDate(today)
            self.last.setDate(today)
        how = self.tr("在上面选好日子，按「加上」，排班时这些天就没有班。")
        self.show_rows(model.days, self.tr("没有放假或停班的日子"), how)

    def add(self) -> None:
        iso = Qt.DateFormat.ISODate
        self._presenter.add_days(self.first.date().toString(iso), self.last.date().toString(iso), self.name.text())

    def current(self) -> DayRow | None:
        row = self.table.current_row()
        return row if isinstance(row, DayRow) else None

    def _not_before(self, day: QDate) -> None:
        self.last.setMinimumDate(day)
        if self.last.date() < day:
            self.last.setDate(day)

    def _kind(self, row: DayRow) -> str:
        words = {"holiday": self.tr("放假，不排班"), "closed": self.tr("停班"), "extra": self.tr("加班次")}
        return " ".join(filter(None, (words.get(row.kind, ""), row.template)))
