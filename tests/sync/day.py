"""A day at one gate that touches every kind of record, and what every screen says of it, to hold two desks side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import select

from desk.codes import reads as codes_reads
from desk.codes import reads_lists
from desk.codes import service as codes
from desk.codes.rules import Kind, RevokeReason
from desk.codes.service_keys import trust_key
from desk.codes.service_passes import replace_pass
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.ids import new_id
from desk.erasing import rules
from desk.operators import reads as operators_reads
from desk.operators import service as operators
from desk.people import reads as people_reads
from desk.people import service as people
from desk.people.reads_doors import find_doors
from desk.people.tables import KnownVisitor
from desk.reception import reads, reads_grants, service
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.rules_presence import Presence
from desk.reception.rules_windows import Window
from desk.reception.views import VisitDetail
from desk.records import reads_holds, service_holds
from desk.records.retention import run_retention
from desk.store.identity import House, edit_gate, edit_house, edit_site, gate_names, here, house
from desk.store.notices import shown as shown_notice
from desk.store.unit import Reading
from tests.fakes.clock import FakeClock
from tests.sync.day_alarms import alarm_screens, alarmed
from tests.sync.day_devices import device_screens, machines
from tests.sync.day_duty import duty_screens, on_duty
from tests.sync.day_faces import face_screens, faced
from tests.sync.day_hearings import hearing_screens, received
from tests.sync.day_lending import lending_screens, lent
from tests.sync.day_requests import asked_about, request_screens
from tests.sync.day_screen import screen_screens, shown
from tests.sync.gatehouse import Day, Gatehouse, bare
from tests.sync.pair import Desk

WEEK = (1, 2, 3, 4, 5, 6, 7)
ASKED = ("欧阳", "zhang", "0001", "1202", "3-1", "沪A", "测试公司", "顺丰", "水果", "司马", "慕容", "7-501", "A1")


def a_day(desk: Desk, clock: FakeClock) -> Day:
    at = Gatehouse(desk, clock)
    home, other = at.door("3", "1", "1202"), at.door("7", "", "501")
    _people(at, home, other)
    _visits(at, home, other)
    _standing(at, home, other)
    _codes(at, home, other)
    helper = _office(at)
    on_duty(at, helper)
    received(at, home)
    shown(at)
    machines(at, home)
    lent(at, home)
    alarmed(at, at.day.people[1])
    faced(at, at.day.people[0], at.day.people[1])
    at.day.roll = at.do(service.open_call).call_id
    at.do(service.mark, at.day.roll, at.day.visits[0], "safe")
    at.do(service.mark, at.day.roll, at.day.visits[0], "not_found")
    at.do(service.as_drill, at.day.roll)
    at.do(service.close_call, at.day.roll)
    return at.day


def _people(at: Gatehouse, home: str, other: str) -> None:
    gone = at.door("9", "2", "303")
    at.do(people.remove_household, gone)
    wei = at.person("张伟", "10400000001", ("沪A12345",), home)
    lan = at.person("欧阳兰", "10400000002", (), home, "family")
    at.person("司马·艾力", "", ("京B88888",), other)
    twin = at.person("张伟", "", (), home, "family")
    at.do(people.edit_person, lan, "欧阳岚", "10400000022", ("沪C00001",))
    at.do(people.merge, wei, twin)
    at.do(people.give_consent, wei, "face", "2026-1")
    at.do(people.withdraw_consent, wei, "face", "2026-1")
    at.do(people.give_consent, lan, "face", "2026-1")
    erased = at.person("赵消失", "10400000009", (), other)
    at.do(people.erase_person, erased)
    moved = at.person("钱搬走", "10400000008", (), other)
    at.do(people.move_out, moved)
    at.do(people.edit_household, other, "7", "", "502")


def _visits(at: Gatehouse, home: str, other: str) -> None:
    guest = Draft(VisitorType.GUEST, "欧阳测试", "10400000001", "沪B00001", household_id=home)
    first = at.admit(guest)
    at.admit(replace(guest, name="慕容测试", phone="", plate=""), Proof.OVERRIDE, reason="认得")
    left = at.admit(replace(guest, name="司马测试", phone="10400000003", household_id=other, party_size=3))
    at.do(service.checkout, left)
    undone = at.admit(replace(guest, name="张三", phone="", plate=""))
    at.do(service.undo, undone)
    at.do(service.correct, first, "写错了", name="欧阳试", household_id=other)
    child = at.admit(Draft(VisitorType.GUEST, "小明", "10400000004", household_id=home, minor_alone=True))
    at.do(service.stays_overnight, first, at.clock.now_ms() + DAY_MS)
    expected = at.visit()
    draft = Draft(VisitorType.GUEST, "张约定", "10400000005", household_id=home)
    now = at.clock.now_ms()
    at.day.texts.append(
        at.do(service.expect_with_pass, expected, draft, now + HOUR_MS // 2, now + 5 * HOUR_MS).text
    )  # fmt: skip
    for name, turn in (("甲约", service.cancel_expected), ("乙约", service.arrive), ("丙约", None)):
        visit_id = at.visit()
        at.do(service.expect, visit_id, replace(draft, name=name), now + HOUR_MS)
        if turn is not None:
            at.do(turn, visit_id)
    seen = at.desk.ask(codes_reads.identify, at.day.texts[0])
    at.admit(draft, Proof.PASS, expected, seen=seen)
    at.do(service.refuse, at.visit(), "说不清找谁", replace(draft, name="丁某"))
    at.do(service.count, VisitorType.RIDER, "美团")
    wrong = at.do(service.count, VisitorType.COURIER, "顺丰")
    at.do(service.undo_count, wrong)
    assert child


def _standing(at: Gatehouse, home: str, other: str) -> None:
    now = at.clock.now_ms()
    window = Window(now - HOUR_MS, now + 60 * DAY_MS, WEEK, 0, 1440)
    values = {"household_id": home, "alias": "司徒阿姨", "visitor_type": VisitorType.DOMESTIC, "window": window}
    helper, issued = at.do(service.give_standing, **values, phone="10400007777", with_code=True)
    at.day.texts.append(issued.text)
    at.admit(
        Draft(VisitorType.DOMESTIC, "司徒阿姨", household_id=home), Proof.RECURRING, recurring_id=helper
    )  # fmt: skip
    ended, issued = at.do(service.give_standing, **{**values, "alias": "钟点工"}, with_code=True)
    at.day.texts.append(issued.text)
    at.do(service.revoke_standing, ended, "不来了")
    permit = at.do(
        service.add_permit, permit_no="装修1", company="测试公司", window=window, household_id=other,
        workers=["工甲", "工乙"], tools="电钻",
    )  # fmt: skip
    at.admit(
        Draft(
            VisitorType.CONTRACTOR,
            "工甲",
            "10400000006",
            "",
            "测试公司",
            "repair",
            household_id=other,
            permit_id=permit,
        )
    )
    at.do(service.revoke_permit, at.do(service.add_permit, permit_no="装修2", company="别家", window=window))
    watch = at.do(
        service.watch_add, reason="推销", owner="居委会", expires_at=now + 30 * DAY_MS, name="欧阳看", phone="4321"
    )  # fmt: skip
    at.do(service.watch_review, watch, keep_until=now + 90 * DAY_MS)
    at.do(service.watch_add, reason="过去", owner="居委会", expires_at=now + DAY_MS, plate="沪D00001")
    at.do(service.park, household_id=home, what="水果一箱", shelf="A1", left_by="顺丰")
    taken = at.do(service.park, household_id=other, what="文件", shelf="A2")
    at.do(service.hand_out, taken.goods_id, code=taken.code)
    back = at.do(service.park, household_id=other, what="水果", shelf="B1")
    at.do(service.hand_out, back.goods_id, taken_by="本人")
    at.do(service.undo_hand_out, back.goods_id)
    at.do(service.reminded, back.goods_id)


def _codes(at: Gatehouse, home: str, other: str) -> None:
    indoor = at.do(codes.issue_household, home)
    again = at.do(codes.reissue, indoor.code_id)
    outdoor = at.do(codes.issue, Kind.OUTDOOR, other)
    at.do(codes.revoke, outdoor.code_id, RevokeReason.LOST)
    asset = at.do(codes.issue, Kind.ASSET, new_id(at.clock.now_ms()))
    replaced = at.desk.ask(codes_reads.identify, at.day.texts[1])
    fresh = at.do(replace_pass, replaced.code_id)
    at.day.texts += [indoor.text, again.text, outdoor.text, asset.text, fresh.text, "别人的码"]
    at.do(trust_key, bytes(range(32)))
    at.do(
        codes.note, new_id(at.clock.now_ms()), "camera", "visit", at.desk.ask(codes_reads.identify, again.text), 90, 12
    )


def _office(at: Gatehouse) -> str:
    """Returns the sign-on of a volunteer."""
    manager = at.do(operators.make_first_manager, "周经理", "2468")
    helper = at.do(operators.add_operator, "王秀兰", "volunteer", "1357")
    at.do(operators.bind_badge, helper.operator_id, "BADGE-0001")
    at.do(operators.edit_operator, at.do(operators.add_operator, "李离开", "guard").operator_id, active=False)
    assert manager
    hold = (at.clock.now_ms() + 30 * DAY_MS,)
    at.do(service_holds.place_hold, "visit", at.day.visits[0], "某派出所", "调查", *hold)
    at.do(service_holds.release_hold, at.do(service_holds.place_hold, "visit", at.day.visits[1], "某所", "查", *hold))
    asked_about(at, at.day.people[1])
    at.do(edit_house, House("门内墙上", (("值班", "10400000010"),), "物业"))
    at.do(edit_site, name="锦绣苑", address="明珠路 88 弄", url_prefix="")
    at.do(edit_gate, name="南大门", phone="1040-0001")
    at.do(shown_notice, new_id(at.clock.now_ms()))
    at.do(run_retention, rules(), "asked", True)
    left = at.desk.ask(
        lambda r: r.conn.execute(select(KnownVisitor.id).where(KnownVisitor.name == "司马测试")).scalar()
    )
    assert at.do(people.forget_visitor, left)
    return str(helper.operator_id)


# --- what the screens say -------------------------------------------------------------------------------------------


def screens(desk: Desk, day: Day) -> dict[str, Any]:
    """Every list and card, without what each desk numbers for itself."""
    with desk.store.reading() as r:
        return {
            **_gate_screens(r, day), **_people_screens(r, desk, day), **_code_screens(r, day), **_office_screens(r),
            **lending_screens(r, day), **duty_screens(r, desk, day), **hearing_screens(r, desk, day), **screen_screens(r, day), **device_screens(r, day),
            **alarm_screens(r, day), **face_screens(r, day),
        }  # fmt: skip


def _gate_screens(r: Reading, day: Day) -> dict[str, Any]:
    today = reads.today(r)
    return {
        "today": replace(
            today, overstays=bare(today.overstays), night=bare(today.night), expected=bare(today.expected),
            tally=replace(today.tally, last=None, last_id=None), roll_call_id=None,
        ),
        "inside": bare(reads.inside(r)),
        "uncertain": bare(reads.inside(r, (Presence.UNCERTAIN,))),
        "expected": bare(reads.expected(r, 2)),
        "history": bare(reads.history(r).rows),
        "cards": {visit_id: _card(reads.visit(r, visit_id)) for visit_id in day.visits},
        "found": {text: bare(reads.find(r, text)) for text in ASKED},
        "hints": {name: [(h.kind, h.ref, h.why, h.label) for h in reads.hints(r, name, "10400004321") if h.kind != "person"]
                  for name in ("欧阳看", "张约定", "司徒阿姨")},
        "came before": {name: [(h.label, h.why) for h in reads.hints(r, name) if h.kind == "person"]
                        for name in ("慕容测试", "张约定", "小明", "工甲")},
        "shelf": reads.shelf(r),
        "goods": {text: reads.find_goods(r, text) for text in ASKED},
        "watch": reads.watch_list(r, active=False),
        "standing": reads.standing(r, running=False),
        "permits": reads.permits(r, running=False),
        "given": [reads_grants.given(r, "standing", one.id) for one in reads.standing(r, running=False)],
        "roll": reads.report(r, day.roll),
        "rolls": reads.past(r),
    }  # fmt: skip


def _people_screens(r: Reading, desk: Desk, day: Day) -> dict[str, Any]:
    return {
        "residents": {
            text: _sorted(people_reads.search_residents(r, desk.actor, text)) for text in (*ASKED, "赵消失", "钱")
        },
        "behind": {door: bare(people_reads.residents_of(r, desk.actor, door)) for door in day.doors},
        "doors": bare(people_reads.households(r)),
        "found doors": {text: find_doors(r, desk.actor, text) for text in ("3-1-1202", "7-502", "7-501", "9", "张伟")},
        "consents": {person: people_reads.consents(r, person) for person in day.people},
        "counts": people_reads.counts(r),
    }


def _code_screens(r: Reading, day: Day) -> dict[str, Any]:
    seen = {text: codes_reads.identify(r, text) for text in day.texts}
    return {
        "identified": {text: replace(one, code=one.code and replace(one.code, num=0)) for text, one in seen.items()},
        "revoked": bare(reads_lists.revocations(r)),
        "of door": [bare(reads_lists.of_subject(r, door)) for door in day.doors],
        "passes": bare(reads_lists.live_passes(r)),
        "code counts": reads_lists.counts(r),
    }


def _office_screens(r: Reading) -> dict[str, Any]:
    return {
        "operators": operators_reads.everyone(r),
        "chips": operators_reads.sign_on_list(r),
        "badge": operators_reads.owner_of_badge(r, "BADGE-0001"),
        "holds": reads_holds.holds(r, standing_only=False),
        **request_screens(r),
        "house": house(r),
        "site": (here(r).site_name, here(r).address),
        "gates": gate_names(r),
    }


def _sorted(rows: Any) -> list[Any]:
    """Hits among residents come as each desk numbered them."""
    return sorted(bare(rows), key=lambda row: row.id)


def _card(card: VisitDetail) -> VisitDetail:
    return replace(card, row=replace(card.row, num=0), person_id=None, waiting=0)
