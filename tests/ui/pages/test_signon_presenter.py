"""Who signs on: names, PIN, switching, badges, a first-timer vouched for. Over a real store, without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.codes.service import issue_duty
from desk.core.events import ScanSeen
from desk.duty.reads_clock import on_duty
from desk.duty.service_team import About, add_member
from desk.operators.rules import COMMAND
from desk.operators.service import add_operator, issue_badge, set_pin
from desk.reception.rules import VisitorType
from desk.reception.service_tally import count
from desk.store.store import Founding
from tests.fakes.clock import FakeClock
from tests.ui.pages.at_once import Voice, desk_at, ports_of
from ui.pages.signon.model import SignonModel
from ui.pages.signon.presenter import SignonPresenter

PIN, OTHER = "73914", "80526"


class Gate:
    """A locked desk with a manager, and a volunteer who has a badge."""

    def __init__(self, root: Path) -> None:
        self.voice = Voice()
        self.desk = desk_at(root, FakeClock())
        self.desk.found(Founding("锦绣苑", "南门", throwaway=True))
        self.manager = self.desk.session.make_first_manager("陈秀兰", PIN).active_id
        with self.desk.store.unit(COMMAND) as u:
            self.volunteer = add_operator(u, "刘测试", "volunteer").operator_id
            set_pin(u, self.volunteer, OTHER)
            self.badge = issue_badge(u, self.volunteer)
        self.desk.session.lock()
        self.presenter = SignonPresenter(ports_of(self.desk, self.voice))
        self.presenter.show = self._show
        self.presenter.wrong = lambda error: self.wrong.append(getattr(error, "code", ""))
        self.wrong: list[str] = []
        self.model = SignonModel()

    def _show(self, model: SignonModel) -> None:
        self.model = model

    def acting(self) -> str:
        return str(self.desk.session.state.active_id)


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Gate]:
    made = Gate(tmp_path / "home")
    made.presenter.open()
    yield made
    made.desk.close()


def scan(text: str) -> ScanSeen:
    return ScanSeen("1", text, 1, "wedge")


def test_a_name_asks_for_its_pin_and_the_pin_opens_the_desk(gate: Gate) -> None:
    assert {one.operator_id for one in gate.model.people} == {gate.manager, gate.volunteer}
    assert gate.model.locked
    gate.presenter.choose(gate.volunteer)
    assert gate.model.asking is not None
    assert gate.model.asking.operator_id == gate.volunteer
    gate.presenter.pin(OTHER)
    assert (gate.acting(), gate.desk.session.state.locked) == (gate.volunteer, False)


def test_a_wrong_pin_is_said_on_the_pad_and_asked_again(gate: Gate) -> None:
    gate.presenter.choose(gate.volunteer)
    gate.presenter.pin("00000")
    assert gate.wrong == ["operator.pin_wrong"]
    assert gate.desk.session.state.locked
    gate.presenter.pin(OTHER)
    assert gate.acting() == gate.volunteer


def test_back_from_the_pin_to_the_names(gate: Gate) -> None:
    gate.presenter.choose(gate.volunteer)
    assert gate.presenter.again()
    assert gate.model.asking is None
    assert not gate.presenter.again()


def test_one_scan_of_a_badge_signs_on(gate: Gate) -> None:
    assert gate.presenter.badge(scan(gate.badge))
    assert gate.acting() == gate.volunteer
    assert not gate.presenter.badge(scan(gate.badge))  # the desk is open: any scan goes its usual way


def test_a_foreign_badge_opens_nothing(gate: Gate) -> None:
    assert gate.presenter.badge(scan("https://example.com"))
    assert gate.desk.session.state.locked
    assert gate.voice.problems


def test_who_is_on_duty_is_switched_to_and_the_acting_one_goes_back(gate: Gate) -> None:
    gate.desk.session.sign_on_pin(gate.manager, PIN)
    gate.desk.session.sign_on_pin(gate.volunteer, OTHER)
    gate.presenter.open(gate.volunteer)
    assert gate.voice.went == [("", {})]
    gate.presenter.choose(gate.manager)
    if gate.model.asking is not None:  # the manager's rights are not taken without the PIN
        gate.presenter.pin(PIN)
    assert gate.acting() == gate.manager


def test_only_who_may_vouch_is_offered_it_and_the_first_timer_acts(gate: Gate) -> None:
    gate.desk.session.sign_on_pin(gate.manager, PIN)
    gate.presenter.refresh()
    assert gate.model.may_vouch
    gate.presenter.vouch("王新来")
    assert gate.acting() not in (gate.manager, gate.volunteer)
    gate.presenter.refresh()
    assert not gate.model.may_vouch


def test_signing_off_and_locking(gate: Gate) -> None:
    gate.desk.session.sign_on_pin(gate.volunteer, OTHER)
    gate.presenter.lock()
    assert gate.desk.session.state.locked
    gate.desk.session.sign_on_pin(gate.volunteer, OTHER)
    gate.presenter.sign_off()
    assert gate.volunteer not in {chip.operator_id for chip in gate.desk.session.state.chips}


def test_a_duty_card_opens_the_locked_desk_and_clocks_its_owner_on(gate: Gate) -> None:
    with gate.desk.store.unit(COMMAND) as u:
        member = add_member(u, About("刘测试", operator_id=gate.volunteer))
        card = issue_duty(u, member).text
    assert gate.presenter.badge(scan(card))
    assert (gate.acting(), gate.desk.session.state.locked) == (gate.volunteer, False)
    with gate.desk.store.reading() as r:
        assert [one.member_id for one in on_duty(r)] == [member]
    gate.voice.undos[-1]()  # it was somebody else's card
    with gate.desk.store.reading() as r:
        assert on_duty(r) == []
    assert gate.desk.session.state.locked
    assert gate.volunteer not in {chip.operator_id for chip in gate.desk.session.state.chips}


def test_who_leaves_is_thanked_with_the_day_s_count(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(gate.voice, "done", said.append)
    gate.presenter.choose(gate.volunteer)
    gate.presenter.pin(OTHER)
    with gate.desk.store.unit(gate.desk.actor) as u:
        for _ in range(4):
            count(u, VisitorType.RIDER)
    gate.presenter.sign_off()
    assert said[-1] == "刘老师离开了值班台。今天这里帮了 4 人，辛苦了！"
