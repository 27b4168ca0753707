"""The page of faces without a window: look-alikes ask for more, nobody is refused, and late answers pull nobody back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desk.core.errors import Refused
from desk.faces.rules import Hint
from desk.faces.rules_match import Answer, Verdict
from desk.faces.views import Found, GateResult, LaneNow, Result, Seen, State, Withdrawn
from desk.people.reads import find_household, residents_of
from tests.ui.pages.gate import DeskNow
from ui.pages.faces.model import Check, Panel
from ui.pages.faces.presenter import FacesPresenter
from ui.shell.ports import Ports

GONE = Withdrawn("c", 1, (GateResult("g", "南门", True, Result.DELETED, 1),))


class Looking:
    """A check-in that sees nobody by itself."""

    closed = False

    def frame(self, picture: object, at_ms: int) -> None: ...

    def again(self) -> None: ...

    def close(self) -> None:
        self.closed = True


class Lane:
    """The lane at its edge: answers are kept back until the test gives them."""

    def __init__(self) -> None:
        self.now = LaneNow(State.READY, "faces.ready", people=2)
        self.looking = Looking()
        self.lives = ""
        self.asked: list[Callable[[Any], None]] = []

    def listen(self, told: Callable[[LaneNow], None]) -> Callable[[], None]:
        told(self.now)
        return lambda: None

    def check_in(self, told: Callable[[Seen], None], failed: object) -> Looking:
        if self.now.state is not State.READY:
            raise Refused("faces.off")
        self.told = told
        return self.looking

    def among(self, rivals: tuple[str, ...], household_id: str, done: Callable[[str], None], failed: object) -> None:
        done(self.lives if self.lives in rivals else "")

    def by_code(self, typed: str, done: Callable[[Found], None], failed: Callable[[Exception], None]) -> None:
        self.asked.append(done) if len(typed) >= 12 else failed(Refused("faces.code_shape"))

    def withdraw(self, person_id: str, done: Callable[[Withdrawn], None], failed: object) -> None:
        self.asked.append(done)


@pytest.fixture
def lane() -> Lane:
    return Lane()


@pytest.fixture
def page(ports: Ports, lane: Lane) -> FacesPresenter:
    return FacesPresenter(replace(ports, extras={"faces": lane}))


@pytest.fixture
def person(desk: DeskNow, ports: Ports) -> str:
    with desk.store.reading() as r:
        home = find_household(r, "3-1-1202")
        assert home is not None
        return residents_of(r, ports.desk.actor, home.id)[0].id


def seen(verdict: Verdict, person_id: str = "", rivals: tuple[str, ...] = ()) -> Seen:
    return Seen(Hint.GOOD, None, None, Answer(verdict, 0.6, person_id, rivals))


def test_whoever_is_known_is_shown_masked(page: FacesPresenter, lane: Lane, person: str) -> None:
    page.open(section="check")
    lane.told(seen(Verdict.ACCEPT, person))
    assert page.model.check is Check.KNOWN
    assert page.model.who.person_id == person
    assert "测试" not in page.model.who.name
    assert not page.model.who.place.endswith("1202")


@pytest.mark.parametrize("lives_here", [True, False])
def test_look_alikes_are_settled_by_their_household(
    page: FacesPresenter, lane: Lane, person: str, lives_here: bool
) -> None:
    page.open(section="check")
    assert not page.live.household("h")  # nobody asked for it yet
    lane.told(seen(Verdict.ASK, rivals=(person, "another")))
    assert page.model.check is Check.SECOND
    assert page.model.who.person_id == ""  # neither of them is shown
    lane.lives = person if lives_here else "a stranger"
    assert page.live.household("h")
    assert page.model.check is (Check.KNOWN if lives_here else Check.UNKNOWN)


def test_the_other_way_ends_the_look(page: FacesPresenter, lane: Lane) -> None:
    page.open(section="check")
    lane.told(seen(Verdict.UNKNOWN))
    assert page.model.check is Check.UNKNOWN
    page.other_way()
    assert lane.looking.closed
    assert page.model.panel is Panel.HOME
    assert not page.live.wants


def test_a_lane_that_is_off_looks_at_nobody(page: FacesPresenter, lane: Lane) -> None:
    lane.now = LaneNow(State.OFF, "faces.off")
    page.open(section="check")
    assert page.model.panel is Panel.HOME
    assert not page.live.wants


def test_withdrawing_takes_no_more_than_three_steps_and_is_not_left_half_done(
    page: FacesPresenter, lane: Lane, person: str
) -> None:
    page.open()
    page.by_code("ABCD-EFGH-JKLM")
    lane.asked.pop()(Found(person, "c", True, 1))
    assert page.model.panel is Panel.ASK
    page.withdraw()
    page.withdraw()  # pressed twice
    assert len(lane.asked) == 1
    assert page.back()
    assert page.model.panel is Panel.ASK  # not while it is under way
    lane.asked.pop()(GONE)
    assert page.model.panel is Panel.GONE
    assert page.model.gone == GONE


def test_an_answer_that_comes_late_pulls_nobody_back(page: FacesPresenter, lane: Lane, person: str) -> None:
    page.open()
    page.by_code("ABCD-EFGH-JKLM")
    page.live.check(False)
    lane.asked.pop()(Found(person, "c", True, 1))
    assert page.model.panel is Panel.CHECK


def test_a_code_that_is_none_is_said_at_its_field(page: FacesPresenter) -> None:
    page.open()
    page.by_code("1202")
    assert page.model.wrong
    assert page.model.panel is Panel.HOME


def test_only_the_square_of_a_receipt_is_taken_for_one(page: FacesPresenter, lane: Lane) -> None:
    page.open()
    assert page.scanned("ABCD-EFGH-JKLM")
    assert len(lane.asked) == 1
    for other in ("https://example.invalid/x", "ABCDEFGHJKLM", "3-1-1202"):
        assert not page.scanned(other)
