"""The tick sheet typed in: a row a second. Letters tick the columns they stand over, Enter goes to the next row.

`TickGrid`: `draw(members, ticks)`; signal `ticked(member_id, letters)` after each change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from ui.pages.team.model import COLUMNS, LETTERS, PARTS, MemberRow, TeamModel
from ui.pages.team.view_words import part_words, weekday_words
from ui.theme import current
from ui.widgets import Card, EmptyState, label, show_if
from ui.widgets.themed import Themed

if TYPE_CHECKING:
    from ui.pages.team.presenter import TeamPresenter

Index = QModelIndex | QPersistentModelIndex
HEAD_EMS = 6
COLUMN_EMS = 3


def column_words(number: int) -> str:
    """`周一 上午`."""
    day, part = COLUMNS[number]
    return f"{weekday_words(day)} {part_words(*PARTS[part])}"


class TickModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.members: tuple[MemberRow, ...] = ()
        self.ticks: dict[str, str] = {}

    def show_rows(self, members: tuple[MemberRow, ...], ticks: dict[str, str]) -> None:
        same = [one.id for one in members] == [one.id for one in self.members]
        if not same:
            self.beginResetModel()
        self.members, self.ticks = members, ticks
        if not same:
            self.endResetModel()
        elif members:
            self.dataChanged.emit(self.index(0, 0), self.index(len(members) - 1, len(COLUMNS) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(members) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.members)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def letters(self, row: int) -> str | None:
        """None: not typed yet."""
        return self.ticks.get(self.members[row].id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        letters = self.letters(index.row())
        on = letters is not None and LETTERS[index.column()] in letters
        if role == Qt.ItemDataRole.DisplayRole:
            return "✓" if on else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.members[index.row()].label} {column_words(index.column())} {'✓' if on else ''}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Horizontal:
            return column_words(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            day, part = COLUMNS[section]
            short = self.tr("上午") if part == "morning" else self.tr("下午")
            return "\n".join((LETTERS[section], weekday_words(day), short))
        done = self.letters(section) is not None
        return f"{'✓ ' if done else ''}{self.members[section].label}"


class TickGrid(Themed, QTableView):
    ticked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TickModel()
        self.setModel(self.rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # letters are columns, not pinyin
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(8)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setProperty("role", "close")  # fourteen columns: three letters each, in any language
        self.clicked.connect(lambda index: self._toggle(index.row(), LETTERS[index.column()]))
        self.ready()

    def draw(self, members: tuple[MemberRow, ...], ticks: dict[str, str]) -> None:
        self.rows.show_rows(members, ticks)
        if not self.currentIndex().isValid() and members:
            self.setCurrentIndex(self.rows.index(0, 0))
        self._fit()

    def _toggle(self, row: int, letter: str) -> None:
        now = self.rows.letters(row) or ""
        self.ticked.emit(self.rows.members[row].id, now.replace(letter, "") if letter in now else now + letter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, letter = self.currentIndex().row(), event.text().upper()
        if row >= 0 and len(letter) == 1 and letter in LETTERS and not event.modifiers():
            self._toggle(row, letter)
        elif row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.rows.letters(row) is None:  # nothing ticked: at no time
                self.ticked.emit(self.rows.members[row].id, "")
            self._step(1)
        elif row >= 0 and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.ticked.emit(self.rows.members[row].id, "")
        elif row >= 0 and event.key() == Qt.Key.Key_Space:
            self._toggle(row, LETTERS[self.currentIndex().column()])
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        row = min(self.currentIndex().row() + by, self.rows.rowCount() - 1)
        self.setCurrentIndex(self.rows.index(row, 0))

    def _fit(self) -> None:
        theme = current()
        head = HEAD_EMS * theme.text()
        self.verticalHeader().setFixedWidth(head)
        bar = self.verticalScrollBar().sizeHint().width() + 2
        room = (self.width() - head - 2 * self.frameWidth() - bar) // len(COLUMNS)
        for column in range(len(COLUMNS)):
            self.setColumnWidth(column, max(room, round(COLUMN_EMS * theme.text("small"))))
        self.verticalHeader().setDefaultSectionSize(theme.table())
        self.horizontalHeader().setFixedHeight(round(4.1 * theme.text("small")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def restyle(self) -> None:
        self.setMinimumHeight(current().table() * 4)
        self._fit()


class SheetPanel(Themed, QWidget):
    def __init__(self, presenter: TeamPresenter) -> None:
        super().__init__()
        self.grid = TickGrid()
        self.grid.ticked.connect(presenter.listening.tick)
        self._how, self.empty = label("", "quiet"), EmptyState("users", "", "")
        self._card = Card()
        self._card.body.addWidget(self._how)
        self._card.body.addWidget(self.grid, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card, 1)
        column.addWidget(self.empty, 1)
        self.ready()

    def retranslate(self) -> None:
        self.grid.setAccessibleName(self.tr("勾选表"))
        self._how.setText(
            self.tr("照着纸上的勾，按对应的字母，回车到下一位。没有打勾的，直接回车，就是这个月都不能来。")
        )

    def draw(self, model: TeamModel) -> None:
        show_if(self._card, bool(model.here))
        show_if(self.empty, not model.here)
        self.empty.show_state("users", self.tr("队里还没有人"), self.tr("先加队员，再打印勾选表给他们勾。"))
        self.grid.draw(model.here, dict(model.ticks))
