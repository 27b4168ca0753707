"""A window where things are noted, on a real store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desk.core.actor import Actor
from desk.core.ids import new_id
from desk.hearings import reads, service
from desk.hearings.drafts import MatterDraft, Reporter
from desk.hearings.rules import Category
from desk.hearings.views import MatterCard
from desk.store.store import Store
from tests.fakes.clock import FakeClock

WHO = Reporter("邹测试", "10400001234", "3-1-1202")


class Window:
    """Short ways to act and to look."""

    def __init__(self, store: Store, clock: FakeClock, actor: Actor) -> None:
        self.store, self.clock, self.actor = store, clock, actor

    def do(self, verb: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        with self.store.unit(self.actor) as u:
            return verb(u, *args, **kw)

    def ask(self, question: Callable[..., Any], *args: Any) -> Any:
        with self.store.reading() as r:
            return question(r, *args)

    def new_id(self) -> str:
        return new_id(self.clock.now_ms())

    def note(self, text: str = "三号楼门厅的灯不亮", reporter: Reporter | None = None, **fields: Any) -> str:
        matter_id = self.new_id()
        draft = MatterDraft(matter_id, fields.pop("category", Category.FACILITY), text, **fields)
        self.do(service.note, draft, reporter)
        return matter_id

    def card(self, matter_id: str) -> MatterCard:
        found = self.ask(reads.card, self.actor, matter_id)
        assert isinstance(found, MatterCard)
        return found


@pytest.fixture
def window(store: Store, clock: FakeClock, actor: Actor) -> Window:
    return Window(store, clock, actor)
