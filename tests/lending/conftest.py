"""A window with things to lend, on a real store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desk.core.actor import Actor
from desk.core.clock import HOUR_MS
from desk.core.ids import new_id
from desk.lending import reads, service
from desk.lending.drafts import AssetDraft, LendDraft, Pick, To
from desk.lending.rules import Bar, How, Part
from desk.lending.rules_asset import AssetClass, AssetKind
from desk.lending.views import AssetRow
from desk.people.tables import Household
from desk.store.store import Store
from tests.fakes.clock import FakeClock

LI = To(How.NAME, name="李测试", phone="10400001234", door="3-1-1202")


class Window:
    """Short ways to act and to look."""

    def __init__(self, store: Store, clock: FakeClock, actor: Actor) -> None:
        self.store, self.clock, self.actor = store, clock, actor
        self.chair = self.do(
            service.add_asset, AssetDraft("轮椅", AssetKind.WHEELCHAIR, tag="轮-01", hygiene=True, emergency=True)
        )
        self.trolley = self.do(service.add_asset, AssetDraft("小推车", AssetKind.TROLLEY, tag="车-01"))
        self.kit = self.do(
            service.add_asset,
            AssetDraft(
                "急救包", AssetKind.FIRST_AID, AssetClass.KIT, "包-01", emergency=True,
                contents=(Part("创可贴", 10), Part("碘伏", 2, "2026-10-01")),
            ),
        )  # fmt: skip
        self.coats = self.do(service.add_asset, AssetDraft("雨衣", AssetKind.RAINCOAT, AssetClass.CONSUMABLE, low=2))
        self.home = self._home()

    def _home(self) -> str:
        with self.store.unit(self.actor) as u:
            return u.add(Household, building="3", unit="1", room="1202")

    @property
    def by_code(self) -> To:
        return To(How.CODE, self.home)

    def do(self, verb: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        with self.store.unit(self.actor) as u:
            return verb(u, *args, **kw)

    def ask(self, question: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        with self.store.reading() as r:
            return question(r, *args, **kw)

    def new_id(self) -> str:
        return new_id(self.clock.now_ms())

    def lend(
        self, *things: str, to: To | None = None, hours: float = 0, over: frozenset[Bar] = frozenset()
    ) -> service.Lent:
        due = self.clock.now_ms() + round(hours * HOUR_MS) if hours else None
        picks = tuple(Pick(one) for one in things)
        return self.do(service.lend, LendDraft(self.new_id(), picks, to or self.by_code, due, over))  # type: ignore[no-any-return]

    def thing(self, asset_id: str) -> AssetRow:
        found = self.ask(reads.asset, asset_id)
        assert isinstance(found, AssetRow)
        return found


@pytest.fixture
def window(store: Store, clock: FakeClock, actor: Actor) -> Window:
    return Window(store, clock, actor)
