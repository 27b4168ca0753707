"""`faces compare A B`, `faces pairs LIST.csv`: how like the faces are that two pictures are of. No store is touched."""

from __future__ import annotations

import argparse
import csv
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any

from desk.commands.output import FAILED, OK, say
from desk.core.errors import Refused

NAME = "faces"
HELP = "how like two faces are: compare A B, or pairs LIST.csv with rows path_a,path_b"
ENROLLED = 600  # people at a gate: `same` is said at the threshold for so many
BOTH_CORES = 2
REMEMBERED = 512  # pictures whose vectors are kept: lists name a picture several times
AHEAD_OF = 64  # pairs that are worked on before the oldest was said

Seen = tuple[Any, dict[str, Any]]  # the vector, or None, and what is said of the picture


def add_arguments(parser: argparse.ArgumentParser) -> None:
    sub = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    one = sub.add_parser("compare", help="two pictures")
    one.add_argument("a", type=Path)
    one.add_argument("b", type=Path)
    many = sub.add_parser("pairs", help="rows path_a,path_b of a CSV file; paths from the file's own folder")
    many.add_argument("list", type=Path)
    for each in (one, many):
        each.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """0 when every picture could be read and showed a face, else 1 after doing the others."""
    from cv2 import setNumThreads

    setNumThreads(1)  # each of our threads keeps one core busy
    pairs = iter([(args.a, args.b)]) if args.what == "compare" else _pairs(args.list)
    good = True
    for line in _compared(pairs):
        good &= line["score"] is not None
        say(args, line)
    return OK if good else FAILED


def _pairs(file: Path) -> Iterator[tuple[Path, Path]]:
    """Raises Refused picture.unreadable for a list that is none."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as rows:
            for row in csv.reader(rows):
                if len(row) >= 2 and row[:2] != ["path_a", "path_b"]:
                    yield file.parent / row[0].strip(), file.parent / row[1].strip()
    except (OSError, UnicodeDecodeError, csv.Error):
        raise Refused("picture.unreadable") from None


def _compared(pairs: Iterator[tuple[Path, Path]]) -> Iterator[dict[str, Any]]:
    """In the order of the list, a line as soon as it is there; a long list is never in memory as a whole."""
    look = _looker()
    with ThreadPoolExecutor(BOTH_CORES) as pool:
        waiting = []
        for a, b in pairs:
            waiting.append(pool.submit(_line, look, a, b))
            if len(waiting) >= AHEAD_OF:
                yield waiting.pop(0).result()
        for one in waiting:
            yield one.result()


def _line(look: Any, a: Path, b: Path) -> dict[str, Any]:
    from desk.faces.rules_match import threshold

    begun = time.perf_counter()
    (one, quality_a), (other, quality_b) = look(a), look(b)
    score = None if one is None or other is None else round(float(one @ other), 4)
    same = None if score is None else score >= threshold(ENROLLED)
    ms = round((time.perf_counter() - begun) * 1000, 1)
    return {
        "a": str(a), "b": str(b), "score": score, "same": same, "quality_a": quality_a, "quality_b": quality_b, "ms": ms,
    }  # fmt: skip


def _looker() -> Any:
    """A function from a picture's path to its vector; each thread has nets of its own."""
    import cv2
    import numpy as np

    from desk.faces.engine import Engine, light
    from desk.faces.models import load
    from desk.faces.rules import pose

    models, own = load(), threading.local()

    @lru_cache(REMEMBERED)
    def look(path: Path) -> Seen:
        if not hasattr(own, "engine"):
            own.engine = Engine(models)
        try:
            decoded = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
        except (OSError, cv2.error):
            decoded = None
        if decoded is None:
            return None, {"found": False, "why": "unreadable"}
        picture = np.asarray(decoded, np.uint8)
        found = own.engine.subject(picture)
        if found is None:
            return None, {"found": False, "why": "no_face"}
        face, vector = found
        measured, looks = light(picture, face), pose(face)
        quality = {"px": face.height, "score": face.score * 100, "sharp": measured.sharp, "light": measured.mean}
        turned = {"yaw": looks.yaw, "pitch": looks.pitch, "roll": looks.roll}
        return vector, {"found": True, **{name: round(value) for name, value in (quality | turned).items()}}

    return look
