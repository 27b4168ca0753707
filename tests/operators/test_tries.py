"""Guessing PINs: each wrong one counts, waits grow, and neither a restart nor a moved clock helps the guesser."""

from __future__ import annotations

import pytest

from desk.core.clock import DAY_MS, SiteTime
from desk.core.errors import Refused
from desk.core.events import Bus
from desk.core.settings import SettingsFile
from desk.operators import reads
from desk.operators.rules_pin import FREE_TRIES, FREE_TRIES_DESK
from desk.operators.session import Session
from desk.records.reads_audit import AuditFilter, lines
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.operators.conftest import OTHER_PIN, PIN, Add


def guess(session: Session, operator_id: str, pin: str) -> tuple[str, object]:
    """The code, and how many tries are left or seconds to wait."""
    with pytest.raises(Refused) as refused:
        session.sign_on_pin(operator_id, pin)
    facts = refused.value.facts
    return refused.value.code, facts.get("tries_left", facts.get("wait_s"))


def test_waits_grow_and_a_right_pin_ends_them(session: Session, add: Add, clock: FakeClock) -> None:
    who = add("李四", "guard", PIN).operator_id
    assert [guess(session, who, OTHER_PIN)[1] for _ in range(FREE_TRIES)] == [2, 1, 0]
    for wait_s in (30, 60, 120, 300, 900, 900):
        assert guess(session, who, PIN) == ("operator.pin_wait", wait_s)  # even the right one
        clock.advance(wait_s * 1000 - 1)
        assert guess(session, who, PIN) == ("operator.pin_wait", 1)
        clock.advance(1)
        assert guess(session, who, OTHER_PIN) == ("operator.pin_wrong", 0)
    clock.advance(900_000)
    session.sign_on_pin(who, PIN)
    assert guess(session, who, OTHER_PIN) == ("operator.pin_wrong", 2)


def test_a_restart_does_not_reset_the_count(
    session: Session, add: Add, store: Store, clock: FakeClock, bus: Bus, settings: SettingsFile
) -> None:
    who = add("李四", "guard", PIN).operator_id
    for _ in range(FREE_TRIES):
        guess(session, who, OTHER_PIN)
    again = Session(store, clock, bus, SiteTime(), settings)
    assert guess(again, who, PIN) == ("operator.pin_wait", 30)


def test_a_try_counts_before_it_is_checked(session: Session, add: Add, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    who = add("李四", "guard", PIN).operator_id

    class PowerCut(BaseException):
        pass

    def cut(pin_hash: str, keyed: str) -> bool:
        raise PowerCut

    monkeypatch.setattr("desk.operators.pins.matches", cut)
    with pytest.raises(PowerCut):
        session.sign_on_pin(who, OTHER_PIN)
    with store.reading() as r:
        assert reads.guard_of(r, who)[0] == 1


def test_moving_the_clock_on_does_not_shorten_a_wait(session: Session, add: Add, clock: FakeClock) -> None:
    who = add("李四", "guard", PIN).operator_id
    for _ in range(FREE_TRIES):
        guess(session, who, OTHER_PIN)
    clock.set(clock.now_ms() + DAY_MS)
    assert guess(session, who, PIN) == ("operator.pin_wait", 30)


def test_moving_the_clock_back_does_not_make_it_a_day(
    session: Session, add: Add, store: Store, clock: FakeClock, bus: Bus, settings: SettingsFile
) -> None:
    who = add("李四", "guard", PIN).operator_id
    for _ in range(FREE_TRIES):
        guess(session, who, OTHER_PIN)
    clock.set(clock.now_ms() - DAY_MS)
    again = Session(store, clock, bus, SiteTime(), settings)
    assert guess(again, who, PIN) == ("operator.pin_wait", 30)
    clock.advance(30_000)
    assert again.sign_on_pin(who, PIN).active_id == who


def test_one_pin_tried_on_everyone_is_stopped_too(session: Session, add: Add) -> None:
    everyone = [add(f"甲{n}", "volunteer", PIN).operator_id for n in range(FREE_TRIES_DESK + 1)]
    for who in everyone[:FREE_TRIES_DESK]:
        assert guess(session, who, OTHER_PIN)[0] == "operator.pin_wrong"
    assert guess(session, everyone[-1], PIN) == ("operator.pin_wait", 30)


def test_wrong_tries_are_in_the_trail_without_the_pin(session: Session, add: Add, store: Store) -> None:
    who = add("李四", "guard", PIN).operator_id
    guess(session, who, OTHER_PIN)
    with store.reading() as r:
        (line,) = lines(r, AuditFilter(action="operator.pin_wrong"))
    assert line.subject_id == who
    assert line.detail == {"failures": 1}
