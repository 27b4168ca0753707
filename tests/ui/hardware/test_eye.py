"""The eye: newest frame only, rest when nothing moves, a preview that is small and slow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ui.hardware.eye import CALM_FRAMES, PREVIEW_WIDTH, Eye, Glimpse, small
from ui.hardware.frames import Frame, Gray


@dataclass(frozen=True)
class Read:
    text: str
    raw: bytes = b""


class FakeDecoder:
    def __init__(self) -> None:
        self.fed: list[Gray] = []
        self.reads: list[Read] = []
        self.stuck: int | None = None

    @property
    def not_reading_since_ms(self) -> int | None:
        return self.stuck

    def feed(self, gray: Gray, at_ms: int) -> list[Read]:
        self.fed.append(gray)
        return self.reads


class Held:
    """A lane whose work waits until told."""

    def __init__(self) -> None:
        self.work: list[Callable[[], None]] = []

    def run(self, work: Callable[[], None]) -> None:
        self.work.append(work)

    def all(self) -> None:
        while self.work:
            self.work.pop(0)()


class Rig:
    def __init__(self) -> None:
        self.lane, self.decoder = Held(), FakeDecoder()
        self.seen: list[str] = []
        self.glimpses: list[Glimpse] = []
        self.eye = Eye(
            self.lane.run, lambda: self.decoder, lambda text, raw: self.seen.append(text), self.glimpses.append
        )

    def frame(self, at_ms: int, value: int = 0) -> None:
        self.eye.frame(Frame(np.full((96, 96), value, np.uint8), at_ms))


def test_only_the_newest_frame_is_looked_at() -> None:
    rig = Rig()
    for n in range(5):
        rig.frame(n, n)
    rig.lane.all()
    assert [gray[0, 0] for gray in rig.decoder.fed] == [4]


def test_codes_are_told_nearest_first_only() -> None:
    rig = Rig()
    rig.decoder.reads = [Read("middle"), Read("edge")]
    rig.frame(0)
    rig.lane.all()
    assert rig.seen == ["middle"]


def test_the_preview_is_slower_than_the_camera() -> None:
    rig = Rig()
    for n in range(30):
        rig.frame(n * 33)
        rig.lane.all()
    assert 8 <= len(rig.glimpses) <= 13


def test_the_preview_goes_on_after_the_clock_went_back() -> None:
    rig = Rig()
    for at in (5000, 100, 300):
        rig.frame(at)
        rig.lane.all()
    assert len(rig.glimpses) == 3


def test_a_code_that_will_not_read_is_told_with_its_time() -> None:
    rig = Rig()
    rig.decoder.stuck = 1000
    rig.frame(4200)
    rig.lane.all()
    assert rig.glimpses[0].stuck_ms == 3200


def test_rests_when_nothing_moves_and_wakes_at_once() -> None:
    rig = Rig()
    for n in range(CALM_FRAMES + 60):
        rig.frame(n * 33, 100)
        rig.lane.all()
    assert CALM_FRAMES <= len(rig.decoder.fed) <= CALM_FRAMES + 11
    before = len(rig.decoder.fed)
    rig.frame(9000, 140)
    rig.lane.all()
    assert len(rig.decoder.fed) == before + 1


def test_a_new_source_gets_a_new_decoder() -> None:
    rig, made = Rig(), []
    rig.eye = Eye(rig.lane.run, lambda: made.append(1) or rig.decoder, lambda t, r: None, rig.glimpses.append)  # type: ignore[func-returns-value]
    rig.frame(0)
    rig.lane.all()
    rig.eye.forget()
    rig.frame(1)
    rig.lane.all()
    assert len(made) == 2


def test_small_keeps_the_shape() -> None:
    assert small(np.zeros((720, 1280), np.uint8)).shape == (180, PREVIEW_WIDTH)
    assert small(np.zeros((240, 320), np.uint8)).shape == (240, 320)
    assert small(np.zeros((480, 640), np.uint8)).shape == (240, PREVIEW_WIDTH)
