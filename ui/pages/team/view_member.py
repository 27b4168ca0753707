"""A member's form; when they can and whom they go with; a shift as it comes every week."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.pages.team.model import (
    CAPACITIES,
    PARTS,
    SAYS,
    LineForm,
    LineRow,
    MemberForm,
    PairRow,
    TeamModel,
)
from ui.pages.team.view_words import part_words, source_words, weekday_words, when_words
from ui.texts import sentence
from ui.theme import current
from ui.widgets import (
    Card,
    Column,
    DateField,
    Field,
    FlowLayout,
    Form,
    PickBox,
    Stepper,
    label,
    least_height,
    show_if,
)
from ui.widgets.row_table import RowTable
from ui.widgets.themed import Themed

if TYPE_CHECKING:
    from ui.pages.team.presenter import TeamPresenter

ISO = Qt.DateFormat.ISODate


class Box(Themed, QWidget):
    """A column of widgets without margins."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def restyle(self) -> None:
        self.column.setSpacing(current().space("m"))


def line(most: int = 64) -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(most)
    return made


class Dated(Themed, QWidget):
    """Something that may be so, and the day of it: `day()` is ISO, "" when it is not."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.box, self.date = QCheckBox(words), DateField()
        self.date.setAccessibleName(words)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.box)
        self._row.addWidget(self.date)
        self.box.toggled.connect(lambda on: show_if(self.date, on))
        show_if(self.date, False)
        self.ready()

    def day(self) -> str:
        return self.date.date().toString(ISO) if self.box.isChecked() else ""

    def set_day(self, day: str, today: str) -> None:
        self.box.setChecked(bool(day))
        self.date.setDate(QDate.fromString(day or today, ISO))

    def restyle(self) -> None:
        self._row.setSpacing(current().space("s"))


class MemberPanel(Box):
    """Name, capacity, phone, and for a minor their guardian."""

    def __init__(self) -> None:
        super().__init__()
        self._form = MemberForm()
        self.name, self.phone, self.body_name, self.skills = line(), line(24), line(100), line(200)
        self.capacity = PickBox([(one, sentence(f"duty.capacity.{one}")) for one in CAPACITIES])
        self.operator, self.most = PickBox(), Stepper(0, 99)
        self.skills.setPlaceholderText(self.tr("几样用空格隔开"))
        self.guardian, self.consent_day, self.note = line(), DateField(), line(200)
        self.show_name, self.minor = QCheckBox(self.tr("同意在大屏上写姓名")), QCheckBox(self.tr("未满 18 岁"))
        self.agreed = QCheckBox(self.tr("监护人已经同意"))
        self.insured, self.trained = Dated(self.tr("有保险，到")), Dated(self.tr("培训过，在"))
        fields = Form(columns=4)
        fields.add(Field(self.tr("姓名"), self.name))
        fields.add(Field(self.tr("身份"), self.capacity))
        fields.add(Field(self.tr("电话"), self.phone, optional=True))
        fields.add(Field(self.tr("会什么"), self.skills, optional=True))
        fields.add(Field(self.tr("每月最多几班，0 不限"), self.most))
        fields.add(Field(self.tr("值班账号"), self.operator, optional=True))
        fields.add(Field(self.tr("单位"), self.body_name, optional=True))
        fields.add(Field(self.tr("备注"), self.note, optional=True))
        self._card = Card()
        self._card.body.addWidget(fields)
        self._ticks(self._card)
        self._guardian = self._for_minors()
        self._card.body.addWidget(self._guardian)
        self.column.addWidget(self._card)
        self.column.addStretch(1)
        self.minor.toggled.connect(self._on_minor)
        self.agreed.toggled.connect(self._on_minor)
        self._on_minor()
        self.ready()

    def _ticks(self, card: Card) -> None:
        holder = QWidget()
        holder.setProperty("role", "clear")
        flow = FlowLayout(holder, gap="l")
        for box in (self.show_name, self.minor, self.insured, self.trained):
            flow.addWidget(box)
        card.body.addWidget(holder)

    def _for_minors(self) -> Form:
        form = Form(columns=3)
        form.add(Field(self.tr("监护人"), self.guardian))
        form.add(Field(self.tr("同意了吗"), self.agreed))
        self._day = form.add(Field(self.tr("哪天同意的"), self.consent_day))
        return form

    def draw(self, model: TeamModel) -> None:
        form = self._form = model.form
        self.operator.set_choices([("", self.tr("没有")), *model.operators])
        self.name.setText(form.name)
        self.capacity.set_key(form.capacity)
        self.phone.setText(form.phone)
        self.body_name.setText(form.body_name)
        self.skills.setText(form.skills)
        self.operator.set_key(form.operator_id)
        self.most.show_value(form.most)
        self.show_name.setChecked(form.show_name)
        self.minor.setChecked(form.minor)
        self.guardian.setText(form.guardian)
        self.agreed.setChecked(bool(form.guardian_day))
        self.consent_day.setDate(QDate.fromString(form.guardian_day or model.today, ISO))
        self.note.setText(form.note)
        self.insured.set_day(form.insured_day, model.today)
        self.trained.set_day(form.trained_day, model.today)
        self._on_minor()

    def form(self) -> MemberForm:
        """What stands in it now."""
        agreed = self.minor.isChecked() and self.agreed.isChecked()
        return replace(
            self._form, name=self.name.text(), capacity=self.capacity.key(), phone=self.phone.text(),
            body_name=self.body_name.text(), skills=self.skills.text(), operator_id=self.operator.key(),
            most=self.most.value(), show_name=self.show_name.isChecked(), minor=self.minor.isChecked(),
            guardian=self.guardian.text(), note=self.note.text(), insured_day=self.insured.day(),
            trained_day=self.trained.day(),
            guardian_day=self.consent_day.date().toString(ISO) if agreed else "",
        )  # fmt: skip

    def _on_minor(self) -> None:
        show_if(self._guardian, self.minor.isChecked())
        show_if(self._day, self.agreed.isChecked())


class TimesPanel(Box):
    """Lines of availability and pairs; one line or pair more."""

    def __init__(self, presenter: TeamPresenter) -> None:
        super().__init__()
        self.says = PickBox([(one, sentence(f"duty.says.{one}")) for one in SAYS])
        weekdays = [(str(day), weekday_words(day)) for day in range(8)]
        self.when = PickBox([*weekdays, ("day", self.tr("某一天"))])
        self.day, self.part = DateField(), PickBox([(name, part_words(*hours)) for name, hours in PARTS.items()])
        self.when.picked.connect(lambda _: self._on_when())
        form = Form(columns=4)
        for words, editor in (
            (self.tr("怎么样"), self.says),
            (self.tr("哪天"), self.when),
            (self.tr("几点"), self.part),
        ):
            form.add(Field(words, editor))
        self._dated = form.add(Field(self.tr("日期"), self.day))
        self.table = RowTable(
            [
                Column(self.tr("说的时间"), self._words, icon=self._icon, tone=lambda row: "warn" if isinstance(row, LineRow) and row.says == "cannot" else ""),
                Column(self.tr("怎么知道的"), lambda row: source_words(row.source) if isinstance(row, LineRow) else "", 7),
            ],
            lambda row: row.id,
        )  # fmt: skip
        self.table.setAccessibleName(self.tr("说过的时间和搭档"))
        self.other = PickBox()
        self.kind = PickBox([(one, sentence(f"duty.pair.{one}")) for one in ("together", "apart")])
        pairs = Form(columns=4)
        pairs.add(Field(self.tr("和谁"), self.other, beside=True))
        pairs.add(Field(self.tr("搭档"), self.kind, beside=True))
        self._none = label(self.tr("还没有说过：就当哪天都可以。"), "quiet")
        card = Card()
        for widget in (form, pairs, self._none, self.table):
            card.body.addWidget(widget, 1 if widget is self.table else 0)
        self.column.addWidget(card, 1)
        self._on_when()
        self.ready()

    def draw(self, model: TeamModel) -> None:
        rows = (*model.times, *model.pairs)
        show_if(self.table, bool(rows))
        show_if(self._none, not rows)
        if rows != self.table.rows():
            self.table.show_rows(rows)
        others = [(one.id, one.label) for one in model.here if one.id != model.chosen]
        self.other.set_choices([("", self.tr("选一位")), *others])
        if not self.day.date().isValid() or self.day.date() < QDate.fromString(model.today, ISO):
            self.day.setDate(QDate.fromString(model.today, ISO))

    def form(self) -> LineForm:
        return LineForm(self.says.key(), self.when.key(), self.day.date().toString(ISO), self.part.key())

    def current(self) -> LineRow | PairRow | None:
        row = self.table.current_row()
        return row if isinstance(row, LineRow | PairRow) else None

    def _words(self, row: object) -> str:
        if isinstance(row, PairRow):
            return f"{sentence(f'duty.pair.{row.kind}')}：{row.other}"
        return f"{sentence(f'duty.says.{row.says}')} {when_words(row)}" if isinstance(row, LineRow) else ""

    @staticmethod
    def _icon(row: object) -> str:
        return "users" if isinstance(row, PairRow) else "clock"

    def _on_when(self) -> None:
        show_if(self._dated, self.when.key() == "day")

    def restyle(self) -> None:
        super().restyle()
        self.table.setMinimumHeight(current().table("row") + least_height(1))
