"""The card of one visit: what it shows masked, and each act."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desk.core.actor import Actor
from desk.core.clock import HOUR_MS
from desk.core.ids import new_id
from desk.operators.rules import actor_of
from desk.people.reads import find_household
from desk.reception import reads, service
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest
from tests.ui.pages.gate import DeskNow, Shell, ports_of
from ui.pages.visit.model import Full, VisitModel
from ui.pages.visit.presenter import VisitPresenter
from ui.shell.ports import Question


class Card:
    """A presenter on one admitted guest."""

    def __init__(self, desk: DeskNow, shell: Shell) -> None:
        self.presenter = VisitPresenter(ports_of(desk, shell))
        self.model: VisitModel | None = None
        self.full: Full | None = None
        self.done: list[tuple[str, Any]] = []
        self.presenter.show = self._show
        self.presenter.full = self._full
        self.presenter.done = lambda act, undo: self.done.append((act, undo))
        self.visit_id = admit(desk)
        self.presenter.open(self.visit_id)

    def _show(self, model: VisitModel) -> None:
        self.model = model

    def _full(self, full: Full | None) -> None:
        self.full = full

    def now(self) -> VisitModel:
        assert self.model is not None
        return self.model


def admit(desk: DeskNow, **fields: Any) -> str:
    door = desk.ask(find_household, "3-1-1202")
    draft = Draft(VisitorType.GUEST, name="龙测试", phone="10400001111", household_id=door.id, **fields)
    return str(desk.do(lambda u: service.admit(u, AdmitRequest(new_id(u.now), draft, Proof.PHONE))).visit_id)


@pytest.fixture
def card(desk: DeskNow, shell: Shell) -> Card:
    return Card(desk, shell)


def test_nothing_stands_in_full(card: Card) -> None:
    model = card.now()
    assert (model.name, model.phone, model.place) == ("龙*", "*******1111", "3-1-12**")
    assert "龙测试" not in repr(model)
    assert model.may_leave
    assert not model.may_enter


def test_leaving_and_its_undo(card: Card) -> None:
    card.presenter.check_out()
    assert card.now().state == "left"
    act, undo = card.done[-1]
    assert act == "left"
    undo()
    card.presenter.refresh()
    assert card.now().state == "admitted"
    assert [event.undone for event in card.now().events if event.kind == "left"] == [True]


def test_a_reveal_takes_a_reason_and_comes_in_full(card: Card, shell: Shell) -> None:
    card.presenter.reveal("")
    assert card.full is None
    assert shell.problems == ["people.reason_missing"]
    card.presenter.reveal("visitor_here")
    assert card.full is not None
    assert card.full.seconds == 30
    assert ("name", "龙测试") in card.full.pairs
    assert ("room", "3-1-1202") in card.full.pairs


def test_a_correction_is_a_new_event_with_its_reason(card: Card) -> None:
    card.presenter.correct("听错了", {"plate": "沪A12345"})
    last = card.now().events[-1]
    assert (last.kind, last.reason, last.fields) == ("corrected", "听错了", ("plate",))
    assert card.now().plate == "沪A·**345"
    assert card.now().events[0].kind == "admitted"


def test_staying_overnight(card: Card) -> None:
    card.presenter.stays(2)
    assert card.now().overnight


def test_a_watch_list_entry_from_the_visit(card: Card, desk: DeskNow) -> None:
    card.presenter.watch("冒充安检", "请看证件", "物业", 30)
    assert [(row.name, row.advice) for row in desk.ask(reads.watch_list)] == [("龙*", "请看证件")]


def test_a_volunteer_may_not_put_anyone_on_the_watch_list(desk: DeskNow, shell: Shell) -> None:
    from desk.operators.rules import actor_of

    visit_id = admit(desk)
    desk.actor = actor_of("0" * 31 + "2", "volunteer")
    found: list[VisitModel] = []
    presenter = VisitPresenter(ports_of(desk, shell))
    presenter.show = found.append
    presenter.open(visit_id)
    assert not found[-1].may_watch
    assert found[-1].may_correct


def test_an_expected_visit_leads_to_the_form(desk: DeskNow, shell: Shell, actor: Actor) -> None:
    visit_id = new_id(desk.clock.now_ms())
    draft = Draft(VisitorType.GUEST, name="龙测试")
    desk.do(lambda u: service.expect_with_pass(u, visit_id, draft, u.now, u.now + HOUR_MS))
    card = Card(desk, shell)
    card.presenter.open(visit_id)
    assert card.now().may_enter
    assert card.now().code_id
    card.presenter.enter()
    assert shell.went[-1] == ("admit", {"visit_id": visit_id})
    card.presenter.show_pass(card.now().code_id)
    assert shell.went[-1] == ("passcard", {"code_id": card.now().code_id})


def test_a_hold_stands_with_who_and_when_and_is_released(card: Card, desk: DeskNow, shell: Shell) -> None:
    assert card.now().may_hold
    card.presenter.hold("示例派出所", "来函 17 号", card.presenter.today() + timedelta(days=90))
    (held,) = card.now().holds
    assert (held.authority, held.reason) == ("示例派出所", "来函 17 号")
    assert held.when == f"{card.presenter.today():%Y-%m-%d}"
    assert held.until == f"{card.presenter.today() + timedelta(days=90):%Y-%m-%d}"
    card.presenter.release(held.id, Question("问", "句", "好", "不"))
    assert card.now().holds == ()
    assert [act for act, _ in card.done] == ["held", "released"]
    assert shell.problems == []


def test_a_hold_needs_its_order(card: Card, shell: Shell) -> None:
    today = card.presenter.today()
    card.presenter.hold(" ", "x", today)
    card.presenter.hold("x", " ", today)
    card.presenter.hold("x", "x", today - timedelta(days=1))
    assert shell.problems == ["hold.authority_empty", "hold.reason_empty", "hold.expiry"]
    assert card.now().holds == ()


def test_who_may_not_hold_sees_that_it_stands_and_no_more(card: Card, desk: DeskNow, shell: Shell) -> None:
    card.presenter.hold("示例派出所", "来函 17 号", card.presenter.today() + timedelta(days=90))
    desk.actor = actor_of(desk.actor.operator_id, "guard")
    card.presenter.refresh()
    model = card.now()
    assert not model.may_hold
    assert [(one.authority, one.reason) for one in model.holds] == [("", "")]
    card.presenter.hold("示例派出所", "来函 18 号", card.presenter.today() + timedelta(days=90))
    card.presenter.release(model.holds[0].id, Question("问", "句", "好", "不"))
    assert shell.problems == ["right.missing", "right.missing"]
    assert len(card.now().holds) == 1
