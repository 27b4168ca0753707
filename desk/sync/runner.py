"""Syncing by itself: one thread (`lane-net`) that takes a round when one is due, and an ear that hears of others' changes.

The window never waits for it: rounds write in turns of some ten milliseconds, and `stop` cuts the line.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable

from desk.core.clock import Clock
from desk.core.errors import Fault
from desk.core.events import Bus, Changed, Event, HealthChanged
from desk.sync.ear import Ear
from desk.sync.http import News
from desk.sync.lock import Lock
from desk.sync.rhythm import Due, Rhythm
from desk.sync.rounds import Rounds

log = logging.getLogger("desk.sync.runner")
STOP_S = 1.0
HELLO_S = 180.0  # how long what a greeting told still holds
WELL = "sync.well"
OWN = "outbox"
OTHERS_FIRST_S = 0.03  # less than the hub takes before it tells this desk of its own change
# The desk may be enrolled anew by another process.
ANEW = frozenset({"sync.revoked", "sync.unknown_here", "sync.not_believed", "sync.pin", "sync.tls", "sync.not_a_hub"})


class Runner:
    """Starts its threads at once. make: the line and the engine, made anew when the desk is enrolled anew; night: what
    is done after a good round while nothing is due; sent_away: what is done once the hub has revoked this desk, True when
    nothing of it is left. Bus, clock and lock are the desk's."""

    def __init__(
        self,
        make: Callable[[], Rounds],
        clock: Clock,
        bus: Bus,
        lock: Lock,
        rhythm: Rhythm | None = None,
        night: Callable[[Rounds, Callable[[], bool]], None] = lambda rounds, going: None,
        sent_away: Callable[[], bool] = lambda: False,
    ) -> None:
        self._make, self._clock, self._bus, self._lock, self._night = make, clock, bus, lock, night
        self._sent_away = sent_away
        self.rhythm = rhythm or Rhythm()
        self._turn = threading.Condition()
        self._due = Due(self.rhythm, clock.monotonic_s())
        self._over = self._busy = False
        self._news_of: set[str] | None = set()  # scopes that the ear has heard of since the last round began; None: any
        self._page = b""  # what it heard of the site's log
        self._only: set[str] | None = None
        self._ended, self._last = 0, ""  # rounds that came to an end, and how the last one did
        self._rounds: Rounds | None = None
        self._ear: Ear | None = None
        self._told: tuple[str, bool] | None = None
        self._greeted = -HELLO_S
        self._leave = bus.subscribe(self._hear)
        self._thread = threading.Thread(target=self._run, name="lane-net", daemon=True)
        self._thread.start()

    # --- for everybody, from any thread -------------------------------------------------------------------------------

    def now(self) -> None:
        """A whole round at once, whatever failed before."""
        with self._turn:
            self._greeted = -HELLO_S
            self._due.wanted(self._clock.monotonic_s())
            self._turn.notify_all()

    def round_now(self, timeout_s: float) -> str:
        """A whole round at once, waited for: WELL, the code of what stood in its way, "" when it took longer."""
        with self._turn:
            before, wanted = self._ended, self._ended + (2 if self._busy else 1)
            self.now()
            self._turn.wait_for(
                lambda: self._over or self._ended >= wanted or (self._ended > before and self._last != WELL), timeout_s
            )
            return self._last if self._ended > before else ""

    def renew(self) -> None:
        """The desk was enrolled anew: another line, at once."""
        with self._turn:
            rounds, self._rounds = self._rounds, None
            ear, self._ear = self._ear, None
        if rounds is not None:
            rounds.cut()
        if ear is not None:
            ear.stop(STOP_S)
        self.now()

    def wait_idle(self, timeout_s: float) -> bool:
        """Wait until nothing is under way and nothing is due but the round of idle times; False: it took longer."""
        with self._turn:
            return self._turn.wait_for(lambda: self._over or not (self._busy or self._due.pending), timeout_s)

    def stop(self) -> bool:
        """Cut the line and end both threads; False when one of them did not end within a second (it does no harm)."""
        self._leave()
        with self._turn:
            self._over = True
            rounds, ear = self._rounds, self._ear
            self._turn.notify_all()
        if rounds is not None:
            rounds.cut()
        if ear is not None:
            ear.stop(STOP_S / 2)
        self._thread.join(STOP_S)
        return not self._thread.is_alive()

    # --- the thread ---------------------------------------------------------------------------------------------------

    def _hear(self, event: Event) -> None:
        if isinstance(event, Changed) and OWN in event.topics:
            with self._turn:
                self._due.changed(self._clock.monotonic_s())
                self._turn.notify_all()

    def _news(self, news: News | None) -> None:
        with self._turn:
            if news is None or self._news_of is None:
                self._news_of = None
            else:
                self._news_of |= news.heads.keys()
                self._page = news.page
            self._due.news(self._clock.monotonic_s())
            self._turn.notify_all()

    def _going(self) -> bool:
        return not self._over

    def _free(self) -> bool:
        """Nothing is due: what can wait may go on."""
        with self._turn:
            return not self._over and self._due.at() > self._clock.monotonic_s()

    def _others_first(self) -> None:
        """The hub has a lone change of this desk, and at this very moment the others take it in: on one computer, which
        often is a desk and the hub at once, noting that here would take disk and processor from them. News end it."""
        with self._turn:
            self._turn.wait_for(lambda: self._over or self._news_of != set(), OTHERS_FIRST_S)

    def _run(self) -> None:
        try:
            while self._wait():
                self._one()
        finally:
            self._lock.give()
            if self._rounds is not None:
                self._rounds.close()

    def _wait(self) -> bool:
        """Until a round is due; True when it is, False at the end."""
        with self._turn:
            self._busy = False
            self._turn.notify_all()
            while not self._over:
                left = self._due.at() - self._clock.monotonic_s()
                if left <= 0:
                    break
                self._turn.wait(left)
            self._busy = not self._over
            self._only = self._heard()
            self._due.began(self._clock.monotonic_s())
            return not self._over

    def _heard(self) -> set[str] | None:
        """The scopes to pull in this round, None for all."""
        heard, self._news_of = self._news_of, set()
        listened = self._ear is not None and self._ear.listening
        return heard if heard or (self._due.only_changes and listened) else None

    def _one(self) -> None:
        """One round, and what follows from how it ended."""
        try:
            self._lock.take()
            rounds = self._line()
            page, self._page = self._page, b""
            whole = self._clock.monotonic_s() - self._greeted >= HELLO_S
            if whole:
                rounds.once(self._going)
                self._greeted = self._clock.monotonic_s()
            else:
                rounds.light(self._going, self._only, page, self._others_first)
            self._well(rounds)
            self._end(WELL)
            self._night(rounds, self._free)
        except Fault as fault:
            self._failed(fault.code, fault.facts.get("wait_s"))
            if fault.code == "sync.revoked" and not self._over:
                self._obey()
        except Exception:  # the thread outlives any one round
            log.exception("a round failed")
            self._failed("sync.bug", None)

    def _line(self) -> Rounds:
        with self._turn:
            if self._rounds is None:
                self._rounds = self._make()
            return self._rounds

    def _well(self, rounds: Rounds) -> None:
        with self._turn:
            self._due.ended_well(self._clock.monotonic_s())
            if self._ear is None and not self._over:
                self._ear = Ear(rounds.another_line, self.rhythm.poll_s, self._news)
            ear = self._ear if self._news_of == set() else None  # else another round is due before it listens again
            if ear is not None:
                ear.listen(*rounds.places())
        self._tell(WELL, True)

    def _failed(self, code: str, wait_s: object) -> None:
        if self._over:
            return
        with self._turn:
            self._greeted = -HELLO_S
            at_least = float(wait_s) if isinstance(wait_s, int | float) else 0.0
            wait = self._due.failed(self._clock.monotonic_s(), code, random.random(), at_least)  # noqa: S311 - spreads desks
            broken = self._rounds if code in ANEW else None  # batches that were halved stay so
            self._rounds = None if broken else self._rounds
        if broken is not None:
            broken.close()
        self._end(code)
        log.info("no round: %s, again in %.0f s", code, wait)
        self._tell(code, False)

    def _obey(self) -> None:
        """Nothing is left to sync when the order was to wipe."""
        try:
            self._over = self._sent_away()
        except Fault as fault:
            log.warning("the order was not carried out: %s", fault.code)
        if self._over:
            self._tell("sync.wiped", False)

    def _end(self, how: str) -> None:
        with self._turn:
            self._ended, self._last = self._ended + 1, how
            self._turn.notify_all()

    def _tell(self, code: str, ok: bool) -> None:
        if self._told != (code, ok):
            self._told = (code, ok)
            self._bus.publish(HealthChanged("hub", code, ok))
