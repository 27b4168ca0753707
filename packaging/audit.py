"""Holds every locked package against the advisories kept beside this file, and asks pip-audit's service when told to.

    python packaging/audit.py            the kept list: no network, a check of every CI run
    python packaging/audit.py --online   pip-audit as well, when it is installed and its service answers

The kept list (advisories.toml) is a floor, not the world: it catches a lock that falls back to a version known to be bad.
What is published after its date only the service knows. decisions/034 says what is covered by neither.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEPT = HERE / "advisories.toml"
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
NUMBERS = re.compile(r"\d+")
SERVICE_S = 300


@dataclass(frozen=True)
class Advisory:
    """package below `fixed` (and not below `since`) is affected."""

    package: str
    fixed: str
    id: str
    what: str
    since: str = "0"

    def hits(self, package: str, version: str) -> bool:
        return plain(package) == plain(self.package) and key(self.since) <= key(version) < key(self.fixed)


@dataclass(frozen=True)
class Answer:
    """What the service said. asked: how many packages it looked at; unknown: those it could not."""

    asked: int
    unknown: int
    found: tuple[str, ...]


def plain(name: str) -> str:
    """A package's name as the registry compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def key(version: str) -> tuple[int, ...]:
    """The numbers of a release, zeros at the end left out; what stands before a final release counts as that release."""
    numbers = [int(part) for part in NUMBERS.findall(version.split("+")[0])]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def kept(path: Path = KEPT) -> tuple[Advisory, ...]:
    """The list beside this file. Raises ValueError for one that has no end."""
    found = tuple(Advisory(**one) for one in tomllib.loads(path.read_text(encoding="utf-8"))["advisory"])
    for one in found:
        if not key(one.since) < key(one.fixed):
            raise ValueError(f"{one.id}: nothing is affected")
    return found


def kept_on(path: Path = KEPT) -> str:
    """The day the list was last gone through."""
    return str(tomllib.loads(path.read_text(encoding="utf-8"))["kept_on"])


def locked(folder: Path = HERE) -> list[tuple[str, str, str]]:
    """(lock file, package, version) of everything that is locked."""
    return [
        (path.name, name, version)
        for path in sorted(folder.glob("locked*.txt"))
        for name, version in LOCKED.findall(path.read_text(encoding="utf-8"))
    ]


def affected(lines: Iterable[tuple[str, str, str]], advisories: Sequence[Advisory]) -> list[str]:
    """A sentence for each locked package that an advisory of the list is about."""
    return [
        f"{where}: {name} {version}: {one.id}, mended in {one.fixed}: {one.what}"
        for where, name, version in lines
        for one in advisories
        if one.hits(name, version)
    ]


def read_answer(text: str) -> Answer:
    """What pip-audit writes with --format json. A package it could not look up is no package without fault."""
    lines = json.loads(text)["dependencies"]
    unknown = sum(1 for one in lines if "skip_reason" in one)
    found = tuple(f"{one['name']} {one['version']}: {fault['id']}" for one in lines for fault in one.get("vulns", ()))
    return Answer(len(lines), unknown, found)


def ask(program: str) -> Answer | None:
    """pip-audit over the lock of the product; None when its service did not answer."""
    command = [program, "-r", str(HERE / "locked.txt"), "--no-deps", "--disable-pip", "--format", "json"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SERVICE_S)
        return read_answer(done.stdout)
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        return None


def online() -> list[str]:
    """Sentences of faults; says aloud what was not looked at."""
    program = shutil.which("pip-audit")
    answer = ask(program) if program else None
    if answer is None or answer.unknown == answer.asked:
        print("  pip-audit or its service is out of reach: NOT asked. Only the kept list was.")
        return []
    print(f"  pip-audit looked at {answer.asked - answer.unknown} of {answer.asked} packages.")
    return list(answer.found)


def main(argv: Sequence[str]) -> int:
    """0 nothing known, 1 a locked package is affected."""
    lines = locked()
    faults = affected(lines, kept())
    print(f"  {len(lines)} locked versions against the list of {kept_on()}.")
    if "--online" in argv:
        faults += online()
    for fault in faults:
        print(f"  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
