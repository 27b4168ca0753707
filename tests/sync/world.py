"""One seeded history: desks and a hub in one process on real files, and everything that goes wrong with them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from desk.core import ids
from desk.core.errors import Trouble
from desk.hub import doors, retention
from desk.hub.db import Db, open_sqlite
from desk.hub.hub import Hub
from desk.hub.push import Caller
from desk.hub.safety import Safety
from desk.hub.schema import prepare
from desk.sync.transport import Answer
from tests.fakes.clock import FakeClock
from tests.sync.desks import DeskClock, Sim, found_template
from tests.sync.invariants import check
from tests.sync.invariants_rooms import check_rooms
from tests.sync.quick import share

HOUR, DAY = 3_600_000, 86_400_000
HUB_KEY = bytes(range(32, 64))
DISTRICT = "d" * 32


@dataclass(frozen=True)
class Faults:
    """What may happen in a history, as weights; 0 = never."""

    network: int = 6
    clock: int = 2
    desk_restore: int = 3
    clone: int = 2
    hub_restore: int = 3
    death: int = 1
    crash: int = 3
    join: int = 1
    compact: int = 1
    erase: int = 1
    newer: int = 1
    wrong: int = 1


ALL = Faults()
NETWORK_ONLY = Faults(6, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


class Stop(Exception):
    """The hub's process was killed at this step."""


