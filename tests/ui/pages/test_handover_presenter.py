"""The handover's presenter over a real desk: what is missing, two signatures, corrections, the things that are counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desk.codes.reads import identify
from desk.codes.rules import Kind
from desk.codes.service import issue
from desk.core.clock import MINUTE_MS
from desk.core.events import ScanSeen
from desk.devices.acting import Attached, Role
from desk.duty import reads_handover, service_items
from desk.duty.rules_handover import Lack, Topic
from desk.operators.rules import COMMAND
from desk.reception import service as reception
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest
from desk.store.store import Founding
from tests.duty.two_shifts import two_shifts
from tests.fakes.clock import FakeClock
from tests.ui.pages.at_once import Voice, desk_at, ports_of
from ui.pages.handover.model import Filled, HandoverModel, Panel
from ui.pages.handover.presenter import HandoverPresenter
from ui.pages.handover.view_words import HandoverWords
from ui.texts import sentence

DAY = date(2026, 11, 20)


class Loud(Voice):
    """A voice whose result card and tones are noted."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Any] = []
        self.undone: list[Any] = []

    def result(self, answer: Any) -> None:
        self.shown.append(answer)

    def undo(self, text: str, undo: Any, seconds: int = 10) -> None:
        self.undone.append(undo)


@dataclass
class Gate:
    desk: Any
    clock: FakeClock
    voice: Loud
    presenter: HandoverPresenter
    who: dict[str, str]
    cards: dict[str, str]
    home: str
    models: list[HandoverModel] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    lacking: list[tuple[str, str]] = field(default_factory=list)

    @property
    def model(self) -> HandoverModel:
        return self.presenter.model

    def at(self, hour: int, minute: int = 0) -> None:
        self.clock.set(self.desk.time.at(DAY, hour, minute))

    def admit(self) -> None:
        with self.desk.store.unit(COMMAND) as u:
            visit = Draft(VisitorType.GUEST, name="欧阳测试", household_id=self.home)
            reception.admit(u, AdmitRequest(u.new_id(), visit, Proof.PHONE))

    def answer(self) -> None:
        for group in self.model.body.groups:
            self.presenter.tick(group.topic.value, True)
        for item in self.model.body.items:
            self.presenter.count(item.item_id, item.expected)

    def hold_up(self, text: str) -> bool:
        return self.presenter.scan(ScanSeen("s", text, self.clock.now_ms(), "camera"))

    def history(self) -> list[reads_handover.HandoverView]:
        with self.desk.store.reading() as r:
            return reads_handover.history(r)


@pytest.fixture
def gate(tmp_path: Path, clock: FakeClock) -> Iterator[Gate]:
    clock.set(1_795_046_400_000)
    desk = desk_at(tmp_path / "home", clock)
    desk.found(Founding("锦绣苑", "南门", throwaway=True))
    desk.session.make_first_manager("周明远", "2468")
    with desk.store.unit(COMMAND) as u:
        found = two_shifts(u, DAY)
        cards = {**found.cards, "door": issue(u, Kind.INDOOR, found.home).text}
        service_items.add_item(u, "大门钥匙", 2, "key")
    voice = Loud()
    presenter = HandoverPresenter(ports_of(desk, voice))
    made = Gate(desk, clock, voice, presenter, found.who, cards, found.home)
    presenter.show = made.models.append
    presenter.wrong = lambda error: made.wrong.append(getattr(error, "code", ""))
    presenter.lack = lambda what, ref: made.lacking.append((what, ref))
    made.at(16, 45)
    desk.session.sign_on_pin(found.signs["王秀兰"], "7153")
    made.admit()
    yield made
    desk.close()


def test_the_draft_names_its_shift_and_the_next(gate: Gate) -> None:
    gate.presenter.open()
    drafted = gate.model.drafted
    assert drafted.shift is not None
    assert drafted.next is not None
    assert (drafted.shift.name, drafted.shift.hours, drafted.shift.people) == ("门岗", "14:00-17:00", ("王老师",))
    assert (drafted.next.name, drafted.next.people) == ("晚班", ("李老师",))
    assert gate.model.panel is Panel.DRAFT


