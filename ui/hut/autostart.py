"""Has the hut started when somebody signs in to this computer: the way each system keeps for it, for this user alone."""

from __future__ import annotations

import logging
import os
import plistlib
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

log = logging.getLogger("ui.hut")
NAME = "gatehouse-desk-hut"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"


def command(words: Sequence[str] = ()) -> list[str]:
    """How this program starts as a hut, packaged or from a checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--kiosk", *words]
    return [sys.executable, "-m", "ui", "--kiosk", *words]


def set_on(on: bool, words: Sequence[str] = (), folder: Path | None = None) -> bool:
    """Write or take away the entry; False when the system did not let us (the hut runs all the same)."""
    try:
        if sys.platform == "win32":
            _windows(on, command(words))
        else:
            _file(on, command(words), folder)
    except OSError as error:
        log.warning("starting with the computer was not set: %s", error.strerror)
        return False
    return True


def entry(folder: Path | None = None) -> Path:
    """The file that says so, on systems that keep one."""
    if sys.platform == "darwin":
        return (folder or Path.home() / "Library/LaunchAgents") / f"{NAME}.plist"
    base = os.environ.get("XDG_CONFIG_HOME", "")
    return (folder or (Path(base) if base else Path.home() / ".config") / "autostart") / f"{NAME}.desktop"


def _file(on: bool, words: list[str], folder: Path | None) -> None:
    path = entry(folder)
    if not on:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    place = Path(__file__).resolve().parents[2]
    if path.suffix == ".plist":
        said = {"Label": NAME, "ProgramArguments": words, "RunAtLoad": True, "WorkingDirectory": str(place)}
        path.write_bytes(plistlib.dumps(said))
        return
    # the file's own rules: quoted words, and % doubled
    line = shlex.join(words).replace("'", '"').replace("%", "%%")
    text = f"[Desktop Entry]\nType=Application\nName=Gatehouse Desk hut\nExec={line}\nPath={place}\n"
    path.write_text(text + "X-GNOME-Autostart-enabled=true\n", encoding="utf-8")


def _windows(on: bool, words: list[str]) -> None:
    if sys.platform == "win32":
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            if on:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(words))
            else:
                try:
                    winreg.DeleteValue(key, NAME)
                except FileNotFoundError:
                    return
