"""Widgets in a cycle are destroyed on the Qt thread, whatever other threads do meanwhile."""

from __future__ import annotations

import gc
import threading

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.garbage import Garbage


class Ring(QWidget):
    """Holds itself, so that only the collector can free it; says on which thread it went."""

    gone_on: list[str] = []  # noqa: RUF012 - the test's own notebook

    def __init__(self) -> None:
        super().__init__()
        self.me = self

    def __del__(self) -> None:
        self.gone_on.append(threading.current_thread().name)


def test_a_busy_thread_never_collects_widgets(qtbot: QtBot) -> None:
    gc.enable()
    garbage = Garbage()
    Ring.gone_on.clear()
    for _ in range(20):
        Ring()

    def allocate() -> None:
        kept: list[object] = []
        for number in range(200_000):
            ring: list[object] = [number]
            ring.append(ring)
            kept = [ring]
        assert kept

    worker = threading.Thread(target=allocate, name="busy")
    worker.start()
    worker.join()
    assert Ring.gone_on == []
    qtbot.waitUntil(lambda: len(Ring.gone_on) == 20, timeout=5000)
    assert set(Ring.gone_on) == {threading.main_thread().name}
    garbage.stop()
    assert gc.isenabled()
    gc.disable()


def test_what_others_put_aside_stays_there(qtbot: QtBot) -> None:
    assert gc.get_freeze_count() > 0, "the tests put aside what stands after their imports"
    short = Garbage()
    short.stop()
    assert gc.get_freeze_count() > 0
    long = Garbage()
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    aside = gc.get_freeze_count()
    while gc.get_freeze_count() == aside:
        kept.append([[] for _ in range(2 * gc.get_threshold()[0])])
        long.tick()
    long.stop()
    assert gc.get_freeze_count() == 0, "what it put aside itself it takes back"
