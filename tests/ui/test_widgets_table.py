"""KeysetModel and KeyTable: pages that come late, ends, stale answers, keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.theme import apply_theme, current
from ui.widgets import Column, KeysetModel, KeyTable, SearchField

COLUMNS = (
    Column("编号", lambda n: f"V-{n:04}", 6, icon=lambda n: "user" if n % 2 else ""),
    Column("情况", lambda n: "超时" if n % 3 == 0 else "在场", tone=lambda n: "bad" if n % 3 == 0 else ""),
)


class Source:
    """Rows 0, 1, 2 ... up to `count`, answered at once or when told."""

    def __init__(self, count: int, page: int = 10, late: bool = False) -> None:
        self.count, self.page, self.late = count, page, late
        self.asked: list[int | None] = []
        self.waiting: list[Callable[[], None]] = []

    def __call__(self, after: int | None, reply: Callable[[Sequence[int]], None]) -> None:
        self.asked.append(after)
        first = 0 if after is None else after + 1
        rows = list(range(first, min(self.count, first + self.page)))
        if self.late:
            self.waiting.append(lambda: reply(rows))
        else:
            reply(rows)


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp)


def test_pages_follow_each_other_by_the_last_row(qtmodeltester: ModelTester) -> None:
    source = Source(25)
    model = KeysetModel(COLUMNS, source, page=10)
    model.reload()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert source.asked == [None, 9, 19]
    assert [model.row(i) for i in range(model.rowCount())] == list(range(25))
    assert model.ended()
    qtmodeltester.check(model)


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 20])
def test_the_end_is_found_at_every_length(count: int) -> None:
    model = KeysetModel(COLUMNS, Source(count), page=10)
    model.reload()
    for _ in range(5):
        model.fetchMore(QModelIndex())
    assert (model.rowCount(), model.ended()) == (count, True)


def test_nothing_is_asked_twice_while_an_answer_is_under_way() -> None:
    source = Source(30, late=True)
    model = KeysetModel(COLUMNS, source, page=10)
    model.reload()
    model.fetchMore(QModelIndex())
    assert (source.asked, model.rowCount()) == ([None], 0)
    source.waiting.pop()()
    assert model.rowCount() == 10


def test_an_answer_from_before_a_reload_is_dropped() -> None:
    source = Source(30, late=True)
    model = KeysetModel(COLUMNS, source, page=10)
    model.reload()
    old = source.waiting.pop()
    source.count = 3
    model.reload()
    source.waiting.pop()()
    old()
    assert model.rowCount() == 3


def test_one_answer_given_twice_counts_once() -> None:
    source = Source(30, late=True)
    model = KeysetModel(COLUMNS, source, page=10)
    model.reload()
    answer = source.waiting.pop()
    answer()
    answer()
    assert model.rowCount() == 10


def test_an_empty_list_says_so(qtbot: QtBot) -> None:
    model = KeysetModel(COLUMNS, Source(0), page=10)
    with qtbot.waitSignals([model.emptied, model.arrived]):
        model.reload()


def test_a_cell_has_words_icon_and_tone(qapp: QApplication) -> None:
    model = KeysetModel(COLUMNS, Source(4), page=10)
    model.reload()
    role = Qt.ItemDataRole
    assert model.index(3, 0).data() == "V-0003"
    assert model.index(3, 0).data(role.UserRole) == 3
    assert model.index(3, 0).data(role.DecorationRole).width() >= current().icon()
    assert model.index(2, 0).data(role.DecorationRole) is None
    assert model.index(3, 1).data(role.ForegroundRole) == QColor(current().colors.bad)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "情况"


def table(qtbot: QtBot, count: int = 300) -> KeyTable:
    source = Source(count, page=50)
    model = KeysetModel(COLUMNS, source, page=50)
    made = KeyTable(model)
    model.setParent(made)
    model.reload()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def test_rows_are_tall_and_columns_fill_the_width(qtbot: QtBot, qapp: QApplication) -> None:
    made = table(qtbot)
    assert made.rowHeight(0) == current().height("list")
    assert sum(made.columnWidth(i) for i in range(2)) == made.viewport().width()
    apply_theme(qapp, "light", 40)
    assert made.rowHeight(0) == current().table() == 67  # large text is tall by itself


def test_scrolling_reads_on(qtbot: QtBot) -> None:
    made = table(qtbot)
    before = made.model().rowCount()
    made.scrollToBottom()
    qtbot.waitUntil(lambda: made.model().rowCount() > before)


def test_enter_and_double_click_open_the_row(qtbot: QtBot) -> None:
    made, told = table(qtbot), []
    made.opened.connect(told.append)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    made.setCurrentIndex(made.model().index(2, 0))
    assert made.current_row() == 2
    qtbot.keyClick(made, Qt.Key.Key_Return)
    spot = made.visualRect(made.model().index(4, 1)).center()
    qtbot.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(made.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told[-2:] == [2, 4]
    assert set(told) <= {0, 2, 4}


def test_typing_finds_a_row_by_any_column(qtbot: QtBot) -> None:
    made = table(qtbot)
    qtbot.keyClicks(made, "0031")
    assert made.current_row() == 31


def test_typing_goes_on_in_the_linked_field(qtbot: QtBot) -> None:
    made, field = table(qtbot), SearchField()
    field.setParent(made.parentWidget())
    qtbot.addWidget(field)
    field.show()
    made.link(field)
    field.setText("z")
    qtbot.keyClicks(made, "h")
    assert field.text() == "zh"
    qtbot.keyClick(made, Qt.Key.Key_Down)
    assert field.text() == "zh"


def test_heads_stand_over_their_columns(qapp: QApplication) -> None:
    """The style moves the words of a cell in by a margin of its own; the heads are given the same."""
    from PySide6.QtWidgets import QStyle

    from ui.theme.qss import CELL_MARGIN

    assert qapp.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1 == CELL_MARGIN
