"""python -m desk generate-roster 2026-12: the month's roster worked out, told line by line; nothing is written.

The window starts this as its own process with --json --progress, stops it by ending it, and puts the answer into the plan.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import NoReturn

from desk.commands.output import FAILED, OK, complain, opened, say
from desk.core.errors import Refused
from desk.duty import generating, reads_problem
from desk.duty.problem import Options
from desk.duty.rules import month_checked

NAME = "generate-roster"
HELP = "work out a month's roster (answers with who serves when, gaps and why; writes nothing)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("month", help="2026-12")
    parser.add_argument("--keep", action="store_true", help="leave what stands in the plan and fill the holes only")
    parser.add_argument("--seconds", type=float, default=Options().seconds, help="time it may take")
    parser.add_argument("--seed", type=int, default=Options().seed, help="another one decides ties otherwise")
    parser.add_argument("--threads", type=int, choices=(1, 2), default=Options().threads)
    parser.add_argument("--progress", "--progress-json", action="store_true", help="tell how far it is, a line a step")


def run(args: argparse.Namespace) -> int:
    """The store is closed again before the work begins: a process that is ended leaves nothing behind."""

    def tell(line: generating.Line) -> None:
        if args.json and ("progress" not in line or args.progress):
            say(args, line)

    try:
        options = Options(args.seconds, args.seed, args.threads)
        with opened(args) as desk, desk.store.reading() as r:
            problem = reads_problem.problem(r, month_checked(args.month), args.keep, options)
        answer = generating.run(problem, tell)
    except KeyboardInterrupt:
        complain(Refused("duty.generating_cancelled"))
        _leave()
    if not args.json:
        say(args, {}, generating.plain(answer))
    return OK


def _leave() -> NoReturn:
    """At once: the solver's thread may need a while to look up, and there is nothing to clean up."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(FAILED)
