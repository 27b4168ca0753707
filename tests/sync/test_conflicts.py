"""Two people changed one thing: seen masked, settled by an ordinary change, heard of by every desk."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from desk.app import hooks
from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.people import service as people
from desk.people.tables import Household, Person
from desk.store import applying, sync_conflicts, sync_rows
from desk.store.identity import edit_gate, here
from desk.store.store import Store
from desk.store.tables import Gate
from desk.sync import reads_conflicts, service
from desk.sync.reads_conflicts import Conflict
from tests.fakes.outbox import opened
from tests.sync.elsewhere import set_there

OURS, THEIRS, THIRD = "10400001111", "10400002222", "10400003333"


def two_phones(store: Store, actor: Actor) -> str:
    """Both desks had 欧阳小满 without a phone; each wrote one."""
    with store.unit(actor) as u:
        person = people.add_person(u, "欧阳小满")
    with store.unit(actor) as u:
        people.edit_person(u, person, "欧阳小满", OURS)
    with store.unit() as u:
        set_there(u, Person, person, phone=THEIRS)
    return person


def open_ones(store: Store, actor: Actor) -> tuple[Conflict, ...]:
    with store.reading() as r:
        return reads_conflicts.conflicts(r, actor)


def phone_of(store: Store, actor: Actor, person: str) -> str:
    with store.reading() as r:
        from desk.people import reads

        return reads.draft(r, actor, person).phone


def last_op(store: Store, kind: str) -> dict[str, Any]:
    return [op for op in opened(store) if op["k"] == kind][-1]


def test_both_values_stand_masked(store: Store, actor: Actor) -> None:
    two_phones(store, actor)
    (one,) = open_ones(store, actor)
    assert (one.kind, one.field, one.whom) == ("person", "phone", "欧阳*")
    assert (one.standing.value, one.lost.value) == ("*******2222", "*******1111")
    assert one.personal
    assert one.free
    assert one.may
    assert one.standing.at >= one.lost.at
    with store.reading() as r:
        assert one.lost.gate == here(r).gate_name
    assert one.standing.gate == "", "the other desk has said nothing of where it stands"
    assert OURS not in repr(one)
    assert THEIRS not in repr(one)


def test_looking_takes_a_reason_and_is_written_down(store: Store, actor: Actor) -> None:
    two_phones(store, actor)
    (one,) = open_ones(store, actor)
    with store.unit(actor) as u, pytest.raises(Refused, match="reason_missing"):
        service.reveal(u, one.num, "curiosity")
    with store.unit(actor) as u:
        full = service.reveal(u, one.num, "correction")
        now = u.now
    assert (full.standing, full.lost, full.until) == (THEIRS, OURS, now + 30_000)
    line = last_op(store, "audit_line")["f"]
    assert (line["action"], line["detail"]) == ("conflict.revealed", {"field": "phone", "reason": "correction"})


@pytest.mark.parametrize(("choice", "value"), [("standing", THEIRS), ("lost", OURS)])
def test_choosing_is_an_ordinary_change(store: Store, actor: Actor, choice: str, value: str) -> None:
    person = two_phones(store, actor)
    (one,) = open_ones(store, actor)
    with store.reading() as r:
        seen = sync_conflicts.open_conflicts(r)[0]["winner"]
    with store.unit(actor) as u:
        service.settle(u, one.num, choice, hooks())
    assert phone_of(store, actor, person) == value
    assert open_ones(store, actor) == ()
    op = last_op(store, "person")
    assert (op["act"], op["f"], op["base"]) == ("set", {"phone": value}, {"phone": seen})
    with store.reading() as r:
        tail = r.conn.execute(select(Person.phone_last4).where(Person.id == person)).scalar_one()
    assert tail == value[-4:], "what the room derives follows"


def test_another_value_is_checked_as_on_the_form(store: Store, actor: Actor) -> None:
    person = two_phones(store, actor)
    (one,) = open_ones(store, actor)
    for text, code in (("123", "people.phone_odd"), (" ", "sync.value_empty")):
        with store.unit(actor) as u, pytest.raises(Refused, match=code):
            service.settle_with(u, one.num, text, hooks())
    with store.unit(actor) as u:
        service.settle_with(u, one.num, "104 0000 3333", hooks())
    assert phone_of(store, actor, person) == THIRD
    with store.unit(actor) as u, pytest.raises(Refused, match="settled"):
        service.settle(u, one.num, "lost", hooks())


def test_a_decision_elsewhere_settles_it_here(store: Store, actor: Actor) -> None:
    person = two_phones(store, actor)
    with store.reading() as r:
        winner = sync_conflicts.open_conflicts(r)[0]["winner"]
    with store.unit() as u:
        set_there(u, Person, person, base={"phone": winner}, later_ms=120_000, phone=THEIRS)
    assert open_ones(store, actor) == ()


def test_a_winner_that_the_hub_held_down_is_settled_all_the_same(store: Store, actor: Actor) -> None:
    person = two_phones(store, actor)
    with store.unit() as u:
        written = sync_conflicts.open_conflicts(u)[0]["winner"]
        counts = f"{int(written[:12], 16) - 30_000:012x}{written[12:]}"
        sync_rows.clamp(u, {written: counts})
        applying.restamp(u, "person", person, written, counts)
        set_there(u, Person, person, base={"phone": counts}, later_ms=120_000, phone=OURS)
    assert open_ones(store, actor) == ()


def test_only_who_may_edit_may_settle(store: Store, actor: Actor) -> None:
    two_phones(store, actor)
    guard = Actor("a" * 32, "guard", frozenset({"people.reveal"}))
    (one,) = open_ones(store, guard)
    assert not one.may
    with store.unit(guard) as u, pytest.raises(Refused, match="missing"):
        service.settle(u, one.num, "lost", hooks())


def test_what_was_deleted_meanwhile_is_only_noted(store: Store, actor: Actor) -> None:
    person = two_phones(store, actor)
    (one,) = open_ones(store, actor)
    with store.unit(actor) as u:
        u.drop(Person, person)
    assert open_ones(store, actor)[0].gone
    with store.unit(actor) as u:
        service.settle(u, one.num, "lost", hooks())
    assert open_ones(store, actor) == ()


def test_a_gate_and_a_door_in_plain_words(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        edit_gate(u, name="南大门", phone="0000-1")
        door = people.add_household(u, "3", "1", "1201")
    with store.unit(actor) as u:
        gate = u.gate_id
        people.edit_household(u, door, "3", "1", "1202")
        edit_gate(u, name="正门", phone="0000-1")
        set_there(u, Gate, gate, name="南门岗")
        set_there(u, Household, door, room="1203")
    found = {one.kind: one for one in open_ones(store, actor)}
    assert (found["gate"].standing.value, found["gate"].lost.value) == ("南门岗", "正门")
    assert not found["gate"].personal
    assert found["household"].whom == "3-1-12**"
    assert not found["household"].free
    with store.unit(actor) as u:
        service.settle(u, found["household"].num, "lost", hooks())
    with store.reading() as r:
        from desk.people.reads import find_household

        assert find_household(r, "3-1-1202") is not None
