"""Tools only a release needs (the list of parts, Windows wheels), locked like the rest, in a place of their own under build/."""

from __future__ import annotations

from pathlib import Path

import setup_venv
from setup_venv import ROOT
from talk import say

LOCK = "locked-release.txt"
VENV = ROOT / "build" / "release-tools"


def ensure() -> Path:
    """The interpreter beside which the tools lie. Raises Stop."""
    python = setup_venv.python_of(VENV)
    stamp, locks = setup_venv.Stamp(VENV), {LOCK: setup_venv.digest(LOCK)}
    if not stamp.holds(setup_venv.version_of([str(python)]), locks):
        say("Bringing the tools of a release ...")
        VENV.parent.mkdir(parents=True, exist_ok=True)
        setup_venv.make_venv(setup_venv.suitable_python(), VENV)
        setup_venv.install(LOCK, VENV)
        version = list(setup_venv.version_of([str(python)]) or ())
        setup_venv.Stamp(VENV).write(python=version, **locks)
    return python


def tool(name: str) -> str:
    """A command of theirs."""
    ensure()
    return setup_venv.tool(name, VENV)
