"""Many simulated desks against one hub: each works through a day told faster, pushes when it falls quiet, and listens.

A desk here is its side of the wire (numbers, chain, clock, cursor) without a store: what is measured is the hub.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from desk.bench.sync_line import Counted, Line, Who
from desk.bench.sync_replay import Replay
from desk.core.ids import new_id
from desk.wire import chain
from desk.wire.answers import PullAsk, PushAnswer, pack, unpack
from desk.wire.messages import MAX_LINES, BadMessage, Page, Push, pack_push, unpack_page
from desk.wire.messages import Line as OpLine

WAIT_S = 25
DAY_S = 15 * 3600  # a gate's day: from seven to ten in the evening
FAULTS = (OSError, asyncio.IncompleteReadError, BadMessage, ValueError)


@dataclass(frozen=True)
class Pace:
    """arrive_s: until all desks have connected, one after another, and work; only what comes after is timed, for `seconds`;
    times: how much faster than an ordinary day of `ops_a_day` operations; quiet_s: pause after the last change
    before it is sent; ops_a_day None: as many as the day told again has."""

    seconds: float
    times: float = 10.0
    arrive_s: float = 30.0
    quiet_s: float = 1.0
    ops_a_day: int = 1_500


@dataclass
class Seen:
    """What all desks together saw. Times in ms."""

    push_ms: list[float] = field(default_factory=list)
    pull_ms: list[float] = field(default_factory=list)
    pushed: int = 0
    pulled: int = 0
    errors: dict[str, int] = field(default_factory=dict)

    def begin(self) -> None:
        """What came before is not timed; errors count whenever they came."""
        self.push_ms.clear()
        self.pull_ms.clear()
        self.pushed = self.pulled = 0

    def wrong(self, what: str) -> None:
        self.errors[what] = self.errors.get(what, 0) + 1


class SimDesk:
    """One desk. Its work and its listening are two tasks, each on a line of its own."""

    def __init__(self, who: Who, address: tuple[str, int], replay: Replay, seen: Seen, counted: Counted) -> None:
        self.who, self.replay, self.seen = who, replay, seen
        self.scope = f"s:{who.site_id}"
        self.line, self.ear = Line(*address, who, counted), Line(*address, who, counted)
        self.incarnation = new_id(time.time_ns() // 1_000_000)
        self.base, self.hash = 0, chain.start(self.incarnation)
        self.cursor = (0, chain.start(f"scope:{self.scope}").hex())
        self.waiting: list[bytes] = []
        self.rng = random.Random(who.device_id)  # noqa: S311 - spreads work, no secret
        self._turn = self.rng.randrange(len(replay.pieces))
        self._one = asyncio.Lock()
        self._listening = False

    async def work(self, pace: Pace, after_s: float, until: float) -> None:
        """Write units at random moments of the day's rate; a round for the first at once, for further ones after each
        quiet time (sync.rhythm)."""
        gap_s = DAY_S * self.replay.count / (pace.ops_a_day * pace.times * len(self.replay.pieces))
        took = -pace.quiet_s
        await asyncio.sleep(after_s + self.rng.random() * gap_s)
        while time.monotonic() < until:
            self.write()
            pause = self.rng.expovariate(1 / gap_s)
            if time.monotonic() - took >= pace.quiet_s:
                took = time.monotonic()
                await self.round(not self._listening)
            elif pause >= pace.quiet_s or len(self.waiting) >= MAX_LINES:
                await asyncio.sleep(min(pace.quiet_s, pause))
                took = time.monotonic()
                await self.round(not self._listening)
                pause -= pace.quiet_s
            await asyncio.sleep(max(0.0, min(pause, until - time.monotonic())))

    async def finish(self) -> None:
        """Send what is left; not timed: in a city nobody ends the day for all desks in one moment."""
        seen, self.seen = self.seen, Seen(errors=self.seen.errors)
        await self.round(pull=False)
        seen.pushed += self.seen.pushed
        self.seen = seen

    async def round(self, pull: bool) -> None:
        """As desk.sync.rounds does an ordinary one: what others wrote, unless the ear says that there is nothing, then
        what was written here."""
        async with self._one:
            if pull:
                await self._pull()
            await self._push()

    def write(self) -> None:
        """The next unit of the day, as of now."""
        piece = self.replay.pieces[self._turn % len(self.replay.pieces)]
        salt = self.who.device_id.encode() + (self._turn // len(self.replay.pieces)).to_bytes(4, "big")
        self._turn += 1
        shift = time.time_ns() // 1_000_000 - piece.at
        self.waiting += self.replay.told(piece, salt, shift, self.who.device_id)

    async def _push(self) -> None:
        """Send what waits, in batches; what fails waits for the next time."""
        while self.waiting:
            some = self.waiting[:MAX_LINES]
            began = time.perf_counter()
            answer = await self._asked(
                "push",
                pack_push(Push(self.incarnation, self.base, self.hash.hex(), tuple(OpLine(body) for body in some))),
            )
            if answer is None:
                return
            self.seen.push_ms.append((time.perf_counter() - began) * 1000)
            said = unpack(PushAnswer, answer)
            if said.result != "ok" or said.refused or said.acked != self.base + len(some):
                self.seen.wrong(f"push {said.result} {[one.code for one in said.refused][:3]}")
                return
            for body in some:
                self.hash = chain.link(self.hash, body)
            self.base, self.waiting = said.acked, self.waiting[len(some) :]
            self.seen.pushed += len(some)

    async def listen(self, after_s: float, until: float) -> None:
        """Wait for news of the site (its own lines are news too), which bring the next page along; take a round, wait
        again."""
        await asyncio.sleep(after_s)
        while (left := until - time.monotonic()) > 0:
            self._listening = True
            try:
                said = await self.ear.poll(max(1, min(WAIT_S, int(left))), self.scope, *self.cursor)
            except FAULTS as fault:
                self.seen.wrong(f"poll {type(fault).__name__}")
                continue
            finally:
                self._listening = False
            if said.status != 200:
                self.seen.wrong(f"poll {said.status}")
                await asyncio.sleep(1)
            elif said.lines:
                await self.round(not await self._handed(said.body))
            elif json.loads(said.body)["heads"].get(self.scope, 0) > self.cursor[0]:
                await self.round(pull=True)

    async def _handed(self, body: bytes) -> bool:
        """Take the page that came along; False: there is more, or it goes on from elsewhere."""
        page = unpack_page(body)
        async with self._one:
            if page.start != self.cursor:
                return False
            self._took(page)
        return page.end[0] >= page.head

    def _took(self, page: Page) -> None:
        self.seen.pulled += len(page.lines)
        self.cursor = page.end

    async def _pull(self) -> None:
        while True:
            began = time.perf_counter()
            answer = await self._asked("pull", pack(PullAsk(self.scope, *self.cursor)))
            if answer is None:
                return
            page = unpack_page(answer)
            self.seen.pull_ms.append((time.perf_counter() - began) * 1000)
            self._took(page)
            if page.end[0] >= page.head:
                return

    async def _asked(self, door: str, body: bytes) -> bytes | None:
        try:
            status, answer, _ = await self.line.post(door, body)
        except FAULTS as fault:
            self.seen.wrong(f"{door} {type(fault).__name__}")
            return None
        if status == 200:
            return answer
        self.seen.wrong(f"{door} {status} {answer[:60].decode(errors='replace')}")
        return None

    def close(self) -> None:
        self.line.close()
        self.ear.close()


async def load(desks: Sequence[SimDesk], pace: Pace) -> float:
    """Let all desks come, work and listen; returns the seconds that were timed."""
    first = time.monotonic()
    until = first + pace.arrive_s + pace.seconds
    step_s = pace.arrive_s / len(desks)
    ears = [asyncio.create_task(desk.listen(turn * step_s, until + WAIT_S)) for turn, desk in enumerate(desks)]
    try:
        async with asyncio.TaskGroup() as tasks:
            for turn, desk in enumerate(desks):
                tasks.create_task(desk.work(pace, turn * step_s, until))
            await asyncio.sleep(pace.arrive_s)
            began = time.monotonic()
            desks[0].seen.begin()  # shared by all
            desks[0].line.counted.begin()
        took = time.monotonic() - began
        for desk in desks:
            await desk.finish()
        return took
    finally:
        for ear in ears:
            ear.cancel()
        await asyncio.gather(*ears, return_exceptions=True)
        for desk in desks:
            desk.close()
