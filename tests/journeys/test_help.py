"""F1 on a page opens its chapter of the manual, and the card for the wall is printed from there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from tests.journeys.conftest import Running
from ui.manual import book


def test_f1_opens_the_chapter_of_the_page_in_front_and_esc_comes_back(on_duty: Running) -> None:
    on_duty.shell.to("inside")
    on_duty.qtbot.keyClick(on_duty.window.scan_line.field, Qt.Key.Key_F1)
    on_duty.until(lambda: on_duty.front() == "help")
    help_page = on_duty.page()
    assert help_page.heading() == book.title("inside", "zh_CN")
    assert "现在谁在小区里" in help_page.reader.toPlainText()

    help_page.contents_button.click()
    assert help_page.contents.isVisible()
    help_page.contents.buttons["goods"].click()
    assert help_page.heading() == book.title("goods", "zh_CN")
    on_duty.qtbot.keyClick(on_duty.window.scan_line.field, Qt.Key.Key_Escape)
    on_duty.until(lambda: on_duty.front() == "inside")


def test_the_card_for_the_wall_is_saved_where_no_printer_is(on_duty: Running, home: Path) -> None:
    on_duty.shell.to("help")
    page = on_duty.page()
    page.contents_button.click()
    page.wall_button.click()
    on_duty.until(lambda: any(home.rglob("*gate-card*.pdf")))
    (card,) = home.rglob("*gate-card*.pdf")
    assert card.read_bytes().startswith(b"%PDF")
