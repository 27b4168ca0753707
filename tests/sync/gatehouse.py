"""Short ways to do things at a desk of the two, a minute apart, and what was made of it to look for afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from desk.core.clock import MINUTE_MS
from desk.core.ids import new_id
from desk.people import service as people
from desk.reception import service
from desk.reception.rules import Draft, Proof
from desk.reception.views import AdmitRequest
from desk.store.unit import Reading
from tests.fakes.clock import FakeClock
from tests.sync.pair import Desk


@dataclass
class Day:
    """Ids and texts of what was made. gate: where it was."""

    visits: list[str]
    people: list[str]
    doors: list[str]
    texts: list[str]
    roll: str = ""
    gate: str = ""


class Gatehouse:
    """Short ways to do things at a desk, a minute apart."""

    def __init__(self, desk: Desk, clock: FakeClock) -> None:
        self.desk, self.clock = desk, clock
        self.day = Day([], [], [], [], gate=desk.ask(lambda r: r.gate_id))

    def do(self, verb: Any, *args: Any, **kw: Any) -> Any:
        self.clock.advance(MINUTE_MS)
        return self.desk.do(verb, *args, **kw)

    def door(self, *parts: str) -> str:
        self.day.doors.append(self.do(people.add_household, *parts))
        return self.day.doors[-1]

    def person(
        self, name: str, phone: str = "", plates: tuple[str, ...] = (), door: str = "", role: str = "owner"
    ) -> str:
        self.day.people.append(self.do(people.add_person, name, phone, plates))
        if door:
            self.do(people.bind, self.day.people[-1], door, role)
        return self.day.people[-1]

    def visit(self) -> str:
        self.day.visits.append(new_id(self.clock.now_ms()))
        return self.day.visits[-1]

    def admit(self, draft: Draft, proof: Proof = Proof.PHONE, visit_id: str = "", **more: Any) -> str:
        visit_id = visit_id or self.visit()
        self.do(service.admit, AdmitRequest(visit_id, draft, proof, **more))
        return visit_id


def at_gate(r: Reading, day: Day) -> Reading:
    """What a desk at the gate of that day would read of the same store."""
    return Reading(r.conn, r.now, {**r.identity, "gate_id": day.gate}) if day.gate else r


def bare(rows: Any) -> tuple[Any, ...]:
    """Rows without what each desk numbers for itself."""
    return tuple(replace(row, num=0) for row in rows)
