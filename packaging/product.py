"""What every package says of itself: names, the one version number, the moment it counts as made."""

from __future__ import annotations

import os
import re
import subprocess

from setup_venv import ROOT

NAME = "gatehouse-desk"
APP_ID = "io.gatehouse.desk"
TITLE, TITLE_ZH = "Gatehouse Desk", "门岗台"
SUMMARY = "Front desk for residential gatehouses"
SUMMARY_ZH = "小区门卫室的前台程序"
MAKER = "The Gatehouse Desk authors"
MAIL = "gatehouse-desk@localhost"
ABOUT = (
    "Registers visitors, reads codes and cards, prints passes, keeps the roster and the roll call of a gatehouse,",
    "in Chinese and English, and works without a network. A hub for several gates is in the same program.",
)
FALLBACK_EPOCH = 1_795_305_600  # 2026-11-22, for a tree without its history


def version() -> str:
    """The one in desk/core/version.py; GATEHOUSE_VERSION in its place only makes a package to upgrade from or to."""
    text = (ROOT / "desk" / "core" / "version.py").read_text(encoding="utf-8")
    hit = re.search(r'^VERSION = "([0-9.]+)"$', text, re.MULTILINE)
    if hit is None:
        raise ValueError("desk/core/version.py names no version")
    return os.environ.get("GATEHOUSE_VERSION") or hit[1]


def epoch() -> int:
    """Seconds that stand in every package as its time: of the commit that is built, so that two builds are the same."""
    if os.environ.get("SOURCE_DATE_EPOCH", "").isdigit():
        return int(os.environ["SOURCE_DATE_EPOCH"])
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=str(ROOT), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )  # fmt: skip
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip().isdigit() else FALLBACK_EPOCH


def environment() -> dict[str, str]:
    """The environment of a build: nothing of the moment or of the machine gets in."""
    return {**os.environ, "SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
