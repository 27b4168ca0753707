"""One scan: on duty and at the desk; the next: off, signed off, thanked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from desk import app, chores
from desk.clocking import Clocking
from desk.codes import reads as codes
from desk.codes.rules import Kind
from desk.codes.service import issue, issue_duty
from desk.codes.views import Identified
from desk.core.clock import MINUTE_MS
from desk.core.errors import Refused
from desk.duty import reads_clock, reads_hours, service_team
from desk.duty.rules_clock import Step
from desk.duty.service_team import About
from desk.operators import service as operators
from desk.operators.reads import sign_on_list
from desk.operators.rules import COMMAND
from desk.reception.rules import VisitorType
from desk.reception.service_tally import count
from desk.store.store import Founding
from tests.fakes.clock import FakeClock


@dataclass
class Place:
    desk: app.Desk
    clock: FakeClock
    manager: str
    wang: str  # signs on
    li: str  # does not
    cards: dict[str, str]

    def seen(self, name: str) -> Identified:
        with self.desk.store.reading() as r:
            return codes.identify(r, self.cards[name])

    @property
    def clocking(self) -> Clocking:
        return Clocking(self.desk)


@pytest.fixture
def place(tmp_path: Path, clock: FakeClock) -> Iterator[Place]:
    desk = app.build(tmp_path / "home", clock=clock)
    desk.found(Founding("锦绣苑", "南门", throwaway=True))
    manager = desk.session.make_first_manager("周明远", "2468").active_id
    clock.set(desk.time.at(date(2026, 11, 20), 8))
    with desk.store.unit(COMMAND) as u:
        operator = operators.add_operator(u, "王秀兰", "volunteer", "7153").operator_id
        wang = service_team.add_member(u, About("王秀兰", operator_id=operator))
        li = service_team.add_member(u, About("李志强"))
        cards = {name: issue_duty(u, member).text for name, member in (("wang", wang), ("li", li))}
        cards["post"] = issue(u, Kind.SHIFT, "a" * 32).text
        assert issue_duty(u, wang).text == cards["wang"]  # the same card again
    yield Place(desk, clock, manager, wang, li, cards)
    desk.close()


def test_one_scan_on_duty_and_at_the_desk_the_next_off_with_a_thank_you(place: Place) -> None:
    came = place.clocking.by_code(place.seen("wang"))
    assert (came.clocked.step, came.signed) == (Step.ON, True)
    assert [chip.label for chip in place.desk.session.state.chips] == ["周老师", "王老师"]
    assert place.desk.session.state.active is not None
    assert place.desk.session.state.active.label == "王老师"
    place.clock.advance(60 * MINUTE_MS)
    with place.desk.store.unit(place.desk.actor) as u:
        for _ in range(3):
            count(u, VisitorType.RIDER)
    place.clock.advance(60 * MINUTE_MS)
    went = place.clocking.by_code(place.seen("wang"))
    assert (went.clocked.step, went.signed, went.helped) == (Step.OFF, False, 3)
    assert [chip.label for chip in place.desk.session.state.chips] == ["周老师"]


def test_a_locked_desk_opens_to_a_card_of_who_may_sign_on(place: Place) -> None:
    place.desk.session.lock()
    assert not place.clocking.by_code(place.seen("li")).signed  # comes all the same
    assert place.desk.session.state.locked
    assert place.clocking.by_code(place.seen("wang")).signed
    assert not place.desk.session.state.locked


def test_a_scan_by_mistake_is_taken_back_whole(place: Place) -> None:
    session = place.desk.session
    came = place.clocking.by_code(place.seen("wang"))
    assert session.state.active_id == _operator(place)
    place.clocking.take_back(came)
    assert [chip.label for chip in session.state.chips] == ["周老师"]
    assert (session.state.active_id, session.state.locked) == (place.manager, False)  # whoever acted before
    with place.desk.store.reading() as r:
        assert reads_clock.on_duty(r) == []
    assert place.desk.actor.operator_id == place.manager


def test_taken_back_at_a_desk_that_was_locked_it_is_locked_again(place: Place) -> None:
    session = place.desk.session
    session.lock()
    came = place.clocking.by_code(place.seen("wang"))
    place.clocking.take_back(came)
    assert [chip.label for chip in session.state.chips] == ["周老师"]
    assert session.state.locked
    assert not place.desk.actor.may("visit.admit")


def test_taking_back_leaves_alone_who_has_come_since(place: Place) -> None:
    session = place.desk.session
    came = place.clocking.by_code(place.seen("wang"))
    session.sign_on_pin(place.manager, "2468")
    place.clocking.take_back(came)
    assert ([c.label for c in session.state.chips], session.state.active_id) == (["周老师"], place.manager)
    assert not session.state.locked
    session.sign_on_pin(_operator(place), "7153")  # at the desk already: a card only puts them in front
    session.sign_on_pin(place.manager, "2468")
    place.clock.advance(5 * MINUTE_MS)
    again = place.clocking.by_code(place.seen("wang"))
    place.clocking.take_back(again)
    assert (len(session.state.chips), session.state.active_id) == (2, place.manager)


def test_the_code_at_the_post_is_for_whoever_is_signed_on(place: Place) -> None:
    with pytest.raises(Refused) as refused:
        place.clocking.by_code(place.seen("post"))
    assert refused.value.code == "clock.not_in_team"  # the manager takes no shifts
    place.desk.session.sign_on_pin(_operator(place), "7153")
    assert place.clocking.by_code(place.seen("post")).clocked.member_id == place.wang
    place.desk.session.lock()
    with pytest.raises(Refused) as refused:
        place.clocking.by_code(place.seen("post"))
    assert refused.value.code == "clock.nobody_here"


def test_a_code_of_another_kind_clocks_nobody(place: Place) -> None:
    with place.desk.store.reading() as r:
        foreign = codes.identify(r, "https://example.org/abc")
    with pytest.raises(Refused) as refused:
        place.clocking.by_code(foreign)
    assert refused.value.code == "clock.code_not_good"


def test_by_pin(place: Place) -> None:
    with pytest.raises(Refused) as refused:
        place.clocking.by_pin(place.li, "1111")
    assert refused.value.code == "clock.no_pin"
    with pytest.raises(Refused) as refused:
        place.clocking.by_pin(place.wang, "9152")
    assert refused.value.code == "operator.pin_wrong"
    assert place.clocking.by_pin(place.wang, "7153").signed
    with place.desk.store.unit(COMMAND) as u:
        service_team.set_pin(u, place.li, "8642")
    with pytest.raises(Refused) as refused:
        place.clocking.by_pin(place.li, "7153")
    assert refused.value.code == "operator.pin_wrong"
    assert place.clocking.by_pin(place.li, "8642").clocked.step is Step.ON


def test_by_the_desk_for_somebody_else_waits(place: Place) -> None:
    place.clocking.by_desk(place.li)
    place.clock.advance(60 * MINUTE_MS)
    place.desk.session.sign_on_pin(place.manager, "2468")
    assert place.clocking.by_desk(place.li).helped == 0
    with place.desk.store.reading() as r:
        [one] = reads_hours.records(r, place.li)
    assert not one.counts


def test_the_desk_closes_what_was_forgotten_by_itself(place: Place) -> None:
    place.clocking.by_code(place.seen("li"))
    place.clock.advance(13 * 60 * MINUTE_MS)
    chores.run_due(place.desk)
    with place.desk.store.reading() as r:
        assert reads_clock.on_duty(r) == []
        assert [one.close for one in reads_hours.records(r)] == ["auto"]


def _operator(place: Place) -> str:
    with place.desk.store.reading() as r:
        return next(c.operator_id for c in sign_on_list(r) if c.label == "王老师")
