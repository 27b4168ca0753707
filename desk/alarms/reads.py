"""Alarms as lists and cards show them, and who wears what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from desk.alarms.reads_automations import automations, last_runs, rings_at, rules
from desk.alarms.reads_steps import open_ids, steps_of
from desk.alarms.rules import QUIET, Ring, Stand, ordered, reduce, rings_here, sort_of
from desk.alarms.tables import Alarm
from desk.alarms.tables import Wearer as WearerRow
from desk.alarms.views import AlarmCard, AlarmRow, Call, Wearer
from desk.core.clock import ClockQuality
from desk.core.errors import Refused
from desk.store.identity import gate_names, house
from desk.store.unit import CHUNK, Reading

__all__ = [
    "automations", "card", "last_runs", "open_alarms", "recent", "ringing", "rings_at", "rules", "wearer", "wearers",
]  # fmt: skip

RECENT = 100
_A, _W = Alarm.__table__.c, WearerRow.__table__.c
RINGS = frozenset(Ring)


def open_alarms(r: Reading) -> list[AlarmRow]:
    """What is not closed: those that ring first, people before doors, the oldest first."""
    rows = _rows(r, open_ids(r))
    return sorted(
        rows, key=lambda row: (row.stand is not Stand.RINGING, row.sort in QUIET, _grave(row), row.at, row.id)
    )


def ringing(r: Reading) -> list[AlarmRow]:
    """What stands over the screen of this desk: open, grave, and meant for here."""
    named = rings_at(r)
    return [
        row for row in open_alarms(r)
        if row.sort not in QUIET and rings_here(row.gate_id, _last_rang(row), row.ring, r.gate_id, r.now, named)
    ]  # fmt: skip


def recent(r: Reading, count: int = RECENT) -> list[AlarmRow]:
    """The last alarms, newest first, closed or not."""
    ids = list(r.conn.execute(select(_A.id).order_by(_A.at.desc(), _A.id.desc()).limit(count)).scalars())
    return sorted(_rows(r, ids), key=lambda row: (-row.at, row.id))


def card(r: Reading, alarm_id: str) -> AlarmCard:
    """Everything about one alarm. Raises Refused("alarm.gone")."""
    row = r.conn.execute(select(Alarm.__table__).where(_A.id == alarm_id)).mappings().first()
    if row is None:
        raise Refused("alarm.gone")
    wears = wearer_of(r, row["number"])
    place = wears.door if wears is not None and wears.door else row["place"]
    own = wears.calls if wears is not None else ()
    calls = (*own, *(Call(name, "", phone, house=True) for name, phone in house(r).contacts))
    return AlarmCard(
        next(iter(_rows(r, [alarm_id]))), place, row["number"], wears, calls,
        tuple(ordered(steps_of(r, [alarm_id]).get(alarm_id, ()))),
        row["clock_quality"] != ClockQuality.TRUSTED.value,
    )  # fmt: skip


def wearers(r: Reading) -> list[Wearer]:
    """Everybody who wears one, by name."""
    rows = r.conn.execute(select(WearerRow.__table__).where(_W.deleted_at.is_(None))).mappings()
    return sorted((_wearer(row) for row in rows), key=lambda one: (one.name, one.id))


def wearer(r: Reading, wearer_id: str) -> Wearer:
    """One of them. Raises Refused("store.gone")."""
    query = select(WearerRow.__table__).where(_W.id == wearer_id, _W.deleted_at.is_(None))
    row = r.conn.execute(query).mappings().first()
    if row is None:
        raise Refused("store.gone", kind="wearer")
    return _wearer(row)


def wearer_of(r: Reading, number: str) -> Wearer | None:
    """Who wears the button of this number; of two who were written down at two desks, the one who was first."""
    if not number:
        return None
    query = select(WearerRow.__table__).where(_W.number == number, _W.deleted_at.is_(None)).order_by(_W.id)
    row = r.conn.execute(query).mappings().first()
    return _wearer(row) if row is not None else None


def _wearer(row: Mapping[Any, Any]) -> Wearer:
    said = row["calls"] if isinstance(row["calls"], list) else []
    calls = tuple(
        Call(str(one.get("who", "")), str(one.get("relation", "")), str(one.get("phone", "")))
        for one in said if isinstance(one, dict)
    )  # fmt: skip
    return Wearer(
        row["id"], row["sort"], row["number"], row["name"], row["door"], row["note"], calls, row["consent_by"],
        row["consent_at"], row["person_id"],
    )  # fmt: skip


def _rows(r: Reading, alarm_ids: Sequence[str]) -> list[AlarmRow]:
    gates, steps = gate_names(r), steps_of(r, alarm_ids)
    worn = set(r.conn.execute(select(_W.number).where(_W.deleted_at.is_(None))).scalars())
    found: list[AlarmRow] = []
    for start in range(0, len(alarm_ids), CHUNK):
        query = select(Alarm.__table__).where(_A.id.in_(alarm_ids[start : start + CHUNK])).order_by(_A.id)
        for row in r.conn.execute(query).mappings():
            sort = sort_of(row["kind"])
            now = reduce(steps.get(row["id"], ()), sort in QUIET)
            ring = Ring(row["ring"]) if row["ring"] in RINGS else Ring.CHIME
            found.append(
                AlarmRow(
                    row["id"], sort, row["at"], ring, now, row["device_name"], row["contact"], row["gate_id"],
                    gates.get(row["gate_id"], ""), row["training"], row["battery"], row["number"] in worn,
                    row["device_id"] or "",
                )
            )  # fmt: skip
    return found


def _last_rang(row: AlarmRow) -> int:
    return max(row.at, row.now.last_again or row.at)


def _grave(row: AlarmRow) -> int:
    return list(type(row.sort)).index(row.sort)


def newest_of(rows: Iterable[AlarmRow]) -> int:
    """When the newest of them last rang, UTC ms; 0 for none."""
    return max((_last_rang(row) for row in rows), default=0)
