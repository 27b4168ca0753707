"""python -m desk backup DEST: an encrypted copy of the store, checked, in one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk.commands.output import OK, opened, say
from desk.store import backup

NAME = "backup"
HELP = "write a backup file into a folder (a stick, a share)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dest", help="folder")


def run(args: argparse.Namespace) -> int:
    with opened(args) as desk:
        info = backup.write(desk.home.database, desk.store.key, Path(args.dest), desk.clock.now_ms())
        with desk.store.unit(desk.actor) as u:
            u.audit("backup.written", sealed=info.sealed)
    say(
        args,
        {"file": str(info.path), "bytes": info.path.stat().st_size, "sealed": info.sealed},
        f"written: {info.path}",
    )
    return OK
