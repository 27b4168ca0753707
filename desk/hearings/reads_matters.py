"""Lists of matters, one matter's card, what is like it, who waits to be called back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from desk.codes.reads import site_time
from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.hearings.reads_rows import matter_row, reporters
from desk.hearings.rules import Category, MatterState
from desk.hearings.rules_clocks import Stage
from desk.hearings.rules_matter import LASTING, Event, Happened
from desk.hearings.service_events import KINDS, happened
from desk.hearings.tables import Matter, MatterEvent
from desk.hearings.views import CallBack, EventRow, MatterCard, MatterRow, Owed, Pressing
from desk.operators.reads import labels
from desk.people import query
from desk.people.reads_search import collect
from desk.store.identity import gate_names
from desk.store.search import DocKind
from desk.store.unit import Reading

_M, _E = Matter.__table__, MatterEvent.__table__
ENOUGH, SAME_MS, SAME_SHOWN = 300, DAY_MS, 3
_SAID = (MatterState.ANSWERED.value, MatterState.REPLIED.value, MatterState.RESOLVED.value)
_SHOWN = (_M.c.state != MatterState.WITHDRAWN.value, _M.c.anonymised_at.is_(None))


def open_matters(r: Reading, actor: Actor, limit: int = ENOUGH) -> tuple[MatterRow, ...]:
    """Everything that is not done, what is owed a first reply soonest in front."""
    soonest = func.coalesce(_M.c.first_due, _M.c.resolve_due, _M.c.at)
    rows = _rows(r, actor, (_M.c.open_state.is_not(None),), soonest, limit)
    return tuple(sorted(rows, key=lambda row: (row.first_left is None, row.first_left or 0, row.due_at or row.at)))


def owed(r: Reading, actor: Actor, owner: str) -> tuple[Owed, ...]:
    """What a body has on its hands, what is owed a first reply soonest in front."""
    rows = [row for row in open_matters(r, actor) if row.owner == owner]
    asked = select(_E.c.matter_id, _E.c.said_at, _E.c.text).where(
        _E.c.matter_id.in_([row.id for row in rows if row.told_at]), _E.c.kind == Event.TOLD.value
    )
    told = {(one.matter_id, one.said_at): one.text for one in r.conn.execute(asked)}
    return tuple(Owed(row, told.get((row.id, row.told_at), "")) for row in rows)


def recent(r: Reading, actor: Actor, since: int = 0, limit: int = ENOUGH) -> tuple[MatterRow, ...]:
    """All of them, done or not, the newest first."""
    return _rows(r, actor, (_M.c.at >= since, *_SHOWN), _M.c.at.desc(), limit)


def of_sitting(r: Reading, actor: Actor, sitting_id: str) -> tuple[MatterRow, ...]:
    """What was heard at a sitting, in order."""
    return _rows(r, actor, (_M.c.sitting_id == sitting_id, *_SHOWN), _M.c.at, ENOUGH)


def pressing(r: Reading, actor: Actor) -> Pressing:
    """What the clocks say now. rows: what is late or within the hour."""
    running = [row for row in open_matters(r, actor) if row.first_left is not None]
    stages = [row.first for row in running]
    rows = tuple(row for row in running if row.first in (Stage.OVER, Stage.ALARM, Stage.AMBER))
    return Pressing(
        stages.count(Stage.OVER), stages.count(Stage.ALARM), stages.count(Stage.AMBER), len(running),
        running[0].first_left if running else None, rows,
    )  # fmt: skip


def find(r: Reading, actor: Actor, text: str, limit: int = 20) -> tuple[MatterRow, ...]:
    """What fits what was typed so far: words of a matter, its place, its answer, or the number on the receipt; newest first."""
    asked = query.parse(text)
    if not asked.match:
        return ()

    def load(nums: Sequence[int]) -> list[MatterRow]:
        rows = _rows(r, actor, (_M.c.num.in_(nums), *_SHOWN), _M.c.at.desc(), len(nums))
        return [one for one in rows if not asked.needs_check or asked.check(one.text, one.place, one.answer)]

    return tuple(collect(r, asked, DocKind.MATTER, limit, load))


def similar(r: Reading, actor: Actor, category: Category, place: str, matter_id: str = "") -> tuple[MatterRow, ...]:
    """Of the same kind, at the same place, within 24 hours: perhaps the same thing, said by somebody else."""
    where = _plain(place)
    if not where:
        return ()
    near = [
        _M.c.at >= r.now - SAME_MS,
        _M.c.category == category.value,
        _M.c.repeat_of.is_(None),
        _M.c.open_state.is_not(None),
    ]
    if matter_id:
        near.append(_M.c.id != matter_id)
    found = _rows(r, actor, near, _M.c.at.desc(), ENOUGH)
    return tuple(row for row in found if _alike(_plain(row.place), where))[:SAME_SHOWN]


def _plain(place: str) -> str:
    return "".join(c for c in place.casefold() if c.isalnum())


def _alike(one: str, other: str) -> bool:
    return bool(one) and (one in other or other in one)


def card(r: Reading, actor: Actor, matter_id: str) -> MatterCard:
    """Everything about one matter. Raises Refused("matter.gone")."""
    row = r.conn.execute(select(_M).where(_M.c.id == matter_id)).mappings().first()
    if row is None:
        raise Refused("matter.gone")
    plain = matter_row(r, actor, row)
    words, root = labels(r), row["repeat_of"] or matter_id
    same = _rows(r, actor, (or_(_M.c.repeat_of == root, _M.c.id == root), _M.c.id != matter_id), _M.c.at, ENOUGH)
    return MatterCard(
        row=plain, answer="" if plain.hidden else row["answer"], mediation=row["mediation"], private=row["private"],
        about_post=row["about_post"], first_owner=words.get(row["first_owner_id"] or "", ""),
        waiting_until=row["waiting_until"], reopened=row["reopened"], closed_at=row["closed_at"],
        photos=() if plain.hidden else tuple(row["photos"]),
        reporter=reporters(r, [row["hearing_id"] or ""]).get(row["hearing_id"] or ""),
        events=_history(r, matter_id, plain.hidden, words), same=same,
    )  # fmt: skip


def _history(r: Reading, matter_id: str, hidden: bool, words: dict[str, str]) -> tuple[EventRow, ...]:
    rows = r.conn.execute(select(_E).where(_E.c.matter_id == matter_id)).mappings()
    events = sorted((happened(row) for row in rows if row["kind"] in KINDS), key=lambda e: (e.at, e.step, e.id))
    gone = {event.corrects for event in events if event.kind is Event.UNDONE} | {
        event.id for event in events if event.kind is Event.UNDONE
    }
    gone |= _again(events)
    gates = gate_names(r)
    return tuple(
        EventRow(
            event.kind, event.at, "" if hidden else event.text, event.level, event.said_at,
            str(event.body.get("owner_body", "")), words.get(event.operator_id or "", ""), gates.get(event.gate_id, ""),
        )
        for event in events
        if event.id not in gone
    )  # fmt: skip


def _again(events: Iterable[Happened]) -> set[str]:
    """Desks that did not know the same may each have raised a matter to one level: the first of them tells it."""
    told, found = set[tuple[Event, int]](), set[str]()
    for event in events:
        if event.kind in LASTING:
            if (event.kind, event.level) in told:
                found.add(event.id)
            told.add((event.kind, event.level))
    return found


def call_backs(r: Reading, actor: Actor) -> tuple[CallBack, ...]:
    """Who waits to hear today: asked to be called by tonight, or there is an answer they do not know. The longest wait first.

    A repetition waits for the answer of the first matter.
    """
    tonight = site_time(r).day_start(r.now) + DAY_MS
    first = _M.alias("first")
    state, answer = func.coalesce(first.c.state, _M.c.state), func.coalesce(first.c.answer, _M.c.answer)
    asked = (
        select(_M, state.label("root_state"), answer.label("root_answer"))
        .select_from(_M.outerjoin(first, first.c.id == _M.c.repeat_of))
        .where(
            _M.c.hearing_id.is_not(None), *_SHOWN,
            or_(_M.c.call_back_at < tonight, _M.c.open_state.is_not(None) & state.in_(_SAID),
                _M.c.repeat_of.is_not(None) & state.in_(_SAID) & _M.c.state.in_((MatterState.RECORDED.value,))),
        )
        .order_by(func.coalesce(_M.c.call_back_at, _M.c.at), _M.c.id)
        .limit(ENOUGH)
    )  # fmt: skip
    rows = r.conn.execute(asked).mappings().all()
    people = reporters(r, [row["hearing_id"] for row in rows])
    found = []
    for row in rows:
        who = people.get(row["hearing_id"])
        if who is not None and who.callable:
            plain = matter_row(r, actor, row)
            found.append(CallBack(plain, who, row["call_back_at"], "" if plain.hidden else row["root_answer"]))
    return tuple(found)


def _rows(
    r: Reading, actor: Actor, where: Sequence[ColumnElement[bool]], order: Any, limit: int
) -> tuple[MatterRow, ...]:
    rows = r.conn.execute(select(_M).where(*where).order_by(order, _M.c.id).limit(limit)).mappings()
    return tuple(matter_row(r, actor, row) for row in rows)
