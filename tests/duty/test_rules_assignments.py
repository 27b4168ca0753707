"""Who serves, worked out of facts: every order of them says the same, and coming counts more than any word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desk.duty.rules_assignments import (
    LATE_MS,
    Cell,
    Clocked,
    Held,
    Hours,
    Source,
    State,
    reduce,
)  # fmt: skip
from desk.duty.rules_changes import Change, Kind, SwapState, swaps

S, T = Hours("s", 1000_000, 8200_000), Hours("t", 9000_000, 9900_000)
PUBLISHED = (Cell("s", "ann", "volunteer"), Cell("s", "bo", "committee"), Cell("t", "cai", "property"))


def held(changes: list[Change], clocks: list[Clocked] | None = None, shift: Hours = S) -> dict[str, Held]:
    return {row.member_id: row for row in reduce(shift, PUBLISHED, changes, clocks or [])}


def change(nth: int, kind: Kind, shift: str = "s", member: str = "ann", **more: str) -> Change:
    return Change(f"c{nth}", kind, nth, shift, member, **more)


SWAP = [
    change(1, Kind.OFFER, other_id="cai", other_shift_id="t", capacity="volunteer"),
    change(2, Kind.ACCEPT, swap_id="c1", other_id="cai", capacity="property"),
    change(3, Kind.APPROVE, swap_id="c1"),
]


def test_what_is_published_stands() -> None:
    assert {who: (row.state, row.source) for who, row in held([]).items()} == {
        "ann": (State.PUBLISHED, Source.ISSUE), "bo": (State.PUBLISHED, Source.ISSUE),
    }  # fmt: skip


def test_a_swap_acts_on_both_shifts_once_it_is_approved() -> None:
    for far in (1, 2):
        assert held(SWAP[:far])["ann"].state is State.PUBLISHED
    here, there = held(SWAP), held(SWAP, shift=T)
    assert (here["ann"].state, here["cai"].state, here["cai"].capacity) == (
        State.SWAPPED, State.CONFIRMED, "property",
    )  # fmt: skip
    assert (there["cai"].state, there["ann"].state, there["ann"].capacity) == (
        State.SWAPPED, State.CONFIRMED, "volunteer",
    )  # fmt: skip


def test_a_swap_and_the_swap_back() -> None:
    back = [
        Change("d1", Kind.OFFER, 11, "s", "cai", other_id="ann", other_shift_id="t", capacity="property"),
        Change("d2", Kind.ACCEPT, 12, "s", swap_id="d1", other_id="ann", capacity="volunteer"),
        Change("d3", Kind.APPROVE, 13, "s", swap_id="d1"),
    ]
    rows = held([*SWAP, *back])
    assert rows["ann"].state is State.CONFIRMED
    assert rows["cai"].state is State.SWAPPED


def test_refused_before_approved_stays_refused_and_the_other_way_round() -> None:
    assert held([*SWAP[:2], Change("c25", Kind.REFUSE, 2, "s", swap_id="c1"), SWAP[2]])["ann"].state is State.PUBLISHED
    assert held([*SWAP, Change("c9", Kind.WITHDRAW, 9, "s", swap_id="c1")])["ann"].state is State.SWAPPED


def test_taken_back_is_as_never_said() -> None:
    assert held([change(1, Kind.EXCUSE)])["ann"].state is State.EXCUSED
    undone = [change(1, Kind.EXCUSE), change(2, Kind.UNDONE, swap_id="c1")]
    assert held(undone) == held([])


def test_an_excused_one_stays_excused_with_a_stand_in() -> None:
    rows = held([change(1, Kind.EXCUSE), change(2, Kind.STAND_IN, other_id="cai", capacity="property")])
    assert rows["ann"].state is State.EXCUSED
    assert (rows["cai"].state, rows["cai"].source) == (State.CONFIRMED, Source.STAND_IN)


def test_who_came_came_whatever_was_said() -> None:
    came = [Clocked("k1", "in", S.start_at, "ann", "s"), Clocked("k2", "in", S.start_at, "dan", "s")]
    rows = held([change(1, Kind.EXCUSE), change(2, Kind.NO_SHOW)], came)
    assert rows["ann"].state is State.CHECKED_IN
    assert (rows["dan"].state, rows["dan"].source) == (State.CHECKED_IN, Source.CLOCK)


def test_late_and_corrected() -> None:
    late = Clocked("k1", "in", S.start_at + LATE_MS + 1, "ann", "s")
    gone = Clocked("k2", "out", S.end_at, "ann", "s")
    assert held([], [late, gone])["ann"].state is State.LATE
    right = Clocked("k3", "in", S.start_at, "ann", "s", corrects="k1")
    row = held([], [late, gone, right])["ann"]
    assert (row.state, row.in_at, row.out_at) == (State.COMPLETED, S.start_at, S.end_at)


def test_a_shift_that_was_cancelled_keeps_those_who_came() -> None:
    rows = held([], [Clocked("k1", "in", S.start_at, "ann", "s")], Hours("s", S.start_at, S.end_at, cancelled=True))
    assert rows["ann"].state is State.CHECKED_IN
    assert rows["bo"].state is State.CANCELLED


def test_how_far_a_swap_has_come() -> None:
    starts = {"s": S.start_at, "t": T.start_at}
    assert swaps(SWAP[:1])["c1"].state is SwapState.OFFERED
    assert swaps(SWAP[:2], starts, S.start_at)["c1"].state is SwapState.EXPIRED
    assert swaps(SWAP, starts, S.start_at - 1)["c1"].state is SwapState.APPROVED
    assert swaps(SWAP, starts, S.start_at)["c1"].state is SwapState.EFFECTIVE
    assert swaps(SWAP[1:]) == {}  # its offer has not come here yet


WHO = st.sampled_from(["ann", "bo", "cai", "dan"])
IDS = [f"{n:02d}" for n in range(12)]


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    found = []
    for nth in range(draw(st.integers(0, 11))):
        kind = draw(st.sampled_from(list(Kind)))
        found.append(
            Change(IDS[nth], kind, draw(st.integers(0, 4)), draw(st.sampled_from("st")), draw(WHO), draw(WHO),
                   draw(st.sampled_from(["", "s", "t"])), draw(st.sampled_from(IDS)), "volunteer")
        )  # fmt: skip
    return found


CLOCKS = st.lists(
    st.builds(
        Clocked, st.sampled_from(IDS), st.sampled_from(["in", "out"]), st.integers(0, 9000_000), WHO,
        st.sampled_from("st"), st.sampled_from(["", *IDS]),
    ),
    max_size=6, unique_by=lambda event: event.id,
)  # fmt: skip


@given(histories(), CLOCKS, st.randoms())
def test_every_order_says_the_same(changes: list[Change], clocks: list[Clocked], random: object) -> None:
    once = reduce(S, PUBLISHED, changes, clocks)
    shuffled, events = list(changes), list(clocks)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(events)  # type: ignore[attr-defined]
    assert reduce(S, reversed(PUBLISHED), [*shuffled, *changes], events) == once
    assert len({row.member_id for row in once}) == len(once)
