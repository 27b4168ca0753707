"""python -m desk migrate: bring the store to this program's revision (a backup is written first)."""

from __future__ import annotations

import argparse

from desk.commands.output import OK, opened, say
from desk.store import migrate

NAME = "migrate"
HELP = "bring the store to this program's revision; a backup is written first"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to add."""


def run(args: argparse.Namespace) -> int:
    with opened(args):
        say(args, {"revision": migrate.head()}, f"the store is at revision {migrate.head()}")
    return OK
