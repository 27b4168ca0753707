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
from desk.wire.messages import MAX_LINES, BadMessage, Push, pack_push, unpack_page
from desk.wire.messages import Line as OpLine

WAIT_S = 25
DAY_S = 15 * 3600  # a gate's day: from seven to ten in the evening
FAULTS = (OSError, asyncio.IncompleteReadError, BadMessage, ValueError)


@dataclass(frozen=True)
class Pace:
    """times: how much faster than an ordinary day of `ops_a_day` operations; quiet_s: pause after the last change
    before it is sent; ops_a_day None: as many as the day told again has."""

    seconds: float
    times: float = 10.0
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

    async def work(self, pace: Pace, until: float) -> None:
        """Write units at random moments of the day's rate; a round for the first at once, for further ones after each
        quiet time (sync.rhythm)."""
        gap_s = DAY_S * self.replay.count / (pace.ops_a_day * pace.times * len(self.replay.pieces))
        took = -pace.quiet_s
        await asyncio.sleep(self.rng.random() * gap_s)
        while time.monotonic() < until:
            self.write()
            pause = self.rng.expovariate(1 / gap_s)
            if time.monotonic() - took >= pace.quiet_s:
                took = time.monotonic()
                await self.round()
            elif pause >= pace.quiet_s or len(self.waiting) >= MAX_LINES:
                await asyncio.sleep(min(pace.quiet_s, pause))
                took = time.monotonic()
                await self.round()
                pause -= pace.quiet_s
            await asyncio.sleep(max(0.0, min(pause, until - time.monotonic())))
        await self.round()

    async def round(self) -> None:
        """As desk.sync.rounds does an ordinary one: what others wrote, then what was written here."""
        async with self._one:
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

    async def listen(self, until: float) -> None:
        """Wait for news of the site (its own lines are news too), take a round, wait again."""
        while (left := until - time.monotonic()) > 0:
            try:
                status, body = await self.ear.poll(max(1, min(WAIT_S, int(left))), **{self.scope: self.cursor[0]})
                heads = json.loads(body).get("heads", {}) if status == 200 else {}
            except FAULTS as fault:
                self.seen.wrong(f"poll {type(fault).__name__}")
                continue
            if status != 200:
                self.seen.wrong(f"poll {status}")
                await asyncio.sleep(1)
            if heads.get(self.scope, 0) > self.cursor[0]:
                await self.round()

    async def _pull(self) -> None:
        while True:
            began = time.perf_counter()
            answer = await self._asked("pull", pack(PullAsk(self.scope, *self.cursor)))
            if answer is None:
                return
            page = unpack_page(answer)
            self.seen.pull_ms.append((time.perf_counter() - began) * 1000)
            self.seen.pulled += len(page.lines)
            self.cursor = page.end
            if page.end[0] >= page.head:
                return

    async def _asked(self, door: str, body: bytes) -> bytes | None:
        try:
            status, answer = await self.line.post(door, body)
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
    """Let all desks work and listen; returns the seconds it took."""
    began = time.monotonic()
    ears = [asyncio.create_task(desk.listen(began + pace.seconds + WAIT_S)) for desk in desks]
    try:
        async with asyncio.TaskGroup() as tasks:
            for desk in desks:
                tasks.create_task(desk.work(pace, began + pace.seconds))
        return time.monotonic() - began
    finally:
        for ear in ears:
            ear.cancel()
        await asyncio.gather(*ears, return_exceptions=True)
        for desk in desks:
            desk.close()
