"""On duty: signing on, switching, locking, vouching, and the desk that is never quite shut."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS, SiteTime
from desk.core.errors import Refused
from desk.core.events import Bus, Changed, Event
from desk.core.settings import SettingsFile
from desk.operators import service
from desk.operators.session import MOST_ON_DUTY, Session
from desk.records.reads_audit import AuditFilter, lines, verify
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.operators.conftest import OTHER_PIN, PIN, THIRD_PIN, Add


def code_of(call: object, *args: object) -> str:
    with pytest.raises(Refused) as refused:
        call(*args)  # type: ignore[operator]
    return refused.value.code


def actions(store: Store) -> list[str]:
    with store.reading() as r:
        assert verify(r).whole
        return [line.action for line in reversed(lines(r, AuditFilter()))]


# --- signing on -------------------------------------------------------------------------------------------------------


def test_the_first_manager_is_on_duty_at_once_and_there_is_only_one_first(session: Session) -> None:
    state = session.make_first_manager("欧阳 修", PIN)
    assert state.active
    assert state.active.label == "欧阳老师"
    assert session.actor.may("operators.edit")
    assert code_of(session.make_first_manager, "王五", OTHER_PIN) == "operator.not_first"


def test_a_pin_signs_on_and_the_actor_carries_the_role(session: Session, add: Add, store: Store) -> None:
    chip = add("王桂芳", "guard", PIN)
    state = session.sign_on_pin(chip.operator_id, PIN)
    assert state.active_id == chip.operator_id
    assert session.actor == Actor(chip.operator_id, "guard", session.actor.rights)
    assert session.actor.may("visit.bulk_checkout")
    assert not session.actor.may("operators.edit")
    assert "session.signed_on" in actions(store)


def test_a_badge_signs_on_and_switches(session: Session, add: Add, store: Store, actor: Actor) -> None:
    one, two = add("王桂芳", "volunteer", PIN), add("李四", "volunteer")
    with store.unit(actor) as u:
        service.bind_badge(u, two.operator_id, "04A1B2C3D4")
        text = service.issue_badge(u, one.operator_id)
    session.sign_on_badge("04A1B2C3D4")
    assert session.sign_on_badge(f" {text}\n").active_id == one.operator_id
    assert [c.operator_id for c in session.state.chips] == [two.operator_id, one.operator_id]
    assert code_of(session.sign_on_badge, "04A1B2C3D5") == "operator.badge_unknown"


def test_who_has_no_pin_is_gone_or_is_unknown_is_told_apart(session: Session, add: Add, store: Store, actor: Actor) -> None:  # fmt: skip
    chip = add("李四")
    assert code_of(session.sign_on_pin, chip.operator_id, PIN) == "operator.no_pin"
    with store.unit(actor) as u:
        service.edit_operator(u, chip.operator_id, active=False)
    assert code_of(session.sign_on_pin, chip.operator_id, PIN) == "operator.gone"
    assert code_of(session.sign_on_pin, "f" * 32, PIN) == "operator.gone"


def test_no_more_chips_than_fit(session: Session, add: Add) -> None:
    for n in range(MOST_ON_DUTY):
        session.sign_on_pin(add(f"甲{n}", "volunteer", PIN).operator_id, PIN)
    assert code_of(session.sign_on_pin, add("乙", "volunteer", PIN).operator_id, PIN) == "operator.too_many"
    assert session.sign_on_pin(session.state.chips[0].operator_id, PIN).active_id == session.state.chips[0].operator_id


# --- switching --------------------------------------------------------------------------------------------------------


def test_a_tap_switches_down_and_a_pin_is_needed_up(session: Session, add: Add) -> None:
    low, high = add("王桂芳", "volunteer", PIN), add("李四", "manager", OTHER_PIN)
    session.sign_on_pin(low.operator_id, PIN)
    session.sign_on_pin(high.operator_id, OTHER_PIN)
    assert session.switch(low.operator_id).active_id == low.operator_id
    assert code_of(session.switch, high.operator_id) == "operator.pin_needed"
    assert session.actor.role == "volunteer"
    assert session.switch(high.operator_id, OTHER_PIN).active_id == high.operator_id
    assert code_of(session.switch, "f" * 32) == "operator.not_on_duty"


@pytest.mark.parametrize(("mode", "needed"), [("never", False), ("always", True)])
def test_the_setting_decides(session: Session, add: Add, settings: SettingsFile, mode: str, needed: bool) -> None:
    one, two = add("王桂芳", "volunteer", PIN), add("李四", "volunteer", OTHER_PIN)
    settings.change(extra={"switch_pin": mode})
    session.sign_on_pin(one.operator_id, PIN)
    session.sign_on_pin(two.operator_id, OTHER_PIN)
    if needed:
        assert code_of(session.switch, one.operator_id) == "operator.pin_needed"
    else:
        assert session.switch(one.operator_id).active_id == one.operator_id


def test_changes_are_published(session: Session, add: Add, bus: Bus) -> None:
    heard: list[Event] = []
    bus.subscribe(heard.append)
    session.sign_on_pin(add("李四", "guard", PIN).operator_id, PIN)
    assert Changed(frozenset({"session"})) in heard


# --- locking ----------------------------------------------------------------------------------------------------------


def test_idle_locks_even_before_the_tick_and_a_pin_unlocks(session: Session, add: Add, clock: FakeClock, store: Store) -> None:  # fmt: skip
    chip = add("王桂芳", "shift_lead", PIN)
    session.sign_on_pin(chip.operator_id, PIN)
    clock.advance(9 * MINUTE_MS)
    session.touch()
    clock.advance(9 * MINUTE_MS)
    assert not session.state.locked
    assert session.seconds_to_lock() == 60
    assert not session.due()
    clock.advance(MINUTE_MS)
    assert session.due()
    session.touch()
    assert session.state.locked
    assert not session.actor.may("visit.admit")
    assert session.tick().locked
    assert not session.due()
    assert session.sign_on_pin(chip.operator_id, PIN).locked is False
    assert session.actor.may("visit.admit")
    assert actions(store)[-2:] == ["session.locked", "session.unlocked"]


def test_the_locked_desk_counts_riders_for_the_last_one_and_says_so(session: Session, add: Add) -> None:
    chip = add("王桂芳", "volunteer", PIN)
    session.sign_on_pin(chip.operator_id, PIN)
    session.lock()
    assert session.actor.operator_id == chip.operator_id
    assert session.actor.role == "locked"
    assert session.actor.rights == {"visit.fast", "rollcall", "screen.emergency", "alarms.read", "alarms.take"}
    assert code_of(session.switch, chip.operator_id) == "session.locked"


def test_nobody_on_duty_still_counts_riders(session: Session, add: Add) -> None:
    assert session.actor.may("visit.fast")
    chip = add("王桂芳", "volunteer", PIN)
    session.sign_on_pin(chip.operator_id, PIN)
    state = session.sign_off()
    assert state.chips == ()
    assert not state.locked
    assert session.actor.operator_id == chip.operator_id
    assert session.actor.may("visit.fast")
    assert not session.actor.may("visit.admit")


def test_the_lock_can_be_off(session: Session, add: Add, settings: SettingsFile, clock: FakeClock) -> None:
    settings.change(lock_minutes=0)
    session.sign_on_pin(add("王桂芳", "volunteer", PIN).operator_id, PIN)
    clock.advance(DAY_MS)
    assert not session.state.locked
    assert session.seconds_to_lock() is None


def test_signing_off_lends_nobody_elses_rights(session: Session, add: Add) -> None:
    manager, volunteer = add("李四", "manager", PIN), add("王桂芳", "volunteer", OTHER_PIN)
    session.sign_on_pin(manager.operator_id, PIN)
    session.sign_on_pin(volunteer.operator_id, OTHER_PIN)
    state = session.sign_off()
    assert state.locked
    assert state.active_id == ""
    assert not session.actor.may("visit.admit")
    assert session.sign_on_pin(manager.operator_id, PIN).active_id == manager.operator_id


def test_after_a_restart_the_chips_are_there_and_the_desk_is_locked(
    session: Session, add: Add, store: Store, clock: FakeClock, bus: Bus, settings: SettingsFile
) -> None:
    one, two = add("王桂芳", "volunteer", PIN), add("李四", "volunteer", OTHER_PIN)
    session.sign_on_pin(two.operator_id, OTHER_PIN)
    clock.advance(1000)
    session.sign_on_pin(one.operator_id, PIN)
    again = Session(store, clock, bus, SiteTime(), settings)
    assert again.state.locked
    assert again.state.active_id == one.operator_id
    assert len(again.state.chips) == 2
    assert again.actor.operator_id == one.operator_id
    assert again.actor.role == "locked"


# --- vouching ---------------------------------------------------------------------------------------------------------


def at_site(day_hour: int, clock: FakeClock) -> int:
    return SiteTime().at(SiteTime().day(clock.now_ms()), day_hour)


def test_a_first_timer_works_until_midnight_of_the_sites_day(session: Session, add: Add, clock: FakeClock) -> None:
    clock.set(at_site(20, clock))
    session.sign_on_pin(add("李四", "shift_lead", PIN).operator_id, PIN)
    chip = session.vouch("赵小明").active
    assert chip is not None
    assert session.actor.role == "volunteer"
    midnight = SiteTime().at(SiteTime().day(clock.now_ms()) + timedelta(days=1))
    assert chip.valid_until == midnight == clock.now_ms() + 4 * HOUR_MS
    clock.set(midnight - 1)
    assert session.actor.may("visit.admit")
    clock.set(midnight)
    assert session.due()
    assert not session.actor.may("visit.admit")
    state = session.tick()
    assert chip.operator_id not in {c.operator_id for c in state.chips}
    assert code_of(session.switch, chip.operator_id) == "operator.not_on_duty"


def test_midnight_is_the_sites_not_the_computers(
    store: Store, clock: FakeClock, bus: Bus, settings: SettingsFile, add: Add
) -> None:
    clock.set(SiteTime("Asia/Shanghai").at(SiteTime("Asia/Shanghai").day(clock.now_ms()), 7, 30))
    western = SiteTime("Asia/Urumqi")  # two hours behind Shanghai
    session = Session(store, clock, bus, western, settings)
    session.sign_on_pin(add("李四", "manager", PIN).operator_id, PIN)
    chip = session.vouch("赵小明").active
    assert chip is not None
    assert chip.valid_until is not None
    local = western.local(chip.valid_until)
    assert (local.hour, local.minute) == (0, 0)
    assert chip.valid_until - clock.now_ms() == 18 * HOUR_MS + 30 * MINUTE_MS


def test_only_who_may_vouches(session: Session, add: Add) -> None:
    session.sign_on_pin(add("王桂芳", "volunteer", PIN).operator_id, PIN)
    assert code_of(session.vouch, "赵小明") == "right.missing"


def test_a_vouched_one_with_a_pin_cannot_come_back_tomorrow(session: Session, add: Add, clock: FakeClock) -> None:
    session.sign_on_pin(add("李四", "guard", PIN).operator_id, PIN)
    chip = session.vouch("赵小明", THIRD_PIN).active
    assert chip is not None
    clock.advance(DAY_MS)
    assert code_of(session.sign_on_pin, chip.operator_id, THIRD_PIN) == "operator.expired"


def test_somebody_made_inactive_leaves_at_the_next_tick(session: Session, add: Add, store: Store, actor: Actor) -> None:
    chip = add("王桂芳", "volunteer", PIN)
    session.sign_on_pin(chip.operator_id, PIN)
    with store.unit(actor) as u:
        service.edit_operator(u, chip.operator_id, active=False)
    assert session.tick().chips == ()
    assert not session.actor.may("visit.admit")


def test_a_new_role_counts_at_the_next_tick(session: Session, add: Add, store: Store, actor: Actor) -> None:
    chip = add("王桂芳", "volunteer", PIN)
    session.sign_on_pin(chip.operator_id, PIN)
    with store.unit(actor) as u:
        service.edit_operator(u, chip.operator_id, role="shift_lead")
    session.tick()
    assert session.actor.may("people.browse")


# --- own PIN, recovery ------------------------------------------------------------------------------------------------


def test_changing_ones_own_pin(session: Session, add: Add) -> None:
    chip = add("王桂芳", "volunteer", PIN)
    session.sign_on_pin(chip.operator_id, PIN)
    assert code_of(session.change_own_pin, OTHER_PIN, THIRD_PIN) == "operator.pin_wrong"
    session.change_own_pin(PIN, THIRD_PIN)
    session.lock()
    assert code_of(session.change_own_pin, THIRD_PIN, PIN) == "session.locked"
    assert code_of(session.sign_on_pin, chip.operator_id, PIN) == "operator.pin_wrong"
    assert not session.sign_on_pin(chip.operator_id, THIRD_PIN).locked


def test_the_recovery_code_resets_a_managers_pin(session: Session, add: Add, store: Store) -> None:
    from desk.store import backup
    from desk.store.key import make_recovery_code

    code = make_recovery_code()
    backup.seal_with(store, code)
    manager, guard = add("李四", "manager", PIN), add("王桂芳", "guard", PIN)
    assert code_of(session.reset_pin_by_recovery, guard.operator_id, code, OTHER_PIN) == "operator.not_manager"
    wrong = make_recovery_code()
    for _ in range(3):
        assert code_of(session.reset_pin_by_recovery, manager.operator_id, wrong, OTHER_PIN) == "operator.recovery_wrong"  # fmt: skip
    assert code_of(session.reset_pin_by_recovery, manager.operator_id, code, OTHER_PIN) == "operator.pin_wait"


def test_the_recovery_code_ends_the_wait_of_the_pin(session: Session, add: Add, store: Store) -> None:
    from desk.store import backup
    from desk.store.key import make_recovery_code

    code = make_recovery_code()
    backup.seal_with(store, code)
    manager = add("李四", "manager", PIN)
    for _ in range(3):
        assert code_of(session.sign_on_pin, manager.operator_id, OTHER_PIN) == "operator.pin_wrong"
    assert session.reset_pin_by_recovery(manager.operator_id, code.lower(), THIRD_PIN).active_id == manager.operator_id
    session.lock()
    assert not session.sign_on_pin(manager.operator_id, THIRD_PIN).locked
    assert "operator.pin_set" in actions(store)


def test_sign_on_from_two_threads_keeps_one_truth(session: Session, add: Add) -> None:
    chips = [add(f"甲{n}", "volunteer", PIN) for n in range(3)]
    threads = [threading.Thread(target=session.sign_on_pin, args=(c.operator_id, PIN)) for c in chips]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {c.operator_id for c in session.state.chips} == {c.operator_id for c in chips}
