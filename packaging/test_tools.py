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


def lacking(root: Path = Path("/")) -> list[str]:
    """The packages whose files are nowhere below root; [] on a system without apt."""
    if not sys.platform.startswith("linux") or not shutil.which("apt-get"):
        return []
    return [name for name, places in FILES_OF.items() if not any(any(root.glob(place)) for place in places)]


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
