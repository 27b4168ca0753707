"""Desks of the simulation at which people also work in the real rooms: rosters, hours, matters, the screen, machines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from random import Random
from typing import Any, ClassVar

from desk import app
from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.duty.reads_team import site_time
from desk.duty.service_publish import settle_issues
from desk.duty.service_settle import settle_due
from desk.hearings.service_clocks import escalate
from desk.operators.rules import SYSTEM
from desk.receiving_days import plan_sittings
from desk.store.kinds import synced_tables
from desk.store.unit import Unit
from desk.sync.engine import Engine
from desk.wire.kinds import Kinds
from desk.wire.kinds_list import KINDS
from tests.sync import (
    made_up,
    rooms_alarms,
    rooms_devices,
    rooms_duty,
    rooms_faces,
    rooms_hearings,
    rooms_hours,
    rooms_lending,
    rooms_requests,
    rooms_screen,
)
from tests.sync.desks import Sim

Act = Callable[[Unit, Random], object]
LEAD = "0" * 31 + "1"
IN_ROOMS = 0.8  # of what people do
AT_ONCE, TRIES = 3, 12  # so many things are done in one go, of so many that come to mind


class Lead(Actor):
    """May do everything."""

    def may(self, right: str) -> bool:
        return True


ACTS: Sequence[tuple[int, Act]] = (
    *rooms_duty.ACTS,
    *rooms_hours.ACTS,
    *rooms_hearings.ACTS,
    *rooms_screen.ACTS,
    *rooms_devices.ACTS,
    *rooms_lending.ACTS,
    *rooms_alarms.ACTS,
    *rooms_faces.ACTS,
    *rooms_requests.ACTS,
)


def real_tables() -> dict[str, Any]:
    app.import_rooms()
    return dict(synced_tables())


class RoomSim(Sim):
    """The first desk of a world opens a month with a team; every desk then does whatever its people come upon."""

    kinds: ClassVar[Kinds] = Kinds([*made_up.KINDS, *(kind for kind in KINDS if kind.name not in made_up.KINDS)])
    newer_kinds: ClassVar[Kinds] = Kinds([*made_up.NEWER_KINDS, *(k for k in KINDS if k.name not in made_up.KINDS)])
    has_rooms: ClassVar[bool] = True
    lead: ClassVar[Actor] = Lead(LEAD, "manager")

    def __post_init__(self) -> None:
        self.tables = {**real_tables(), **self.tables}
        super().__post_init__()

    def make_engine(self) -> Engine:
        return Engine(self.store, self.transport, self.clock, app.hooks(), tables=self.tables)

    def begin(self) -> None:
        with self.store.unit(self.lead) as u:
            for act in (*rooms_duty.BEGIN, *rooms_hearings.BEGIN, *rooms_lending.BEGIN):
                act(u, self.rng)

    def write(self) -> None:
        if self.rng.random() > IN_ROOMS:
            return super().write()
        done = 0
        for act in self.rng.choices([act for _, act in ACTS], [weight for weight, _ in ACTS], k=TRIES):
            done += self.tried(act)
            if done == AT_ONCE:
                break
        return self.learn()

    def tried(self, act: Act) -> bool:
        """Whether anything came of it; a room says no to much that comes to mind."""
        with suppress(Refused), self.store.unit(self.lead) as u:
            act(u, self.rng)
            return bool(u.kinds_written)
        return False

    def upgrade(self) -> None:
        self.tables = {**real_tables(), **made_up.NEWER_TABLES}
        self.engine = self.make_engine()
        self.engine.upgraded()

    def chores(self) -> None:
        with self.store.unit(SYSTEM) as u:
            by_itself(u)
        self.learn()


def by_itself(u: Unit) -> None:
    """What every desk does without being asked (desk.chores, desk.receiving_days)."""
    settle_issues(u)
    settle_due(u)
    escalate(u, max(u.now, u.newest_ms))
    plan_sittings(u, site_time(u))
