"""The handover as the day's data drafts it: what reception, the matters, the roster and the district leave open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desk.core.actor import Actor
from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.duty import reads_handover, reads_team
from desk.duty.reads_handover import Due, HandoverView
from desk.duty.rules_handover import Body, Group, Line, Topic, folded
from desk.hearings import reads_matters, reads_sittings
from desk.hearings.rules import MatterKind, SittingState
from desk.hearings.rules_clocks import Stage
from desk.hearings.views import MatterRow
from desk.lent import handed
from desk.reception import reads_inside, reads_rollcall, reads_tally
from desk.reception.reads_rows import visit_row_view
from desk.reception.reads_watched import watched_since
from desk.reception.rules_presence import Presence
from desk.reception.views import GoodsRow, VisitRow
from desk.store.notices import notices
from desk.store.unit import Reading

SINCE_MS = 12 * HOUR_MS  # without a shift and a handover before, as far back as a day's work goes
NOTE, HEAR = "matters.note", "hearings.hold"
Faults = Callable[[Reading], "Sequence[Line] | None"]


def no_devices(r: Reading) -> None:
    """Nothing here looks at devices: whoever hands over does."""
    return


@dataclass(frozen=True)
class Draft:
    """due: the shift it is for, None without one; since: what counts as this shift's (UTC ms).

    waiting: the one before it that nobody has taken over. labels: member id -> word.
    """

    now: int
    body: Body
    due: Due | None
    since: int
    waiting: HandoverView | None
    labels: dict[str, str]


def draft(r: Reading, actor: Actor, faults: Faults = no_devices) -> Draft:
    """Everything of this moment, grouped: guests are one line a kind, what presses has its own."""
    due = reads_handover.due_now(r) or reads_handover.running(r)
    since = max(reads_handover.last_at(r) or 0, r.now - SINCE_MS)
    if due is not None:
        since = max(since, due.shift.start_at)
    presence = reads_inside.by_presence(r)
    overdue = [visit_row_view(row, r.now) for row in presence[Presence.OVERSTAY]]
    inside = [visit_row_view(row, r.now) for row in presence[Presence.INSIDE]]
    groups = (
        overstays(overdue, r.now),
        guests(
            inside,
            reads_inside.people(presence[Presence.UNREGISTERED]),
            reads_inside.people(presence[Presence.UNCERTAIN]),
            reads_rollcall.newest_open(r) is not None,
        ),
        matters(r, actor),
        incidents(r, actor, since),
        goods(reads_tally.shelf(r), r.now),
        handed(r),
        watched(watched_since(r, since)),
        service(r, due),
        words(r),
        devices(faults(r)),
    )
    items = tuple(one.count() for one in reads_handover.items(r))
    return Draft(
        r.now, Body(groups, items=items), due, since, reads_handover.waiting(r), reads_team.labels(r)
    )  # fmt: skip


def overstays(rows: Sequence[VisitRow], now: int) -> Group:
    """Each by itself: somebody has to look after them."""
    lines = [
        Line(
            "minor" if row.minor_alone else "watched" if row.watched else row.visitor_type.value, row.party_size, row.id,
            row.name, row.building, at=row.due_at, minutes=-max(0, now - (row.due_at or now)) // MINUTE_MS, tone="warn",
        )
        for row in sorted(rows, key=lambda row: (not row.minor_alone, row.due_at or 0))
    ]  # fmt: skip
    return folded(Topic.OVERSTAY, lines)


def guests(rows: Sequence[VisitRow], unregistered: int, uncertain: int, roll_call: bool) -> Group:
    """One line a kind of visitor. Counted are those who are here; only where nobody is, whoever is in doubt."""
    kinds: dict[str, int] = {}
    for row in rows:
        kinds[row.visitor_type.value] = kinds.get(row.visitor_type.value, 0) + row.party_size
    lines = [Line(kind, n) for kind, n in sorted(kinds.items(), key=lambda one: -one[1])]
    here = sum(line.n for line in lines)
    lines += [Line(what, n) for what, n in (("unregistered", unregistered), ("uncertain", uncertain)) if n]
    if roll_call:
        lines.append(Line("roll_call", 1, tone="warn"))
    return Group(Topic.INSIDE, here or sum(line.n for line in lines), tuple(lines))


def matters(r: Reading, actor: Actor) -> Group:
    """What is owed an answer, with the minutes left; the others as a number. No word of what was said."""
    if not actor.may(NOTE):
        return Group(Topic.MATTERS, known=False)
    rows = reads_matters.open_matters(r, actor)
    pressing = [row for row in rows if row.first in (Stage.OVER, Stage.ALARM, Stage.AMBER)]
    open_days = [one for one in reads_sittings.today(r) if one.here and one.state is SittingState.OPEN]
    lines = [_matter(row) for row in pressing]
    lines += [Line("sitting", 1, one.id, at=one.start_at, minutes=-one.unsettled, tone="warn") for one in open_days]
    found = folded(Topic.MATTERS, lines)
    rest = len(rows) - len(pressing)
    return Group(Topic.MATTERS, found.n + rest, found.lines, found.more + rest)


def incidents(r: Reading, actor: Actor, since: int) -> Group:
    """What happened at this gate since a moment and nobody was given: the relief hears of it, and where to read it."""
    if not actor.may(NOTE):
        return Group(Topic.INCIDENTS, known=False)
    rows = [
        one
        for one in reads_matters.recent(r, actor, since)
        if one.kind is MatterKind.INCIDENT and not one.owner and one.gate_id == r.gate_id
    ]
    lines = [Line(row.category.value, 1, row.id, number=row.short_no, at=row.at) for row in reversed(rows)]
    return folded(Topic.INCIDENTS, lines)


def _matter(row: MatterRow) -> Line:
    tone = "warn" if row.first is Stage.AMBER else "bad"
    return Line(
        row.category.value, 1, row.id, number=row.short_no, at=row.first_due, minutes=row.first_left, tone=tone
    )  # fmt: skip


def goods(rows: Sequence[GoodsRow], now: int) -> Group:
    """What lies there too long by itself, the rest as a number."""
    late = [
        Line("overdue", 1, row.id, place=row.shelf, name=row.building, at=row.at, minutes=-(now - row.at) // MINUTE_MS, tone="warn")
        for row in rows
        if row.overdue
    ]  # fmt: skip
    found = folded(Topic.GOODS, late)
    rest = len(rows) - len(late)
    return Group(Topic.GOODS, found.n + rest, found.lines, found.more + rest)


def watched(rows: Sequence[VisitRow]) -> Group:
    return folded(
        Topic.WATCH,
        [Line(row.visitor_type.value, 1, row.id, row.name, row.building, at=row.in_at or row.at) for row in rows],
    )


def service(r: Reading, due: Due | None) -> Group:
    """What the next shift lacks, and who is still clocked on though it is not their shift."""
    lines = list[Line]()
    if due is not None and due.next is not None:
        empty, away = reads_handover.missing(r, due.next.id)
        if empty:
            lines.append(Line("gap", empty, due.next.id, at=due.next.start_at, tone="warn"))
        elif away:
            lines.append(Line("away", away, due.next.id, at=due.next.start_at))
    return Group(Topic.DUTY, sum(line.n for line in lines), tuple(lines))


def words(r: Reading) -> Group:
    """What the sub-district said and nobody here has read."""
    unread = [one for one in notices(r) if not one.shown]
    tone = "bad" if any(one.emergency for one in unread) else ""
    return Group(Topic.NOTICES, len(unread), (Line("unread", len(unread), tone=tone),) if unread else ())


def devices(faults: Sequence[Line] | None) -> Group:
    """None: nothing here looks at devices, and it says so."""
    return Group(Topic.DEVICES, known=False) if faults is None else folded(Topic.DEVICES, faults)
