"""python -m desk restore SRC: put a backup in the place of the store, or only prove that one could (--check)."""

from __future__ import annotations

import argparse
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from desk import app, drilling
from desk.commands.output import OK, say
from desk.core.errors import Fault
from desk.restoring import restore
from desk.store import backup
from desk.store import key as keys

NAME = "restore"
HELP = "bring back a backup file; what stands now is kept aside"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("src", help="backup file")
    parser.add_argument("--recovery-code", help="needed on another computer than the one that wrote it")
    parser.add_argument("--check", action="store_true", help="the drill: prove that it would open, change nothing")


def run(args: argparse.Namespace) -> int:
    desk = app.build(Path(args.home) if args.home else None)
    try:
        if args.check:
            return _check(args, desk)
        info = backup.inspect(Path(args.src))
        restore(desk, info, args.recovery_code)
        say(args, {"file": str(info.path), "restored": True, "made_at": info.made_at}, "restored")
        return OK
    finally:
        desk.close()


def _check(args: argparse.Namespace, desk: app.Desk) -> int:
    """In a place of its own: also a computer without a desk can try a backup, if it has the code."""
    key = None
    if not args.recovery_code:
        drilling.inspected(Path(args.src))  # what is no backup says so before a key is looked for
        with suppress(Fault):
            key = keys.load_key(desk.home)
    found = drilling.drill(Path(args.src), desk.clock, key=key, recovery_code=args.recovery_code or "")
    if desk.founded:
        drilling.note(desk)
    until = desk.time.local(found.until).strftime("%Y-%m-%d %H:%M")
    words = (
        f"this backup opens and is whole\n{found.site}, {found.gate}: up to {until}; {found.visits} visits, "
        f"{found.people} people, {found.audit_lines} lines of the trail"
    )
    say(args, {"file": args.src, "good": True, **asdict(found)}, words)
    return OK
