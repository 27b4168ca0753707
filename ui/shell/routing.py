"""Where a scan or a typed text goes: the page in front first, then the desk, then the result card. No Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from desk.core.errors import Refused
from ui.shell.ports import ignore
from ui.shell.turns import Turns, Works

if TYPE_CHECKING:
    from desk.codes.views import DigitsAnswer, Identified
    from desk.core.events import ScanSeen

log = logging.getLogger("ui.scan")

PAYLOAD_LEAST = 12  # shorter texts are names, rooms, numbers
DIGITS = 6  # under every pass code


class Front(Protocol):
    """The page in front, see ui/shell/page.py."""

    def on_raw_scan(self, seen: ScanSeen) -> bool: ...

    def on_scan(self, answer: Any) -> bool: ...


class Target(Protocol):
    """What the router may do to the screen."""

    def front(self) -> Front | None: ...

    def busy(self) -> bool:
        """True while a question stands over the window: a scan waits for its answer."""
        ...

    def result(self, answer: Identified) -> None: ...

    def choose(self, answers: tuple[Identified, ...]) -> None:
        """Several passes share six digits."""
        ...

    def find(self, text: str) -> None: ...

    def short_list(self, digits: str) -> None:
        """Digits that may be a room, a phone's tail, a pick-up code, a pass: offer them."""
        ...

    def refuse(self, code: str, facts: dict[str, object]) -> None: ...

    def tone(self, name: str) -> None: ...


class Router:
    """All methods on the Qt thread."""

    def __init__(
        self,
        desk: Works,
        target: Target,
        problem: Callable[[Exception], None],
        sign_on: Callable[[str], None] = ignore,
    ) -> None:
        self._turns = Turns(desk, problem)
        self._problem = problem
        self._sign_on = sign_on
        self._target = target
        self._waiting: ScanSeen | None = None

    def scan(self, seen: ScanSeen) -> None:
        """A code came in from camera, scanner or line."""
        if self._target.busy():
            self._waiting = seen
            return
        page = self._target.front()
        if page is not None and page.on_raw_scan(seen):
            return
        took = [0]

        def answered(answer: Identified) -> None:
            self._identified(answer)
            self._record(seen, answer, took[0])

        self._identify(seen.text, seen.raw, answered, lambda now: took.__setitem__(0, max(0, now - seen.at_ms)))

    def settle(self) -> None:
        """The question is answered: a scan that waited for it goes its way."""
        seen, self._waiting = self._waiting, None
        if seen is not None and not self._target.busy():
            self.scan(seen)

    def typed(self, text: str) -> None:
        """Enter on the scan line. Nothing is guessed: what may be several things gives a short list."""
        text = text.strip()
        if not text:
            return
        if text.isdigit() and text.isascii():
            self._target.short_list(text)
        elif len(text) >= PAYLOAD_LEAST and text.isascii() and " " not in text:
            self._identify(text, b"", lambda answer: self._typed_code(text, answer))
        elif text[0] in "Mm" and (serial := _receipt_number(text)):
            self._turns.read("identify", lambda r: _receipt(r, serial), self._identified)
        else:
            self._target.find(text)

    def digits(self, digits: str) -> None:
        """Six digits read from under a pass or told over the phone; guesses are counted by the desk."""
        from desk.codes.service_passes import by_digits

        self._turns.write("digits", lambda u: by_digits(u, digits), self._by_digits)

    def _identify(
        self, text: str, raw: bytes, then: Callable[[Identified], None], at: Callable[[int], None] = ignore
    ) -> None:
        """`at`: hears the moment of the answer, UTC milliseconds, on the reading lane."""

        def work(r: Any) -> Identified | None:
            from desk.codes.reads import identify
            from desk.operators.reads import owner_of_badge

            if not raw and owner_of_badge(r, text) is not None:
                return None
            found = identify(r, text, raw)
            at(r.now)
            return found

        def answered(answer: Identified | None) -> None:
            if answer is None:
                self._sign_on(text)
            else:
                then(answer)

        self._turns.read("identify", work, answered)

    def _identified(self, answer: Identified) -> None:
        self._target.tone("good" if answer.screen.value == "valid" else "bad")
        page = self._target.front()
        if page is None or not page.on_scan(answer):
            self._target.result(answer)

    def _typed_code(self, text: str, answer: Identified) -> None:
        if answer.answer.value == "foreign":  # a long name or a plate, no code of anybody's
            self._target.find(text)
        else:
            self._identified(answer)
            self._record(None, answer, 0, text)

    def _record(self, seen: ScanSeen | None, answer: Identified, ms: int, text: str = "") -> None:
        """Note the scan and what came of it, good or not, after the card stands. A desk that is locked notes none."""

        def work(u: Any) -> str:
            from desk.codes.service import record_scan
            from desk.core.events import ScanSeen

            return record_scan(u, seen or ScanSeen(u.new_id(), text, u.now, "typed"), answer, ms=ms)

        what = f"record {seen.scan_id if seen is not None else text}"
        self._turns.write(what, work, ignore, self._not_recorded)

    def _not_recorded(self, error: Exception) -> None:
        if isinstance(error, Refused):
            log.info("a scan was not noted: %s", error.code)
        else:
            self._problem(error)

    def _by_digits(self, answer: DigitsAnswer) -> None:
        if answer.wait_ms > 0:
            self._target.refuse("scan.digits_wait", {"seconds": -(-answer.wait_ms // 1000)})
        elif not answer.found:
            self._target.refuse("scan.digits_none", {"tries_left": answer.tries_left})
        elif len(answer.found) > 1:
            self._target.choose(answer.found)
        else:
            self._identified(answer.found[0])


def _receipt_number(text: str) -> str:
    """The number on the receipt of a matter, as it is read out; empty for anything else."""
    from desk.codes.serials import read_serial

    return read_serial(text) or ""


def _receipt(r: Any, serial: str) -> Identified:
    from desk.codes.reads import receipt

    return receipt(r, serial)
