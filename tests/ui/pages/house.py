"""A desk with a data folder and a session beside the real store, and short ways to fill the gate."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from desk.backing import EVERY
from desk.core.actor import Actor
from desk.core.ids import new_id
from desk.core.paths import Home
from desk.operators.rules import actor_of
from desk.people.reads import find_household
from desk.reception import service
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.ui.pages.gate import DeskNow

MORNING = 1_795_046_400_000  # 2026-11-19 08:00 in Shanghai, a Thursday
VOLUNTEER = actor_of("0" * 31 + "2", "volunteer")


class House(DeskNow):
    """DeskNow with what Today, the roll call and the urgent card also ask for."""

    def __init__(self, store: Store, clock: FakeClock, actor: Actor, root: Path) -> None:
        super().__init__(store, clock, actor)
        self.home = Home(root, private=True)
        self.session = SimpleNamespace(state=SimpleNamespace(locked=False))
        self.practice = False
        self.settings = SimpleNamespace(now=SimpleNamespace(extra={EVERY: 0}))  # nobody is reminded of a stick

    def new_id(self) -> str:
        return new_id(self.clock.now_ms())

    @property
    def door(self) -> str:
        found = self.ask(find_household, "3-1-1202")
        assert found is not None
        return str(found.id)

    def admit(self, kind: VisitorType = VisitorType.GUEST, name: str = "欧阳测试", **fields: Any) -> str:
        """Somebody comes in; the id of the visit."""
        visit_id = self.new_id()
        draft = Draft(kind, name=name, household_id=self.door, **fields)
        self.do(lambda u: service.admit(u, AdmitRequest(visit_id, draft, Proof.PHONE)))
        return visit_id

    def park(self, what: str = "一箱水果", shelf: str = "A1") -> Any:
        return self.do(lambda u: service.park(u, household_id=self.door, what=what, shelf=shelf))
