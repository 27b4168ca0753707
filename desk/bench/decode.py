"""`bench decode`: our decoding beside the chain it must beat, on a folder of photographs and on made pictures."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from desk.bench.decode_cases import Case, cases, matched, shrunk
from desk.codes.decode.live import LiveDecoder
from desk.codes.decode.model import Gray, Quad
from desk.codes.decode.reader import Read, read
from desk.codes.decode.still import decode_still
from desk.codes.decode.trial import FILMS, film, trials
from desk.codes.decode.views import clahe, scaled
from desk.core.errors import Refused

NAME = "decode"
HELP = "codes read by our chain and by the plain one (raw > CLAHE > 2x), side by side"
FRAME_MS = 33
TARGETS = {"mean_of_kinds_percent": 80}  # of BoofCV's set

Chain = Callable[[Gray], list[Read]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--samples", type=Path, help="folder with truth.csv (file,text), or BoofCV's folders with labels"
    )
    parser.add_argument("--chain", choices=("both", "ours", "baseline"), default="both")
    parser.add_argument("--hd", action="store_true", help="shrink pictures to the 1280x720 pixels of a camera first")
    parser.add_argument("--made", type=int, default=4, metavar="N", help="made pictures of each kind (0: none)")
    parser.add_argument("--films", type=int, default=2, metavar="N", help="made films of each kind (0: none)")
    parser.add_argument("--seed", type=int, default=1)


def run(args: argparse.Namespace) -> dict[str, Any]:
    """Figures for each set; times are thread-CPU milliseconds, with OpenCV on one thread while measuring."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        figures: dict[str, Any] = {}
        if args.samples is not None:
            figures["samples"] = _compared(list(cases(args.samples)), args)
        if args.made:
            made = [Case(t.kind, "", t.gray, t.text) for t in trials(args.made, args.seed)]
            figures["made"] = _compared(made, args)
        if args.films:
            figures["films"] = _films(args.films, args.seed)
        return figures
    finally:
        cv2.setNumThreads(threads)


def baseline(gray: Gray) -> list[Read]:
    """The chain to beat: a plain look, then CLAHE, then twice the size."""
    return read(gray) or read(clahe(gray)) or read(scaled(gray, 2.0).gray)


def ours(gray: Gray) -> list[Read]:
    return [Read(one.text, one.raw, one.position) for one in decode_still(gray)]


CHAINS: dict[str, Chain] = {"ours": ours, "baseline": baseline}


@dataclass
class Tally:
    """What one chain made of one kind."""

    pictures: int = 0
    read: int = 0
    codes: int = 0
    known_codes: int = 0
    outside: int = 0  # reads where no code is labelled: to be looked at, for it may be one that nobody marked
    false: int = 0
    ms: list[float] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        known = {"codes_known": self.known_codes, "outside": self.outside} if self.known_codes else {}
        middle, late = np.percentile(self.ms, (50, 95)) if self.ms else (0.0, 0.0)
        return {
            "pictures": self.pictures,
            "pictures_read": self.read,
            "codes": self.codes,
            **known,
            "false": self.false,
            "median_ms": round(float(middle), 2),
            "p95_ms": round(float(late), 2),
        }


def _compared(known: list[Case], args: argparse.Namespace) -> dict[str, Any]:
    names = list(CHAINS) if args.chain == "both" else [args.chain]
    tallies: dict[str, dict[str, Tally]] = {name: {} for name in names}
    unreadable = 0
    for case in known:
        try:
            gray, places = case.pixels(), case.places
        except Refused:
            unreadable += 1
            continue
        if args.hd:
            gray, places = shrunk(gray, places)
        for name in names:
            _count(tallies[name].setdefault(case.kind, Tally()), CHAINS[name], gray, case.text, places)
    figures: dict[str, Any] = {name: _summed(tallies[name]) for name in names}
    if len(names) == 2:
        figures["ratio_read"] = _ratio(figures, "pictures_read")
        figures["ratio_median_ms"] = _ratio(figures, "median_ms")
    targets = {"targets": TARGETS} if any(case.places for case in known) else {}
    return {**figures, "unreadable": unreadable, **targets}


def _count(tally: Tally, chain: Chain, gray: Gray, text: str, places: tuple[Quad, ...]) -> None:
    begun = time.thread_time()
    reads = chain(gray)
    tally.ms.append((time.thread_time() - begun) * 1000)
    tally.pictures += 1
    tally.read += bool(reads)
    if places:
        hits = matched(reads, places)
        tally.codes += hits
        tally.known_codes += len(places)
        tally.outside += len(reads) - hits
        return
    tally.codes += len(reads)
    if text:
        tally.false += bool(reads) and _plain(text) not in {_plain(one.text) for one in reads}
    elif reads:  # no truth is published: what is read must at least be read again
        tally.false += {one.raw for one in chain(gray)} != {one.raw for one in reads}


def _summed(kinds: dict[str, Tally]) -> dict[str, Any]:
    total = Tally()
    for one in kinds.values():
        for key in ("pictures", "read", "codes", "known_codes", "outside", "false"):
            setattr(total, key, getattr(total, key) + getattr(one, key))
        total.ms.extend(one.ms)
    labelled = [one for one in kinds.values() if one.known_codes]
    shares = [one.codes / one.known_codes for one in labelled] or [one.read / one.pictures for one in kinds.values()]
    mean = {"mean_of_kinds_percent": round(100 * sum(shares) / len(shares), 1)} if len(shares) > 1 else {}
    detail = {name: one.figures() for name, one in kinds.items()} if len(kinds) > 1 else {}
    return {**total.figures(), **mean, **({"kinds": detail} if detail else {})}


def _films(count: int, seed: int) -> dict[str, Any]:
    """Frames until a code is read, live; `single` is how many frames the plain chain would have read by themselves."""
    figures = {}
    for kind in FILMS:
        runs = [_film(*film(kind, seed + number, 30)) for number in range(count)]
        firsts = [first for first, _, _, _ in runs if first is not None]
        figures[kind] = {
            "films": count,
            "read": len(firsts),
            "frames_until_read": firsts,
            "false": sum(wrong for _, wrong, _, _ in runs),
            "frames_single": sum(single for _, _, single, _ in runs),
            "mean_ms": round(float(np.mean([ms for *_, times in runs for ms in times])), 2),
        }
    return figures


def _film(text: str, frames: list[Gray]) -> tuple[int | None, int, int, list[float]]:
    decoder, times = LiveDecoder(), []
    single = sum(bool(baseline(gray)) for gray in frames)
    for number, gray in enumerate(frames):
        begun = time.thread_time()
        found = decoder.feed(gray, number * FRAME_MS)
        times.append((time.thread_time() - begun) * 1000)
        if found:
            return number, int(found[0].text != text), single, times
    return None, 0, single, times


def _plain(text: str) -> str:
    """Line ends and runs of blanks differ between publications of the same truth."""
    return " ".join(text.split())


def _ratio(figures: dict[str, Any], key: str) -> float:
    under = figures["baseline"][key]
    return round(figures["ours"][key] / under, 3) if under else 0.0
