"""Notices go up and come down; what ended never shows again, whatever the clock does; the key takes over the screen."""

from __future__ import annotations

import time
from typing import Any

import pytest

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.operators.rules import actor_of, locked_actor
from desk.people import service as people
from desk.screen import reads, service, service_lines, service_retention, service_settings
from desk.screen.rules import (
    NO_END,
    TEXT_LONGEST,
    TITLE_LONGEST,
    Kind,
    Line,
    LineKind,
    Named,
    Number,
    Sentence,
    State,
    Wanted,
    state_of,
)
from desk.screen.tables import ScreenItem
from desk.store import wall
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from ui.public_screen import model as screen_model


def wanted(clock: FakeClock, title: str = "周六停水", text: str = "上午 9:00 到 11:00", **fields: Any) -> Wanted:
    now = clock.now_ms()
    values = {"kind": Kind.NOTICE, "from_at": now, "until_at": now + HOUR_MS, **fields}
    return Wanted(title=title, text=text, **values)


def code(call: Any) -> str:
    with pytest.raises(Refused) as told:
        call()
    return told.value.code


def shown(store: Store) -> list[str]:
    with store.reading() as r:
        return [one.title for one in reads.board(r).shown]


def test_a_notice_shows_between_its_beginning_and_its_end(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        service.save(u, wanted(clock, from_at=clock.now_ms() + HOUR_MS, until_at=clock.now_ms() + 2 * HOUR_MS))
    assert shown(store) == []
    clock.advance(HOUR_MS)
    assert shown(store) == ["周六停水"]
    clock.advance(HOUR_MS)
    assert shown(store) == []


def test_what_ended_stays_away_when_the_clock_steps_back(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        service.save(u, wanted(clock))
    clock.advance(2 * HOUR_MS)
    with store.unit(actor):
        pass  # anything at all is written, and the moment is known
    clock.advance(-3 * HOUR_MS)
    assert shown(store) == []
    with store.unit(actor) as u:
        wall.confirm(u, clock.now_ms())  # the manager looked: the later time was the wrong one
    clock.advance(HOUR_MS)
    assert shown(store) == ["周六停水"]


def test_taken_down_is_down_against_everything(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        item = service.save(u, wanted(clock))
        service.retract(u, item.id)
    assert shown(store) == []
    with store.reading() as r:
        (found,) = reads.items(r)
        assert state_of(found, r.now) is State.RETRACTED
    with store.unit(actor) as u:
        service.put_back(u, item.id)
    assert shown(store) == ["周六停水"]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("", "", "screen.empty"),
        ("  \u200b\u2060 \ufeff", "", "screen.empty"),
        ("停水", "水" * 50_000, "screen.too_long"),
        ("停" * 50_000, "", "screen.too_long"),
        ("停" * 31, "", "screen.title_long"),
        ("x" * 61, "", "screen.title_long"),
        ("停水", "\n".join("一二三四五六七八九"), "screen.too_many_lines"),
        ("停水", "请打 10400001234", "screen.looks_like.phone"),
        ("停水", "请打 104\u200b0000\u200b1234", "screen.looks_like.phone"),
        ("失物", "身份证 110101199001011237", "screen.looks_like.id_number"),
        ("3-1-1202 王阿姨", "请来取快递", "screen.looks_like.name_door"),
        ("停水", "<script>alert(1)</script>", "screen.looks_like.markup"),
    ],
)
def test_words_that_cannot_hang_are_refused(
    store: Store, actor: Actor, clock: FakeClock, title: str, text: str, expected: str
) -> None:
    with store.unit(actor) as u:
        assert code(lambda: service.save(u, wanted(clock, title, text))) == expected


def test_times_and_approvers_are_looked_at(store: Store, actor: Actor, clock: FakeClock) -> None:
    now = clock.now_ms()
    with store.unit(actor) as u:
        assert code(lambda: service.save(u, wanted(clock, until_at=now))) == "screen.ends_before_it_begins"
        past = wanted(clock, from_at=now - 2 * HOUR_MS, until_at=now - HOUR_MS)
        assert code(lambda: service.save(u, past)) == "screen.already_over"
        assert code(lambda: service.save(u, wanted(clock, until_at=now + 400 * DAY_MS))) == "screen.too_far"
        assert code(lambda: service.save(u, wanted(clock, kind=Kind.OFFICIAL))) == "screen.approver_missing"
        assert code(lambda: service.save(u, wanted(clock, kind=Kind.EMERGENCY))) == "screen.kind"
        assert service.save(u, wanted(clock, kind=Kind.OFFICIAL, approver=" 陈书记 ")).approver == "陈书记"
        assert code(lambda: service.save(u, wanted(clock), "0" * 32)) == "screen.gone"


def test_an_edited_notice_keeps_its_place_and_hangs_again(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        item = service.save(u, wanted(clock))
        service.retract(u, item.id)
        again = service.save(u, wanted(clock, "周日停水"), item.id)
    assert again.id == item.id
    assert shown(store) == ["周日停水"]


def test_only_those_who_may(store: Store, clock: FakeClock) -> None:
    volunteer = actor_of("0" * 31 + "2", "volunteer")
    with store.unit(volunteer) as u:
        assert code(lambda: service.save(u, wanted(clock))) == "right.missing"
        assert code(lambda: service_settings.prepare(u, [Sentence("x")])) == "right.missing"
        assert service.take_over(u).kind is Kind.EMERGENCY
        assert service.end_emergency(u) == 1


def test_one_key_takes_over_also_while_the_desk_is_locked(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        service_settings.prepare(u, [Sentence("火警，请离开楼房", "走楼梯"), Sentence("请留在室内")])
    with store.unit(locked_actor("")) as u:
        first = service.take_over(u)
        second = service.take_over(u, 1)
        assert code(lambda: service.take_over(u, 2)) == "screen.no_sentence"
    assert (first.title, second.title, second.until_at) == ("火警，请离开楼房", "请留在室内", NO_END)
    clock.advance(30 * DAY_MS)
    with store.reading() as r:
        board = reads.board(r)
        assert board.emergency is not None
        assert board.emergency.id == second.id
    with store.unit(locked_actor("")) as u:
        assert service.end_emergency(u) == 1
        assert service.end_emergency(u) == 0
    with store.reading() as r:
        assert reads.board(r).emergency is None


def test_an_emergency_shows_also_while_the_clock_is_behind(store: Store, actor: Actor, clock: FakeClock) -> None:
    clock.advance(-5 * DAY_MS)
    with store.unit(actor) as u:
        service.take_over(u)
    with store.reading() as r:
        assert reads.board(r).emergency is not None


def test_prepared_sentences_are_looked_at_like_notices(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        assert code(lambda: service_settings.prepare(u, [])) == "screen.no_sentence"
        assert code(lambda: service_settings.prepare(u, [Sentence("打 10400001234")])) == "screen.looks_like.phone"
        assert code(lambda: service_settings.prepare(u, [Sentence("走")] * 7)) == "screen.too_many_sentences"
    with store.reading() as r:
        assert reads.prepared(r) == reads.USUAL


def test_numbers_everybody_may_see_may_stand_in_a_notice(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        for wrong in (Number("", "12345"), Number("物业", ""), Number("物业", "五六七"), Number("物业", "1" * 30)):
            assert code(lambda wrong=wrong: service_settings.say_numbers(u, [wrong])) == "screen.number_wrong"
        many = [Number(f"电话{n}", "12345") for n in range(6)]
        assert code(lambda: service_settings.say_numbers(u, many)) == "screen.too_many_numbers"
        service_settings.say_numbers(u, [Number("物业", "1040 0000 0110"), Number("", "")])
        service.save(u, wanted(clock, "报修", "请打 1040-0000-0110"))
        service.save(u, wanted(clock, "门岗", "请打 0000-1234"))  # the gate's own
    with store.reading() as r:
        assert reads.board(r).numbers == (Number("物业", "1040 0000 0110"),)


def test_lines_are_replaced_by_key_and_written_only_when_they_change(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        line = Line(
            LineKind.SHIFT,
            u.new_id(),
            u.now,
            u.now + HOUR_MS,
            "上午门岗",
            (Named("王老师", "branch"),),
            "南门",
            u.gate_id,
        )
        assert service_lines.replace_lines(u, [LineKind.SHIFT], [line])
        assert not service_lines.replace_lines(u, [LineKind.SHIFT], [line])
        assert service_lines.replace_lines(
            u, [LineKind.OPEN], [Line(LineKind.OPEN, u.new_id(), 0, 0, gate_id=u.gate_id, number=7)]
        )
    with store.reading() as r:
        board = reads.board(r)
        assert board.week == board.now == (line,)
        assert board.open_matters == 7
    with store.unit(actor) as u:
        assert service_lines.replace_lines(u, [LineKind.SHIFT], [])
    with store.reading() as r:
        board = reads.board(r)
        assert (board.week, board.open_matters) == ((), 7)


def test_words_of_another_room_that_look_private_stay_away(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        line = Line(
            LineKind.SHIFT, u.new_id(), u.now, u.now + HOUR_MS, "找王姐 10400001234", (), "3-1-1202 王阿姨家", u.gate_id
        )
        service_lines.replace_lines(u, [LineKind.SHIFT], [line])
    with store.reading() as r:
        (found,) = reads.lines(r)
    assert (found.title, found.place) == ("", "")


def test_the_board_of_a_gate_and_what_changes_next(store: Store, actor: Actor, clock: FakeClock) -> None:
    now = clock.now_ms()
    with store.unit(actor) as u:
        service.save(u, wanted(clock, "此门", gates=(u.gate_id,), until_at=now + 20 * MINUTE_MS))
        service.save(u, wanted(clock, "别的门", gates=("f" * 32,)))
        service.save(u, wanted(clock, "稍后", from_at=now + 5 * MINUTE_MS))
    with store.reading() as r:
        board = reads.board(r)
    assert [one.title for one in board.shown] == ["此门"]
    assert board.next_change() == now + 5 * MINUTE_MS
    assert [one.title for one in board.at(now + 30 * MINUTE_MS).shown] == ["稍后"]
    with store.reading() as r:
        assert reads.board(r, now + 30 * MINUTE_MS).moment == now + 30 * MINUTE_MS


def test_what_ended_long_ago_is_forgotten_with_who_answered_for_it(
    store: Store, actor: Actor, clock: FakeClock
) -> None:
    with store.unit(actor) as u:
        service.save(u, wanted(clock, kind=Kind.OFFICIAL, approver="陈书记"))
        fresh = service.save(u, wanted(clock, "还要挂着", until_at=clock.now_ms() + 300 * DAY_MS))
    clock.advance(2 * DAY_MS)
    with store.unit(actor) as u:
        assert service_retention.forget_ended(u, u.now - DAY_MS) == 1
        assert service_retention.forget_ended(u, u.now - DAY_MS) == 0
    with store.reading() as r:
        assert [one.id for one in reads.items(r)] == [fresh.id]


def test_a_resident_with_their_room_is_refused_in_any_dress(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        home = people.add_household(u, "3", "1", "1202")
        for name in ("阿依古丽", "欧阳测试"):
            people.bind(u, people.add_person(u, name), home, "owner")
    for text in (
        "3-1-1202 阿依古丽", "请阿依古丽来取信。\n1202 的信箱满了。", "阿 依 古 丽，一二〇二", "欧阳测试（１２０２）家漏水",
        "阿\u200b依古丽 1202",
    ):  # fmt: skip
        with store.reading() as r, pytest.raises(Refused, match=r"screen\.looks_like\.name_door"):
            service.checked(r, "通知", text)
    for text in ("阿依古丽老师周六教跳舞", "1202 门前有积水", "阿依古丽得了奖，奖金 12020 元", "阿依 1202"):
        with store.reading() as r:
            service.checked(r, "通知", text)


def test_fifty_thousand_characters_are_refused_at_once_and_cropped_when_they_come(
    store: Store, actor: Actor, clock: FakeClock
) -> None:
    """Another program may send what this one would never write: the screen shows no more than a notice may have."""
    long = "停水通知。" * 10_000
    with store.unit(actor) as u:
        with pytest.raises(Refused, match=r"screen\.too_long"):
            service.save(u, Wanted(Kind.NOTICE, "停水", long, u.now, u.now + HOUR_MS))
        with pytest.raises(Refused, match=r"screen\.too_long"):
            service.save(u, Wanted(Kind.NOTICE, long, "", u.now, u.now + HOUR_MS))
        values = {"from_at": u.now - 1, "until_at": u.now + HOUR_MS, "title": long, "text": long}
        u.add(ScreenItem, kind="notice", **values)
        u.add(ScreenItem, kind="emergency", **values)
    with store.reading() as r:
        board = reads.board(r)
    assert board.emergency is not None
    for item in (*board.shown, board.emergency):
        assert len(item.title) <= 2 * TITLE_LONGEST
        assert len(item.text) <= 2 * TEXT_LONGEST
    began = time.perf_counter()
    assert len(screen_model.shown(board, clock.now_ms()).turns) < 10
    assert time.perf_counter() - began < 0.5
