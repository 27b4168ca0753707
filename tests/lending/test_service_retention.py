"""Forgetting: whoever has something out is kept, whoever gave it back is forgotten; what is in and out stays known."""

from __future__ import annotations

from sqlalchemy import select

from desk.core.clock import DAY_MS, HOUR_MS
from desk.lending import reads, service
from desk.lending.drafts import Back, ReserveDraft
from desk.lending.rules import Stage
from desk.lending.service_facts import rebuild
from desk.lending.service_retention import (
    BORROWER_DAYS,
    forget_borrowers,
    forget_reservations,
    retention_rules,
)
from desk.lending.tables import Borrower, Loan, LoanEvent, Reservation
from desk.store.tables import Outbox
from tests.lending.conftest import LI, Window


def test_a_borrower_is_forgotten_once_everything_is_back(window: Window) -> None:
    first = window.lend(window.chair, window.trolley, to=LI)
    other = window.lend(window.kit, to=window.by_code, over=frozenset(window.thing(window.kit).bars))
    window.do(service.remind, first.loans[0], Stage.LATE, "说李测试明天还")
    window.do(service.give_back, window.chair, Back(note="李测试说扶手松了"))
    later = window.clock.now_ms() + 2 * DAY_MS
    assert window.do(forget_borrowers, later) == 0, "the trolley is still out"
    window.do(service.give_back, window.trolley)
    assert window.do(forget_borrowers, later, [other.lending_id]) == 1
    rows = window.ask(lambda r: r.conn.execute(select(Borrower.name, Borrower.phone, Borrower.door)).all())
    assert ("", "", "") in {tuple(row) for row in rows}
    words = window.ask(lambda r: r.conn.execute(select(LoanEvent.text)).scalars().all())
    assert not any(words)
    left = window.ask(lambda r: r.conn.execute(select(Outbox.body).where(Outbox.body.is_not(None))).scalars().all())
    assert not any(LI.name.encode() in body for body in left)


def test_what_is_in_stays_known_without_whoever_had_it(window: Window) -> None:
    window.lend(window.chair, to=LI)
    window.do(service.give_back, window.chair)
    window.do(forget_borrowers, window.clock.now_ms() + DAY_MS)
    window.do(rebuild, [window.chair])
    assert window.thing(window.chair).free
    assert window.ask(lambda r: r.conn.execute(select(Loan.state)).scalars().all()) == ["returned"]
    card = window.ask(reads.card, window.chair)
    assert [row.who for row in card.steps if row.what == "lent"] == [""]


def test_a_reservation_is_forgotten_after_its_time(window: Window) -> None:
    now = window.clock.now_ms()
    window.do(service.reserve, ReserveDraft(window.new_id(), window.chair, now, now + HOUR_MS, LI))
    assert window.do(forget_reservations, now) == 0
    assert window.do(forget_reservations, now + DAY_MS) == 1
    assert window.do(forget_reservations, now + DAY_MS) == 0
    assert window.ask(lambda r: r.conn.execute(select(Reservation.phone)).scalar()) == ""


def test_the_house_is_told() -> None:
    assert {rule.kind: rule.days_default for rule in retention_rules()} == {
        "loan.borrower": BORROWER_DAYS, "loan.reservation": BORROWER_DAYS,
    }  # fmt: skip
