"""One thing lent at two gates that do not hear of each other: both know it in the end, and one return settles it."""

from __future__ import annotations

import pytest

from desk.core.ids import new_id
from desk.lending import reads, service
from desk.lending.drafts import AssetDraft, LendDraft, Pick, To
from desk.lending.rules import Bar, How
from desk.lending.rules_asset import AssetKind
from tests.sync.pair import Desk, Pair

WHO = To(How.NAME, name="欧阳兰", phone="10400000002")


def take(pair: Pair, desk: Desk, thing: str) -> None:
    pair.clock.advance(1)
    desk.do(service.lend, LendDraft(new_id(pair.clock.now_ms()), (Pick(thing),), WHO, over=frozenset({Bar.AWAY})))


@pytest.mark.parametrize("shuffle", [None, 1, 2])
def test_lent_twice_is_seen_and_settled_by_one_return(two_desks: Pair, shuffle: int | None) -> None:
    a, b = two_desks.a, two_desks.b
    thing = a.do(service.add_asset, AssetDraft("轮椅", AssetKind.WHEELCHAIR))
    two_desks.carry()
    take(two_desks, a, thing)
    take(two_desks, b, thing)
    two_desks.carry(shuffle, True)
    for desk in (a, b):
        out = desk.ask(reads.open_loans)
        assert [row.disputed for row in out] == [True, True]
        assert desk.ask(reads.summary).disputed == 1
    assert a.ask(reads.asset, thing).loan == b.ask(reads.asset, thing).loan  # the first has it, everywhere
    assert b.do(service.give_back, thing).others == 1
    two_desks.carry(shuffle)
    for desk in (a, b):
        assert desk.ask(reads.open_loans) == ()
        assert desk.ask(reads.asset, thing).loan is None
