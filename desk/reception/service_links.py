"""What a visit takes from its neighbours: the host's door, the site's limits, the fields it stores of a draft."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, select

from desk.codes.reads import site_time
from desk.core.errors import Refused
from desk.people.rooms import Address
from desk.people.tables import Household
from desk.reception.rules import Draft, fields_for
from desk.reception.rules_clean import kept_id
from desk.store.unit import Reading, Unit

KEEP_ID = "visit.keep_id_number"  # site setting, off unless a manager switches it on
LIMITS = "visit.limits_h"  # site setting: {visitor type: hours}
_H = Household.__table__.c
_PLACE = select(_H.building, _H.unit, _H.room).where(_H.id == bindparam("household"), _H.deleted_at.is_(None))

__all__ = ["KEEP_ID", "LIMITS", "draft_fields", "limit_h", "place_of", "site_time"]


def place_of(r: Reading, household_id: str | None) -> Address:
    """The door of a household; empty for none. Raises Refused("visit.household_unknown")."""
    if not household_id:
        return Address("")
    row = r.conn.execute(_PLACE, {"household": household_id}).first()
    if row is None:
        raise Refused("visit.household_unknown")
    return Address(row.building, row.unit, row.room)


def limit_h(r: Reading, draft: Draft) -> float:
    """Hours a visit of this kind may last: the site's own, else the default."""
    if draft.minor_alone:
        return fields_for(draft.visitor_type, True).limit_h
    own = (r.setting(LIMITS) or {}).get(draft.visitor_type.value)
    return float(own) if own else fields_for(draft.visitor_type).limit_h


def draft_fields(u: Unit, draft: Draft) -> dict[str, Any]:
    """Columns of the visit from a cleaned draft. The raw id number ends here: a mask and a keyed hash, if the site keeps
    any, else nothing. Raises Refused("visit.household_unknown")."""
    place = place_of(u, draft.household_id)
    keeps = bool(draft.id_number) and bool(u.setting(KEEP_ID, False))
    masked, hashed = kept_id(draft.id_number, u.secret("id-hash")) if keeps else ("", "")
    return {
        "visitor_type": draft.visitor_type.value, "party_size": draft.party_size, "minor_alone": draft.minor_alone,
        "overnight": draft.overnight, "name": draft.name, "phone": draft.phone, "plate": draft.plate,
        "company": draft.company, "purpose_code": draft.purpose_code, "purpose": draft.purpose,
        "items_in": draft.items_in, "badge_no": draft.badge_no, "note": draft.note, "declined": list(draft.declined),
        "id_kind": draft.id_kind.value, "id_masked": masked, "id_hash": hashed, "household_id": draft.household_id,
        "building": place.building, "unit": place.unit, "room": place.room, "permit_id": draft.permit_id,
    }  # fmt: skip
