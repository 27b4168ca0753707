"""The permit of a contractor: pick one of the household's or company's, or enter the one shown on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QTimeEdit, QVBoxLayout, QWidget

from ui.pages.admit.model import AdmitModel, PermitLine
from ui.texts import capital, sentence
from ui.theme import current
from ui.widgets import BigButton, Card, DateField, Field, Form, PillButton, Weekdays, label, show_if

if TYPE_CHECKING:
    from ui.pages.admit.presenter import AdmitPresenter

FIRST, LAST = QTime(8, 0), QTime(18, 0)
MONTH = 30

JOINT = "\u00a0· "  # no line begins with the dot


class NotNow(PillButton):
    """The picked permit when it does not hold now: a warning as large as any other row, first of all why."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "warn", "clock-exclamation")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _step(self) -> str:
        return "body"


class PermitPanel(Card):
    """Rows to pick from, and the small form of a new one. picked(): another one, or none."""

    picked = Signal()

    def __init__(self, presenter: AdmitPresenter) -> None:
        self._presenter = presenter
        self._lines: tuple[PermitLine, ...] = ()
        self._picked = self._says = ""
        self._open = False
        self._rows = QVBoxLayout()
        self._buttons: list[BigButton] = []
        self._none = label("", "quiet")
        self._new = BigButton("", "row", "plus")
        self._form = QWidget()
        super().__init__()
        self._new.clicked.connect(self._toggle)
        self.body.addWidget(self._none)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._new)
        self.body.addWidget(self._form)
        self._make_form()
        self._form.hide()
        self.retranslate()

    def _make_form(self) -> None:
        self._form.setProperty("role", "clear")
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        self.number, self.workers, self.tools = QLineEdit(), QLineEdit(), QLineEdit()
        self.first, self.last = DateField(), DateField()
        self.last.setDate(self.first.date().addDays(MONTH))
        self.start, self.end = QTimeEdit(FIRST), QTimeEdit(LAST)
        for clock in (self.start, self.end):
            clock.setDisplayFormat("HH:mm")
        self.days = Weekdays()
        form = Form(columns=2)
        editors: tuple[QWidget, ...] = (self.number, self.first, self.last, self.start, self.end)
        self._fields = [form.add(Field("", editor)) for editor in editors]
        column.addWidget(form)
        self._fields += [
            Field("", self.days),
            Field("", self.workers, optional=True),
            Field("", self.tools, optional=True),
        ]
        for field in self._fields[5:]:
            column.addWidget(field)
        self._save = BigButton("", "quiet", "check")
        self._save.clicked.connect(self._on_save)
        row = QHBoxLayout()
        row.addWidget(self._save)
        row.addStretch(1)
        column.addLayout(row)

    def show_model(self, model: AdmitModel) -> None:
        """The permits known for this household or company."""
        drawn = (self._lines, self._picked, self._says)
        if drawn != (model.permits, model.permit, model.permit_says) or not self._buttons:
            self._lines, self._picked, self._says = model.permits, model.permit, model.permit_says
            self._show_rows()
        show_if(self._new, model.may_permit)
        self._company = model.values.get("company", "")
        if model.permit:
            self._open = False
            show_if(self._form, False)
        show_if(self._none, not self._lines)

    def row(self, number: int) -> BigButton:
        """For tests and the tour."""
        return self._buttons[number]

    def _show_rows(self) -> None:
        for button in self._buttons:
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._row(line) for line in self._lines]
        for button in self._buttons:
            self._rows.addWidget(button)

    def _row(self, line: PermitLine) -> BigButton:
        words = [line.number, line.company, self.tr("到 {date}").format(date=line.until), line.hours]
        if line.workers:
            words.append(self.tr("{n} 名工人", "", line.workers).format(n=line.workers))
        picked = line.id == self._picked
        says = self._says if picked else line.says
        told = sentence(f"visit.says.{says}") if says else ""
        if picked and says:
            button: BigButton = NotNow(JOINT.join(word for word in (capital(told), *words) if word))
        else:
            words.append(told)
            icon = "square-check" if picked else "clock-exclamation" if says else "square"
            button = BigButton(JOINT.join(word for word in words if word), "quiet", icon)
        button.setCheckable(True)
        button.setChecked(picked)
        button.clicked.connect(lambda: self._pick("" if picked else line.id))
        return button

    def _pick(self, permit: str) -> None:
        self._presenter.change(permit=permit)
        self.picked.emit()

    def _toggle(self) -> None:
        self._open = not self._open
        show_if(self._form, self._open)
        if self._open:
            self.number.setFocus()

    def _on_save(self) -> None:
        fields: dict[str, Any] = {
            "number": self.number.text(), "company": self._company or self.number.text(),
            "first": self.first.date().toPython(), "last": self.last.date().toPython(),
            "weekdays": self.days.days(), "start_min": _minutes(self.start.time()), "end_min": _minutes(self.end.time()),
            "workers": [name for name in re.split(r"[、,，;；\s]+", self.workers.text()) if name],
            "tools": self.tools.text(),
        }  # fmt: skip
        self._presenter.add_permit(**fields)

    def retranslate(self) -> None:
        self.set_title(self.tr("施工许可"))
        self._none.setText(self.tr("这一户没有在办的许可。可以登记一张，也可以不选，由住户确认。"))
        self._new.setText(self.tr("登记一张许可"))
        if not hasattr(self, "_fields"):
            return
        words = (
            self.tr("许可证号"), self.tr("开始日期"), self.tr("结束日期"), self.tr("每天从"), self.tr("每天到"),
            self.tr("哪几天可以施工"), self.tr("工人姓名，用顿号隔开"), self.tr("带的工具"),
        )  # fmt: skip
        for field, text in zip(self._fields, words, strict=True):
            field.set_words(text)
        self._save.setText(self.tr("记下许可"))
        self._show_rows()

    def restyle(self) -> None:
        super().restyle()
        self._rows.setSpacing(current().space("s"))


def _minutes(time: QTime) -> int:
    return time.hour() * 60 + time.minute()
