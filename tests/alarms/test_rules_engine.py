"""What devices say, and what follows: no press is lost, a stuck button is no flood, contacts, doors, mute devices."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desk.alarms.rules import Ring, Sort
from desk.alarms.rules_automation import USUAL, Automation, Does
from desk.alarms.rules_dust import Dust
from desk.alarms.rules_engine import AGAIN_MS, FAULT_MS, Decision, Engine, Moment, Over, Raise, Said, Spray
from desk.alarms.rules_hours import Hours
from desk.core.clock import HOUR_MS, MINUTE_MS

DEVICE, RELAY = "d" * 32, "e" * 32
NIGHT = Automation("n" * 32, Does.AFTER_HOURS, "后门", DEVICE, contact=1, hours=Hours(22 * 60, 6 * 60))
DUST = Automation("f" * 32, Does.DUST, "喷雾", DEVICE, relay_id=RELAY, dust=Dust(75, 2, 10, 60))
NOON, MIDNIGHT = 12 * 60, 0


def at(mono: int, minute: int = NOON, wall: int | None = None) -> Moment:
    return Moment(mono, mono if wall is None else wall, minute)


def engine(*rules: Automation, ran: dict[str, int] | None = None) -> Engine:
    made = Engine()
    made.use(rules or USUAL, ran or {}, at(0))
    return made


def press(number: str = "841904", repeat: bool = False, sort: str = "button") -> Said:
    return Said(DEVICE, "sos_receiver", "alarm", {"sort": sort, "who": number, "repeat": repeat})


def contact(active: bool, sort: str = "manhole", channel: int = 2) -> Said:
    return Said(DEVICE, "contact", "alarm", {"channel": channel, "sort": sort, "active": active})


def door(closed: bool, channel: int = 1) -> Said:
    return Said(DEVICE, "contact", "contact", {"channel": channel, "sort": "door", "closed": closed})


def dust(value: float) -> Said:
    return Said(DEVICE, "air_sensor", "level", {"quantity": "pm2_5", "value": value, "unit": "ug/m3"})


PRESSES = st.lists(st.tuples(st.integers(0, 90_000), st.sampled_from("AB"), st.booleans()), max_size=60)


@given(PRESSES)
def test_every_press_is_told_and_a_held_button_once_a_minute(presses: list[tuple[int, str, bool]]) -> None:
    made, now, last = engine(), 0, dict[str, int]()
    for step, number, repeat in presses:
        now += step
        told = made.hear(press(number, repeat), at(now))
        quiet = repeat and now - last.get(number, -AGAIN_MS) < AGAIN_MS
        assert bool(told) is not quiet
        if told:
            last[number] = now


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["manhole", "smoke", "water", "door", "else"])), max_size=40))
def test_each_contact_alarm_that_a_rule_wants_is_told_and_each_end(said: list[tuple[bool, str]]) -> None:
    made = engine()
    for n, (active, sort) in enumerate(said):
        told = made.hear(contact(active, sort), at(n))
        if not active:
            assert told == [Over(f"{DEVICE}:2")]
        else:
            assert [type(one) for one in told] == ([Raise] if sort in ("manhole", "smoke", "water") else [])


def test_a_paused_rule_keeps_the_alarm_and_does_not_ring() -> None:
    paused = [replace(one, id="a" * 32, paused_until=HOUR_MS) for one in USUAL]
    made = engine(*paused)
    for said in (press(), contact(True)):
        (told,) = made.hear(said, at(5))
        assert isinstance(told, Raise)
        assert told.ring is Ring.PAUSED
        (later,) = made.hear(said, at(HOUR_MS))
        assert isinstance(later, Raise)
        assert later.ring is Ring.CHIME


def test_without_any_rule_a_press_rings() -> None:
    (told,) = engine(DUST).hear(press(sort="what_is_this"), at(0))
    assert isinstance(told, Raise)
    assert (told.sort, told.ring) == (Sort.UNSPECIFIED, Ring.CHIME)


def test_a_weak_battery_is_no_full_alarm_and_no_part_of_one() -> None:
    made = engine()
    (low,), (sos,) = (made.hear(press(sort=sort), at(1)) for sort in ("low_battery", "sos"))
    assert isinstance(low, Raise)
    assert isinstance(sos, Raise)
    assert (low.ring, sos.ring) == (Ring.SILENT, Ring.CHIME)
    assert low.key != sos.key


def test_a_door_at_night_once_an_opening_and_when_left_open() -> None:
    made = engine(NIGHT)
    assert made.hear(door(False), at(1, NOON)) == []
    (left,) = made.tick(at(2, MIDNIGHT))
    assert isinstance(left, Raise)
    assert left.sort is Sort.AFTER_HOURS
    assert made.tick(at(3, MIDNIGHT)) == []
    assert made.hear(door(True), at(4, MIDNIGHT)) == [Over(left.key)]
    assert len(made.hear(door(False), at(5, MIDNIGHT))) == 1
    assert made.hear(door(False, channel=3), at(6, MIDNIGHT)) == []


def test_a_door_opened_while_paused_is_told_when_the_pause_ends() -> None:
    made = engine(replace(NIGHT, paused_until=100))
    assert made.hear(door(False), at(1, MIDNIGHT)) == []
    assert made.tick(at(2, MIDNIGHT)) == []
    assert len(made.tick(at(100, MIDNIGHT))) == 1


@given(st.lists(st.tuples(st.integers(1_000, 90_000), st.booleans()), max_size=50))
def test_a_device_is_at_fault_after_a_minute_and_over_when_it_is_back(steps: list[tuple[int, bool]]) -> None:
    made, now, since, fault = engine(), 0, None, False
    for step, ok in steps:
        now += step
        since = None if ok else now if since is None else since
        told = made.standing({DEVICE: ("contact", ok), RELAY: ("relay", False)}, at(now))
        due = since is not None and now - since >= FAULT_MS and not fault
        expected: list[type[Decision]] = [Raise] if due else [Over] if fault and ok else []
        assert [type(one) for one in told] == expected
        fault = (fault or due) and not ok


def test_a_device_that_was_taken_away_is_no_fault_any_more() -> None:
    made = engine()
    made.standing({DEVICE: ("sos_receiver", False)}, at(0))
    (told,) = made.standing({DEVICE: ("sos_receiver", False)}, at(FAULT_MS))
    assert isinstance(told, Raise)
    assert told.sort is Sort.DEVICE_FAULT
    assert made.standing({}, at(FAULT_MS + 1)) == [Over(told.key)]


def fed(made: Engine, minutes: int, start: int = 0, wall: int = 0) -> list[Decision]:
    told: list[Decision] = []
    for n in range(minutes * 6 + 1):
        told += made.hear(dust(120), at(start + n * 10_000, wall=wall))
    return told


def test_dust_sprays_whatever_the_wall_clock_does() -> None:
    for wall in (0, 10**12, -(10**12)):
        (told,) = fed(engine(DUST), 5, wall=wall)
        assert isinstance(told, Spray)
        assert told.value == 120


def test_a_new_start_keeps_the_rest_and_another_rule_begins_anew() -> None:
    assert fed(engine(DUST, ran={DUST.id: 0}), 30) == []
    made = engine(DUST)
    fed(made, 5)
    made.use([DUST, NIGHT], {}, at(6 * MINUTE_MS))  # another rule was added: the rest of this one goes on
    assert fed(made, 5, start=6 * MINUTE_MS) == []


def test_paused_dust_does_nothing_and_counts_anew() -> None:
    made = engine(replace(DUST, paused_until=HOUR_MS))
    assert fed(made, 30, wall=5) == []
    assert fed(made, 1, start=40 * MINUTE_MS, wall=HOUR_MS) == []
    assert len(fed(made, 3, start=42 * MINUTE_MS, wall=HOUR_MS)) == 1
