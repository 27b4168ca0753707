"""Search against a plain oracle, history by keyset, export, and seeding."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import update

from desk.bench import invented
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Refused
from desk.people import pinyin
from desk.reception import reads
from desk.reception.reads_export import export_columns, export_rows
from desk.reception.rules import VisitorType
from desk.reception.service_seed import PastVisit, load_history, load_tallies
from desk.reception.views import HistoryFilter, Page
from desk.store.tables import SyncSelf
from tests.reception.conftest import Gate

COUNT = 1200


@pytest.fixture
def crowd(gate: Gate) -> list[PastVisit]:
    rng = random.Random(5)
    people = invented.visitors(rng, 300)
    visits = list(invented.visits(rng, people, invented.doors(240), COUNT, gate.clock.now_ms()))
    assert gate.do(load_history, visits) == COUNT
    return visits


def test_search_finds_what_a_plain_reading_finds(gate: Gate, crowd: list[PastVisit]) -> None:
    rng = random.Random(6)
    for visit in rng.sample(crowd, 25):
        syllables = pinyin.syllables(visit.name)
        oracle = {
            visit.name: lambda v, n=visit.name: n in v.name,
            visit.name[:2]: lambda v, n=visit.name[:2]: n in v.name,
            visit.phone[-4:]: None,
            "".join(syllables): None,
            "".join(s[0] for s in syllables): None,
            f"{visit.building}-{visit.unit}-{visit.room}": None,
        }
        for text, holds in oracle.items():
            found = gate.ask(reads.find, text, COUNT)
            assert visit.in_at in {row.in_at for row in found}, text
            if holds is not None:
                assert len(found) == sum(holds(v) for v in crowd), text
        assert visit.in_at in {row.in_at for row in gate.ask(reads.find, visit.plate or visit.phone, COUNT)}


def test_search_is_newest_first_and_keeps_to_its_limit(gate: Gate, crowd: list[PastVisit]) -> None:
    found = gate.ask(reads.find, "王", 7)
    assert len(found) == 7
    assert [row.num for row in found] == sorted((row.num for row in found), reverse=True)
    assert gate.ask(reads.find, "  ") == ()
    assert gate.ask(reads.find, '" OR * ) NEAR(') == ()


def test_history_walks_every_row_once_both_ways(gate: Gate, crowd: list[PastVisit]) -> None:
    seen, page = [], gate.ask(reads.history, limit=100)
    while True:
        assert isinstance(page, Page)
        seen += [row.num for row in page.rows]
        if not page.more:
            break
        page = gate.ask(reads.history, before=page.last, limit=100)
    assert seen == list(range(COUNT, 0, -1))
    page = gate.ask(reads.history, after=0, limit=100)
    assert [row.num for row in page.rows] == list(range(100, 0, -1))
    assert gate.ask(reads.total) == COUNT


def test_a_jump_to_a_date_lands_on_its_first_visit(gate: Gate, crowd: list[PastVisit]) -> None:
    wanted = crowd[700].in_at
    num = gate.ask(reads.anchor, wanted - 1)
    page = gate.ask(reads.history, after=num - 1, limit=5)
    assert page.rows[-1].in_at == wanted
    assert gate.ask(reads.anchor, gate.clock.now_ms() + DAY_MS) is None


def test_a_list_narrowed_to_a_day_pages_through_that_day(gate: Gate, crowd: list[PastVisit]) -> None:
    since, until = crowd[300].in_at, crowd[800].in_at
    wanted = HistoryFilter(since=since, until=until, types=(VisitorType.GUEST,))
    expected = [v.in_at for v in crowd[300:800] if v.visitor_type is VisitorType.GUEST][::-1]
    seen: list[int | None] = []
    page = gate.ask(reads.history, wanted, limit=40)
    while True:
        seen += [row.in_at for row in page.rows]
        if not page.more:
            break
        page = gate.ask(reads.history, wanted, before=page.last, limit=40)
    assert seen == expected


def test_a_household_s_recent_visits(gate: Gate) -> None:
    mine = [gate.admit(name="", declined=("name",)).visit_id for _ in range(3)]
    gate.admit(household_id=gate.other)
    assert [row.id for row in gate.ask(reads.recent_of, gate.home)] == mine[::-1]


def test_export_is_masked_unless_asked_and_in_site_time(gate: Gate) -> None:
    done = gate.admit(phone="10400001234", plate="沪A12345", purpose="=HYPERLINK(1)", party_size=2)
    asked = (done.in_at, done.in_at + 1)
    (masked,) = gate.ask(lambda r: list(export_rows(r, *asked)))
    (full,) = gate.ask(lambda r: list(export_rows(r, *asked, masked=False)))
    row, whole = dict(zip(export_columns(), masked, strict=True)), dict(zip(export_columns(), full, strict=True))
    assert (row["name"], row["phone"], row["plate"], row["place"], row["purpose"]) == (
        "欧阳*", "*******1234", "沪A·**345", "3-1-12**", "",
    )  # fmt: skip
    assert (whole["name"], whole["place"], whole["purpose"]) == ("欧阳测试", "3-1-1202", "=HYPERLINK(1)")
    assert row["in_at"] == "2026-11-19 08:00:00"
    assert gate.ask(lambda r: list(export_rows(r, done.in_at + 1, done.in_at + 2))) == []


def test_export_walks_past_its_own_pages(gate: Gate, crowd: list[PastVisit], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk.reception.reads_export.CHUNK", 100)
    assert len(gate.ask(lambda r: list(export_rows(r, 0, gate.clock.now_ms())))) == COUNT


def test_seeded_visits_look_like_lived_ones(gate: Gate) -> None:
    now = gate.clock.now_ms()
    past = [
        PastVisit(now - DAY_MS, now - DAY_MS + HOUR_MS, now, VisitorType.GUEST, "欧阳测试", "10912345678"),
        PastVisit(now - HOUR_MS, None, now + HOUR_MS, VisitorType.WORKS, "慕容测试", company="测试"),
        PastVisit(now - 2 * HOUR_MS, None, now, VisitorType.GUEST, "夏侯测试", auto_closed_at=now - HOUR_MS),
    ]
    gate.do(load_history, past)
    gate.do(load_tallies, [(now, VisitorType.RIDER, "美团")] * 3)
    view = gate.today()
    assert (view.inside, view.uncertain, view.tally.today["rider"]) == (1, 1, 3)
    lived = gate.visit(gate.ask(reads.find, "欧阳")[0].id)
    assert [event.kind for event in lived.events] == ["admitted", "left"]
    assert lived.waiting == 0


def test_a_real_store_is_never_seeded(gate: Gate) -> None:
    with gate.store.unit(gate.actor) as u:
        u.conn.execute(update(SyncSelf).values(throwaway=False))
    for seed in (load_history, load_tallies):
        with pytest.raises(Refused, match=r"seed\.not_throwaway"):
            gate.do(seed, [])
