"""Queries of devices: what is set up, what was done, what nobody is sure of, what is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping, func, select

from desk.core.clock import DAY_MS
from desk.devices.acting import Ended, Purpose, Role
from desk.devices.rules import WINDOW_DAYS, StockKind, StockWhy, Taking, forecast
from desk.devices.tables import Device, DeviceAction, DeviceOutcome, DevicePending, StockEntry, StockItem
from desk.devices.views import Done, SetUp, Stock
from desk.store.unit import Reading

_D, _A, _O, _P = Device.__table__, DeviceAction.__table__, DeviceOutcome.__table__, DevicePending.__table__
_I, _E = StockItem.__table__, StockEntry.__table__
PAGE = 50


def of_row(row: RowMapping) -> SetUp:
    return SetUp(
        row["id"], row["name"], Role(row["role"]), row["driver"], row["address"], row["options"], row["place"],
        bool(row["training"]), bool(row["off"]), row["added_at"],
    )  # fmt: skip


def devices(r: Reading) -> list[SetUp]:
    """All that are set up at this computer, in the order they were added."""
    return [of_row(row) for row in r.conn.execute(select(_D).order_by(_D.c.num)).mappings()]


def history(r: Reading, device_id: str = "", before: int | None = None, most: int = PAGE) -> list[Done]:
    """What was done, newest first: at this desk and, without a device, at all. before: UTC ms, for the next page."""
    asked = select(_A)
    if device_id:
        asked = asked.where(_A.c.attached_id == device_id)
    if before is not None:
        asked = asked.where(_A.c.at < before)
    return _lines(r, r.conn.execute(asked.order_by(_A.c.at.desc(), _A.c.id.desc()).limit(most)).mappings().all())


def unresolved(r: Reading) -> list[Done]:
    """Actions of this desk of which nobody knows what came: a person is to look, oldest first."""
    waits = select(_P.c.action_id).where(_P.c.state == Ended.UNKNOWN.value)
    rows = r.conn.execute(select(_A).where(_A.c.id.in_(waits)).order_by(_A.c.at, _A.c.id)).mappings().all()
    return _lines(r, rows)


def for_subject(r: Reading, subject_kind: str, subject_id: str) -> list[Done]:
    """What devices did for one visit, loan or alarm, newest first."""
    asked = select(_A).where(_A.c.subject_id == subject_id, _A.c.subject_kind == subject_kind)
    return _lines(r, r.conn.execute(asked.order_by(_A.c.at.desc(), _A.c.id.desc())).mappings().all())


def printed_before(r: Reading, purpose: Purpose) -> bool:
    """Whether this was sent to a printer already, and not surely in vain: the next one is a copy."""
    return any(
        one.action == "print" and one.outcome is not Ended.FAILED
        for one in for_subject(r, purpose.subject_kind, purpose.subject_id)
    )


def _lines(r: Reading, rows: Sequence[RowMapping]) -> list[Done]:
    ends = _ends(r, [row["id"] for row in rows])
    return [_line(row, ends.get(row["id"]), r.device_id) for row in rows]


def _ends(r: Reading, action_ids: Iterable[str]) -> Mapping[str, RowMapping]:
    """The last word on each: a person's after the machine's, and of two of a kind one and the same at every desk."""
    rows = r.conn.execute(select(_O).where(_O.c.action_id.in_(list(action_ids)))).mappings()
    last: dict[str, RowMapping] = {}
    for row in sorted(rows, key=_weight):
        last[row["action_id"]] = row
    return last


def _weight(row: RowMapping) -> tuple[bool, str]:
    return (row["outcome"] != Ended.UNKNOWN.value, row["id"])


def _line(row: RowMapping, end: RowMapping | None, here: str) -> Done:
    return Done(
        row["id"], row["attached_name"], row["role"], row["action"], row["params"],
        Purpose(row["subject_kind"], row["subject_id"] or ""), row["at"], Ended(end["outcome"]) if end else None,
        end["code"] if end else "", row["operator_id"] or "", (end["operator_id"] or "") if end else "",
        bool(row["training"]), row["device_id"] == here,
    )  # fmt: skip


def stock(r: Reading) -> list[Stock]:
    """Everything that runs out, with how long it lasts by the last two weeks."""
    names = {one.id: one.name for one in devices(r)}
    items = r.conn.execute(select(_I).where(_I.c.deleted_at.is_(None)).order_by(_I.c.sort, _I.c.id))
    left, since = _sums(r)
    used = _takings(r)
    return [_stock(row, left, since, used, names, r) for row in items.mappings()]


def _sums(r: Reading) -> tuple[dict[str, int], dict[str, int]]:
    rows = r.conn.execute(select(_E.c.account, func.sum(_E.c.amount), func.min(_E.c.at)).group_by(_E.c.account)).all()
    return {row[0]: int(row[1]) for row in rows}, {row[0]: int(row[2]) for row in rows}


def _takings(r: Reading) -> dict[str, list[Taking]]:
    why = (StockWhy.TAKEN.value, StockWhy.BACK.value)
    asked = select(_E.c.account, _E.c.amount, _E.c.at).where(_E.c.at > r.now - WINDOW_DAYS * DAY_MS, _E.c.why.in_(why))
    found: dict[str, list[Taking]] = {}
    for account, amount, at in r.conn.execute(asked):
        found.setdefault(account, []).append(Taking(-amount, at))
    return found


def _stock(
    row: Any, left: Mapping[str, int], since: Mapping[str, int], used: Mapping[str, list[Taking]],
    names: Mapping[str, str], r: Reading,
) -> Stock:  # fmt: skip
    there = left.get(row["id"], 0)
    attached = row["attached_id"] or ""
    return Stock(
        row["id"], row["name"], StockKind(row["kind"]), there,
        forecast(there, used.get(row["id"], ()), r.now, since.get(row["id"])), attached, names.get(attached, ""),
        row["slot"], row["full"], row["low"], row["home_id"] == r.device_id,
    )  # fmt: skip
