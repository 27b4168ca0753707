"""Which shared libraries a built Linux folder asks the system for: catches a library left out that something needs."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from system_libs import PACKAGE_OF, RENAMED_T64

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


# Versions of symbols -> the first release of Debian's package that has them.
GCC_OF = {29: "11", 30: "12", 31: "13.1", 32: "13.2", 33: "14"}
OF_BASE = {"libstdc++.so.6": "libstdc++6", "libgcc_s.so.1": "libgcc-s1", "libcrypt.so.1": "libcrypt1"}


def binaries(folder: Path) -> list[Path]:
    """The ELF files of a folder, libraries and programs."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [path for path in files if _starts(path) == b"\x7fELF"]


def _starts(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def newest(readelf: str, name: str) -> tuple[int, ...]:
    """The highest version of `GLIBC` or `GLIBCXX` that is asked for, from what `readelf -V` says; () when none is."""
    found = re.findall(rf"Name: {name}_(\d+(?:\.\d+)+)", readelf)
    return max((tuple(int(part) for part in one.split(".")) for one in found), default=())


def depends(folder: Path) -> list[str]:
    """What a Debian package of this folder must depend on, with both names of packages that were renamed."""
    files = [str(path) for path in binaries(folder)]
    asked = subprocess.run(["readelf", "-dW", *files], capture_output=True, text=True, check=True).stdout
    symbols = subprocess.run(["readelf", "-VW", *files], capture_output=True, text=True, check=False).stdout
    bundled = {path.name for path in folder.rglob("*.so*")}
    outside = {name for name in needs(asked) if name not in bundled and name not in OPTIONAL}
    names = {PACKAGE_OF[name] for name in outside if name in PACKAGE_OF}
    found = [f"{RENAMED_T64[name]} | {name}" if name in RENAMED_T64 else name for name in sorted(names)]
    glibc, gcc = newest(symbols, "GLIBC"), newest(symbols, "GLIBCXX")
    base = {OF_BASE[name] for name in outside if name in OF_BASE}
    if "libstdc++6" in base and gcc and gcc[-1] >= min(GCC_OF):
        base = base - {"libstdc++6"} | {f"libstdc++6 (>= {GCC_OF.get(gcc[-1], max(GCC_OF.values()))})"}
    return [f"libc6 (>= {'.'.join(map(str, glibc))})", *sorted(base), *found]
