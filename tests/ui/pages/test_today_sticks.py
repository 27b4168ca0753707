"""A copy on a stick is asked for gently, offered when a stick is there, and only to who may make one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import backing
from desk.core.clock import DAY_MS
from desk.core.sticks import Stick
from desk.operators.rules import COMMAND
from desk.store.store import Founding
from tests.fakes.clock import FakeClock
from tests.ui.pages.at_once import desk_at
from ui.pages.today.model import Kind, Matter
from ui.pages.today.sticks import matters

STICK = Stick(Path("/media/KINGSTON"), "KINGSTON", 1 << 33)


class Gate:
    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.desk = desk_at(folder, self.clock)
        self.desk.found(Founding("锦绣苑", "南门", throwaway=True))
        self.chip = self.desk.session.make_first_manager("陈秀兰", "73914").active_id

    def asked(self, *found: Stick) -> list[Matter]:
        with self.desk.store.reading() as r:
            return matters(self.desk, r, list(found))


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Gate]:
    made = Gate(tmp_path / "home")
    yield made
    made.desk.close()


def test_a_stick_that_is_there_is_offered_once_a_day(gate: Gate) -> None:
    (row,) = gate.asked(STICK)
    assert (row.kind, row.name, row.arguments) == (Kind.STICK_HERE, "KINGSTON", {"section": "backup"})
    backing.note(gate.desk, gate.clock.now_ms(), "KINGSTON")
    assert gate.asked(STICK) == []
    assert gate.asked(Stick(STICK.folder, "锁", 1, read_only=True)) == []


def test_without_a_stick_it_is_asked_for_after_a_week_unless_nobody_wants_that(gate: Gate) -> None:
    assert gate.asked() == []
    gate.clock.advance(8 * DAY_MS)
    gate.desk.session.sign_on_pin(gate.chip, "73914")  # it has locked meanwhile
    (row,) = gate.asked()
    assert (row.kind, row.n) == (Kind.STICK_LATE, 8)
    backing.set_every(gate.desk, 0, COMMAND)
    assert gate.asked() == []
    assert gate.asked(STICK) == []
