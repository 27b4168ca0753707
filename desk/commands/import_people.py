"""python -m desk import-people FILE: residents and households from a CSV or XLSX sheet, with a report of every row left out.

The window starts this as its own process with --json --progress and stops it by ending it: nothing is half imported.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path

from desk.commands.output import FAILED, OK, opened, say
from desk.core.errors import Refused
from desk.operators.rules import COMMAND
from desk.people import importing
from desk.people.import_plan import SKIP, UPDATE
from desk.people.import_values import REFUSED

NAME = "import-people"
HELP = "import residents and households from a CSV or XLSX sheet"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="CSV (UTF-8, GB18030, UTF-16) or XLSX")
    parser.add_argument("--dry-run", action="store_true", help="check and compare only, write nothing")
    parser.add_argument(
        "--known", choices=(UPDATE, SKIP), default=UPDATE, help="residents already there: take over or leave"
    )
    parser.add_argument("--report", metavar="FILE.csv", help="write the row-by-row report here")
    parser.add_argument("--progress", "--progress-json", action="store_true", help="tell how far it is, a line a step")
    parser.add_argument("--operator", default="", help="id of the operator who asked, for the audit trail")


def run(args: argparse.Namespace) -> int:
    """Whoever can open the store may import: the key is the right. The window checks its operator's right first."""

    def progress(stage: str, done: int, total: int) -> None:
        say(args, {"stage": stage, "done": done, "total": total})

    with opened(args) as desk:
        actor = replace(COMMAND, operator_id=args.operator)
        try:
            report = importing.run(
                desk.store, actor, Path(args.file), dry_run=args.dry_run, on_known=args.known,
                progress=progress if args.progress else None,
            )  # fmt: skip
        except KeyboardInterrupt:
            raise Refused("people.import_cancelled") from None
    if args.report:
        Path(args.report).write_bytes(importing.report_csv(report))
    _tell(args, report)
    return FAILED if report.rows and report.count(REFUSED) == report.rows else OK


def _tell(args: argparse.Namespace, report: importing.Report) -> None:
    for issue in report.issues:
        where = f"row {issue.row}" + (f", column {issue.column}" if issue.column else "")
        say(args, {"issue": asdict(issue)}, f"{where}: {issue.grade}: {issue.code}")
    summary = {
        **report.totals(), "dry_run": report.dry_run, "encoding": report.encoding, "columns": report.columns,
        "samples": [asdict(one) for one in report.samples],
    }  # fmt: skip
    words = ", ".join(f"{name} {count}" for name, count in report.totals().items())
    say(args, {"report": summary}, ("would be: " if report.dry_run else "done: ") + words)
