"""What one may write behind `gatehouse-desk` on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

PROBES = ("startup", "cameras", "scan", "labels", "paper", "day", "screen", "devices", "cards", "faces", "soak")


@dataclass(frozen=True)
class Options:
    home: Path | None = None
    demo: bool = False
    practice: bool = False
    kiosk: bool = False
    tour: Path | None = None
    lang: str = ""
    scheme: str = ""
    base_px: int = 0
    json_log: bool = False
    probe: str = ""
    camera: str = ""
    count: int = 0
    out: Path | None = None
    selftest: Path | None = None
    quick: bool = False


def parse(words: Sequence[str]) -> Options:
    """Exits with 2 and a usage line when something is written wrong."""
    parser = argparse.ArgumentParser(
        prog="gatehouse-desk",
        description="Gatehouse Desk 门岗台. `gatehouse-desk desk ...` runs the command line.",
    )
    parser.add_argument("--home", type=Path, help="data folder (default: your own)")
    parser.add_argument("--demo", action="store_true", help="make a believable estate in the data folder if it is new")
    parser.add_argument(
        "--practice", action="store_true", help="the practice estate: as --demo, and shut off from everything"
    )
    parser.add_argument("--kiosk", action="store_true", help="run as an unattended hut, under watch")
    parser.add_argument(
        "--tour", type=Path, metavar="OUTDIR", help="walk the main stories, save numbered pictures, end"
    )
    parser.add_argument("--lang", choices=("zh_CN", "en"), default="", help="language of this run")
    parser.add_argument("--scheme", choices=("light", "dark", "contrast"), default="", help="colours of this run")
    parser.add_argument("--base-px", type=int, default=0, metavar="N", help="text size of this run, 20 to 40")
    parser.add_argument("--json-log", action="store_true", help="one JSON object per log line on stderr")
    parser.add_argument("--camera", default="", help="auto, off, demo, a picture, a folder, a video, an MJPEG address")
    parser.add_argument(
        "--selftest", type=Path, metavar="FILE", help="try every part of the program, write FILE (JSON), end"
    )
    parser.add_argument(
        "--quick", action="store_true", help="with --selftest: what a first start after an update needs"
    )
    parser.add_argument("--probe", choices=PROBES, default="", help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, default=0, help=argparse.SUPPRESS)  # of a probe
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)  # file of a probe
    found = Options(**vars(parser.parse_args(list(words))))
    return replace(found, demo=True) if found.practice else found
