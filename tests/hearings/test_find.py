"""Matters are found by their words, their place and their number; what is not for everybody is found by its number alone."""

from __future__ import annotations

import pytest

from desk.core.clock import DAY_MS
from desk.core.ids import new_id
from desk.hearings import reads, service
from desk.hearings.rules import Category
from desk.hearings.service_retention import forget_words
from desk.hearings.tables import Matter, MatterEvent
from desk.operators.rules import SYSTEM, actor_of
from desk.store.store import Store
from tests.hearings.conftest import WHO, Window

VOLUNTEER = actor_of("0" * 31 + "2", "volunteer")


def found(window: Window, text: str) -> list[str]:
    return [row.id for row in window.ask(reads.find, VOLUNTEER, text)]


def test_by_words_place_answer_and_number(window: Window) -> None:
    lamp = window.note("三号楼门厅的灯不亮", WHO, place="门厅东侧")
    other = window.note("电梯门关不上", category=Category.LIFT)
    number = window.card(lamp).row.short_no
    for text in ("门厅的灯", "灯不亮", "东侧", number, number[1:], number[-4:]):
        assert found(window, text) == [lamp], text
    assert found(window, "换灯泡") == []
    window.do(service.reply, lamp, "今晚换灯泡")
    assert found(window, "换灯泡") == [lamp]
    assert found(window, "电梯") == [other]
    assert found(window, "") == []


@pytest.mark.parametrize("mark", ["private", "about_post"])
def test_what_is_not_for_everybody_is_found_by_its_number_only(window: Window, mark: str) -> None:
    matter_id = window.note("保安小王骂人", **{mark: True})
    assert found(window, "骂人") == []
    (row,) = window.ask(reads.find, VOLUNTEER, window.card(matter_id).row.short_no)
    assert (row.id, row.text, row.hidden) == (matter_id, "", True)


def test_who_said_it_finds_nothing(window: Window) -> None:
    window.note("灯不亮", WHO)
    assert [found(window, text) for text in ("邹测试", "10400001234", "3-1-1202")] == [[], [], []]


def test_taken_back_and_forgotten_is_found_no_more(window: Window) -> None:
    taken_back, forgotten = window.note("写错了的事"), window.note("很久以前的事")
    window.do(service.undo, taken_back)
    assert found(window, "写错") == []
    window.do(service.reply, forgotten, "办了")
    window.do(service.close, forgotten)
    number = window.card(forgotten).row.short_no
    window.clock.advance(400 * DAY_MS)
    with window.store.unit(SYSTEM) as u:
        assert forget_words(u, u.now - 366 * DAY_MS) == 2, "the one taken back has words too"
        left = u.conn.exec_driver_sql("SELECT count(*) FROM search_doc WHERE search_doc MATCH '\"以前\"'").scalar()
    assert left == 0
    assert found(window, "以前") == found(window, number) == []


def test_rows_of_another_desk_are_found_too(window: Window, store: Store) -> None:
    from desk.hearings.received import matter_events

    matter_id = new_id(window.clock.now_ms())
    with store.unit(window.actor) as u:
        body = {"kind": "matter", "category": "lift", "text": "电梯按钮掉了", "short_no": "M123456782"}
        event = u.add(
            MatterEvent, matter_id=matter_id, step=1, kind="noted", at=u.now, body=body, gate_id=u.gate_id
        )  # fmt: skip
        matter_events(u, [event])
        assert u.conn.execute(Matter.__table__.select()).first() is not None
    assert found(window, "按钮") == [matter_id]
