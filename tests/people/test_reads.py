"""Views: masked for whoever may not browse, doors found as typed, pages by keyset."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.people import reads, rooms, service
from desk.store.store import Store

VOLUNTEER = Actor("2" * 32, "volunteer", frozenset({"people.read"}))
NAMES = ("张伟明", "欧阳娜娜", "阿依古丽·买买提", "Anna Smith", "李𬱖")


@pytest.fixture
def estate(store: Store, actor: Actor) -> Store:
    with store.unit(actor) as u:
        for i, name in enumerate(NAMES):
            door = service.add_household(u, "3" if i % 2 else "10", "1", f"{i + 1}01")
            service.bind(u, service.add_person(u, name, f"1040000123{i}", [f"沪A1234{i}"]), door, "owner")
    return store


def test_a_volunteer_sees_masked_values_only(estate: Store) -> None:
    with estate.reading() as r:
        shown = reads.search_residents(r, VOLUNTEER, "张伟明")[0]
    assert (shown.masked_name, shown.masked_phone, shown.masked_plates) == ("张*", "*******1230", ("沪A·**340",))
    assert shown.ties[0].place == "10-1-1**"
    texts = [value for value in asdict(shown).values() if isinstance(value, str) and value != shown.id]
    for secret in ("伟明", "10400001230", "12340"):
        assert not any(secret in text for text in texts)


def test_who_may_browse_sees_the_door(estate: Store, actor: Actor) -> None:
    with estate.reading() as r:
        assert reads.search_residents(r, actor, "张伟明")[0].ties[0].place == "10-1-101"


def test_a_volunteer_may_search_but_not_browse(estate: Store) -> None:
    with estate.reading() as r, pytest.raises(Refused):
        reads.browse(r, VOLUNTEER)


def test_pages_hold_everyone_once(estate: Store, actor: Actor) -> None:
    with estate.reading() as r:
        first = reads.browse(r, actor, limit=3)
        rest = reads.browse(r, actor, after=first[-1].num, limit=3)
    assert [one.masked_name for one in (*first, *rest)] == ["张*", "欧阳*", "阿依古丽*", "Anna *", "李*"]


def test_doors_come_in_the_order_people_count(estate: Store) -> None:
    with estate.reading() as r:
        labels = [one.label for one in reads.households(r)]
        assert labels == ["3-1-201", "3-1-401", "10-1-101", "10-1-301", "10-1-501"]
        after = rooms.sort_key(reads.households(r, limit=2)[-1].address)
        assert [one.label for one in reads.households(r, after)] == labels[2:]
        assert reads.households(r)[0].people == 1


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("3-1-2", ["3-1-201"]),
        ("3栋", ["3-1-201", "3-1-401"]),
        ("301", ["10-1-301"]),
        ("10-301", ["10-1-301"]),
        ("没有", []),
    ],
)
def test_doors_as_typed(estate: Store, typed: str, labels: list[str]) -> None:
    with estate.reading() as r:
        assert [one.label for one in reads.search_households(r, typed)] == labels


def test_an_exact_door_may_leave_out_its_unit(estate: Store) -> None:
    with estate.reading() as r:
        door = reads.find_household(r, "10号楼301室")
        assert door is not None
        assert door.label == "10-1-301"
        assert reads.find_household(r, "10-9-301") is None
        assert reads.find_household(r, "301") is None
        assert reads.household(r, door.id) == door
        with pytest.raises(Refused):
            reads.household(r, "f" * 32)


def test_the_editing_form_gets_full_values_and_clocks(estate: Store, actor: Actor) -> None:
    with estate.unit(actor) as u:
        person = reads.search_residents(u, actor, "张伟明")[0].id
        draft = reads.draft(u, actor, person)
        service.edit_person(u, person, draft.name, "10411112222", draft.plates, seen=draft.seen)
    assert (draft.name, draft.phone, draft.plates) == ("张伟明", "10400001230", ("沪A12340",))
    assert set(draft.seen) >= {"name", "phone", "plates"}


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ('" OR 1=1 --', 0),
        ("*", 0),
        ("张\x00", 1),
        ("'" * 100, 0),
        ("NEAR(a b)", 0),
        ("\u202e张伟明", 1),
        ("x" * 5000, 0),
    ],
)
def test_hostile_search_breaks_nothing(estate: Store, actor: Actor, typed: str, people: int) -> None:
    with estate.reading() as r:
        assert len(reads.search_residents(r, actor, typed)) == people
        assert not reads.search_households(r, typed)
        assert not reads.search_visitors(r, actor, typed)


def test_a_rare_match_among_many_alike_is_found(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        wanted = service.add_person(u, "张婉明")
        for i in range(60):
            service.add_person(u, f"张伟{chr(0x5200 + i)}")
    with store.reading() as r:
        assert [one.id for one in reads.search_residents(r, actor, "张wanm", limit=5)] == [wanted]
