"""A port with devices that are asked: one thread, one question at a time, actions before polls, each device on its own
terms (one that is silent does not slow the others)."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from drivers.api import Noise, Reading, State
from drivers.line import Backoff, KeptPort, Open, Port, PortLost, survived
from drivers.wire import Ask, NoAnswer, Wire

LISTEN_S = 0.05  # how often an idle bus looks whether something came unasked
MISSES = 3  # silent polls in a row after which a device is lost
GOODBYE_S = 0.5  # what all devices together may use for their last words
BUG_S = 30.0  # before a driver that failed gets another turn


class Talk(Protocol):
    """How driver code asks, on the bus thread (polls) or from another (actions)."""

    def __call__(self, ask: Ask) -> Reading:
        """The answer. Raises NoAnswer."""
        ...

    def wait(self, seconds: float) -> None:
        """Let time pass. Raises NoAnswer("stopped") when we are to end."""
        ...


class Member(Protocol):
    """A device on the bus; all of it is called on the bus thread."""

    @property
    def echo(self) -> bool: ...
    @property
    def gap_s(self) -> float: ...
    @property
    def poll_s(self) -> float: ...
    @property
    def backoff(self) -> Backoff: ...

    def hello(self, talk: Talk) -> None:
        """A harmless question that proves the device is there."""
        ...

    def opened(self, talk: Talk) -> None:
        """First words after it was found: everything off."""
        ...

    def poll(self, talk: Talk) -> None: ...
    def closing(self, talk: Talk) -> None: ...
    def strays(self, event: Reading | Noise) -> None: ...
    def heard(self, data: bytes) -> None: ...
    def state(self, state: State, reason: str) -> None: ...


@dataclass(eq=False)
class _Seat:
    """A member and when its next turn is."""

    member: Member
    ready: bool = False
    due_s: float = 0.0
    since_s: float = 0.0
    misses: int = 0
    leaving: bool = False
    gone: threading.Event = field(default_factory=threading.Event)


class _Job:
    """An action's question, waiting in another thread for its answer."""

    def __init__(self, seat: _Seat, ask: Ask, by_s: float) -> None:
        self.seat, self.ask, self.by_s = seat, ask, by_s
        self.begun = False
        self.done = threading.Event()
        self._reading: Reading | None = None
        self._none = NoAnswer("no_answer", sent=True)

    def answer(self, reading: Reading) -> None:
        self._reading = reading
        self.done.set()

    def fail(self, none: NoAnswer) -> None:
        self._none = none
        self.done.set()

    def result(self) -> Reading:
        if self._reading is None:
            raise self._none
        return self._reading


