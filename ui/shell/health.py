"""What is lost now, told once and in one line: a scanner unplugged, a camera taken, a backup that could not be written. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from desk.core.events import HealthChanged

# The strip says how old things are; a line that comes and goes is an ordinary day.
QUIET = frozenset(
    {"sync.no_line", "sync.hub_trouble", "sync.other_process", "sync.stopped", "sync.not_linked", "sync.page_broken"}
)


class Health:
    """`show(code)` gets the newest loss nobody has put aside, "" when all is well. On the Qt thread."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self._show = show
        self._lost: dict[str, str] = {}  # subject -> code, oldest first
        self._aside: set[str] = set()
        self._names: dict[str, str] = {}
        self._shown = ("", "")

    @property
    def name(self) -> str:
        """What people call the thing the line is about; "" when that is plain."""
        return self._names.get(self._subject(), "")

    def hear(self, event: HealthChanged) -> None:
        """A loss shows its line, the same again is no news, and a recovery takes the line away."""
        before = self._lost.get(event.subject)
        self._names[event.subject] = event.name
        if event.ok or event.code in QUIET:
            self._lost.pop(event.subject, None)
            self._aside.discard(event.subject)
        elif before != event.code:
            self._lost.pop(event.subject, None)
            self._lost[event.subject] = event.code
            self._aside.discard(event.subject)
        self._draw()

    def put_aside(self) -> None:
        """The line was closed: this loss has been read, and is not told again until it is another one."""
        subject = self._subject()
        if subject:
            self._aside.add(subject)
        self._shown = ("", "")
        self._draw()

    def _subject(self) -> str:
        return next((one for one in reversed(self._lost) if one not in self._aside), "")

    def _draw(self) -> None:
        subject = self._subject()
        code = self._lost.get(subject, "")
        if (subject, code) != self._shown:
            self._shown = (subject, code)
            self._show(code)
