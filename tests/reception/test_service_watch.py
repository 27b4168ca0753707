"""The watch list: it hints and never refuses; it ends by itself and is looked at again."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.operators.rules import SYSTEM, Role, actor_of
from desk.reception import reads, service
from desk.reception.rules import VisitState
from desk.reception.tables import WatchEntry
from desk.store.tables import AuditLine
from tests.reception.conftest import Gate


def watch(gate: Gate, **fields: object) -> str:
    values: dict[str, object] = {
        "name": "张三丰", "reason": "多次推销扰民", "owner": "居委会", "advice": "请先联系住户",
        "expires_at": gate.clock.now_ms() + 100 * DAY_MS, **fields,
    }  # fmt: skip
    with gate.store.unit(gate.actor) as u:
        return service.watch_add(u, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["张三丰", "章三峰", "张三封"])
def test_a_same_or_near_name_is_a_hint_for_a_person(gate: Gate, name: str) -> None:
    watch_id = watch(gate)
    (hint,) = gate.ask(reads.hints, name)
    assert (hint.kind, hint.ref, hint.label, hint.advice) == ("watch", watch_id, "张*", "请先联系住户")


def test_a_plate_or_a_phone_tail_is_a_hint(gate: Gate) -> None:
    watch(gate, name="", phone="10400004321", plate="沪b·88888")
    assert [hint.why for hint in gate.ask(reads.hints, plate="沪B88888")] == ["plate"]
    assert [hint.why for hint in gate.ask(reads.hints, "谁也不是", "10412344321")] == ["phone"]
    assert gate.ask(reads.watch_list)[0].phone == "*******4321"


def test_a_tail_that_many_share_needs_the_name_too(gate: Gate) -> None:
    watch(gate, phone="4321")
    assert gate.ask(reads.hints, "欧阳测试", "10412344321") == ()


def test_nobody_is_refused_by_the_list(gate: Gate) -> None:
    watch_id = watch(gate)
    unseen = gate.admit(name="张三丰")
    confirmed = gate.admit(name="张三丰", watch_id=watch_id)
    for done in (unseen, confirmed):
        assert gate.visit(done.visit_id).row.state is VisitState.ADMITTED
    assert not gate.visit(unseen.visit_id).row.watched
    gate.clock.set(confirmed.due_at + 1)
    assert [row.id for row in gate.today().overstays] == [confirmed.visit_id]


def test_it_ends_by_itself_and_then_hints_no_more(gate: Gate) -> None:
    watch(gate)
    gate.clock.advance(101 * DAY_MS)
    assert gate.ask(reads.hints, "张三丰") == ()
    with gate.store.unit(SYSTEM) as u:
        assert service.nightly(u)["watch_expired"] == 1
    assert gate.ask(reads.watch_list) == ()


def test_a_manager_looks_again_after_ninety_days(gate: Gate) -> None:
    watch_id = watch(gate)
    gate.clock.advance(91 * DAY_MS)
    assert gate.today().watch_due == 1
    gate.do(service.watch_review, watch_id, keep_until=gate.clock.now_ms() + 30 * DAY_MS)
    assert gate.today().watch_due == 0
    gate.do(service.watch_review, watch_id, keep_until=None)
    assert gate.ask(reads.watch_list) == ()


def test_only_a_manager_reviews_and_no_volunteer_adds(gate: Gate) -> None:
    watch_id = watch(gate)
    for role in (Role.VOLUNTEER, Role.SHIFT_LEAD):
        with pytest.raises(Refused, match=r"right\.missing"), gate.store.unit(actor_of("", role)) as u:
            service.watch_review(u, watch_id, keep_until=None)


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"name": "", "phone": "", "plate": ""}, "watch.nothing_to_match"), ({"reason": " "}, "watch.reason_missing"),
     ({"owner": ""}, "watch.owner_missing"), ({"expires_at": 1}, "watch.expiry"), ({"reason": "x" * 300}, "visit.text_long")],
)  # fmt: skip
def test_an_entry_needs_reason_owner_and_end(gate: Gate, fields: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as refused:
        watch(gate, **fields)
    assert refused.value.code == code


def test_the_full_phone_is_not_kept_and_the_trail_holds_no_name(gate: Gate) -> None:
    watch(gate, phone="10400004321")
    with gate.store.reading() as r:
        assert r.conn.execute(select(WatchEntry.phone_last4)).scalar_one() == "4321"
        trail = json.dumps([dict(d) for d in r.conn.execute(select(AuditLine.detail)).scalars()], ensure_ascii=False)
    assert "张三丰" not in trail


def test_who_is_inside_already_is_said_and_not_refused(gate: Gate) -> None:
    first = gate.admit(phone="10400001234")
    hints = [hint for hint in gate.ask(reads.hints, "欧阳测试", "10400001234") if hint.kind == "inside"]
    assert [(hint.ref, hint.why, hint.strong, hint.label) for hint in hints] == [
        (first.visit_id, "phone", True, "欧阳*")
    ]
    gate.do(service.checkout, first.visit_id)
    assert "inside" not in {hint.kind for hint in gate.ask(reads.hints, "欧阳测试")}
