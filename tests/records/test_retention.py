"""Erasing on time: what is held stays, the outbox forgets, the chains still verify, and a wrong clock erases nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Refused
from desk.operators.rules import SYSTEM
from desk.records import reads_holds, service_holds
from desk.records.reads_audit import verify
from desk.records.reads_privacy import disclosures, requests
from desk.records.retention import RetentionRule, days_of, forget, is_genuine, reports, run_retention, set_days
from desk.records.rules_register import Wish
from desk.records.service_privacy import OWN_RULES, Asking, note_disclosure, take_request
from desk.records.tables import RegisterEntry, RetentionRun
from desk.store import outbox, search
from desk.store.search import DocKind, docid
from desk.store.store import Store
from desk.store.unit import Unit
from tests.fakes import outbox as outbox_fake
from tests.fakes.clock import FakeClock

NAME = "赵测试"
WISH = Wish("authority", "某派出所", "", "1 号", "刑事诉讼法", "查案", data=("visits",), given="两行")


def purge_disclosures_after_30(u: Unit, cutoff: int, held: frozenset[str]) -> int:
    """A room's purge over a table that is at hand: two a portion, with their search documents."""
    query = (
        select(RegisterEntry.id, RegisterEntry.num)
        .where(RegisterEntry.at < cutoff, RegisterEntry.id.not_in(held))
        .limit(2)
    )
    rows = u.conn.execute(query).all()
    u.conn.execute(delete(RegisterEntry).where(RegisterEntry.id.in_([row.id for row in rows])))
    forget(u, [row.id for row in rows], [docid(DocKind.WATCH, row.num) for row in rows])
    return len(rows)


RULE = RetentionRule("visitor.guest", 30, purge_disclosures_after_30, ("visit",))


def add(store: Store, actor: Actor, name: str = NAME) -> str:
    with store.unit(actor) as u:
        eid = note_disclosure(u, replace(WISH, officer=name))
        num = u.conn.execute(select(RegisterEntry.num).where(RegisterEntry.id == eid)).scalar_one()
        u.index(docid(DocKind.WATCH, num), "zhao ceshi")
    return eid


def run(store: Store, rules: Any = (RULE,), **options: Any) -> Any:
    with store.unit(SYSTEM) as u:
        return run_retention(u, rules, **options)


def bodies(store: Store) -> bytes:
    return outbox_fake.text(store).encode()


def pass_days(store: Store, clock: FakeClock, days: int) -> None:
    """Days with a nightly run each, as a desk has them."""
    for _ in range(days):
        clock.advance(DAY_MS)
        run(store, ())


def test_due_things_go_everywhere_and_the_chains_still_verify(store: Store, actor: Actor, clock: FakeClock) -> None:
    for _ in range(5):
        add(store, actor)
    assert NAME.encode() in bodies(store)
    pass_days(store, clock, 30)
    young = add(store, actor, "钱测试")
    clock.advance(HOUR_MS)
    report = run(store)
    assert (report.erased, report.complete, report.postponed) == (5, True, "")
    assert report.results[0].cutoff == clock.now_ms() - 30 * DAY_MS
    with store.reading() as r:
        assert [d.id for d in disclosures(r)] == [young]
        assert len(search.find(r.conn, "ceshi", DocKind.WATCH, 10)) == 1
        assert verify(r).whole
        assert outbox.first_break(r) is None
    assert NAME.encode() not in bodies(store)
    assert "钱测试".encode() in bodies(store)


def test_a_legal_hold_keeps_until_it_ends(store: Store, actor: Actor, clock: FakeClock) -> None:
    held = add(store, actor)
    add(store, actor, "钱测试")
    with store.unit(actor) as u:
        hold = service_holds.place_hold(u, "visit", held, "某派出所", "案件 7", u.now + 40 * DAY_MS)
    pass_days(store, clock, 31)
    report = run(store)
    assert (report.erased, report.results[0].held) == (1, 1)
    with store.reading() as r:
        assert [d.id for d in disclosures(r)] == [held]
        assert [h.id for h in reads_holds.holds(r)] == [hold]
    assert NAME.encode() in bodies(store)
    assert "钱测试".encode() not in bodies(store)
    pass_days(store, clock, 10)
    assert run(store).erased == 1


def test_a_released_hold_keeps_nothing(store: Store, actor: Actor, clock: FakeClock) -> None:
    held = add(store, actor)
    with store.unit(actor) as u:
        hold = service_holds.place_hold(u, "visit", held, "某派出所", "案件 7", u.now + 90 * DAY_MS)
        service_holds.release_hold(u, hold)
    pass_days(store, clock, 31)
    assert run(store).erased == 1
    with store.reading() as r:
        assert reads_holds.holds(r) == []
        assert len(reads_holds.holds(r, standing_only=False)) == 1


