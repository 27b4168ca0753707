"""The place above the scan line: one line at a time, and what can be undone stays within reach."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.core.clock import HOUR_MS
from desk.core.errors import Refused
from desk.sync.reads_now import SyncNow
from desk.sync.rules_now import Ages, State
from ui.shell.voice import Notes, Voice
from ui.shell.window import Window
from ui.widgets.sound import Sounds

NOW = 1_800_000_000_000


class Silent(Sounds):
    """No loudspeaker."""

    def play(self, name: str) -> None:
        return None


def stage(qtbot: QtBot) -> tuple[Voice, Notes]:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    return Voice(window, window.notes, Silent()), window.notes


def shown(notes: Notes) -> list[str]:
    return [name for name in ("health", "line", "undo") if getattr(notes, name).isVisible()]


def test_a_note_stands_before_the_undo_bar_which_comes_back(qtbot: QtBot) -> None:
    voice, notes = stage(qtbot)
    told: list[str] = []
    voice.undo("已放行", lambda: told.append("undone"))
    assert shown(notes) == ["undo"]
    voice.done("已打印")
    assert shown(notes) == ["line"]
    qtbot.waitUntil(lambda: shown(notes) == ["undo"], timeout=6000)
    notes.undo.button.click()
    assert told == ["undone"]
    assert shown(notes) == []


def test_a_later_act_takes_the_place_of_a_note(qtbot: QtBot) -> None:
    voice, notes = stage(qtbot)
    voice.problem(Refused("store.gone"))
    voice.undo("已放行", lambda: None)
    assert shown(notes) == ["undo"]


def test_a_loss_waits_until_the_moment_is_over(qtbot: QtBot) -> None:
    voice, notes = stage(qtbot)
    notes.show_health("摄像头拔掉了")
    assert shown(notes) == ["health"]
    voice.undo("已放行", lambda: None)
    notes.show_health("扫码枪拔掉了")
    assert shown(notes) == ["undo"]
    notes.undo.take_back()
    assert shown(notes) == ["health"]
    voice.done("好了")
    assert shown(notes) == ["line"]
    notes.hide_line()
    assert (shown(notes), notes.health.text()) == (["health"], "扫码枪拔掉了")
    notes.show_health("")
    assert shown(notes) == []


def test_what_stood_there_goes_with_the_person(qtbot: QtBot) -> None:
    voice, notes = stage(qtbot)
    voice.undo("已放行", lambda: None)
    voice.done("已打印")
    notes.clear()
    assert shown(notes) == []
    notes.hide_line()
    assert shown(notes) == []


def test_the_gate_is_named_in_full_however_much_waits(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    bar = window.bar
    bar.show_place("锦绣苑", "南门")
    bar.show_people((("a", "陈阿姨"), ("b", "王师傅")), "a", locked=False)
    ages = Ages(NOW, waiting=21_675, oldest_at=NOW - 2 * HOUR_MS, agreed_at=NOW - 3 * HOUR_MS)
    bar.show_sync(SyncNow(State.NO_LINE, ages))
    assert bar._place.width() >= bar._place.sizeHint().width()
    assert "21,675" in bar._line.accessibleName()
    assert bar._line.accessibleName() == "3 小时没有线路 · 待传 21,675 条 · 最早 2 小时前"
    bar.show_sync(SyncNow(State.ALONE, Ages(NOW, linked=False, waiting=5)))
    assert bar._line.accessibleName() == "不联网也能用 · 都存在本机"
