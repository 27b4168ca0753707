"""Rosters of two desks: the same month at both in any order, two issues on one base, swaps said here and there."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from typing import Any

import pytest

from desk.core.clock import MINUTE_MS
from desk.core.errors import Refused
from desk.duty import (
    reads_changes,
    reads_roster,
    reads_shifts,
    reads_team,
    service_changes,
    service_publish,
    service_roster,
    service_team,
)
from desk.duty.rules_assignments import State
from desk.duty.service_roster import Edit
from desk.duty.service_team import About
from desk.duty.service_templates import save_template
from tests.duty.worlds import GATE, MONTH
from tests.sync.pair import Desk, Pair

SHUFFLES = [None, 1, 2, 3]


def begun(pair: Pair) -> tuple[list[str], list[str]]:
    """A team of three and a month at desk A; (member ids, shift ids)."""
    who = [pair.a.do(service_team.add_member, About(name)) for name in ("王秀兰", "李志强", "陈国华")]
    pair.a.do(save_template, GATE)
    pair.a.do(service_roster.open_month, MONTH)
    return who, [one.id for one in pair.a.ask(reads_shifts.shifts, MONTH)]


def put(desk: Desk, shift: str, who: str) -> None:
    desk.do(service_roster.apply, [Edit(shift, who)])


def month(desk: Desk) -> dict[str, Any]:
    """All that a screen says of the month, without what is this desk's own."""
    view = desk.ask(reads_roster.month, MONTH)
    held = desk.ask(reads_shifts.assignments, [one.id for one in view.shifts])
    return {
        "shifts": view.shifts, "lines": sorted(map(repr, view.lines)), "issue": view.issue, "gaps": view.gaps,
        "proposals": view.proposals, "held": sorted(map(repr, held)), "changed": view.changed,
        "swaps": [(one.swap.id, one.swap.state) for one in desk.ask(reads_changes.inbox)],
    }  # fmt: skip


def same(pair: Pair) -> None:
    assert month(pair.a) == month(pair.b)


@pytest.mark.parametrize("shuffle", SHUFFLES)
def test_a_published_month_stands_at_the_other_gate(two_desks: Pair, shuffle: int | None) -> None:
    who, shifts = begun(two_desks)
    put(two_desks.a, shifts[3], who[0])
    two_desks.a.do(service_publish.publish, MONTH)
    two_desks.carry(shuffle=shuffle, twice=True)
    same(two_desks)
    held = two_desks.b.ask(reads_shifts.assignments, shifts)
    assert [(one.member_id, one.state) for one in held] == [(who[0], State.PUBLISHED)]
    assert {one.label for one in two_desks.b.ask(reads_team.members)} == {"王老师", "李老师", "陈老师"}
    assert "duty" in two_desks.b.heard


def test_both_open_the_month_and_it_is_one(two_desks: Pair) -> None:
    two_desks.a.do(save_template, GATE)
    two_desks.carry()
    for desk in (two_desks.a, two_desks.b):
        desk.do(service_roster.open_month, MONTH)
    two_desks.carry()
    same(two_desks)
    assert len(two_desks.b.ask(reads_shifts.shifts, MONTH)) == 31


@pytest.mark.parametrize("shuffle", SHUFFLES)
def test_of_two_months_published_at_once_one_stands_and_the_other_is_a_proposal(
    two_desks: Pair, shuffle: int | None
) -> None:
    who, shifts = begun(two_desks)
    put(two_desks.a, shifts[0], who[0])
    two_desks.a.do(service_publish.publish, MONTH)
    two_desks.carry()
    put(two_desks.a, shifts[1], who[1])
    put(two_desks.b, shifts[2], who[2])
    two_desks.clock.advance(MINUTE_MS)
    issues = [desk.do(service_publish.publish, MONTH).issue_id for desk in (two_desks.a, two_desks.b)]
    two_desks.carry(shuffle=shuffle, twice=True)
    same(two_desks)
    view = two_desks.a.ask(reads_roster.month, MONTH)
    assert view.issue is not None
    assert {view.issue.id, *(one.id for one in view.proposals)} == set(issues)
    assert view.changed  # both plans are one plan now, and it says more than what stands

    lost = view.proposals[0].id
    two_desks.clock.advance(MINUTE_MS)
    two_desks.b.do(service_publish.decline, lost)
    two_desks.b.do(service_publish.publish, MONTH)
    two_desks.carry(shuffle=shuffle)
    same(two_desks)
    after = two_desks.a.ask(reads_roster.month, MONTH)
    assert (after.changed, after.proposals) == (False, ())
    assert {cell.member_id for cell in after.issue.cells} == set(who)  # type: ignore[union-attr]


