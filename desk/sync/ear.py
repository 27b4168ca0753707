"""Listens at the hub: a long poll on a thread and a line of its own, so that others' changes are heard at once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping

from desk.core.errors import Fault
from desk.sync.http import HttpTransport, News

log = logging.getLogger("desk.sync.ear")
SAME_S = 2.0  # the hub tells the same again: what it tells could not be taken in


class Ear:
    """Listens once between `listen` and the news, then waits to be told where the desk stands now."""

    def __init__(
        self, open_line: Callable[[], HttpTransport], poll_s: int, heard: Callable[[News | None], None]
    ) -> None:
        """heard is called from this thread: with the news, or None when the line broke and there may be any."""
        self._open_line, self._poll_s, self._heard = open_line, poll_s, heard
        self._turn = threading.Condition()
        self._known: Mapping[str, int] | None = None
        self._chain = ""
        self._line: HttpTransport | None = None
        self._over = False
        self.listening = False  # a poll stands at the hub that was begun after the last round
        self._thread = threading.Thread(target=self._run, name="lane-net-ear", daemon=True)
        self._thread.start()

    def listen(self, known: Mapping[str, int], chain: str = "") -> None:
        """A round ended well, and this is how far it came (chain: the value there of the site's log, so that the hub can
        send what is new along with the news). A poll that stands already is left in peace."""
        with self._turn:
            self._known, self._chain = dict(known), chain
            self._turn.notify_all()

    def renew(self) -> None:
        """The hub or the key has changed: hang up."""
        with self._turn:
            self._known, line = None, self._line
        if line is not None:
            line.cut()

    def stop(self, timeout_s: float) -> None:
        with self._turn:
            self._over, line = True, self._line
            self._turn.notify_all()
        if line is not None:
            line.cut()
        self._thread.join(timeout_s)

    def _run(self) -> None:
        told: tuple[Mapping[str, int], Mapping[str, int]] | None = None
        failures = 0
        while (place := self._next()) is not None:
            known, chain = place
            try:
                news = self._poll(known, chain)
                failures = 0
            except Fault as fault:
                failures += 1
                self._rest(fault, failures)
                continue
            finally:
                self.listening = False
            if not news.heads:
                self._again(known, chain)
                continue
            if told == (known, news.heads):
                self._pause(SAME_S)
            told = (known, news.heads)
            self._heard(news)
            self._forget(news.heads)  # where the desk stood before this news is no place to listen from
        self._hang_up()

    def _rest(self, fault: Fault, failures: int) -> None:
        """The round that follows finds out what is wrong; a proxy that cuts every long poll is not asked without end."""
        if not self._over:
            log.info("not listening: %s", fault.code)
        self._hang_up()
        self._heard(None)
        self._pause(min(60.0, 2.0 ** min(failures, 6) / 2))

    def _pause(self, seconds: float) -> None:
        with self._turn:
            self._turn.wait_for(lambda: self._over, seconds)

    def _forget(self, heads: Mapping[str, int]) -> None:
        """Told before the news; a round that has already taken them in may have told the place after them."""
        with self._turn:
            if self._known is not None and any(self._known.get(scope, -1) < seq for scope, seq in heads.items()):
                self._known = None

    def _again(self, known: Mapping[str, int], chain: str) -> None:
        with self._turn:
            if self._known is None:
                self._known, self._chain = known, chain

    def _next(self) -> tuple[Mapping[str, int], str] | None:
        with self._turn:
            self._turn.wait_for(lambda: self._over or self._known is not None)
            known, self._known = self._known, None
            return None if self._over or known is None else (known, self._chain)

    def _poll(self, known: Mapping[str, int], chain: str) -> News:
        if self._line is None:
            line = self._open_line()
            with self._turn:
                self._line = line
                if self._over:
                    return News({})
        self.listening = True
        return self._line.poll(known, self._poll_s, chain)

    def _hang_up(self) -> None:
        with self._turn:
            line, self._line = self._line, None
        if line is not None:
            line.close()
