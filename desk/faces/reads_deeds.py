"""Which computer holds whose template, as each of them has said."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from desk.faces.rules_lane import HOLDING, Deed
from desk.faces.tables import FaceDeed
from desk.faces.views import GateResult, Result
from desk.store.identity import gate_names
from desk.store.schema import moment
from desk.store.unit import Reading

_D = FaceDeed.__table__.c
# at every desk the same one is the newest; of one moment a template that is gone
_ORDER = (moment(_D.id), _D.deed != Deed.ENROLLED.value, _D.id)
_WORDS = tuple(deed.value for deed in HOLDING)


def held_here(r: Reading) -> set[str]:
    """Enrolments this computer has said it holds."""
    return held_at(r).get((r.gate_id, r.device_id), set())


def held_at(r: Reading) -> dict[tuple[str, str], set[str]]:
    """(gate, device) -> the enrolments it holds, by the newest thing each has said."""
    asked = select(_D.gate_id, _D.device_id, _D.enrolment_id, _D.deed).where(_D.deed.in_(_WORDS))
    found: dict[tuple[str, str], set[str]] = {}
    for row in r.conn.execute(asked.order_by(*_ORDER)):
        held = found.setdefault((row.gate_id, row.device_id), set())
        if row.deed == Deed.ENROLLED.value:
            held.add(row.enrolment_id)
        else:
            held.discard(row.enrolment_id)
    return found


def was_minor(r: Reading, consent_id: str) -> bool:
    """Whether a guardian agreed for a child under fourteen."""
    asked = select(_D.id).where(_D.enrolment_id == consent_id, _D.deed == Deed.AGREED.value, _D.minor)
    return r.conn.execute(asked).first() is not None


def results(r: Reading, consent_id: str, stands: bool, gates: Iterable[str], code: str = "") -> tuple[GateResult, ...]:
    """What became of one enrolment at each gate that has one, and at these gates; this one first. code: see GateResult."""
    newest: dict[tuple[str, str], tuple[str, int]] = {}
    asked = select(_D.gate_id, _D.device_id, _D.deed, _D.at)
    for row in r.conn.execute(asked.where(_D.enrolment_id == consent_id, _D.deed.in_(_WORDS)).order_by(*_ORDER)):
        newest[row.gate_id, row.device_id] = (row.deed, row.at)
    names = gate_names(r)
    places = sorted(
        {gate for gate, _ in newest} | set(gates), key=lambda gate: (gate != r.gate_id, names.get(gate, ""))
    )
    return tuple(_result(r, gate, names.get(gate, ""), newest, stands, code) for gate in places)


def _result(
    r: Reading, gate: str, name: str, newest: dict[tuple[str, str], tuple[str, int]], stands: bool, code: str
) -> GateResult:
    said = [what for (at, _), what in newest.items() if at == gate]
    here = gate == r.gate_id
    holding = [at for deed, at in said if deed == Deed.ENROLLED.value]
    if holding:
        result = Result.HOLDS if stands else Result.WAITING
        own = (gate, r.device_id) in newest and newest[gate, r.device_id][0] == Deed.ENROLLED.value
        return GateResult(gate, name, here, result, min(holding), code if own and not stands else "")
    gone = max((at for _, at in said), default=0)
    return GateResult(gate, name, here, Result.DELETED if said else Result.NONE, gone)
