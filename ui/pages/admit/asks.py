"""What the admit form asks the desk, on the disk-read lane: doors, who this may be, permits, an announced visit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desk.core.clock import SiteTime
from desk.people import reads as people
from desk.people.reads_doors import door
from desk.reception import reads, reads_grants
from desk.reception.rules import IdKind
from desk.reception.rules_clean import clean_phone, clean_plate
from desk.reception.service_events import visit_row
from desk.reception.service_exits import draft_of
from desk.reception.service_links import KEEP_ID
from desk.reception.views import Hint, PermitRow
from ui import moments
from ui.pages.admit.form import Filled
from ui.pages.admit.model import TEXT_FIELDS, PermitLine, Suggestion

SHOWN, SEEN = 2, 20


def suggestions(r: Any, time: SiteTime, form: Filled, words: dict[str, str]) -> tuple[Suggestion, ...]:
    """Watch list first, then who is expected, standing passes, who was here before; a few of each, not those dismissed."""
    found = reads.hints(r, words.get("name", ""), words.get("phone", ""), words.get("plate", ""))
    wanted = [hint for hint in found if _open(hint, form)]
    watch = [hint for hint in wanted if hint.kind == "watch"][:SHOWN]
    others = [_suggestion(r, time, hint, words) for hint in wanted if hint.kind != "watch"]
    here = form.door.id if form.door else ""
    at_door = (
        {row.id for row in people.match_visitor(r, *_words(words), limit=SEEN) if row.household_id == here}
        if here
        else set()
    )
    others.sort(key=lambda one: one.kind == "person" and one.ref not in at_door)
    return (*(_suggestion(r, time, hint, words) for hint in watch), *others[:SHOWN])


def _open(hint: Hint, form: Filled) -> bool:
    if hint.ref in form.dismissed:
        return False
    taken = {"watch": form.watch_id, "person": form.person_id, "inside": form.person_id, "pass": form.standing_id}
    if hint.kind == "expected":
        return not form.announced
    return not taken.get(hint.kind, "")


def _suggestion(r: Any, time: SiteTime, hint: Hint, words: dict[str, str]) -> Suggestion:
    one = Suggestion(hint.kind, hint.ref, hint.why, hint.label, hint.advice, moments.told(time, hint.at, r.now))
    if hint.kind in ("expected", "inside"):
        return replace(one, place=reads.visit(r, hint.ref).place)
    if hint.kind == "person":
        known = _known(r, hint.ref, words)
        return replace(one, place=door(r, known.household_id).label) if known and known.household_id else one
    if hint.kind == "pass":
        row = reads_grants.standing_pass(r, hint.ref)
        return replace(one, advice=row.says, place=door(r, row.household_id).label)
    return one


def _known(r: Any, person_id: str, words: dict[str, str]) -> Any:
    return next((one for one in people.match_visitor(r, *_words(words), limit=SEEN) if one.id == person_id), None)


def _words(words: dict[str, str]) -> tuple[str, str, str]:
    return words.get("name", ""), clean_phone(words.get("phone", "")), clean_plate(words.get("plate", ""))


def with_person(r: Any, form: Filled, person_id: str) -> Filled:
    """The form with what is remembered of a visitor whom a person recognised; what was typed beside it stands."""
    known = _known(r, person_id, form.values)
    if known is None:
        return form
    values = {**form.values, "name": known.name}
    for name in ("phone", "plate"):
        typed, kept = values.get(name, ""), getattr(known, name)
        values[name] = kept if len(kept) > len(typed) else typed
    place = form.door or (door(r, known.household_id) if known.household_id else None)
    declined = [name for name in form.declined if not values.get(name)]
    return replace(
        form, values=values, door=place, person_id=person_id, known=known.masked_name, declined=declined
    )  # fmt: skip


def with_inside(r: Any, form: Filled, visit_id: str) -> Filled:
    """The form of somebody still noted as inside: admitting them ends that visit, so that nobody is inside twice."""
    seen = reads.visit(r, visit_id)
    if seen.person_id is None:
        return form
    named = with_person(r, form, seen.person_id)
    return named if named.person_id else replace(form, person_id=seen.person_id, known=seen.row.name)


def with_standing(r: Any, form: Filled, standing_id: str) -> Filled:
    """The form with a household's standing pass: its door, and its word as confirmation while it holds.

    Raises Refused("visit.standing_gone").
    """
    row = reads_grants.standing_pass(r, standing_id)
    made = replace(form, door=door(r, row.household_id), standing_id=standing_id, known=row.alias, code=None)
    made.proof = "recurring" if not row.says else "none"
    return made


def with_permit(r: Any, form: Filled, permit_id: str) -> Filled:
    """The form of somebody who comes by a permit: firm and door are known. Raises Refused("permit.gone")."""
    row = reads_grants.permit(r, permit_id)
    place = door(r, row.household_id) if row.household_id else form.door
    return replace(form, values={**form.values, "company": row.company}, door=place, permit=permit_id)


def announced(r: Any, form: Filled, visit_id: str) -> Filled:
    """The form of an expected visit; words typed meanwhile stand where the announcement says nothing."""
    row = visit_row(r.conn, visit_id)
    if row is None:
        return form
    draft = draft_of(row)
    told = {name: str(getattr(draft, name)) for name in TEXT_FIELDS}
    values = {name: told[name] or form.values.get(name, "") for name in TEXT_FIELDS}
    return Filled(
        visit_id=visit_id, kind=draft.visitor_type.value, values=values, declined=list(draft.declined),
        door=door(r, draft.household_id) if draft.household_id else form.door,
        party=max(draft.party_size, form.party), purpose_code=draft.purpose_code,
        id_kind="" if draft.id_kind is IdKind.NONE else draft.id_kind.value, proof="prereg", announced=True,
        permit=draft.permit_id or "", watch_id=form.watch_id, watch=form.watch, dismissed=form.dismissed,
    )  # fmt: skip


def permit_lines(r: Any, time: SiteTime, household_id: str, company: str, picked: str = "") -> tuple[PermitLine, ...]:
    """Permits of the household; without one, those whose company is named. The picked one stays, even when it has ended."""
    company = company.strip()
    rows = reads.permits(r, household_id or None, "" if household_id else company, limit=6)
    found = list(rows) if household_id or company else []
    if picked and all(row.id != picked for row in found):
        found.insert(0, reads_grants.permit(r, picked))
    return tuple(_permit(time, row) for row in found)


def _permit(time: SiteTime, row: PermitRow) -> PermitLine:
    hours, until = moments.hours(row.start_min, row.end_min), moments.month_day(time.local(row.until_at - 1))
    return PermitLine(row.id, row.permit_no, row.company, until, hours, len(row.workers), row.says)


def keeps_id(r: Any) -> bool:
    return bool(r.setting(KEEP_ID, False))
