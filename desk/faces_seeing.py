"""Frames of a camera, looked at on the lane of faces: a guided capture, and a check-in. No frame is kept, none is written.

`frame` may be called with every frame: one is looked at, the newest waits, the others are forgotten. What was made of them
is dropped by `close`, which belongs to leaving the page and to a lost camera alike.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from desk.core.errors import Refused
from desk.faces import rules_challenge as turning
from desk.faces.rules import Face, Hint, hint
from desk.faces.rules_capture import LEAST_OF_ONE, Capture, Outcome, outcome, with_hint
from desk.faces.rules_challenge import Challenge, challenge, with_frame
from desk.faces.rules_match import Agreement, Answer, Verdict
from desk.faces.views import Box, Receipt, Seen, Shot
from desk.faces_keeping import LANE, Keeper

if TYPE_CHECKING:
    from desk.core.lanes import Lanes
    from desk.faces.engine import Engine, Picture, Vector

BACKGROUND = 0.5  # at a check-in: of the nearest face's height; smaller ones pass by behind and are not looked at
PLACE = (Hint.NOBODY, Hint.SEVERAL, Hint.CLOSER)  # what is said while a head is asked to turn
SLOW_MS = 300  # from a frame to the next one that waited for it, at the most
UNDECIDED_MS = 10_000  # from the first good frame: then another way is offered
Failed = Callable[[Exception], None]
T = TypeVar("T")


class Watching(Generic[T]):
    """What both have in common. told: once for each frame that was looked at, on the caller's loop."""

    def __init__(
        self, lanes: Lanes, keeper: Keeper, told: Callable[[T], None], failed: Failed | None, asks_to_turn: bool
    ) -> None:
        self._lanes, self._keeper, self._told, self._failed = lanes, keeper, told, failed
        self._asks_to_turn = asks_to_turn
        self._busy = self._closed = False
        self._next: tuple[Picture, int] | None = None
        self._turn_number = 0
        self._at, self._last = 1, -1
        self._begin()

    def frame(self, picture: Picture, at_ms: int) -> None:
        """picture: high x wide x 3, blue green red; at_ms: of a clock that only goes forward."""
        if self._closed:
            return
        if self._busy:
            self._next = (picture, at_ms)
        else:
            self._look_at(picture, at_ms, waited=False)

    def _look_at(self, picture: Picture, at_ms: int, waited: bool) -> None:
        """Time passes no faster than this computer looks: where it is slow, people are not told to begin anew."""
        step = at_ms - self._last if self._last >= 0 else 0
        self._at += min(step, SLOW_MS) if waited else step
        self._last = at_ms
        self._busy, number, at = True, self._turn_number, self._at
        self._lanes.run(
            LANE, lambda: self._look(self._engine(), picture, at),
            lambda said: self._on_looked(said, number), self._on_failed,
        )  # fmt: skip

    def again(self) -> None:
        """Begin anew; what was seen so far is dropped."""
        self._turn_number += 1
        self._lanes.run(LANE, self._begin)

    def close(self) -> None:
        """Nothing more is looked at, and nothing of it stays."""
        self._closed, self._next = True, None
        self._lanes.run(LANE, self._begin)

    def _begin(self) -> None:
        self._challenge: Challenge | None = challenge(secrets.randbelow(2) == 0) if self._asks_to_turn else None
        self._proof: Vector | None = None

    def _look(self, engine: Engine, picture: Picture, at: int) -> T:
        raise AssertionError("of each kind its own")

    def _engine(self) -> Engine:
        if self._keeper.engine is None or self._keeper.gallery is None:
            raise Refused("faces.off")
        return self._keeper.engine

    def _on_looked(self, said: T, number: int) -> None:
        self._busy, waiting = False, self._next
        self._next = None
        if self._closed:
            return
        if waiting is not None:
            self._look_at(*waiting, waited=True)
        if number == self._turn_number:
            self._told(said)

    def _on_failed(self, error: Exception) -> None:
        """What keeps one frame from being looked at will keep the next one too, unless somebody acts."""
        self._busy, self._next = False, None
        if not self._closed and self._failed is not None:
            self._failed(error)

    def _turning(self, engine: Engine, picture: Picture, faces: tuple[Face, ...], at: int) -> turning.Turn | None:
        """The turn that is wanted still; whoever did the last one is remembered, so that nobody slips in afterwards."""
        if self._challenge is None:
            return None
        before = self._challenge.passed
        self._challenge = with_frame(self._challenge, faces, at)
        if self._challenge.passed and not before:
            self._proof = engine.embed(picture, faces[0])
        return self._challenge.wanted

    def _is_who_turned(self, vector: Vector) -> bool:
        return self._proof is None or float(vector @ self._proof) >= LEAST_OF_ONE


@dataclass(frozen=True)
class Subject:
    """Whose face it is to be, on which consent, and who keeps the template."""

    person_id: str
    consent_id: str
    keep: Callable[[Capturing, bool, Callable[[Receipt], None] | None, Failed | None], None]


