"""A matter from its events: in any order, met twice, taken back, closed at one gate and answered at another."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desk.hearings.rules import MatterState
from desk.hearings.rules_matter import LASTING, Event, Happened, hindrance, reduce, settled


def event(step: int, kind: Event, at: int = 0, id_: str = "", **fields: Any) -> Happened:
    return Happened(id_ or f"{step:04d}{kind.value}", step, kind, at or step * 100, **fields)


NOTED = event(1, Event.NOTED, body={"first_due": 1000, "text": "灯不亮", "owner_body": "property"})


@st.composite
def histories(draw: st.DrawFn) -> list[Happened]:
    """A noting and up to twelve events of up to three desks, some taking others back."""
    found = [NOTED]
    for nth in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from([e for e in Event if e is not Event.NOTED]))
        step = draw(st.integers(2, 8))
        corrects = draw(st.sampled_from(found)).id if kind is Event.UNDONE else None
        body = draw(st.sampled_from([{}, {"owner_body": "committee"}, {"first_due": 700}, {"due_at": 5}]))
        found.append(
            Happened(
                f"{step:04d}{nth:04d}", step, kind, draw(st.integers(1, 2000)), level=draw(st.integers(1, 2)),
                corrects=corrects, body=body, clock_quality=draw(st.sampled_from(["trusted", "uncertain"])),
            )
        )  # fmt: skip
    return found


@given(histories(), st.randoms())
def test_any_order_and_any_repetition_give_the_same(history: list[Happened], rng: Any) -> None:
    mixed = history + [event for event in history if rng.random() < 0.5]
    rng.shuffle(mixed)
    assert reduce(mixed) == reduce(history)


@given(histories())
def test_a_level_once_reached_is_never_lost(history: list[Happened]) -> None:
    levels = [e.level for e in history if e.kind is Event.ESCALATED]
    assert reduce(history).level == max(levels, default=0)
    more = [*history, *(event(20 + n, Event.UNDONE, corrects=e.id) for n, e in enumerate(history) if e.kind in LASTING)]
    assert reduce(more).level == max(levels, default=0)


@given(histories())
def test_closed_stays_closed_until_it_is_opened_again(history: list[Happened]) -> None:
    first = [e for e in history if e.kind not in (Event.UNDONE, Event.REOPENED)]
    closed = [*first, event(10, Event.CLOSED)]
    assert reduce([*closed, event(11, Event.ASSIGNED)]).state is MatterState.CLOSED
    assert reduce([*closed, event(11, Event.REOPENED)]).state is MatterState.REOPENED


def test_only_a_person_with_content_stops_the_first_clock() -> None:
    for kind in (Event.ASSIGNED, Event.ACCEPTED, Event.TOLD, Event.WAITING, Event.CALLED, Event.ESCALATED):
        assert reduce([NOTED, event(2, kind)]).first_replied_at is None
    for kind in (Event.ANSWERED, Event.REPLIED, Event.RESOLVED):
        assert reduce([NOTED, event(2, kind)]).first_replied_at == 200


def test_another_body_gets_no_new_clock_and_has_to_take_it_anew() -> None:
    taken = [NOTED, event(2, Event.ACCEPTED)]
    assert reduce(taken).owner_accepted_at == 200
    moved = reduce([*taken, event(3, Event.ASSIGNED, body={"owner_body": "committee"})])
    assert (moved.fields["first_due"], moved.owner_accepted_at) == (1000, None)


def test_one_more_with_the_same_keeps_the_earliest_clock() -> None:
    joined = reduce([NOTED, event(2, Event.SUPPORTED, body={"first_due": 900}), event(3, Event.SUPPORTED)])
    assert (joined.fields["first_due"], joined.supporters) == (900, 2)


def test_opened_again_the_reply_is_owed_again() -> None:
    now = reduce([NOTED, event(2, Event.REPLIED), event(3, Event.REOPENED, body={"first_due": 5000})])
    assert (now.first_replied_at, now.fields["first_due"], now.reopened) == (None, 5000, 1)


def test_noted_by_mistake_is_withdrawn_and_can_come_back() -> None:
    undone = event(2, Event.UNDONE, corrects=NOTED.id)
    assert reduce([NOTED, undone]).state is MatterState.WITHDRAWN
    assert reduce([NOTED, undone]).fields["text"] == "灯不亮"
    assert reduce([NOTED, undone, event(3, Event.UNDONE, corrects=undone.id)]).state is MatterState.RECORDED


def test_a_jump_of_the_clock_is_remembered() -> None:
    assert reduce([NOTED, event(2, Event.DOUBTED)]).clock_uncertain
    assert not reduce([NOTED]).clock_uncertain


def test_acts_that_do_not_fit_say_why() -> None:
    fresh, replied = reduce([NOTED]), reduce([NOTED, event(2, Event.REPLIED)])
    assert hindrance(fresh, Event.CLOSED) == "matter.no_answer_yet"
    assert hindrance(fresh, Event.CONFIRMED) == "matter.no_answer_yet"
    assert hindrance(fresh, Event.REOPENED) == "matter.still_open"
    assert hindrance(replied, Event.CLOSED) is None
    closed = reduce([NOTED, event(2, Event.REPLIED), event(3, Event.CLOSED)])
    assert hindrance(closed, Event.ASSIGNED) == "matter.closed"
    assert hindrance(closed, Event.REOPENED) is None
    assert hindrance(closed, Event.ESCALATED) is None
    ownerless = reduce([event(1, Event.NOTED)])
    assert hindrance(ownerless, Event.ACCEPTED) == "matter.no_owner"
    assert hindrance(reduce([NOTED, event(2, Event.UNDONE, corrects=NOTED.id)]), Event.REPLIED) == "matter.withdrawn"


def test_a_sitting_may_end_over_an_answer_or_an_owner_with_a_day() -> None:
    assert settled(MatterState.ANSWERED, "", None)
    assert settled(MatterState.ASSIGNED, "property", 5)
    assert not settled(MatterState.ASSIGNED, "property", None)
    assert not settled(MatterState.RECORDED, "", 5)
