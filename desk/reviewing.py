"""The yearly review of how personal data is handled (PIPL 54): figures of this desk on one page, nobody by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desk.about import CARES
from desk.consenting import register
from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.duty.reads_team import members
from desk.erasing import rules
from desk.operators.reads import everyone
from desk.people.rules import GIVEN
from desk.records.reads_audit import verify
from desk.records.reads_holds import holds
from desk.records.reads_privacy import disclosures, requests
from desk.records.retention import days_of, is_genuine, reports
from desk.store import backup
from desk.store.identity import here, house
from desk.store.unit import Reading

YEAR_MS = 366 * DAY_MS
ALL = 1_000_000


@dataclass(frozen=True)
class Review:
    """All times UTC ms. roles, entries, consents, asked: word -> how many; days: retention rule -> days.

    late: requests answered after their day or still open past it; trained: of the team, whose training is written down.
    """

    made_at: int
    since: int
    estate: str
    handler: str
    kinds: int
    roles: Mapping[str, int] = field(default_factory=dict)
    entries: Mapping[str, int] = field(default_factory=dict)
    consents: Mapping[str, int] = field(default_factory=dict)
    withdrawn: int = 0
    asked: Mapping[str, int] = field(default_factory=dict)
    late: int = 0
    holds: int = 0
    days: Mapping[str, int] = field(default_factory=dict)
    erased: int = 0
    runs: int = 0
    changed_reports: int = 0
    trail_whole: bool = True
    trail_lines: int = 0
    backup_at: int | None = None
    team: int = 0
    trained: int = 0


def review(r: Reading, actor: Actor, backups: Path) -> Review:
    """The figures of the last year. Right disclosure."""
    actor.require("disclosure")
    since, place, trail = r.now - YEAR_MS, here(r), verify(r)
    runs = [one for one in reports(r, ALL) if one.at >= since]
    asked = [one for one in requests(r, limit=ALL) if one.at >= since]
    said = register(r, actor)
    team = members(r)
    return Review(
        r.now, since, place.site_name, house(r).handler, len(CARES),
        Counter(one.role for one in everyone(r) if one.active),
        Counter(one.entry for one in disclosures(r, ALL, since)),
        Counter(one.purpose for one in said if one.act == GIVEN),
        sum(1 for one in said if one.act != GIVEN),
        Counter(one.outcome or "open" for one in asked),
        sum(1 for one in asked if (one.answered_at or r.now) > one.due_at),
        len(holds(r)),
        {one.kind: days_of(r, one) for one in rules()},
        sum(one.erased for one in runs), len(runs), sum(1 for one in runs if not is_genuine(one)),
        trail.whole, trail.lines, max((one.made_at for one in backup.listed(backups)), default=None),
        len(team), sum(1 for one in team if one.trained_at),
    )  # fmt: skip
