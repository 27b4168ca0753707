"""Who is expected: the list of the day, and who of them may be standing at the window."""

from __future__ import annotations

from sqlalchemy import or_, select

from desk.codes.reads import site_time
from desk.core.clock import DAY_MS, MINUTE_MS
from desk.core.masking import mask_name
from desk.people import names
from desk.people.tokens import phone_digits
from desk.reception.reads_rows import Row, visit_row_view
from desk.reception.rules import VisitState
from desk.reception.rules_clean import clean_plate
from desk.reception.tables import Visit
from desk.reception.views import Hint, VisitRow
from desk.store.unit import Reading

_V = Visit.__table__
WAITING = (VisitState.EXPECTED.value, VisitState.ARRIVED.value)
LATE_MS = 30 * MINUTE_MS
TAIL = 4


def expected_rows(r: Reading, until: int | None = None) -> list[Row]:
    """Expected or at the window, and not past their time, the next first."""
    found = select(_V).where(
        _V.c.open_state.in_(WAITING), or_(_V.c.expected_until.is_(None), _V.c.expected_until >= r.now - DAY_MS)
    )
    if until is not None:
        found = found.where(or_(_V.c.expected_at.is_(None), _V.c.expected_at < until))
    return list(r.conn.execute(found.order_by(_V.c.expected_at, _V.c.num)).mappings())


def expected(r: Reading, days: int = 1) -> tuple[VisitRow, ...]:
    """Expected until the end of today, or of some days more; those overdue first."""
    end = site_time(r).day_start(r.now) + days * DAY_MS
    return tuple(visit_row_view(row, r.now) for row in expected_rows(r, end))


def late(rows: list[Row], now: int) -> int:
    """How many should have come half an hour ago."""
    return sum(
        row["state"] == VisitState.EXPECTED and row["expected_at"] is not None and row["expected_at"] + LATE_MS < now
        for row in rows
    )


def stale(r: Reading, before: int) -> list[Row]:
    """Expected whose time ran out before a moment and who never came to the window."""
    return list(
        r.conn.execute(
            select(_V).where(_V.c.open_state == VisitState.EXPECTED.value, _V.c.expected_until < before)
        ).mappings()
    )  # fmt: skip


def expected_hints(r: Reading, name: str = "", phone: str = "", plate: str = "") -> tuple[Hint, ...]:
    """Expected visits these words may belong to: by name (also a near one), phone tail or plate. A person chooses."""
    digits, plate = phone_digits(phone), clean_plate(plate)
    found = []
    for row in expected_rows(r):
        why, strong = _matches(row, name, digits, plate)
        if why:
            found.append(Hint("expected", row["id"], why, mask_name(row["name"]), strong, at=row["expected_at"]))
    return tuple(sorted(found, key=lambda hint: not hint.strong))


def _matches(row: Row, name: str, digits: str, plate: str) -> tuple[str, bool]:
    if plate and row["plate"] == plate:
        return "plate", True
    mine = phone_digits(row["phone"])
    if len(digits) >= TAIL and mine and (mine.endswith(digits) or digits.endswith(mine[-TAIL:])):
        return "phone", True
    near = names.near(name, row["name"]) if name and row["name"] else None
    return (near.reason, near.strong) if near else ("", False)
