"""Where a scan or a typed text goes: the page in front first, then the desk, then the result card. No Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

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
        self._identify(seen.text, seen.raw, self._identified)

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
        else:
            self._target.find(text)

    def digits(self, digits: str) -> None:
        """Six digits read from under a pass or told over the phone; guesses are counted by the desk."""
        from desk.codes.service_passes import by_digits

        self._turns.write("digits", lambda u: by_digits(u, digits), self._by_digits)

    def _identify(self, text: str, raw: bytes, then: Callable[[Identified], None]) -> None:
        def work(r: Any) -> Identified | None:
            from desk.codes.reads import identify
            from desk.operators.reads import owner_of_badge

            return None if not raw and owner_of_badge(r, text) is not None else identify(r, text, raw)

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

    def _by_digits(self, answer: DigitsAnswer) -> None:
        if answer.wait_ms > 0:
            self._target.refuse("scan.digits_wait", {"seconds": -(-answer.wait_ms // 1000)})
        elif not answer.found:
            self._target.refuse("scan.digits_none", {"tries_left": answer.tries_left})
        elif len(answer.found) > 1:
            self._target.choose(answer.found)
        else:
            self._identified(answer.found[0])
