"""Admission: each visitor type from the window to the lists, proofs, double clicks, and what is never stored."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import select

from desk.codes import reads as codes_reads
from desk.codes import service as codes
from desk.codes.rules import RevokeReason
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Refused
from desk.reception import reads, service
from desk.reception.rules import TYPE_RULES, Draft, IdKind, Proof, VisitorType, VisitState
from desk.reception.rules_presence import Presence
from desk.reception.rules_windows import Window
from desk.reception.tables import VisitEvent
from desk.reception.views import AdmitRequest
from desk.store.tables import AuditLine
from tests.fakes.outbox import opened
from tests.reception.conftest import Gate

FILLED: dict[str, Any] = {"name": "欧阳测试", "company": "测试公司", "purpose_code": "other"}


def outbox(gate: Gate) -> list[dict[str, Any]]:
    return opened(gate.store)


@pytest.mark.parametrize("kind", list(VisitorType))
def test_every_type_comes_in_is_found_and_leaves(gate: Gate, kind: VisitorType) -> None:
    done = gate.admit(kind, **FILLED, phone="10400001234", plate="沪A·12345")
    card = gate.visit(done.visit_id)
    assert card.row.state is VisitState.ADMITTED
    assert card.row.presence is Presence.INSIDE
    assert gate.today().inside == 1
    assert [row.id for row in gate.ask(reads.find, "1234")] == [done.visit_id]
    if kind not in (VisitorType.RIDER, VisitorType.COURIER):
        assert done.due_at - done.in_at == TYPE_RULES[kind].limit_h * HOUR_MS
    gate.clock.advance(HOUR_MS // 4)
    gate.do(service.checkout, done.visit_id)
    card = gate.visit(done.visit_id)
    assert (card.row.state, card.row.out_source, card.stay_ms) == (VisitState.LEFT, "desk", HOUR_MS // 4)
    assert gate.today().inside == 0
    assert [event.kind for event in card.events] == ["admitted", "left"]


def test_lists_hold_no_name_phone_or_door_in_full(gate: Gate) -> None:
    done = gate.admit(phone="10400001234", plate="沪A12345")
    row = gate.visit(done.visit_id).row
    assert (row.name, row.phone, row.plate, row.building) == ("欧阳*", "*******1234", "沪A·**345", "3")
    assert "1202" not in repr(row)
    assert gate.visit(done.visit_id).place == "3-1-12**"


def test_a_courier_or_rider_is_asked_for_nothing(gate: Gate) -> None:
    for kind in (VisitorType.RIDER, VisitorType.COURIER):
        request = AdmitRequest(gate.new_id(), Draft(kind), Proof.INTERCOM)
        assert gate.do(service.admit, request).due_at == gate.clock.now_ms() + 20 * 60_000


def test_a_required_field_is_named_and_may_be_declined(gate: Gate) -> None:
    with pytest.raises(Refused, match=r"visit\.fields_missing") as refused:
        gate.admit(name="", household_id=None)
    assert refused.value.facts == {"fields": "name,household"}
    done = gate.admit(name="", declined=("name",))
    assert gate.visit(done.visit_id).declined == ("name",)


def test_a_declined_field_is_not_kept_even_when_something_was_typed(gate: Gate) -> None:
    done = gate.admit(phone="10400001234", declined=("phone",))
    assert gate.visit(done.visit_id).row.phone == ""
    assert gate.ask(reads.find, "1234") == ()


@pytest.mark.parametrize(
    ("proof", "reason", "code"),
    [(Proof.NONE, "", "visit.no_proof"), (Proof.OVERRIDE, " ", "visit.reason_missing"),
     (Proof.PREREG, "", "visit.not_expected"), (Proof.CODE, "", "visit.proof_not_valid"),
     (Proof.PASS, "", "visit.proof_not_valid"), (Proof.RECURRING, "", "visit.standing_gone")],
)  # fmt: skip
def test_admission_needs_a_proof_that_holds(gate: Gate, proof: Proof, reason: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        gate.admit(proof=proof, reason=reason)
    assert refused.value.code == code
    assert gate.ask(reads.total) == 0


def test_the_operator_may_decide_with_a_reason(gate: Gate) -> None:
    done = gate.admit(proof=Proof.OVERRIDE, reason="打了两次电话没人接,门口的家人认得")
    assert gate.visit(done.visit_id).proof is Proof.OVERRIDE


def test_a_household_code_proves_its_own_door_only(gate: Gate) -> None:
    issued = gate.do(codes.issue_household, gate.home)
    seen = gate.ask(codes_reads.identify, issued.text)
    with pytest.raises(Refused, match=r"visit\.other_household"):
        gate.admit(proof=Proof.CODE, seen=seen, household_id=gate.other)
    done = gate.admit(proof=Proof.CODE, seen=seen)
    assert gate.visit(done.visit_id).pass_serial == issued.serial


def test_two_clicks_admit_once(gate: Gate) -> None:
    request = AdmitRequest(gate.new_id(), gate.draft(), Proof.PHONE)
    first = gate.do(service.admit, request)
    lines = len(outbox(gate))
    gate.clock.advance(300)
    second = gate.do(service.admit, request)
    assert second.repeated
    assert (second.visit_id, second.in_at) == (first.visit_id, first.in_at)
    assert len(outbox(gate)) == lines
    assert gate.ask(reads.total) == 1


def test_a_left_visit_is_not_entered_again(gate: Gate) -> None:
    done = gate.admit()
    gate.do(service.checkout, done.visit_id)
    with pytest.raises(Refused, match=r"visit\.already_left"):
        gate.admit(visit_id=done.visit_id)


def test_everything_of_an_admission_is_in_one_unit(gate: Gate) -> None:
    done = gate.admit(name="慕容测试", phone="10400005678")
    lines = outbox(gate)
    mine = [line for line in lines if line["tx"] == lines[-1]["tx"]]
    assert [line["k"] for line in mine] == ["visit_event", "audit_line"]
    assert mine[0]["f"]["body"]["name"] == "慕容测试"
    assert "person_id" not in mine[0]["f"]["body"]
    assert mine[0]["f"]["visit_id"] == done.visit_id
    assert "慕容测试" not in json.dumps(mine[1], ensure_ascii=False)


def test_nothing_stays_when_the_unit_fails(gate: Gate) -> None:
    def fail() -> None:
        with gate.store.unit(gate.actor) as u:
            service.admit(u, AdmitRequest(gate.new_id(), gate.draft(), Proof.PHONE))
            raise Refused("test.power")

    before = len(outbox(gate))
    with pytest.raises(Refused):
        fail()
    assert gate.ask(reads.total) == 0
    assert len(outbox(gate)) == before
    assert gate.ask(reads.find, "欧阳") == ()
    assert gate.ask(reads.hints, "欧阳测试") == ()


def test_a_child_alone_gives_nothing_and_the_host_is_called(gate: Gate) -> None:
    child: dict[str, Any] = {"minor_alone": True, "name": "小测试", "phone": "10400001234", "note": "穿红衣服"}
    issued = gate.do(codes.issue_household, gate.home)
    seen = gate.ask(codes_reads.identify, issued.text)
    with pytest.raises(Refused, match=r"visit\.call_host"):
        gate.admit(proof=Proof.CODE, seen=seen, **child)
    done = gate.admit(**child)
    assert gate.do(service.reveal, done.visit_id, "visitor_here").name == ""
    assert "小测试" not in json.dumps(outbox(gate), ensure_ascii=False)
    assert gate.ask(reads.hints, "小测试", "10400001234") == ()
    gate.clock.advance(5 * HOUR_MS)
    assert [row.id for row in gate.today().overstays] == [done.visit_id]


def test_an_id_number_is_never_stored_raw(gate: Gate) -> None:
    number = "99010119000101000X"
    quiet = gate.admit(id_kind=IdKind.RESIDENT, id_number=number)
    assert gate.visit(quiet.visit_id).id_masked == ""
    with gate.store.unit(gate.actor) as u:
        u.put_setting("visit.keep_id_number", True)
    kept = gate.admit(name="夏侯测试", id_kind=IdKind.RESIDENT, id_number=number)
    assert gate.visit(kept.visit_id).id_masked == "990*************0X"
    with gate.store.reading() as r:
        bodies = r.conn.execute(select(VisitEvent.body)).scalars().all()
    assert number not in json.dumps([dict(body) for body in bodies])
    assert number not in json.dumps(outbox(gate))
    assert any(len(body.get("id_hash", "")) == 64 for body in bodies)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("=1+2", "=1+2"), ("<b>测试</b>", "<b>测试</b>"), ("测\u202e试", "测试"), ("'; DROP TABLE visit;--", None),
     ("欧阳\x00\x07测", "欧阳测"), ("𬱖·𠮷力", "𬱖·𠮷力"), ("阿依古丽·买买提", None)],
)  # fmt: skip
def test_hostile_and_rare_names_are_only_text(gate: Gate, name: str, kept: str | None) -> None:
    done = gate.admit(name=name)
    assert gate.do(service.reveal, done.visit_id, "visitor_here").name == (kept or name)
    assert gate.ask(reads.total) == 1


def test_a_payload_too_long_is_refused_not_cut(gate: Gate) -> None:
    for field in ("name", "purpose", "phone"):
        with pytest.raises(Refused, match=r"visit\.text_long"):
            gate.admit(**{field: "9" * 5000})
    with pytest.raises(Refused, match=r"visit\.party_size"):
        gate.admit(party_size=0)


def test_a_group_counts_its_people(gate: Gate) -> None:
    gate.admit(party_size=7)
    view = gate.today()
    assert (view.inside, view.admitted_today) == (7, 7)


def test_coming_in_again_ends_the_earlier_visit(gate: Gate) -> None:
    first = gate.admit(phone="10400001234")
    gate.clock.advance(HOUR_MS)
    second = gate.admit(phone="10400001234")
    assert second.closed == (first.visit_id,)
    assert gate.visit(first.visit_id).row.out_source == "reentry"
    assert gate.today().inside == 1


def test_two_people_of_one_name_are_both_inside(gate: Gate) -> None:
    gate.admit()
    assert gate.admit().closed == ()
    assert gate.today().inside == 2


def test_a_contractor_stays_until_the_permit_s_evening(gate: Gate) -> None:
    window = Window(gate.clock.now_ms() - DAY_MS, gate.clock.now_ms() + 30 * DAY_MS, (1, 2, 3, 4, 5), 480, 1080)
    permit = gate.do(
        service.add_permit, permit_no="装-0001", company="测试装饰", window=window, household_id=gate.home,
        workers=["司马测试"], tools="电锤",
    )  # fmt: skip
    done = gate.admit(VisitorType.CONTRACTOR, **FILLED, permit_id=permit)
    assert done.due_at == gate.clock.now_ms() + 10 * HOUR_MS  # 18:00
    gate.clock.advance(11 * HOUR_MS)
    assert [row.id for row in gate.today().overstays] == [done.visit_id]
    late: dict[str, Any] = {**FILLED, "name": "司空测试", "permit_id": permit}
    with pytest.raises(Refused, match=r"window\.hour"):
        gate.admit(VisitorType.CONTRACTOR, **late)
    assert gate.admit(VisitorType.CONTRACTOR, Proof.OVERRIDE, reason="漏水抢修", **late).closed == ()


def test_more_people_than_the_permit_names_take_the_operators_word(gate: Gate) -> None:
    window = Window(gate.clock.now_ms() - DAY_MS, gate.clock.now_ms() + 30 * DAY_MS)
    named, open_ = (
        gate.do(service.add_permit, permit_no="装-2", company="测试装饰", window=window, workers=workers)
        for workers in (["司马测试", "令狐测试"], [])
    )
    two: dict[str, Any] = {**FILLED, "permit_id": named}
    gate.admit(VisitorType.CONTRACTOR, **two, party_size=2)
    with pytest.raises(Refused, match=r"permit\.crowd"):
        gate.admit(VisitorType.CONTRACTOR, **two, party_size=3)
    gate.admit(VisitorType.CONTRACTOR, Proof.OVERRIDE, reason="多来一位搬运", **two, party_size=3)
    gate.admit(VisitorType.CONTRACTOR, **{**two, "permit_id": open_}, party_size=9)


def test_a_mistyped_resident_number_is_noticed_and_never_asked_for(gate: Gate) -> None:
    with pytest.raises(Refused, match=r"visit\.id_number"):
        gate.admit(id_kind=IdKind.RESIDENT, id_number="990101190001010001")
    gate.admit(id_kind=IdKind.PASSPORT, id_number="Q0000001")  # no standard says what is wrong with it
    gate.admit(id_kind=IdKind.RESIDENT, id_number="990101190001010001", declined=("id_number",))
    gate.admit(id_kind=IdKind.RESIDENT)


def test_the_trail_says_who_admitted_without_personal_data(gate: Gate) -> None:
    gate.admit(name="上官测试")
    with gate.store.reading() as r:
        line = r.conn.execute(select(AuditLine.__table__).order_by(AuditLine.num.desc()).limit(1)).one()
    assert (line.action, line.operator_id) == ("visit.admitted", gate.actor.operator_id)
    assert line.detail == {"type": "guest", "proof": "phone", "declined": [], "watched": False}


def test_without_the_right_nobody_admits(gate: Gate) -> None:
    from desk.core.actor import NOBODY

    with pytest.raises(Refused, match=r"right\.missing"), gate.store.unit(NOBODY) as u:
        service.admit(u, AdmitRequest(gate.new_id(), gate.draft(), Proof.PHONE))


def test_a_code_revoked_between_scan_and_enter_lets_nobody_in(gate: Gate) -> None:
    issued = gate.do(codes.issue_household, gate.home)
    seen = gate.ask(codes_reads.identify, issued.text)
    gate.do(codes.revoke, issued.code_id, RevokeReason.LOST)
    with pytest.raises(Refused, match=r"visit\.proof_not_valid"):
        gate.admit(proof=Proof.CODE, seen=seen)


def test_words_of_lists_are_kept_to_the_list(gate: Gate) -> None:
    done = gate.admit(purpose_code="'; DROP", declined=("phone", "phone", "made up"))
    card = gate.visit(done.visit_id)
    assert (card.row.purpose_code, card.declined) == ("other", ("phone",))
