"""python -m desk export visits|people|audit|service --format csv|xlsx --out FILE: a table for a spreadsheet, masked by default.

The program runs this as a subprocess with --progress-json: one {"done","total"} object a line, and "cancel" on stdin
(or SIGTERM) stops it with nothing left behind.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from desk.app import Desk
from desk.commands.output import OK, opened, say
from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.exporting import kinds
from desk.handing import check_accepted
from desk.operators import reads
from desk.operators.rules import COMMAND, actor_of
from desk.records.exports import Exported, Order, export

NAME = "export"
OVERSIGHT = "audit"  # looking over somebody's shoulder waits for nobody's signature
HELP = "write visits, people, the audit trail or hours of service as CSV or XLSX"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=sorted(kinds()))
    parser.add_argument("--format", choices=("csv", "xlsx"), default="csv")
    parser.add_argument("--out", required=True, metavar="FILE")
    parser.add_argument("--since", type=date.fromisoformat, metavar="YYYY-MM-DD", help="first day (of the site)")
    parser.add_argument("--until", type=date.fromisoformat, metavar="YYYY-MM-DD", help="last day, included")
    parser.add_argument("--full", action="store_true", help="unmasked; needs --reason and a manager")
    parser.add_argument("--reason", default="")
    parser.add_argument("--operator", help="id of the operator who asks (default: this computer's owner)")
    parser.add_argument("--titles", type=json.loads, default={}, metavar="JSON", help="column -> head")
    parser.add_argument("--progress-json", action="store_true", help="progress lines; 'cancel' on stdin stops")


def run(args: argparse.Namespace) -> int:
    stop = threading.Event()
    _listen(stop, args.progress_json)
    with opened(args) as desk:
        if args.kind != OVERSIGHT:
            with desk.store.reading() as r:
                check_accepted(r)
        done = export(desk.store, _order(desk, args), _actor(desk, args.operator), _progress(args), stop.is_set)
    _done(args, done)
    return OK


def _order(desk: Desk, args: argparse.Namespace) -> Order:
    since = desk.time.at(args.since) if args.since else 0
    until = desk.time.at(args.until + timedelta(days=1)) if args.until else None
    return Order(
        kinds()[args.kind], Path(args.out).absolute(), args.format, since, until, not args.full, args.reason, args.titles
    )  # fmt: skip


def _actor(desk: Desk, operator_id: str | None) -> Actor:
    if not operator_id:
        return COMMAND
    with desk.store.reading() as r:
        chip = reads.chip(r, operator_id)
    if chip is None or chip.expired(desk.clock.now_ms()):
        raise Refused("operator.gone")
    return actor_of(chip.operator_id, chip.role)


def _progress(args: argparse.Namespace) -> Callable[[int, int | None], None]:
    def tell(done: int, total: int | None) -> None:
        if args.progress_json:
            sys.stdout.write(json.dumps({"done": done, "total": total}) + "\n")
            sys.stdout.flush()

    return tell


def _done(args: argparse.Namespace, done: Exported) -> None:
    args.json = args.json or args.progress_json
    facts = {"file": str(done.path), "rows": done.rows, "masked": done.masked}
    say(args, facts, f"written: {done.path} ({done.rows} rows{', masked' if done.masked else ''})")


def _listen(stop: threading.Event, commanded: bool) -> None:
    """SIGTERM and Ctrl-C end the export between two rows; so does a line "cancel" from the program that started us."""
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
    if commanded:
        threading.Thread(target=_hear, args=(stop,), name="export-stdin", daemon=True).start()


def _hear(stop: threading.Event) -> None:
    for line in sys.stdin:
        if line.strip() == "cancel":
            stop.set()