def test_holds_of_one_thing(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        first, _ = (
            service_holds.place_hold(u, "visit", one, "某派出所", "案件 7", u.now + DAY_MS)
            for one in ("a" * 32, "b" * 32)
        )
        service_holds.place_hold(u, "household", "a" * 32, "某法院", "案件 8", u.now + DAY_MS)
    with store.reading() as r:
        assert [one.id for one in reads_holds.holds_of(r, "visit", "a" * 32)] == [first]
    clock.advance(DAY_MS)
    with store.reading() as r:
        assert reads_holds.holds_of(r, "visit", "a" * 32) == []


def test_a_hold_is_released_once(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        hold = service_holds.place_hold(u, "visit", "a" * 32, "某派出所", "案件 7", u.now + DAY_MS)
        service_holds.release_hold(u, hold)
    at = clock.now_ms()
    clock.advance(HOUR_MS)
    with store.unit(actor) as u:
        service_holds.release_hold(u, hold)
    with store.reading() as r:
        assert reads_holds.released_at(r, hold) == at


@pytest.mark.parametrize(
    ("authority", "reason", "days", "code"),
    [(" ", "x", 1, "hold.authority_empty"), ("x", "", 1, "hold.reason_empty"), ("x", "x", 0, "hold.expiry"), ("x", "x", 9999, "hold.expiry")],
)  # fmt: skip
def test_holds_need_all_three(store: Store, actor: Actor, authority: str, reason: str, days: int, code: str) -> None:
    with pytest.raises(Refused) as refused, store.unit(actor) as u:
        service_holds.place_hold(u, "visit", "a" * 32, authority, reason, u.now + days * DAY_MS)
    assert refused.value.code == code


def test_a_clock_set_to_next_year_erases_nothing_that_day(store: Store, actor: Actor, clock: FakeClock) -> None:
    add(store, actor)
    run(store)
    clock.set(clock.now_ms() + 366 * DAY_MS)
    assert run(store, why="start").postponed == "clock_jumped"
    clock.advance(HOUR_MS)
    assert run(store, why="start").postponed == "clock_jumped"  # starting again does not help
    clock.advance(11 * HOUR_MS)
    assert run(store).erased == 1


def test_a_clock_set_back_erases_nothing_and_says_so_once_an_hour(store: Store, actor: Actor, clock: FakeClock) -> None:
    add(store, actor)
    clock.set(clock.now_ms() - DAY_MS)
    first = run(store)
    assert first.postponed == "clock_uncertain"
    clock.advance(HOUR_MS - 1)
    assert run(store) == first
    clock.advance(1)
    assert run(store) != first
    with store.reading() as r:
        assert len(reports(r)) == 2


def test_somebody_may_say_the_clock_is_right(store: Store, actor: Actor, clock: FakeClock) -> None:
    add(store, actor)
    run(store)
    clock.advance(100 * DAY_MS)
    assert run(store, confirmed=True).erased == 1


def test_the_report_is_kept_and_shows_when_it_was_changed(store: Store, actor: Actor, clock: FakeClock) -> None:
    add(store, actor)
    pass_days(store, clock, 31)
    report = run(store)
    with store.reading() as r:
        assert reports(r, 1) == [report]
    assert is_genuine(report)
    with store._writer.begin() as conn:
        kept = conn.execute(select(RetentionRun.results).where(RetentionRun.id == report.id)).scalar_one()
        kept[0]["erased"] = 0
        conn.execute(update(RetentionRun).where(RetentionRun.id == report.id).values(results=kept))
    with store.reading() as r:
        assert not is_genuine(reports(r, 1)[0])


def test_a_purge_that_never_ends_is_reported_not_awaited(store: Store, clock: FakeClock) -> None:
    report = run(store, (RetentionRule("odd", 1, lambda u, cutoff, held: 1),))
    assert not report.complete
    assert not report.results[0].complete


def test_days_are_a_choice_within_the_law(store: Store, actor: Actor) -> None:
    rules = (RULE, *OWN_RULES)
    with store.unit(actor) as u:
        set_days(u, rules, "visitor.guest", 7)
        assert days_of(u, RULE) == 7
    for kind, days, code in (("visitor.guest", 0, "retention.days"), ("visitor.guest", 4000, "retention.days"),
                             ("disclosure", 30, "retention.days"), ("nothing", 3, "retention.kind")):  # fmt: skip
        with pytest.raises(Refused) as refused, store.unit(actor) as u:
            set_days(u, rules, kind, days)
        assert refused.value.code == code
    with store.unit(actor) as u:  # as another, older program may have written it
        u.put_setting("retention.days", {"disclosure": 1})
        assert days_of(u, OWN_RULES[0]) >= 3 * 365


def test_own_records_go_after_three_years(store: Store, actor: Actor, clock: FakeClock) -> None:
    add(store, actor)
    with store.unit(actor) as u:
        take_request(u, Asking("delete", NAME, "known"))
    clock.advance(3 * 365 * DAY_MS)
    assert run(store, OWN_RULES, confirmed=True).erased == 0
    clock.advance(5 * DAY_MS)
    assert run(store, OWN_RULES, confirmed=True).erased == 2
    with store.reading() as r:
        assert requests(r) == []
    assert NAME.encode() not in bodies(store)
