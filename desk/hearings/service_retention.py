"""Forgetting in time: who was heard goes first, the words of a matter later; numbers, categories and times stay."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select, update

from desk.hearings import rights
from desk.hearings.service_events import PERSONAL
from desk.hearings.tables import Hearing, Matter, MatterEvent
from desk.records.reads_holds import among
from desk.records.retention import RetentionRule
from desk.store import outbox
from desk.store.search import DocKind, docid
from desk.store.unit import Unit

REPORTER_DAYS, WORDS_DAYS = 180, 366
BATCH = 500
_H, _M, _E = Hearing.__table__, Matter.__table__, MatterEvent.__table__
_NOBODY = {"name": "", "phone": "", "door": "", "person_id": None, "household_id": None, "signature": ""}


def forget_reporters(u: Unit, before: int, held: Collection[str] = (), only: Collection[str] | None = None) -> int:
    """People heard before a moment (UTC ms) whose matters are all done lose name, phone, door and signature; at most 500.

    A matter that is still open keeps whom to call. held: ids of hearings under a legal hold.
    """
    u.actor.require(rights.RETENTION)
    waits = select(_M.c.hearing_id).where(_M.c.hearing_id.is_not(None), _M.c.open_state.is_not(None))
    known = (
        (_H.c.name != "")
        | (_H.c.phone != "")
        | (_H.c.door != "")
        | (_H.c.signature != "")
        | _H.c.person_id.is_not(None)
    )
    due = select(_H.c.id).where(
        _H.c.at < before, known | _H.c.household_id.is_not(None), _H.c.id.not_in(waits), *among(_H.c.id, held, only)
    )
    ids = list(u.conn.execute(due.limit(BATCH)).scalars())
    if ids:
        u.conn.execute(update(Hearing).where(_H.c.id.in_(ids)).values(**_NOBODY))
        outbox.redact(u, ids)
        u.changed("hearings")
    return len(ids)


def forget_words(u: Unit, before: int, held: Collection[str] = (), only: Collection[str] | None = None) -> int:
    """Matters noted before a moment and owed to nobody lose their words and pictures; at most 500. held: ids of matters."""
    u.actor.require(rights.RETENTION)
    due = select(_M.c.id, _M.c.num).where(
        _M.c.at < before, _M.c.anonymised_at.is_(None), _M.c.open_state.is_(None), *among(_M.c.id, held, only)
    )
    rows = u.conn.execute(due.limit(BATCH)).all()
    if ids := [row.id for row in rows]:
        _scrub_events(u, ids)
        u.unindex(*(docid(DocKind.MATTER, row.num) for row in rows))
        empty = dict.fromkeys(PERSONAL, "")
        u.conn.execute(
            update(Matter).where(_M.c.id.in_(ids)).values(**empty, photos=[], hearing_id=None, anonymised_at=u.now)
        )
        u.changed("matters")
    return len(ids)


def _scrub_events(u: Unit, matter_ids: list[str]) -> None:
    gone = {*PERSONAL, "hearing_id"}
    rows = u.conn.execute(
        select(_E.c.id, _E.c.body, _E.c.text, _E.c.photos).where(_E.c.matter_id.in_(matter_ids))
    ).all()
    spoke = [row for row in rows if row.text or row.photos or gone & row.body.keys()]
    for row in spoke:
        kept = {name: value for name, value in row.body.items() if name not in gone}
        u.conn.execute(update(MatterEvent).where(_E.c.id == row.id).values(body=kept, text="", photos=[]))
    outbox.redact(u, [row.id for row in spoke])


def retention_rules() -> tuple[RetentionRule, ...]:
    """What this room erases and when, for desk.records.retention."""
    return (
        RetentionRule("hearing", REPORTER_DAYS, forget_reporters, ("hearing",)),
        RetentionRule("matter", WORDS_DAYS, forget_words, ("matter",)),
    )
