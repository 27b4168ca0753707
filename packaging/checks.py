"""Every check of the project, in order, with a summary at the end; `dev.py check` and `dev.py test` call it."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import launch
from setup_venv import ROOT, tool
from talk import say


@dataclass(frozen=True)
class Check:
    """One command; with `only_if` it runs when that file exists."""

    name: str
    command: tuple[str, ...]
    only_if: str = ""


@dataclass(frozen=True)
class Outcome:
    """How a check ended and how long it took."""

    name: str
    code: int
    seconds: float


def checks(python: Path) -> list[Check]:
    """Everything but the tests, the quick ones first."""
    py = str(python)
    scripts = [f"packaging/{path.name}" for path in sorted((ROOT / "packaging").glob("*.py"))]
    return [
        Check("layout of the code (ruff format)", (tool("ruff"), "format", "--check", ".")),
        Check("lint (ruff)", (tool("ruff"), "check", ".")),
        Check("house patterns", (py, "packaging/house.py")),
        Check("layers (import-linter)", (tool("lint-imports"), "--no-logo")),
        Check("types (mypy)", (py, "-m", "mypy", "--strict", "desk", "drivers")),
        Check("types of the set-up scripts (mypy)", (py, "-m", "mypy", "--strict", *scripts)),
        Check("advisories kept here (packaging/audit.py --online asks the service)", (py, "packaging/audit.py")),
        Check("translations", (py, "-m", "ui.i18n_check"), only_if="ui/i18n_check.py"),
    ]


def pytest_check(python: Path, args: Sequence[str]) -> Check:
    """The tests with the person's own pytest options; without any, all of them, side by side where there are two cores.

    A file's tests stay together: many share what is slow to make (a demo estate, a PostgreSQL). In which order the files
    go, tests/conftest.py says: long ones first.
    """
    many = () if args or (os.cpu_count() or 1) < 2 else ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
    return Check("tests (pytest)", (str(python), "-m", "pytest", *many, *args))


def run_one(check: Check, env: dict[str, str]) -> Outcome:
    """Runs one check with its own words on the screen."""
    say(f"\n=== {check.name}")
    began = time.monotonic()
    done = subprocess.run(check.command, cwd=str(ROOT), env=env, stdin=subprocess.DEVNULL, check=False)
    return Outcome(check.name, done.returncode, time.monotonic() - began)


def summary(outcomes: Sequence[Outcome]) -> str:
    """One line per check, then the verdict."""
    lines = [f"  {'ok' if o.code == 0 else 'FAILED':<8}{o.seconds:7.1f} s  {o.name}" for o in outcomes]
    failed = sum(1 for o in outcomes if o.code != 0)
    verdict = f"{failed} of {len(outcomes)} failed." if failed else f"All {len(outcomes)} passed."
    return "\n".join(["", "=== Summary", *lines, verdict])


def run(python: Path, tests: bool, pytest_args: Sequence[str] = ()) -> int:
    """Runs the checks, and the tests when asked; a failed one does not hide those after it. 0 when all passed."""
    todo = [check for check in checks(python) if not check.only_if or (ROOT / check.only_if).is_file()]
    if tests:
        todo.append(pytest_check(python, pytest_args))
    with tempfile.TemporaryDirectory(prefix="gatehouse-") as scratch:
        # Tests never open windows on the person's screen, and need none.
        env = launch.offscreen(os.environ, Path(scratch))
        # They start hundreds of programs, and each would compile all of it anew.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        outcomes = [run_one(check, env) for check in todo]
    say(summary(outcomes))
    return 1 if any(outcome.code != 0 for outcome in outcomes) else 0
