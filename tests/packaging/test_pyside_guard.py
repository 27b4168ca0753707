"""Guards the pinned PySide6: 6.12.0 drops a reference of None with every void call and kills Python 3.11 within seconds."""

import sys
import tomllib
from pathlib import Path

import PySide6
from PySide6.QtCore import QObject

CALLS = 1_000


def test_none_keeps_its_references() -> None:
    thing = QObject()
    thing.setObjectName("warm up")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    # From Python 3.12 on None is immortal and its count never moves; other threads may let go of a few.
    assert sys.getrefcount(None) > before - CALLS // 10


def test_the_pinned_version_is_the_installed_one() -> None:
    root = Path(__file__).resolve().parents[2]
    wanted = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert PySide6.__version__ == "6.9.3"
    assert {"PySide6-Essentials==6.9.3", "PySide6-Addons==6.9.3"} <= set(wanted)
    locked = (root / "packaging" / "locked.txt").read_text(encoding="utf-8")
    for name in ("pyside6-essentials", "pyside6-addons", "shiboken6"):
        assert f"\n{name}==6.9.3 " in locked
