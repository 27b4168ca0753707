"""python -m desk audit verify: prove that nobody changed the audit trail; audit list: its newest lines."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from desk.commands.output import FAILED, OK, opened, say
from desk.operators.reads import labels
from desk.records.reads_audit import AuditFilter, lines, verify

NAME = "audit"
HELP = "the audit trail: verify its chain, or list its newest lines"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("verify", "list"))
    parser.add_argument("--limit", type=int, default=50, help="how many lines list shows")


def run(args: argparse.Namespace) -> int:
    return _verify(args) if args.what == "verify" else _list(args)


def _verify(args: argparse.Namespace) -> int:
    """1 when the chain breaks, naming the first line that does not follow."""
    with opened(args) as desk, desk.store.reading() as r:
        report = verify(r)
    broken = f"broken at line {report.first_break} ({report.why})"
    words = f"whole: {report.lines} lines" if report.whole else broken
    if report.others:
        words += f"; {report.others} lines of other desks, proved where they were written"
    say(args, {"whole": report.whole, **asdict(report)}, words)
    return OK if report.whole else FAILED


def _list(args: argparse.Namespace) -> int:
    """A star marks lines of other desks."""
    with opened(args) as desk, desk.store.reading() as r:
        names, time = labels(r), desk.time
        for line in lines(r, AuditFilter(), limit=args.limit):
            who = names.get(line.operator_id, line.operator_id) or line.role
            at = time.local(line.at).strftime("%Y-%m-%d %H:%M:%S")
            say(
                args,
                asdict(line),
                f"{line.num}{'' if line.here else '*'}  {at}  {who}  {line.action}  {line.subject_kind} {line.subject_id}",
            )
    return OK
