"""Which published month stands, which issues are proposals, and what differs between two of them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk.duty.rules_assignments import Cell


class Act(StrEnum):
    """Values of RosterAct.kind."""

    ACCEPTED = "accepted"  # it reached the others first
    ADOPTED = "adopted"  # a proposal, taken over into a later issue
    DECLINED = "declined"


@dataclass(frozen=True)
class Issue:
    """A month as published once; fields as in tables.RosterIssue."""

    id: str
    month: str
    version: int
    based_on: str
    cells: tuple[Cell, ...]
    at: int
    device_id: str = ""
    operator_id: str = ""
    why: str = ""


@dataclass(frozen=True)
class Standing:
    """issue: what holds, None before anything was published; proposals: what lost to it and nobody settled yet."""

    issue: Issue | None
    proposals: tuple[Issue, ...] = ()


def standing(issues: Iterable[Issue], acts: Mapping[str, Collection[str]]) -> Standing:
    """What stands among the issues of one month. acts: issue id -> kinds of what was said of it.

    Of two issues on one base the accepted one stands; without any accepted (or with two, after a hub went back) the one
    with the smallest id. An issue whose base is not known here counts as begun anew.
    """
    known = {issue.id: issue for issue in issues}
    children: dict[str, list[Issue]] = {}
    for issue in known.values():
        base = issue.based_on if issue.based_on in known and issue.based_on != issue.id else ""
        children.setdefault(base, []).append(issue)
    now, line = None, set[str]()
    at = ""
    while children.get(at):
        now = min(children[at], key=lambda one: (Act.ACCEPTED not in acts.get(one.id, ()), one.id))
        if now.id in line:
            break
        line.add(now.id)
        at = now.id
    settled = {Act.ADOPTED, Act.DECLINED}
    others = (issue for issue in known.values() if issue.id not in line and not settled & set(acts.get(issue.id, ())))
    beaten = tuple(sorted(others, key=lambda one: one.id))
    bases = {one.based_on for one in beaten}
    return Standing(now, tuple(one for one in beaten if one.id not in bases and now and differ(one, now)))


def rivals(issue: Issue, issues: Iterable[Issue]) -> list[Issue]:
    """Other issues of the month on the same base."""
    return [one for one in issues if one.id != issue.id and one.month == issue.month and one.based_on == issue.based_on]


def differ(one: Issue, other: Issue) -> bool:
    return set(one.cells) != set(other.cells)


@dataclass(frozen=True)
class Affected:
    """What changes for one member: shifts they get and lose."""

    member_id: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def affected(before: Iterable[Cell], after: Iterable[Cell]) -> list[Affected]:
    """Everybody whose shifts differ, by member id; shift ids in their order."""
    was, is_ = {(c.member_id, c.shift_id) for c in before}, {(c.member_id, c.shift_id) for c in after}
    who = sorted({member for member, _ in was ^ is_})
    return [
        Affected(
            member,
            tuple(sorted(shift for one, shift in is_ - was if one == member)),
            tuple(sorted(shift for one, shift in was - is_ if one == member)),
        )
        for member in who
    ]