def test_a_device_that_does_not_work_is_in_the_draft(gate: Gate) -> None:
    def standing(*ok: bool) -> Any:
        made = [
            Attached(f"d{n}", "大门道闸", Role.BARRIER, "d", (), one, "device.port_gone") for n, one in enumerate(ok)
        ]
        return SimpleNamespace(attached=lambda: made)

    def devices() -> Any:
        gate.presenter.open()
        return next(group for group in gate.model.drafted.body.groups if group.topic is Topic.DEVICES)

    assert not devices().known  # nothing looks after any: whoever hands over does
    extras = gate.presenter._ports.extras
    extras["devices"] = standing(True, False)
    found = devices()
    assert (found.known, found.n, [line.ref for line in found.lines]) == (True, 1, ["d1"])
    assert HandoverWords().lines(found, {}) == [f"大门道闸：{sentence('device.port_gone')}"]
    extras["devices"] = standing(True)
    assert (devices().known, devices().n) == (True, 0)


def test_what_is_missing_is_shown_one_after_the_other(gate: Gate) -> None:
    gate.presenter.open()
    key = gate.model.body.items[0].item_id
    gate.presenter.ready_to_sign()
    gate.presenter.note("inside", "等住户来接")
    gate.presenter.ready_to_sign()
    gate.presenter.count(key, 1)
    gate.presenter.ready_to_sign()
    gate.presenter.count(key, 1, "物业借走一把")
    gate.presenter.ready_to_sign()
    assert gate.lacking == [(Lack.TICK, "inside"), (Lack.COUNT, key), (Lack.REASON, key)]
    assert gate.model.panel is Panel.SIGN
    assert gate.model.asking is not None
    assert gate.model.asking.member_id == gate.who["王秀兰"]


def test_what_was_answered_stays_while_the_day_goes_on(gate: Gate) -> None:
    gate.presenter.open()
    gate.answer()
    gate.admit()
    gate.presenter.refresh()
    group = next(one for one in gate.model.body.groups if one.topic is Topic.INSIDE)
    assert group.n == 2
    assert not gate.model.lacks


def test_both_sign_and_the_second_may_not_be_the_first(gate: Gate) -> None:
    gate.presenter.open()
    gate.answer()
    gate.presenter.ready_to_sign()
    gate.presenter.pin("0000")
    assert gate.wrong == ["handover.pin_wrong"]
    gate.presenter.pin("7153")
    assert gate.model.put is not None
    assert (gate.model.panel, gate.model.put.waits, gate.model.filled) == (Panel.READ, True, Filled())
    assert (gate.model.put.at, gate.model.put.on_paper) == ("16:45", "2026-11-20 16:45")
    gate.presenter.take_over()
    assert gate.who["王秀兰"] not in [one.member_id for one in gate.model.people]
    assert gate.model.asking is not None  # the one of the next shift
    gate.presenter.pin("8264")
    assert (gate.model.took, gate.model.panel) == ("李老师", Panel.READ)
    assert gate.desk.session.state.active.label == "李老师"
    gate.presenter.begin_duty()
    assert gate.voice.went[-1][0] == "today"


def test_a_card_is_a_signature_where_one_is_wanted(gate: Gate) -> None:
    with gate.desk.store.reading() as r:
        wang, li = (identify(r, gate.cards[name]) for name in ("王秀兰", "李志强"))
    gate.presenter.open()
    assert not gate.presenter.card(wang)  # the guest is not ticked yet
    gate.answer()
    assert gate.presenter.card(wang)
    assert gate.model.put is not None
    assert gate.model.put.waits
    assert gate.presenter.card(li)
    assert gate.model.took == "李老师"
    assert not gate.presenter.card(li)


def test_a_visitor_s_code_is_looked_at_while_a_signature_is_asked_for(gate: Gate) -> None:
    gate.presenter.open()
    assert not gate.hold_up(gate.cards["door"])
    gate.answer()
    gate.presenter.ready_to_sign()
    assert gate.hold_up(gate.cards["door"])
    assert len(gate.voice.shown) == 1
    gate.presenter.choose(None)
    gate.hold_up("https://example.org/abc")
    assert gate.voice.problems == ["handover.code_not_good"]
    gate.hold_up(gate.cards["王秀兰"])
    assert gate.model.panel is Panel.READ


