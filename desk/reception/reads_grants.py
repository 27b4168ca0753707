"""One standing pass or one permit, opened: what it covers, why it does not hold now, who gave it out."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from desk.core.errors import Refused
from desk.core.ids import made_at
from desk.reception.reads_standing import permit_row, standing_row
from desk.reception.tables import Permit, RecurringPass
from desk.reception.views import PermitRow, StandingRow
from desk.records.reads_audit import AuditFilter, lines
from desk.store.unit import Reading

GIVEN = {"standing": "standing.given", "permit": "permit.added"}  # actions of the trail
_P, _R = Permit.__table__, RecurringPass.__table__


@dataclass(frozen=True)
class Given:
    """When something was given out (UTC ms), and the operator's id; "" when the trail does not say."""

    at: int
    operator_id: str


def standing_pass(r: Reading, standing_id: str) -> StandingRow:
    """A standing pass, running or over. Raises Refused("visit.standing_gone")."""
    row = r.conn.execute(select(_R).where(_R.c.id == standing_id, _R.c.deleted_at.is_(None))).first()
    if row is None:
        raise Refused("visit.standing_gone")
    return standing_row(r, row)


def permit(r: Reading, permit_id: str) -> PermitRow:
    """A permit, running or over. Raises Refused("permit.gone")."""
    row = r.conn.execute(select(_P).where(_P.c.id == permit_id, _P.c.deleted_at.is_(None))).first()
    if row is None:
        raise Refused("permit.gone")
    return permit_row(r, row)


def given(r: Reading, kind: str, ref: str) -> Given:
    """Who gave out a `standing` pass or a `permit`, from the trail.

    The id carries the moment of the unit that made it, and so does the line of the trail: no search through all of it.
    """
    at = made_at(ref)
    found = lines(r, AuditFilter(at, at + 1, action=GIVEN[kind], subject_id=ref), limit=1)
    return Given(at, found[0].operator_id if found else "")
