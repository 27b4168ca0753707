"""Answers and events reach the Qt thread, in order, and not after closing."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from desk.core.events import Bus, Changed, HealthChanged, ScanSeen
from tests.conftest import LogWatch
from ui.bridge import BusBridge, LoopPost, _on_qt_message


def test_calls_run_in_order_on_the_qt_thread(qtbot: QtBot) -> None:
    loop, seen = LoopPost(), []

    def elsewhere() -> None:
        for n in range(5):
            loop.post(lambda n=n: seen.append((n, threading.current_thread() is threading.main_thread())))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert seen == [(n, True) for n in range(5)]


def test_nothing_runs_after_closing(qtbot: QtBot) -> None:
    loop, seen = LoopPost(), []
    loop.post(lambda: seen.append(1))
    loop.close()
    loop.post(lambda: seen.append(2))
    last = LoopPost()
    last.post(lambda: seen.append(3))
    qtbot.waitUntil(lambda: 3 in seen)
    assert seen == [3]


def test_a_bug_in_an_answer_reaches_the_hook_and_the_loop_goes_on(qtbot: QtBot) -> None:
    loop, seen = LoopPost(), []
    with qtbot.captureExceptions() as caught:
        loop.post(lambda: 1 // 0)
        loop.post(lambda: seen.append(1))
        qtbot.waitUntil(lambda: bool(seen))
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_events_become_signals(qtbot: QtBot) -> None:
    bus = Bus()
    bridge = BusBridge(bus)
    changed, scans, health = [], [], []
    bridge.changed.connect(changed.append)
    bridge.scanned.connect(scans.append)
    bridge.health.connect(health.append)
    scan, ill = ScanSeen("s", "abc", 5, "wedge"), HealthChanged("camera", "camera.busy", False)

    def tell() -> None:
        for event in (Changed(frozenset({"visits"})), scan, ill):
            bus.publish(event)

    thread = threading.Thread(target=tell)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(health))
    assert (changed, scans, health) == ([frozenset({"visits"})], [scan], [ill])
    bridge.close()
    bus.publish(Changed(frozenset({"people"})))
    assert len(changed) == 1


def test_qt_messages_are_logged_by_category(log_watch: LogWatch) -> None:
    from PySide6.QtCore import QtMsgType

    class Context:
        category = "qt.multimedia.ffmpeg"

    _on_qt_message(QtMsgType.QtWarningMsg, Context(), "odd format")  # type: ignore[arg-type]
    assert not log_watch.surprises()
    log_watch.expect("default: broken")

    class Plain:
        category = "default"

    _on_qt_message(QtMsgType.QtWarningMsg, Plain(), "broken")  # type: ignore[arg-type]
    assert [r.getMessage() for r in log_watch.records] == ["default: broken"]
