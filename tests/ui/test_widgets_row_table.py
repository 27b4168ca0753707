"""A table over a whole list: the mark stays on its row, or on none where Enter would act."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import apply_theme
from ui.widgets import Column, RowTable

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
