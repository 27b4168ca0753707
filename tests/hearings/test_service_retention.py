"""Forgetting: whom to call as long as something is open, words for a year, numbers for good."""

from __future__ import annotations

from sqlalchemy import select

from desk.core.clock import DAY_MS
from desk.hearings import service
from desk.hearings.service_events import rebuild_many
from desk.hearings.service_retention import REPORTER_DAYS, WORDS_DAYS, forget_reporters, forget_words, retention_rules
from desk.hearings.tables import Hearing, Matter, MatterEvent
from tests.hearings.conftest import WHO, Window


def test_a_reporter_is_kept_while_something_is_open(window: Window) -> None:
    still, done = window.note(reporter=WHO), window.note(reporter=WHO)
    window.do(service.answer, done, "已修")
    cutoff = window.clock.now_ms() + DAY_MS
    assert window.do(forget_reporters, cutoff) == 1
    assert window.do(forget_reporters, cutoff) == 0
    names = window.ask(lambda r: r.conn.execute(select(Hearing.name).order_by(Hearing.name)).scalars().all())
    assert list(names) == ["", "邹测试"]
    card = window.card(still)
    assert card.reporter is not None
    assert card.reporter.callable


def test_words_go_and_numbers_stay(window: Window) -> None:
    matter_id = window.note("3 号楼的灯不亮", WHO, place="3 号楼")
    window.do(service.answer, matter_id, "已修")
    cutoff = window.clock.now_ms() + DAY_MS
    assert window.do(forget_words, cutoff, [matter_id]) == 0
    assert window.do(forget_words, cutoff) == 1
    assert window.do(forget_words, cutoff) == 0
    row = window.ask(lambda r: r.conn.execute(select(Matter.__table__)).one())
    assert (row.text, row.place, row.answer, row.hearing_id) == ("", "", "", None)
    assert (row.category, row.state) == ("facility", "answered")
    events = window.ask(lambda r: r.conn.execute(select(MatterEvent.text, MatterEvent.body)).all())
    assert all(event.text == "" and "text" not in event.body and "answer" not in event.body for event in events)
    window.do(rebuild_many, [matter_id])
    assert window.ask(lambda r: r.conn.execute(select(Matter.anonymised_at)).scalar()) is not None


def test_an_open_matter_keeps_its_words(window: Window) -> None:
    window.note()
    assert window.do(forget_words, window.clock.now_ms() + DAY_MS) == 0


def test_both_are_told_to_the_house() -> None:
    assert {rule.kind: rule.days_default for rule in retention_rules()} == {
        "hearing": REPORTER_DAYS,
        "matter": WORDS_DAYS,
    }
