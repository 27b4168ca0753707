"""A desk with the lane of faces, whose answers the test takes in as a program's loop would."""

from __future__ import annotations

import queue
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from desk.app import Desk
from desk.core.actor import Actor
from desk.core.clock import Clock
from desk.core.paths import Home
from desk.faces.engine import Picture
from desk.faces.rules_lane import Wish
from desk.faces.views import Receipt, Seen, Shot, State
from desk.faces_keeping import LANE
from desk.faces_lane import Faces
from desk.operators.rules import actor_of
from desk.people import service as people
from tests.conftest import KEY
from tests.fakes.clock import FakeClock

WISH = Wish(
    "住户自愿刷脸进门",
    "不愿带卡的住户少一道手续",
    "PIA-2026-07",
    "2026-11-01",
    "锦绣苑居委会",
    "欧阳梅 0000-1234",
    "南门门厅",
)
PATIENCE_S = 30
FRAME_MS = 450  # between the frames of a test: steady, and far enough apart for a shutter


class Loop:
    """What `post` brings, one after the other, on the test's own thread."""

    def __init__(self) -> None:
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()

    def post(self, call: Callable[[], None]) -> None:
        self._calls.put(call)

    def until(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not done():
            self._calls.get(timeout=max(0.01, end - time.monotonic()))()


class Acting(Desk):
    """Whoever `who` is has signed on."""

    who: Actor = actor_of("0" * 31 + "1", "manager")

    @property
    def actor(self) -> Actor:
        return self.who


class Floor:
    """One gate with its lane, opened from a founded store."""

    def __init__(self, template: Path, folder: Path, clock: FakeClock) -> None:
        folder.mkdir(parents=True)
        shutil.copyfile(template, folder / "desk.db")
        self._stand(folder, clock, KEY)

    @classmethod
    def standing(cls, folder: Path, clock: Clock, key: bytes | None = KEY) -> Floor:
        """Over a data folder that is there. key: None where it lies in the folder."""
        made = cls.__new__(cls)
        made._stand(folder, clock, key)
        return made

    def _stand(self, folder: Path, clock: Clock, key: bytes | None) -> None:
        self.home, self.clock, self.key, self.at = Home(folder, private=True), clock, key, 1000
        self.begin()

    def begin(self) -> None:
        """The program is started."""
        self.loop = Loop()
        self.desk = Acting(self.home, self.clock, self.loop.post)
        self.desk.open(key=self.key)
        self.faces = Faces(self.desk)
        self.faces.start()
        self.loop.until(lambda: self.faces.now.state is not State.OPENING)

    def close(self) -> None:
        """The program ends."""
        self.faces.stop()
        self.desk.close()

    def again(self) -> None:
        self.close()
        self.begin()

    def ask(self, verb: Callable[..., None], *args: Any, **kw: Any) -> Any:
        """The answer of a verb, or what it raises."""
        came: list[Any] = []
        wrong: list[Exception] = []
        if isinstance(self.clock, FakeClock):
            self.clock.advance(1)  # nobody asks twice in one moment
        verb(*args, done=came.append, failed=wrong.append, **kw)
        self.loop.until(lambda: bool(came or wrong))
        if wrong:
            raise wrong[0]
        return came[0]

    def settle(self) -> None:
        """Whatever was asked of the lane so far is done."""
        reached: list[object] = []
        self.desk.lanes.run(LANE, lambda: None, reached.append)
        self.loop.until(lambda: bool(reached))

    def on(self) -> None:
        assert self.ask(self.faces.switch_on, WISH).state is State.READY
        self.settle()

    def resident(self, name: str, room: str = "1202") -> str:
        with self.desk.store.unit(self.desk.actor) as u:
            door = people.add_household(u, "3", "1", room)
            person = people.add_person(u, name, "10400000031")
            people.bind(u, person, door, "owner")
        return person

    def shots(
        self, person: str, consent: str, pictures: list[Picture], challenge: bool = False
    ) -> tuple[Any, list[Shot]]:
        """A capture that was shown these frames, and what it said to each."""
        told: list[Shot] = []
        seen = self.faces.capture(person, consent, told.append, challenge=challenge)
        for number, picture in enumerate(pictures, 1):
            self.at += FRAME_MS
            seen.frame(picture, self.at)
            self.loop.until(lambda wanted=number: len(told) >= wanted)
        return seen, told

    def enrolled(self, name: str, picture: Picture, room: str = "1202", twin: bool = False) -> Receipt:
        """Somebody new, with this face."""
        person = self.resident(name, room)
        return self.captured(person, picture, twin)

    def captured(self, person: str, picture: Picture, twin: bool = False) -> Receipt:
        consent = self.ask(self.faces.agree, person)
        seen, _ = self.shots(person, consent, [picture] * 8)
        receipt: Receipt = self.ask(seen.keep, twin=twin)
        seen.close()
        self.settle()
        return receipt

    def look(self, pictures: list[Picture], challenge: bool = False, every_ms: int = 120) -> list[Seen]:
        """A check-in that was shown these frames."""
        told: list[Seen] = []
        seen = self.faces.check_in(told.append, challenge=challenge)
        for number, picture in enumerate(pictures, 1):
            self.at += every_ms
            seen.frame(picture, self.at)
            self.loop.until(lambda wanted=number: len(told) >= wanted)
        seen.close()
        return told


def framed(picture: Picture, share: float = 0.5, wide: int = 640, high: int = 480) -> Picture:
    """A portrait as a camera sees it: in the middle of a grey frame, so tall that it takes this share of the height."""
    tall = round(high * share)
    across = round(picture.shape[1] * tall / picture.shape[0])
    small = cv2.resize(picture, (across, tall), interpolation=cv2.INTER_AREA)
    frame = np.full((high, wide, 3), 128, np.uint8)
    top, left = (high - tall) // 2, (wide - across) // 2
    frame[top : top + tall, left : left + across] = small
    return frame
