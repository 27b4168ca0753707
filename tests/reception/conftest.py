"""A gate with two households, and short ways to say who comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from desk.core.actor import Actor
from desk.core.ids import new_id
from desk.people.service_households import add_household
from desk.reception import reads, service
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest, Admitted, TodayView, VisitDetail
from desk.store.store import Store
from tests.fakes.clock import FakeClock

MORNING = 1_795_046_400_000  # 2026-11-19 08:00 in Shanghai, a Thursday


@dataclass
class Gate:
    """The store with an actor, a clock and two doors."""

    store: Store
    clock: FakeClock
    actor: Actor
    home: str
    other: str

    def do(self, verb: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        with self.store.unit(self.actor) as u:
            return verb(u, *args, **kw)

    def ask(self, question: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        with self.store.reading() as r:
            return question(r, *args, **kw)

    def new_id(self) -> str:
        return new_id(self.clock.now_ms())

    def draft(self, kind: VisitorType = VisitorType.GUEST, **fields: Any) -> Draft:
        values: dict[str, Any] = {"name": "欧阳测试", "household_id": self.home, **fields}
        return Draft(kind, **values)

    def admit(
        self, kind: VisitorType = VisitorType.GUEST, proof: Proof = Proof.PHONE, visit_id: str = "", **fields: Any
    ) -> Admitted:
        extra = {
            name: fields.pop(name)
            for name in ("reason", "person_id", "watch_id", "recurring_id", "seen", "accept_used")
            if name in fields
        }
        request = AdmitRequest(visit_id or self.new_id(), self.draft(kind, **fields), proof, **extra)
        answer = self.do(service.admit, request)
        assert isinstance(answer, Admitted)
        return answer

    def today(self) -> TodayView:
        view = self.ask(reads.today)
        assert isinstance(view, TodayView)
        return view

    def visit(self, visit_id: str) -> VisitDetail:
        view = self.ask(reads.visit, visit_id)
        assert isinstance(view, VisitDetail)
        return view


@pytest.fixture
def gate(store: Store, clock: FakeClock, actor: Actor) -> Gate:
    clock.set(MORNING)
    with store.unit(actor) as u:
        home = add_household(u, "3", "1", "1202")
        other = add_household(u, "7", "", "501")
    return Gate(store, clock, actor, home, other)
