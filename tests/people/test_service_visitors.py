"""Visitors who came before: one row a visitor, offered with a reason, forgotten in time."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.people import reads, service
from desk.people.tables import KnownVisitor
from desk.store.store import Store
from tests.fakes.clock import FakeClock

DOOR, OTHER = "a" * 32, "b" * 32
PHONE = "10400001234"


def count(store: Store) -> int:
    with store.reading() as r:
        return int(r.conn.scalar(select(func.count()).select_from(KnownVisitor)) or 0)


def remember(store: Store, actor: Actor, name: str, phone: str = "", plate: str = "", door: str | None = DOOR) -> str:
    with store.unit(actor) as u:
        return service.remember_visitor(u, name, phone, plate, door, "guest")


def test_the_same_visitor_is_one_row(store: Store, actor: Actor) -> None:
    first = remember(store, actor, "张伟明", PHONE)
    assert remember(store, actor, "張偉明", PHONE, "沪A12345") == first
    assert remember(store, actor, "张伟明", "1234", "", OTHER) == first
    assert remember(store, actor, "张伟明", "", "沪A12345", OTHER) == first
    assert count(store) == 1
    with store.reading() as r:
        known = reads.match_visitor(r, name="张伟明")[0]
    assert (known.visits, known.phone, known.plate, known.household_id) == (4, PHONE, "沪A12345", OTHER)
    assert (known.masked_name, known.masked_phone) == ("张*", "*******1234")


def test_namesakes_stay_apart(store: Store, actor: Actor) -> None:
    ids = {
        remember(store, actor, "张伟明", PHONE),
        remember(store, actor, "张伟明", "10400009999"),
        remember(store, actor, "张伟明", "", "", OTHER),
    }
    assert len(ids) == count(store) == 3
    assert remember(store, actor, "张伟明", "", "", OTHER) in ids


def test_without_a_name_nobody_is_remembered(store: Store, actor: Actor) -> None:
    assert remember(store, actor, " ", PHONE) == ""
    assert count(store) == 0


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"name": "张伟明"}, "same"),
        ({"phone": PHONE}, "phone"),
        ({"phone": "1234"}, "phone"),
        ({"plate": "沪A12345"}, "plate"),
        ({"name": "章卫鸣"}, "same_pinyin"),
        ({"name": "张伟鹏"}, "one_off"),
    ],
)
def test_candidates_say_why(store: Store, actor: Actor, asked: dict[str, str], reason: str) -> None:
    known = remember(store, actor, "张伟明", PHONE, "沪A12345")
    remember(store, actor, "李娜", "10400009999")
    with store.reading() as r:
        found = reads.match_visitor(r, **asked)
    assert [(one.id, one.reason) for one in found] == [(known, reason)]


def test_two_characters_share_too_much_with_half_the_street(store: Store, actor: Actor) -> None:
    remember(store, actor, "张伟明", PHONE)
    with store.reading() as r:
        assert not reads.match_visitor(r, name="张明")


def test_a_foreign_phone_with_the_same_tail_is_not_offered(store: Store, actor: Actor) -> None:
    remember(store, actor, "张伟明", PHONE)
    with store.reading() as r:
        assert not reads.match_visitor(r, phone="10411111234")


def test_search_as_typed(store: Store, actor: Actor) -> None:
    known = remember(store, actor, "张伟明", PHONE, "沪A12345")
    with store.reading() as r:
        for typed in ("张w", "zwm", "1234", "沪A123", "weiming"):
            assert [one.id for one in reads.search_visitors(r, actor, typed)] == [known], typed


def test_what_is_due_is_forgotten_everywhere(store: Store, actor: Actor, clock: FakeClock) -> None:
    remember(store, actor, "张伟明", PHONE)
    clock.advance(31 * DAY_MS)
    kept = remember(store, actor, "李娜娜", "10400009999")
    with store.unit(actor) as u:
        assert service.forget_visitors(u, u.now - 30 * DAY_MS) == 1
        assert service.forget_visitors(u, u.now - 30 * DAY_MS) == 0
    with store.reading() as r:
        assert not reads.search_visitors(r, actor, "张伟明")
        assert [one.id for one in reads.search_visitors(r, actor, "linana")] == [kept]


def test_one_visitor_is_forgotten_at_their_wish(store: Store, actor: Actor) -> None:
    known = remember(store, actor, "张伟明", PHONE)
    with store.unit(actor) as u:
        assert service.forget_visitor(u, known)
        assert not service.forget_visitor(u, known)
    with store.reading() as r:
        assert not reads.search_visitors(r, actor, "张伟明")
