"""A cabinet of lockers, whatever its board: a door is open when its contact says so, not when the board says it
tried (DEVICES 5)."""

from __future__ import annotations

import threading
import time
from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from drivers.api import Action, Noise, Option, Options, Outcome, Reading, Result, Told, Value
from drivers.asked import BUSES, Acting, AskedDriver, Buses
from drivers.bus import Talk
from drivers.line import Backoff
from drivers.lockers.doors import WIRING, numbers
from drivers.options import ECHO, PORT, baud, poll_ms, timeout_ms
from drivers.wire import Ask, NoAnswer

LOOK_S = 0.15  # between two looks at a door that should open
COIL_S = 0.5  # opening all goes coil by coil


def options(speed: int, board: Option, locks: int) -> tuple[Option, ...]:
    """The settings every cabinet has."""
    return (
        PORT,
        baud(speed),
        board,
        Option("locks", locks, low=1, high=locks, help="how many locks are fitted, counted from 1"),
        WIRING,
        Option(
            "opens_ms", 1000, low=200, high=10_000, help="how long after the command a door may take to spring open"
        ),
        Option("left_open_s", 60, low=0, high=86_400, help="a door open for so long is told as an alarm; 0: never"),
        ECHO,
        poll_ms(1000),
        timeout_ms(500),
    )


def lock_param(locks: int, low: int = 1) -> Option:
    return Option("lock", 1, required=True, low=low, high=locks, help="number of the lock on its board")


def actions(locks: int) -> tuple[Action, ...]:
    """What every cabinet can do."""
    return (
        Action("open", (lock_param(locks),), moves=True, deadline_s=5.0, help="open one lock and look at its door"),
        Action("open_all", (), moves=True, deadline_s=30.0, help="open every lock, one after the other"),
    )


