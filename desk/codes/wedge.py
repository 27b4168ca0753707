"""Telling a keyboard scanner from a typist: bursts become codes, everything else passes unchanged and in order.

A key is held back until it is clear whose it is, at most HOLD_MS (a fifth of the shortest human key distance one can
feel). The caller feeds keys with the time the system stamped on them (never the time of handling: a busy moment would
make a typist look like a scanner), and calls `tick` at `deadline_ms`. Not to be fed: bare Shift/Ctrl/Alt/Caps presses
(scanners send Shift before capitals) and key releases. Text committed by an input method comes in as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

BURST_MS = 30  # keys closer than this may be a scanner's
PAUSE_MS = 60  # once a burst is recognised, a Bluetooth hiccup this long does not cut it
HOLD_MS = BURST_MS + 1
LEAST = 6  # fewer keys are a typist's roll-over
SWALLOW_MS = 60  # a second line end after a code (CR LF) belongs to it
LONGEST = 8_192
ENDS = ("\r", "\n", "\t")


@dataclass(frozen=True)
class Pass(Generic[T]):
    """A key that was typed: give it on, as it came."""

    key: T


@dataclass(frozen=True)
class Code:
    """A code a scanner typed. at_ms: time stamp of its last character."""

    text: str
    at_ms: int


@dataclass(frozen=True)
class _Held(Generic[T]):
    char: str
    key: T


class WedgeFilter(Generic[T]):
    """Feed it every key press of the window; it says which pass and which were a scan."""

    def __init__(self) -> None:
        self._held: list[_Held[T]] = []
        self._last_ms = 0
        self._code_ms = -SWALLOW_MS - 1

    @property
    def deadline_ms(self) -> int | None:
        """When `tick` is due, on the clock of the time stamps; None when nothing is held."""
        return self._last_ms + self._patience() + 1 if self._held else None

    def feed(self, char: str, at_ms: int, key: T, repeat: bool = False) -> list[Pass[T] | Code]:
        """One key press. char: its text ("" for arrows, function keys, shortcuts); repeat: the key is being held down."""
        events = self.tick(at_ms)
        if char in ENDS and not repeat:
            return events + self._on_end(at_ms, key)
        if repeat or not _typed_by_scanner(char) or len(self._held) >= LONGEST:
            return [*events, *self._let_go(), Pass(key)]
        self._held.append(_Held(char, key))
        self._last_ms = at_ms
        return events

    def tick(self, at_ms: int) -> list[Pass[T] | Code]:
        """Settle what is held, if its time is over. A time stamp that goes back settles it too."""
        if self._held and not 0 <= at_ms - self._last_ms <= self._patience():
            return self._settle()
        return []

    def _on_end(self, at_ms: int, key: T) -> list[Pass[T] | Code]:
        if self._is_code():
            self._code_ms = at_ms
            return self._settle()
        if not self._held and 0 <= at_ms - self._code_ms <= SWALLOW_MS:
            return []
        return [*self._let_go(), Pass(key)]

    def _settle(self) -> list[Pass[T] | Code]:
        if not self._is_code():
            return self._let_go()
        code = Code("".join(held.char for held in self._held), self._last_ms)
        self._code_ms = max(self._code_ms, self._last_ms)
        self._held.clear()
        return [code]

    def _let_go(self) -> list[Pass[T] | Code]:
        events: list[Pass[T] | Code] = [Pass(held.key) for held in self._held]
        self._held.clear()
        return events

    def _is_code(self) -> bool:
        # One character over and over is a key held down or a finger, never a code.
        return len(self._held) >= LEAST and len({held.char for held in self._held}) > 1

    def _patience(self) -> int:
        return PAUSE_MS if self._is_code() else BURST_MS


def _typed_by_scanner(char: str) -> bool:
    return len(char) == 1 and char.isascii() and char.isprintable()
