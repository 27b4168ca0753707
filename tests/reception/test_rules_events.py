"""The reducer under any order of events and any sequence of acts: never inside twice, no exit lost, history kept."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desk.core.clock import DAY_MS, MINUTE_MS
from desk.reception.rules import VisitState
from desk.reception.rules_events import (
    EventKind,
    Happened,
    already,
    hindrance,
    last_undoable,
    reduce,
    stay_ms,
)

T0 = 1_795_046_400_000
KINDS = st.sampled_from([kind for kind in EventKind if kind is not EventKind.UNDONE])


@st.composite
def journals(draw: st.DrawFn) -> list[Happened]:
    """Events of one visit as two gates may have written them: any kinds, steps that repeat, clocks that jump."""
    events: list[Happened] = []
    for nth in range(draw(st.integers(1, 9))):
        undo = events and draw(st.integers(0, 5)) == 0
        events.append(
            Happened(
                f"{nth:032x}", draw(st.integers(1, 6)), EventKind.UNDONE if undo else draw(KINDS),
                T0 + draw(st.integers(-DAY_MS, DAY_MS)), draw(st.sampled_from(["", "desk", "auto"])),
                draw(st.sampled_from([e.id for e in events])) if undo else None,
                draw(st.dictionaries(st.sampled_from(["name", "note"]), st.text(max_size=3), max_size=2)),
            )
        )  # fmt: skip
    return events


@given(journals(), st.integers())
def test_the_order_of_arrival_changes_nothing(events: list[Happened], seed: int) -> None:
    shuffled = events + events[: len(events) // 2]
    random.Random(seed).shuffle(shuffled)
    assert reduce(shuffled) == reduce(events)


@given(journals())
def test_a_real_exit_is_never_lost(events: list[Happened]) -> None:
    now = reduce(events)
    void = {e.corrects for e in events if e.kind is EventKind.UNDONE}
    if any(e.kind is EventKind.LEFT and e.id not in void for e in events):
        assert now.state is VisitState.LEFT
        assert now.out_at == max(e.at for e in events if e.kind is EventKind.LEFT and e.id not in void) or void
        assert now.auto_closed_at is None


@given(journals())
def test_a_stay_is_never_negative(events: list[Happened]) -> None:
    now = reduce(events)
    if now.in_at is not None:
        assert stay_ms(now.in_at, now.out_at if now.out_at is not None else T0 - 3 * DAY_MS) >= 0


def test_the_earliest_entry_and_the_latest_exit_of_two_gates_count() -> None:
    events = [
        Happened("a" * 32, 1, EventKind.ADMITTED, T0 + 60_000),
        Happened("b" * 32, 1, EventKind.ADMITTED, T0),
        Happened("c" * 32, 2, EventKind.LEFT, T0 + 2 * MINUTE_MS, "desk"),
        Happened("d" * 32, 2, EventKind.LEFT, T0 + 9 * MINUTE_MS, "camera-QR"),
    ]
    now = reduce(events)
    assert (now.in_at, now.out_at, now.out_source) == (T0, T0 + 9 * MINUTE_MS, "camera-QR")
    assert now.lead is not None
    assert now.lead.id == "b" * 32


def test_a_later_exit_stands_above_an_automatic_closing() -> None:
    events = [
        Happened("1" * 32, 1, EventKind.ADMITTED, T0),
        Happened("2" * 32, 2, EventKind.AUTO_CLOSED, T0 + 9, "auto"),
    ]
    closed = reduce(events)
    assert (closed.state, closed.out_at, closed.auto_closed_at) == (VisitState.AUTO_CLOSED, None, T0 + 9)
    left = reduce([*events, Happened("3" * 32, 3, EventKind.LEFT, T0 + 20, "desk")])
    assert (left.state, left.out_at, left.out_source, left.auto_closed_at) == (VisitState.LEFT, T0 + 20, "desk", None)


def test_a_correction_after_a_clock_that_went_back_still_wins() -> None:
    events = [
        Happened("f" * 32, 1, EventKind.ADMITTED, T0, body={"name": "甲"}),
        Happened("0" * 31 + "1", 2, EventKind.CORRECTED, T0 - DAY_MS, body={"name": "乙"}),
    ]
    assert reduce(events).fields == {"name": "乙"}
    assert events[0].body["name"] == "甲"


def test_taking_back_and_taking_the_taking_back_back() -> None:
    came = Happened("1" * 32, 1, EventKind.ADMITTED, T0)
    left = Happened("2" * 32, 2, EventKind.LEFT, T0 + 1)
    oops = Happened("3" * 32, 3, EventKind.UNDONE, T0 + 2, corrects=left.id)
    again = Happened("4" * 32, 4, EventKind.UNDONE, T0 + 3, corrects=oops.id)
    assert reduce([came, left, oops]).state is VisitState.ADMITTED
    assert reduce([came, left, oops, again]).state is VisitState.LEFT
    assert last_undoable([came, left, oops]) == came


class OneVisit(RuleBasedStateMachine):
    """A desk that acts only when the rules allow it, with a wall clock that jumps, and a second desk that copies late."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[Happened] = []
        self.wall = T0
        self.names: list[str] = []

    def _do(self, kind: EventKind, **values: Any) -> None:
        now = reduce(self.events)
        if already(now.state, kind) or hindrance(now.state, kind):
            return
        self._write(now.next_step, kind, **values)

    def _write(self, step: int, kind: EventKind, **values: Any) -> None:
        self.events.append(Happened(f"{len(self.events):032x}", step, kind, self.wall, **values))

    @rule(ms=st.integers(-DAY_MS, DAY_MS))
    def clock_moves(self, ms: int) -> None:
        self.wall += ms

    @rule(kind=st.sampled_from(list(EventKind)))
    def act(self, kind: EventKind) -> None:
        if kind not in (EventKind.CORRECTED, EventKind.UNDONE):
            self._do(kind)

    @rule(name=st.text(min_size=1, max_size=3))
    def correct(self, name: str) -> None:
        before = len(self.events)
        self._do(EventKind.CORRECTED, body={"name": name})
        if len(self.events) > before:
            self.names.append(name)

    @precondition(lambda self: bool(self.events))
    @rule()
    def undo(self) -> None:
        last = last_undoable(self.events)
        if last is not None:
            before = reduce(self.events)
            self._write(before.next_step, EventKind.UNDONE, corrects=last.id)
            assert last_undoable(self.events) != last

    @invariant()
    def at_most_one_stay(self) -> None:
        void = {e.corrects for e in self.events if e.kind is EventKind.UNDONE}
        live = [e for e in self.events if e.id not in void]
        assert sum(e.kind is EventKind.ADMITTED for e in live) <= 1
        assert sum(e.kind is EventKind.LEFT for e in live) <= 1

    @invariant()
    def an_exit_that_stands_is_the_state(self) -> None:
        now = reduce(self.events)
        void = {e.corrects for e in self.events if e.kind is EventKind.UNDONE}
        left = [e for e in self.events if e.kind is EventKind.LEFT and e.id not in void]
        assert (now.state is VisitState.LEFT) == bool(left)

    @invariant()
    def corrections_keep_history_and_the_newest_counts(self) -> None:
        said = [e.body["name"] for e in self.events if e.kind is EventKind.CORRECTED]
        assert said == self.names
        if said:
            assert reduce(self.events).fields["name"] == said[-1]

    @invariant()
    def a_copy_in_another_order_agrees(self) -> None:
        assert reduce(reversed(self.events)) == reduce(self.events)


OneVisit.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestOneVisit = OneVisit.TestCase
