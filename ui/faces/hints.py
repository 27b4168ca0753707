"""Hints read aloud: whoever looks into a camera cannot read the screen beside it. Neither too often nor one over the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.faces.views import Seen, Shot

SAY_AGAIN_S = 6.0  # the same hint is said again
SAY_APART_S = 1.6


class Hints:
    """`now_s`: a clock that only goes forward."""

    def __init__(self, now_s: Callable[[], float]) -> None:
        self._now_s = now_s
        self._said, self._said_s = "", float("-inf")

    def due(self, code: str) -> bool:
        """Whether this is to be said now; then it counts as said."""
        now = self._now_s()
        if now - self._said_s < (SAY_AGAIN_S if code == self._said else SAY_APART_S):
            return False
        self._said, self._said_s = code, now
        return True

    def forget(self) -> None:
        """Somebody else: the next hint is said whatever it is."""
        self._said = ""


def hint_of(one: Shot | Seen) -> str:
    """What stands in the way of this frame: the sentence's code."""
    return f"faces.hint.{one.hint.value}"


def code_of(one: Shot | Seen | None) -> str:
    """What to do for the next frame: the sentence's code."""
    if one is None:
        return "faces.hint.nobody"
    return f"faces.turn.{one.turn.value}" if one.turn else hint_of(one)
