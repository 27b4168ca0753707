"""Retention: each room says how it erases one kind of data; this room says when, keeps what is held, writes the report.

A room registers `RetentionRule(kind, days, purge)` (wired in the desk's composition). `purge(u, cutoff_ms, held_ids)`
erases what is older than the cutoff and not held, and returns how many things it erased: rows or fields, their search
documents and, through `forget`, their bodies in the outbox. It may work in portions: it is called until it returns 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from desk.core.clock import DAY_MS, HOUR_MS, ClockQuality
from desk.core.errors import Refused
from desk.records.reads_holds import held_ids
from desk.records.reads_retention import Erased, RetentionReport, digest_of, is_genuine, last_run, reports
from desk.records.rules import PERIODS, Period, postponed
from desk.records.tables import RetentionRun
from desk.store import outbox
from desk.store.unit import Reading, Unit

__all__ = [
    "Purge", "RetentionReport", "RetentionRule", "days_of", "forget", "is_genuine", "reports", "run_retention", "set_days",
]  # fmt: skip
Purge = Callable[[Unit, int, frozenset[str]], int]
SETTING = "retention.days"  # {kind: days}
MOST_PORTIONS = 1000


@dataclass(frozen=True)
class RetentionRule:
    """One kind of data and how to erase it. holds: the subject kinds whose legal holds protect it, e.g. ("visit",)."""

    kind: str
    days_default: int
    purge: Purge
    holds: tuple[str, ...] = ()

    @property
    def period(self) -> Period:
        """Of the kind, or of the family before its dot (`visitor.guest`)."""
        family = PERIODS.get(self.kind.split(".")[0], Period(self.days_default))
        return PERIODS.get(self.kind, family)


def days_of(r: Reading, rule: RetentionRule) -> int:
    """The site's choice for a kind, or the default; a choice outside the legal limits counts as the nearest limit."""
    days = int(r.setting(SETTING, {}).get(rule.kind, rule.days_default))
    longest = rule.period.longest or days
    return max(rule.period.shortest, min(days, longest))


def set_days(u: Unit, rules: Sequence[RetentionRule], kind: str, days: int) -> None:
    """Right settings.site. Shortening erases at the next run. Refused: retention.kind, retention.days(shortest, longest)."""
    u.actor.require("settings.site")
    rule = next((rule for rule in rules if rule.kind == kind), None)
    if rule is None:
        raise Refused("retention.kind", kind=kind)
    if not rule.period.fits(days):
        raise Refused("retention.days", shortest=rule.period.shortest, longest=rule.period.longest)
    u.put_setting(SETTING, {**u.setting(SETTING, {}), kind: days})
    u.audit("retention.days_set", detail_kind=kind, days=days)


def run_retention(
    u: Unit, rules: Sequence[RetentionRule], why: str = "night", confirmed: bool = False
) -> RetentionReport:
    """Erase what is due and store a report. why: `start`, `night`, `restore`, `asked`. Right retention.run.

    confirmed: a person has said that the clock is right (or a restore must not wait).
    """
    u.actor.require("retention.run")
    reason, since = "", None
    if not confirmed:
        reason, since = postponed(u.now, last_run(u), u.clock_quality is ClockQuality.UNCERTAIN)
        if reason and (said := _already_said(u, reason)):
            return said
    results = () if reason else tuple(_erase(u, rule) for rule in rules)
    lines = [asdict(line) for line in results]
    digest = digest_of(u.now, why, reason, lines)
    eid = u.add(
        RetentionRun, at=u.now, clock_quality=u.clock_quality.value, why=why, postponed=reason, postponed_since=since,
        results=lines, digest=digest,
    )  # fmt: skip
    report = RetentionReport(eid, u.now, why, reason, results, digest)
    u.audit("retention.postponed" if reason else "retention.run", "retention_run", eid, digest=digest, reason=reason,
            erased=report.erased, complete=report.complete)  # fmt: skip
    u.changed("retention")
    return report


def forget(u: Unit, entity_ids: Sequence[str], docs: Sequence[int] = ()) -> None:
    """Erase what the outbox says of these entities (sent or not; the hashes stay) and their search documents."""
    outbox.redact(u, entity_ids)
    u.unindex(*docs)


def _erase(u: Unit, rule: RetentionRule) -> Erased:
    days = days_of(u, rule)
    cutoff = u.now - days * DAY_MS
    held = held_ids(u, rule.holds)
    total = 0
    for _ in range(MOST_PORTIONS):
        count = rule.purge(u, cutoff, held)
        if count == 0:
            return Erased(rule.kind, days, cutoff, total, len(held), complete=True)
        total += count
    return Erased(rule.kind, days, cutoff, total, len(held), complete=False)


def _already_said(r: Reading, reason: str) -> RetentionReport | None:
    """The newest report when it was put off for the same reason within the hour: asking again writes no other."""
    last = next(iter(reports(r, 1)), None)
    return last if last and last.postponed == reason and abs(r.now - last.at) < HOUR_MS else None
