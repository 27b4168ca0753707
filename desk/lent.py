"""What joins lending to the rest: when a shift began since a thing was due, and what the handover says of things out."""

from __future__ import annotations

from collections.abc import Sequence

from desk.core.clock import DAY_MS, MINUTE_MS
from desk.duty import reads_shifts
from desk.duty.rules_handover import Group, Line, Topic, folded
from desk.lending import reads
from desk.lending.rules import Stage
from desk.lending.views import LoanRow
from desk.store.unit import Reading

BACK_MS = 7 * DAY_MS  # a loan longer past its end than this is asked about by whoever looks


def shift_starts(r: Reading) -> tuple[int, ...]:
    """When shifts of the last days began at any gate (UTC ms): the next one after a loan's end asks once more."""
    found = reads_shifts.shifts_between(r, r.now - BACK_MS, r.now + MINUTE_MS)
    return tuple(sorted({one.start_at for one in found if one.cancelled_at is None and one.start_at <= r.now}))


def pressing(r: Reading) -> tuple[LoanRow, ...]:
    """What asks for somebody at this desk now: past its end, or nobody is written down, or lent twice."""
    rows = reads.open_loans(r, shift_starts(r))
    return tuple(row for row in rows if row.asks or row.overdue or not row.who.known or row.disputed)


def handed(r: Reading) -> Group:
    """Things out: what is past its end or without a borrower by itself, the rest as a number; then what needs care."""
    rows = reads.open_loans(r)
    lines = [_line(row, r.now) for row in rows if row.overdue or not row.who.known]
    care = reads.summary(r, rows).care
    found = folded(Topic.LENDING, [*lines, *([Line("care", care, tone="warn")] if care else [])])
    rest = len(rows) - len(lines)
    return Group(Topic.LENDING, found.n + rest, found.lines, found.more + rest)


def _line(row: LoanRow, now: int) -> Line:
    what = "unknown" if not row.who.known else "late"
    tone = "bad" if row.stage >= Stage.LATE else "warn"
    late = (row.due_at - now) // MINUTE_MS
    return Line(what, 1, row.id, row.name, row.who.place, row.tag, row.due_at, late, tone)


def titles(rows: Sequence[LoanRow]) -> tuple[str, ...]:
    """Names of things that are out, each once."""
    return tuple(dict.fromkeys(row.name for row in rows))
