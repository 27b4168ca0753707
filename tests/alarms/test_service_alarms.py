"""Alarms in a real store: one open alarm a source, twins together, closed with a note, and nobody without the right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desk.alarms import reads, rights, service
from desk.alarms.rules import RINGS_FOR_MS, TWIN_MS, Answered, Ring, RingsAt, Sort, Stand
from desk.alarms.rules_automation import USUAL
from desk.alarms.service_retention import forget_words
from desk.alarms.views import Call
from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.operators.rules import LOCKED_RIGHTS, rights_of
from desk.store.store import Store
from tests.fakes.clock import FakeClock

PRESS = service.Heard(Sort.SOS, "sos:841904", "d" * 32, "南门接收器", number="841904")
COVER = service.Heard(Sort.MANHOLE, "c:2", "c" * 32, "井盖", 2, place="3 号楼北侧")
WEARER = service.WearerDraft(
    "pendant", "84 19 04", "欧阳佩兰", "3-1-1202", "药在床头", (Call("小梅", "女儿", "104 0000 0021"),), "self"
)


class At:
    """One desk, a minute between what happens."""

    def __init__(self, store: Store, clock: FakeClock, actor: Actor) -> None:
        self.store, self.clock, self.actor = store, clock, actor

    def machine(self, verb: Any, *args: Any) -> Any:
        return self._unit(rights.MACHINE, verb, args)

    def do(self, verb: Any, *args: Any, **kw: Any) -> Any:
        return self._unit(self.actor, verb, args, **kw)

    def ask(self, question: Any, *args: Any) -> Any:
        with self.store.reading() as r:
            return question(r, *args)

    def _unit(self, actor: Actor, verb: Any, args: Any, **kw: Any) -> Any:
        self.clock.advance(1000)
        with self.store.unit(actor) as u:
            return verb(u, *args, **kw)


@pytest.fixture
def at(store: Store, clock: FakeClock, actor: Actor) -> At:
    return At(store, clock, actor)


def refused(code: str, call: Any) -> None:
    with pytest.raises(Refused) as no:
        call()
    assert no.value.code == code


def test_while_one_is_open_the_same_source_is_said_again(at: At) -> None:
    first = at.machine(service.raise_alarm, PRESS)
    again = at.machine(service.raise_alarm, PRESS)
    other = at.machine(service.raise_alarm, replace(PRESS, key="sos:2", number="2"))
    assert (again.alarm_id, again.fresh) == (first.alarm_id, False)
    assert other.fresh
    at.do(service.close, first.alarm_id, "人没事")
    assert at.machine(service.raise_alarm, PRESS).fresh
    assert len(at.ask(reads.recent)) == 3


def test_who_presses_after_it_was_taken_rings_again(at: At) -> None:
    alarm = at.machine(service.raise_alarm, PRESS).alarm_id
    at.do(service.seen, alarm)
    assert at.ask(reads.ringing)[0].stand is Stand.TAKEN
    at.machine(service.raise_alarm, PRESS)
    assert at.ask(reads.ringing)[0].stand is Stand.RINGING


def test_one_press_heard_by_two_receivers_is_taken_and_closed_as_one(at: At, clock: FakeClock) -> None:
    mine = at.machine(service.raise_alarm, PRESS).alarm_id
    twin = at.machine(service.raise_alarm, replace(PRESS, key="north")).alarm_id
    clock.advance(TWIN_MS + 1)
    later = at.machine(service.raise_alarm, replace(PRESS, key="later")).alarm_id
    at.do(service.seen, mine)
    assert {row.id: row.stand for row in at.ask(reads.open_alarms)} == {
        mine: Stand.TAKEN, twin: Stand.TAKEN, later: Stand.RINGING
    }  # fmt: skip
    at.do(service.close, twin, "人没事")
    assert [row.id for row in at.ask(reads.open_alarms)] == [later]


def test_a_close_needs_a_word_and_can_be_taken_back(at: At) -> None:
    alarm = at.machine(service.raise_alarm, PRESS).alarm_id
    refused("alarm.note", lambda: at.do(service.close, alarm, "  "))
    refused("alarm.words", lambda: at.do(service.did, alarm, ""))
    refused("alarm.gone", lambda: at.do(service.seen, "f" * 32))
    refused("alarm.open", lambda: at.do(service.reopen, alarm))
    at.do(service.close, alarm, "", True)
    refused("alarm.closed", lambda: at.do(service.called, alarm, "小梅", Answered.REACHED))
    at.do(service.reopen, alarm)
    assert at.ask(reads.open_alarms)[0].stand is Stand.TAKEN


def test_a_card_says_who_and_whom_to_ring_up_first(at: At) -> None:
    at.do(service.save_wearer, WEARER)
    alarm = at.machine(service.raise_alarm, PRESS).alarm_id
    at.do(service.called, alarm, "小梅", Answered.COMING)
    card = at.ask(reads.card, alarm)
    assert card.wearer is not None
    assert (card.wearer.name, card.place, card.calls[0].who) == ("欧阳佩兰", "3-1-1202", "小梅")
    assert card.steps[0].answered is Answered.COMING


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"consent_by": ""}, "wearer.consent"), ({"number": " "}, "wearer.number"), ({"name": ""}, "wearer.name"),
        ({"calls": ()}, "wearer.calls"), ({"calls": WEARER.calls * 7}, "wearer.calls"), ({}, "wearer.number_taken"),
    ],
)  # fmt: skip
def test_who_may_not_be_written_down(at: At, change: dict[str, Any], code: str) -> None:
    at.do(service.save_wearer, WEARER)
    refused(code, lambda: at.do(service.save_wearer, replace(WEARER, **change)))


def test_rings_at_the_named_desk_while_fresh_and_not_by_a_paused_rule(at: At, clock: FakeClock) -> None:
    at.machine(service.raise_alarm, replace(PRESS, ring=Ring.PAUSED))
    at.machine(service.raise_alarm, COVER)
    assert [row.sort for row in at.ask(reads.ringing)] == [Sort.MANHOLE]
    here = at.ask(lambda r: r.gate_id)
    at.do(service.save_rings_at, RingsAt(here, "值班室", "1040 0000 0110"))
    assert at.ask(reads.rings_at) == RingsAt(here, "值班室", "1040 0000 0110")
    clock.advance(RINGS_FOR_MS + 1)
    assert len(at.ask(reads.ringing)) == 1  # its own gate's, for as long as it is open


def test_a_usual_rule_that_is_paused_stands_and_comes_back(at: At, clock: FakeClock) -> None:
    until = at.do(service.pause, USUAL[0], 3_600_000)
    stored = at.ask(reads.automations)
    assert [view.stored for view in stored] == [True, False]
    assert stored[0].rule.paused(until - 1)
    assert not stored[0].rule.paused(until)
    at.do(service.resume, stored[0].rule.id)
    assert not at.ask(reads.rules)[0].paused(clock.now_ms())
    at.do(service.drop_automation, stored[0].rule.id)
    assert [view.stored for view in at.ask(reads.automations)] == [False, False]


def test_after_half_a_year_the_words_go_and_what_is_open_stays(at: At, clock: FakeClock) -> None:
    done = at.machine(service.raise_alarm, COVER).alarm_id
    at.do(service.close, done, "盖好了")
    still = at.machine(service.raise_alarm, PRESS).alarm_id
    clock.advance(200 * DAY_MS)
    assert at.do(forget_words, clock.now_ms()) == 1
    assert at.do(forget_words, clock.now_ms()) == 0
    old, kept = at.ask(reads.card, done), at.ask(reads.card, still)
    assert (old.place, old.number, [one.text for one in old.steps]) == ("", "", [""])
    assert (old.row.sort, kept.number) == (Sort.MANHOLE, "841904")


@pytest.mark.parametrize("role", ["volunteer", "guard", "technician", "auditor"])
def test_what_is_for_a_manager_is_refused_to_others(store: Store, clock: FakeClock, role: str) -> None:
    other = At(store, clock, Actor("", role, rights_of(role)))
    for call in (
        lambda: other.do(service.save_wearer, WEARER), lambda: other.do(service.pause, USUAL[0], 1000),
        lambda: other.do(service.raise_alarm, PRESS), lambda: other.do(service.save_rings_at, RingsAt()),
        lambda: other.do(service.open_wearer, "a" * 32),
    ):  # fmt: skip
        refused("right.missing", call)


def test_a_locked_desk_may_see_to_an_alarm(at: At, store: Store, clock: FakeClock) -> None:
    alarm = at.machine(service.raise_alarm, PRESS).alarm_id
    locked = At(store, clock, Actor("", "locked", LOCKED_RIGHTS))
    locked.do(service.seen, alarm)
    locked.do(service.close, alarm, "人没事")
    assert at.ask(reads.open_alarms) == []
