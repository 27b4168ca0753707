"""The admit form's presenter over the real store: what is asked, what fills itself, what is written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desk.codes import service as codes
from desk.codes.reads import identify
from desk.codes.rules import Kind
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.ids import new_id
from desk.people.reads import find_household
from desk.reception import reads, service
from desk.reception.reads_drafts import kept_draft
from desk.reception.rules import Draft, Proof, VisitorType, VisitState
from desk.reception.rules_windows import Window
from desk.reception.service_minimum import keep_id_number
from desk.reception.views import AdmitRequest
from tests.ui.pages.gate import DeskNow, Shell
from ui.pages.admit.model import AdmitModel, Done
from ui.pages.admit.presenter import AdmitPresenter
from ui.shell.ports import Ports


class Form:
    """A presenter and the last model it showed."""

    def __init__(self, ports: Ports) -> None:
        self.presenter = AdmitPresenter(ports)
        self.model = AdmitModel()
        self.doors: tuple[Any, ...] = ()
        self.admitted: list[Done] = []
        self.counted: list[str] = []
        self.presenter.show = self._show
        self.presenter.doors = self._found
        self.presenter.admitted = self.admitted.append
        self.presenter.counted = lambda kind, undo: self.counted.append(kind)
        self.presenter.start()

    def _show(self, model: AdmitModel) -> None:
        self.model = model

    def _found(self, rows: tuple[Any, ...]) -> None:
        self.doors = rows

    def fill(self, kind: str = "guest", name: str = "龙测试", proof: str = "phone") -> None:
        self.presenter.choose(kind)
        self.presenter.find_door("3-1-1202")
        self.presenter.pick(self.doors[0])
        self.presenter.put("name", name)
        self.presenter.change(proof=proof)


@pytest.fixture
def form(ports: Ports) -> Form:
    return Form(ports)


def home(desk: DeskNow) -> str:
    found = desk.ask(find_household, "3-1-1202")
    return str(found.id)


def visits(desk: DeskNow, words: str = "龙测试") -> Any:
    return desk.ask(reads.find, words)


def test_the_fast_lane_only_counts(form: Form, desk: DeskNow) -> None:
    form.presenter.choose("rider")
    assert form.counted == ["rider"]
    assert form.model.kind == ""
    assert desk.ask(reads.tally).today["rider"] == 1


def test_a_guest_is_admitted_once_however_often_one_presses(form: Form, desk: DeskNow) -> None:
    form.fill()
    assert form.model.lacks == ()
    form.presenter.admit()
    form.presenter.admit()
    assert [one.repeated for one in form.admitted] == [False, True]
    assert [row.state for row in visits(desk)] == [VisitState.ADMITTED]
    assert (form.model.done and form.model.done.place) == "3-1-12**"


def test_what_is_missing_is_marked_in_the_order_of_the_form(form: Form, shell: Shell) -> None:
    form.presenter.choose("guest")
    form.presenter.admit()
    assert form.model.wrong
    assert form.model.lacks == ("household", "name")
    assert shell.tones == ["bad"]


def test_a_field_may_always_be_refused(form: Form, desk: DeskNow) -> None:
    form.fill(name="")
    form.presenter.decline("name", True)
    form.presenter.admit()
    assert form.model.done is not None
    row = desk.ask(reads.visit, form.model.done.visit_id)
    assert row.declined == ("name",)


def test_doors_by_room_and_by_an_owners_pinyin(form: Form) -> None:
    form.presenter.find_door("3-1")
    assert [door.label for door in form.doors] == ["3-1-1202"]
    form.presenter.find_door("oyc")
    assert [(door.who, door.id != "") for door in form.doors] == [("欧阳*", True)]


def test_a_scan_names_and_vouches_for_the_household(form: Form, desk: DeskNow) -> None:
    issued = desk.do(lambda u: codes.issue(u, Kind.INDOOR, home(desk)))
    assert form.presenter.scanned(desk.ask(identify, issued.text))
    assert (form.model.kind, form.model.proof, form.model.door and form.model.door.label) == (
        "guest",
        "code",
        "3-1-12**",
    )
    form.presenter.put("name", "龙测试")
    form.presenter.admit()
    assert form.model.done is not None
    assert desk.ask(reads.visit, form.model.done.visit_id).proof is Proof.CODE


def test_another_door_takes_the_codes_word_away(form: Form, desk: DeskNow) -> None:
    issued = desk.do(lambda u: codes.issue(u, Kind.INDOOR, home(desk)))
    form.presenter.scanned(desk.ask(identify, issued.text))
    form.presenter.find_door("5-101")
    form.presenter.pick(form.doors[0])
    assert form.model.proof == "none"
    assert "code" not in form.model.proofs


def test_a_returning_visitor_fills_the_form_when_a_person_says_so(form: Form, desk: DeskNow) -> None:
    before = Draft(VisitorType.GUEST, name="龙测试", phone="10400001111", plate="沪A12345", household_id=home(desk))
    desk.do(lambda u: service.admit(u, AdmitRequest(new_id(u.now), before, Proof.PHONE)))
    form.presenter.choose("guest")
    form.presenter.put("name", "龙测试")
    form.presenter.look()
    one = next(one for one in form.model.suggestions if one.kind == "person")
    assert (one.label, one.why, one.place) == ("龙*", "same", "3-1-12**")
    assert form.model.door is None
    form.presenter.confirm(one)
    assert (form.model.values["phone"], form.model.values["plate"]) == ("10400001111", "沪A12345")
    assert form.model.door is not None
    assert form.model.suggestions == ()


def test_who_is_still_noted_as_inside_is_inside_once(form: Form, desk: DeskNow) -> None:
    before = Draft(VisitorType.GUEST, name="龙测试", household_id=home(desk))
    desk.do(lambda u: service.admit(u, AdmitRequest(new_id(u.now), before, Proof.PHONE)))
    form.fill()
    form.presenter.look()
    form.presenter.confirm(next(one for one in form.model.suggestions if one.kind == "inside"))
    form.presenter.admit()
    assert form.admitted[0].closed == 1
    assert sorted(row.state for row in visits(desk)) == [VisitState.ADMITTED, VisitState.LEFT]


def test_somebody_else_is_not_asked_about_again(form: Form, desk: DeskNow) -> None:
    before = Draft(VisitorType.GUEST, name="龙测试", household_id=home(desk))
    desk.do(lambda u: service.admit(u, AdmitRequest(new_id(u.now), before, Proof.PHONE)))
    form.presenter.choose("guest")
    form.presenter.put("name", "龙测试")
    form.presenter.look()
    for one in form.model.suggestions:
        form.presenter.dismiss(one)
    form.presenter.look()
    assert form.model.suggestions == ()


def test_an_expected_visitor_is_let_in_on_the_announcement(form: Form, desk: DeskNow) -> None:
    visit_id = new_id(desk.clock.now_ms())
    draft = Draft(VisitorType.GUEST, name="龙测试", household_id=home(desk), party_size=3)
    desk.do(lambda u: service.expect(u, visit_id, draft, u.now, u.now + HOUR_MS))
    form.presenter.open({"visit_id": visit_id})
    assert (form.model.proof, form.model.party, form.model.values["name"]) == ("prereg", 3, "龙测试")
    form.presenter.admit()
    assert form.model.done is not None
    assert form.model.done.visit_id == visit_id


def test_the_watch_list_advises_and_never_refuses(form: Form, desk: DeskNow) -> None:
    desk.do(
        lambda u: service.watch_add(
            u, reason="冒充安检", advice="请看证件", owner="物业", expires_at=u.now + DAY_MS, name="龙测试"
        )
    )
    form.fill()
    form.presenter.look()
    one = next(one for one in form.model.suggestions if one.kind == "watch")
    assert one.advice == "请看证件"
    form.presenter.confirm(one)
    assert form.model.watch == "请看证件"
    assert form.model.lacks == ()
    form.presenter.admit()
    assert form.model.done is not None
    assert desk.ask(reads.visit, form.model.done.visit_id).row.watched


def test_a_standing_pass_vouches(form: Form, desk: DeskNow) -> None:
    window = Window(desk.clock.now_ms() - HOUR_MS, desk.clock.now_ms() + DAY_MS)
    desk.do(
        lambda u: service.give_standing(
            u, household_id=home(desk), alias="龙测试", visitor_type=VisitorType.DOMESTIC, window=window
        )
    )
    form.presenter.choose("domestic")
    form.presenter.put("name", "龙测试")
    form.presenter.look()
    form.presenter.confirm(next(one for one in form.model.suggestions if one.kind == "pass"))
    assert form.model.proof == "recurring"
    form.presenter.admit()
    assert form.model.done is not None


def test_a_contractor_picks_a_permit_or_enters_one(form: Form, desk: DeskNow) -> None:
    form.fill("contractor")
    form.presenter.put("company", "测试装饰")
    form.presenter.look()
    assert form.model.permits == ()
    form.presenter.add_permit(
        number="装修1", company="测试装饰", first=date(2026, 11, 1), last=date(2026, 12, 1), weekdays=(1, 2, 3, 4, 5, 6, 7),
        start_min=0, end_min=1440, workers=["龙测试", "熊测试"],
    )  # fmt: skip
    assert [(line.number, line.workers) for line in form.model.permits] == [("装修1", 2)]
    assert form.model.permit == form.model.permits[0].id
    form.presenter.admit()
    assert form.model.done is not None
    assert desk.ask(reads.visit, form.model.done.visit_id).permit_id == form.model.permit


def test_a_permit_that_does_not_hold_takes_the_operators_reason(form: Form, desk: DeskNow) -> None:
    today = desk.time.local(desk.clock.now_ms()).isoweekday()
    window = Window(desk.clock.now_ms() - DAY_MS, desk.clock.now_ms() + 9 * DAY_MS, (today % 7 + 1,))
    permit = desk.do(
        lambda u: service.add_permit(u, permit_no="装修1", company="测试装饰", window=window, household_id=home(desk))
    )
    form.fill("contractor")
    form.presenter.put("company", "测试装饰")
    form.presenter.look()
    assert form.model.permits[0].says == "window.weekday"
    form.presenter.change(permit=permit)
    assert (form.model.permit_says, form.model.proofs, form.model.proof) == (
        "window.weekday",
        ("override",),
        "override",
    )
    assert form.model.lacks == ("reason",)
    form.presenter.admit()
    assert form.model.wrong
    assert form.model.done is None
    form.presenter.change(permit="")
    assert (form.model.permit_says, form.model.proof, form.model.lacks) == ("", "phone", ())
    form.presenter.change(permit=permit)
    form.presenter.change(reason="物业通知过")
    assert form.model.lacks == ()
    form.presenter.admit()
    assert form.model.done is not None
    assert desk.ask(reads.visit, form.model.done.visit_id).permit_id == permit


def test_more_people_than_the_permit_names_take_the_operators_reason(form: Form, desk: DeskNow) -> None:
    window = Window(desk.clock.now_ms() - DAY_MS, desk.clock.now_ms() + 9 * DAY_MS)
    permit = desk.do(
        lambda u: service.add_permit(
            u, permit_no="装修1", company="测试装饰", window=window, household_id=home(desk), workers=["龙测试"]
        )
    )
    form.fill("contractor", name="")
    form.presenter.put("company", "测试装饰")
    form.presenter.look()
    form.presenter.change(permit=permit)
    assert (form.model.permit_says, form.model.lacks, form.model.waits) == ("", ("name",), False)
    form.presenter.change(party=2)
    assert (form.model.permit_says, form.model.lacks, form.model.waits) == ("permit.crowd", ("name", "reason"), True)
    form.presenter.change(party=1)
    assert (form.model.permit_says, form.model.proof) == ("", "phone")
    form.presenter.change(party=2)
    form.presenter.change(reason="多来一位搬运")
    assert form.model.lacks == ("name",)
    form.presenter.put("name", "龙测试")
    assert not form.model.waits
    form.presenter.admit()
    assert form.model.done is not None


def test_the_kind_of_document_is_kept_with_the_masked_number(form: Form, desk: DeskNow) -> None:
    desk.do(lambda u: keep_id_number(u, True))
    form.fill()
    form.presenter.change(id_kind="resident_id")
    form.presenter.put("id_number", "990101190001010001")
    assert form.model.lacks == ("id_number",)
    form.presenter.admit()
    assert form.model.done is None
    form.presenter.put("id_number", "99010119000101000X")
    form.presenter.admit()
    assert form.model.done is not None
    seen = desk.ask(reads.visit, form.model.done.visit_id)
    assert (seen.id_kind, seen.id_masked) == ("resident_id", "990*************0X")


def test_who_will_not_give_the_number_comes_in_all_the_same(form: Form, desk: DeskNow) -> None:
    desk.do(lambda u: keep_id_number(u, True))
    form.fill()
    form.presenter.change(id_kind="hk_macao_permit")
    form.presenter.put("id_number", "H0000000")
    form.presenter.decline("id_number", True)
    form.presenter.admit()
    assert form.model.done is not None
    seen = desk.ask(reads.visit, form.model.done.visit_id)
    assert (seen.id_kind, seen.id_masked, seen.declined) == ("hk_macao_permit", "", ("id_number",))


def test_a_standing_pass_or_a_permit_brings_what_it_says(form: Form, desk: DeskNow) -> None:
    window = Window(desk.clock.now_ms() - DAY_MS, desk.clock.now_ms() + 9 * DAY_MS)
    permit = desk.do(
        lambda u: service.add_permit(u, permit_no="装修1", company="测试装饰", window=window, household_id=home(desk))
    )
    standing, _ = desk.do(
        lambda u: service.give_standing(
            u, household_id=home(desk), alias="熊测试", visitor_type=VisitorType.DOMESTIC, window=window
        )
    )
    form.presenter.open({"type": "contractor", "permit_id": permit})
    assert (form.model.permit, form.model.values["company"], form.model.lacks) == (permit, "测试装饰", ("name",))
    form.presenter.again()
    form.presenter.open({"type": "domestic", "standing_id": standing})
    assert (form.model.kind, form.model.proof, form.model.known) == ("domestic", "recurring", "熊*")
    form.presenter.again()
    form.presenter.open({"type": "contractor", "permit_id": "0" * 32})
    assert form.model.permit == ""


def test_a_child_alone_is_asked_nothing_but_the_household_to_call(form: Form) -> None:
    form.fill(name="")
    form.presenter.change(minor=True)
    assert form.model.required == ("household",)
    assert form.model.lacks == ()
    form.presenter.change(proof="none")
    assert form.model.lacks == ("proof",)


def test_deciding_oneself_takes_a_reason(form: Form) -> None:
    form.fill(proof="override")
    assert form.model.lacks == ("reason",)
    form.presenter.change(reason="看过证件")
    assert form.model.lacks == ()


def test_a_half_filled_form_survives_the_end_of_the_program(form: Form, ports: Ports, desk: DeskNow) -> None:
    form.fill()
    form.presenter.put("id_number", "110000000000000000")
    form.presenter.keep()
    assert "id_number" not in str(desk.ask(kept_draft, "admit"))
    again = Form(ports)
    assert again.model.restored
    assert (again.model.values["name"], again.model.door and again.model.door.label) == ("龙测试", "3-1-1202")
    again.presenter.admit()
    assert again.model.done is not None
    assert desk.ask(kept_draft, "admit") == {}


def test_the_form_survives_another_language_with_its_scan(form: Form, ports: Ports, desk: DeskNow) -> None:
    issued = desk.do(lambda u: codes.issue(u, Kind.INDOOR, home(desk)))
    form.presenter.scanned(desk.ask(identify, issued.text))
    other = Form(ports)
    other.presenter.restore(form.presenter.draft())
    assert (other.model.proof, other.model.door) == ("code", form.model.door)


def test_the_household_says_no(form: Form, desk: DeskNow) -> None:
    undo: list[Any] = []
    form.presenter.refused = undo.append
    form.fill(proof="none")
    form.presenter.refuse("住户不同意")
    assert [row.state for row in visits(desk)] == [VisitState.REFUSED]
    assert form.model.kind == ""
    undo[0]()
    assert [row.state for row in visits(desk)] != [VisitState.REFUSED]


def test_undo_gives_the_form_back(form: Form, desk: DeskNow) -> None:
    form.fill()
    form.presenter.admit()
    first = form.admitted[0].visit_id
    form.presenter.undo(first)
    assert form.model.done is None
    assert form.model.values["name"] == "龙测试"
    form.presenter.admit()
    assert form.admitted[-1].visit_id != first


def test_a_pass_for_the_visit_lets_out_again(form: Form, desk: DeskNow, shell: Shell) -> None:
    form.fill()
    form.presenter.admit()
    form.presenter.passes.give()
    page, arguments = shell.went[-1]
    assert page == "passcard"
    seen = desk.ask(identify, arguments["issued"].text)
    assert seen.code is not None
    assert seen.code.visitor_ref == form.admitted[0].visit_id


def test_clearing_can_be_taken_back(form: Form) -> None:
    form.fill()
    back = form.presenter.clear()
    assert form.model.kind == ""
    back()
    assert form.model.values["name"] == "龙测试"
