"""Publishing a month: the plan written down whole, who is affected, which of two issues stands, and proposals."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty import reads_roster, reads_shifts
from desk.duty.rules import TEXT_MAX, CellSource, month_checked
from desk.duty.rules_assignments import Cell
from desk.duty.rules_changes import Kind
from desk.duty.rules_issues import Act, Affected, Issue, rivals
from desk.duty.service_assignments import rebuild, rebuild_months
from desk.duty.service_changes_ask import after
from desk.duty.service_plan import Edit, apply
from desk.duty.tables import DutyChange, RosterAct, RosterIssue
from desk.store import sync_rows
from desk.store.tables import Outbox
from desk.store.unit import Reading, Unit

PUBLISH = "duty.publish"


@dataclass(frozen=True)
class Published:
    """issue_id; version; affected: whose shifts changed (empty the first time); accepted: it stands for good already."""

    issue_id: str
    version: int
    affected: list[Affected]
    accepted: bool


def publish(u: Unit, month: str, why: str = "", in_spite: bool = False) -> Published:
    """Publish the plan of a month as it is, gaps and all. Right duty.publish.

    Refused: duty.month_wrong, duty.not_opened, duty.nothing_new, duty.conflicts(count) unless in_spite: two shifts at
    once, no rest, a minor who may not.
    """
    u.actor.require(PUBLISH)
    view = reads_roster.month(u, month_checked(month))
    if not view.shifts:
        raise Refused("duty.not_opened")
    if not view.changed:
        raise Refused("duty.nothing_new")
    hard = [one for one in view.conflicts if one.hard]
    if hard and not in_spite:
        raise Refused("duty.conflicts", count=len(hard))
    ids = {one.id for one in view.shifts}
    cells = [line.cell.cell for line in view.lines if line.cell.shift_id in ids]
    return _issue(u, view.issue, month, cells, clean_line(why, TEXT_MAX), view.affected)


def adopt(u: Unit, issue_id: str) -> Published:
    """A proposal becomes the next issue: the plan takes its cells and is published. Right duty.publish.

    Shifts that have begun keep their people. Refused: store.gone, duty.nothing_new.
    """
    u.actor.require(PUBLISH)
    proposal = _proposal(u, issue_id)
    shifts = {one.id: one for one in reads_shifts.shifts(u, proposal.month)}
    open_ = {eid for eid, one in shifts.items() if one.start_at > u.now and one.cancelled_at is None}
    now = {(c.shift_id, c.member_id) for c in reads_shifts.cells(u, proposal.month)}
    wanted = {(c.shift_id, c.member_id): c.capacity for c in proposal.cells}
    edits = [Edit(shift, who, present=False) for shift, who in sorted(now - wanted.keys()) if shift in open_]
    edits += [
        Edit(shift, who, capacity=wanted[shift, who], source=CellSource.DESK)
        for shift, who in sorted(wanted.keys() - now)
        if shift in open_
    ]
    apply(u, edits)
    _act(u, issue_id, Act.ADOPTED)
    try:
        return publish(u, proposal.month, in_spite=True)
    except Refused as no:
        if no.code != "duty.nothing_new":
            raise
        stands = reads_shifts.what_stands(u, proposal.month).issue
        return Published(stands.id if stands else "", stands.version if stands else 0, [], True)


def decline(u: Unit, issue_id: str) -> None:
    """A proposal is not taken. Right duty.publish. Refused: store.gone."""
    u.actor.require(PUBLISH)
    _proposal(u, issue_id)
    _act(u, issue_id, Act.DECLINED)


def to_settle(r: Reading) -> list[str]:
    """Own issues nothing was said of, that the hub has confirmed (or that need none) and that have no rival known here."""
    own = select(RosterIssue.__table__).where(RosterIssue.device_id == r.device_id)
    rows = r.conn.execute(own.where(RosterIssue.id.not_in(select(RosterAct.issue_id)))).mappings().all()
    linked = sync_rows.link(r) is not None
    issues = [reads_shifts.issue_of(row) for row in rows]
    return [
        one.id
        for one in issues
        if not rivals(one, reads_shifts.issues(r, one.month)) and (not linked or _confirmed(r, one.id))
    ]


def settle_issues(u: Unit) -> int:
    """These stand from now on; returns how many. By the desk itself, after a round with the hub."""
    ids = to_settle(u)
    for issue_id in ids:
        _act(u, issue_id, Act.ACCEPTED)
    return len(ids)


def _issue(
    u: Unit, base: Issue | None, month: str, cells: list[Cell], why: str, whom: list[Affected]
) -> Published:  # fmt: skip
    version = base.version + 1 if base else 1
    eid = u.add(
        RosterIssue, month=month, version=version, based_on=base.id if base else None, at=u.now, why=why,
        cells=sorted([c.shift_id, c.member_id, c.capacity] for c in cells), operator_id=u.actor.operator_id or None,
        device_id=u.device_id,
    )  # fmt: skip
    alone = sync_rows.link(u) is None
    if alone:
        _act(u, eid, Act.ACCEPTED)
    rebuild_months(u, [month])
    _hold(u, month, cells)
    u.audit("duty.published", "roster_issue", eid, month=month, version=version, cells=len(cells), affected=len(whom))
    u.changed("duty")
    return Published(eid, version, whom, alone)


def _hold(u: Unit, month: str, cells: list[Cell]) -> None:
    """What was said before and says other than this issue is answered: the plan as published holds."""
    shifts = reads_shifts.shifts(u, month)
    wanted = {(c.shift_id, c.member_id): c.capacity for c in cells}
    held = reads_shifts.assignments(u, [one.id for one in shifts])
    is_ = {(c.shift_id, c.member_id) for c in reads_roster.in_month(held)}
    ahead = {one.id for one in shifts if one.start_at > u.now}
    touched = set[str]()
    for kind, pairs in ((Kind.LEAVE, is_ - wanted.keys()), (Kind.JOIN, wanted.keys() - is_)):
        for shift_id, member_id in sorted(pairs):
            if shift_id in ahead:
                touched.add(shift_id)
                u.add(
                    DutyChange, kind=kind.value, at=after(u, shift_id), shift_id=shift_id, member_id=member_id, gate_id=u.gate_id,
                    capacity=wanted.get((shift_id, member_id), ""), operator_id=u.actor.operator_id or None, reason="",
                )  # fmt: skip
    rebuild(u, sorted(touched))


def _proposal(u: Unit, issue_id: str) -> Issue:
    found = reads_shifts.issue(u, issue_id)
    if found is None or found.id not in {one.id for one in reads_shifts.what_stands(u, found.month).proposals}:
        raise Refused("store.gone", kind="roster_issue")
    return found


def _act(u: Unit, issue_id: str, kind: Act) -> None:
    u.add(RosterAct, issue_id=issue_id, kind=kind.value, at=u.now, operator_id=u.actor.operator_id or None)
    found = reads_shifts.issue(u, issue_id)
    rebuild_months(u, [found.month] if found else [])
    u.audit(f"duty.issue_{kind.value}", "roster_issue", issue_id)
    u.changed("duty")


def _confirmed(r: Reading, issue_id: str) -> bool:
    states = set(r.conn.execute(select(Outbox.state).where(Outbox.eid == issue_id)).scalars())
    return states == {"confirmed"}
