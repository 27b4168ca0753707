"""Verbs on people over a real store: what they write, what they refuse, what search finds afterwards."""

from __future__ import annotations

import pytest

from desk.core.actor import NOBODY, Actor
from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.people import reads, service
from desk.people.tables import Person
from desk.store.store import Store
from desk.store.tables import Outbox
from tests.fakes.clock import FakeClock

PHONE = "10400001234"


def refusal(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.code


@pytest.fixture
def home(store: Store, actor: Actor) -> str:
    with store.unit(actor) as u:
        return service.add_household(u, "3栋", "1单元", "1202室")


@pytest.fixture
def wei(store: Store, actor: Actor, home: str) -> str:
    with store.unit(actor) as u:
        person = service.add_person(u, "张伟明", PHONE, ["沪a·12345"])
        service.bind(u, person, home, "owner")
        return person


def found(store: Store, actor: Actor, typed: str) -> list[str]:
    with store.reading() as r:
        return [one.id for one in reads.search_residents(r, actor, typed)]


def test_a_bound_resident_is_found_by_everything(store: Store, actor: Actor, wei: str) -> None:
    for typed in ("张伟明", "zwm", "张w", "1234", "沪A12345", "3-1-1202", "1202", "3栋"):
        assert found(store, actor, typed) == [wei], typed


def test_a_door_stands_once(store: Store, actor: Actor, home: str) -> None:
    with pytest.raises(Refused) as caught, store.unit(actor) as u:
        service.add_household(u, "03", "1", "1202")
    assert refusal(caught) == "people.household_exists"
    with pytest.raises(Refused) as caught, store.unit(actor) as u:
        service.add_household(u, "3", "1", "")
    assert refusal(caught) == "people.room_missing"


def test_a_corrected_door_is_found_by_its_new_name_only(store: Store, actor: Actor, home: str, wei: str) -> None:
    with store.unit(actor) as u:
        service.edit_household(u, home, "9", "2", "808")
    assert found(store, actor, "9-2-808") == [wei]
    assert not found(store, actor, "3-1-1202")
    with store.reading() as r:
        assert [one.label for one in reads.search_households(r, "808")] == ["9-2-808"]


def test_a_lived_in_door_stays(store: Store, actor: Actor, home: str, wei: str) -> None:
    with pytest.raises(Refused) as caught, store.unit(actor) as u:
        service.remove_household(u, home)
    assert (refusal(caught), caught.value.facts) == ("people.household_in_use", {"people": 1})
    with store.unit(actor) as u:
        service.move_out(u, wei)
        service.remove_household(u, home)
    with store.reading() as r:
        assert not reads.search_households(r, "3-1-1202")
        assert reads.find_household(r, "3-1-1202") is None


def test_an_edit_replaces_what_search_finds(store: Store, actor: Actor, wei: str) -> None:
    with store.unit(actor) as u:
        service.edit_person(u, wei, "章卫民", "02112345678", [])
    assert found(store, actor, "章卫民") == found(store, actor, "5678") == [wei]
    assert not found(store, actor, "伟明")
    assert not found(store, actor, "沪A12345")


def test_moving_out_keeps_the_person_and_the_record(store: Store, actor: Actor, home: str, wei: str) -> None:
    with store.unit(actor) as u:
        assert service.move_out(u, wei) == 1
    assert found(store, actor, "张伟明") == [wei]
    assert not found(store, actor, "3-1-1202")
    with store.reading() as r:
        assert not reads.residents_of(r, actor, home)
    with pytest.raises(Refused) as caught, store.unit(actor) as u:
        service.move_out(u, wei)
    assert refusal(caught) == "people.not_bound"


def test_a_binding_is_made_and_ended_once(store: Store, actor: Actor, home: str, wei: str) -> None:
    with pytest.raises(Refused) as caught, store.unit(actor) as u:
        service.bind(u, wei, home, "tenant")
    assert refusal(caught) == "people.already_bound"
    with pytest.raises(Refused) as caught, store.unit(actor) as u:
        service.bind(u, wei, home, "emperor")
    assert refusal(caught) == "people.role_unknown"
    with store.reading() as r:
        binding = reads.resident(r, actor, wei).ties[0].binding_id
    with store.unit(actor) as u:
        service.unbind(u, binding)
    with pytest.raises(Refused) as caught, store.unit(actor) as u:
        service.unbind(u, binding)
    assert refusal(caught) == "people.not_bound"


def test_merging_moves_doors_plates_and_a_missing_phone(store: Store, actor: Actor, wei: str) -> None:
    with store.unit(actor) as u:
        other = service.add_person(u, "张卫明", "", ["沪B99999"])
        second = service.add_household(u, "5", "", "101")
        service.bind(u, other, second, "tenant")
        service.merge(u, other, wei)
    assert found(store, actor, "zwm") == [other]
    assert found(store, actor, "1234") == found(store, actor, "12345") == found(store, actor, "3-1-1202") == [other]
    with store.reading() as r:
        assert {door.label for door in reads.households_of(r, other)} == {"3-1-1202", "5-101"}
        with pytest.raises(Refused):
            reads.resident(r, actor, wei)
    with pytest.raises(Refused) as caught, store.unit(actor) as u:
        service.merge(u, other, other)
    assert refusal(caught) == "people.merge_same"


def test_erasing_leaves_no_name_anywhere(store: Store, actor: Actor, wei: str) -> None:
    with store.unit(actor) as u:
        service.erase_person(u, wei)
    assert not found(store, actor, "张伟明")
    with store.reading() as r:
        bodies = b"".join(body or b"" for body in r.conn.execute(Outbox.__table__.select()).scalars(Outbox.body.key))
        assert "张伟明".encode() not in bodies
        assert PHONE.encode() not in bodies
        row = r.conn.execute(Person.__table__.select()).mappings().one()
        assert (row["name"], row["phone"], row["plates"], row["name_key"]) == ("", "", [], "")


def test_who_moved_out_long_ago_is_forgotten(store: Store, actor: Actor, clock: FakeClock, home: str, wei: str) -> None:
    with store.unit(actor) as u:
        stays = service.add_person(u, "李娜")
        service.bind(u, stays, home, "tenant")
        moved = service.add_person(u, "王芳")
        service.unbind(u, service.bind(u, moved, home, "tenant"))
        service.bind(u, moved, home, "tenant")
        never = service.add_person(u, "赵敏")
        service.move_out(u, wei)
    clock.advance(100 * DAY_MS)
    with store.unit(actor) as u:
        limit = u.now - 90 * DAY_MS
        assert service.forget_moved_out(u, limit, frozenset({wei})) == 0
        assert service.forget_moved_out(u, limit) == 1
        assert service.forget_moved_out(u, limit) == 0
    assert not found(store, actor, "张伟明")
    assert [found(store, actor, name) for name in ("李娜", "王芳", "赵敏")] == [[stays], [moved], [never]]


def test_the_editing_form_is_written_down(store: Store, actor: Actor, wei: str) -> None:
    with store.unit(actor) as u:
        draft = service.open_draft(u, wei)
        service.edit_person(u, wei, "张伟明明", draft.phone, draft.plates, draft.seen)
    with store.reading() as r:
        actions = r.conn.exec_driver_sql("SELECT action FROM audit_line ORDER BY num DESC LIMIT 2").scalars().all()
    assert actions == ["person.edited", "person.revealed"]


def test_reveal_takes_a_reason_and_is_written_down(store: Store, actor: Actor, wei: str) -> None:
    with pytest.raises(Refused) as caught, store.unit(actor) as u:
        service.reveal(u, wei, "curious")
    assert refusal(caught) == "people.reason_missing"
    with store.unit(actor) as u:
        shown = service.reveal(u, wei, "delivery")
        assert (shown.name, shown.phone, shown.plates, shown.places) == ("张伟明", PHONE, ("沪A12345",), ("3-1-1202",))
        assert shown.until == u.now + 30_000
    with store.reading() as r:
        lines = r.conn.exec_driver_sql("SELECT action, detail FROM audit_line ORDER BY num DESC LIMIT 1").one()
    assert lines[0] == "person.revealed"
    assert "张" not in lines[1]
    assert PHONE not in lines[1]


def test_the_newest_act_of_a_consent_counts(store: Store, actor: Actor, wei: str) -> None:
    with store.unit(actor) as u:
        service.give_consent(u, wei, "contact", "2026-1")
        service.give_consent(u, wei, "face", "2026-1", guardian=True)
        service.withdraw_consent(u, wei, "face", "2026-1")
    with store.reading() as r:
        assert reads.consents(r, wei) == {"contact": True, "face": False}
    with pytest.raises(Refused) as caught, store.unit(actor) as u:
        service.give_consent(u, wei, "marketing", "2026-1")
    assert refusal(caught) == "people.purpose_unknown"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (("", PHONE, ()), "people.name_missing"),
        (("张三", "12ab", ()), "people.phone_odd"),
        (("张三", "1.38E+10", ()), "people.phone_rounded"),
        (("张三", "", ["!!"]), "people.plate_odd"),
        (("张三", "", [f"沪A1234{i}" for i in range(7)]), "people.plates_many"),
    ],
)
def test_unfit_values_are_refused_without_repeating_them(
    store: Store, actor: Actor, values: tuple[str, str, list[str]], code: str
) -> None:
    with pytest.raises(Refused) as caught, store.unit(actor) as u:
        service.add_person(u, *values)
    assert refusal(caught) == code
    assert not {"张三", PHONE, "12ab"} & {str(fact) for fact in caught.value.facts.values()}


