"""Runs checks one after the other and keeps the answer file whole at every moment, so that a crash tells where it came."""

from __future__ import annotations

import json
import logging
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from desk.core.errors import Fault
from desk.core.version import VERSION

log = logging.getLogger("desk.selftest")
NOT_REACHED = "the program ended before or in this check"


class Wrong(Exception):
    """What a check found to be wrong, in words for a technician."""


@dataclass(frozen=True)
class Check:
    """look: works in a folder of its own and answers in a few words what it saw; raises what went wrong."""

    name: str
    look: Callable[[Path], str]


@dataclass(frozen=True)
class Outcome:
    """How one check ended. found: what it saw; reason: why it failed, empty when it did not."""

    name: str
    ok: bool
    ms: int
    reason: str = ""
    found: str = ""


def run(checks: Sequence[Check], file: Path, told: Callable[[Outcome], object] = lambda one: None) -> bool:
    """Try every check; the file holds a JSON object at any moment. True when all are well.

    A failed check never keeps the others from being tried. Raises OSError when the file cannot be written.
    """
    done: list[Outcome] = []
    _keep(file, done, checks)
    with tempfile.TemporaryDirectory(prefix="gatehouse-selftest-", ignore_cleanup_errors=True) as scratch:
        for check in checks:
            folder = Path(scratch) / check.name
            folder.mkdir()
            done.append(_tried(check, folder))
            _keep(file, done, checks)
            told(done[-1])
    return all(one.ok for one in done)


def _tried(check: Check, folder: Path) -> Outcome:
    began = time.perf_counter()
    reason = found = ""
    try:
        found = check.look(folder)
    except (Wrong, Fault) as error:
        reason = str(error) or type(error).__name__
    except (
        Exception
    ) as error:  # what a broken part throws is not known beforehand, and the other parts are still to be tried
        log.exception("the check %s failed", check.name)
        reason = f"{type(error).__name__}: {error}"
    return Outcome(check.name, not reason, round((time.perf_counter() - began) * 1000), reason, found)


def _keep(file: Path, done: Sequence[Outcome], checks: Sequence[Check]) -> None:
    """Written beside and moved in place, so that it is never half a file."""
    waiting = [Outcome(check.name, False, 0, NOT_REACHED) for check in checks[len(done) :]]
    answer = {
        "program": "gatehouse-desk", "version": VERSION, "python": platform.python_version(),
        "system": platform.platform(), "packaged": bool(getattr(sys, "frozen", False)),
        "ok": not waiting and all(one.ok for one in done), "checks": [asdict(one) for one in (*done, *waiting)],
    }  # fmt: skip
    beside = file.with_name(file.name + ".new")
    beside.write_text(json.dumps(answer, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    os.replace(beside, file)
