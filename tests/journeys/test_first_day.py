"""A first day at the desk, through the real window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt

from desk.core.clock import HOUR_MS
from desk.core.ids import new_id
from desk.people.reads import find_household
from desk.reception import reads
from desk.reception.rules import Draft, VisitorType, VisitState
from desk.reception.service import expect_with_pass
from tests.journeys.conftest import Running
from ui.hardware.choice import Choice
from ui.hardware.demo_camera import code_picture
from ui.pages.result.model import Next


def expect(running: Running, name: str = "欧阳小满") -> Any:
    """A household announces a visitor; answers the pass."""

    def work(u: Any) -> Any:
        household = find_household(u, "3-1-1202")
        assert household is not None
        draft = Draft(VisitorType.GUEST, name=name, household_id=household.id)
        return expect_with_pass(u, new_id(u.now), draft, u.now - HOUR_MS, u.now + HOUR_MS)

    return running.write(work)


def frame_with(text: str) -> np.ndarray:
    """A 720p frame with the code in the middle."""
    frame = np.full((720, 1280), 90, np.uint8)
    code = code_picture(text, 7)
    top, left = (720 - code.shape[0]) // 2, (1280 - code.shape[1]) // 2
    frame[top : top + code.shape[0], left : left + code.shape[1]] = code
    return frame


def press(running: Running, key: Qt.Key) -> None:
    running.qtbot.keyClick(running.window.scan_line.field, key)


def test_a_picture_of_a_pass_lets_its_visitor_in_and_search_finds_them(on_duty: Running, tmp_path: Path) -> None:
    picture = tmp_path / "pass.png"
    cv2.imwrite(str(picture), frame_with(expect(on_duty).text))
    assert on_duty.program.eyes is not None
    on_duty.program.eyes.cameras.open(Choice.parse(str(picture)))
    on_duty.until(lambda: on_duty.front() == "result" and bool(on_duty.page().model.visitor))
    model = on_duty.page().model
    assert (model.mark, model.next, model.visitor, model.place) == ("valid", Next.ADMIT, "欧阳*", "3-1-12**")

    press(on_duty, Qt.Key.Key_Return)
    on_duty.until(lambda: on_duty.window.notes.undo.isVisible())
    assert on_duty.front() != "result"
    for words in ("欧阳", "ouyang", "1202"):
        found = on_duty.read(lambda r, words=words: reads.find(r, words))
        assert [row.state for row in found] == [VisitState.ADMITTED], words


def test_undo_takes_the_entry_back(on_duty: Running) -> None:
    camera = on_duty.use_camera()
    camera.put(frame_with(expect(on_duty).text))
    on_duty.until(lambda: on_duty.front() == "result" and bool(on_duty.page().model.visitor))
    press(on_duty, Qt.Key.Key_Return)
    on_duty.until(lambda: on_duty.window.notes.undo.isVisible())
    on_duty.window.notes.undo.button.click()
    on_duty.until(lambda: on_duty.read(lambda r: reads.find(r, "欧阳"))[0].state is VisitState.EXPECTED)


def test_two_presses_of_enter_admit_once_and_the_second_scan_checks_out(on_duty: Running) -> None:
    issued = expect(on_duty)
    camera = on_duty.use_camera()
    camera.put(frame_with(issued.text))
    on_duty.until(lambda: on_duty.front() == "result" and bool(on_duty.page().model.visitor))
    button = on_duty.page().main_button()
    button.click()
    button.click()
    on_duty.until(lambda: on_duty.front() != "result")
    rows = on_duty.read(lambda r: reads.find(r, "欧阳"))
    assert [row.state for row in rows] == [VisitState.ADMITTED]
    detail = on_duty.read(lambda r: reads.visit(r, rows[0].id))
    assert [event.kind for event in detail.events].count("admitted") == 1

    on_duty.clock.advance(60_000)
    camera.put(frame_with(issued.text))
    on_duty.until(lambda: on_duty.front() == "result" and on_duty.page().model.next is Next.CHECK_OUT)
    press(on_duty, Qt.Key.Key_Return)
    on_duty.until(lambda: on_duty.read(lambda r: reads.find(r, "欧阳"))[0].state is VisitState.LEFT)


def test_a_scanner_while_typing_leaves_what_was_typed(on_duty: Running) -> None:
    field = on_duty.window.scan_line.field
    field.setText("张")
    for char in expect(on_duty).text:
        on_duty.qtbot.keyClick(field, char)
    press(on_duty, Qt.Key.Key_Return)
    on_duty.until(lambda: on_duty.front() == "result" and on_duty.page().model.mark == "valid")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("https://example.com/pay?x=1", "code.foreign"),
        ("'; DROP TABLE visit; --", "code.foreign"),
        ("\u202egnp.exe", "code.foreign"),
        ("=HYPERLINK(1)", "code.foreign"),
    ],
)
def test_what_is_not_ours_says_so_and_offers_the_form(on_duty: Running, text: str, headline: str) -> None:
    on_duty.use_camera().put(frame_with(text))
    on_duty.until(lambda: on_duty.front() == "result")
    on_duty.until(lambda: on_duty.page().model.headline == headline)
    assert on_duty.page().model.next is Next.REGISTER
    press(on_duty, Qt.Key.Key_Escape)
    on_duty.until(lambda: on_duty.front() != "result")


def test_riders_are_counted_over_the_lock_and_taken_back(running: Running) -> None:
    assert running.program.desk.session.state.locked
    for _ in range(3):
        running.qtbot.keyClick(running.window.scan_line.field, Qt.Key.Key_F5)
    running.until(lambda: _riders(running) == 3)
    running.until(lambda: running.window.notes.undo.isVisible())
    running.window.notes.undo.button.click()
    running.until(lambda: _riders(running) == 2)


def _riders(running: Running) -> int:
    return int(running.read(reads.tally).today.get("rider", 0))


def test_a_wrong_pin_is_said_on_the_pad_and_nobody_signs_on(running: Running) -> None:
    running.until(lambda: running.front() == "signon" and bool(running.page().model.people))
    running.page().tile(running.page().model.people[0].operator_id).click()
    running.until(lambda: running.page().model.asking is not None)
    for digit in "00000":
        running.page()._pad.type_digit(digit)
    running.page()._pad._enter.click()
    running.until(lambda: bool(running.page()._pad._wrong.text()))
    assert running.program.desk.session.state.locked


def test_the_lock_keeps_the_page_and_comes_back_to_it(on_duty: Running) -> None:
    on_duty.shell.to("help")
    on_duty.qtbot.keyClick(on_duty.window.scan_line.field, Qt.Key.Key_F11)
    on_duty.until(lambda: on_duty.front() == "signon" and on_duty.program.desk.session.state.locked)
    on_duty.shell.to("help")
    assert on_duty.front() == "signon"


def test_another_language_live(on_duty: Running) -> None:
    looks = on_duty.shell.extras["looks"]
    on_duty.shell.to("help")
    looks.set_language("en")
    assert on_duty.front() == "help"
    assert "Four steps" in on_duty.page().heading()
    on_duty.until(lambda: on_duty.window.scan_line.field.placeholderText().startswith("Scan"))
    looks.set_language("zh_CN")
    assert "四句话" in on_duty.page().heading()


def test_a_bug_is_one_calm_card_and_the_program_goes_on(on_duty: Running) -> None:
    from ui.widgets.dialog_card import DialogCard

    on_duty.program.voice.bug()
    on_duty.program.voice.bug()
    on_duty.until(lambda: DialogCard.on(on_duty.window) is not None)
    card = DialogCard.on(on_duty.window)
    assert card is not None
    card.finish("yes")
    on_duty.until(lambda: DialogCard.on(on_duty.window) is None)
    on_duty.use_camera().put(frame_with(expect(on_duty).text))
    on_duty.until(lambda: on_duty.front() == "result")


def test_an_idle_window_lays_nothing_out(on_duty: Running) -> None:
    """A layout that asks for another one each time would burn half a core all day."""
    asked: list[QObject] = []

    class Ear(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.LayoutRequest:
                asked.append(watched)
            return False

    on_duty.qtbot.wait(700)  # the bar counts what is to be sent a moment after the last unit
    ear = Ear()
    on_duty.program.app.installEventFilter(ear)
    on_duty.qtbot.wait(300)
    on_duty.program.app.removeEventFilter(ear)
    assert not asked
