"""Codes in a still picture: the strongest chain of repairs, for as long as the budget allows."""

from __future__ import annotations

import time
from collections.abc import Callable

from desk.codes.decode.finders import symbols
from desk.codes.decode.model import Found, Gray, Quad, Sighting, nearest_first
from desk.codes.decode.pairs import half_hidden
from desk.codes.decode.reader import SMALLEST_PX, Read, look, moved
from desk.codes.decode.steps import ALL, OTHERS, RAW, Step
from desk.codes.decode.symbols import read_symbol, same_place
from desk.codes.decode.views import View, scaled

BUDGET_MS = 400.0
WORK_PX = 1_600_000  # repairs of larger pictures work on a reduced copy
FORMAT = "QRCode"
LONGEST_PX = 30_000  # OpenCV's geometry counts in 16 bits; longer strips get the plain look only
TRIES = 30  # symbols of one picture that are taken apart: a wall of posters must not eat the budget of all steps


def decode_still(
    gray: Gray, budget_ms: float = BUDGET_MS, now_s: Callable[[], float] = time.perf_counter
) -> list[Found]:
    """Every code found, the one nearest to the middle first; an empty list when there is none.

    The plain look is always taken. Left out is every step that, going by the pace of the others, would end after
    `budget_ms` milliseconds on the clock `now_s` (seconds).
    """
    search = _Search(gray, budget_ms, now_s)
    search.take(RAW, View(gray))
    if min(gray.shape) < SMALLEST_PX or max(gray.shape) > LONGEST_PX:
        return search.found
    if not search.found:
        search.repair()
    if search.found:
        search.others()
    return nearest_first(search.found, gray.shape[1], gray.shape[0])


class _Search:
    """One picture being searched."""

    def __init__(self, gray: Gray, budget_ms: float, now_s: Callable[[], float]) -> None:
        self.found: list[Found] = []
        self._gray = gray
        self._budget_ms = budget_ms
        self._now_s = now_s
        self._begun = now_s()
        self._pace = 0.0  # milliseconds for a unit of cost and a pixel
        self._tried: list[Sighting] = []

    def others(self) -> None:
        """One code read: two more looks for those that stand beside it and are harder to read."""
        for step in OTHERS:
            if step.name not in self.found[0].step and self._time_for(step.cost * self._gray.size):
                self._paced(step, View(self._gray))

    def repair(self) -> None:
        """Step after step until something reads or time is up."""
        work = View(self._gray)
        if self._gray.size > WORK_PX:
            work = scaled(self._gray, (WORK_PX / self._gray.size) ** 0.5)
            self.take(Step("reduced", View), work)
        for step in ALL:
            if self.found or not self._time_for(0):
                return
            if self._time_for(step.cost * work.gray.size):
                self._paced(step, work)

    def _paced(self, step: Step, work: View) -> None:
        begun = self._spent_ms()
        view = step.look(work.gray)
        self.take(step, View(view.gray, work.back @ view.back, view.binarizer))
        pace = (self._spent_ms() - begun) / max(step.cost * work.gray.size, 1.0)
        self._pace = max(self._pace * 0.8, pace)

    def take(self, step: Step, view: View) -> None:
        """Looks at `view`; symbols that are seen but not read are taken apart in the picture and in the view."""
        reads, seen = look(view.gray, view.binarizer)
        for one in reads:
            position = moved(one.position, view.back)
            if not any(one.raw == old.raw and same_place(old.position, position) for old in self.found):
                self._add(one, position, step.name)
        if step.outlines and not reads:
            seen = seen + symbols(view.gray)
        if step.pairs:
            seen = seen + half_hidden(view.gray)
        for sighting in seen:
            self._take_apart(step, view, sighting)

    def _take_apart(self, step: Step, view: View, sighting: Sighting) -> None:
        place = Sighting(moved(sighting.position, view.back), sighting.modules)
        if max(self._gray.shape) > LONGEST_PX or self._known(place) or not self._time_for(0):
            return
        self._tried.append(place)
        got = read_symbol(self._gray, place)
        if got is None and step is not RAW:
            got = read_symbol(view.gray, sighting)
        if got is not None:
            name = got[0] if step is RAW else f"{step.name}+{got[0]}"
            self._add(got[1], place.position, name)

    def _known(self, place: Sighting) -> bool:
        """Read already, or taken apart with nearly the same outline, or one too many."""
        if any(same_place(one.position, place.position) for one in self.found):
            return True
        return len(self._tried) >= TRIES * (1 + len(self.found)) or any(
            place.modules == old.modules and _close(place, old) for old in self._tried
        )

    def _add(self, one: Read, position: Quad, name: str) -> None:
        self.found.append(Found(one.text, one.raw, FORMAT, position, name, self._spent_ms()))

    def _spent_ms(self) -> float:
        return (self._now_s() - self._begun) * 1000

    def _time_for(self, effort: float) -> bool:
        """Whether work of so much cost times pixels ends in time."""
        return self._spent_ms() + effort * self._pace < self._budget_ms


def _close(one: Sighting, other: Sighting) -> bool:
    """Corners within a fifth of a module: the same try again."""
    side = max(abs(one.position[0][0] - one.position[2][0]), abs(one.position[0][1] - one.position[2][1]))
    reach = max(1.0, 0.2 * side / one.modules)
    pairs = zip(one.position, other.position, strict=True)
    return all(abs(a[0] - b[0]) <= reach and abs(a[1] - b[1]) <= reach for a, b in pairs)
