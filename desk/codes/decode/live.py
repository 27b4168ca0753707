"""Codes in a stream of camera frames: a raw look at each, one repair on each of the following, and frames combined."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from desk.codes.decode.ballot import Ballot
from desk.codes.decode.cells import redrawn
from desk.codes.decode.finders import symbols
from desk.codes.decode.mesh import straightened
from desk.codes.decode.model import Found, Gray, Sighting, nearest_first
from desk.codes.decode.reader import SMALLEST_PX, Read, look, moved, read
from desk.codes.decode.stack import Stack
from desk.codes.decode.steps import CLOSE_UP, LIVE, Step
from desk.codes.decode.symbols import near, worth_it
from desk.codes.decode.views import View, scaled

FORMAT = "QRCode"
LOST_MS = 700  # a symbol not seen for so long has been taken away; shorter gaps are the detector's own flicker
MOST_MODULES = 77  # version 15; every code of ours is smaller, and straightening takes 35 ms from here on
AROUND = 1.7  # a close-up shows so many times the width of the symbol
REST = 4  # while no symbol is seen, every fourth frame gets the plain look alone
ROUND = 2 * len(LIVE)  # an empty scene that stands still has been looked at in every way, twice:
RARELY = 4  # from then on only every fourth frame is, and an idle desk stays cool
OUTLINES_PX = 260_000  # outlines of finder patterns are hunted in a copy reduced to this


class LiveDecoder:
    """Fed by one thread, frame after frame. Of the pictures only the last few frames are kept, in memory.

    Every frame is read plainly (1.6 ms at 1280x720). When that fails, one repair is tried, a different one each frame.
    The figures hold with `cv2.setNumThreads(1)`, which is the program's to call: it counts for the whole process.
    """

    def __init__(self, now_s: Callable[[], float] = time.perf_counter) -> None:
        self._now_s = now_s
        self._turn = -1
        self._empty = 0  # frames in which no symbol was seen
        self._quiet = 0  # frames in which nothing moved and no symbol was seen
        self._stack = Stack()
        self._ballot = Ballot()
        self._place: Sighting | None = None
        self._seen_at_ms = 0
        self._since_ms: int | None = None

    @property
    def not_reading_since_ms(self) -> int | None:
        """Since when a symbol is in view that will not read (`at_ms` of its first frame); None when there is none."""
        return self._since_ms

    def reset(self) -> None:
        """Forgets all frames: the camera was changed or the desk was locked."""
        self._stack.clear()
        self._ballot.clear()
        self._turn, self._quiet = -1, 0
        self._place = self._since_ms = None

    def feed(self, gray: Gray, at_ms: int) -> list[Found]:
        """Codes of this frame, nearest to the middle first. `at_ms`: when it was taken, by any steady clock.

        The frame is kept for combining: hand over a copy if its memory is used again.
        """
        begun = self._now_s()
        if min(gray.shape) < SMALLEST_PX:
            return []
        reads, seen = look(gray)
        step = "raw"
        if not reads:
            self._quiet = 0 if self._stack.add(gray) or seen or self._place else self._quiet + 1
            self._empty = 0 if seen or self._place else self._empty + 1
            idle = self._quiet > ROUND and self._quiet % RARELY
            rest = self._quiet <= ROUND and self._empty and self._empty % REST == 0
            if not idle and not rest:
                step, reads, more = self._repair(gray, seen, at_ms)
                seen = seen + more
        self._note(bool(reads), seen, at_ms)
        ms = (self._now_s() - begun) * 1000
        found = [Found(one.text, one.raw, FORMAT, one.position, step, ms) for one in reads]
        return nearest_first(found, gray.shape[1], gray.shape[0])

    def _note(self, done: bool, seen: list[Sighting], at_ms: int) -> None:
        """Keeps the books on what is in view."""
        if done:
            self._stack.clear()
            self._ballot.clear()
            self._place = self._since_ms = None
        elif seen:
            if self._since_ms is None or self._place is None or not near(self._place.position, seen[0].position):
                self._since_ms = at_ms
            self._place, self._seen_at_ms = seen[0], at_ms
        elif not 0 <= at_ms - self._seen_at_ms <= LOST_MS:
            self._place = self._since_ms = None

    def _repair(self, gray: Gray, seen: list[Sighting], at_ms: int) -> tuple[str, list[Read], list[Sighting]]:
        """This frame's repair: symbols in view come first, the whole picture takes its turn in between."""
        self._turn += 1
        clear = [one for one in seen if _liveable(gray, one)]
        if clear and self._turn % 3:
            return self._straighten(gray, clear[self._turn % len(clear)], at_ms)
        if self._place is not None and self._turn % 2:
            return self._close_up(gray, self._place, at_ms)
        step = LIVE[self._turn // (2 if self._place else 1) % len(LIVE)]
        return self._whole(gray, step, at_ms)

    def _straighten(self, gray: Gray, seen: Sighting, at_ms: int) -> tuple[str, list[Read], list[Sighting]]:
        """The symbol laid flat, alone and together with the frames before."""
        sheet = straightened(gray, seen.position, seen.modules)
        voted = self._ballot.vote(sheet, at_ms)
        drawings = [("mesh", clean) for clean in (*redrawn(sheet), sheet.gray)]
        if voted is not None:
            drawings.insert(1, ("votes", voted))
        for name, clean in drawings:
            for one in read(clean):
                return name, [Read(one.text, one.raw, seen.position)], []
        return "mesh", [], [seen]

    def _close_up(self, gray: Gray, place: Sighting, at_ms: int) -> tuple[str, list[Read], list[Sighting]]:
        """The part of the picture where a symbol was seen last, enlarged: thorough where it counts."""
        step = CLOSE_UP[self._turn // 2 % len(CLOSE_UP)]
        part = _part(gray, place)
        return self._look(gray, step.name + "_part", _chained(part, step.look(part.gray)), at_ms)

    def _whole(self, gray: Gray, step: Step, at_ms: int) -> tuple[str, list[Read], list[Sighting]]:
        if step.combine:
            stack = self._stack
            combine = {"mean": stack.mean, "darkest": stack.darkest, "brightest": stack.brightest}[step.combine]
            joined = combine()
            if joined is None:
                return step.name, [], []
            return self._look(joined, step.name, step.look(joined), at_ms)
        if step.outlines:
            return self._outlines(gray, step, at_ms)
        return self._look(gray, step.name, step.look(gray), at_ms)

    def _outlines(self, gray: Gray, step: Step, at_ms: int) -> tuple[str, list[Read], list[Sighting]]:
        """Finder patterns that only their nested outlines give away; one of the likely symbols a turn."""
        small = scaled(gray, min(1.0, (OUTLINES_PX / gray.size) ** 0.5))
        view = _chained(small, step.look(small.gray))
        places = [place for one in symbols(view.gray) if _liveable(gray, place := _back(one, view))]
        if not places:
            return step.name, [], []
        return self._straighten(gray, places[self._turn // len(LIVE) % len(places)], at_ms)

    def _look(self, gray: Gray, name: str, view: View, at_ms: int) -> tuple[str, list[Read], list[Sighting]]:
        """Reads a view; a symbol that only this view shows is laid flat at once."""
        reads, seen = look(view.gray, view.binarizer)
        if reads:
            return name, [Read(one.text, one.raw, moved(one.position, view.back)) for one in reads], []
        places = [place for one in seen if _liveable(gray, place := _back(one, view))]
        if not places:
            return name, [], []
        step, reads, _ = self._straighten(gray, places[0], at_ms)
        return f"{name}+{step}", reads, places


def _liveable(gray: Gray, seen: Sighting) -> bool:
    """Symbols a live frame has time for; larger ones are left to the plain look."""
    return seen.modules <= MOST_MODULES and worth_it(gray, seen)


def _back(seen: Sighting, view: View) -> Sighting:
    return Sighting(moved(seen.position, view.back), seen.modules)


def _chained(outer: View, inner: View) -> View:
    return View(inner.gray, outer.back @ inner.back, inner.binarizer)


def _part(gray: Gray, place: Sighting) -> View:
    """The surroundings of a symbol, AROUND times as wide, cut at the picture's edge."""
    points = np.array(place.position, np.float64)
    middle, reach = points.mean(0), float(np.ptp(points, axis=0).max()) * AROUND / 2
    low = np.clip(middle - reach, 0, None).astype(int)
    high = np.clip(middle + reach, None, (gray.shape[1], gray.shape[0])).astype(int)
    part = gray[low[1] : high[1], low[0] : high[0]]
    if min(part.shape) < place.modules:
        return View(gray)
    return View(part, np.array([[1, 0, low[0]], [0, 1, low[1]], [0, 0, 1.0]]))
