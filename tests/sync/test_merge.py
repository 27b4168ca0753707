"""The laws of merging: any order of any writes, with repetitions, ends in the same thing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desk.wire.merge import (
    ADD,
    DELETE,
    NOTHING,
    REVIVE,
    SET,
    Claim,
    Entity,
    Write,
    balance,
    holding,
    join,
    merge,
    tally,
)
from desk.wire.stamp import effective, stamp

CLOCKS = st.integers(1, 6).map(lambda n: f"{n:012x}0000-aaaaaaaa")
STAMPS = st.builds(stamp, CLOCKS, st.sampled_from(["0" * 24 + tail for tail in ("00000001", "00000002")]))
VALUES = st.one_of(st.integers(0, 3), st.sampled_from(["", "甲", "乙"]), st.none())
FIELDS = st.dictionaries(st.sampled_from(["name", "phone"]), VALUES, min_size=1)
WRITES = st.builds(
    Write, st.sampled_from([ADD, SET, SET, DELETE, REVIVE]), STAMPS, FIELDS,
    st.dictionaries(st.sampled_from(["name", "phone"]), STAMPS),
)  # fmt: skip


def after(writes: list[Write]) -> Entity:
    entity = NOTHING
    for write in writes:
        entity = merge(entity, write).entity
    return entity


@given(st.lists(WRITES, max_size=7), st.randoms())
def test_any_order_ends_in_the_same_thing(writes: list[Write], random: object) -> None:
    other = list(writes)
    random.shuffle(other)  # type: ignore[attr-defined]
    assert after(writes) == after(other)


@given(st.lists(WRITES, max_size=7))
def test_a_repeated_write_changes_nothing(writes: list[Write]) -> None:
    once = after(writes)
    for write in writes:
        again = merge(once, write)
        assert again.entity == once
        assert not again.changed


@given(st.lists(WRITES, max_size=5), st.lists(WRITES, max_size=5))
def test_joining_two_states_is_as_good_as_all_their_writes(left: list[Write], right: list[Write]) -> None:
    joined = join(after(left), after(right)).entity
    assert joined == after(left + right) == join(after(right), after(left)).entity


def test_two_people_who_did_not_know_of_each_other_clash_and_the_later_stands() -> None:
    first, second = stamp("1" * 16 + "-aaaaaaaa", "0" * 32), stamp("2" * 16 + "-bbbbbbbb", "0" * 32)
    start = merge(NOTHING, Write(ADD, stamp("0" * 16 + "-aaaaaaaa", "0" * 32), {"phone": "1"})).entity
    seen = start.stamps["phone"]
    once = merge(start, Write(SET, first, {"phone": "2"}, {"phone": seen}))
    assert once.clashes == ()
    twice = merge(once.entity, Write(SET, second, {"phone": "3"}, {"phone": seen}))
    (clash,) = twice.clashes
    assert (clash.standing, clash.lost, clash.winner, clash.loser) == ("3", "2", second, first)
    late = merge(merge(start, Write(SET, second, {"phone": "3"}, {"phone": seen})).entity,
                 Write(SET, first, {"phone": "2"}, {"phone": seen}))  # fmt: skip
    assert late.clashes == twice.clashes


def test_who_knew_of_the_other_or_says_the_same_does_not_clash() -> None:
    first, second = stamp("1" * 16 + "-aaaaaaaa", "0" * 32), stamp("2" * 16 + "-bbbbbbbb", "0" * 32)
    once = merge(NOTHING, Write(SET, first, {"phone": "2"})).entity
    assert merge(once, Write(SET, second, {"phone": "3"}, {"phone": first})).clashes == ()
    assert merge(once, Write(SET, second, {"phone": "2"})).clashes == ()


def test_a_late_edit_does_not_bring_back_what_was_deleted_but_a_revival_does() -> None:
    deleted = merge(merge(NOTHING, Write(ADD, "1.a", {"name": "甲"})).entity, Write(DELETE, "3.a")).entity
    edited = merge(deleted, Write(SET, "4.a", {"name": "乙"})).entity
    assert edited.gone
    assert edited.fields == {"name": "乙"}
    assert not merge(edited, Write(REVIVE, "5.a")).entity.gone


@given(
    st.lists(st.builds(Claim, st.uuids().map(str), st.just("chair"), STAMPS, st.booleans()), max_size=6), st.randoms()
)
def test_the_first_open_claim_holds_and_every_further_one_is_a_dispute(claims: list[Claim], random: object) -> None:
    other = list(claims)
    random.shuffle(other)  # type: ignore[attr-defined]
    found = holding("chair", claims)
    assert found == holding("chair", other)
    still = {claim.id for claim in claims if not claim.released}
    assert ({found.holder} if found.holder else set()) | set(found.disputed) == still


def test_a_balance_counts_an_entry_once_and_the_latest_vote_of_each_counts() -> None:
    assert balance([("a", 5), ("b", -2), ("a", 5)]) == 3
    assert tally([("2.a", "x", "yes"), ("1.a", "x", "no"), ("1.b", "y", "no")]) == {"yes": 1, "no": 1}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5)), min_size=1, max_size=30))
def test_held_down_clocks_keep_the_order_of_one_desk(times: list[tuple[int, int]]) -> None:
    written = sorted({f"{ms:012x}{counter:04x}-aaaaaaaa" for ms, counter in times})
    for hub_ms in (0, 3, 100):
        counts, last = [], ""
        for clock in written:
            last = effective(clock, hub_ms, last)
            counts.append(last)
        assert counts == sorted(set(counts))
        assert all(mine <= clock for mine, clock in zip(counts, written, strict=True) if int(clock[:12], 16) > hub_ms)
