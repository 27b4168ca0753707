"""Matters on a real store: noted once, two clocks, told by phone, answered, opened again, joined, taken back."""

from __future__ import annotations

from typing import Any

import pytest

from desk.codes.reads import identify
from desk.codes.rules import Answer, Kind
from desk.codes.service import issue_receipt
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.hearings import reads, service
from desk.hearings.drafts import ANONYMOUS, MatterDraft
from desk.hearings.rules import Category, Limits, MatterKind, MatterState
from desk.hearings.rules_clocks import Stage
from desk.hearings.rules_matter import Event
from desk.operators.rules import actor_of
from desk.store.store import Store
from tests.hearings.conftest import WHO, Window


def test_noted_twice_is_noted_once_and_has_a_number(window: Window) -> None:
    draft = MatterDraft(window.new_id(), Category.LIFT, "电梯停在 7 楼不动", "3 号楼")
    number = window.do(service.note, draft, WHO)
    assert window.do(service.note, draft, WHO) == number
    card = window.card(draft.matter_id)
    assert (card.row.short_no, card.row.state, card.row.owner) == (number, MatterState.RECORDED, "property")
    assert number.startswith("M")
    assert card.reporter is not None
    assert (card.reporter.name, card.reporter.phone, card.reporter.door) == ("邹*", "*******1234", "3-1-12**")
    assert len(window.ask(reads.recent, window.actor)) == 1


def test_the_two_clocks_run_by_category(window: Window) -> None:
    now = window.clock.now_ms()
    row = window.card(window.note(category=Category.UTILITY)).row
    assert (row.first_due, row.resolve_due) == (now + 6 * HOUR_MS, now + DAY_MS)
    assert (row.first, row.first_left) == (Stage.FINE, 360)
    window.do(service.save_limits, Category.NOISE, Limits(30))
    assert window.card(window.note(category=Category.NOISE)).row.first_due == now + 30 * MINUTE_MS


def test_an_incident_has_no_clock(window: Window) -> None:
    row = window.card(window.note("岗亭断电 10 分钟", kind=MatterKind.INCIDENT)).row
    assert (row.first_due, row.first, row.owner) == (None, Stage.NONE, "")
    assert window.ask(reads.open_matters, window.actor) == ()
    window.do(service.assign, row.id, "property", None)
    assert [one.id for one in window.ask(reads.open_matters, window.actor)] == [row.id]


def test_a_scan_of_the_receipt_finds_the_matter(window: Window) -> None:
    matter_id = window.note()
    issued = window.do(issue_receipt, matter_id)
    seen = window.ask(identify, issued.text)
    assert (seen.answer, seen.kind, seen.subject_id) == (Answer.VALID, Kind.MATTER, matter_id)
    assert issued.serial == window.card(matter_id).row.short_no


def test_told_by_phone_does_the_duty_and_stops_nothing(window: Window) -> None:
    matter_id = window.note()
    said_at = window.clock.now_ms()
    window.clock.advance(10 * MINUTE_MS)
    window.do(service.told, matter_id, "物业 张师傅", said_at)
    row = window.card(matter_id).row
    assert (row.told_at, row.first_left) == (said_at, 350)
    with pytest.raises(Refused, match=r"matter\.told_later"):
        window.do(service.told, matter_id, "物业", said_at + DAY_MS)
    with pytest.raises(Refused, match=r"matter\.told_whom"):
        window.do(service.told, matter_id, " ")


def test_another_owner_at_the_last_minute_gets_no_new_clock(window: Window) -> None:
    matter_id = window.note()
    due = window.card(matter_id).row.first_due
    window.clock.advance(350 * MINUTE_MS)
    window.do(service.assign, matter_id, "committee", window.clock.now_ms() + DAY_MS)
    row = window.card(matter_id).row
    assert (row.first_due, row.first_left, row.first, row.owner) == (due, 10, Stage.ALARM, "committee")


def test_the_first_receiver_answers_until_a_body_accepts(window: Window) -> None:
    matter_id = window.note()
    assert not window.card(matter_id).row.accepted
    window.do(service.accept, matter_id, "物业 张师傅")
    assert window.card(matter_id).row.accepted
    window.do(service.assign, matter_id, "committee", None)
    assert not window.card(matter_id).row.accepted


def test_only_words_stop_the_clock(window: Window) -> None:
    matter_id = window.note()
    window.do(service.wait, matter_id, "等配件", window.clock.now_ms() + DAY_MS)
    assert window.card(matter_id).row.first_left == 360
    with pytest.raises(Refused, match=r"matter\.reply_empty"):
        window.do(service.reply, matter_id, "  ")
    window.do(service.reply, matter_id, "明天上午换灯")
    card = window.card(matter_id)
    assert (card.row.first, card.row.first_left, card.answer) == (Stage.NONE, None, "明天上午换灯")


