"""How commands speak: one JSON object a line on stdout with --json, readable text without; errors on stderr.

Exit codes: 0 ok, 1 failed, 2 usage.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desk import app
from desk.core.errors import Fault

OK, FAILED, USAGE = 0, 1, 2
PROGRAM = (
    "gatehouse-desk desk" if getattr(sys, "frozen", False) else "python -m desk"
)  # how a person types a command here
KEY_VARIABLE = "GATEHOUSE_DESK_KEY"  # set by the window for its own children when only a passphrase opens the key


def say(args: argparse.Namespace, line: Mapping[str, Any], words: str | None = None) -> None:
    """One result: the object with --json, else `words` (or the object as `key: value` pairs)."""
    if getattr(args, "json", False):
        sys.stdout.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")
    else:
        sys.stdout.write((words if words is not None else "  ".join(f"{k}: {v}" for k, v in line.items())) + "\n")
    sys.stdout.flush()


def complain(fault: Fault | str) -> None:
    """An error on stderr: its code and facts."""
    sys.stderr.write(f"{fault}\n")


@contextmanager
def opened(args: argparse.Namespace) -> Iterator[app.Desk]:
    """The desk of --home, open, closed again afterwards. Raises Refused or Trouble."""
    desk = app.build(Path(args.home) if args.home else None)
    key = os.environ.pop(KEY_VARIABLE, "")
    try:
        desk.open(getattr(args, "passphrase", None), bytes.fromhex(key) if key else None)
        yield desk
    finally:
        desk.close()


def guarded(run: Callable[[argparse.Namespace], int], args: argparse.Namespace) -> int:
    """Run a command; a Fault becomes a line on stderr and exit 1."""
    try:
        return run(args)
    except Fault as fault:
        complain(fault)
        return FAILED
    except BrokenPipeError:
        return FAILED
