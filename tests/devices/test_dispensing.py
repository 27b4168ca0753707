"""Scan, one mask: by household with a quota, couriers without a name, a jam, an unknown; and what is left, for how long."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes import reads as codes
from desk.codes import service as issuing
from desk.core.actor import Actor
from desk.core.clock import DAY_MS, SiteTime
from desk.core.errors import Refused
from desk.devices import reads, service, service_dispense, service_stock
from desk.devices.acting import Acted, Ended, Role
from desk.devices.driven import Driven
from desk.devices.rules import Allowance, StockKind, Taking, courier_refusal, forecast, household_refusal
from desk.dispensing import Dispensing
from desk.people import service as people
from tests.devices.world import Floor, World

NOBODY = Actor("", "system")


class _Desk(Floor):
    time = SiteTime()


class Hut:
    """A mask machine with a stock, and a household with a code."""

    def __init__(self, world: World, masks: int = 10, driver: str = "relay_drop", slot: int = 0) -> None:
        self.world = world
        floor = world.floor
        desk: Any = _Desk(floor.store, floor.bus, floor.clock, floor.actor, floor.lanes)
        self.dispensing = Dispensing(desk, world.devices)
        self.home = world.do(people.add_household, "3", "1", "1202")
        self.code = world.do(issuing.issue_household, self.home).text
        quick = {"drop_ms": 600, "pulse_ms": 100, "poll_ms": 100} if driver == "relay_drop" else {}
        self.machine: Driven = world.add("口罩机", Role.DISPENSER, driver, options=quick)
        self.item = world.do(service_stock.save_item, "", "口罩", StockKind.MASK, self.machine.id, slot, 40, 5)
        if masks:
            world.do(service_stock.refill, self.item, masks)

    @property
    def left(self) -> int:
        return self.world.ask(reads.stock)[0].left

    def take(self, way: str, *args: Any) -> Acted:
        answers: list[Acted] = []
        getattr(self.dispensing, way)(*args, answers.append)
        self.world.until(lambda: bool(answers))
        return answers[0]

    def scan(self) -> Acted:
        return self.take("by_code", self.world.ask(codes.identify, self.code))


@pytest.fixture
def hut(world: World) -> Hut:
    return Hut(world)


def test_a_household_has_its_quota_a_day(hut: Hut) -> None:
    hut.world.do(service_dispense.allow, Allowance(2, 10, 60))
    assert [hut.scan().outcome for _ in range(2)] == [Ended.DONE] * 2
    third = hut.scan()
    assert (third.outcome, third.code, third.action_id) == (Ended.FAILED, "dispense.quota", "")
    assert hut.left == 8
    hut.world.floor.clock.advance(DAY_MS)
    assert hut.scan().outcome is Ended.DONE


def test_a_courier_waits_and_the_machine_has_its_most(hut: Hut) -> None:
    hut.world.do(service_dispense.allow, Allowance(2, 2, 60))
    assert hut.take("courier").outcome is Ended.DONE
    assert hut.take("courier").code == "dispense.wait"
    hut.world.floor.clock.advance(61_000)
    assert hut.take("courier").outcome is Ended.DONE
    hut.world.floor.clock.advance(61_000)
    assert hut.take("courier").code == "dispense.machine_cap"
    assert hut.scan().outcome is Ended.DONE


def test_a_jam_is_looked_at_by_a_person_who_says_what_became_of_it(hut: Hut) -> None:
    assert hut.machine.stage is not None
    hut.machine.stage.switch("jam")
    stuck = hut.scan()
    assert (stuck.outcome, stuck.code) == (Ended.UNKNOWN, "device.nothing_fell")
    assert hut.left == 9
    day = SiteTime().day(hut.world.floor.clock.now_ms()).isoformat()
    assert hut.world.ask(service_dispense.had_today, hut.home, day) == 1
    hut.world.do(service.resolve, stuck.action_id, False)
    assert hut.left == 10
    assert hut.world.ask(service_dispense.had_today, hut.home, day) == 0


def test_an_empty_machine_a_wrong_code_and_no_machine_at_all(world: World) -> None:
    hut = Hut(world, masks=0)
    assert hut.scan().code == "stock.empty"
    other = world.ask(codes.identify, "这不是码")
    assert hut.take("by_code", other).code == "dispense.not_household"
    world.do(service_stock.drop_item, hut.item)
    assert hut.scan().code == "dispense.not_counted"
    world.do(service.remove, hut.machine.id)
    world.until(lambda: not world.devices.everything())
    assert hut.scan().code == "dispense.no_machine"
    assert world.outcomes() == []


def test_a_machine_with_numbers_hands_out_of_the_fullest(world: World) -> None:
    hut = Hut(world, driver="vmc", slot=13)
    assert hut.scan().outcome is Ended.DONE
    assert world.ask(reads.history)[0].params == {"selection": 13}
    assert hut.left == 9


def test_a_failed_one_is_put_back_and_a_refill_taken_back(hut: Hut) -> None:
    assert hut.machine.stage is not None
    hut.machine.stage.switch("unplugged")
    hut.world.until(lambda: not hut.machine.health.ok)
    assert (hut.take("by_hand").outcome, hut.left) == (Ended.FAILED, 10)
    entry = hut.world.do(service_stock.refill, hut.item, 400)
    hut.world.do(service_stock.undo_refill, entry)
    assert hut.world.do(service_stock.count, hut.item, 7) == -3
    assert hut.left == 7


def test_only_the_desk_at_the_machine_counts_it(hut: Hut) -> None:
    from desk.devices.tables import StockItem

    hut.world.do(lambda u: u.set(StockItem, hut.item, home_id="0" * 31 + "8"))
    for verb in (service_stock.refill, service_stock.count):
        with pytest.raises(Refused, match="elsewhere"):
            hut.world.do(verb, hut.item, 5)


def test_which_household_it_was_is_forgotten(hut: Hut) -> None:
    hut.scan()
    now = hut.world.floor.clock.now_ms()
    assert hut.world.do(service_dispense.forget_households, now + 1) == 1
    assert hut.world.do(service_dispense.forget_households, now + 1) == 0
    day = SiteTime().day(now).isoformat()
    assert hut.world.ask(service_dispense.had_today, hut.home, day) == 0


@given(st.integers(0, 30), st.integers(1, 20))
def test_nobody_gets_more_than_allowed(had: int, most: int) -> None:
    assert (household_refusal(had, Allowance(most)) is None) == (had < most)


@given(st.lists(st.integers(0, DAY_MS), max_size=50), st.integers(0, 50), st.integers(0, 3600))
def test_a_courier_waits_as_long_as_it_says(times: list[int], most: int, wait_s: int) -> None:
    now = DAY_MS
    refusal = courier_refusal(times, now, Allowance(2, most, wait_s))
    if refusal is None:
        assert len(times) < most
        assert all(now - at >= wait_s * 1000 for at in times)
    elif refusal.code == "dispense.wait":
        later = now + refusal.facts["seconds"] * 1000
        assert courier_refusal(times, later, Allowance(2, most, wait_s)) is None


@given(st.integers(0, 5000), st.lists(st.builds(Taking, st.integers(-1, 3), st.integers(0, 20 * DAY_MS)), max_size=60))
def test_a_forecast_is_of_the_last_two_weeks(left: int, takings: list[Taking]) -> None:
    now = 20 * DAY_MS
    said = forecast(left, takings, now, 0)
    used = sum(one.amount for one in takings if now - 14 * DAY_MS < one.at <= now)
    assert said.per_day == pytest.approx(max(0.0, used / 14))
    assert (said.days is None) == (used <= 0)
    assert said.days is None or said.days <= left / said.per_day < said.days + 1
    assert forecast(left, [*takings, Taking(1, now)], now, None).days is not None or used < 0