def test_from_reply_to_the_residents_word(window: Window) -> None:
    matter_id = window.note(reporter=WHO)
    window.do(service.reply, matter_id, "明天换")
    window.do(service.resolve, matter_id, "换好了")
    assert [one.matter.id for one in window.ask(reads.call_backs, window.actor)] == [matter_id]
    window.do(service.called, matter_id, "没人接", window.clock.now_ms() + HOUR_MS)
    window.do(service.reopen, matter_id, "又不亮了")
    row = window.card(matter_id).row
    assert (row.state, row.first_left, window.card(matter_id).reopened) == (MatterState.REOPENED, 360, 1)
    window.do(service.resolve, matter_id, "换了镇流器")
    window.do(service.confirm, matter_id)
    assert window.ask(reads.call_backs, window.actor) == ()
    window.do(service.close, matter_id)
    assert window.card(matter_id).row.state is MatterState.CLOSED
    assert window.ask(reads.open_matters, window.actor) == ()


def test_nothing_unanswered_is_closed(window: Window) -> None:
    matter_id = window.note()
    with pytest.raises(Refused, match=r"matter\.no_answer_yet"):
        window.do(service.close, matter_id)


def test_a_second_person_with_the_same_keeps_one_clock(window: Window) -> None:
    first = window.note(place="3 号楼门厅", reporter=WHO)
    window.clock.advance(HOUR_MS)
    like = window.ask(reads.similar, window.actor, Category.FACILITY, "3号楼 门厅")
    assert [row.id for row in like] == [first]
    second = window.note("门厅黑的", WHO, place="3号楼门厅", repeat_of=first)
    assert window.card(first).row.supporters == 1
    assert window.card(second).row.first_due is None
    assert [row.id for row in window.ask(reads.open_matters, window.actor)] == [first]
    assert [row.id for row in window.card(first).same] == [second]
    window.do(service.reply, first, "下午修")
    waiting = window.ask(reads.call_backs, window.actor)
    assert {one.matter.id: one.answer for one in waiting} == {first: "下午修", second: "下午修"}
    window.do(service.undo, second)
    assert window.card(first).row.supporters == 0


def test_after_a_day_or_elsewhere_nothing_is_alike(window: Window) -> None:
    window.note(place="3 号楼门厅")
    assert window.ask(reads.similar, window.actor, Category.FACILITY, "5 号楼") == ()
    assert window.ask(reads.similar, window.actor, Category.NOISE, "3 号楼门厅") == ()
    assert window.ask(reads.similar, window.actor, Category.FACILITY, "") == ()
    window.clock.advance(DAY_MS + 1)
    assert window.ask(reads.similar, window.actor, Category.FACILITY, "3 号楼门厅") == ()


def test_a_better_category_keeps_the_moment_it_was_noted(window: Window) -> None:
    matter_id = window.note()
    at = window.clock.now_ms()
    window.clock.advance(HOUR_MS)
    window.do(service.correct, matter_id, text="有人困在电梯里", place="3 号楼", category=Category.TRAPPED)
    row = window.card(matter_id).row
    assert (row.first_due, row.category) == (at + 2 * HOUR_MS, Category.TRAPPED)


def test_what_was_just_done_can_be_taken_back(window: Window) -> None:
    matter_id = window.note()
    window.do(service.reply, matter_id, "明天")
    window.do(service.undo, matter_id)
    assert window.card(matter_id).row.first_left == 360
    window.do(service.undo, matter_id)
    assert window.card(matter_id).row.state is MatterState.WITHDRAWN
    with pytest.raises(Refused, match=r"matter\.nothing_to_undo"):
        window.do(service.undo, matter_id)
    with pytest.raises(Refused, match=r"matter\.withdrawn"):
        window.do(service.reply, matter_id, "明天")


def test_what_is_about_us_is_read_by_those_above(window: Window) -> None:
    matter_id = window.note("值班的人态度不好", about_post=True)
    volunteer = actor_of("0" * 31 + "2", "volunteer")
    row = window.ask(reads.card, volunteer, matter_id).row
    assert (row.hidden, row.text) == (True, "")
    assert window.card(matter_id).row.text == "值班的人态度不好"


def test_of_somebody_unnamed_nothing_is_kept(window: Window) -> None:
    matter_id = window.note(reporter=ANONYMOUS)
    assert window.card(matter_id).reporter is None


def test_the_name_in_full_has_a_reason_and_a_line_in_the_trail(window: Window) -> None:
    card = window.card(window.note(reporter=WHO))
    assert card.reporter is not None
    with pytest.raises(Refused, match=r"people\.reason_missing"):
        window.do(service.reveal_reporter, card.reporter.hearing_id, "curious")
    full = window.do(service.reveal_reporter, card.reporter.hearing_id, "resident_asks")
    assert (full.name, full.phone, full.door) == ("邹测试", "10400001234", "3-1-1202")


