"""Writing what happened to a matter, and making its row again from all its events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, func, select, update

from desk.core.errors import Refused
from desk.hearings.rules import OPEN_STATES, Category, MatterKind, MatterState
from desk.hearings.rules_matter import Event, Happened, MatterNow, hindrance, reduce
from desk.hearings.tables import Matter, MatterEvent
from desk.people import tokens
from desk.store import bulk, search
from desk.store.from_wire import fits
from desk.store.search import DocKind, docid
from desk.store.unit import CHUNK, Unit

_M, _E = Matter.__table__, MatterEvent.__table__
KINDS = frozenset(Event)
PERSONAL = ("place", "text", "answer", "commitment")  # what a matter says in words
FIELDS: Mapping[str, Any] = {
    "kind": "matter", "hearing_id": None, "sitting_id": None, "repeat_of": None, "category": Category.OTHER.value,
    "urgency": "normal", "place": "", "text": "", "private": False, "about_post": False, "mediation": False,
    "answer": "", "commitment": "", "owner_body": "", "first_owner_id": None, "due_at": None, "first_due": None,
    "resolve_due": None, "waiting_until": None, "call_back_at": None, "short_no": "",
}  # fmt: skip
_FITS: dict[str, Callable[[Any], bool]] = {name: partial(fits, _M.c[name]) for name in FIELDS}


def events_of(conn: Connection, matter_id: str) -> list[Happened]:
    """Every event of a matter, in no promised order. What only a newer program knows says nothing here yet."""
    rows = conn.execute(select(_E).where(_E.c.matter_id == matter_id)).mappings()
    return _happenings(rows)


def now_of(u: Unit, matter_id: str) -> MatterNow:
    """As the matter stands. Raises Refused("matter.gone")."""
    events = events_of(u.conn, matter_id)
    if not any(event.kind is Event.NOTED for event in events):
        raise Refused("matter.gone")
    return reduce(events)


def happen(
    u: Unit, matter_id: str, kind: Event, body: Mapping[str, Any] | None = None, *, text: str = "", level: int = 0,
    said_at: int | None = None, corrects: str | None = None, photos: Sequence[str] = (), event_id: str = "",
) -> MatterNow:  # fmt: skip
    """Write one event and bring the matter up to it. Raises Refused when the act does not fit how it stands."""
    before = reduce(events_of(u.conn, matter_id))
    if kind not in (Event.NOTED, Event.UNDONE) and (code := hindrance(before, kind)):
        raise Refused(code)
    category = (body or {}).get("category") or before.fields.get("category", "")
    u.add(
        MatterEvent, id=event_id or u.new_id(), matter_id=matter_id, step=before.next_step, kind=kind.value, at=u.now,
        corrects=corrects, said_at=said_at, category=category, level=level, text=text, photos=list(photos),
        body=dict(body or {}), gate_id=u.gate_id, operator_id=u.actor.operator_id or None,
        clock_quality=u.clock_quality.value,
    )  # fmt: skip
    rebuild_many(u, [matter_id])
    return reduce(events_of(u.conn, matter_id))


def rebuild_many(u: Unit, matter_ids: Iterable[str]) -> None:
    """Make rows of matters again from their events. A matter whose noting is not here yet is made once that comes."""
    wanted = list(dict.fromkeys(matter_ids))
    for start in range(0, len(wanted), CHUNK):
        _rebuild(u, wanted[start : start + CHUNK])
    if wanted:
        u.changed("matters")


def _rebuild(u: Unit, matter_ids: Sequence[str]) -> None:
    found: dict[str, list[Mapping[Any, Any]]] = {}
    for row in u.conn.execute(select(_E).where(_E.c.matter_id.in_(matter_ids))).mappings():
        found.setdefault(row["matter_id"], []).append(row)
    asked = select(_M.c.id, _M.c.num, _M.c.anonymised_at).where(_M.c.id.in_(matter_ids))
    known = {row.id: row for row in u.conn.execute(asked)}
    fresh, whole = [], list[Mapping[str, Any]]()
    for matter_id, rows in found.items():
        values = row_of(reduce(_happenings(rows)))
        if values is None:
            continue
        if (before := known.get(matter_id)) is not None:
            forgotten = None if any(values[name] for name in PERSONAL) else before.anonymised_at
            u.conn.execute(update(Matter).where(_M.c.id == matter_id).values(**values, anonymised_at=forgotten))
            whole.append({"num": before.num, **values})
        else:
            fresh.append({"id": matter_id, **values})
    added = [{"num": _top(u) + nth, **values} for nth, values in enumerate(fresh, 1)]
    bulk.insert_many(u.conn, Matter, added)
    _index(u, [*whole, *added])


def _index(u: Unit, rows: Sequence[Mapping[str, Any]]) -> None:
    """What they are found by: the number and the words. Words that are not for everybody are not found by anybody."""
    gone = [row["num"] for row in rows if row["state"] == MatterState.WITHDRAWN]
    u.unindex(*(docid(DocKind.MATTER, num) for num in gone))
    docs = []
    for row in rows:
        if row["state"] != MatterState.WITHDRAWN:
            told = () if row["private"] or row["about_post"] else (row["text"], row["place"], row["answer"])
            codes = (row["short_no"], row["short_no"][1:])
            words = (tokens.document(codes=codes), *(tokens.prose(one) for one in told))
            docs.append((docid(DocKind.MATTER, row["num"]), " ".join(words)))
    search.put_many(u.conn, docs)


def _top(u: Unit) -> int:
    return int(u.conn.execute(select(func.max(_M.c.num))).scalar() or 0)


def row_of(now: MatterNow) -> dict[str, Any] | None:
    """Columns of the matter as its events make it; None while its noting is not known. Values that this program cannot
    hold are left out: another desk may run a newer one."""
    if now.first is None:
        return None
    said = {name: value for name, value in now.fields.items() if name in FIELDS and _FITS[name](value)}
    if said.get("category") not in frozenset(Category):
        said["category"] = Category.OTHER.value
    return {
        **FIELDS, **said,
        "state": now.state.value,
        "open_state": now.state.value if now.state in OPEN_STATES and _is_owed(said) else None,
        "at": now.first.at, "gate_id": now.first.gate_id, "operator_id": now.first.operator_id,
        "photos": list(now.photos), "supporters": now.supporters, "owner_accepted_at": now.owner_accepted_at,
        "first_replied_at": now.first_replied_at, "reopened": now.reopened, "level": now.level, "told_at": now.told_at,
        "clock_uncertain": now.clock_uncertain, "closed_at": now.closed_at,
    }  # fmt: skip


def _is_owed(said: Mapping[str, Any]) -> bool:
    """A repetition is answered with the first one; an incident nobody was given is only written down."""
    only_noted = said.get("kind") == MatterKind.INCIDENT and not said.get("owner_body")
    return not said.get("repeat_of") and not only_noted


def _happenings(rows: Iterable[Mapping[Any, Any]]) -> list[Happened]:
    return [happened(row) for row in rows if row["kind"] in KINDS]


def happened(row: Mapping[Any, Any]) -> Happened:
    """A stored event as the reducer takes it."""
    body, photos = row["body"], row["photos"]
    return Happened(
        id=row["id"], step=row["step"], kind=Event(row["kind"]), at=row["at"], level=row["level"],
        said_at=row["said_at"], text=row["text"], corrects=row["corrects"],
        photos=tuple(str(name) for name in photos) if isinstance(photos, list) else (),
        body=body if isinstance(body, dict) else {}, gate_id=row["gate_id"], operator_id=row["operator_id"],
        clock_quality=row["clock_quality"],
    )  # fmt: skip
