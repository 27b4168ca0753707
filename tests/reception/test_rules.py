"""Fields of the types, what stands between a draft and admission, cleaning, windows and pick-up codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import DAY_MS, HOUR_MS, SiteTime
from desk.reception.rules import FAST_LANE, TYPE_RULES, Draft, IdKind, Proof, VisitorType, lack, missing_fields
from desk.reception.rules_clean import clean, clean_phone, clean_plate, cleaned, kept_id
from desk.reception.rules_windows import (
    PASS_MAX_MS,
    Window,
    ends_today,
    goods_code,
    goods_overdue,
    window_fault,
    window_says,
)

TIME = SiteTime()
THURSDAY_8 = 1_795_046_400_000


def test_every_type_has_a_rule_and_the_fast_lane_asks_nothing() -> None:
    assert set(TYPE_RULES) == set(VisitorType)
    assert all(TYPE_RULES[kind].required == () for kind in FAST_LANE)


@given(st.sampled_from(list(VisitorType)), st.booleans())
def test_refusing_every_field_never_blocks_entry(kind: VisitorType, minor: bool) -> None:
    everything = tuple({field for rule in TYPE_RULES.values() for field in (*rule.required, *rule.optional)})
    draft = Draft(kind, minor_alone=minor, declined=everything)
    assert missing_fields(draft) == ()
    assert lack(draft, Proof.INTERCOM) is None


@given(st.sampled_from(list(VisitorType)))
def test_what_is_required_is_asked_for_by_name(kind: VisitorType) -> None:
    assert missing_fields(Draft(kind)) == TYPE_RULES[kind].required


@given(st.text())
def test_cleaned_text_is_one_line_and_stable(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not any(ch in once for ch in "\n\r\t\u202e\u2066\u200b\x00")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("+86 104 0000 1234", "10400001234"), ("104-0000-1234", "10400001234"), ("+852 0000 0000", "+85200000000"),
     ("", ""), ("尾号1234", "1234")],
)  # fmt: skip
def test_phones(typed: str, kept: str) -> None:
    assert clean_phone(typed) == kept


def test_plates() -> None:
    assert clean_plate(" 沪a·123 45") == "沪A12345"


def test_a_lone_child_s_draft_loses_every_personal_field() -> None:
    typed = Draft(
        VisitorType.GUEST, "小测试", "10400001234", "沪A12345", household_id="h", minor_alone=True, party_size=3,
        id_kind=IdKind.RESIDENT, id_number="990101201901010000", note="红衣服",
    )  # fmt: skip
    assert cleaned(typed) == Draft(VisitorType.GUEST, household_id="h", minor_alone=True)


def test_the_hash_of_an_id_number_needs_the_key() -> None:
    mask, one = kept_id("99010119000101000x", b"a" * 32)
    assert mask == "990*************0X"
    assert kept_id("99010119000101000X", b"a" * 32)[1] == one
    assert kept_id("99010119000101000X", b"b" * 32)[1] != one
    assert kept_id("", b"a" * 32) == ("", "")


def test_a_window_of_weekdays_and_hours() -> None:
    window = Window(THURSDAY_8 - DAY_MS, THURSDAY_8 + 60 * DAY_MS, (2, 4), 480, 600)
    assert window_fault(window) is None
    assert window_says(window, THURSDAY_8, TIME) is None
    assert window_says(window, THURSDAY_8 - 60_000, TIME) == "window.hour"
    assert window_says(window, THURSDAY_8 + 2 * HOUR_MS, TIME) == "window.hour"
    assert window_says(window, THURSDAY_8 + DAY_MS, TIME) == "window.weekday"
    assert window_says(window, THURSDAY_8 - 8 * DAY_MS, TIME) == "window.not_yet"
    assert window_says(window, THURSDAY_8 + 61 * DAY_MS, TIME) == "window.expired"
    assert ends_today(window, THURSDAY_8, TIME) == THURSDAY_8 + 2 * HOUR_MS


def test_a_revoked_window_holds_no_more() -> None:
    window = Window(THURSDAY_8, THURSDAY_8 + DAY_MS, revoked_at=THURSDAY_8 + 5)
    assert window_says(window, THURSDAY_8 + 4, TIME) is None
    assert window_says(window, THURSDAY_8 + 5, TIME) == "window.revoked"


@pytest.mark.parametrize(
    ("window", "fault"),
    [(Window(10, 10), "window.dates"), (Window(0, PASS_MAX_MS + 1), "window.too_long"),
     (Window(0, 10, start_min=600, end_min=600), "window.hours"), (Window(0, 10, ()), "window.weekdays"),
     (Window(0, 10, (0,)), "window.weekdays"), (Window(0, PASS_MAX_MS), None)],
)  # fmt: skip
def test_windows_that_cannot_be_given(window: Window, fault: str | None) -> None:
    assert window_fault(window) == fault


@given(st.sets(st.integers(1000, 9999).map(str), max_size=200))
def test_pick_up_codes_are_new_and_never_start_with_zero(taken: set[str]) -> None:
    code = goods_code(taken)
    assert code not in taken
    assert code[0] != "0"
    assert len(code) == 4


def test_a_full_shelf_gets_longer_codes() -> None:
    assert len(goods_code({str(n) for n in range(1000, 5600)})) == 6


def test_goods_are_overdue_after_two_days() -> None:
    assert not goods_overdue(0, 48 * HOUR_MS)
    assert goods_overdue(0, 48 * HOUR_MS + 1)