class Line:
    """The line between one desk and the hub: what is asked may be lost, doubled, cut, late; so may the answer."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.caller: Caller | None = None
        self.late: list[tuple[str, bytes]] = []

    def ask(self, door: str, body: bytes) -> Answer:
        rng, faults = self.world.rng, self.world.line_faults
        assert self.caller is not None
        self.world.traffic.append(body)
        if faults and rng.random() < 0.08:
            self.late.append((door, body))
            raise Trouble("sync.no_line")
        if faults and self.late and rng.random() < 0.3:  # a message from long ago arrives now
            self.world.answer(self.caller, *self.late.pop(rng.randrange(len(self.late))))
        answer = self.world.answer(self.caller, door, body)
        if faults and rng.random() < 0.08:  # it arrives twice
            self.world.answer(self.caller, door, body)
        if faults and rng.random() < 0.08:
            raise Trouble("sync.no_line")
        if faults and door == "pull" and rng.random() < 0.05:
            answer = Answer(answer.status, answer.body[: rng.randrange(len(answer.body) + 1)])
        self.world.traffic.append(answer.body)
        return answer


class World:
    """All of it. Every choice comes from `seed`."""

    def __init__(
        self,
        seed: int,
        folder: Path,
        template_in: Path,
        faults: Faults = ALL,
        steps: int = 60,
        safety: Safety | None = None,
        sim: type[Sim] = Sim,
    ) -> None:
        self.seed = seed
        self.rng = Random(seed)
        self.folder = folder
        self.faults = faults
        self.steps = steps
        self.safety = safety
        self.sim = sim
        self.clock = FakeClock()
        self.traffic: list[bytes] = []
        self.line_faults = faults.network > 0
        self.crash_at = ""
        self.hub_clock = DeskClock(self.clock)
        self.hub_path = folder / "hub.db"
        self.hub_copies: list[Path] = []
        self.template = found_template(template_in)
        self.hub_template = hub_template(template_in)
        self.count = 0
        self.erased: set[str] = set()
        self.wrong: set[str] = set()
        self.kinds = sim.kinds
        self.log: list[str] = []
        self._before = ids.bits
        ids.bits = self.rng.getrandbits
        self.open_hub()
        self.desks: list[Sim] = [self.new_desk() for _ in range(self.rng.choice((2, 3, 3)))]
        self.desks[0].begin()

    # --- the hub -------------------------------------------------------------------------------------------------------

    def open_hub(self) -> None:
        if not self.hub_path.exists():
            shutil.copyfile(self.hub_template, self.hub_path)
        self.db: Db = open_sqlite(self.hub_path, HUB_KEY)
        share("hub", self.db.writer, self.db.reader)
        self.hub = Hub(self.db, self.kinds, self.hub_clock, safety=self.safety, fail_at=self.fail_at)

    def fail_at(self, step: str) -> None:
        if self.crash_at and step == self.crash_at:
            self.crash_at = ""
            raise Stop(step)

    def answer(self, caller: Caller, door: str, body: bytes) -> Answer:
        try:
            return Answer(*doors.answer(self.hub, caller, door, body))
        except Stop:  # killed and started again
            self.db.close()
            self.open_hub()
            raise Trouble("sync.no_line") from None

    def save_hub(self) -> None:
        copy = self.folder / f"hub-{self.count}.copy"
        self.count += 1
        fold(self.db)
        self.db.close()
        shutil.copyfile(self.hub_path, copy)
        self.hub_copies.append(copy)
        self.open_hub()

    def restore_hub(self) -> None:
        if not self.hub_copies:
            return self.save_hub()
        self.db.close()
        _drop_logs(self.hub_path)
        shutil.copyfile(self.rng.choice(self.hub_copies), self.hub_path)
        self.open_hub()
        for desk in self.desks:  # the administrator enters the devices again
            self.admit(desk)
        return None

    # --- the desks -----------------------------------------------------------------------------------------------------

    def new_desk(self) -> Sim:
        self.count += 1
        line = Line(self)
        off = self.rng.choice((0, 0, 0, DAY, -DAY)) if self.faults.clock else 0
        desk = self.sim.fresh(
            f"desk{self.count}", self.template, self.folder, DeskClock(self.clock, off), line, Random(self.rng.random())
        )
        desk.wrong = self.wrong
        self.admit(desk)
        return desk

    def admit(self, desk: Sim) -> None:
        with desk.store.reading() as r:
            caller = Caller(r.site_id, r.device_id)
        assert isinstance(desk.transport, Line)
        desk.transport.caller = caller
        self.hub.admit(caller.site_id, caller.device_id)

    # --- a history -----------------------------------------------------------------------------------------------------

    def live(self) -> int:
        """All steps, then everything is mended and every invariant is checked; returns how many operations the log has.

        Raises AssertionError with the story.
        """
        try:
            for _ in range(self.steps):
                self.step()
            self.heal()
            count = check(self)
            if self.sim.has_rooms:
                self.next_days()
                count = check(self)
                check_rooms(self)
            return count
        except AssertionError as error:
            raise AssertionError(f"seed {self.seed}: {error}\n" + "\n".join(self.log[-80:])) from None
        finally:
            self.close()

    def step(self) -> None:
        faults = self.faults
        acts: Sequence[tuple[int, Callable[[Sim], None]]] = (
            (24, lambda desk: desk.write()),
            (10, lambda desk: desk.exchange("round")),
            (9, lambda desk: desk.exchange("push")),
            (9, lambda desk: desk.exchange("pull")),
            (4, self._time_passes),
            (faults.clock, self._clock_jumps),
            (faults.desk_restore, lambda desk: desk.save(self.folder, self.steps)),
            (faults.desk_restore, lambda desk: desk.restore()),
            (faults.clone, self._clone),
            (faults.hub_restore, lambda desk: self.save_hub()),
            (faults.hub_restore, lambda desk: self.restore_hub()),
            (faults.death, self._death),
            (faults.crash, self._crash),
            (faults.join, self._join),
            (faults.compact, self._two_months),
            (faults.erase, self._erase),
            (faults.newer, lambda desk: desk.write_newer()),
            (faults.wrong, lambda desk: desk.write_wrong()),
        )
        number = self.rng.choices(range(len(acts)), [weight for weight, _ in acts])[0]
        desk = self.rng.choice(self.desks)
        self.log.append(f"{NAMES[number]} {desk.name}")
        acts[number][1](desk)

    def _time_passes(self, desk: Sim) -> None:
        self.clock.advance(self.rng.choice((1, 50, 1000, 60_000, 3_600_000)))

    def _clock_jumps(self, desk: Sim) -> None:
        desk.clock.off_ms = self.rng.choice((0, DAY, -DAY, 5_000, -5_000))

    def _clone(self, desk: Sim) -> None:
        if len(self.desks) < 5:
            self.count += 1
            line = Line(self)
            twin = desk.clone(f"{desk.name}t{self.count}", self.folder, DeskClock(self.clock, desk.clock.off_ms), line)
            self.admit(twin)
            self.desks.append(twin)

    def _death(self, desk: Sim) -> None:
        if len(self.desks) > 2:
            desk.close()
            self.desks.remove(desk)

    def _crash(self, desk: Sim) -> None:
        """The hub is killed in the middle of the next push."""
        steps = ("push.1_device", "push.2_compared", "push.3_numbered", "push.4_projected", "push.5_logged", "push.6_head",
                 "push.7_committed")  # fmt: skip
        self.crash_at = self.rng.choice(steps)
        desk.exchange("push")
        self.crash_at = ""

    def _join(self, desk: Sim) -> None:
        if len(self.desks) < 5:
            fresh = self.new_desk()
            if self.rng.random() < 0.7:
                try:
                    fresh.engine.bootstrap.run(fresh.scope)
                except Trouble:
                    self.log.append(f"  {fresh.name}: cut off")
            fresh.learn()
            self.desks.append(fresh)

    def _two_months(self, desk: Sim) -> None:
        """Everybody talks for a day, then two months go by and the nights tidy up. Nobody brings back a backup from
        before that: copies of operations are kept for 45 days, backups for 14."""
        was, self.line_faults = self.line_faults, False
        for one in self.desks:
            one.exchange("round")
        self.line_faults = was
        self.clock.advance(61 * DAY)
        retention.run(self.db, self.hub_clock.now_ms())
        self.hub_copies.clear()
        for one in self.desks:
            one.tidy()
            one.backup = None

    def _erase(self, desk: Sim) -> None:
        eid = desk.erase()
        if eid is not None:
            self.erased.add(eid)

    # --- mending -------------------------------------------------------------------------------------------------------

    def heal(self) -> None:
        """The line is good, clocks are right enough: everybody talks until nobody has anything to say."""
        self.line_faults = False
        self.crash_at = ""
        self.clock.advance(1000)
        for _ in range(4):
            for desk in self.desks:
                desk.engine.once()
        self.kinds = self.sim.newer_kinds
        self.open_hub()
        self.hub.upgraded()
        for desk in self.desks:
            desk.upgrade()
        self.agree()
        for desk in self.desks:
            desk.learn()

    def next_days(self) -> None:
        """All clocks are right again. The day after every desk does what it does by itself, before it hears of the others."""
        for desk in self.desks:
            desk.clock.off_ms = 0
        self.clock.advance(26 * HOUR)
        for desk in self.desks:
            desk.chores()
        self.agree()

    def agree(self) -> None:
        """Everybody talks until nobody has anything to say."""
        heads = {desk.position() for desk in self.desks}
        for _ in range(6):
            for desk in self.desks:
                desk.engine.once()
            found = {desk.position() for desk in self.desks}
            if len(found) == 1 and found == heads and not any(desk.waiting() for desk in self.desks):
                break
            heads = found

    def close(self) -> None:
        ids.bits = self._before
        for desk in self.desks:
            desk.store.close()
        self.db.close()


NAMES = ("write", "round", "push", "pull", "time", "clock", "save", "restore", "clone", "save hub", "restore hub", "death",
         "crash", "join", "two months", "erase", "newer", "wrong")  # fmt: skip


def fold(db: Db) -> None:
    """Everything into the one file."""
    raw = db.writer.raw_connection()
    raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()


def hub_template(folder: Path) -> Path:
    path = folder / "hub-template.db"
    if not path.exists():
        db = open_sqlite(path, HUB_KEY)
        prepare(db)
        fold(db)
        db.close()
    return path


def _drop_logs(path: Path) -> None:
    for tail in ("-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
