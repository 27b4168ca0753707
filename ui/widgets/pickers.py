"""PickBox, KeyList, DateField: choosing one of a few, one of a short list, a day.

`PickBox(choices)` with choices of (key, words): `key()`, `set_key(key)` (no signal), `set_choices(...)` keeps the key; signal `picked(key)`.
`KeyList()`: `set_rows([(key, words, icon)])`, `key()`, `mark(key)`; signal `opened(key)` on Enter, click or double click.
`DateField(date=None, least=None)`: a date with a calendar; `date()` and `dateChanged` are Qt's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QWidget,
)

from ui import i18n
from ui.theme import current, icons
from ui.widgets.themed import Themed

_KEY = Qt.ItemDataRole.UserRole


class PickBox(Themed, QComboBox):
    picked = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The list of a plain QComboBox ignores the style sheet's item height.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.set_choices(choices)
        self.activated.connect(lambda: self.picked.emit(self.key()))
        self.ready()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices or other words; the chosen key stays if it is still there."""
        key = self.key()
        self.clear()
        for name, words in choices:
            self.addItem(words, name)
        if any(name == key for name, _ in choices):
            self.set_key(key)

    def key(self) -> str:
        return str(self.currentData() or "")

    def set_key(self, key: str) -> None:
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: object) -> None:
        # Scrolling a form must not change what was chosen on the way.
        event.ignore()  # type: ignore[attr-defined]


class KeyList(Themed, QListWidget):
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons: dict[str, str] = {}
        self.setUniformItemSizes(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._open)
        # Rows laid out before the style sheet has polished the list would keep their unstyled height.
        self.ensurePolished()
        self.ready()

    def set_rows(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Rows of (key, words, icon name or ""); the first one is marked."""
        self.clear()
        self._icons = {key: icons.known(icon) for key, _, icon in rows}
        for key, words, _ in rows:
            item = QListWidgetItem(words, self)
            item.setData(_KEY, key)
        self.restyle()
        self.setCurrentRow(0 if rows else -1)

    def key(self) -> str:
        """The key under the mark, "" for none."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item else ""

    def mark(self, key: str) -> None:
        """Put the mark on a row; it stays where it is when there is no such row."""
        for number in range(self.count()):
            if self.item(number).data(_KEY) == key:
                self.setCurrentRow(number)

    def _open(self, item: QListWidgetItem | None) -> None:
        if item:
            self.opened.emit(str(item.data(_KEY)))

    def restyle(self) -> None:
        theme = current()
        self.setIconSize(QSize(theme.icon(), theme.icon()))
        for number in range(self.count()):
            item = self.item(number)
            if name := self._icons.get(str(item.data(_KEY)), ""):
                item.setIcon(icons.icon(name, theme.icon(), theme.colors.accent))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self._open(self.currentItem())
            return
        super().keyPressEvent(event)


class DateField(Themed, QDateEdit):
    def __init__(self, date: QDate | None = None, least: QDate | None = None, parent: QWidget | None = None) -> None:
        super().__init__(date or QDate.currentDate(), parent)
        if least:
            self.setMinimumDate(least)
        self.setCalendarPopup(True)
        self.ready()

    def retranslate(self) -> None:
        english = i18n.current() == "en"
        self.setLocale(QLocale(i18n.current()))
        self.setDisplayFormat("d MMM yyyy" if english else "yyyy-MM-dd")

    def restyle(self) -> None:
        page = self.calendarWidget()
        page.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        page.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        page.setMinimumSize(current().text() * 20, current().text() * 16)
        # Qt writes weekends in pure red, which cannot be read on a dark ground.
        plain = QTextCharFormat()
        plain.setForeground(QColor(current().colors.ink))
        for day in Qt.DayOfWeek:
            page.setWeekdayTextFormat(day, plain)
