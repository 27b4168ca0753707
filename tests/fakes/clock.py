"""A clock whose hands the test moves."""

from __future__ import annotations

START = 1_795_000_000_000  # 2026-11-18 in Shanghai, a Wednesday


class FakeClock:
    def __init__(self, now_ms: int = START) -> None:
        self._now = now_ms
        self._mono = 1000.0

    def now_ms(self) -> int:
        return self._now

    def monotonic_s(self) -> float:
        return self._mono

    def advance(self, ms: int) -> None:
        """Time passes: wall and monotonic together."""
        self._now += ms
        self._mono += ms / 1000

    def set(self, now_ms: int) -> None:
        """Somebody sets the wall clock; monotonic time goes on."""
        self._now = now_ms