class Cabinet(AskedDriver):
    """A subclass gives the questions. Doors are told when they change; with wiring `none` they are not seen."""

    ROLE = "locker"
    CAPABILITIES: ClassVar[tuple[str, ...]] = ("door", "alarm")

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None, buses: Buses = BUSES) -> None:
        super().__init__(options, told, backoff, buses)
        self.board, self.locks = int(self.options["address"]), int(self.options["locks"])
        self.sees = self.options["wiring"] != "none"
        self._seeing = threading.Lock()  # polls see doors on the bus's thread, actions on the caller's
        self._closed: dict[int, bool] = {}
        self._present: dict[int, bool] = {}
        self._open_since_s: dict[int, float] = {}
        self._alarmed: set[int] = set()
        self._reports = self.fresh_decoder()

    # --- for the subclass -------------------------------------------------------------------------------------------

    @abstractmethod
    def opening(self, lock: int) -> Ask:
        """The command for one lock, 0 for all."""

    @abstractmethod
    def asking(self) -> Ask:
        """The question for all doors."""

    def mine(self, reading: Reading) -> bool:
        return reading.fields.get("board") == self.board

    def my_doors(self, reading: Reading) -> bool:
        return reading.kind == "doors" and self.mine(reading)

    def my_ack(self, lock: int, reading: Reading) -> bool:
        return reading.kind == "ack" and self.mine(reading) and reading.fields["lock"] == lock

    # --- as asked by the bus ----------------------------------------------------------------------------------------

    def hello(self, talk: Talk) -> None:
        talk(self.asking())

    def opened(self, talk: Talk) -> None:
        """What was seen before the line went may have changed since: nothing is taken over."""
        with self._seeing:
            for seen in (self._closed, self._present, self._open_since_s):
                seen.clear()
            self._alarmed.clear()

    def poll(self, talk: Talk) -> None:
        self._look(talk(self.asking()))
        self._watch()

    def heard(self, data: bytes) -> None:
        for event in self._reports.feed(data):
            if isinstance(event, Reading):
                self.strays(event)

    def strays(self, event: Reading | Noise) -> None:
        """A report of a door may come in between."""
        if isinstance(event, Noise):
            self.told.reading(event)
        elif event.fields.get("reported") and self.mine(event):
            self._look(event)

    # --- actions ----------------------------------------------------------------------------------------------------

    def perform(self, action: Action, params: Mapping[str, Value], talk: Acting) -> Result:
        if action.name == "open_all":
            return self._open(0, range(1, self.locks + 1), talk)
        lock = int(params["lock"])
        if lock > self.locks:
            return Result(Outcome.FAILED, "no_such", {"lock": lock})
        return self._open(lock, (lock,), talk)

    def _open(self, lock: int, locks: range | tuple[int, ...], talk: Acting) -> Result:
        said = self._command(lock, talk)
        if not self.sees:
            if said is None:
                return Result(Outcome.UNKNOWN, "unproven", {"lock": lock})
            return _opened(lock, "board") if said else _failed(lock, "refused")
        shut = self._shut(locks, talk)
        until_s = time.monotonic() + int(self.options["opens_ms"]) / 1000 + (len(locks) - 1) * COIL_S
        while shut and time.monotonic() < until_s and talk.left_s() > LOOK_S:
            talk.wait(LOOK_S)
            shut = self._shut(locks, talk)
        if not shut:
            return _opened(lock, "door")
        if len(shut) < len(locks):
            return Result(Outcome.UNKNOWN, "some_shut", {"lock": lock, "shut": ",".join(map(str, sorted(shut)))})
        return _failed(lock, "refused" if said is False else "still_shut")

    def _command(self, lock: int, talk: Acting) -> bool | None:
        """What the board says to the command; None when it says nothing, for then the door answers. Sent once."""
        try:
            return bool(talk(self.opening(lock)).fields["done"])
        except NoAnswer as none:
            if not none.sent or none.why not in ("no_answer", "garbled"):
                raise
            return None

    def _shut(self, locks: range | tuple[int, ...], talk: Acting) -> set[int]:
        """Which of these are. Raises NoAnswer."""
        said = talk(self.asking())
        self._look(said)
        return set(locks) & numbers(str(said.fields["closed"]))

    # --- doors ------------------------------------------------------------------------------------------------------

    def _look(self, said: Reading) -> None:
        """Tell what is not as it was."""
        if not self.sees:
            return
        with self._seeing:
            if said.kind == "door":
                self._see(int(said.fields["lock"]), bool(said.fields["closed"]))
                return
            closed = numbers(str(said.fields["closed"]))
            present = numbers(str(said.fields["present"])) if "present" in said.fields else None
            for lock in range(1, self.locks + 1):
                self._see(lock, lock in closed)
                if present is not None:
                    self._see_contents(lock, lock in present)

    def _see(self, lock: int, closed: bool) -> None:
        if lock > self.locks or self._closed.get(lock) is closed:
            return
        self._closed[lock] = closed
        self._alarmed.discard(lock)
        if closed:
            self._open_since_s.pop(lock, None)
        else:
            self._open_since_s[lock] = time.monotonic()
        self.told.reading(Reading("door", {"board": self.board, "lock": lock, "closed": closed}))

    def _see_contents(self, lock: int, present: bool) -> None:
        if self._present.get(lock) is not present:
            self._present[lock] = present
            self.told.reading(Reading("contents", {"board": self.board, "lock": lock, "present": present}))

    def _watch(self) -> None:
        """Doors that were opened and not shut: told once each."""
        limit_s, now_s = int(self.options["left_open_s"]), time.monotonic()
        if not limit_s:
            return
        with self._seeing:
            late = [lock for lock, since_s in self._open_since_s.items() if now_s - since_s >= limit_s]
            for lock in sorted(set(late) - self._alarmed):
                self._alarmed.add(lock)
                self.told.reading(Reading("alarm", {"sort": "left_open", "board": self.board, "lock": lock}))


def _opened(lock: int, proof: str) -> Result:
    return Result(Outcome.DONE, fields={"lock": lock, "proof": proof})


def _failed(lock: int, code: str) -> Result:
    return Result(Outcome.FAILED, code, {"lock": lock})
