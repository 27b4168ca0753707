"""Handing over: proved by PIN or code, the one who goes off duty, the one who comes at the desk; exports wait, visitors do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from desk import app
from desk.codes import reads as codes
from desk.codes.rules import Kind
from desk.codes.service import issue
from desk.codes.views import Identified
from desk.commands import export
from desk.core.clock import MINUTE_MS
from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.duty import (
    reads_clock,
    reads_handover,
    service_clock,
    service_items,
    service_team,
)
from desk.duty.rules_handover import Answer, Body, Line, Topic
from desk.handing import Handing, Proof, check_accepted
from desk.handing_draft import Draft, draft
from desk.hearings import service as hearings
from desk.hearings.drafts import MatterDraft
from desk.hearings.rules import Category, MatterKind
from desk.operators import service as operators
from desk.operators.rules import COMMAND
from desk.reception import service as reception
from desk.reception.rules import Draft as Visit
from desk.reception.rules import Proof as Shown
from desk.reception.rules import VisitorType
from desk.reception.views import AdmitRequest
from desk.store.store import Founding
from tests.duty.two_shifts import two_shifts
from tests.fakes.clock import FakeClock

DAY = date(2026, 11, 20)


@dataclass
class Gate:
    desk: app.Desk
    clock: FakeClock
    who: dict[str, str]
    signs: dict[str, str]
    cards: dict[str, str]
    badge: str
    home: str

    @property
    def handing(self) -> Handing:
        return Handing(self.desk)

    def at(self, hour: int, minute: int = 0) -> None:
        self.clock.set(self.desk.time.at(DAY, hour, minute))

    def seen(self, name: str) -> Identified:
        with self.desk.store.reading() as r:
            return codes.identify(r, self.cards[name])

    def draft(self) -> Draft:
        with self.desk.store.reading() as r:
            return draft(r, COMMAND)

    def hand_over(self, proof: Proof) -> str:
        found = self.draft()
        return self.handing.hand_over(ticked(found.body), proof, found.due).handover_id

    def admit(self, name: str = "欧阳测试", kind: VisitorType = VisitorType.GUEST) -> str:
        with self.desk.store.unit(self.desk.actor) as u:
            visit = Visit(kind, name=name, household_id=self.home, company="测试公司")
            return reception.admit(u, AdmitRequest(u.new_id(), visit, Shown.PHONE)).visit_id

    def on_duty(self) -> set[str]:
        with self.desk.store.reading() as r:
            return {one.member_id for one in reads_clock.on_duty(r)}


def ticked(body: Body) -> Body:
    answers = {group.topic.value: Answer(tick=True) for group in body.groups}
    return Body(
        body.groups, answers, tuple(type(one)(one.item_id, one.name, one.expected, one.expected) for one in body.items)
    )


@pytest.fixture
def gate(tmp_path: Path, clock: FakeClock) -> Iterator[Gate]:
    """王秀兰 serves 14-17 and signs on with 7153, 李志强 17-20 with 8264; 周敏 is of the team and signs on nowhere."""
    clock.set(1_795_046_400_000)
    desk = app.build(tmp_path / "home", clock=clock)
    desk.found(Founding("锦绣苑", "南门", throwaway=True))
    desk.session.make_first_manager("周明远", "2468")
    with desk.store.unit(COMMAND) as u:
        made = two_shifts(u, DAY, "周敏")
        badge = operators.issue_badge(u, made.signs["李志强"])
        cards = {**made.cards, "post": issue(u, Kind.SHIFT, "a" * 32).text}
    found = Gate(desk, clock, made.who, made.signs, cards, badge, made.home)
    found.at(14)
    desk.session.sign_on_pin(made.signs["王秀兰"], "7153")
    with desk.store.unit(desk.actor) as u:
        service_clock.clock_on(u, made.who["王秀兰"])
    yield found
    desk.close()


def refused(code: str) -> pytest.RaisesContext[Refused]:  # type: ignore[name-defined]
    return pytest.raises(Refused, match=code)


def test_the_draft_says_what_is_open_and_guests_are_one_line(gate: Gate) -> None:
    for n in range(3):
        gate.admit(f"欧阳测{n}")
    gate.admit("司马测试", VisitorType.CONTRACTOR)
    with gate.desk.store.unit(gate.desk.actor) as u:
        for _ in range(2):
            reception.park(u, household_id=gate.home, what="一箱水果", shelf="A1")
        hearings.note(u, MatterDraft(new_id(u.now), Category.FACILITY, "三号楼门厅的灯不亮"))
        fire = MatterDraft(new_id(u.now), Category.FIRE, "垃圾桶冒烟，已经浇灭", kind=MatterKind.INCIDENT)
        hearings.note(u, fire)
        u.actor = COMMAND
        service_items.add_item(u, "大门钥匙", 3, "key")
    gate.clock.advance(165 * MINUTE_MS)
    found = gate.draft()
    groups = {group.topic: group for group in found.body.groups}
    assert found.due is not None
    assert (found.due.shift.name, found.labels[found.due.next_members[0]]) == ("门岗", "李老师")
    assert groups[Topic.INSIDE].lines == (Line("guest", 3), Line("contractor", 1))
    assert (groups[Topic.GOODS].n, groups[Topic.GOODS].lines, groups[Topic.GOODS].more) == (2, (), 2)
    assert groups[Topic.MATTERS].n == 1
    [incident] = groups[Topic.INCIDENTS].lines  # only written down: the relief hears of it, not what was said
    assert (incident.what, incident.ref, incident.name) == ("fire", fire.matter_id, "")
    assert not groups[Topic.OVERSTAY].open
    assert (groups[Topic.DEVICES].known, groups[Topic.DEVICES].open) == (False, False)
    assert [(one.name, one.expected, one.counted) for one in found.body.items] == [("大门钥匙", 3, None)]


def test_what_presses_has_its_own_line_and_its_minutes(gate: Gate) -> None:
    gate.admit("司马测试", VisitorType.CONTRACTOR)
    with gate.desk.store.unit(gate.desk.actor) as u:
        reception.park(u, household_id=gate.home, what="一箱水果", shelf="A1")
        hearings.note(u, MatterDraft(new_id(u.now), Category.FACILITY, "三号楼门厅的灯不亮"))
    gate.clock.advance(340 * MINUTE_MS)
    first = {group.topic: group for group in gate.draft().body.groups}[Topic.MATTERS].lines[0]
    assert (first.minutes, first.tone) == (20, "warn")
    gate.clock.advance(50 * 60 * MINUTE_MS)
    groups = {group.topic: group for group in gate.draft().body.groups}
    assert (groups[Topic.MATTERS].lines[0].tone, groups[Topic.MATTERS].tone) == ("bad", "bad")
    assert (groups[Topic.GOODS].lines[0].place, groups[Topic.GOODS].lines[0].minutes) == ("A1", -3340)


def test_both_sign_and_the_desk_goes_over(gate: Gate) -> None:
    gate.at(16, 55)
    for _ in range(2):
        gate.admit()
    eid = gate.hand_over(gate.handing.by_pin("7153", gate.who["王秀兰"]))
    assert gate.on_duty() == {gate.who["王秀兰"]}  # until somebody took over
    gate.at(17)
    done = gate.handing.take_over(eid, gate.handing.by_code(gate.seen("李志强")))
    assert (done.label, done.left, done.helped, done.signed, done.again) == ("李老师", "王老师", 2, True, False)
    assert gate.on_duty() == {gate.who["李志强"]}
    assert [chip.label for chip in gate.desk.session.state.chips] == ["周老师", "李老师"]
    assert gate.desk.actor.operator_id == gate.signs["李志强"]
    assert gate.handing.take_over(eid, gate.handing.by_code(gate.seen("李志强"))).again


def test_by_pin_of_the_sign_on_and_by_badge(gate: Gate) -> None:
    gate.at(16, 55)
    eid = gate.hand_over(gate.handing.by_pin("7153", operator_id=gate.signs["王秀兰"]))
    proof = gate.handing.by_badge(gate.badge)
    assert proof is not None
    assert gate.handing.by_badge("no badge at all") is None
    assert gate.handing.take_over(eid, proof).signed


def test_a_wrong_pin_signs_nothing_and_is_counted(gate: Gate) -> None:
    with refused("handover.pin_wrong"):
        gate.handing.by_pin("0000", gate.who["王秀兰"])
    for _ in range(10):
        with pytest.raises(Refused) as told:
            gate.handing.by_pin("0001", gate.who["王秀兰"])
        if told.value.code == "operator.pin_wait":
            break
    assert told.value.code == "operator.pin_wait"
    with gate.desk.store.reading() as r:
        assert reads_handover.history(r) == []


def test_a_stranger_cannot_sign(gate: Gate) -> None:
    for code in ("post", "foreign"):
        gate.cards["foreign"] = "https://example.org/abc"
        with refused("handover.code_not_good"):
            gate.handing.by_code(gate.seen(code))
    with gate.desk.store.unit(COMMAND) as u:
        service_team.let_go(u, gate.who["周敏"])
    with refused("handover.stranger"):
        gate.handing.by_code(gate.seen("周敏"))
    with refused("handover.stranger"):
        gate.handing.by_pin("1234", "f" * 32)


def test_one_of_the_team_without_a_sign_on_takes_over_and_the_desk_stays_with_who_acts(gate: Gate) -> None:
    gate.at(16, 55)
    eid = gate.hand_over(gate.handing.by_pin("7153", gate.who["王秀兰"]))
    with refused("handover.no_pin"):
        gate.handing.by_pin("1234", gate.who["周敏"])
    done = gate.handing.take_over(eid, gate.handing.by_code(gate.seen("周敏")))
    assert (done.signed, done.left) == (False, "王老师")
    assert gate.desk.actor.operator_id == gate.signs["王秀兰"]  # nobody else could unlock it


def test_where_nobody_comes_soon_the_signature_is_the_way_home(gate: Gate) -> None:
    gate.at(19, 50)
    gate.desk.session.sign_on_pin(gate.signs["李志强"], "8264")
    with gate.desk.store.unit(gate.desk.actor) as u:
        service_clock.clock_on(u, gate.who["李志强"])
    found = gate.draft()
    done = gate.handing.hand_over(ticked(found.body), gate.handing.by_code(gate.seen("李志强")), found.due)
    assert done.left == "李老师"
    assert gate.on_duty() == set()
    assert "李老师" not in [chip.label for chip in gate.desk.session.state.chips]


def test_staying_on_is_written_down_by_who_acts(gate: Gate) -> None:
    gate.at(17, 20)
    found = gate.draft()
    assert found.due is not None
    gate.handing.stay_on(found.due.shift.id, found.body)
    again = gate.draft().due
    assert again is not None
    assert again.held == gate.clock.now_ms()


def test_an_unaccepted_one_stops_exports_and_never_a_visitor(gate: Gate, tmp_path: Path) -> None:
    gate.at(16, 55)
    eid = gate.hand_over(gate.handing.by_pin("7153", gate.who["王秀兰"]))
    gate.at(17, 40)
    with gate.desk.store.reading() as r, refused("handover.unaccepted"):
        check_accepted(r)
    with refused("handover.unaccepted"):
        _export(gate, "visits", tmp_path)
    _export(gate, "audit", tmp_path)
    assert gate.admit()
    gate.handing.take_over(eid, gate.handing.by_code(gate.seen("李志强")))
    with gate.desk.store.reading() as r:
        check_accepted(r)
    _export(gate, "visits", tmp_path)
    assert (tmp_path / "visits.csv").is_file()


def _export(gate: Gate, kind: str, folder: Path) -> None:
    """As the program's child would."""
    import argparse

    parser = argparse.ArgumentParser()
    export.add_arguments(parser)
    args = parser.parse_args([kind, "--out", str(folder / f"{kind}.csv")])
    args.home, args.json, args.passphrase = str(gate.desk.home.root), True, None
    export.run(args)
