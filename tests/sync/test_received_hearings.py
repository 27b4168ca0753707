"""Matters and reception days of two desks: raised once, taken by one body, one sitting a shift, in any order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.ids import new_id
from desk.duty import reads_shifts, reads_team, service_publish, service_roster, service_team
from desk.duty.service_team import About
from desk.duty.service_templates import save_template
from desk.hearings import reads, service
from desk.hearings.drafts import ANONYMOUS, MatterDraft
from desk.hearings.rules import Category, Receiver
from desk.hearings.rules_matter import Event
from desk.hearings.tables import MatterEvent, Sitting
from desk.receiving_days import plan_sittings
from tests.duty.worlds import MONTH, MORNING
from tests.sync.pair import Desk, Pair

SHUFFLES = [None, 1, 2]
_E, _S = MatterEvent.__table__.c, Sitting.__table__.c


def noted(pair: Pair) -> str:
    """A matter that both desks know."""
    draft = MatterDraft(new_id(pair.clock.now_ms()), Category.LIFT, "电梯门关不上", "5 号楼")
    pair.a.do(service.note, draft, ANONYMOUS)
    pair.carry()
    return draft.matter_id


def card(desk: Desk, matter: str) -> Any:
    return desk.ask(reads.card, desk.actor, matter)


def rows(desk: Desk) -> dict[str, Any]:
    """Events as they lie in the store."""
    with desk.store.reading() as r:
        found = r.conn.execute(select(MatterEvent.__table__)).mappings()
        return {row["id"]: {name: row[name] for name in row if name != "num"} for row in found}


def both(pair: Pair, verb: Any, *args: Any) -> None:
    for desk in (pair.a, pair.b):
        desk.do(verb, *args)


@pytest.mark.parametrize("shuffle", SHUFFLES)
def test_two_desks_that_know_the_same_raise_a_matter_once(two_desks: Pair, shuffle: int | None) -> None:
    matter = noted(two_desks)
    both(two_desks, service.escalate, two_desks.clock.now_ms() + 7 * HOUR_MS)
    both(two_desks, service.doubt)
    two_desks.carry(shuffle, twice=True)
    assert rows(two_desks.a) == rows(two_desks.b)
    assert [row["kind"] for row in rows(two_desks.a).values()].count(Event.ESCALATED) == 1
    assert card(two_desks.a, matter) == card(two_desks.b, matter)
    assert card(two_desks.a, matter).row.level == 1


@pytest.mark.parametrize("shuffle", SHUFFLES)
def test_and_two_that_do_not_tell_of_it_once(two_desks: Pair, shuffle: int | None) -> None:
    """One of them has heard that it is worse than it was said to be: then it was due sooner."""
    matter = noted(two_desks)
    two_desks.clock.advance(MINUTE_MS)
    two_desks.b.do(service.correct, matter, text="有人困在里面", place="5 号楼", category=Category.TRAPPED)
    both(two_desks, service.escalate, two_desks.clock.now_ms() + 7 * HOUR_MS)
    both(two_desks, service.doubt)
    two_desks.carry(shuffle, twice=True)
    assert rows(two_desks.a) == rows(two_desks.b)
    seen = card(two_desks.a, matter)
    assert seen == card(two_desks.b, matter)
    assert [event.level for event in seen.events if event.kind is Event.ESCALATED] == [1]
    assert sum(event.kind is Event.DOUBTED for event in seen.events) == 1


@pytest.mark.parametrize("shuffle", SHUFFLES)
def test_a_matter_two_bodies_take_is_with_one_of_them(two_desks: Pair, shuffle: int | None) -> None:
    matter = noted(two_desks)
    for desk, body in ((two_desks.a, "property"), (two_desks.b, "committee")):
        desk.do(service.assign, matter, body, two_desks.clock.now_ms() + 9 * HOUR_MS)
        desk.do(service.accept, matter, body)
    two_desks.carry(shuffle, twice=True)
    mine, theirs = card(two_desks.a, matter), card(two_desks.b, matter)
    assert mine == theirs
    assert mine.row.owner in ("property", "committee")
    assert [event.owner for event in mine.events if event.kind is Event.ASSIGNED] != []


def test_matters_of_one_moment_stand_in_one_order(two_desks: Pair) -> None:
    sitting = two_desks.a.do(
        service.begin, day="2026-11-19", end_at=two_desks.clock.now_ms() + HOUR_MS,
        receivers=[Receiver("", "周书记", "branch")],
    )  # fmt: skip
    drafts = [MatterDraft(new_id(two_desks.clock.now_ms()), Category.NOISE, f"第{n}件", answer="好") for n in range(6)]
    two_desks.a.do(service.record_visit, sitting, new_id(two_desks.clock.now_ms()), ANONYMOUS, drafts[::-1])
    two_desks.carry(shuffle=5)
    said = [[one.id for one in desk.ask(reads.of_sitting, desk.actor, sitting)] for desk in (two_desks.a, two_desks.b)]
    assert said[0] == said[1]
    assert len(said[0]) == 6


@pytest.mark.parametrize("shuffle", SHUFFLES)
def test_a_shift_has_one_sitting_whatever_becomes_of_it(two_desks: Pair, shuffle: int | None) -> None:
    """Its hours are changed at one desk while the other plans by the old ones; then it is called off, and not after all."""
    a, b = two_desks.a, two_desks.b
    who = a.do(service_team.add_member, About("周敏", "committee"))
    a.do(save_template, MORNING)
    a.do(service_roster.open_month, MONTH)
    first = a.ask(reads_shifts.shifts, MONTH)[0]
    two_desks.clock.set(first.start_at - 30 * HOUR_MS)
    a.do(service_roster.apply, [service_roster.Edit(first.id, who)])
    a.do(service_publish.publish, MONTH, in_spite=True)
    two_desks.carry()
    time = a.ask(reads_team.site_time)
    b.do(plan_sittings, time)
    a.do(service_roster.edit_shift, first.id, replace(MORNING, start_min=600, end_min=720))
    a.do(plan_sittings, time)
    two_desks.carry(shuffle)
    both(two_desks, plan_sittings, time)
    assert [len(sittings(desk, first.id)) for desk in (a, b)] == [1, 1]
    for verb, more in ((service_roster.cancel_shift, ("下雪",)), (service_roster.restore_shift, ())):
        two_desks.clock.advance(MINUTE_MS)
        a.do(verb, first.id, *more)
        both(two_desks, plan_sittings, time)
    two_desks.carry(shuffle)
    both(two_desks, plan_sittings, time)
    two_desks.carry(shuffle)
    now = a.ask(reads_shifts.shift, first.id)
    assert now is not None
    assert [sittings(desk, first.id) for desk in (a, b)] == [[now.start_at]] * 2


def sittings(desk: Desk, shift: str) -> list[int]:
    """When the sittings of a shift begin."""
    with desk.store.reading() as r:
        return list(r.conn.execute(select(_S.start_at).where(_S.shift_id == shift, _S.deleted_at.is_(None))).scalars())
