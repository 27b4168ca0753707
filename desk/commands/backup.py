"""python -m desk backup DEST: an encrypted copy of the store, checked, in one file, read back from where it was put."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk import backing
from desk.commands.output import OK, opened, say
from desk.operators.rules import COMMAND

NAME = "backup"
HELP = "write a backup file into a folder (a stick, a share)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dest", help="folder")


def run(args: argparse.Namespace) -> int:
    dest = Path(args.dest).absolute()
    with opened(args) as desk:
        with backing.as_stick_fault():
            dest.mkdir(parents=True, exist_ok=True)
        info = backing.write(desk, dest, COMMAND)
    say(
        args,
        {"file": str(info.path), "bytes": info.path.stat().st_size, "sealed": info.sealed},
        f"written: {info.path}",
    )
    return OK
