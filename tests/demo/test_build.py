"""The demonstration: as large as promised, the same every time, harmless, and alive at any hour."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import app
from desk.app import Desk
from desk.core.clock import HOUR_MS, SiteTime
from desk.core.errors import Refused
from desk.core.paths import resources
from desk.demo import estate, make, past
from desk.demo.names import People
from desk.people import importing, reads
from desk.people.variants import is_han
from desk.reception.reads_expected import expected
from desk.reception.reads_inside import by_presence, inside
from desk.reception.reads_tally import shelf
from desk.reception.rules_presence import Presence
from desk.store.identity import house
from tests.fakes.clock import START, FakeClock


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = app.build(tmp_path_factory.mktemp("demo") / "home", clock=FakeClock(START + 15 * HOUR_MS))
    made = make(desk)
    assert (made.households, 8_700 < made.residents < 9_300, made.visits > 8_000, made.tallies > 19_000) == (
        3450, True, True, True,
    )  # fmt: skip
    yield desk
    desk.close()


def test_a_month_of_visits_and_a_day_in_swing(demo: Desk) -> None:
    with demo.store.reading() as r:
        found = by_presence(r)
        assert len(found[Presence.INSIDE]) >= 14
        assert found[Presence.UNREGISTERED]
        assert len(expected(r)) >= 8
        assert reads.counts(r)["households"] == 3450


def test_people_are_found_by_name_and_door(demo: Desk) -> None:
    with demo.store.reading() as r:
        for typed in ("ouyang", "张", "1202", "35-3105"):
            assert reads.search_residents(r, demo.actor, typed), typed
        assert reads.find_household(r, "35-3106") is not None


def test_a_manager_is_on_duty_beside_a_volunteer(demo: Desk) -> None:
    assert {chip.role for chip in demo.session.state.chips} == {"manager", "volunteer"}
    assert demo.actor.role == "manager"


def test_the_camera_has_something_to_show(demo: Desk) -> None:
    with demo.store.reading() as r:
        assert len(r.setting("demo.camera_texts")) == 9


def test_a_desk_in_use_is_never_filled(demo: Desk) -> None:
    with pytest.raises(Refused) as caught:
        make(demo)
    assert caught.value.code == "desk.already_founded"


def test_the_same_seed_makes_the_same_estate() -> None:
    one, two = (list(estate.residents(rng, People(rng))) for rng in (random.Random(5), random.Random(5)))
    assert one == two


def test_phones_and_plates_can_belong_to_nobody() -> None:
    people = People(random.Random(1))
    phones = [people.phone() for _ in range(20_000)]
    assert len(set(phones)) == 20_000
    assert all(phone.startswith("104") and len(phone) == 11 for phone in phones)
    assert all(people.plate()[1] == "I" for _ in range(1000))


def test_one_name_in_a_hundred_is_rare_and_every_character_is_in_the_font() -> None:
    rng = random.Random(2)
    names = [entry.name for entry in estate.residents(rng, People(rng)) if entry.name]
    rare = sum(any(ord(c) > 0xFFFF for c in name) for name in names)
    assert 0.003 < rare / len(names) < 0.02
    assert 0.003 < sum("·" in name for name in names) / len(names) < 0.02
    assert any(ord(c) >= 0x30000 for name in names for c in name)
    missing = {c for name in names for c in name if is_han(c)} - covered(
        resources() / "fonts" / "NotoSansSC-Regular.ttf"
    )
    assert not missing


def test_riders_come_at_meal_times() -> None:
    at = [
        SiteTime().local(at).hour
        for at, kind, _ in past.passages(random.Random(3), START, SiteTime())
        if kind == "rider"
    ]
    assert at.count(11) > 3 * at.count(15)


def test_the_sample_sheet_shows_what_an_import_says(demo: Desk) -> None:
    report = importing.run(demo.store, demo.actor, resources() / "demo" / "residents-sample.csv", dry_run=True)
    assert (report.rows, report.count("refused"), report.count("partly"), report.count("skipped")) == (11, 1, 1, 1)


def covered(font: Path) -> set[str]:
    """Characters of a TrueType font, from format 12 of its cmap table."""
    data = font.read_bytes()
    tables = {data[i : i + 4]: struct.unpack(">I", data[i + 8 : i + 12])[0] for i in range(12, 12 + 16 * data[5], 16)}
    cmap = tables[b"cmap"]
    for i in range(struct.unpack(">H", data[cmap + 2 : cmap + 4])[0]):
        at = cmap + struct.unpack(">I", data[cmap + 8 + 8 * i : cmap + 12 + 8 * i])[0]
        if struct.unpack(">H", data[at : at + 2])[0] == 12:
            groups = struct.unpack(">I", data[at + 12 : at + 16])[0]
            spans = (struct.unpack(">II", data[at + 16 + 12 * g : at + 24 + 12 * g]) for g in range(groups))
            return {chr(code) for first, last in spans for code in range(first, last + 1)}
    raise AssertionError("no cmap of format 12")


def test_the_shelf_the_night_and_the_urgent_card_have_something_to_tell(demo: Desk) -> None:
    with demo.store.reading() as r:
        told = house(r)
        assert told.aed
        assert len(told.contacts) == 2
        assert told.handler
        stood = sorted((r.now - one.at) // HOUR_MS for one in shelf(r))
        assert (stood[0], stood[-1] > 48) == (0, True)
        assert sum(1 for row in inside(r) if row.overnight) == 2
