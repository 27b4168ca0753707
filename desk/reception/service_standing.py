"""Standing passes of households and renovation permits: given out, changed by ending them, revoked at once here."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from desk.codes.rules import RevokeReason
from desk.codes.rules import Window as CodeWindow
from desk.codes.service import revoke
from desk.codes.service_passes import issue_pass
from desk.codes.views import Issued, PassRequest
from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.people import names
from desk.people.tokens import phone_digits
from desk.reception import rights
from desk.reception.reads_grants import permit
from desk.reception.rules import NAME_MAX, TEXT_MAX, VisitorType
from desk.reception.rules_clean import clean_plate
from desk.reception.rules_windows import PASS_MAX_MS, WORKERS_MAX, Window, window_fault
from desk.reception.service_links import place_of
from desk.reception.tables import Permit, RecurringPass
from desk.store.unit import Unit

PERMIT_MAX_MS = 366 * DAY_MS
_R = RecurringPass.__table__


def give_standing(
    u: Unit, *, household_id: str, alias: str, visitor_type: VisitorType, window: Window, phone: str = "",
    plate: str = "", with_code: bool = False,
) -> tuple[str, Issued | None]:  # fmt: skip
    """A household vouches for a helper who comes again and again; returns the pass's id and, if asked, its code.

    alias: what the household calls them; phone: only its last four digits are kept. Raises Refused("window.*" with
    days, "standing.alias", "visit.household_unknown", "visit.text_long").
    """
    u.actor.require(rights.PASS_ISSUE)
    name = names.normalise(alias)
    if not name:
        raise Refused("standing.alias")
    if len(name) > NAME_MAX:
        raise Refused("visit.text_long")
    if fault := window_fault(window):
        raise Refused(fault, days=PASS_MAX_MS // DAY_MS)
    place = place_of(u, household_id)
    standing_id = u.new_id()
    issued = _code(u, household_id, standing_id, window) if with_code else None
    u.add(
        RecurringPass, id=standing_id, household_id=household_id, building=place.building, unit=place.unit,
        room=place.room, alias=name, visitor_type=visitor_type.value, phone_last4=phone_digits(phone)[-4:],
        plate=clean_plate(plate), from_at=window.from_at, until_at=window.until_at, weekdays=list(window.weekdays),
        start_min=window.start_min, end_min=window.end_min, code_id=issued.code_id if issued else None,
        issued_by=u.actor.operator_id or None,
    )  # fmt: skip
    u.audit("standing.given", "recurring_pass", standing_id, type=visitor_type.value)
    u.changed("standing")
    return standing_id, issued


def _code(u: Unit, household_id: str, standing_id: str, window: Window) -> Issued:
    days = sum(1 << (day - 1) for day in window.weekdays)
    whole_day = window.start_min == 0 and window.end_min == DAY_MS // 60_000
    return issue_pass(
        u,
        PassRequest(
            CodeWindow(
                window.from_at, window.until_at, None if whole_day else window.start_min,
                None if whole_day else window.end_min, 0 if len(window.weekdays) == 7 else days,
            ),
            household_id, 0, standing_id,
        ),
    )  # fmt: skip


def revoke_standing(u: Unit, standing_id: str, why: str = "") -> None:
    """The household takes it back: not good here from now, elsewhere once synced. A second press changes nothing.

    Raises Refused("visit.standing_gone").
    """
    u.actor.require(rights.PASS_REVOKE)
    row = u.conn.execute(select(_R).where(_R.c.id == standing_id, _R.c.deleted_at.is_(None))).first()
    if row is None:
        raise Refused("visit.standing_gone")
    if row.revoked_at is not None:
        return
    u.set(RecurringPass, standing_id, revoked_at=u.now, revoked_why=clean_line(why))
    if row.code_id:
        revoke(u, row.code_id, RevokeReason.CANCELLED)
    u.audit("standing.revoked", "recurring_pass", standing_id)
    u.changed("standing")


def add_permit(
    u: Unit, *, permit_no: str, company: str, window: Window, household_id: str | None = None,
    workers: Sequence[str] = (), tools: str = "",
) -> str:  # fmt: skip
    """Enter a renovation or works permit. workers: names, at most 60. Raises Refused("permit.number" |
    "permit.workers" | "window.*" | "visit.household_unknown" | "visit.text_long")."""
    u.actor.require(rights.PERMIT)
    if not permit_no.strip() or not company.strip():
        raise Refused("permit.number")
    if len(workers) > WORKERS_MAX:
        raise Refused("permit.workers", most=WORKERS_MAX)
    if max(len(company), len(tools), len(permit_no)) > TEXT_MAX:
        raise Refused("visit.text_long")
    if fault := window_fault(window, PERMIT_MAX_MS):
        raise Refused(fault, days=PERMIT_MAX_MS // DAY_MS)
    place = place_of(u, household_id)
    new = u.add(
        Permit, permit_no=clean_line(permit_no), company=clean_line(company), household_id=household_id,
        building=place.building, unit=place.unit, room=place.room, from_at=window.from_at, until_at=window.until_at,
        weekdays=list(window.weekdays), start_min=window.start_min, end_min=window.end_min,
        workers=[name for name in map(names.normalise, workers) if name], tools=clean_line(tools),
    )  # fmt: skip
    u.audit("permit.added", "permit", new)
    u.changed("permits")
    return new


def revoke_permit(u: Unit, permit_id: str) -> None:
    """End a permit before its date. A second press changes nothing. Raises Refused("permit.gone")."""
    u.actor.require(rights.PERMIT)
    if permit(u, permit_id).revoked_at is not None:
        return
    u.set(Permit, permit_id, revoked_at=u.now)
    u.audit("permit.revoked", "permit", permit_id)
    u.changed("permits")
