"""Which other gates and desks there are in the site, and when something of theirs was last taken in here: only what is known."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from desk.store.identity import gate_names
from desk.store.tables_sync import SyncLog
from desk.store.unit import Reading
from desk.wire.ops import BadOp, parse

_L = SyncLog.__table__.c
WINDOW = 20_000  # newest lines of the log: some weeks of a large estate
LOOKED_AT = 200  # lines of one desk, to find its gate in


@dataclass(frozen=True)
class Other:
    """gate: name, "" where a desk has not said at which gate it stands; device: tail of its id, "" where a gate has not
    been heard of; heard_at: UTC ms, None: never."""

    gate: str
    device: str
    heard_at: int | None


def others(r: Reading) -> tuple[Other, ...]:
    """Every other desk that was heard, the latest first; then gates of the site that no desk has spoken from."""
    gates = gate_names(r)
    heard = _heard(r)
    at_gate = {device: _gate_of(r, device, frozenset(gates)) for device in heard}
    found = [
        Other(gates.get(at_gate[device], ""), device[-4:], at)
        for device, at in sorted(heard.items(), key=lambda item: -item[1])
    ]
    spoken = {*at_gate.values(), r.gate_id}
    silent = [
        Other(name, "", None) for gate_id, name in sorted(gates.items(), key=lambda g: g[1]) if gate_id not in spoken
    ]
    return (*found, *silent)


def gate_of(r: Reading, device: str) -> str:
    """Name of the gate at which a desk of the site stands, as far as it has said so here; "" unknown."""
    if not device:
        return ""
    gates = gate_names(r)
    return gates.get(r.gate_id if device == r.device_id else _gate_of(r, device, frozenset(gates)), "")


def _heard(r: Reading) -> dict[str, int]:
    """Device id -> when its newest line was taken in here."""
    scope = f"s:{r.site_id}"
    newest = r.conn.execute(select(func.max(_L.seq)).where(_L.scope == scope)).scalar_one() or 0
    rows = r.conn.execute(
        select(_L.device, func.max(_L.at))
        .where(_L.scope == scope, _L.seq > newest - WINDOW, _L.device.not_in((r.device_id, "0" * 32)))
        .group_by(_L.device)
    )
    return {row[0]: int(row[1]) for row in rows}


def _gate_of(r: Reading, device: str, gates: frozenset[str]) -> str:
    """The gate that its newest readable lines speak of, "" unknown."""
    query = (
        select(_L.body)
        .where(_L.scope == f"s:{r.site_id}", _L.device == device, _L.body.is_not(None))
        .order_by(_L.seq.desc())
        .limit(LOOKED_AT)
    )
    for body in r.conn.execute(query).scalars():
        try:
            op = parse(body or b"")
        except BadOp:
            continue
        told = op.eid if op.kind == "gate" else op.f.get("gate_id")
        if isinstance(told, str) and told in gates:
            return told
    return ""
