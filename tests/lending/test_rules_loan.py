"""A loan and a thing say the same at every desk, in whatever order facts come in."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import HOUR_MS
from desk.lending.rules import LoanState, Used
from desk.lending.rules_asset import Condition, Step
from desk.lending.rules_loan import Happened, Release, Taking, loan, thing

NOW = 1_800_000_000_000
ids = st.integers(1, 30).map(lambda n: f"{n:032x}")
moments = st.integers(NOW, NOW + 50)
takings = st.lists(
    st.builds(lambda key, at: Taking(key, "chair", at, at + HOUR_MS), ids, moments), min_size=1, max_size=4,
    unique_by=lambda one: one.id,
)  # fmt: skip
missing = st.lists(st.builds(Used, st.sampled_from("甲乙"), st.integers(1, 3)), max_size=2).map(tuple)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Taking], list[Release], list[Happened]]:
    took = draw(takings)
    known = st.sampled_from([one.id for one in took])
    back = draw(
        st.lists(
            st.builds(Release, ids, known, moments, st.sampled_from(Condition), missing, st.booleans()), max_size=5,
            unique_by=lambda one: one.id,
        )
    )  # fmt: skip
    corrected = st.sampled_from([one.id for one in back]) if back else st.just("")
    steps = draw(
        st.lists(
            st.builds(
                Happened, ids, st.just("chair"), st.sampled_from(Step), moments, known | st.just(""),
                st.none() | st.integers(NOW, NOW + 10 * HOUR_MS), st.integers(0, 4), corrected, missing,
            ), max_size=8, unique_by=lambda one: one.id,
        )
    )  # fmt: skip
    return took, back, steps


@given(histories(), st.integers())
def test_the_order_of_facts_does_not_matter(
    history: tuple[list[Taking], list[Release], list[Happened]], seed: int
) -> None:
    took, back, steps = history
    first = [loan(one, back, steps) for one in took]
    stands = thing(first, back, steps)
    mixed_back, mixed_steps = [*back, *back[:1]], [*steps, *steps[:2]]  # one comes twice
    for rows in (mixed_back, mixed_steps):
        Random(seed).shuffle(rows)
    again = [loan(one, mixed_back, mixed_steps) for one in took]
    assert again == first
    assert thing(reversed(again), mixed_back, mixed_steps) == stands
    still = [one for one in first if one.state is LoanState.OUT]
    assert (stands.holder is None) is (not still)
    assert stands.disputed == max(0, len(still) - 1)
    for one in first:
        assert (one.returned_at is None) is (one.state in (LoanState.OUT, LoanState.UNDONE))


def _steps(*kinds: Step, missing: tuple[Used, ...] = ()) -> list[Happened]:
    return [Happened(f"{n:032x}", "kit", kind, NOW + 10 + n, missing=missing) for n, kind in enumerate(kinds)]


def test_a_return_stands_over_a_loss_and_the_first_return_counts() -> None:
    took = Taking("a" * 32, "chair", NOW, NOW + HOUR_MS)
    lost = Release("b" * 32, took.id, NOW + 1, Condition.LOST)
    back = Release("c" * 32, took.id, NOW + 9, Condition.OK, gate_id="north")
    later = Release("d" * 32, took.id, NOW + 12, Condition.DAMAGED)
    assert loan(took, [lost], ()).state is LoanState.LOST
    found = loan(took, [lost, later, back], ())
    assert (found.state, found.returned_at, found.condition) == (LoanState.RETURNED, NOW + 9, "ok")
    undone = Happened("e" * 32, "chair", Step.UNDONE, NOW + 20, took.id, corrects=back.id)
    assert loan(took, [back], [undone]).state is LoanState.OUT


def test_a_kit_is_whole_once_everything_is_back_in_it() -> None:
    took = Taking("a" * 32, "kit", NOW, NOW + HOUR_MS)
    back = Release("b" * 32, took.id, NOW + 1, Condition.INCOMPLETE, (Used("创可贴", 3),))
    part = Happened("c" * 32, "kit", Step.RESTOCKED, NOW + 2, missing=(Used("创可贴", 1),))
    rest = Happened("d" * 32, "kit", Step.RESTOCKED, NOW + 3, missing=(Used("创可贴", 2),))
    lent = [loan(took, [back], ())]
    assert thing(lent, [back], [part]).missing == (Used("创可贴", 2),)
    assert thing(lent, [back], [part]).condition is Condition.INCOMPLETE
    assert thing(lent, [back], [rest, part]).condition is Condition.OK
    assert thing(lent, [back], _steps(Step.CLEANED)).condition is Condition.INCOMPLETE  # wiped, still not whole


def test_extending_begins_the_reminders_anew() -> None:
    took = Taking("a" * 32, "chair", NOW, NOW + HOUR_MS)
    told = Happened("b" * 32, "chair", Step.REMINDED, NOW + 5, took.id, level=3)
    longer = Happened("c" * 32, "chair", Step.EXTENDED, NOW + 6, took.id, due_at=NOW + 5 * HOUR_MS)
    assert loan(took, (), [told]).level == 3
    found = loan(took, (), [told, longer])
    assert (found.level, found.due_at, found.extended) == (0, NOW + 5 * HOUR_MS, 1)
