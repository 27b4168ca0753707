"""The clocks while the program runs: one warning at 15 minutes, an alarm until somebody was told, only at the gate that noted it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk.core.actor import Actor
from desk.core.clock import MINUTE_MS
from desk.core.errors import Trouble
from desk.hearings import service
from desk.hearings.drafts import MatterDraft
from desk.hearings.rules import Category
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.ui.pages.at_once import AtOnce
from tests.ui.pages.house import House
from ui.matter_clock import MatterClock


class Voice:
    """What was heard, and where the line led."""

    def __init__(self) -> None:
        self.tones: list[str] = []
        self.lines: list[str] = []
        self.act: Callable[[], object] = lambda: None

    def tone(self, name: str) -> None:
        self.tones.append(name)

    def offer(self, text: str, action: str, act: Callable[[], object]) -> None:
        self.lines.append(text)
        self.act = act


class Gate:
    """The clock of one gate, asked by hand."""

    def __init__(self, house: House) -> None:
        self.house, self.voice = house, Voice()
        self.went: list[tuple[str, dict[str, Any]]] = []
        desk: Any = house
        desk.lanes = AtOnce(lambda call: call())
        self.clock = MatterClock(desk, self.voice, lambda page, **words: self.went.append((page, words)))

    def after(self, minutes: int) -> list[str]:
        self.house.clock.advance(minutes * MINUTE_MS)
        self.voice.tones.clear()
        self.clock.ask()
        return list(self.voice.tones)

    def note(self) -> str:
        matter_id = self.house.new_id()
        self.house.do(lambda u: service.note(u, MatterDraft(matter_id, Category.FACILITY, "灯不亮")))
        return matter_id


@pytest.fixture
def gate(qapp: object, store: Store, clock: FakeClock, actor: Actor, tmp_path: Path) -> Gate:
    return Gate(House(store, clock, actor, tmp_path))


def test_silence_until_a_quarter_of_an_hour_is_left_then_once(gate: Gate) -> None:
    matter_id = gate.note()
    assert gate.after(300) == []
    assert gate.after(45) == ["bad"]
    gate.voice.act()
    assert gate.went == [("matter", {"matter_id": matter_id})]
    assert gate.after(5) == []


def test_late_it_sounds_again_until_somebody_was_told(gate: Gate) -> None:
    matter_id = gate.note()
    assert gate.after(361) == ["alarm"]
    assert gate.after(5) == []
    assert gate.after(6) == ["alarm"]
    gate.house.do(lambda u: service.told(u, matter_id, "陈主任"))
    assert gate.after(30) == []


def test_several_lead_to_the_list(gate: Gate) -> None:
    gate.note()
    gate.note()
    assert gate.after(361) == ["alarm"]
    assert "2" in gate.voice.lines[-1]
    gate.voice.act()
    assert gate.went == [("hearings", {"room": "matters"})]


def test_a_matter_of_another_gate_is_raised_without_a_sound(gate: Gate) -> None:
    matter_id = gate.note()
    for table in ("matter_event", "matter"):
        gate.house.do(lambda u, name=table: u.conn.exec_driver_sql(f"update {name} set gate_id = x'{'01' * 16}'"))
    assert gate.after(361) == []
    assert matter_id


def test_trouble_is_asked_again(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    gate.note()
    gate.clock._failed(Trouble("store.disk_full"))
    assert gate.after(361) == ["alarm"]
    with pytest.raises(ValueError):
        gate.clock._failed(ValueError())
