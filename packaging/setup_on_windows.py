"""On a Windows machine: setup.exe of the folder PyInstaller built there, by the same NSIS script as the one made on Linux."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import build_program
import build_windows
import product
from setup_venv import ROOT
from talk import Stop, complain, say

NSIS = Path(os.environ.get("PROGRAMFILES(X86)", r"C:\Program Files (x86)")) / "NSIS"


def main() -> int:
    """Exit code 1 when there is no folder or no NSIS."""
    os.environ["PATH"] = f"{NSIS}{os.pathsep}{os.environ['PATH']}"
    target = ROOT / "dist" / f"{product.NAME}-{product.version()}-x64-setup.exe"
    try:
        with tempfile.TemporaryDirectory() as scratch:
            build_windows.setup_of(Path(scratch), build_program.FOLDER, product.version(), target)
    except (OSError, Stop) as reason:
        complain(str(reason))
        return 1
    say(f"{target} ({target.stat().st_size / 1e6:.0f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
