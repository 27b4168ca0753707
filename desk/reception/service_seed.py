"""History by the thousand, for demonstrations and benchmarks only: rows and search documents, but no outbox lines.

That would be a silent gap in what a hub is told, so the verb works in throw-away stores and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import func, select

from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.reception.rules import Proof, VisitorType
from desk.reception.rules_events import EventKind, Happened, reduce
from desk.reception.service_events import document, row_values
from desk.reception.tables import Goods, Tally, Visit, VisitEvent
from desk.store.bulk import insert_many
from desk.store.search import DocKind, docid, put_many
from desk.store.unit import Unit

CHUNK = 5000


@dataclass(frozen=True)
class PastVisit:
    """One visit of an invented history. out_at None: still inside (or auto-closed when `auto_closed_at` is set)."""

    in_at: int
    out_at: int | None
    due_at: int
    visitor_type: VisitorType
    name: str = ""
    phone: str = ""
    plate: str = ""
    company: str = ""
    purpose_code: str = ""
    party_size: int = 1
    household_id: str | None = None
    building: str = ""
    unit: str = ""
    room: str = ""
    proof: Proof = Proof.PHONE
    out_source: str = "desk"
    auto_closed_at: int | None = None
    minor_alone: bool = False
    overnight: bool = False


def load_history(u: Unit, visits: Iterable[PastVisit], with_events: bool = True) -> int:
    """Write past visits, oldest first; returns how many. with_events=False leaves out their events (search benchmark).

    Raises Refused("seed.not_throwaway") anywhere but in a demo or benchmark store.
    """
    _allowed(u)
    num = int(u.conn.execute(select(func.coalesce(func.max(Visit.num), 0))).scalar_one())
    gate, operator, count = u.gate_id, u.actor.operator_id or None, 0
    pages = iter(visits)
    while page := list(islice(pages, CHUNK)):
        rows, events, docs = [], [], []
        for visit in page:
            num += 1
            row, happenings = _made(visit, num, gate, operator)
            rows.append(row)
            docs.append((docid(DocKind.VISIT, num), document(row)))
            events += [_event_row(row, one) for one in happenings] if with_events else []
        insert_many(u.conn, Visit, rows)
        insert_many(u.conn, VisitEvent, events)
        put_many(u.conn, docs)
        count += len(page)
    u.audit("seed.visits", "visit", count=count)
    u.changed("visits")
    return count


def load_tallies(u: Unit, passages: Iterable[tuple[int, VisitorType, str]]) -> int:
    """Write past counts of the fast lane: (at, kind, platform). Raises Refused("seed.not_throwaway")."""
    _allowed(u)
    rows = [
        {
            "id": new_id(at), "at": at, "kind": kind.value, "n": 1, "platform": platform, "corrects": None,
            "gate_id": u.gate_id, "operator_id": u.actor.operator_id or None, "clock_quality": "trusted",
        }
        for at, kind, platform in passages
    ]  # fmt: skip
    insert_many(u.conn, Tally, rows)
    u.audit("seed.tally", "tally", count=len(rows))
    u.changed("tally")
    return len(rows)


def backdate_goods(u: Unit, goods_id: str, at: int) -> None:
    """As if it had been left at `at` (UTC ms). Raises Refused("seed.not_throwaway")."""
    _allowed(u)
    u.set(Goods, goods_id, at=at)


def _allowed(u: Unit) -> None:
    if not u.is_throwaway:
        raise Refused("seed.not_throwaway")


def _made(visit: PastVisit, num: int, gate: str, operator: str | None) -> tuple[dict[str, Any], list[Happened]]:
    happenings = list(_happenings(visit, gate, operator))
    row = {
        **row_values(reduce(happenings)), "num": num, "id": new_id(visit.in_at), "at": visit.in_at,
        "person_id": None, "anonymised_at": None,
    }  # fmt: skip
    return row, happenings


def _happenings(visit: PastVisit, gate: str, operator: str | None) -> Iterator[Happened]:
    body = {
        "visitor_type": visit.visitor_type.value, "party_size": visit.party_size, "name": visit.name,
        "phone": visit.phone, "plate": visit.plate, "company": visit.company, "purpose_code": visit.purpose_code,
        "household_id": visit.household_id, "building": visit.building, "unit": visit.unit, "room": visit.room,
        "due_at": visit.due_at, "proof": visit.proof.value, "minor_alone": visit.minor_alone,
        "overnight": visit.overnight,
    }  # fmt: skip
    said = {name: value for name, value in body.items() if value}
    yield Happened(new_id(visit.in_at), 1, EventKind.ADMITTED, visit.in_at, "", None, said, gate, operator)
    if visit.out_at is not None:
        yield Happened(
            new_id(visit.out_at), 2, EventKind.LEFT, visit.out_at, visit.out_source, None, {}, gate, operator
        )
    elif visit.auto_closed_at is not None:
        at = visit.auto_closed_at
        yield Happened(new_id(at), 2, EventKind.AUTO_CLOSED, at, "auto", None, {}, gate, None)


def _event_row(row: dict[str, Any], one: Happened) -> dict[str, Any]:
    return {
        "id": one.id, "visit_id": row["id"], "step": one.step, "kind": one.kind.value, "at": one.at,
        "source": one.source, "corrects": None, "reason": "", "gate_id": one.gate_id, "operator_id": one.operator_id,
        "clock_quality": one.clock_quality, "visitor_type": row["visitor_type"], "party_size": row["party_size"],
        "body": dict(one.body),
    }  # fmt: skip
