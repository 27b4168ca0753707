"""Queries over operators: chips to sign on with, labels for lists, the manager's page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, func, select

from desk.operators.pins import badge_hash
from desk.operators.rules import Role
from desk.operators.tables import OnDuty, Operator, PinGuard
from desk.store.unit import Reading


@dataclass(frozen=True)
class Chip:
    """An operator as the whole hall may see them. valid_until: UTC ms, only for the vouched."""

    operator_id: str
    label: str
    role: str
    has_pin: bool
    vouched: bool
    valid_until: int | None = None

    def expired(self, now: int) -> bool:
        return self.valid_until is not None and now >= self.valid_until


@dataclass(frozen=True)
class OperatorView:
    """An operator on the manager's page, with the full name."""

    operator_id: str
    display_name: str
    label: str
    role: str
    has_pin: bool
    has_badge: bool
    active: bool
    vouched_by: str
    valid_until: int | None
    created_at: int


_table = Operator.__table__.c
_living = _table.deleted_at.is_(None)


def _select() -> Select[Any]:
    return select(Operator.__table__).where(_living)


def sign_on_list(r: Reading) -> list[Chip]:
    """Everybody who may sign on now, by label."""
    rows = r.conn.execute(_select().where(_table.active).order_by(_table.label, _table.id))
    return [chip for chip in map(_chip, rows) if not chip.expired(r.now)]


def chip(r: Reading, operator_id: str) -> Chip | None:
    """The chip of an active operator, expired or not; None for anyone else."""
    row = r.conn.execute(_select().where(_table.id == operator_id, _table.active)).first()
    return None if row is None else _chip(row)


def pin_hash_of(r: Reading, operator_id: str) -> str | None:
    return r.conn.execute(select(_table.pin_hash).where(_table.id == operator_id, _living)).scalar_one_or_none()


def owner_of_badge(r: Reading, text: str) -> str | None:
    """The active operator whose card or badge this is: lets the scan line tell a badge from any other code."""
    found = _select().where(_table.badge_hash == badge_hash(r, text), _table.active)
    row = r.conn.execute(found.order_by(_table.id)).first()
    return None if row is None else str(row.id)


def on_duty_ids(r: Reading) -> list[tuple[str, int]]:
    """(operator id, last made active at) of the chips on this desk, in the order they came."""
    rows = r.conn.execute(select(OnDuty.operator_id, OnDuty.last_at).order_by(OnDuty.since, OnDuty.operator_id))
    return [(row.operator_id, row.last_at) for row in rows]


def labels(r: Reading) -> dict[str, str]:
    """Operator id -> word on the chip, for everyone there ever was."""
    return {row.id: row.label for row in r.conn.execute(select(_table.id, _table.label))}


def everyone(r: Reading, with_inactive: bool = True) -> list[OperatorView]:
    """The manager's page, active ones first."""
    query = _select().order_by(_table.active.desc(), _table.created_at, _table.num)
    rows = r.conn.execute(query if with_inactive else query.where(_table.active))
    return [
        OperatorView(
            row.id, row.display_name, row.label, row.role, row.pin_hash is not None, row.badge_hash is not None,
            row.active, row.vouched_by or "", row.valid_until, row.created_at,
        )
        for row in rows
    ]  # fmt: skip


def needs_first_manager(r: Reading) -> bool:
    """True until somebody can manage this desk: the wizard then asks for the first manager."""
    return manager_count(r) == 0


def manager_count(r: Reading, without: str = "") -> int:
    """Active managers who can sign on by themselves, not counting one."""
    able = _table.pin_hash.is_not(None) | _table.badge_hash.is_not(None)
    query = select(func.count()).where(_living, _table.active, _table.role == Role.MANAGER.value, able)
    return int(r.conn.execute(query.where(_table.id != without) if without else query).scalar_one())


def guard_of(r: Reading, subject: str) -> tuple[int, int]:
    """(wrong tries in a row, UTC ms before which no further try counts)."""
    row = r.conn.execute(select(PinGuard.failures, PinGuard.wait_until).where(PinGuard.subject == subject)).first()
    return (0, 0) if row is None else (row.failures, row.wait_until)


def _chip(row: Row[Any]) -> Chip:
    return Chip(
        row.id, row.label, row.role, row.pin_hash is not None, row.vouched_by is not None, row.valid_until
    )  # fmt: skip
