"""The hub's allow-list takes what desks really write, field by field, and nothing that should have been sealed."""

from __future__ import annotations

import json

from desk.core.actor import Actor
from desk.core.ids import new_id
from desk.people.service_households import add_household
from desk.reception import service as reception
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest
from desk.store.kinds import kinds
from desk.store.store import Store
from desk.store.tables import Outbox

SEALED = {"s": "b25seSBkZXNrcw=="}


def test_what_an_ordinary_visit_writes_is_taken(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        home = add_household(u, "3", "1", "1202")
        draft = Draft(VisitorType.GUEST, "欧阳测试", "10400001234", "", "", "family", household_id=home)
        reception.admit(u, AdmitRequest(new_id(u.now), draft, Proof.PHONE))
        reception.park(u, household_id=home, what="一箱水果", shelf="A1")
    known = kinds()
    with store.reading() as r:
        ops = [json.loads(body) for (body,) in r.conn.execute(Outbox.__table__.select().with_only_columns(Outbox.body))]
    assert {"visit_event", "goods", "audit_line"} <= {op["k"] for op in ops}
    for op in ops:
        kind = known.get(op["k"])
        assert kind is not None
        assert kind.fault(op["f"]) is None, op["k"]


def test_inside_a_body_each_field_counts_by_its_own_class(store: Store) -> None:
    event = kinds().get("visit_event")
    assert event is not None
    assert event.fault({"body": {"building": "3", "name": SEALED}}) is None
    assert event.fault({"body": SEALED}) is None, "closed as a whole says nothing either"
    assert event.fault({"body": {"building": "3", "name": "欧阳测试"}}) == "wire.not_sealed"
    assert event.fault({"body": {"person_id": "01"}}) == "wire.field_unknown", "local: never leaves a desk"
    assert event.fault({"body": "欧阳测试"}) == "wire.not_sealed"
    assert event.fault({"body": {}}) is None
