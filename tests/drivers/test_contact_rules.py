"""Contacts: a spark is no change, a cut wire is an alarm, and an alarm stands until somebody has seen it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.sensors.contact_rules import Change, Contact

ALARM, OVER = Change(3, alarm=True), Change(3, alarm=False)
OPENED, CLOSED = Change(3, closed=False), Change(3, closed=True)


def looks(contact: Contact, *closed: bool) -> list[Change]:
    return [change for one in closed for change in contact.look(one)]


def test_it_has_moved_when_looks_in_a_row_agree() -> None:
    contact = Contact(3, normal=True, steady=2, latch=False)
    assert looks(contact, True, True) == [CLOSED]
    assert looks(contact, False, True, False, True, True) == []
    assert looks(contact, False, False) == [OPENED, ALARM]
    assert looks(contact, True, True) == [CLOSED, OVER]


def test_a_latched_alarm_waits_for_somebody() -> None:
    contact = Contact(3, normal=True, steady=1, latch=True)
    assert looks(contact, True, False, True) == [CLOSED, OPENED, ALARM, CLOSED]
    assert contact.acknowledge() == [OVER]
    assert contact.acknowledge() == []


def test_acknowledged_while_it_stands_it_ends_with_the_contact() -> None:
    contact = Contact(3, normal=True, steady=1, latch=True)
    assert looks(contact, True, False) == [CLOSED, OPENED, ALARM]
    assert contact.acknowledge() == []
    assert looks(contact, True) == [CLOSED, OVER]
    assert looks(contact, False) == [OPENED, ALARM], "the next one is a new alarm"


def test_a_contact_found_open_at_the_start_alarms() -> None:
    contact = Contact(3, normal=True, steady=2, latch=True)
    assert looks(contact, False, False) == [OPENED, ALARM]


@pytest.mark.parametrize("normal", [True, False])
@given(seen=st.lists(st.one_of(st.booleans(), st.none()), max_size=60), steady=st.integers(1, 4), latch=st.booleans())
def test_the_story_always_makes_sense(normal: bool, seen: list[bool | None], steady: int, latch: bool) -> None:
    """None: somebody acknowledges. Each change differs from the last of its kind, and no alarm ends unseen."""
    contact = Contact(3, normal, steady, latch)
    closed: bool | None = None
    alarm, acknowledged = False, False
    for one in seen:
        acknowledged = acknowledged or (one is None and alarm)
        for change in contact.acknowledge() if one is None else contact.look(one):
            if change.closed is not None:
                assert change.closed is not closed
                closed = change.closed
            if change.alarm is not None:
                assert change.alarm is not alarm
                assert change.alarm or not latch or acknowledged
                alarm, acknowledged = change.alarm, False
        assert alarm or closed is None or closed is normal, "something is wrong and nobody was told"
