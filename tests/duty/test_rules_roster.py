"""Conflicts of a cell, gaps of a shift with their reasons, and rules a team can never keep."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import SiteTime
from desk.duty.rules import ONE_OR_THREE_NEED, Need, PairKind, Says, span_of
from desk.duty.rules_assignments import Cell
from desk.duty.rules_availability import Line
from desk.duty.rules_impossible import Cannot, impossible
from desk.duty.rules_roster import Gap, Person, Plan, Slot, Wrong

TIME = SiteTime()


def slot(id_: str, day: int, start: int, end: int, **more: object) -> Slot:
    text = f"2026-12-{day:02d}"
    return Slot(id_, text, span_of(TIME, text, start * 60, end * 60), start * 60, end * 60, **more)  # type: ignore[arg-type]


def plan(slots: list[Slot], people: list[Person], cells: list[tuple[str, str]], **more: object) -> Plan:
    by_id = {one.id: one for one in people}
    whole = [Cell(shift, who, by_id[who].capacity if who in by_id else "") for shift, who in cells]
    return Plan(TIME, by_id, {one.id: one for one in slots}, whole, **more)  # type: ignore[arg-type]


ANN, BO = Person("ann", "volunteer"), Person("bo", "committee")
KID = Person("kid", "volunteer", minor=True, guardian_at=1)


def wrongs(made: Plan) -> set[tuple[str, str, Wrong]]:
    return {(one.shift_id, one.member_id, one.wrong) for one in made.conflicts()}


def test_a_sound_plan_has_nothing_wrong() -> None:
    assert not wrongs(plan([slot("a", 5, 9, 11), slot("b", 5, 14, 16)], [ANN], [("a", "ann"), ("b", "ann")]))


def test_two_at_once_is_wrong_on_both() -> None:
    made = plan([slot("a", 5, 9, 11), slot("b", 5, 10, 12)], [ANN], [("a", "ann"), ("b", "ann")])
    assert wrongs(made) == {("a", "ann", Wrong.OVERLAP), ("b", "ann", Wrong.OVERLAP)}
    assert made.conflicts()[0].other_shift == "b"
    assert made.conflicts()[0].hard


def test_rest_after_a_night_and_a_day_too_long() -> None:
    rest = plan([slot("a", 5, 23, 7), slot("b", 6, 9, 11)], [ANN], [("a", "ann"), ("b", "ann")])
    assert wrongs(rest) == {("a", "ann", Wrong.REST), ("b", "ann", Wrong.REST)}
    long = plan([slot("a", 5, 6, 14), slot("b", 5, 14, 20)], [ANN], [("a", "ann"), ("b", "ann")])
    assert wrongs(long) == {("a", "ann", Wrong.LONG), ("b", "ann", Wrong.LONG)}
    guard = plan([slot("a", 5, 7, 7)], [ANN], [("a", "ann")])  # a day and a night, as its template says
    assert wrongs(guard) == {("a", "ann", Wrong.LONG_SHIFT)}
    assert not any(one.hard for one in guard.conflicts())  # somebody may say so; the generator never does
    assert guard.why_not(BO, guard.slots["a"]) is None
    assert not wrongs(plan([slot("a", 5, 7, 19)], [ANN], [("a", "ann")]))  # twelve hours


def test_the_month_before_counts() -> None:
    before = span_of(TIME, "2026-11-30", 23 * 60, 7 * 60)
    made = plan([slot("a", 1, 9, 11)], [ANN], [("a", "ann")], around={"ann": [before]})
    assert wrongs(made) == {("a", "ann", Wrong.REST)}


def test_minors() -> None:
    day, night = slot("a", 5, 9, 11, minors=True), slot("b", 6, 21, 23, minors=True)
    made = plan([day, night, slot("c", 7, 9, 11)], [KID], [("a", "kid"), ("b", "kid"), ("c", "kid")])
    assert wrongs(made) == {("b", "kid", Wrong.MINOR), ("c", "kid", Wrong.MINOR)}
    asked = replace(KID, guardian_at=None)
    assert wrongs(plan([day], [asked], [("a", "kid")])) == {("a", "kid", Wrong.MINOR)}


def test_soft_things_are_marked_too() -> None:
    made = plan(
        [slot("a", 5, 9, 11, most=1), slot("b", 6, 9, 11)], [replace(ANN, most_a_month=1), BO],
        [("a", "ann"), ("a", "bo"), ("b", "ann")],
        lines={"bo": [Line("bo", Says.CANNOT)], "ann": [Line("ann", Says.CAN, weekday=6)]}, pairs=[("bo", "ann", PairKind.APART)],
    )  # fmt: skip
    assert wrongs(made) == {
        ("a", "ann", Wrong.APART), ("a", "bo", Wrong.APART), ("a", "ann", Wrong.FULL), ("a", "bo", Wrong.FULL),
        ("a", "ann", Wrong.WISH), ("b", "ann", Wrong.WISH), ("a", "bo", Wrong.CANNOT), ("b", "ann", Wrong.NOT_OFFERED),
    }  # fmt: skip
    assert not any(one.hard for one in made.conflicts())


def test_somebody_who_left_or_is_unknown() -> None:
    made = plan([slot("a", 5, 9, 11, most=2)], [replace(ANN, left=True)], [("a", "ann"), ("a", "zoe")])
    assert wrongs(made) == {("a", "ann", Wrong.LEFT), ("a", "zoe", Wrong.LEFT)}


def test_a_gap_says_why() -> None:
    need = slot("a", 12, 9, 11, least=2, most=2, mix=(ONE_OR_THREE_NEED,))
    other = slot("b", 12, 10, 12)
    people = [ANN, BO, Person("dan", "property"), Person("eve", "owners")]
    made = plan([need, other], people, [("a", "ann"), ("b", "dan")], lines={"bo": [Line("bo", Says.CANNOT)]})
    assert made.gaps() == [Gap("a", 1, (ONE_OR_THREE_NEED,), (), 3, {Wrong.CANNOT: 1, Wrong.OVERLAP: 1})]
    assert made.gaps()[0].free == 1


def test_rules_nobody_can_keep() -> None:
    asks = slot(
        "a", 5, 9, 11, least=3, most=9, mix=(Need(("deputy",)),), skills=("急救",), capacities=("deputy", "unit")
    )
    assert [one.why for one in impossible("接待", "t", asks, [ANN, BO, KID])] == [
        Cannot.TOO_FEW, Cannot.NOBODY, Cannot.SKILL,
    ]  # fmt: skip
    assert [one.why for one in impossible("夜", "t", slot("b", 5, 9, 11), [KID])] == [Cannot.MINORS]
    assert not impossible("早", "t", slot("b", 5, 9, 11), [ANN])


SLOTS = [
    slot(f"{day}-{start}", day, start, end, least=1, most=2)
    for day in (5, 6)
    for start, end in ((6, 14), (13, 20), (22, 6))
]


@given(st.sets(st.tuples(st.sampled_from([one.id for one in SLOTS]), st.sampled_from(["ann", "bo"]))))
def test_who_may_be_put_in_causes_nothing_hard(cells: set[tuple[str, str]]) -> None:
    made = plan(SLOTS, [ANN, BO], sorted(cells))
    if any(one.hard for one in made.conflicts()):
        return
    for one in SLOTS:
        if (one.id, "ann") not in cells and made.why_not(ANN, one) is None:
            assert not any(w.hard for w in plan(SLOTS, [ANN, BO], [*sorted(cells), (one.id, "ann")]).conflicts())
