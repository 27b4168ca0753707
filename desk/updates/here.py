"""How this program came onto this computer: that decides which installer fits, and how the program is started again."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desk.updates.rules import APPIMAGE, DEB, MSI, SETUP, SOURCES

DEB_FOLDER = Path("/usr/lib/gatehouse-desk")
VARIABLE = "APPIMAGE"  # set by the head of an AppImage


@dataclass(frozen=True)
class Installed:
    """kind: a word of rules.py; program: what is started to start the program again."""

    kind: str
    program: Path


def installed(environment: Mapping[str, str] = os.environ) -> Installed:
    """What this very process runs from."""
    program = Path(sys.executable)
    if not getattr(sys, "frozen", False):
        return Installed(SOURCES, program)
    if sys.platform == "win32":
        return Installed(_windows(), program)
    image = environment.get(VARIABLE, "")
    if image and Path(image).is_file():
        return Installed(APPIMAGE, Path(image))
    return Installed(DEB if program.is_relative_to(DEB_FOLDER) else SOURCES, program)


if sys.platform == "win32":

    def _windows() -> str:
        """setup.exe writes where it put the program, the .msi writes its own name."""
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"Software\GatehouseDesk") as key:
                winreg.QueryValueEx(key, "InstallDir")
        except OSError:
            return MSI
        return SETUP

else:

    def _windows() -> str:
        return SETUP
