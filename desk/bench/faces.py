"""`bench faces`: what a face costs on one core, and one face against many people. Galleries are made, pictures are given."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from desk import app
from desk.bench.child import probe
from desk.core.errors import Refused
from desk.core.paths import Home
from desk.faces.engine import Engine, Picture, Vector, light, normed
from desk.faces.matching import Gallery
from desk.faces.models import TEMPLATE_MODEL
from desk.faces.rules import hint, pose
from desk.faces.rules_match import Agreement, Verdict
from desk.faces.vault import opened
from desk.faces.vault_file import Kept
from desk.store.key import make_recovery_code
from desk.store.store import Founding

NAME = "faces"
HELP = "detect and embed in a 720p frame, 1:N, from a face to its name"
TARGETS = {
    "embed_ms_median": 60,
    "preview_core_percent": 60,
    "shown_per_s": 30,
    "looks_per_s": 8,
    "gallery_ms_median": 5,
    "to_name_ms_median": 700,
}
FRAME_S = 1 / 30
DETECTIONS_PER_S = 8
PIN = "48151"  # of the thrown-away desk
VAULT_ROUNDS, FAR = 7, 2**50
WIDE, HIGH, FACE = 1280, 720, 0.55  # a frame, and how much of its height the portrait takes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="portraits; without them only 1:N is measured")
    parser.add_argument("--people", type=int, default=10_000, metavar="N")
    parser.add_argument("--rounds", type=int, default=20, metavar="N")
    parser.add_argument("--seconds", type=int, default=20, metavar="N", help="how long the window looks at a face")


def run(args: argparse.Namespace) -> dict[str, Any]:
    """Milliseconds on the wall with OpenCV on one thread; `cpu` those of the processor."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        random = np.random.default_rng(1)
        people = {f"{n}": normed(random.standard_normal(128).astype(np.float32)) for n in range(args.people)}
        figures = {"targets": TARGETS, "people": args.people, "rounds": args.rounds, **_gallery(people, args.rounds)}
        figures |= _vault(people, min(args.rounds, VAULT_ROUNDS))
        if args.pictures is not None:
            figures |= _pictures(args.pictures, people, args.rounds)
            figures |= {"window": _window(args.pictures, args.seconds)}
        return figures
    finally:
        cv2.setNumThreads(threads)


def _gallery(people: dict[str, Vector], rounds: int) -> dict[str, Any]:
    gallery = Gallery(people)
    asked = list(people.values())[:rounds] or [np.zeros(128, np.float32)]
    return _times("gallery", [_timed(lambda: gallery.who(face)) for face in asked])  # noqa: B023