class Capturing(Watching[Shot]):
    """A guided capture: first the turn of the head, then three frames; `template` once they make one."""

    def _begin(self) -> None:
        super()._begin()
        self._capture = Capture()
        self._vectors: list[Vector] = []
        self._least = 1.0
        self._outcome, self._like = Outcome.MORE, ""

    def __init__(
        self,
        lanes: Lanes,
        keeper: Keeper,
        who: Subject,
        told: Callable[[Shot], None],
        failed: Failed | None,
        asks: bool,
    ) -> None:
        self.who = who
        super().__init__(lanes, keeper, told, failed, asks)

    def keep(
        self, twin: bool = False, done: Callable[[Receipt], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Make the template and keep it; what was seen goes. Refused faces.not_captured, faces.looks_like_another (unless
        twin), faces.no_consent, faces.off."""
        self.who.keep(self, twin, done, failed)

    def template(self, twin: bool) -> Vector:
        """On the lane. twin: a person looked and says that the other one enrolled is another. Raises Refused faces.not_captured,
        faces.looks_like_another."""
        from desk.faces.matching import averaged

        if self._outcome is Outcome.DOUBLE and not twin:
            raise Refused("faces.looks_like_another")
        if self._outcome not in (Outcome.DONE, Outcome.DOUBLE):
            raise Refused("faces.not_captured")
        return averaged(self._vectors)

    def forget(self) -> None:
        """On the lane: it is kept, and what was seen goes."""
        self._begin()

    def _look(self, engine: Engine, picture: Picture, at: int) -> Shot:
        look = engine.look(picture)
        faces, said = _said(engine, picture, look.faces)
        box = _box(faces, look.wide, look.high)
        if self._outcome is not Outcome.MORE:
            return self._shot(said, None, box)
        wanted = self._turning(engine, picture, faces, at)
        if wanted is not None:
            return self._shot(said if said in PLACE else Hint.GOOD, wanted, box)
        self._capture, falls = with_hint(self._capture, said, at)
        if falls:
            self._take(engine.embed(picture, faces[0]))
        return self._shot(said, None, box, falls)

    def _take(self, vector: Vector) -> None:
        from desk.faces.matching import alike, averaged

        self._vectors.append(vector)
        if self._capture.left:
            return
        least = min(alike(self._vectors), *(1.0 if self._is_who_turned(one) else 0.0 for one in self._vectors))
        nearest = self._keeper.alike(averaged(self._vectors))
        self._outcome = outcome(self._capture.taken, least, nearest, self.who.person_id)
        if self._outcome is Outcome.DOUBLE:
            self._like = next(person for person, _ in nearest if person != self.who.person_id)
        elif self._outcome is Outcome.OTHERS:
            self._vectors = []

    def _shot(self, said: Hint, wanted: turning.Turn | None, box: Box | None, now: bool = False) -> Shot:
        capture = self._capture
        return Shot(said, wanted, box, capture.taken, capture.left, now, self._outcome, self._like)


class CheckIn(Watching[Seen]):
    """Who stands there, by frames that agree; answers once, then waits for `again`."""

    def _begin(self) -> None:
        super()._begin()
        self._agreement, self._since, self._answered = Agreement(), -1, False

    def _look(self, engine: Engine, picture: Picture, at: int) -> Seen:
        look = engine.look(picture)
        near = tuple(one for one in look.faces if one.height >= BACKGROUND * look.faces[0].height)
        faces, said = _said(engine, picture, near)
        box = _box(faces, look.wide, look.high)
        if self._answered:
            return Seen(said, None, box)
        wanted = self._turning(engine, picture, faces, at)
        if wanted is not None:
            return Seen(said if said in PLACE else Hint.GOOD, wanted, box)
        if said is Hint.GOOD:
            self._since = at if self._since < 0 else self._since
            self._agreement = self._agreement.with_frame(at, self._who(engine.embed(picture, faces[0])))
        return Seen(said, None, box, self._answer(at))

    def _who(self, vector: Vector) -> Answer:
        gallery = self._keeper.gallery
        if gallery is None or not self._is_who_turned(vector):
            return Answer(Verdict.UNKNOWN, 0.0)
        return gallery.who(vector, self._keeper.strictness)

    def _answer(self, at: int) -> Answer | None:
        found = self._agreement.verdict()
        if found is None and self._since >= 0 and at - self._since > UNDECIDED_MS:
            found = Answer(Verdict.UNKNOWN, 0.0)
        if found is not None:
            self._answered, self._proof, self._agreement = True, None, Agreement()
        return found


def _said(engine: Engine, picture: Picture, faces: tuple[Face, ...]) -> tuple[tuple[Face, ...], Hint]:
    """The faces, a single one with the points of the second look, which tell pose and likeness better; what stands in the way."""
    from desk.faces.engine import light

    high, wide = picture.shape[:2]
    if len(faces) != 1:
        return faces, hint(faces, None, wide, high)
    one = engine.upright(picture, faces[0])
    return (one,), hint((one,), light(picture, one), wide, high)


def _box(faces: tuple[Face, ...], wide: int, high: int) -> Box | None:
    if not faces:
        return None
    one = faces[0]
    return one.left / wide, one.top / high, one.width / wide, one.height / high
