"""Known by the face at the hut: nobody looks on, so a turn of the head comes first, and the code does the same. No Qt.

What it answers is a household, never a person; whoever is not surely recognised is asked for the code like everybody else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.core.errors import Refused
from desk.faces.rules_match import Verdict

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.faces.views import Seen
    from desk.faces_lane import Faces
    from desk.faces_seeing import CheckIn

ALIKE, UNKNOWN, HOMES, STOPPED = "hut.face_alike", "hut.face_unknown", "hut.face_homes", "hut.face_stopped"


class ByFace:
    """`looked` gets what stands in the way of the next frame; then either `known(household_id)` or `other(code)`, once."""

    def __init__(
        self, desk: Desk, looked: Callable[[Seen], None], known: Callable[[str], None], other: Callable[[str], None]
    ) -> None:
        self._desk, self._looked, self._known, self._other = desk, looked, known, other
        self._check: CheckIn | None = None
        self.lane: Faces | None = None

    def begin(self) -> bool:
        """False when the lane is shut: then nothing begins."""
        self.stop()
        if self.lane is None:
            return False
        try:
            self._check = self.lane.check_in(self._on_seen, lambda _: self._end(STOPPED), challenge=True)
        except Refused:
            return False
        return True

    def frame(self, picture: Any, at_ms: int) -> None:
        """One of the camera; dropped while nobody asked to be known."""
        if self._check is not None:
            self._check.frame(picture, at_ms)

    def stop(self) -> None:
        """What was made of the frames goes."""
        check, self._check = self._check, None
        if check is not None:
            check.close()

    def _on_seen(self, seen: Seen) -> None:
        answer = seen.answer
        if answer is None:
            self._looked(seen)
        elif answer.verdict is Verdict.ACCEPT:
            self._looked(replace(seen, answer=None))
            check = self._check
            self._desk.read(
                lambda r: _homes(r, answer.person_id), lambda homes: self._on_homes(check, homes),
                lambda _: self._end(STOPPED),
            )  # fmt: skip
        else:
            self._end(ALIKE if answer.verdict is Verdict.ASK else UNKNOWN)

    def _on_homes(self, check: CheckIn | None, homes: tuple[str, ...]) -> None:
        """check: of whom it was read; whoever stands there now may be somebody else."""
        if check is None or check is not self._check:
            return
        self.stop()
        if len(homes) == 1:
            self._known(homes[0])
        else:
            self._other(HOMES if homes else UNKNOWN)

    def _end(self, code: str) -> None:
        if self._check is not None:
            self.stop()
            self._other(code)


def _homes(r: Any, person_id: str) -> tuple[str, ...]:
    from desk.people.reads import households_of

    return tuple(one.id for one in households_of(r, person_id))