def _vault(people: dict[str, Vector], rounds: int) -> dict[str, Any]:
    """Opening the vault of so many, and erasing one of them: a whole new file under a new key."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder), private=True)
        vault = opened(home, ())
        code, taken = make_recovery_code(), Path(folder) / "taken"
        vault.fill(Kept(one, one, face.tobytes(), TEMPLATE_MODEL, 0, FAR, FAR) for one, face in people.items())
        standing = set(people)
        opening = [_timed(lambda: opened(home, standing).usable(1)) for _ in range(rounds)]
        erasing = [_timed(lambda: vault.erase([one])) for one in list(people)[:rounds]]  # noqa: B023
        copying = [_timed(lambda: vault.backup(taken, code))]
        size = round(taken.stat().st_size / 1e6, 1)
    figures = _times("vault_open", opening, cpu=False) | _times("vault_erase", erasing, cpu=False)
    return {**figures, "vault_backup_ms": round(copying[0][0]), "vault_mb": size}


def _pictures(folder: Path, people: dict[str, Vector], rounds: int) -> dict[str, Any]:
    """Raises Refused picture.unreadable when the folder holds no picture."""
    frames = [_frame(file) for file in sorted(folder.glob("*.jpg"))]
    if not frames:
        raise Refused("picture.unreadable")
    begun = time.perf_counter()
    engine = Engine()
    loaded = (time.perf_counter() - begun) * 1000
    turns = [frames[n % len(frames)] for n in range(max(rounds, len(frames)))]
    looks = [_timed(lambda: _preview(engine, frame)) for frame in turns]  # noqa: B023
    whole = [_timed(lambda: engine.subject(frame)) for frame in turns]  # noqa: B023
    known = {f"shown {n}": found[1] for n, frame in enumerate(frames) if (found := engine.subject(frame))}
    gallery = Gallery(people | known)
    named = [_to_name(engine, gallery, frame) for frame in turns]
    preview = statistics.median(cpu for _, cpu in looks)
    return {
        "pictures": len(frames),
        "no_face": len(frames) - len(known),
        "load_ms": round(loaded),
        **_times("look", looks),
        **_times("embed", whole),
        "preview_core_percent": round(preview * DETECTIONS_PER_S / 10, 1),
        **_times("to_name", [(ms, ms) for ms in named if ms is not None], cpu=False),
        "not_named": named.count(None),
    }


def _window(folder: Path, seconds: int) -> dict[str, Any]:
    """The program itself before a camera at 30 frames a second: shown, codes looked for, and a face recognised all the while."""
    portrait = sorted(folder.glob("*.jpg"))[0]
    with tempfile.TemporaryDirectory() as made:
        desk = app.build(Path(made) / "desk")
        desk.found(Founding("锦绣苑", "南门", throwaway=True))
        desk.session.make_first_manager("测量", PIN)
        home = str(desk.home.root)
        desk.close()
        return probe(NAME, "--home", home, "--camera", "off", "--count", str(seconds), "--out", str(portrait))


def _preview(engine: Engine, frame: Picture) -> None:
    """What guided capture asks of a frame that is only looked at."""
    look = engine.look(frame)
    measured = light(frame, look.faces[0]) if look.faces else None
    hint(look.faces, measured, look.wide, look.high)
    if look.faces:
        pose(look.faces[0])


def _to_name(engine: Engine, gallery: Gallery, frame: Picture) -> float | None:
    """Ms from the first frame with the face until enough frames agree; a frame comes every 33 ms, late ones are skipped."""
    begun = time.monotonic()
    told = Agreement()
    for _ in range(10):
        found = engine.subject(frame)
        now = time.monotonic()
        if found is not None:
            told = told.with_frame(round(now * 1000), gallery.who(found[1]))
        answer = told.verdict()
        if answer is not None and answer.verdict is Verdict.ACCEPT:
            return (time.monotonic() - begun) * 1000
        time.sleep(FRAME_S - (now - begun) % FRAME_S)
    return None


def _frame(file: Path) -> Picture:
    """The picture in a frame of a camera, a little noise about it."""
    portrait = cv2.imdecode(np.frombuffer(file.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    if portrait is None:
        raise Refused("picture.unreadable")
    scale = HIGH * FACE / portrait.shape[0]
    small = np.asarray(cv2.resize(portrait, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    frame = np.random.default_rng(2).integers(90, 130, (HIGH, WIDE, 3), np.uint8)
    top, left = (HIGH - small.shape[0]) // 2, (WIDE - small.shape[1]) // 2
    frame[top : top + small.shape[0], left : left + small.shape[1]] = small
    return frame


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000


def _times(name: str, pairs: list[tuple[float, float]], cpu: bool = True) -> dict[str, float]:
    if not pairs:
        return {}
    walls = sorted(wall for wall, _ in pairs)
    made = {
        f"{name}_ms_median": round(statistics.median(walls), 2),
        f"{name}_ms_p95": round(walls[min(len(walls) - 1, int(len(walls) * 0.95))], 2),
    }
    return made | ({f"{name}_cpu_ms_median": round(statistics.median(c for _, c in pairs), 2)} if cpu else {})
