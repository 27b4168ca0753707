"""python -m desk retention run | list: erase what is due now, or show what earlier runs erased."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from desk.commands.output import FAILED, OK, opened, say
from desk.core.clock import SiteTime
from desk.erasing import erase
from desk.records.retention import RetentionReport, is_genuine, reports

NAME = "retention"
HELP = "erase what is due (run), or list the reports of earlier runs"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("run", "list"))
    parser.add_argument("--clock-is-right", action="store_true", help="erase although the clock has jumped")


def run(args: argparse.Namespace) -> int:
    """1 when a run was put off or could not finish, or a listed report was changed afterwards."""
    with opened(args) as desk:
        if args.what == "run":
            report = erase(desk, "asked", args.clock_is_right)
            _say(args, report, desk.time)
            return OK if report.complete else FAILED
        with desk.store.reading() as r:
            found = reports(r)
        for report in found:
            _say(args, report, desk.time)
    return OK if all(is_genuine(report) for report in found) else FAILED


def _say(args: argparse.Namespace, report: RetentionReport, time: SiteTime) -> None:
    at = time.local(report.at).strftime("%Y-%m-%d %H:%M:%S")
    state = f"put off: {report.postponed}" if report.postponed else f"erased {report.erased}"
    if not is_genuine(report):
        state += "  CHANGED AFTERWARDS"
    details = "".join(f"\n  {line.kind}: {line.erased} erased, {line.held} held" for line in report.results)
    say(args, {**asdict(report), "genuine": is_genuine(report)}, f"{at}  {report.why}  {state}{details}")
