"""A shift as it comes every week: its hours, days, head count, and who may serve in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QTimeEdit, QWidget

from ui.pages.team.model import CAPACITIES, TeamModel, TemplateRow
from ui.pages.team.view_member import Box, line
from ui.texts import sentence
from ui.widgets import Card, Field, FlowLayout, Form, Stepper, Weekdays, label


class TemplatePanel(Box):
    """A shift as it comes every week."""

    def __init__(self) -> None:
        super().__init__()
        self._row = TemplateRow()
        self.name, self.place, self.skills = line(), line(100), line(200)
        self.start, self.end, self.days = QTimeEdit(), QTimeEdit(), Weekdays()
        for clock in (self.start, self.end):
            clock.setDisplayFormat("HH:mm")
        self.least, self.most = Stepper(1, 50), Stepper(1, 50)
        self.least.changed.connect(lambda n: self.most.show_value(max(n, self.most.value())))
        self.most.changed.connect(lambda n: self.least.show_value(min(n, self.least.value())))
        self.one_or_three = QCheckBox(self.tr("至少一位党总支、居委会、业委会或物业"))
        self.sitting = QCheckBox(self.tr("接待日"))
        self.minors, self.heavy = QCheckBox(self.tr("未成年人可以值")), QCheckBox(self.tr("辛苦班"))
        self.capacities = {one: QCheckBox(sentence(f"duty.capacity.{one}")) for one in CAPACITIES}
        fields = Form(columns=4)
        for words, editor in (
            (self.tr("班次名称"), self.name), (self.tr("几点开始"), self.start), (self.tr("几点结束"), self.end),
            (self.tr("在哪里"), self.place), (self.tr("至少几人"), self.least), (self.tr("最多几人"), self.most),
            (self.tr("要会什么"), self.skills),
        ):  # fmt: skip
            fields.add(Field(words, editor, optional=editor in (self.place, self.skills)))
        card = Card()
        card.body.addWidget(fields)
        card.body.addWidget(self.days)
        card.body.addWidget(self._boxes(self.one_or_three, self.sitting, self.minors, self.heavy))
        who = label(self.tr("只限："), wrap=False)
        who.setToolTip(self.tr("都不勾就是谁都可以值"))
        card.body.addWidget(self._boxes(who, *self.capacities.values()))
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.ready()

    @staticmethod
    def _boxes(*boxes: QWidget) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        flow = FlowLayout(holder, gap="l")
        for box in boxes:
            flow.addWidget(box)
        return holder

    def draw(self, model: TeamModel) -> None:
        row = self._row = model.template
        for field, text in ((self.name, row.name), (self.place, row.place), (self.skills, row.skills)):
            field.setText(text)
        self.start.setTime(QTime(row.start_min // 60, row.start_min % 60))
        self.end.setTime(QTime(row.end_min // 60 % 24, row.end_min % 60))
        self.days.set_days(row.weekdays)
        self.least.show_value(row.least)
        self.most.show_value(row.most)
        for box, on in (
            (self.one_or_three, row.one_or_three), (self.sitting, row.sitting), (self.minors, row.minors),
            (self.heavy, row.heavy),
        ):  # fmt: skip
            box.setChecked(on)
        for name, box in self.capacities.items():
            box.setChecked(name in row.capacities)

    def row(self) -> TemplateRow:
        """What stands in it now."""
        return replace(
            self._row, name=self.name.text(), place=self.place.text(), weekdays=self.days.days(),
            start_min=_minutes(self.start), end_min=_minutes(self.end), least=self.least.value(),
            most=self.most.value(), one_or_three=self.one_or_three.isChecked(), skills=self.skills.text(),
            capacities=tuple(name for name, box in self.capacities.items() if box.isChecked()),
            minors=self.minors.isChecked(), heavy=self.heavy.isChecked(), sitting=self.sitting.isChecked(),
        )  # fmt: skip


def _minutes(clock: QTimeEdit) -> int:
    return clock.time().hour() * 60 + clock.time().minute()
