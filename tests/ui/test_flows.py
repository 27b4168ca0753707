"""How the barrier is told: only after what was written, as the desk has chosen, and what came of it in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from desk.devices.acting import NO_PURPOSE, Acted, Attached, Ended, Plain, Purpose, Role
from ui.flows import ALWAYS, ASK, BARRIER, BY_ITSELF, NEVER, PRINT_PASS, Flows
from ui.texts import sentence


@dataclass
class Machines:
    """Devices that answer with `then`."""

    there: list[Attached] = field(default_factory=list)
    then: Acted = field(default_factory=lambda: Acted("a", Ended.DONE))
    told: list[tuple[str, str, Purpose]] = field(default_factory=list)

    def attached(self, role: Role | None = None) -> list[Attached]:
        return [one for one in self.there if role in (None, one.role)]

    def act(
        self, device_id: str, action: str, params: Mapping[str, Plain] | None = None, *, purpose: Purpose = NO_PURPOSE,
        private: Any = None, actor: Any = None, done: Callable[[Acted], None] | None = None,
    ) -> None:  # fmt: skip
        self.told.append((device_id, action, purpose))
        assert done is not None
        done(self.then)


@dataclass
class Voice:
    lines: list[str] = field(default_factory=list)
    acts: list[Callable[[], object]] = field(default_factory=list)

    def done(self, text: str) -> None:
        self.lines.append(text)

    def offer(self, text: str, action: str, act: Callable[[], object], tone: str = "ok") -> None:
        self.lines.append(text)
        if action:
            self.acts.append(act)

    def tone(self, name: str) -> None:
        self.lines.append(f"({name})")


class Settings:
    def __init__(self) -> None:
        self.now = SimpleNamespace(extra={}, printer_name="")

    def change(self, **values: Any) -> None:
        self.now = SimpleNamespace(**{**vars(self.now), **values})


def machine(role: Role, ok: bool = True, key: str = "d1") -> Attached:
    return Attached(key, "机器", role, "x", ("open",), ok, "device.ready")


@pytest.fixture
def machines() -> Machines:
    return Machines([machine(Role.BARRIER, ok=False, key="broken"), machine(Role.BARRIER)])


@pytest.fixture
def voice() -> Voice:
    return Voice()


@pytest.fixture
def flows(machines: Machines, voice: Voice) -> Flows:
    made = Flows(SimpleNamespace(settings=Settings()), voice)  # type: ignore[arg-type]
    made.devices = machines
    return made


def test_by_hand_it_waits_for_a_person(flows: Flows, machines: Machines, voice: Voice) -> None:
    flows.passed("visit", "v1")
    assert machines.told == []
    voice.acts[0]()
    assert machines.told == [("d1", "open", Purpose("visit", "v1"))]


@pytest.mark.parametrize(
    ("acted", "code"),
    [
        (Acted("a", Ended.DONE, fields={"proof": "contact"}), "barrier.up"),
        (Acted("a", Ended.DONE, fields={"proof": "relay"}), "barrier.pulsed"),
        (Acted("a", Ended.FAILED, "device.resting"), "barrier.failed"),
        (Acted("a", Ended.UNKNOWN, "device.not_seen"), "barrier.unknown"),
    ],
)
def test_it_is_told_once_and_what_came_of_it_is_said(
    flows: Flows, machines: Machines, voice: Voice, acted: Acted, code: str
) -> None:
    machines.then = acted
    flows.choose(BARRIER, BY_ITSELF)
    flows.passed("tally", "t1")
    assert len(machines.told) == 1
    cause = sentence(acted.code) if acted.code else ""
    assert voice.lines[-1] == sentence(code, {"cause": cause})
    assert voice.acts == []


def test_a_desk_without_a_barrier_says_nothing(flows: Flows, machines: Machines, voice: Voice) -> None:
    machines.there = []
    flows.choose(BARRIER, BY_ITSELF)
    flows.passed("visit", "v1")
    assert (machines.told, voice.lines) == ([], [])


def test_a_pass_is_asked_about_where_nothing_prints_by_itself(flows: Flows, machines: Machines) -> None:
    assert flows.print_pass() == NEVER
    flows.choose(PRINT_PASS, ALWAYS)
    assert flows.print_pass() == ASK
    machines.there = [machine(Role.LABEL_PRINTER)]
    assert flows.print_pass() == ALWAYS
    flows.choose(PRINT_PASS, "of another program")
    assert flows.print_pass() == NEVER
