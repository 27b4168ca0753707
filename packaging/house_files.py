"""House patterns about whole files: the packaging folder, the lock files against pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

PIN = re.compile(r"^([a-z0-9-]+)==([^\s;\\]+)([^\\\n]*)", re.MULTILINE)
LOCKS = ("packaging/locked.txt", "packaging/locked-dev.txt")
OTHER_LOCKS = ("packaging/locked-release.txt", "packaging/locked-windows.txt")  # tools of a release, Python's runtime


def normal(name: str) -> str:
    """A library's name as lock files write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(text: str) -> set[tuple[str, str, str]]:
    """(name, version, marker) of each line of a lock file."""
    return {(hit[1], hit[2], hit[3].strip(" ;")) for hit in PIN.finditer(text)}


def wanted(pyproject: str) -> tuple[set[str], set[str]]:
    """Names that the program needs (those of devices with it), and those that development adds."""
    project = tomllib.loads(pyproject)["project"]
    head = re.compile(r"[A-Za-z0-9._-]+")
    extras = project.get("optional-dependencies", {})
    runtime, dev = project["dependencies"] + extras.get("devices", []), extras.get("dev", [])
    return tuple({normal(hit[0]) for line in lines if (hit := head.match(line))} for lines in (runtime, dev))  # type: ignore[return-value]


def lock_findings(pyproject: str, locked: str, locked_dev: str) -> list[str]:
    """What is wrong with the two lock files."""
    found = []
    runtime, dev = wanted(pyproject)
    for name, text, needed in ((LOCKS[0], locked, runtime), (LOCKS[1], locked_dev, runtime | dev)):
        found += bare_findings(name, text)
        for gone in sorted(needed - {pin[0] for pin in pins(text)}):
            found.append(
                f"{name}:1: {gone} of pyproject.toml is not locked: make the lock files again (packaging/README.md)"
            )
    for pin in sorted(pins(locked) - pins(locked_dev)):
        found.append(f"{LOCKS[1]}:1: {pin[0]}=={pin[1]} of {LOCKS[0]} is not there at the same version")
    return found


def bare_findings(name: str, text: str) -> list[str]:
    """What is wrong with one lock file by itself: an address, an option, a pin without its hash."""
    found = []
    if "://" in text or re.search(r"^\s*-", text.replace("\\\n", ""), re.MULTILINE):
        found.append(f"{name}:1: an address or an option in a lock file: only pins and hashes stand there")
    for entry in re.split(r"\n(?=\S)", text.strip()):
        if "==" in entry and "--hash=sha256:" not in entry:
            found.append(f"{name}:1: {entry.split()[0]} has no hash")
    return found


def findings(root: Path, names: Sequence[str]) -> list[str]:
    """Findings about the files of the project."""
    found = []
    if "packaging/__init__.py" in names:
        found.append("packaging/__init__.py:1: hides the library `packaging`: remove this file")
    for name in OTHER_LOCKS:
        if (root / name).is_file():
            found += bare_findings(name, (root / name).read_text(encoding="utf-8"))
    texts = [
        (root / name).read_text(encoding="utf-8") for name in ("pyproject.toml", *LOCKS) if (root / name).is_file()
    ]
    if len(texts) == 3:
        found += lock_findings(*texts)
    return found
