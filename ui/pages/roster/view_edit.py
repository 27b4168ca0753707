"""One shift more, or other hours and head count for one: a small form."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from ui.pages.roster.model import RosterModel, ShiftForm
from ui.theme import current
from ui.widgets import Card, DateField, Field, Form, Stepper, show_if
from ui.widgets.themed import Themed

ISO = Qt.DateFormat.ISODate


class EditPanel(Themed, QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._form = ShiftForm()
        self.name, self.place = QLineEdit(), QLineEdit()
        for line in (self.name, self.place):
            line.setMaxLength(64)
        self.day, self.start, self.end = DateField(), QTimeEdit(), QTimeEdit()
        for clock in (self.start, self.end):
            clock.setDisplayFormat("HH:mm")
        self.least, self.most = Stepper(1, 50), Stepper(1, 50)
        self.least.changed.connect(lambda n: self.most.show_value(max(n, self.most.value())))
        self.most.changed.connect(lambda n: self.least.show_value(min(n, self.least.value())))
        fields = Form(columns=3)
        for words, editor in (
            (self.tr("班次名称"), self.name), (self.tr("几点开始"), self.start), (self.tr("几点结束"), self.end),
            (self.tr("在哪里"), self.place), (self.tr("至少几人"), self.least), (self.tr("最多几人"), self.most),
        ):  # fmt: skip
            fields.add(Field(words, editor, optional=editor is self.place))
        self._day = fields.add(Field(self.tr("哪天"), self.day))
        card = Card()
        card.body.addWidget(fields)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(card)
        self._column.addStretch(1)
        self.ready()

    def draw(self, model: RosterModel) -> None:
        """Fill the form anew."""
        form = self._form = model.form
        self.name.setText(form.name)
        self.place.setText(form.place)
        self.day.setDate(QDate.fromString(form.day, ISO))
        show_if(self._day, not form.id)
        for clock, minute in ((self.start, form.start_min), (self.end, form.end_min)):
            clock.setTime(QTime(minute // 60 % 24, minute % 60))
        self.least.show_value(form.least)
        self.most.show_value(form.most)

    def form(self) -> ShiftForm:
        """What stands in it now."""
        start, end = (clock.time().hour() * 60 + clock.time().minute() for clock in (self.start, self.end))
        return replace(
            self._form, name=self.name.text(), place=self.place.text(), day=self.day.date().toString(ISO),
            start_min=start, end_min=end, least=self.least.value(), most=self.most.value(),
        )  # fmt: skip

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))
