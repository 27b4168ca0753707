"""Builds the demonstration: found a throw-away store, bring in the residents, load the month, set up the day."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass

from desk.app import Desk, build
from desk.core.clock import SiteTime
from desk.core.errors import Refused
from desk.core.paths import Home
from desk.demo import alarms, devices, duty, estate, handover, hearings, hours, lending, past, screen, today
from desk.demo.names import People
from desk.operators import service as operators
from desk.operators.rules import COMMAND
from desk.people import importing
from desk.people.reads_import import existing
from desk.people.service_visitors import load_visitors
from desk.reception.service_seed import load_history, load_tallies
from desk.store import key as keys
from desk.store.store import Founding, Store

SITE, GATE, GATE_PHONE, ADDRESS = "锦绣苑", "南门", "1040 0000 0119", "明珠路 88 弄"
MANAGER, PIN = "周明远", "2468"  # the one PIN of the demonstration, shown where it is asked for
OTHERS = (("王秀兰", "volunteer"), ("李志强", "guard"), ("陈国华", "shift_lead"))
SEED = 20_261_118


@dataclass(frozen=True)
class Demo:
    """What was made. recovery_code: of the throw-away store; pin: of every operator in it."""

    households: int
    residents: int
    visits: int
    tallies: int
    recovery_code: str = ""
    pin: str = PIN


def make(desk: Desk) -> Demo:
    """Found and fill a store beside the home, then put it in place: a demonstration cut short is simply made again.

    Raises Refused("desk.already_founded"); Trouble from the store.
    """
    if desk.founded:
        raise Refused("desk.already_founded")
    manager, made, key = fresh(desk)
    put(desk, key)
    desk.open(key=key)
    desk.session.sign_on_pin(manager, PIN)
    return made


def fresh(desk: Desk, then: Callable[[Desk], None] = lambda building: None) -> tuple[str, Demo, bytes]:
    """Make a whole store beside the home; `then` ends the making. Returns the manager's id, what was made, the key."""
    side = _side(desk)
    shutil.rmtree(side.root, ignore_errors=True)
    building = build(side, clock=desk.clock)
    try:
        manager, made = _make_in(building)
        then(building)
        key = building.store.key
        building.store.checkpoint()
    finally:
        building.close()
    return manager, made, key


def put(desk: Desk, key: bytes) -> None:
    """What `fresh` made takes the place of the store of this home, which is not open."""
    side = _side(desk)
    for name in ("desk.db-wal", "desk.db-shm"):
        (desk.home.root / name).unlink(missing_ok=True)
    keys.save_key(desk.home, key)
    side.database.replace(desk.home.database)
    shutil.rmtree(side.root, ignore_errors=True)


def _side(desk: Desk) -> Home:
    return Home(desk.home.root / "demo-in-the-making", private=True)


def _make_in(desk: Desk) -> tuple[str, Demo]:
    """Returns the manager's id and what was made."""
    code = desk.found(Founding(SITE, GATE, GATE_PHONE, ADDRESS, throwaway=True))
    manager = desk.session.make_first_manager(MANAGER, PIN).active_id
    with desk.store.unit(desk.actor) as u:
        others = [operators.add_operator(u, name, role, PIN) for name, role in OTHERS]
    desk.session.sign_on_pin(others[0].operator_id, PIN)
    desk.session.switch(manager, PIN)
    made = fill(desk.store, desk.time)
    return manager, Demo(made.households, made.residents, made.visits, made.tallies, code)


def fill(store: Store, time: SiteTime, seed: int = SEED, progress: Callable[[str], None] = lambda stage: None) -> Demo:
    """Fill a throw-away store. `progress` hears `residents`, `visits`, `today`. Raises Refused("seed.not_throwaway")."""
    rng = random.Random(seed)  # noqa: S311 - invented data, the same every time
    people = People(rng)
    now = store.clock.now_ms()
    progress("residents")
    report = importing.bring_in(store, COMMAND, list(estate.residents(rng, people)))
    with store.reading() as r:
        homes = existing(r).households
    doors = sorted(homes, key=lambda door: (len(door.building), door.building, door.unit, len(door.room), door.room))
    homes = {door: homes[door] for door in doors}
    progress("visits")
    known = past.visitors(rng, people, doors)
    history = past.visits(rng, known, homes, now, time)
    passages = list(past.passages(rng, now, time))
    with store.unit(COMMAND) as u:
        load_visitors(
            u,
            ((one.in_at, one.name, one.phone, one.plate, one.household_id, one.visitor_type.value) for one in history),
        )
        load_history(u, history)
        load_tallies(u, passages)
    progress("today")
    with store.unit(COMMAND) as u:
        today.fill(u, rng, people, homes, [one for group in known.values() for one in group[:60]])
        duty.fill(u, random.Random(seed + 1), People(random.Random(seed + 1)))  # noqa: S311 - invented data
        hours.fill(u, random.Random(seed + 3))  # noqa: S311 - invented data
        screen.fill(u)
        devices.fill(u)
        alarms.fill(u, People(random.Random(seed + 5)))  # noqa: S311 - invented data
        handover.fill(u)
        hearings.fill(u, People(random.Random(seed + 2)), homes, time)  # noqa: S311 - invented data
        lending.fill(u, People(random.Random(seed + 4)), homes, time)  # noqa: S311 - invented data
    return Demo(report.households_new, report.people_new, len(history), len(passages))
