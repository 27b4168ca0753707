"""python -m desk restore SRC: put a backup in the place of the store, or only prove that one could (--check)."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk import app
from desk.commands.output import OK, say
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
        info = backup.inspect(Path(args.src))
        if args.check:
            key = None if args.recovery_code else keys.load_key(desk.home)
            desk.home.root.mkdir(parents=True, exist_ok=True)
            backup.check(info, desk.home.root, key, args.recovery_code)
            say(args, {"file": str(info.path), "good": True, "made_at": info.made_at}, "this backup opens and is whole")
            return OK
        restore(desk, info, args.recovery_code)
        say(args, {"file": str(info.path), "restored": True, "made_at": info.made_at}, "restored")
        return OK
    finally:
        desk.close()
