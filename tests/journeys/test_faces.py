"""Faces from the switch to the last erasure, in the real window: agreed, captured, recognised, taken back, and gone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QLineEdit

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.duty.reads_clock import open_of
from desk.duty.service_team import About, add_member
from desk.faces.engine import Engine, Picture
from desk.faces.rules import Hint
from desk.faces.views import Here, Overview, Result, State
from desk.people.reads import find_household
from desk.people.service import add_person, bind
from tests.journeys.conftest import PICTURES, Running
from tests.journeys.faces_seen import ColourPush, Person
from ui import i18n
from ui.pages.faces.model import Check, Panel
from ui.theme import apply_theme

ANSWERS = {
    "purpose": "住户忘带门卡时，在窗口确认是本小区的人", "necessity": "老人常忘带卡，夜里没有别人能证明",
    "assessment": "评估 2026-03 号", "assessed_on": "2026-01-15", "handler": "锦绣苑居民委员会",
    "contact": "欧阳主任 0000-1234", "place": "南门值班窗口前",
}  # fmt: skip
FRAME_MS = 40
MOST_CLICKS = 6


class Faces:
    """What a person does before the camera and at the desk; `clicks` counts the operator's."""

    def __init__(self, on_duty: Running, camera: ColourPush) -> None:
        self.on, self.camera, self.clicks = on_duty, camera, 0

    @property
    def page(self) -> Any:
        assert self.on.front() == "faces"
        return self.on.page()

    @property
    def lane(self) -> Any:
        return self.on.shell.extras["faces"]

    def click(self, button: Any) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        button.click()
        self.clicks += 1

    def act(self, words: str) -> None:
        """Press an act at the foot."""
        self.page.foot.press(words)
        self.clicks += 1

    def at(self, panel: Panel) -> None:
        self.on.until(lambda: self.on.front() == "faces" and self.page.model.panel is panel, 20_000)

    def shown(self, one: Callable[[], Picture], until: Callable[[], bool]) -> None:
        """Frames, as long as it takes; the next one comes when the last was looked at, however busy the machine is."""
        said: list[Any] = [None]
        frame: list[Picture] = [one()]

        def next_frame() -> bool:
            now = self._said()
            if now is not said[0]:
                said[0], frame[0] = now, one()
            self.camera.put(frame[0])
            self.on.qtbot.wait(FRAME_MS)
            return until()

        self.on.until(next_frame, 60_000)

    def _said(self) -> Any:
        """What came of the last frame that was looked at."""
        if self.on.front() != "faces":
            return None
        model = self.page.model
        return model.shot if model.panel is Panel.CAPTURE else model.seen

    def does_as_told(self, who: Person) -> Picture:
        """Turns the head the way it is asked."""
        shot = self.page.model.shot
        turn = shot.turn.value if shot is not None and shot.turn is not None else "ahead"
        return who.doing(turn)

    def overview(self) -> Overview:
        came: list[Overview] = []
        self.lane.overview(came.append)
        self.on.until(lambda: bool(came))
        return came[0]


@pytest.fixture
def faces(on_duty: Running) -> Faces:
    """A camera in colour, and a resident of 3-1-1202."""
    camera = ColourPush()
    assert on_duty.program.eyes is not None
    on_duty.program.eyes.cameras.use(camera)
    on_duty.until(lambda: on_duty.program.eyes is not None and on_duty.program.eyes.cameras.code == "camera.working")
    found = Faces(on_duty, camera)
    on_duty.until(lambda: found.lane.now.state is State.OFF)
    return found


@pytest.fixture
def resident(on_duty: Running) -> str:
    def move_in(u: Any) -> str:
        person = str(add_person(u, "欧阳小满", "10400000031"))
        bind(u, person, find_household(u, "3-1-1202").id, "owner")
        return person

    return str(on_duty.write(move_in))


@pytest.fixture
def look(on_duty: Running, pictures: Path) -> Callable[[str], None]:
    """Where a folder for pictures is named: in both languages, light and with high contrast."""

    def save(name: str) -> None:
        if not os.environ.get(PICTURES):
            return
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        for lang in ("zh_CN", "en"):
            i18n.install(lang)
            for scheme in ("light", "contrast"):
                apply_theme(app, scheme, 24)
                on_duty.qtbot.wait(350)
                on_duty.window.grab().save(str(pictures / f"{name}-{lang}-{scheme}.png"))
        i18n.install("zh_CN")
        apply_theme(app, "light", 24)
        on_duty.qtbot.wait(60)

    return save


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def switched_on(faces: Faces, look: Callable[[str], None]) -> None:
    """Off until a manager has answered everything; what is missing is said at its field."""
    on = faces.on
    on.shell.to("settings", section="faces")
    panel = on.page().panel()
    look("faces-1-off")
    on.page().main.click()
    on.until(lambda: panel.model.editing)
    for name, words in ANSWERS.items():
        editor = panel.fields[name].editor
        assert isinstance(editor, QLineEdit)
        editor.setText("" if name == "necessity" else words)
    on.page().main.click()
    on.until(lambda: bool(panel.fields["necessity"].error()))
    assert faces.lane.now.state is State.OFF
    look("faces-2-answers")
    panel.fields["necessity"].editor.setText(ANSWERS["necessity"])
    on.page().main.click()
    on.until(lambda: panel.model.now.state is State.READY and panel.model.lane.on, 20_000)
    look("faces-3-on")