class Bus(KeptPort[Port]):
    """The thread of one port and its members."""

    def __init__(self, open_port: Open, name: str, backoff: Backoff | None = None) -> None:
        super().__init__(open_port, name, backoff)
        self._news = threading.Condition()
        self._seats: list[_Seat] = []
        self._jobs: deque[_Job] = deque()
        self._open = False
        self.life = 0  # counts how often the port was opened

    # --- from any thread --------------------------------------------------------------------------------------------

    def join(self, member: Member) -> bool:
        """Give a device its turns from now on; False when this bus is ending."""
        with self._news:
            if self._stopping.is_set():
                return False
            self._seats.append(_Seat(member))
            self._news.notify()
        self.hurry()
        return True

    def leave(self, member: Member, timeout_s: float) -> bool:
        """Its last words, then no more turns; the last one closes the port. True when done in time."""
        with self._news:
            seat = self._seat(member)
            if seat is None:
                return True
            seat.leaving = True
            last = all(other.leaving for other in self._seats)
            if last:
                self._stopping.set()
            here = self._open
            self._news.notify()
        done = self.stop(timeout_s) if last else not here or seat.gone.wait(timeout_s)
        self._unseat(seat)  # when there was no open port to take leave of
        return done

    def _unseat(self, seat: _Seat) -> None:
        with self._news:
            if seat not in self._seats:
                return
            self._seats.remove(seat)
        seat.member.state(State.STOPPED, "")
        seat.gone.set()

    def empty(self) -> bool:
        with self._news:
            return all(seat.leaving for seat in self._seats)

    def ask(self, member: Member, ask: Ask, by_s: float, life: int | None = None) -> Reading:
        """An action's question, before all polls; it must be begun by `by_s` (monotonic) or is not asked at all.

        life: nor is it asked when the port was opened anew since. Raises NoAnswer, also when called from a driver's own
        report, which is on the bus thread.
        """
        if threading.current_thread() is self._thread:
            raise NoAnswer("busy", sent=False)
        with self._news:
            seat = self._seat(member)
            if seat is None or seat.leaving or not (self._open and seat.ready) or life not in (None, self.life):
                raise NoAnswer("not_ready", sent=False)
            job = _Job(seat, ask, by_s)
            self._jobs.append(job)
            self._news.notify()
        if not job.done.wait(max(0.0, by_s - self._monotonic_s())):
            with self._news:
                if not job.begun and job in self._jobs:
                    self._jobs.remove(job)
                    raise NoAnswer("expired", sent=False)
            job.done.wait(ask.timeout_s * (ask.again + 1) + 1)
        return job.result()

    def _seat(self, member: Member) -> _Seat | None:
        return next((seat for seat in self._seats if seat.member is member), None)

    # --- on the bus thread ------------------------------------------------------------------------------------------

    def _told_state(self, state: State, reason: str) -> None:
        if state is not State.READY:  # a port that is open says nothing of the device behind it
            self._pass_on(state, reason)

    def _pass_on(self, state: State, reason: str) -> None:
        for seat in list(self._seats):
            seat.ready = False
            seat.member.state(state, reason)

    def _one_life(self) -> float:
        if self._state is State.LOST:
            self._pass_on(self._state, self._reason)  # those who joined meanwhile do not know yet
        return super()._one_life()

    def _interrupt(self) -> None:
        """Nothing: what is cancelled here might be the last word that switches a relay off. A read lasts one tick."""

    def _pump(self, port: Port) -> None:
        wire = Wire(port, self._monotonic_s)
        with self._news:
            for seat in self._seats:
                seat.due_s, seat.misses = 0.0, 0
            self._open = True
            self.life += 1
        try:
            while not self._stopping.is_set():
                if not self._turn(wire):
                    self._rest(wire)
            self._goodbye(wire, list(self._seats))
        except PortLost as lost:
            self._close_door(lost.reason)
            raise
        finally:
            self._close_door("stopped")

    def _close_door(self, why: str) -> None:
        """No question waits for a port that is gone: asked later it would surprise somebody."""
        with self._news:
            self._open = False
            jobs, self._jobs = self._jobs, deque()
        for job in jobs:
            job.fail(NoAnswer(why, sent=False))

    def _turn(self, wire: Wire) -> bool:
        """One thing done, actions first; False when there is nothing to do."""
        if leaving := [seat for seat in self._seats if seat.leaving]:
            self._goodbye(wire, leaving)
            return True
        with self._news:
            job = self._jobs.popleft() if self._jobs else None
            if job is not None:
                job.begun = True
        if job is not None:
            if not survived(lambda: self._do(wire, job)):
                job.fail(NoAnswer("driver_bug", wire.sent))
            return True
        now_s = self._monotonic_s()
        due = min((seat for seat in list(self._seats) if seat.due_s <= now_s), key=lambda s: s.due_s, default=None)
        if due is not None:
            self._serve(wire, due)
        return due is not None

    def _do(self, wire: Wire, job: _Job) -> None:
        if self._monotonic_s() > job.by_s:
            return job.fail(NoAnswer("expired", sent=False))
        try:
            job.answer(self._talk(wire, job.seat)(job.ask))
        except NoAnswer as none:
            job.fail(none)
        except PortLost as lost:
            job.fail(NoAnswer(lost.reason, wire.sent))
            raise

    def _serve(self, wire: Wire, seat: _Seat) -> None:
        """A device's turn: found first, then asked every so often."""
        talk, now_s = self._talk(wire, seat), self._monotonic_s()
        seat.due_s = now_s + BUG_S
        if not survived(lambda: self._answered(seat, talk)):
            self._lose(seat, "driver_bug")

    def _answered(self, seat: _Seat, talk: Talk) -> None:
        found = seat.ready
        try:
            if found:
                seat.member.poll(talk)
            else:
                seat.member.hello(talk)
                seat.member.opened(talk)
                seat.ready, seat.since_s = True, self._monotonic_s()
                seat.member.state(State.READY, "")
        except NoAnswer as none:
            self._missed(seat, none.why)
        else:
            seat.misses = 0
            seat.due_s = self._monotonic_s() + (seat.member.poll_s if found else 0.0)  # how things are is news at once

    def _missed(self, seat: _Seat, why: str) -> None:
        if why == "stopped":
            return
        seat.misses += 1
        now_s = self._monotonic_s()
        if seat.ready and seat.misses < MISSES:
            seat.due_s = now_s + seat.member.poll_s
            return
        seat.due_s = now_s + seat.member.backoff.failed(now_s - seat.since_s if seat.ready else 0.0)
        self._lose(seat, why)

    def _lose(self, seat: _Seat, why: str) -> None:
        seat.ready = False
        seat.member.state(State.LOST, why)

    def _goodbye(self, wire: Wire, seats: list[_Seat]) -> None:
        until_s = self._monotonic_s() + GOODBYE_S
        for seat in seats:
            talk = self._talk(wire, seat, lambda: self._monotonic_s() > until_s)
            if seat.ready:
                survived(lambda talk=talk, seat=seat: _last_words(seat.member, talk))  # type: ignore[misc]
            self._unseat(seat)

    def _rest(self, wire: Wire) -> None:
        """Nothing to do: hand on what comes unasked, or wait for the next turn."""
        if data := wire.waiting():
            for seat in list(self._seats):
                survived(lambda hear=seat.member.heard: hear(data))  # type: ignore[misc]
            return
        with self._news:
            if not self._jobs and not self._stopping.is_set() and not any(seat.leaving for seat in self._seats):
                due_s = min((seat.due_s for seat in self._seats), default=self._monotonic_s() + LISTEN_S)
                self._news.wait(max(0.0, min(due_s - self._monotonic_s(), LISTEN_S)))

    def _talk(self, wire: Wire, seat: _Seat, stopped: Callable[[], bool] | None = None) -> Talk:
        return Direct(wire, seat.member, stopped or (lambda: self._stopping.is_set() or seat.leaving))


def _last_words(member: Member, talk: Talk) -> None:
    try:
        member.closing(talk)
    except NoAnswer:  # we are going; the device is found as it is left
        pass


class Direct:
    """Talk on the thread that owns the port."""

    def __init__(self, wire: Wire, member: Member, stopped: Callable[[], bool]) -> None:
        self._wire, self._member, self._stopped = wire, member, stopped

    def __call__(self, ask: Ask) -> Reading:
        try:
            return self._wire.ask(ask, self._member, self._member.echo, self._stopped)
        finally:
            self._wire.rest(self._member.gap_s)

    def wait(self, seconds: float) -> None:
        until_s = time.monotonic() + seconds
        while (left_s := until_s - time.monotonic()) > 0:
            if self._stopped():
                raise NoAnswer("stopped", sent=False)
            time.sleep(min(left_s, LISTEN_S))
