"""The hut knows somebody by the face, in the real window: the code does the same all the while, and nothing of anybody stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desk.devices.rules import Allowance
from desk.devices.service_dispense import allow
from desk.faces.engine import Engine
from desk.people import service as people
from desk.people.reads import find_household
from tests.faces.conftest import engine  # noqa: F401 -- a fixture
from tests.faces.lane import Floor
from tests.fakes.clock import FakeClock
from tests.journeys.faces_seen import ColourPush, Person
from tests.journeys.test_hut import Hut, hut, picture  # noqa: F401 -- fixtures
from ui.hut.model import Step
from ui.texts import sentence

FRAME_MS = 40
NAME = "欧阳小满"


@pytest.fixture
def enrolled(home: Path, clock: FakeClock, engine: Engine) -> Person:  # noqa: F811
    """A resident of 3-1-1202, enrolled at this computer while it was a desk."""
    who = Person("person_a_1", engine)
    floor = Floor.standing(home, clock, key=None)
    floor.on()
    with floor.desk.store.unit(floor.desk.actor) as u:
        person = people.add_person(u, NAME, "10400000031")
        people.bind(u, person, find_household(u, "3-1-1202").id, "owner")
    floor.captured(person, who.ahead)
    floor.close()
    return who


class Before:
    """Whoever stands before the camera of the hut."""

    def __init__(self, hut: Hut) -> None:  # noqa: F811
        self.hut, self.camera = hut, ColourPush()
        assert hut.program.eyes is not None
        hut.program.eyes.cameras.use(self.camera)
        hut.until(lambda: hut.view.model.faces, 20_000)

    def stands(self, who: Person, until: Callable[[], bool]) -> None:
        """Turning the head as it is told."""

        said, frame = [None], [who.ahead]

        def next_frame() -> bool:
            """The next one comes when the last was looked at, however busy the machine is."""
            looked = self.hut.view.model.looked
            if looked is not said[0]:
                turn = looked.turn.value if looked is not None and looked.turn is not None else "ahead"
                said[0], frame[0] = looked, who.doing(turn)
            self.camera.put(frame[0])
            self.hut.qtbot.wait(FRAME_MS)
            return until()

        self.hut.until(next_frame, 60_000)


def test_a_mask_by_face_and_the_quota_is_the_household_s(
    enrolled: Person, hut: Hut, picture: Callable[[str], None]  # noqa: F811
) -> None:  # fmt: skip
    hut.mask_machine()
    hut.write(lambda u: allow(u, Allowance(1, 10, 60)))
    before = Before(hut)
    hut.view.home.mask.click()
    hut.at(Step.SCAN)
    assert hut.view.scan.face.isVisible()
    assert hut.view.scan.face.size() == hut.view.scan.courier.size()
    picture("hut-scan-or-face")
    hut.view.scan.face.click()
    hut.at(Step.FACE)
    asked = lambda: (one := hut.view.model.looked) is not None and one.turn is not None and one.turn.value != "ahead"  # noqa: E731
    before.stands(enrolled, asked)
    assert "住户码" in hut.view.face.code.text()
    picture("hut-face")
    before.stands(enrolled, lambda: hut.step is not Step.FACE)
    hut.at(Step.DONE)
    assert "请取走口罩" in hut.words()
    assert NAME not in hut.words()
    assert hut.view.face.mirror.is_dark()
    hut.nobody_touches_it()
    assert hut.view.presenter._home == ""

    hut.view.home.mask.click()  # the household had its one
    hut.show_code(hut.household())
    hut.at(Step.SORRY)
    assert sentence("dispense.quota", {"most": 1}) in hut.words()


def test_a_stranger_a_photo_and_a_lost_camera_are_asked_for_the_code(
    enrolled: Person, hut: Hut, engine: Engine, picture: Callable[[str], None]  # noqa: F811
) -> None:  # fmt: skip
    hut.mask_machine()
    before, stranger = Before(hut), Person("impostor_2", engine)

    def by_face() -> None:
        hut.view.home.mask.click()
        hut.view.scan.face.click()
        hut.at(Step.FACE)

    by_face()
    before.stands(stranger, lambda: hut.step is Step.SCAN)
    assert hut.view.scan.title.text() == sentence("hut.face_unknown")
    picture("hut-face-unknown")
    hut.show_code(hut.household())
    hut.at(Step.DONE)
    hut.view.back.click()
    hut.at(Step.HOME)

    by_face()  # a photo does not turn its head: it gets nowhere, and the hut forgets it
    photo = Person("person_a_1", engine, turns=False)
    before.stands(photo, lambda: (one := hut.view.model.looked) is not None and one.turn is not None)
    hut.nobody_touches_it()
    assert hut.view.face.mirror.is_dark()

    by_face()
    before.stands(enrolled, lambda: hut.view.model.looked is not None)
    before.camera.tell("camera.lost")
    hut.at(Step.SCAN)
    assert hut.view.scan.title.text() == sentence("hut.face_stopped")
    assert not hut.view.scan.face.isVisible()
    assert hut.view.face.mirror.is_dark()


def test_the_code_works_while_the_camera_looks(enrolled: Person, hut: Hut) -> None:  # noqa: F811
    hut.mask_machine()
    Before(hut)
    hut.view.home.mask.click()
    hut.view.scan.face.click()
    hut.at(Step.FACE)
    hut.show_code(hut.household())
    hut.at(Step.DONE)
    hut.view.back.click()
    hut.at(Step.HOME)
    hut.view.home.mask.click()
    hut.view.scan.face.click()
    hut.view.face.code.click()
    assert hut.step is Step.SCAN