def signed(faces: Faces, look: Callable[[str], None]) -> None:
    """The notice, and a consent of its own: nothing ticked, nothing drawn, both answers of one size."""
    faces.act(faces.page.tr("开始：先看告知书"))
    faces.at(Panel.NOTICE)
    assert ANSWERS["handler"] in faces.page.notice.words()
    look("faces-5-notice")
    for part in (faces.page.notice,):
        assert part.pair.one.size() == part.pair.other.size()
    faces.page.notice.pair.one.click()
    faces.at(Panel.CONSENT)
    consent = faces.page.consent
    assert consent.pad.is_empty()
    assert not consent.spoken.isChecked()
    assert faces.page.main_button() is None  # Enter agrees to nothing
    assert consent.pair.one.size() == consent.pair.other.size()
    consent.pair.one.click()
    assert faces.page.model.panel is Panel.CONSENT  # not without a signature
    consent.pad.begin_stroke(QPointF(40, 40))
    for x in range(40, 240, 10):
        consent.pad.go_on(QPointF(x, 40 + x % 30))
    look("faces-6-consent")


def enrolled(faces: Faces, who: Person, resident: str, look: Callable[[str], None]) -> str:
    """From the household's card to the receipt; answers the code on it."""
    on = faces.on
    home = on.read(lambda r: find_household(r, "3-1-1202").id)
    on.shell.to("people", household_id=home)
    on.until(lambda: on.front() == "people" and on.page().model.person() is not None)
    on.page().foot.press(on.page().acts.tr("人脸信息"))
    faces.at(Panel.PERSON)
    on.until(lambda: faces.page.model.enrolment is not None and bool(faces.page.model.who.name))
    look("faces-4-person")
    signed(faces, look)
    faces.clicks = 0
    faces.click(faces.page.consent.pair.one)
    faces.at(Panel.AGE)
    look("faces-7-age")
    faces.click(faces.page.age.pair.one)
    faces.at(Panel.CAPTURE)
    faces.shown(
        lambda: who.ahead, lambda: faces.page.model.shot is not None and faces.page.model.shot.turn in ("left", "right")
    )
    look("faces-8-turn")
    faces.shown(lambda: faces.does_as_told(who), lambda: faces.page.model.shot.taken > 0)
    look("faces-9-shutter")
    faces.shown(lambda: faces.does_as_told(who), lambda: faces.page.model.panel is Panel.RECEIPT)
    assert faces.page.capture.mirror.is_dark()  # nothing of the picture stays
    look("faces-10-receipt")
    code = str(faces.page.model.receipt.code)
    faces.act(faces.page.tr("打印回执"))
    faces.act(faces.page.tr("打印同意书存档"))
    faces.act(faces.page.tr("好了"))
    assert faces.clicks <= MOST_CLICKS
    faces.at(Panel.PERSON)
    on.until(lambda: faces.page.model.enrolment.here is Here.ENROLLED)
    assert faces.page.signature.isNull()
    look("faces-11-enrolled")
    assert [one.person_id for one in faces.overview().here] == [resident]
    return code


def recognised(faces: Faces, who: Picture) -> Check:
    faces.on.shell.to("faces", section="check")
    faces.at(Panel.CHECK)
    faces.shown(lambda: who, lambda: faces.page.model.check is not Check.LOOKING)
    pair = faces.page.check.pair
    assert pair.one.size() == pair.other.size()
    return Check(faces.page.model.check)


def clocked_on(faces: Faces, who: Picture, resident: str) -> None:
    """A resident of the team comes on duty by face, once somebody has said which member they are."""
    on = faces.on
    member = on.write(lambda u: add_member(u, About("欧阳小满")))
    on.shell.to("faces", person_id=resident)
    on.until(lambda: faces.page.model.enrolment is not None and bool(faces.page.model.team))
    faces.page.person.member.picked.emit(member)
    on.until(lambda: faces.page.model.member == member)
    on.shell.to("duty", panel="who")
    on.until(lambda: on.front() == "duty")
    on.page().foot.press(on.page().tr("刷脸"))
    faces.at(Panel.CHECK)
    faces.shown(lambda: who, lambda: on.front() == "duty")
    assert on.read(lambda r: open_of(r, member)) is not None


