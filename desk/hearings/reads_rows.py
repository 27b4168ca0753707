"""Rows of matters and of people who were heard, as views."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.masking import mask_name, mask_phone, mask_room
from desk.hearings import rights
from desk.hearings.rules import Category, MatterKind, MatterState
from desk.hearings.rules_clocks import minutes_left, stage
from desk.hearings.tables import Hearing
from desk.hearings.views import MatterRow, ReporterRow
from desk.people.rooms import parse
from desk.store.unit import Reading

_H = Hearing.__table__
_DONE = (MatterState.RESOLVED, MatterState.CONFIRMED, MatterState.ANSWERED, MatterState.CLOSED, MatterState.WITHDRAWN)


def matter_row(r: Reading, actor: Actor, row: Mapping[Any, Any]) -> MatterRow:
    """What accuses somebody, or us at the gate, is read by those who may close it; the others see that it is there."""
    state = MatterState(row["state"])
    hidden = (row["private"] or row["about_post"]) and not actor.may(rights.CLOSE)
    runs = row["first_due"] is not None and row["first_replied_at"] is None and state not in _DONE
    now = max(r.now, r.newest_ms)  # a wall clock set back brings no minutes back
    return MatterRow(
        id=row["id"], kind=MatterKind(row["kind"]), state=state, at=row["at"], short_no=row["short_no"],
        category=Category(row["category"]), text="" if hidden else row["text"], place="" if hidden else row["place"],
        urgent=row["urgency"] == "urgent", hidden=hidden, owner=row["owner_body"],
        accepted=row["owner_accepted_at"] is not None, due_at=row["due_at"],
        first_due=row["first_due"], resolve_due=row["resolve_due"],
        first=stage(row["first_due"] if runs else None, None, now),
        resolve=stage(None if state in _DONE else _sooner(row["due_at"], row["resolve_due"]), None, now),
        first_left=minutes_left(row["first_due"], now) if runs else None, level=row["level"],
        told_at=row["told_at"], call_back_at=row["call_back_at"], clock_uncertain=row["clock_uncertain"],
        supporters=row["supporters"], repeat_of=row["repeat_of"] or "", gate_id=row["gate_id"],
        hearing_id=row["hearing_id"] or "", sitting_id=row["sitting_id"] or "",
        answer="" if hidden else row["answer"],
    )  # fmt: skip


def _sooner(due: int | None, usual: int | None) -> int | None:
    """What was promised counts, else what is usual."""
    return due if due is not None else usual


def reporters(r: Reading, hearing_ids: Iterable[str]) -> dict[str, ReporterRow]:
    """Who was heard, masked, by hearing id."""
    wanted: Sequence[str] = [one for one in dict.fromkeys(hearing_ids) if one]
    if not wanted:
        return {}
    rows = r.conn.execute(select(_H).where(_H.c.id.in_(wanted), _H.c.deleted_at.is_(None))).mappings()
    return {row["id"]: reporter_row(row) for row in rows}


def reporter_row(row: Mapping[Any, Any]) -> ReporterRow:
    return ReporterRow(
        row["id"], row["anonymous"], mask_name(row["name"]), mask_phone(row["phone"]), mask_door(row["door"]),
        bool(row["phone"]), row["confirmed_how"], row["mediation"], row["other_side_of"] or "",
    )  # fmt: skip


def mask_door(door: str) -> str:
    """`3-1-1202` -> `3-1-12**`; words that are no door are not shown at all."""
    found = parse(door) if door else None
    return mask_room(found.building, found.unit, found.room) if found is not None else ("**" if door else "")