def test_nobody_may_do_anything(store: Store, wei: str, home: str) -> None:
    verbs = [
        lambda u: service.add_household(u, "1", "", "1"),
        lambda u: service.edit_household(u, home, "1", "", "1"),
        lambda u: service.remove_household(u, home),
        lambda u: service.add_person(u, "张三"),
        lambda u: service.edit_person(u, wei, "张三"),
        lambda u: service.merge(u, wei, home),
        lambda u: service.erase_person(u, wei),
        lambda u: service.open_draft(u, wei),
        lambda u: service.forget_moved_out(u, 0),
        lambda u: service.forget_visitor(u, wei),
        lambda u: service.reveal(u, wei, "delivery"),
        lambda u: service.bind(u, wei, home, "owner"),
        lambda u: service.unbind(u, wei),
        lambda u: service.move_out(u, wei),
        lambda u: service.give_consent(u, wei, "contact", "1"),
        lambda u: reads.search_residents(u, NOBODY, "张"),
        lambda u: reads.browse(u, NOBODY),
        lambda u: reads.resident(u, NOBODY, wei),
        lambda u: reads.residents_of(u, NOBODY, home),
        lambda u: reads.draft(u, NOBODY, wei),
        lambda u: reads.search_visitors(u, NOBODY, "张"),
    ]
    for verb in verbs:
        with pytest.raises(Refused) as caught, store.unit(NOBODY) as u:
            verb(u)
        assert refusal(caught) == "right.missing"
