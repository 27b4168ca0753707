"""Which gates' lanes are on and on which answers; and everything the filing pack says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from desk.core.clock import DAY_MS
from desk.faces.models import DIGESTS, TEMPLATE_MODEL
from desk.faces.reads import meter, standing
from desk.faces.reads_deeds import held_at
from desk.faces.rules_lane import RECORD_YEARS, STRICT, Act, Deed
from desk.faces.tables import FaceDeed, FaceLane
from desk.faces.views import Filing, GateCount, Lane
from desk.store.identity import gate_names, here
from desk.store.schema import moment
from desk.store.unit import Reading

_L, _D = FaceLane.__table__.c, FaceDeed.__table__.c
# at every desk the same one is the newest; of one moment the lane that is off
_ORDER = (moment(_L.id), _L.act == Act.OFF.value, _L.id)
ANSWERS = ("purpose", "necessity", "assessment", "assessed_on", "handler", "contact", "place", "notice_version")


def lane_of(r: Reading, gate_id: str) -> Lane:
    """A gate's lane; the answers stay readable while it is off."""
    return _lanes(r).get(gate_id, Lane(strict=strict(r)))


def lanes_on(r: Reading) -> dict[str, Lane]:
    """Gate id -> its lane, of the gates that recognise faces now."""
    return {gate: lane for gate, lane in _lanes(r).items() if lane.on}


def strict(r: Reading) -> bool:
    return r.setting(STRICT, False) is True


def speaking(r: Reading) -> list[str]:
    """The ids of every gate's newest answers."""
    asked = select(_L.id, _L.gate_id).where(_L.act == Act.ON.value).order_by(*_ORDER)
    return list({row.gate_id: row.id for row in r.conn.execute(asked)}.values())


def filing(r: Reading) -> Filing:
    """Everything about this handler's lane, for the authority that takes filings."""
    place, since = here(r), r.now - RECORD_YEARS * 365 * DAY_MS
    names, held, lanes = gate_names(r), held_at(r), _lanes(r)
    rows = tuple(
        GateCount(names.get(gate, ""), lane, sum(len(ids) for (at, _), ids in held.items() if at == gate))
        for gate, lane in sorted(lanes.items(), key=lambda one: names.get(one[0], ""))
    )
    done = select(_D.deed, func.count()).where(_D.at >= since).group_by(_D.deed)
    counted = {str(deed): int(n) for deed, n in r.conn.execute(done)}
    young = select(_D.enrolment_id).where(_D.deed == Deed.AGREED.value, _D.minor)
    minors = len(set(r.conn.scalars(young)) & set(standing(r)))
    return Filing(
        r.now, place.site_name, place.address, meter(r), rows, TEMPLATE_MODEL, dict(DIGESTS),
        {deed.value: counted.get(deed.value, 0) for deed in Deed}, minors,
    )  # fmt: skip


def _lanes(r: Reading) -> dict[str, Lane]:
    sure, found = strict(r), dict[str, Lane]()
    for row in r.conn.execute(select(FaceLane.__table__).order_by(*_ORDER)).mappings():
        before = found.get(row["gate_id"], Lane())
        said = row if row["act"] == Act.ON.value else _said(before)
        answers = {name: str(said[name]) for name in ANSWERS}
        on = row["act"] == Act.ON.value
        found[row["gate_id"]] = Lane(
            on=on, at=row["at"], strict=sure, operator_id=row["operator_id"] or "", **answers
        )  # fmt: skip
    return found


def _said(before: Lane) -> Mapping[str, Any]:
    return {name: getattr(before, name) for name in ANSWERS}