def test_empty_long_and_too_many_are_refused(window: Window) -> None:
    for fields, code in (
        ({"text": " "}, "matter.empty"),
        ({"text": "字" * 2001}, "matter.too_long"),
        ({"text": "灯", "photos": ("a" * 64,) * 7}, "matter.photos"),
    ):
        draft: Any = MatterDraft(window.new_id(), Category.OTHER, **fields)  # type: ignore[arg-type]
        with pytest.raises(Refused) as refused:
            window.do(service.note, draft)
        assert refused.value.code == code


def test_the_history_names_each_act(window: Window) -> None:
    matter_id = window.note()
    window.clock.advance(MINUTE_MS)
    window.do(service.reply, matter_id, "明天")
    kinds = [event.kind for event in window.card(matter_id).events]
    assert kinds == [Event.NOTED, Event.REPLIED]


def test_a_body_of_the_sites_own_stands_before_the_usual_one(window: Window) -> None:
    window.do(service.save_body, "property", "锦绣物业", 0, [service.Phone("值班室", "10400000110")], ["lift"])
    found = {body.code: body for body in window.ask(service.bodies)}
    assert (found["property"].name, found["property"].phones[0].who) == ("锦绣物业", "值班室")
    assert window.card(window.note(category=Category.LIFT)).row.owner == "property"
    with pytest.raises(Refused, match=r"matter\.body_name"):
        window.do(service.save_body, "repairs", "", 0, [], [])


def test_a_body_the_site_adds_is_asked_first_about_what_it_is_given(window: Window) -> None:
    code = window.do(
        service.save_body, "", "电梯维保", 0, [service.Phone("值班", "10400000150")], ["lift", "noise", "?"]
    )
    found = {body.code: body for body in window.ask(service.bodies)}
    assert found[code].categories == ("lift", "noise")
    assert "lift" not in found["property"].categories, "one kind has one body"
    assert found["committee"].categories == ("dispute",)
    assert window.card(window.note(category=Category.LIFT)).row.owner == code
    assert window.card(window.note(category=Category.PARKING)).row.owner == "property"
    assert window.do(service.save_body, code, "电梯维保站", 0, [], ["lift"]) == code
    assert len([body for body in window.ask(service.bodies) if body.name == "电梯维保站"]) == 1
    assert window.card(window.note(category=Category.NOISE)).row.owner == "property", (
        "nobody's matter is the first body's"
    )


def test_a_body_goes_once_it_owes_nothing(window: Window) -> None:
    code = window.do(service.save_body, "", "电梯维保", 0, [], ["lift"])
    matter_id = window.note(category=Category.LIFT)
    with pytest.raises(Refused) as caught:
        window.do(service.drop_body, code)
    assert (caught.value.code, caught.value.facts["n"]) == ("matter.body_busy", 1)
    window.do(service.assign, matter_id, "property", None)
    window.do(service.drop_body, code)
    assert code not in {body.code for body in window.ask(service.bodies)}
    assert window.card(window.note(category=Category.LIFT)).row.owner == "property"
    for gone in (code, "property"):
        with pytest.raises(Refused, match=r"matter\.body_gone"):
            window.do(service.drop_body, gone)


def test_bodies_are_the_managers(window: Window, store: Store) -> None:
    actor = actor_of("0" * 31 + "2", "shift_lead")
    for verb, words in ((service.save_body, ("", "x", 0, [], [])), (service.drop_body, ("property",))):
        with store.unit(actor) as u, pytest.raises(Refused, match=r"right\.missing"):
            verb(u, *words)  # type: ignore[operator]


def test_what_a_manager_closed_is_not_taken_back_by_others(window: Window, store: Store) -> None:
    matter_id = window.note()
    window.do(service.reply, matter_id, "今晚换灯")
    window.do(service.close, matter_id)
    with store.unit(actor_of("0" * 31 + "2", "volunteer")) as u, pytest.raises(Refused, match=r"right\.missing"):
        service.undo(u, matter_id)
    assert window.card(matter_id).row.state is MatterState.CLOSED
    window.do(service.undo, matter_id)
    assert window.card(matter_id).row.state is MatterState.REPLIED


def test_what_a_body_owes_says_who_was_told(window: Window) -> None:
    first = window.note()
    window.clock.advance(MINUTE_MS)
    second = window.note("门坏了")
    window.note("太吵", category=Category.NOISE)
    window.do(service.told, second, "王经理，说下午来")
    window.clock.advance(MINUTE_MS)
    window.do(service.told, second, "李师傅")
    window.do(service.undo, second)
    found = window.ask(reads.owed, window.actor, "property")
    assert [(one.row.id, one.told_to) for one in found] == [(first, ""), (second, "王经理，说下午来")]
