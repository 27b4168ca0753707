"""What is held about somebody, and erasing it when they ask: over a day that fills every kind of record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk import asking
from desk.about import CARES
from desk.alarms.reads_steps import open_ids
from desk.asking import Answering
from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Refused
from desk.duty import reads_team
from desk.duty.service_team import let_go
from desk.erasing import rules
from desk.operators.rules import SYSTEM, actor_of
from desk.people import reads as people
from desk.people.service import add_person, erase_person
from desk.people.service_bindings import bind, give_consent, move_out
from desk.reception import service
from desk.reception.rules import VisitorType
from desk.reception.service_watch import add as watch
from desk.reception.service_watch import expire as watch_expire
from desk.records import service_holds
from desk.records.reads_about import held_about, rows_about
from desk.records.reads_privacy import request
from desk.records.retention import run_retention
from desk.records.rules_about import Person
from desk.records.service_privacy import Asking, take_request
from desk.store.schema import Base
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.reception.conftest import MORNING, Gate, gate
from tests.reception.test_service_retention import dump
from tests.sync.day import a_day
from tests.sync.pair import two

__all__ = ["gate"]
NAME, PHONE = "欧阳金丝", "10912340078"
OTHER, OTHER_PHONE = "慕容银线", "10912340079"


def resident(gate: Gate, name: str = NAME, phone: str = PHONE) -> str:
    person_id = str(gate.do(add_person, name, phone, ("沪Z12345",)))
    gate.do(bind, person_id, gate.home, "owner")
    return person_id


def ask(gate: Gate, kind: str, person_id: str = "", phone: str = "", actor: Actor | None = None) -> str:
    subject = "person" if person_id else "visitor"
    with gate.store.unit(actor or gate.actor) as u:
        return take_request(u, Asking(kind, "本人", "document", subject, person_id, phone))


def test_a_visitor_is_told_what_is_held_and_nothing_of_others(gate: Gate) -> None:
    done = gate.admit(name=NAME, phone=PHONE, note="送材料")
    gate.do(service.checkout, done.visit_id)
    gate.admit(name=OTHER, phone=OTHER_PHONE)
    paper = gate.do(asking.open_answer, ask(gate, "access", phone="109 1234 0078"))
    said = {one.kind: one for one in paper.held}
    assert said["visit"].count == 1
    assert ("note", "送材料") in said["visit"].lines[0].texts
    assert ("phone", PHONE) in said["visit"].lines[0].texts
    assert "known_visitor" in said
    assert OTHER not in str([one.lines for one in paper.held])
    assert paper.days["visitor.guest"] == 30


def test_a_resident_is_told_and_a_guardian_stays_masked(gate: Gate) -> None:
    from desk.faces.service_deeds import agree

    person_id = resident(gate)
    gate.do(agree, person_id, "n1", "诸葛妈妈", True)
    paper = gate.do(asking.open_answer, ask(gate, "copy", person_id))
    said = {one.kind: one for one in paper.held}
    assert ("plates", "沪Z12345") in said["person"].lines[0].texts
    assert ("guardian", "诸葛*") in said["face_deed"].lines[0].texts
    assert {"binding", "consent"} <= set(said)


def test_who_may_do_what(gate: Gate) -> None:
    gate.do(service.checkout, gate.admit(name=NAME, phone=PHONE).visit_id)
    asked = ask(gate, "delete", phone=PHONE, actor=actor_of("", "volunteer"))

    def settled(role: str, verb: Callable[..., Any], *args: Any) -> str:
        try:
            with gate.store.unit(actor_of("", role)) as u:
                verb(u, *args)
        except Refused as refused:
            return f"{refused.code} {refused.facts.get('right')}"
        return ""

    assert settled("volunteer", asking.open_answer, asked) == "right.missing privacy.settle"
    assert settled("volunteer", asking.answer, asked, Answering()) == "right.missing privacy.settle"
    assert settled("shift_lead", asking.answer, asked, Answering(erase=True)) == "right.missing retention.run"
    assert gate.ask(request, asked).outcome == ""
    assert settled("shift_lead", asking.answer, asked, Answering("refused", "不是本人")) == ""
    gate.clock.advance(1)
    assert settled("manager", asking.answer, asked, Answering(erase=True)) == ""
    assert gate.ask(request, asked).erased == 2


def test_erased_is_gone_everywhere_and_what_stays_is_said(gate: Gate) -> None:
    old, held = gate.admit(name=NAME, phone=PHONE), gate.admit(name=NAME, phone=PHONE)
    for one in (old, held):
        gate.do(service.checkout, one.visit_id)
    gate.do(service_holds.place_hold, "visit", held.visit_id, "某派出所", "查案", gate.clock.now_ms() + DAY_MS)
    inside = gate.admit(name=NAME, phone=PHONE, kind=VisitorType.AGENT, company="测试中介")
    asked = ask(gate, "delete", phone=PHONE)
    gate.do(asking.answer, asked, Answering("partly", "见下", erase=True))
    view = gate.ask(request, asked)
    assert [(one.kind, one.why, one.count) for one in view.kept if one.kind == "visit"] == [
        ("visit", "hold", 1), ("visit", "open", 1),
    ]  # fmt: skip
    assert gate.visit(old.visit_id).row.anonymised
    assert not gate.visit(held.visit_id).row.anonymised
    gate.do(service.checkout, inside.visit_id)
    gate.clock.advance(2 * DAY_MS)
    again = ask(gate, "delete", phone=PHONE)
    gate.do(asking.answer, again, Answering(erase=True))
    assert NAME not in dump(gate)
    assert not [one for one in gate.ask(request, again).kept if one.kind == "visit"]


def test_a_resident_is_erased_and_the_proof_of_consents_is_said_to_stay(gate: Gate) -> None:
    person_id = resident(gate)
    gate.do(give_consent, person_id, "contact", "1")
    asked = ask(gate, "delete", person_id)
    assert gate.ask(asking.standing_consents, asked) == ("contact",)
    gate.do(asking.answer, asked, Answering(erase=True, withdraw=("contact",)))
    text = dump(gate)
    assert NAME not in text
    assert "沪Z12345" not in text
    kept = {one.kind: one.why for one in gate.ask(request, asked).kept}
    assert kept["consent"] == "law"
    assert "person" not in kept


def test_a_consent_is_taken_back_by_answering(gate: Gate) -> None:
    person_id = resident(gate)
    gate.do(give_consent, person_id, "care", "1")
    asked = ask(gate, "withdraw", person_id)
    gate.do(asking.answer, asked, Answering("refused", "先问清楚", withdraw=("care",)))
    assert gate.ask(people.consents, person_id) == {"care": True}
    gate.do(asking.answer, asked, Answering(withdraw=("care",)))
    assert gate.ask(people.consents, person_id) == {"care": False}


def test_nobody_known_is_nobody_erased(gate: Gate) -> None:
    gate.admit(name=NAME, phone=PHONE)
    with gate.store.unit(gate.actor) as u:
        asked = take_request(u, Asking("delete", "某人", "known"))
    with pytest.raises(Refused, match=r"privacy\.subject"):
        gate.do(asking.answer, asked, Answering(erase=True))
    assert gate.ask(asking.about, asked) == ()


def test_only_four_digits_are_not_enough_without_the_name(gate: Gate) -> None:
    found = gate.ask(rows_about, CARES, Person(phones=frozenset({PHONE})))
    assert found == {}
    gate.do(watch, reason="冒充快递", owner="陈老师", name=NAME, phone=PHONE, expires_at=gate.clock.now_ms() + DAY_MS)
    by_name = Person(phones=frozenset({PHONE}), names=frozenset({NAME}))
    assert set(gate.ask(rows_about, CARES, by_name)) == {"watch_entry"}
    assert gate.ask(rows_about, CARES, Person(phones=frozenset({PHONE}), names=frozenset({OTHER}))) == {}


def test_a_whole_day_can_be_told_of_every_kind(store: Store, tmp_path: Path, clock: FakeClock) -> None:
    """Every way of finding somebody works on the rows of a real day, and each line can be made."""
    clock.set(MORNING)
    pair = two(store, tmp_path / "other.db", clock)
    day = a_day(pair.a, clock)
    with store.reading() as r:
        everyone = [Person(one, frozenset({"10400000001"}), frozenset({"欧阳测试"})) for one in day.people]
        seen = {kind.kind for one in everyone for kind in held_about(r, CARES, one)}
    assert {"person", "binding", "consent", "visit", "hearing", "matter", "face_deed", "data_request"} <= seen
    pair.b.store.close()


def test_after_the_longest_time_no_word_of_anybody_is_left(store: Store, tmp_path: Path, clock: FakeClock) -> None:
    """Retention over a store with every kind filled, once everybody moved out and left: what a rule is said to erase has no
    sealed word any more, but for what is still going on and the few that `STAYS` names."""
    clock.set(MORNING)
    pair = two(store, tmp_path / "other.db", clock)
    a_day(pair.a, clock)
    _everybody_goes(pair.a)
    clock.advance(6 * 366 * DAY_MS + HOUR_MS)
    with store.unit(pair.a.actor) as u:
        watch_expire(u)
    for _ in range(2):  # what expires in the first run is old in the second
        clock.advance(40 * DAY_MS)
        with store.unit(SYSTEM) as u:
            assert run_retention(u, rules(), "night", confirmed=True).complete
    assert words_left(store) == {}
    pair.b.store.close()


STAYS = {
    "code.key": "a digest nobody can read back",
    "permit.company": "a company at a door, by design (decision 032)",
    "permit.tools": "a company at a door, by design (decision 032)",
    "handover.body": "counts and ticks: the words of it are taken out",
    "visit_event.body": "figures: the personal parts are taken out",
    "matter_event.body": "figures: the personal parts are taken out",
    "certificate_act.asked": "which months: what it was for is taken out",
    "face_lane": "a gate's newest answers speak as long as its lane may be switched",
    "operator": "whom the trail names",
    "duty_member.name": "whose hours are permanent (Order 67)",
    "duty_member.volunteer_no": "whose hours are permanent (Order 67)",
}


def _everybody_goes(desk: Any) -> None:
    with desk.store.reading() as r:
        residents = [one.id for one in people.browse(r, desk.actor, 0, 500)]
        team = [one.id for one in reads_team.members(r)]
    with desk.store.unit(desk.actor) as u:
        for one in residents:
            if people.households_of(u, one):
                move_out(u, one)
            else:
                erase_person(u, one)
        for one in team:
            let_go(u, one)


def words_left(store: Store) -> dict[str, Any]:
    """Kind.column -> values of sealed columns of kinds that a rule erases."""
    found: dict[str, Any] = {}
    with store.reading() as r:
        on = _going_on(r)
        for kind, care in CARES.items():
            table = Base.metadata.tables[kind]
            sealed = [column.name for column in table.c if column.info.get("cls") == "site-sealed"]
            if not care.retention:
                continue
            for row in r.conn.execute(table.select()).mappings():
                if row["id"] in on:
                    continue
                for name in sealed:
                    if row[name] not in ("", None, [], {}) and not {kind, f"{kind}.{name}"} & STAYS.keys():
                        found.setdefault(f"{kind}.{name}", []).append(row[name])
    return found


def _going_on(r: Any) -> set[str]:
    """Ids of what is not over: open matters with who spoke of them, what waits on the shelf, alarms nobody closed."""
    tables = Base.metadata.tables
    matter, event, goods = tables["matter"].c, tables["matter_event"].c, tables["goods"].c
    rows = r.conn.execute(select(matter.id, matter.hearing_id).where(matter.open_state.is_not(None))).all()
    steps = select(event.id).where(event.matter_id.in_([row.id for row in rows]))
    waits = select(goods.id).where(goods.taken_at.is_(None))
    alarms = open_ids(r)
    return {one for row in rows for one in row} | {
        *r.conn.scalars(steps),
        *r.conn.scalars(waits),
        *alarms,
    }
