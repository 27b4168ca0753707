"""Days unlike their weekday: days off, a kind of shift that is not worked, one that is worked besides; some in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit

from ui import moments
from ui.pages.team.model import DayRow, TeamModel
from ui.widgets import Column, DateField, Field, Form, ListPanel, PickBox, Stepper, show_if

if TYPE_CHECKING:
    from ui.pages.team.presenter import TeamPresenter

HOLIDAY, CLOSED, EXTRA = "holiday", "closed", "extra"
PEOPLE_MOST = 50


class DaysPanel(ListPanel):
    """What is asked for depends on the kind: a day off is for every shift."""

    LEAST = 2

    def __init__(self, presenter: TeamPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("哪天"), lambda row: moments.date(row.day), 8),
                Column(self.tr("怎么样"), self._kind, 14),
                Column(self.tr("说明"), lambda row: row.name),
            ],
            lambda row: row.id, "calendar-event", self.tr("放假、停班和加班次"),
        )  # fmt: skip
        self._presenter = presenter
        self.kind, self.template, self.least = PickBox(), PickBox(), Stepper(1, PEOPLE_MOST)
        self.first, self.last, self.name = DateField(), DateField(), QLineEdit()
        self.name.setMaxLength(30)
        self.first.dateChanged.connect(self._not_before)
        self.kind.picked.connect(lambda _: self._on_kind())
        form = Form(columns=3)
        self._fields = {
            name: form.add(Field("", editor, optional=editor is self.name))
            for name, editor in (
                ("kind", self.kind), ("template", self.template), ("least", self.least), ("first", self.first),
                ("last", self.last), ("name", self.name),
            )
        }  # fmt: skip
        self.column.insertWidget(0, form)
        self._filled = False
        self.ready()

    def retranslate(self) -> None:
        words = {
            "kind": self.tr("怎么样"), "template": self.tr("哪种班"), "least": self.tr("要几人"),
            "first": self.tr("从哪天起"), "last": self.tr("到哪天"), "name": self.tr("什么日子"),
        }  # fmt: skip
        for name, field in self._fields.items():
            field.set_words(words[name])
        self.kind.set_choices(
            [
                (HOLIDAY, self.tr("放假，都不排")),
                (CLOSED, self.tr("停一种班")),
                (EXTRA, self.tr("加一种班")),
            ]
        )
        self.name.setPlaceholderText(self.tr("比如 元旦"))
        self._on_kind()

    def draw(self, model: TeamModel) -> None:
        if not self._filled and model.today:
            self._filled = True
            today = QDate.fromString(model.today, Qt.DateFormat.ISODate)
            self.first.setDate(today)
            self.last.setDate(today)
        self.template.set_choices([(one.id, one.name) for one in model.templates])
        show_if(self._fields["kind"], bool(model.templates))
        how = self.tr("在上面选好日子，按「加上」，排班时就照这个来。")
        self.show_rows(model.days, self.tr("没有放假、停班或加班次的日子"), how)

    def add(self) -> None:
        iso, kind = Qt.DateFormat.ISODate, self.kind.key() or HOLIDAY
        template = "" if kind == HOLIDAY else self.template.key()
        self._presenter.add_days(
            self.first.date().toString(iso), self.last.date().toString(iso), self.name.text(), kind, template,
            self.least.value(),
        )  # fmt: skip

    def current(self) -> DayRow | None:
        row = self.table.current_row()
        return row if isinstance(row, DayRow) else None

    def _on_kind(self) -> None:
        kind = self.kind.key() or HOLIDAY
        show_if(self._fields["template"], kind != HOLIDAY)
        show_if(self._fields["least"], kind == EXTRA)

    def _not_before(self, day: QDate) -> None:
        self.last.setMinimumDate(day)
        if self.last.date() < day:
            self.last.setDate(day)

    def _kind(self, row: DayRow) -> str:
        words = {HOLIDAY: self.tr("放假，不排班"), CLOSED: self.tr("停班"), EXTRA: self.tr("加班次")}
        many = self.tr("{n} 人").format(n=row.least) if row.least else ""
        return " ".join(filter(None, (words.get(row.kind, ""), row.template, many)))
