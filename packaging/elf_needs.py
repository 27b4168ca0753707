"""Which shared libraries a built Linux folder asks the system for: catches a library left out that something needs."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from system_libs import PACKAGE_OF

# Parts of glibc and of GCC's runtime: on every Linux system that can run Python.
BASE = re.compile(r"(ld-linux-[a-z0-9-]+|lib(c|m|dl|rt|pthread|util|resolv|nsl|crypt|stdc\+\+|gcc_s))\.so")
# Plugins that Qt skips when their library is absent; nothing of the program needs them.
OPTIONAL = {
    "libspeechd.so.2",
    "libwayland-server.so.0",
    "libgobject-2.0.so.0",
    "libgio-2.0.so.0",
    "libgthread-2.0.so.0",
}


def needs(readelf: str) -> dict[str, set[str]]:
    """library -> the files that name it as NEEDED, from what `readelf -d` says about several files."""
    found: dict[str, set[str]] = {}
    file = ""
    for line in readelf.splitlines():
        if line.startswith("File: "):
            file = Path(line[6:].strip()).name
        hit = re.search(r"\(NEEDED\).*\[(.+)\]", line)
        if hit:
            found.setdefault(hit[1], set()).add(file)
    return found


def unmet(needed: dict[str, set[str]], bundled: Iterable[str]) -> dict[str, set[str]]:
    """What is neither bundled, nor part of every system, nor brought by the packages that we name."""
    known = {*bundled, *PACKAGE_OF, *OPTIONAL}
    return {name: files for name, files in needed.items() if name not in known and not BASE.match(name)}


def look(folder: Path) -> dict[str, set[str]]:
    """The unmet needs of a built folder; {} also where there is no readelf to ask."""
    if not shutil.which("readelf"):
        return {}
    files = sorted(path for path in folder.rglob("*.so*") if path.is_file() and not path.is_symlink())
    asked = subprocess.run(["readelf", "-d", *map(str, files)], capture_output=True, text=True, check=False)
    bundled = {path.name for path in folder.rglob("*.so*")}
    return unmet(needs(asked.stdout), bundled)
