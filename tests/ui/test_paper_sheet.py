"""A list on A4: boxes stand in the middle of their column, and there is room to sign."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QApplication

from ui.paper import sheet
from ui.paper.sheet import Sheet

LIST = Sheet("Roll call", ("19:29",), ("Name", "Safe"), (("何*", "✓"), ("张*", "□")), "Signed:        Time:")


def test_gaps_to_sign_in_are_kept(qapp: QApplication) -> None:
    assert "Signed:        Time:" in sheet._document(LIST).toPlainText().replace("\u00a0", " ")


def test_boxes_stand_in_the_middle(qapp: QApplication) -> None:
    document = sheet._document(LIST)  # held: its frames go with it
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    cells = [tables[0].cellAt(row, column).firstCursorPosition() for row in range(3) for column in range(2)]
    middle = [bool(cell.blockFormat().alignment() & Qt.AlignmentFlag.AlignHCenter) for cell in cells]
    assert middle == [False, True] * 3


def test_an_empty_list_is_a_page(qapp: QApplication) -> None:
    pictures, count = sheet.pages(Sheet("Roll call", (), ("Name", "Safe"), ()), 400, 3)
    assert (len(pictures), count) == (1, 1)