def test_agreed_recognised_taken_back_and_gone(
    faces: Faces, resident: str, engine: Engine, look: Callable[[str], None]
) -> None:
    on = faces.on
    who, again = Person("person_a_1", engine), Person("person_a_2", engine, turns=False)
    stranger = Person("impostor_2", engine, turns=False)
    switched_on(faces, look)
    code = enrolled(faces, who, resident, look)

    assert recognised(faces, again.ahead) is Check.KNOWN  # another picture of the same person
    assert faces.page.model.who.person_id == resident
    look("faces-12-known")
    faces.page.check.pair.one.click()
    faces.shown(lambda: stranger.ahead, lambda: faces.page.model.check is Check.UNKNOWN)
    look("faces-13-unknown")
    faces.page.check.pair.other.click()
    on.until(lambda: on.front() == "today")

    clocked_on(faces, who.ahead, resident)
    on.shell.to("faces")
    faces.at(Panel.HOME)
    on.until(lambda: faces.page.model.ready)
    look("faces-14-front")
    faces.page.home.code.setText(code.lower().replace("-", " "))
    faces.page.home.go.click()
    faces.at(Panel.ASK)
    on.until(lambda: bool(faces.page.model.who.name))
    look("faces-15-ask")
    assert faces.page.ask.pair.one.size() == faces.page.ask.pair.other.size()
    faces.page.ask.pair.one.click()
    faces.at(Panel.GONE)
    gates = faces.page.model.gone.gates
    assert [(one.here, one.result) for one in gates] == [(True, Result.DELETED)]
    look("faces-16-gone")
    faces.act(faces.page.tr("打印结果"))

    assert faces.overview().here == ()
    assert faces.overview().held.people == 0
    assert recognised(faces, who.ahead) is Check.UNKNOWN  # the very picture it was made of
    with pytest.raises(Refused, match=r"faces\.erased"):
        _bring_back(faces, gates[0], resident)


def _bring_back(faces: Faces, gate: Any, resident: str) -> None:
    """Nothing can be kept under that consent again."""
    from desk.faces.vault import opened
    from desk.faces.vault_file import Kept

    desk = faces.on.program.desk
    gone = faces.on.read(lambda r: _consent(r, resident))
    vault = opened(desk.home, set())
    now = desk.clock.now_ms()
    vault.enrol(Kept(gone, resident, bytes(512), "x", now, now + DAY_MS, now + DAY_MS))


def _consent(r: Any, person_id: str) -> str:
    from desk.faces.reads import acts

    return next(one.id for one in acts(r) if one.person_id == person_id and one.given)


def test_refusing_keeps_nothing_and_a_lost_camera_begins_anew(
    faces: Faces, resident: str, engine: Engine, look: Callable[[str], None]
) -> None:
    on, who = faces.on, Person("person_a_1", engine)
    switched_on(faces, look)
    on.shell.to("faces", person_id=resident)
    on.until(lambda: faces.page.model.enrolment is not None and faces.page.model.ready)
    faces.act(faces.page.tr("开始：先看告知书"))
    faces.at(Panel.NOTICE)
    faces.page.notice.pair.other.click()
    faces.at(Panel.PERSON)
    on.until(lambda: faces.page.model.enrolment is not None)
    assert faces.page.model.enrolment.consent_id == ""

    faces.act(faces.page.tr("开始：先看告知书"))
    faces.page.notice.pair.one.click()
    faces.page.consent.spoken.setChecked(True)
    faces.page.consent.pair.one.click()
    faces.page.age.pair.one.click()
    faces.at(Panel.CAPTURE)
    faces.shown(
        lambda: faces.does_as_told(who), lambda: faces.page.model.shot is not None and faces.page.model.shot.taken > 0
    )
    faces.camera.tell("camera.unplugged")
    on.until(lambda: faces.page.model.camera == "camera.unplugged" and faces.page.model.shot is None)
    look("faces-20-camera-lost")
    faces.camera.tell("camera.working")
    faces.shown(lambda: who.ahead, lambda: faces.page.model.shot is not None)
    assert faces.page.model.shot.taken == 0
    assert faces.page.model.shot.hint is Hint.GOOD
    on.shell.to("today")
    assert not faces.on.shell.stack.page("faces").feed.running
    assert faces.overview().here == ()