def test_it_opens_at_the_one_that_waits_and_can_be_written_anew(gate: Gate) -> None:
    gate.presenter.open()
    gate.answer()
    gate.presenter.words("卡机有点慢")
    gate.presenter.ready_to_sign()
    gate.presenter.pin("7153")
    first = gate.history()[0].id
    gate.presenter.open()
    assert (gate.model.panel, gate.model.put and gate.model.put.id) == (Panel.READ, first)
    gate.presenter.correct()
    assert (gate.model.panel, gate.model.filled.note) == (Panel.DRAFT, "卡机有点慢")
    gate.clock.advance(MINUTE_MS)
    gate.presenter.ready_to_sign()
    gate.presenter.pin("7153")
    assert [one.id == first for one in gate.history()] == [False, True]


def test_nobody_came(gate: Gate) -> None:
    gate.at(17, 9)
    gate.presenter.open()
    assert (gate.model.drafted.over_min, gate.model.drafted.held_at) == (9, "")
    gate.presenter.stay_on()
    assert gate.model.drafted.held_at == "17:09"


def test_back_goes_one_step(gate: Gate) -> None:
    gate.presenter.open()
    assert not gate.presenter.back()
    gate.answer()
    gate.presenter.ready_to_sign()
    assert gate.presenter.back()  # from the pad to the names
    assert gate.model.asking is None
    assert gate.presenter.back()
    assert gate.model.panel is Panel.DRAFT
    assert not gate.model.lacks
    gate.presenter.go(Panel.PAST)
    gate.presenter.leave()
    assert gate.model.panel is Panel.DRAFT


def test_a_draft_half_answered_is_kept_as_plain_values(gate: Gate) -> None:
    gate.presenter.open()
    assert gate.presenter.draft() == {}
    gate.answer()
    gate.presenter.words("卡机有点慢")
    kept = gate.presenter.draft()
    gate.presenter.restore({})
    assert gate.model.lacks
    gate.presenter.restore(kept)
    assert not gate.model.lacks
    assert gate.model.filled.note == "卡机有点慢"


def test_things_are_kept_by_who_may(gate: Gate) -> None:
    gate.presenter.open()
    assert not gate.model.may_items
    gate.presenter.add_item("对讲机", 2)
    assert gate.voice.problems == ["right.missing"]
    gate.desk.session.sign_on_pin(next(iter(gate.desk.session.state.chips)).operator_id, "2468")
    gate.presenter.go(Panel.ITEMS)
    assert gate.model.may_items
    gate.presenter.add_item("对讲机", 2)
    gate.presenter.refresh()
    radio = gate.model.body.items[1]
    gate.presenter.edit_item(radio.item_id, "对讲机", 3, "item")
    gate.presenter.drop_item(gate.model.body.items[0].item_id, "不再数大门钥匙")
    gate.presenter.refresh()
    assert [(one.name, one.expected) for one in gate.model.body.items] == [("对讲机", 3)]
    gate.voice.undone[0]()
    gate.presenter.refresh()
    assert [one.name for one in gate.model.body.items] == ["对讲机", "大门钥匙"]


def test_reading_aloud_needs_a_voice(gate: Gate) -> None:
    said: list[str] = []
    gate.presenter.read_aloud("一位客人还在里面")
    assert gate.voice.problems == ["speech.voiceless"]
    speech = SimpleNamespace(can_speak=lambda: True, read=lambda words: said.append(words) or True)
    gate.presenter._ports.extras["speech"] = speech
    gate.presenter.read_aloud("一位客人还在里面")
    assert said == ["一位客人还在里面"]
    assert len(gate.voice.problems) == 1
    gate.presenter._ports.extras["speech"] = SimpleNamespace(can_speak=lambda: True, read=lambda words: False)
    gate.presenter.read_aloud("一位客人还在里面")
    assert gate.voice.problems[1:] == ["speech.muted"]
