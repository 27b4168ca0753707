"""Who is forgotten at one desk is found by its marks at another, and the marks say nothing of them."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.people import service
from desk.people.service_forgotten import answers, told
from desk.people.service_visitors import same_visitor
from desk.people.tables import KnownVisitor, VisitorForgotten
from desk.store.store import Store
from desk.store.tables import Outbox
from tests.fakes.clock import FakeClock

NAMES = st.sampled_from(["张伟", "李娜"])
PHONES = st.sampled_from(["", "1234", "10400001234", "10499991234", "10400009999", "9999"])
PLATES = st.sampled_from(["", "沪A12345"])
DOORS = st.sampled_from([None, "a" * 32])
VISITORS = st.builds(
    lambda name, phone, plate, door: {
        "id": "1" * 32, "name_key": name, "phone": phone, "plate": plate, "household_id": door, "phone_last4": phone[-4:],
    },
    NAMES, PHONES, PLATES, DOORS,
)  # fmt: skip


def plain(text: str) -> str:
    return text


@given(VISITORS, VISITORS)
def test_marks_find_whoever_would_be_taken_for_the_same(gone: dict[str, Any], row: dict[str, Any]) -> None:
    namesakes = [row] if row["name_key"] == gone["name_key"] else []
    same = same_visitor(namesakes, gone["phone"], gone["plate"], gone["household_id"]) is not None
    found = not told(plain, gone).isdisjoint(answers(plain, row))
    assert found or not same
    if found and not same:  # one plate or door of two numbers: nobody else is meant, only less sure
        assert row["name_key"] == gone["name_key"]
        assert row["plate"] == gone["plate"] or row["household_id"] == gone["household_id"]


def test_a_wish_holds_no_name_and_no_number(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        known = service.remember_visitor(u, "张伟明", "10400001234", "沪A12345")
        assert service.forget_visitor(u, known)
    with store.reading() as r:
        wish = r.conn.execute(select(VisitorForgotten.__table__)).one()
        body = bytes(r.conn.execute(select(Outbox.body).where(Outbox.kind == "visitor_forgotten")).scalar_one())
    assert [len(mark) for mark in wish.marks] == [32] * 4
    for said in ("张伟明", "10400001234", "沪A12345", *wish.marks):  # the marks travel sealed besides
        assert said.encode() not in body


def test_a_wish_goes_once_nobody_can_be_remembered_from_before_it(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        service.forget_visitor(u, service.remember_visitor(u, "张伟明", "10400001234"))
    for days, left in ((29, 1), (2, 0)):
        clock.advance(days * DAY_MS)
        with store.unit(actor) as u:
            service.forget_visitors(u, u.now - 30 * DAY_MS)
        with store.reading() as r:
            assert len(r.conn.execute(select(VisitorForgotten.num)).all()) == left
            body = r.conn.execute(select(Outbox.body).where(Outbox.kind == "visitor_forgotten")).scalar_one()
            assert (body is not None) == bool(left)
            assert not r.conn.execute(select(KnownVisitor.num)).all()
