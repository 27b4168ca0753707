"""Programs of the system that some tests use: a real database server, another time of day. Missing, apt brings them.

A test without its tool is set aside and says so; nothing here keeps the others from running.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import system_libs
from talk import Stop, say

# Package of Debian and Ubuntu -> where its part lies that the tests use.
FILES_OF: Mapping[str, tuple[str, ...]] = {
    "postgresql": ("usr/lib/postgresql/*/bin/initdb",),
    "libfaketime": ("usr/lib/*/faketime/libfaketimeMT.so.1", "usr/lib/faketime/libfaketimeMT.so.1"),
}
# What the Chromium inside PySide6 6.9.3 (QtWebEngine, which only tests use) names as NEEDED beside Qt's own libraries.
BROWSER_OF: Mapping[str, str] = {
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXfixes.so.3": "libxfixes3",
    "libXi.so.6": "libxi6",
    "libXrender.so.1": "libxrender1",
    "libXtst.so.6": "libxtst6",
    "libasound.so.2": "libasound2",
    "libatomic.so.1": "libatomic1",
    "libexpat.so.1": "libexpat1",
    "libgbm.so.1": "libgbm1",
    "libnspr4.so": "libnspr4",
    "libnss3.so": "libnss3",
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libxkbfile.so.1": "libxkbfile1",
    "libxshmfence.so.1": "libxshmfence1",
}
RENAMED_T64 = {"libasound2": "libasound2t64"}


def lacking(root: Path = Path("/")) -> list[str]:
    """The packages whose files are nowhere below root; [] on a system without apt."""
    if not sys.platform.startswith("linux") or not shutil.which("apt-get"):
        return []
    programs = [name for name, places in FILES_OF.items() if not any(any(root.glob(place)) for place in places)]
    return programs + browser_packages(root)


def browser_packages(root: Path = Path("/")) -> list[str]:
    """The packages of the libraries that the tests' browser lacks, as this release names them."""
    names = sorted({name for soname, name in BROWSER_OF.items() if not any(root.glob(f"usr/lib/*/{soname}"))})
    t64 = system_libs.uses_t64(system_libs.read_os_release(root / "etc/os-release"))
    return [RENAMED_T64.get(name, name) if t64 else name for name in names]


def bring(root: Path = Path("/")) -> bool:
    """Installs what lacks; False when it could not: the tests that need it will say that they were set aside."""
    packages = lacking(root)
    if not packages:
        return True
    try:
        system_libs.install(packages)
    except Stop as reason:
        say(f"Tests that need {' or '.join(packages)} will be set aside. {reason}")
        return False
    return True
