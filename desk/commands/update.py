"""python -m desk update check|fetch|apply: a newer version from the address, an address of your own, or a folder (a stick)."""

from __future__ import annotations

import argparse
import os
from dataclasses import asdict
from pathlib import Path

from desk.commands.output import OK, opened, say
from desk.core.errors import Refused
from desk.core.version import VERSION

NAME = "update"
HELP = "look for a newer version, fetch it, hand it to the system's installer (the window must be closed)"
LOCK = "program.lock"  # of the window, see ui/shell/instance.py


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("check", "fetch", "apply"))
    parser.add_argument(
        "--from", dest="place", default="", help="an https address or a folder; else the address that is set"
    )
    parser.add_argument("--keep", action="store_true", help="with --from and an address: look there from now on")
    parser.add_argument("--passphrase", help="where a passphrase opens the data")


def run(args: argparse.Namespace) -> int:
    from desk import updating
    from desk.operators.rules import COMMAND
    from desk.updates.folder import SETTING

    with opened(args) as desk:
        found = updating.look(desk, args.place)
        if args.keep and "://" in args.place:
            desk.settings.change(extra={**desk.settings.now.extra, SETTING: args.place})
        offer = found.offer
        if offer is None:
            say(args, {"version": VERSION, "newer": None}, f"{VERSION} is the newest version")
            return OK
        line = {
            "version": VERSION,
            "newer": offer.version,
            **{k: v for k, v in asdict(offer).items() if k != "version"},
        }
        if args.what == "check":
            urgent = ", mends a security hole" if offer.security else ""
            say(args, line, f"{offer.version} is available ({offer.file}{urgent})\n{offer.notes.get('en', '')}".strip())
            return OK
        ready = updating.fetch(desk, COMMAND)
        if args.what == "fetch":
            say(args, {**line, "path": str(ready.file), "sha256": ready.digest}, f"verified: {ready.file}")
            return OK
        if window_open(desk.home.root):
            raise Refused("update.still_open")
        installed = updating.apply(desk, COMMAND, ready)
        words = "installed; start the program" if installed else "the installer waits for this command to end"
        say(args, {**line, "installed": installed}, f"{offer.version}: {words}")
    return OK


def window_open(root: Path) -> bool:
    """Whether a window of this data folder runs: its lock file names a process, and that process is there."""
    try:
        number = int((root / LOCK).read_text(encoding="utf-8", errors="replace").split("\n")[0])
    except (OSError, ValueError):
        return False
    if os.name != "posix":
        return True  # there the file cannot outlive the program that holds it
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
