"""What a form may say, and what a row of another program may not make of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.alarms.rules import Sort
from desk.alarms.rules_automation import LIMITS, PAUSES_MS, Automation, Does, automation_of, checked, pause_end
from desk.alarms.rules_dust import Dust
from desk.alarms.rules_hours import Hours
from desk.core.errors import Refused

DUST = Automation("", Does.DUST, "喷雾", "d" * 32, relay_id="e" * 32)
NIGHT = Automation("", Does.AFTER_HOURS, "后门", "d" * 32, contact=1)
COVER = Automation("", Does.CONTACT, sorts=(Sort.MANHOLE,))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from([*Does, "from_2031"]), st.dictionaries(st.sampled_from([*LIMITS, "sorts", "chime", "x"]), JSON))
def test_whatever_a_row_says_the_rule_stays_within_its_bounds(does: str, said: dict[str, object]) -> None:
    rule = automation_of("a" * 32, does, "", "", "", said, 0)
    if does not in frozenset(Does):
        assert rule is None
        return
    assert rule is not None
    kept = rule.said()
    assert all(low <= kept[field] <= high for field, (low, high) in LIMITS.items())


@pytest.mark.parametrize("one", [DUST, NIGHT, COVER, Automation("", Does.SOS, chime=False)])
def test_what_may_be_kept_is_read_back_as_it_was(one: Automation) -> None:
    kept = checked(one)
    assert automation_of("", kept.does, kept.name, kept.device_id, kept.relay_id, kept.said(), 0) == kept


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (replace(DUST, device_id=""), "automation.device"),
        (replace(DUST, relay_id=""), "automation.relay"),
        (replace(DUST, dust=Dust(seconds=61)), "automation.value"),
        (replace(DUST, dust=Dust(rest_minutes=0)), "automation.value"),
        (replace(NIGHT, contact=0), "automation.contact"),
        (replace(NIGHT, hours=Hours(60, 60)), "automation.hours"),
        (replace(COVER, sorts=()), "automation.sorts"),
    ],
)
def test_what_makes_no_sense_is_refused(one: Automation, code: str) -> None:
    with pytest.raises(Refused) as no:
        checked(one)
    assert no.value.code == code


@given(st.sampled_from(Does), st.integers(-1, 400 * PAUSES_MS[-1]))
def test_what_watches_over_people_and_doors_comes_back_within_a_day(does: Does, pause_ms: int) -> None:
    longest = PAUSES_MS[-1] * (366 if does is Does.DUST else 1)
    if 0 < pause_ms <= longest:
        assert pause_end(does, 1000, pause_ms) == 1000 + pause_ms
    else:
        with pytest.raises(Refused) as no:
            pause_end(does, 1000, pause_ms)
        assert no.value.code == "automation.pause"
