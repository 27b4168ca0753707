"""Lists of codes: by subject, serial, state; what was withdrawn; what a label run prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import RowMapping, Select, func, select

from desk.codes.reads_rows import HOUSEHOLD, by_id, view_of
from desk.codes.rules import Kind
from desk.codes.tables import Code
from desk.codes.views import CodeView
from desk.core.actor import Actor
from desk.core.masking import mask_room
from desk.people.rooms import Address
from desk.people.tables import Household
from desk.store.identity import gate_names
from desk.store.unit import Reading

_C = Code.__table__.c
_NEWEST = (_C.issued_at.desc(), _C.num.desc())
_LIVE = (_C.revoked_at.is_(None), _C.deleted_at.is_(None))


def code(r: Reading, code_id: str) -> CodeView | None:
    """One code by its record id."""
    row = by_id(r, code_id)
    return views(r, [row])[0] if row is not None else None


def by_serial(r: Reading, serial: str) -> tuple[CodeView, ...]:
    """Codes with this printed serial (see serials.read_serial); nearly always one, newest first."""
    return _found(r, select(Code.__table__).where(_C.serial == serial).order_by(*_NEWEST).limit(20))


def by_nums(r: Reading, nums: Sequence[int]) -> tuple[CodeView, ...]:
    """Codes by local row number, newest first: what search hits of kind PASS point at."""
    return _found(r, select(Code.__table__).where(_C.num.in_(nums)).order_by(*_NEWEST))


def of_subject(r: Reading, subject_id: str, limit: int = 200) -> tuple[CodeView, ...]:
    """All codes of a household (indoor, outdoor, its passes) or of another thing, newest first."""
    return _found(r, select(Code.__table__).where(_C.subject_id == subject_id).order_by(*_NEWEST).limit(limit))


def live_passes(r: Reading, limit: int = 500) -> tuple[CodeView, ...]:
    """Passes that are neither revoked nor past their window, soonest to end first."""
    query = select(Code.__table__).where(_C.kind == Kind.PASS.value, _C.expires_at > r.now, *_LIVE)
    return _found(r, query.order_by(_C.expires_at, _C.id).limit(limit))


def revocations(r: Reading, since: int = 0, limit: int = 1_000) -> tuple[CodeView, ...]:
    """What was withdrawn since a time (UTC milliseconds), newest first."""
    query = select(Code.__table__).where(_C.revoked_at >= since)
    return _found(r, query.order_by(_C.revoked_at.desc(), _C.id.desc()).limit(limit))


def live_of(r: Reading, kind: Kind, subject_ids: Iterable[str]) -> dict[str, str]:
    """Which of these subjects have a live code of a kind: subject id -> code id, the oldest should two desks have issued
    one each."""
    query = select(_C.subject_id, _C.id).where(_C.kind == kind.value, _C.subject_id.in_(list(subject_ids)), *_LIVE)
    return {
        str(row.subject_id): str(row.id) for row in r.conn.execute(query.order_by(_C.issued_at.desc(), _C.id.desc()))
    }


def live_ids(r: Reading, kind: Kind) -> tuple[str, ...]:
    """Record ids of every live code of a kind, in order of issue: what a label run prints."""
    query = select(_C.id).where(_C.kind == kind.value, *_LIVE).order_by(_C.issued_at, _C.num)
    return tuple(str(code_id) for code_id in r.conn.execute(query).scalars())


def missing(r: Reading, kind: Kind) -> tuple[str, ...]:
    """Ids of the households that have no live code of a kind, in the order people count."""
    has = select(_C.num).where(_C.subject_id == Household.id, _C.kind == kind.value, *_LIVE).exists()
    query = select(Household.id).where(Household.deleted_at.is_(None), ~has).order_by(Household.sort_key)
    return tuple(str(household_id) for household_id in r.conn.execute(query).scalars())


def doors(r: Reading, actor: Actor) -> dict[str, str]:
    """Household id -> its whole door, to be printed on labels that have to be handed out. Needs people.browse."""
    actor.require("people.browse")
    query = select(Household.id, Household.building, Household.unit, Household.room)
    return {row.id: Address(row.building, row.unit, row.room).label for row in r.conn.execute(query)}


def live_page(r: Reading, kind: Kind, after: int = 0, limit: int = 200) -> tuple[CodeView, ...]:
    """A page of live codes of a kind in order of issue; `after`: num of the last one shown (keyset)."""
    query = select(Code.__table__).where(_C.kind == kind.value, _C.num > after, *_LIVE)
    return _found(r, query.order_by(_C.num).limit(limit))


def counts(r: Reading) -> dict[Kind, int]:
    """Live codes by kind; for passes those not yet over."""
    query = select(_C.kind, func.count()).where((_C.expires_at.is_(None)) | (_C.expires_at > r.now), *_LIVE)
    return {Kind(kind): number for kind, number in r.conn.execute(query.group_by(_C.kind)).all()}


def views(r: Reading, rows: Sequence[RowMapping]) -> tuple[CodeView, ...]:
    """Rows as views, with their gates' names and their households' masked labels."""
    gates = gate_names(r) if rows else {}
    labels = household_labels(r, {row["subject_id"] for row in rows if row["subject_kind"] == HOUSEHOLD})
    return tuple(view_of(row, gates, labels) for row in rows)


def household_labels(r: Reading, ids: set[str]) -> dict[str, str]:
    """Masked labels of households: building and floor stand, the door does not."""
    query = select(Household.id, Household.building, Household.unit, Household.room).where(Household.id.in_(ids))
    return {row.id: mask_room(row.building, row.unit, row.room) for row in (r.conn.execute(query) if ids else ())}


def _found(r: Reading, query: Select[tuple[object, ...]]) -> tuple[CodeView, ...]:
    return views(r, list(r.conn.execute(query).mappings()))
