"""Weekdays: seven switches, Monday first. `Weekdays(on=(1, 2, 3, 4, 5))`; `days()`, `set_days(days)`; signal `changed()`.

`day_words(days)`: the same in words, "every day" or "Mon Wed Fri".
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import BigButton
from ui.widgets.flow import FlowLayout
from ui.widgets.themed import Themed

WORKDAYS = (1, 2, 3, 4, 5)


def day_words(days: tuple[int, ...]) -> str:
    """ISO weekdays as a line of text."""
    if len(days) == 7:
        return QCoreApplication.translate("Weekdays", "每天")
    if days == WORKDAYS:
        return QCoreApplication.translate("Weekdays", "周一到周五")
    return " ".join(_short(day) for day in days)


def _short(day: int) -> str:
    return QLocale().dayName(day, QLocale.FormatType.ShortFormat)


class Weekdays(Themed, QWidget):
    changed = Signal()

    def __init__(self, on: tuple[int, ...] = WORKDAYS) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        flow = FlowLayout(self, gap="s")
        self._days = {day: BigButton("", "row") for day in range(1, 8)}
        for day, button in self._days.items():
            button.setCheckable(True)
            button.setChecked(day in on)
            button.toggled.connect(lambda checked, b=button: self._on_toggled(b, checked))
            flow.addWidget(button)
            self._on_toggled(button, button.isChecked())
        self.ready()

    def days(self) -> tuple[int, ...]:
        return tuple(day for day, button in self._days.items() if button.isChecked())

    def set_days(self, days: tuple[int, ...]) -> None:
        for day, button in self._days.items():
            button.setChecked(day in days)

    def _on_toggled(self, button: BigButton, checked: bool) -> None:
        button.set_icon("check" if checked else "")
        self.changed.emit()

    def retranslate(self) -> None:
        for day, button in self._days.items():
            button.setText(_short(day))
