"""What a desk does by itself about matters nobody has answered: it raises them, once, and remembers a clock that jumped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desk.core.ids import derived_id
from desk.hearings import rights
from desk.hearings.rules_clocks import level_due, raised_at
from desk.hearings.rules_matter import Event
from desk.hearings.service_events import rebuild_many
from desk.hearings.tables import Matter, MatterEvent
from desk.store.unit import Reading, Unit

_M = Matter.__table__.c
_E = MatterEvent.__table__.c


@dataclass(frozen=True)
class Raised:
    """A matter that reached a level just now."""

    matter_id: str
    level: int


def due(r: Reading, now: int) -> tuple[tuple[Any, int], ...]:
    """Matters that stand lower than they ought to at a moment (UTC ms), each with every level it lacks."""
    rows = r.conn.execute(
        select(
            _M.id, _M.at, _M.level, _M.first_due, _M.first_replied_at, _M.reopened, _M.category, _M.gate_id
        ).where(_M.open_state.is_not(None))
    ).all()  # fmt: skip
    return tuple(
        (row, level)
        for row in rows
        for level in range(row.level + 1, level_due(row.first_due, row.first_replied_at, row.reopened, now) + 1)
    )


def escalate(u: Unit, now: int) -> tuple[Raised, ...]:
    """Raise every matter that is due at a moment (UTC ms: the steadier of wall and monotonic). Right matters.work.

    Another desk that knows the same writes the same event.
    """
    u.actor.require(rights.WORK)
    raised = []
    for row, level in due(u, now):
        if _write(u, row, Event.ESCALATED, raised_at(level, row.first_due or row.at, row.reopened), level):
            u.audit("matter.escalated", "matter", row.id, level=level)
            raised.append(Raised(row.id, level))
    return tuple(raised)


def doubt(u: Unit) -> int:
    """The wall clock jumped: every matter whose first clock runs says so from now on; returns how many. Once is enough."""
    u.actor.require(rights.WORK)
    running = (_M.open_state.is_not(None), _M.first_due.is_not(None), _M.first_replied_at.is_(None))
    rows = u.conn.execute(
        select(_M.id, _M.at, _M.category, _M.gate_id).where(*running, _M.clock_uncertain.is_(False))
    ).all()
    for row in rows:
        _write(u, row, Event.DOUBTED, row.at)
    if rows:
        u.audit("matter.clock_doubted", count=len(rows))
    return len(rows)


def _write(u: Unit, row: Any, kind: Event, at: int, level: int = 0) -> bool:
    """The same fact at whichever desk it is written, under an id made of all it says; False when it is here already.

    Two desks that do not know the same of the matter (its category, when an answer is due) write two.
    """
    event_id = derived_id(row.at, kind.value, row.id, str(level), str(at), row.category)
    if _known(u, event_id):
        return False
    u.add(
        MatterEvent, id=event_id, matter_id=row.id, step=0, kind=kind.value, at=at, category=row.category, level=level,
        body={}, gate_id=row.gate_id,
    )  # fmt: skip
    rebuild_many(u, [row.id])
    return True


def _known(u: Unit, event_id: str) -> bool:
    return u.conn.execute(select(_E.id).where(_E.id == event_id)).first() is not None
