"""Forgetting in time: an alarm loses its words, numbers and places; that there was one, when and what kind, stays."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select, update

from desk.alarms import rights
from desk.alarms.reads_steps import open_ids
from desk.alarms.tables import Alarm, AlarmStep
from desk.alarms.topics import ALARMS
from desk.records.reads_holds import among
from desk.records.retention import RetentionRule
from desk.store import outbox
from desk.store.unit import Unit

DAYS, BATCH = 180, 500
_A, _S = Alarm.__table__.c, AlarmStep.__table__.c
_NOTHING = {"number": "", "place": "", "key": ""}


def forget_words(u: Unit, before: int, held: Collection[str] = (), only: Collection[str] | None = None) -> int:
    """Alarms told before a moment (UTC ms) and closed lose number, place and what was written; at most 500. held: ids."""
    u.actor.require(rights.RETENTION)
    said = select(_S.alarm_id).where((_S.text != "") | (_S.whom != ""))
    keeps = (_A.key != "") | (_A.number != "") | (_A.place != "") | _A.id.in_(said)
    due = select(_A.id).where(_A.at < before, keeps, *among(_A.id, [*held, *open_ids(u)], only))
    ids = list(u.conn.execute(due.limit(BATCH)).scalars())
    if ids:
        steps = list(u.conn.execute(select(_S.id).where(_S.alarm_id.in_(ids))).scalars())
        u.conn.execute(update(Alarm).where(_A.id.in_(ids)).values(**_NOTHING))
        u.conn.execute(update(AlarmStep).where(_S.alarm_id.in_(ids)).values(text="", whom=""))
        outbox.redact(u, [*ids, *steps])
        u.changed(ALARMS)
    return len(ids)


def retention_rules() -> tuple[RetentionRule, ...]:
    """What this room erases and when, for desk.records.retention."""
    return (RetentionRule("alarm", DAYS, forget_words, ("alarm",)),)
