"""The hut without a screen: masks by code and without a name, things from a locker, jams that become matters, a call for help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from desk.alarms import reads as alarms
from desk.alarms import service as alarm_service
from desk.alarms.rules import Sort
from desk.codes import reads as codes
from desk.core.actor import NOBODY, Actor
from desk.core.clock import SiteTime
from desk.core.errors import Refused
from desk.core.events import Bus
from desk.core.lanes import WRITE
from desk.core.settings import SettingsFile
from desk.devices import service_dispense, service_stock
from desk.devices.acting import Ended, Role
from desk.devices.driven import Driven
from desk.devices.rules import Allowance, StockKind
from desk.dispensing import Dispensing
from desk.hearings import reads as hearings
from desk.hut import HUT, Hut, Told
from desk.hut_reads import offers, seen_to, whom
from desk.hut_set import HutSet, hut_set, keep
from desk.lending import reads as lending
from desk.lending import service as lending_service
from desk.lending.drafts import AssetDraft
from desk.lending.rules_asset import AssetKind, Condition
from desk.operators.rules import COMMAND
from desk.people import service as people
from desk.store.store import Store
from tests.devices.world import World
from tests.fakes.clock import FakeClock

QUICK = {"drop_ms": 600, "pulse_ms": 100, "poll_ms": 100}
SET = HutSet()


class Stood(World):
    """A hut with a household that has a code."""

    def __init__(self, store: Store, bus: Bus, clock: FakeClock, actor: Actor) -> None:
        super().__init__(store, bus, clock, actor)
        floor = self.floor
        desk: Any = SimpleNamespace(time=SiteTime(), actor=NOBODY, lanes=floor.lanes, write=self._write)
        self.hut = Hut(desk, self.devices, Dispensing(desk, self.devices))
        self.home = self.do(people.add_household, "3", "1", "1202")

    def _write(self, work: Any, done: Any, failed: Any, actor: Actor) -> None:
        def turn() -> Any:
            with self.floor.store.unit(actor) as u:
                return work(u)

        self.floor.lanes.run(WRITE, turn, done, failed)

    def told(self, verb: Callable[..., None], *args: Any) -> Told:
        answers: list[Told] = []
        verb(*args, answers.append)
        self.until(lambda: bool(answers))
        return answers[0]

    def machine(self, masks: int = 5) -> Driven:
        one = self.add("口罩机", Role.DISPENSER, "relay_drop", options=QUICK)
        item = self.do(service_stock.save_item, "", "口罩", StockKind.MASK, one.id, 0, 40, 5)
        if masks:
            self.do(service_stock.refill, item, masks)
        return one

    def cabinet(self) -> Driven:
        """With a wheelchair behind the third door and an umbrella beside it."""
        one = self.add("物品柜", Role.LOCKER, "lock8a80")
        self.chair = self.do(
            lending_service.add_asset,
            AssetDraft("轮椅", AssetKind.WHEELCHAIR, hygiene=True, locker_id=one.id, compartment=3),
        )
        self.umbrella = self.do(lending_service.add_asset, AssetDraft("雨伞", AssetKind.UMBRELLA, place="伞架"))
        return one

    def borrow(self, asset_id: str, allowed: HutSet = SET) -> Told:
        return self.told(self.hut.borrow, self.do(lambda u: u.new_id()), self.home, asset_id, allowed)

    def out(self) -> list[str]:
        return [one.name for one in self.ask(lending.open_loans)]


@pytest.fixture
def world(store: Store, bus: Bus, clock: FakeClock, actor: Actor) -> Iterator[Stood]:
    world = Stood(store, bus, clock, actor)
    world.start()
    yield world
    world.close()


def test_a_mask_a_quota_and_couriers_who_wait(world: Stood) -> None:
    world.machine()
    world.do(service_dispense.allow, Allowance(1, 10, 60))
    assert world.told(world.hut.mask, world.home).outcome is Ended.DONE
    again = world.told(world.hut.mask, world.home)
    assert (again.code, again.facts, again.ticket) == ("dispense.quota", {"most": 1}, None)
    assert world.told(world.hut.courier).outcome is Ended.DONE
    soon = world.told(world.hut.courier)
    assert (soon.code, soon.facts) == ("dispense.wait", {"seconds": 60})


def test_a_jam_is_a_matter_with_a_number_that_its_code_leads_to(world: Stood) -> None:
    one = world.machine()
    assert one.stage is not None
    one.stage.switch("jam")
    told = world.told(world.hut.mask, world.home)
    assert (told.outcome, told.code) == (Ended.UNKNOWN, "device.nothing_fell")
    assert told.ticket is not None
    (matter,) = world.ask(lambda r: hearings.open_matters(r, COMMAND))
    assert (matter.id, matter.short_no) == (told.ticket.matter_id, told.ticket.number)
    assert world.ask(codes.identify, told.ticket.text).subject_id == matter.id
    assert "口罩机" in matter.text
    assert "3-1" not in matter.text


def test_an_empty_machine_and_none(world: Stood) -> None:
    assert world.told(world.hut.courier).code == "dispense.no_machine"
    world.machine(masks=0)
    told = world.told(world.hut.mask, world.home)
    assert (told.code, told.facts) == ("stock.empty", {"name": "口罩"})


def test_a_thing_from_its_door_and_back_by_one_scan(world: Stood) -> None:
    cabinet = world.cabinet()
    found = world.ask(offers, world.home, [cabinet.id])
    assert [(one.name, one.door) for one in found] == [("轮椅", 3), ("雨伞", 0)]
    assert [one.name for one in world.ask(offers, world.home, [])] == ["雨伞"]
    told = world.borrow(world.chair)
    assert (told.outcome, told.door, told.due_at > world.floor.clock.now_ms()) == (Ended.DONE, 3, True)
    assert world.out() == ["轮椅"]
    assert [one.name for one in world.ask(offers, world.home, [cabinet.id])] == ["雨伞"]
    cabinet.stage.hand("shut 3")
    back = world.told(world.hut.give_back, world.chair)
    assert (back.outcome, back.door, world.out()) == (Ended.DONE, 3, [])
    thing = world.ask(lending.asset, world.chair)
    assert thing.condition is Condition.DIRTY  # nobody has wiped it down
    world.told(world.hut.damaged, back)
    assert world.ask(lending.asset, world.chair).condition is Condition.DAMAGED


def test_a_door_that_stays_shut_lends_nothing_and_somebody_looks(world: Stood) -> None:
    cabinet = world.cabinet()
    cabinet.stage.switch("dead_coil")
    told = world.borrow(world.chair)
    assert (told.outcome, told.code) == (Ended.FAILED, "device.refused")
    assert told.ticket is not None
    assert world.out() == []
    cabinet.stage.switch("")
    assert world.borrow(world.chair).outcome is Ended.DONE
    cabinet.stage.hand("shut 3")
    cabinet.stage.switch("dead_coil")
    back = world.told(world.hut.give_back, world.chair)
    assert (back.outcome, back.ticket is not None, world.out()) == (Ended.FAILED, True, ["轮椅"])


def test_two_things_are_enough(world: Stood) -> None:
    world.cabinet()
    assert world.borrow(world.umbrella, HutSet(things=1)).place == "伞架"
    told = world.borrow(world.chair, HutSet(things=1))
    assert (told.code, told.facts) == ("hut.has_enough", {"most": 1})


def test_help_rings_until_somebody_sees_to_it(world: Stood) -> None:
    assert world.ask(whom).gate == ""
    told = world.told(world.hut.help)
    (alarm,) = world.ask(alarms.ringing)
    assert (alarm.id, alarm.sort) == (told.alarm_id, Sort.SOS)
    assert not world.ask(seen_to, told.alarm_id)
    assert world.told(world.hut.help).alarm_id == told.alarm_id
    world.do(alarm_service.seen, told.alarm_id)
    assert world.ask(seen_to, told.alarm_id)


def test_the_setting_wants_the_right_and_forgives_nonsense(tmp_path: Any) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    with pytest.raises(Refused, match=r"right\.missing"):
        keep(settings, HutSet(on=True), HUT)
    keep(settings, HutSet(on=True, wipe_s=45), COMMAND)
    assert hut_set(SettingsFile(tmp_path / "settings.json").now.extra) == HutSet(on=True, wipe_s=45)
    assert hut_set({"hut": {"on": "yes", "wipe_s": 1, "couriers": 0, "things": 99}}) == HutSet()
