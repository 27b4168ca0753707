"""The computer's clock set a day back or forward while the program runs: nothing is erased, closed or lost by it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from desk import chores
from desk.core.clock import DAY_MS, MINUTE_MS
from desk.core.ids import new_id
from desk.core.masking import mask_name
from desk.reception import reads, service
from desk.reception.rules import VisitState
from desk.records.reads_audit import verify
from desk.records.retention import reports
from desk.store import outbox
from desk.store.tables import Outbox
from desk.store.wall import confirm, wall
from tests.conftest import LogWatch
from tests.faults.victims import request
from tests.journeys.conftest import Running
from tests.journeys.test_first_day import expect, frame_with, press
from ui.pages.result.model import Next

FIRST, SECOND = "欧阳小满", "司马知夏"


def card(running: Running, name: str) -> Any:
    """A pass made now is held before the camera; answers what its card says."""
    running.use_camera().put(frame_with(expect(running, name).text))
    running.until(lambda: running.front() == "result" and running.page().model.visitor == mask_name(name))
    return running.page().model


def let_in(running: Running, name: str) -> str:
    """In on a pass; answers the visit."""
    assert card(running, name).next is Next.ADMIT
    press(running, Qt.Key.Key_Return)
    running.until(lambda: running.front() != "result")
    return str(running.read(lambda r: reads.find(r, name))[0].id)


def let_in_by_hand(running: Running, name: str) -> str:
    """In on the operator's own word, as the form writes it."""
    visit = new_id(running.clock.now_ms())
    running.write(lambda u: service.admit(u, request(visit, name)))
    return visit


def set_clock(running: Running, days: int) -> None:
    running.clock.set(running.clock.now_ms() + days * DAY_MS)


def stands(running: Running, visit_id: str) -> VisitState:
    return VisitState(running.read(lambda r: reads.visit(r, visit_id)).row.state)


@pytest.fixture
def inside(on_duty: Running, log_watch: LogWatch) -> str:
    """Somebody was let in, and last night's chores have been done."""
    log_watch.expect("chore")
    visit = let_in(on_duty, FIRST)
    on_duty.clock.advance(2 * MINUTE_MS)
    chores.run_due(on_duty.program.desk)
    return visit


def test_set_back_a_day(on_duty: Running, inside: str) -> None:
    set_clock(on_duty, -1)
    model = card(on_duty, SECOND)
    assert (model.next, model.clock_doubt) == (Next.REGISTER, True), "passes are judged by the latest time known"
    later = let_in_by_hand(on_duty, SECOND)
    chores.run_due(on_duty.program.desk)
    assert [stands(on_duty, one) for one in (inside, later)] == [VisitState.ADMITTED] * 2, "nobody is closed"
    assert on_duty.read(lambda r: next(iter(reports(r, 1)))).postponed == "clock_uncertain", "nothing is erased"
    whole(on_duty, {inside, later})

    set_clock(on_duty, 1)
    on_duty.clock.advance(MINUTE_MS)
    assert stands(on_duty, let_in(on_duty, "诸葛沐阳")) is VisitState.ADMITTED, "and passes are good again"


def test_set_forward_a_day_and_back_again(on_duty: Running, inside: str) -> None:
    set_clock(on_duty, 1)
    later = let_in(on_duty, SECOND)
    chores.run_due(on_duty.program.desk)
    assert stands(on_duty, later) is VisitState.ADMITTED
    assert stands(on_duty, inside) in (VisitState.ADMITTED, VisitState.AUTO_CLOSED), "at most closed and uncertain"
    set_clock(on_duty, -1)
    chores.run_due(on_duty.program.desk)
    whole(on_duty, {inside, later})


def test_put_right_after_a_year_ahead_and_called_right(on_duty: Running, inside: str) -> None:
    set_clock(on_duty, 365)
    ahead = let_in_by_hand(on_duty, SECOND)
    set_clock(on_duty, -365)
    model = card(on_duty, "诸葛沐阳")
    assert (model.next, model.clock_doubt) == (Next.REGISTER, True)
    newest = on_duty.read(lambda r: r.conn.execute(select(Outbox.hlc).order_by(Outbox.num.desc())).scalar())

    seen = on_duty.clock.now_ms()
    on_duty.program.desk.lanes.run("disk-write", lambda: say_right(on_duty, seen), lambda _: None)
    on_duty.until(lambda: not on_duty.read(wall).doubt)
    on_duty.clock.advance(MINUTE_MS)
    fresh = let_in(on_duty, "上官清和")
    assert stands(on_duty, fresh) is VisitState.ADMITTED, "passes are good again at once"
    chores.run_due(on_duty.program.desk)
    assert on_duty.read(lambda r: next(iter(reports(r, 1)))).postponed == "", "and what is due is erased again"
    order = on_duty.read(lambda r: list(r.conn.execute(select(Outbox.hlc).order_by(Outbox.num)).scalars()))
    assert order == sorted(set(order))
    assert order[-1] > newest
    whole(on_duty, {inside, ahead, fresh})


def say_right(running: Running, seen: int) -> None:
    desk = running.program.desk
    with desk.store.unit(desk.actor) as u:
        confirm(u, seen)


def whole(running: Running, visits: set[str]) -> None:
    """Everybody is on the roll call, and what was written is in order."""
    assert visits <= {entry.visit_id for entry in running.write(service.open_call).entries}
    assert running.read(outbox.first_break) is None
    assert running.read(verify).first_break is None
