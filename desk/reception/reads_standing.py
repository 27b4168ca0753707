"""Standing passes and permits as lists show them, with the word why one does not hold now; and the watch list."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, func, select

from desk.codes.reads import site_time
from desk.core.clock import DAY_MS
from desk.core.masking import mask_name, mask_phone, mask_plate
from desk.people import names
from desk.people.tokens import phone_digits
from desk.reception.rules import VisitorType
from desk.reception.rules_clean import clean_plate
from desk.reception.rules_windows import Window, ends_today, window_says
from desk.reception.tables import Permit, RecurringPass, WatchEntry
from desk.reception.views import Hint, PermitRow, StandingRow, WatchRow
from desk.store.schema import newest_first
from desk.store.unit import Reading

_P, _R, _W = Permit.__table__, RecurringPass.__table__, WatchEntry.__table__
REVIEW_AFTER_MS = 90 * DAY_MS  # a manager looks at every entry again after this


def window_of(row: Row[Any] | PermitRow | StandingRow) -> Window:
    """When a standing pass or a permit holds."""
    return Window(row.from_at, row.until_at, tuple(row.weekdays), row.start_min, row.end_min, row.revoked_at)


def window_end(r: Reading, window: Window) -> int:
    """UTC ms at which today's window closes."""
    return ends_today(window, r.now, site_time(r))


def permits(
    r: Reading, household_id: str | None = None, company: str = "", running: bool = True, limit: int = 200
) -> tuple[PermitRow, ...]:
    """Permits, the newest first; `running` leaves out the ended and revoked ones."""
    found = select(_P).where(_P.c.deleted_at.is_(None))
    if household_id:
        found = found.where(_P.c.household_id == household_id)
    if company:
        found = found.where(func.instr(_P.c.company, company) > 0)
    if running:
        found = found.where(_P.c.until_at >= r.now, _P.c.revoked_at.is_(None))
    return tuple(permit_row(r, row) for row in r.conn.execute(found.order_by(*newest_first(_P.c)).limit(limit)))


def permit_row(r: Reading, row: Row[Any]) -> PermitRow:
    return PermitRow(
        row.id, row.permit_no, row.company, row.household_id, row.building, row.from_at, row.until_at,
        tuple(row.weekdays), row.start_min, row.end_min, tuple(row.workers), row.tools, row.revoked_at,
        window_says(window_of(row), r.now, site_time(r)) or "",
    )  # fmt: skip


def standing(
    r: Reading, household_id: str | None = None, running: bool = True, limit: int = 200
) -> tuple[StandingRow, ...]:
    """Standing passes, the newest first."""
    found = select(_R).where(_R.c.deleted_at.is_(None))
    if household_id:
        found = found.where(_R.c.household_id == household_id)
    if running:
        found = found.where(_R.c.until_at >= r.now, _R.c.revoked_at.is_(None))
    return tuple(standing_row(r, row) for row in r.conn.execute(found.order_by(*newest_first(_R.c)).limit(limit)))


def standing_by_code(r: Reading, code_id: str) -> StandingRow | None:
    """The standing pass a scanned pass belongs to."""
    found = select(_R).where(_R.c.code_id == code_id, _R.c.deleted_at.is_(None)).order_by(_R.c.id)
    row = r.conn.execute(found).first()
    return standing_row(r, row) if row is not None else None


def standing_hints(r: Reading, name: str = "", phone: str = "", plate: str = "") -> tuple[Hint, ...]:
    """Standing passes these words may belong to."""
    digits, plate = phone_digits(phone), clean_plate(plate)
    found = []
    for row in r.conn.execute(
        select(_R).where(_R.c.deleted_at.is_(None), _R.c.until_at >= r.now, _R.c.revoked_at.is_(None))
    ):
        near = names.near(name, row.alias) if name else None
        if plate and row.plate == plate:
            found.append(Hint("pass", row.id, "plate", mask_name(row.alias)))
        elif len(digits) >= 4 and row.phone_last4 and digits.endswith(row.phone_last4):
            found.append(Hint("pass", row.id, "phone", mask_name(row.alias)))
        elif near:
            found.append(Hint("pass", row.id, near.reason, mask_name(row.alias), near.strong))
    return tuple(found)


def standing_row(r: Reading, row: Row[Any]) -> StandingRow:
    says = window_says(window_of(row), r.now, site_time(r)) or ""
    return StandingRow(
        row.id, mask_name(row.alias), VisitorType(row.visitor_type), row.household_id, row.building, row.from_at,
        row.until_at, tuple(row.weekdays), row.start_min, row.end_min, row.code_id, row.revoked_at, says,
    )  # fmt: skip


def watch_list(r: Reading, active: bool = True, limit: int = 500) -> tuple[WatchRow, ...]:
    """The list, those due for a manager's look first. Masked: the reason is what helps at the gate."""
    found = select(_W).where(_W.c.deleted_at.is_(None))
    if active:
        found = found.where(_W.c.ended_at.is_(None), _W.c.expires_at >= r.now)
    rows = [_watch_row(row, r.now) for row in r.conn.execute(found.order_by(*newest_first(_W.c)).limit(limit))]
    return tuple(sorted(rows, key=lambda row: not row.due))


def watch_due(r: Reading) -> int:
    """How many entries wait for a manager's look."""
    return sum(row.due for row in watch_list(r))


def watch_hints(r: Reading, name: str = "", phone: str = "", plate: str = "") -> tuple[Hint, ...]:
    """Entries these words may belong to: same or near name, phone tail, plate. A person compares; nothing is refused."""
    digits, plate = phone_digits(phone), clean_plate(plate)
    found = []
    active = (_W.c.deleted_at.is_(None), _W.c.ended_at.is_(None), _W.c.expires_at >= r.now)
    for row in r.conn.execute(select(_W).where(*active)):
        near = names.near(name, row.name) if name and row.name else None
        tail = len(digits) >= 4 and row.phone_last4 == digits[-4:] and (not row.name or not name or near is not None)
        why = "plate" if plate and row.plate == plate else "phone" if tail else near.reason if near else ""
        if why:
            strong = why in ("plate", "phone") or (near is not None and near.strong)
            label = mask_name(row.name) or mask_plate(row.plate) or mask_phone(row.phone_last4)
            found.append(Hint("watch", row.id, why, label, strong, row.advice or row.reason))
    return tuple(sorted(found, key=lambda hint: not hint.strong))


def _watch_row(row: Row[Any], now: int) -> WatchRow:
    active = row.ended_at is None and row.expires_at >= now
    due = active and now - (row.reviewed_at or row.added_at) > REVIEW_AFTER_MS
    return WatchRow(
        row.id, mask_name(row.name), mask_phone(row.phone_last4), mask_plate(row.plate), row.reason, row.advice,
        row.owner, row.added_at, row.expires_at, row.reviewed_at, due, active,
    )  # fmt: skip
