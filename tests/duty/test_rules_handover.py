"""What a handover lacks, keeps and forgets: whatever was answered and counted, and whatever another desk sent."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.duty.rules_handover import (
    AHEAD_MS,
    LATE_MS,
    LINES_MAX,
    Answer,
    Body,
    Count,
    Group,
    Lack,
    Line,
    Topic,
    due,
    folded,
    held_minutes,
    is_bare,
    lacks,
    packed,
    relief_near,
    scrubbed,
    stays_on,
    unpacked,
)

WORDS = st.text("欧阳测试abc 1", max_size=12).map(lambda text: " ".join(text.split()))
LINES = st.builds(
    Line, st.sampled_from(["guest", "noise", "overdue"]), st.integers(1, 40), WORDS, WORDS, WORDS, WORDS,
    st.none() | st.integers(0, 10**13), st.none() | st.integers(-5000, 5000), st.sampled_from(["", "warn", "bad"]),
)  # fmt: skip
GROUPS = st.lists(
    st.builds(
        Group, st.sampled_from(Topic), st.integers(0, 200), st.lists(LINES, max_size=4).map(tuple), st.integers(0, 9),
        st.booleans(),
    ),
    unique_by=lambda group: group.topic, max_size=8,
)  # fmt: skip
ANSWERS = st.builds(Answer, st.booleans(), WORDS)
ITEMS = st.lists(
    st.builds(Count, WORDS, WORDS, st.integers(0, 99), st.none() | st.integers(0, 99), WORDS, st.sampled_from(["item", "key"])),
    max_size=6,
)  # fmt: skip


@st.composite
def bodies(draw: st.DrawFn) -> Body:
    groups = tuple(draw(GROUPS))
    answers = {group.topic.value: draw(ANSWERS) for group in groups}
    return Body(groups, answers, tuple(draw(ITEMS)), draw(WORDS))


@given(bodies())
def test_what_was_put_down_is_read_as_it_was(body: Body) -> None:
    kept = json.loads(json.dumps(packed(body)))
    assert unpacked(kept) == body
    assert packed(unpacked(kept)) == kept


@given(bodies())
def test_each_open_group_needs_a_tick_or_a_note_and_each_thing_a_count(body: Body) -> None:
    found = lacks(body)
    for group in body.groups:
        answer = body.answer(group.topic)
        asked = group.known and group.n > 0 and not answer.tick and not answer.note
        assert ((Lack.TICK, group.topic.value) in found) is asked
    uncounted = [item.item_id for item in body.items if item.counted is None]
    unsaid = [item.item_id for item in body.items if item.counted not in (None, item.expected) and not item.note]
    assert [ref for lack, ref in found if lack is Lack.COUNT] == uncounted
    assert [ref for lack, ref in found if lack is Lack.REASON] == unsaid


@given(bodies())
def test_all_answered_and_all_counted_lacks_nothing(body: Body) -> None:
    answers = {group.topic.value: Answer(tick=True) for group in body.groups}
    items = tuple(Count(one.item_id, one.name, one.expected, one.expected) for one in body.items)
    assert lacks(Body(body.groups, answers, items)) == []


@given(bodies())
def test_what_is_forgotten_has_no_word_and_keeps_its_numbers(body: Body) -> None:
    bare = scrubbed(packed(body))
    left = unpacked(bare)
    assert is_bare(bare)
    assert [(group.topic, group.n) for group in left.groups] == [(group.topic, group.n) for group in body.groups]
    assert [(one.expected, one.counted) for one in left.items] == [(one.expected, one.counted) for one in body.items]
    assert not left.note
    assert not any(answer.note for answer in left.answers.values())
    assert not any(one.note for one in left.items)
    assert not any(group.lines for group in left.groups)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["groups", "items", "topic", "n", "lines", "v"]), inner),
    max_leaves=20,
)  # fmt: skip


@given(JSON)
def test_whatever_another_desk_sent_can_be_read(kept: Any) -> None:
    assert unpacked(unpacked(kept) and kept) == unpacked(packed(unpacked(kept)))
    assert is_bare(scrubbed(kept))


@given(st.lists(LINES, max_size=30))
def test_a_long_group_is_folded_and_counts_everybody(lines: list[Line]) -> None:
    group = folded(Topic.OVERSTAY, lines)
    assert len(group.lines) == min(len(lines), LINES_MAX)
    assert sum(line.n for line in group.lines) + group.more == group.n == sum(line.n for line in lines)


@given(st.integers(0, 10**9), st.integers(1, 40 * HOUR_MS), st.integers(-40 * HOUR_MS, 40 * HOUR_MS))
def test_a_draft_is_due_from_twenty_minutes_before_the_end(start: int, long: int, off: int) -> None:
    end = start + long
    now = end + off
    asked = due(now, start, end)
    assert asked is (now >= start and -AHEAD_MS <= off <= LATE_MS)
    assert due(now, start, end, held=True) is (now >= start and off >= -AHEAD_MS)
    assert held_minutes(now, end) == max(0, off // MINUTE_MS)
    assert held_minutes(now, None) == 0


@pytest.mark.parametrize(("after", "near"), [(None, False), (0, True), (30 * MINUTE_MS, True), (31 * MINUTE_MS, False)])
def test_relief_is_near_within_half_an_hour(after: int | None, near: bool) -> None:
    assert relief_near(HOUR_MS, None if after is None else HOUR_MS + after) is near


def test_whoever_stays_for_the_next_shift_hands_nothing_over() -> None:
    assert stays_on(("a", "b"), ("a",))
    assert not stays_on(("a",), ("a", "b"))
    assert not stays_on(("a",), ())


def test_control_letters_do_not_get_into_what_is_kept() -> None:
    body = Body((Group(Topic.INSIDE, 1),), {"inside": Answer(note="门\u202e开\n了")}, note="x" * 5000)
    kept = packed(body)
    assert kept["groups"][0]["note"] == "门开 了"
    assert len(kept["note"]) == 200
