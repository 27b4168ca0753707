"""Visits made again from their events, many at a time: what events of other desks come to here.

A page of 500 events, or a snapshot of a year, costs a handful of statements and one executemany of rows and documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any

from sqlalchemy import select

from desk.people.service_visitors_many import Came, remember_many
from desk.reception.rules import IdKind, Proof, VisitorType, VisitState
from desk.reception.rules_events import EventKind, Happened, VisitNow, reduce
from desk.reception.rules_order import step_aside, wanted_places
from desk.reception.service_events import FIELDS, document, happenings, row_values, same_document
from desk.reception.service_retention import NO_MORE
from desk.reception.tables import Visit, VisitEvent
from desk.store import bulk, search
from desk.store.from_wire import fits
from desk.store.search import DocKind, docid
from desk.store.unit import CHUNK, Unit

MOST_RUN = 256  # places after one that is taken which are looked at in one go
_V, _E = Visit.__table__, VisitEvent.__table__
Row = Mapping[str, Any]
_WORDS: dict[str, tuple[frozenset[StrEnum], StrEnum]] = {
    "visitor_type": (frozenset(VisitorType), VisitorType.OTHER),
    "id_kind": (frozenset(IdKind), IdKind.NONE),
    "proof": (frozenset(Proof), Proof.NONE),
}


@dataclass
class _Made:
    """One visit on its way: as its events make it, and its row so far."""

    visit_id: str
    now: VisitNow
    known: Row | None
    values: dict[str, Any]

    @property
    def enters(self) -> bool:
        """It has an entry now, and had none that was known here."""
        return self.now.in_at is not None and (self.known is None or self.known["in_at"] is None)


def rebuild(u: Unit, visit_id: str) -> VisitNow:
    """Make one visit's row and search document again from its events."""
    rebuild_many(u, [visit_id])
    return reduce(_events(u, [visit_id]).get(visit_id, []))


def rebuild_many(u: Unit, visit_ids: Iterable[str]) -> None:
    """Make rows and search documents of visits again, and remember for autofill who came in.

    A visit whose beginning is not here yet (its events came in another order) is made once that comes.
    """
    wanted = list(dict.fromkeys(visit_ids))
    for start in range(0, len(wanted), CHUNK):
        _rebuild(u, wanted[start : start + CHUNK])
    if wanted:
        u.changed("visits")


def _rebuild(u: Unit, visit_ids: Sequence[str]) -> None:
    known = {row["id"]: dict(row) for row in u.conn.execute(select(_V).where(_V.c.id.in_(visit_ids))).mappings()}
    made = []
    for visit_id, events in _events(u, visit_ids).items():
        now = _sane(reduce(events))
        if now.fields.get("visitor_type"):
            row = known.get(visit_id)
            made.append(_Made(visit_id, now, row, _values(now, events, row)))
    _number(u, made)
    _remember(u, made)
    bulk.put_many(u.conn, Visit, [one.values for one in made])
    _documents(u, made)


def _events(u: Unit, visit_ids: Sequence[str]) -> dict[str, list[Happened]]:
    rows: dict[str, list[Mapping[Any, Any]]] = {}
    for start in range(0, len(visit_ids), CHUNK):
        asked = select(_E).where(_E.c.visit_id.in_(visit_ids[start : start + CHUNK]))
        for row in u.conn.execute(asked).mappings():
            rows.setdefault(row["visit_id"], []).append(row)
    return {visit_id: happenings(found) for visit_id, found in rows.items()}


def _sane(now: VisitNow) -> VisitNow:
    """Without values this program cannot hold: another desk may run a newer one, and no event may stop all others."""
    said = {name: value for name, value in now.fields.items() if name in _FITS and _FITS[name](value)}
    for name, (words, other) in _WORDS.items():
        if said.get(name, other) not in words:
            said[name] = other.value
    return replace(now, fields=said)


_FITS: dict[str, Callable[[Any], bool]] = {name: partial(fits, _V.c[name]) for name in FIELDS}
_FITS["declined"] = lambda value: isinstance(value, list | tuple)


def _values(now: VisitNow, events: Sequence[Happened], known: Row | None) -> dict[str, Any]:
    """The whole row. A visit whose person was forgotten here stays so, unless what came says who it was: then it is due
    for forgetting again."""
    values = row_values(now, known)
    forgotten = known["anonymised_at"] if known is not None else None
    if any(values[name] for name in NO_MORE):
        forgotten = None
    return {**values, "id": "", "num": 0, "at": _moment(now, events), "anonymised_at": forgotten}


def _moment(now: VisitNow, events: Sequence[Happened]) -> int:
    """Entry; without one the last entry that was taken back; else when the visit was first heard of."""
    if now.in_at is not None:
        return now.in_at
    came = [event.at for event in events if event.kind is EventKind.ADMITTED]
    return max(came) if came else min(events, key=lambda event: (event.step, event.id)).at


def _number(u: Unit, made: Sequence[_Made]) -> None:
    """New visits, and expected ones that come in, take their place by their moment; the rest keep theirs."""
    for one in made:
        one.values["id"] = one.visit_id
        one.values["num"] = one.known["num"] if one.known is not None else 0
    moves = {one.visit_id: one for one in made if one.known is None or one.enters}
    places = wanted_places(((one.visit_id, one.values["at"]) for one in moves.values()), u.now)
    taken, looked, run = set[int](), set[int](), 1
    while fresh := {num + nth for num in places.values() if num not in looked for nth in range(run)} - looked:
        looked |= fresh
        taken |= _taken(u, sorted(fresh))
        places.update(step_aside(places, taken))
        run = min(MOST_RUN, run * 4)
    for visit_id, num in places.items():
        moves[visit_id].values["num"] = num


def _taken(u: Unit, nums: Sequence[int]) -> set[int]:
    found = set[int]()
    for start in range(0, len(nums), CHUNK):
        found.update(u.conn.execute(select(_V.c.num).where(_V.c.num.in_(nums[start : start + CHUNK]))).scalars())
    return found


def _remember(u: Unit, made: Sequence[_Made]) -> None:
    """Into this desk's index of visitors, by the rule of admission: no lone child, no official, nobody without a name."""
    came = [one for one in made if one.enters and not one.values["person_id"] and _kept(one.values)]
    ids = remember_many(
        u,
        [
            Came(
                one.now.in_at or 0, one.values["name"], one.values["phone"], one.values["plate"],
                one.values["household_id"], one.values["visitor_type"],
            )
            for one in came
        ],
    )  # fmt: skip
    for one, person_id in zip(came, ids, strict=True):
        one.values["person_id"] = person_id or None


def _kept(values: Row) -> bool:
    return bool(values["name"]) and not values["minor_alone"] and values["visitor_type"] != VisitorType.OFFICIAL


def _documents(u: Unit, made: Sequence[_Made]) -> None:
    gone, docs = [], []
    for one in made:
        moved = one.known is not None and one.known["num"] != one.values["num"]
        if one.known is not None and moved:
            gone.append(docid(DocKind.VISIT, one.known["num"]))
        if one.now.state is VisitState.DRAFT or one.values["anonymised_at"] is not None:
            gone.append(docid(DocKind.VISIT, one.values["num"]))
        elif one.known is None or moved or not same_document(one.known, one.now, one.values):
            docs.append((docid(DocKind.VISIT, one.values["num"]), document(one.values)))
    u.unindex(*gone)
    search.put_many(u.conn, docs)
