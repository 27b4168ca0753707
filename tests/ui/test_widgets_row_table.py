"""A table over a whole list: the mark stays on its row, or on none where Enter would act."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import apply_theme
from ui.widgets import Column, RowTable
from ui.widgets.list_panel import Telling

COLUMNS = (Column("", lambda row: "", 2), Column("名", lambda row: row[1]))


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp)


def table(qtbot: QtBot, marks: bool = True) -> RowTable:
    made = RowTable(COLUMNS, lambda row: row[0], marks)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def rows(*ids: int) -> list[tuple[int, str]]:
    return [(n, f"row {n}") for n in ids]


def test_the_mark_stays_on_its_row_when_others_come_and_go(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.show_rows(rows(1, 2, 3, 4))
    made.mark(2)
    made.show_rows(rows(9, 8, 3, 4, 5))
    assert made.current_row() == (3, "row 3")
    made.show_rows(rows(1, 4))
    assert made.current_row() == (4, "row 4")
    made.show_rows([])
    assert made.current_row() is None


def test_without_marks_only_a_person_marks(qtbot: QtBot) -> None:
    made = table(qtbot, marks=False)
    made.show_rows(rows(1, 2, 3))
    assert made.current_row() is None
    made.mark(1)
    made.show_rows(rows(2, 3))
    assert made.current_row() == (2, "row 2")
    made.show_rows(rows(3))
    assert made.current_row() is None


def test_other_columns_leave_the_mark(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.show_rows(rows(1, 2))
    made.mark(1)
    made.set_columns(COLUMNS[1:])
    assert made.current_row() == (2, "row 2")
    assert made.model().columnCount() == 1


def test_a_pressed_cell_says_which(qtbot: QtBot) -> None:
    made = table(qtbot)
    made.show_rows(rows(1, 2))
    pressed: list[tuple[object, int]] = []
    made.pressed_cell.connect(lambda row, column: pressed.append((row, column)))
    where = made.visualRect(made.model().index(1, 0)).center()
    qtbot.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert pressed == [((2, "row 2"), 0)]


def test_a_narrow_column_does_not_push_the_table_past_its_edge(qtbot: QtBot, qapp: QApplication) -> None:
    made = table(qtbot)
    made.show_rows(rows(*range(40)))
    qapp.processEvents()
    assert made.horizontalScrollBar().maximum() == 0


def test_a_row_with_no_room_for_its_words_has_them_below(qtbot: QtBot) -> None:
    made, holder = RowTable(COLUMNS, lambda row: row[0]), QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    telling = Telling(made, lambda row: row[1])
    column.addWidget(made)
    column.addWidget(telling)
    holder.resize(400, 300)
    holder.show()
    qtbot.waitExposed(holder)
    made.show_rows([(1, "short"), (2, "far longer than there is room for " * 3)])
    assert (made.is_cut(), telling.isVisible()) == (False, False)
    made.mark(1)
    assert (telling.isVisible(), telling.text()) == (True, "far longer than there is room for " * 3)
    made.mark(0)
    assert not telling.isVisible()
