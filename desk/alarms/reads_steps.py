"""Steps of alarms as they lie in the store, and which alarms are open by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from desk.alarms.rules import ENDS, QUIET, Answered, Does, Stand, Step, reduce, sort_of
from desk.alarms.tables import Alarm, AlarmStep
from desk.store.unit import CHUNK, Reading

_A, _S = Alarm.__table__.c, AlarmStep.__table__.c
KNOWN, RESULTS = frozenset(Does), frozenset(Answered)
MAY_END = (*sorted(ENDS), Does.OVER.value)


def steps_of(r: Reading, alarm_ids: Sequence[str]) -> dict[str, list[Step]]:
    """Every step of these alarms. What only a newer program knows says nothing here yet."""
    found: dict[str, list[Step]] = {}
    for start in range(0, len(alarm_ids), CHUNK):
        chunk = alarm_ids[start : start + CHUNK]
        for row in r.conn.execute(select(AlarmStep.__table__).where(_S.alarm_id.in_(chunk))).mappings():
            if row["kind"] in KNOWN:
                found.setdefault(row["alarm_id"], []).append(_step(row))
    return found


def open_ids(r: Reading) -> list[str]:
    """Alarms that are not closed, oldest first. Those that nobody ever closed are found without their steps."""
    ended = select(_S.alarm_id).where(_S.kind.in_(MAY_END))
    never = set(r.conn.execute(select(_A.id).where(_A.id.not_in(ended))).scalars())
    after = select(_S.alarm_id).where(_S.kind.in_((Does.AGAIN.value, Does.REOPENED.value, Does.OVER.value)))
    some = select(_A.id, _A.kind).where(_A.id.in_(ended), _A.id.in_(after))  # ended once, and perhaps not for good
    rows = r.conn.execute(some).all()
    steps = steps_of(r, [row.id for row in rows])
    again = {
        row.id for row in rows if reduce(steps.get(row.id, ()), sort_of(row.kind) in QUIET).stand is not Stand.CLOSED
    }
    return sorted(never | again)


def _step(row: Mapping[Any, Any]) -> Step:
    result = row["result"]
    return Step(
        row["id"], row["step"], Does(row["kind"]), row["at"], row["whom"],
        Answered(result) if result in RESULTS else None, row["text"], row["gate_id"], row["operator_id"],
    )  # fmt: skip