@pytest.mark.parametrize("shuffle", SHUFFLES)
def test_a_swap_is_offered_here_accepted_there_and_approved_here(two_desks: Pair, shuffle: int | None) -> None:
    who, shifts = begun(two_desks)
    put(two_desks.a, shifts[0], who[0])
    put(two_desks.a, shifts[1], who[1])
    two_desks.a.do(service_publish.publish, MONTH)
    swap = two_desks.a.do(service_changes.offer, shifts[0], who[0], who[1], shifts[1])
    two_desks.carry(shuffle=shuffle)
    two_desks.clock.advance(MINUTE_MS)
    two_desks.b.do(service_changes.accept, swap)
    two_desks.b.do(service_changes.excuse, shifts[0], who[0])  # and meanwhile says they are ill
    two_desks.carry(shuffle=shuffle)
    two_desks.clock.advance(MINUTE_MS)
    two_desks.a.do(service_changes.approve, swap)
    two_desks.carry(shuffle=shuffle, twice=True)
    same(two_desks)
    held = {(one.shift_id, one.member_id): one.state for one in two_desks.b.ask(reads_shifts.assignments, shifts)}
    assert held == {
        (shifts[0], who[0]): State.EXCUSED, (shifts[0], who[1]): State.CONFIRMED,
        (shifts[1], who[1]): State.SWAPPED, (shifts[1], who[0]): State.CONFIRMED,
    }  # fmt: skip


class Lead:
    """Somebody who plans, swaps and publishes at a desk as chance has it; what is refused is left."""

    def __init__(self, rng: Random, who: list[str], shifts: list[str]) -> None:
        self.rng, self.who, self.shifts = rng, who, shifts

    def act(self, desk: Desk) -> None:
        shift, one, other = self.rng.choice(self.shifts), self.rng.choice(self.who), self.rng.choice(self.who)
        acts: list[tuple[Any, tuple[Any, ...]]] = [
            (
                service_roster.apply,
                ([Edit(shift, one, present=self.rng.random() < 0.7, locked=self.rng.random() < 0.2)],),
            ),
            (service_publish.publish, (MONTH, "", True)),
            (service_changes.confirm, (shift, one)),
            (service_changes.excuse, (shift, one)),
            (service_changes.join, (shift, one)),
            (service_changes.leave, (shift, one)),
            (service_changes.stand_in, (shift, one, other)),
            (service_changes.offer, (shift, one, other)),
            (service_roster.cancel_shift, (shift, "下雪")),
            (service_roster.restore_shift, (shift,)),
            *self._swaps(desk),
            *self._proposals(desk),
        ]
        verb, arguments = self.rng.choice(acts)
        with suppress(Refused):
            desk.do(verb, *arguments)

    def _swaps(self, desk: Desk) -> list[tuple[Any, tuple[Any, ...]]]:
        open_ = [one.swap.id for one in desk.ask(reads_changes.inbox) if one.waits]
        verbs = (service_changes.accept, service_changes.approve, service_changes.refuse, service_changes.undo)
        return [(verb, (eid,)) for eid in open_ for verb in verbs]

    def _proposals(self, desk: Desk) -> list[tuple[Any, tuple[Any, ...]]]:
        found = desk.ask(reads_shifts.what_stands, MONTH).proposals
        return [(verb, (one.id,)) for one in found for verb in (service_publish.adopt, service_publish.decline)]


@pytest.mark.parametrize("seed", range(10))
def test_any_history_of_two_desks_comes_to_one_roster(two_desks: Pair, seed: int) -> None:
    who, shifts = begun(two_desks)
    two_desks.carry()
    rng = Random(seed)
    lead = Lead(rng, who, shifts[:3])
    for _ in range(60):
        two_desks.clock.advance(rng.choice((1, 1_000, MINUTE_MS)))
        lead.act(rng.choice((two_desks.a, two_desks.b)))
        if rng.random() < 0.15:
            two_desks.carry(shuffle=rng.randrange(100))
    two_desks.carry(shuffle=seed, twice=True)
    same(two_desks)
    assert month(two_desks.a)["issue"] is not None
