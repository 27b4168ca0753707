"""python -m tests.drivers.fuzz [--cases N] [--seed S] [--speed] [NAME...]: decoders under fire, and how fast they are.

Each case is a stream of good frames, spoilt ones (a bit turned, cut, doubled, swapped) and noise. No decoder may raise;
fed whole, byte by byte and cut anywhere it says the same; it keeps no more than it may; and where frames have a
checksum, every reading stands in the stream as a frame that is right by itself. One JSON object a line.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Sequence

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from drivers.api import Reading
from tests.drivers.conformance import (
    Event,
    cases,
    decoded,
    decoder,
    flips,
    held,
    names,
    read,
    readings,
    single,
)

KEPT = 20_000
SPEED_BYTES = 2_000_000


def streams(frames: Sequence[bytes]) -> st.SearchStrategy[list[bytes]]:
    """Pieces of a stream."""
    good = st.sampled_from(frames)
    bit = st.tuples(good, st.integers(0)).map(_flipped)
    cut = st.tuples(good, st.integers(0), st.integers(0)).map(lambda c: c[0][c[1] % len(c[0]) :][: c[2] % len(c[0])])
    head = st.sampled_from(sorted({frame[:n] for frame in frames for n in (1, 2, 3, 5)}))
    return st.lists(st.one_of(good, bit, cut, head, st.binary(max_size=24)), max_size=8)


def _flipped(chosen: tuple[bytes, int]) -> bytes:
    frame, bit = chosen
    at = bit // 8 % len(frame)
    return frame[:at] + bytes((frame[at] ^ (1 << bit % 8),)) + frame[at + 1 :]


def check(name: str, pieces: Sequence[bytes]) -> None:
    """All that is promised of one stream. Raises AssertionError."""
    wire = b"".join(pieces)
    whole = decoded(name, [wire])
    assert decoded(name, single(wire)) == whole, f"byte by byte it says something else: {wire.hex()}"
    assert decoded(name, pieces) == whole, f"in pieces it says something else: {[p.hex() for p in pieces]}"
    one = decoder(name)
    list(one.feed(wire))
    assert held(one) < KEPT
    if cases()[name].checked:
        _genuine(name, wire, pieces, whole)


def _genuine(name: str, wire: bytes, pieces: Sequence[bytes], whole: Sequence[Event]) -> None:
    """Every reading comes of a frame that stands whole in the stream: one of the good ones, or bytes that happen to be
    right (an eight-bit sum fits every 256th garbage), which shows in that no bit of them may be another."""
    sure = [reading for piece in pieces if piece in cases()[name].frames for reading in read(name, piece)]
    for reading in readings(whole):
        if reading not in sure:
            window = _window(name, wire, reading)
            assert window, f"a reading out of nothing: {reading.kind} in {wire.hex()}"
            # a turned bit of a length may leave a shorter frame that is right again: that is another one
            loose = [wrong.hex() for wrong in flips(window) if _window(name, wrong, reading) == wrong]
            assert not loose, f"a reading that nothing checks: {reading.kind} from {loose[0]}"


def _window(name: str, wire: bytes, reading: Reading) -> bytes:
    """The shortest piece of the stream that gives this reading; nothing when none does."""
    if reading not in read(name, wire):
        return b""
    for size in range(2, min(len(wire), 300) + 1):
        for start in range(len(wire) - size + 1):
            if reading in read(name, wire[start : start + size]):
                return wire[start : start + size]
    return b""


def fuzz(name: str, count: int, seed: int, bits: bool = True) -> None:
    """So many cases for one decoder; bits: and each bit of each frame turned. Raises AssertionError with the smallest stream that breaks the promise."""

    @seeded(seed)
    @settings(
        max_examples=count, database=None, deadline=None, derandomize=False,
        phases=(Phase.generate, Phase.shrink), suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(streams(cases()[name].frames))
    def run(pieces: list[bytes]) -> None:
        check(name, pieces)

    run()
    if bits and cases()[name].checked:
        for frame in cases()[name].frames:
            for wrong in flips(frame):
                assert read(name, wrong) == [], f"a turned bit got through: {wrong.hex()}"


def speed(name: str) -> dict[str, float]:
    """MB/s: in noise, in frames with as much noise between, and in frames one after the other; fed 4 KB at a time."""
    frames = b"".join(cases()[name].frames)
    noise = os.urandom(1 << 16)
    gap = noise[: max(64, len(frames))]
    return {
        "noise": _rate(name, noise),
        "mixed": _rate(name, frames + gap),
        "frames": _rate(name, frames),
    }


def _rate(name: str, unit: bytes) -> float:
    wire = unit * max(1, SPEED_BYTES // len(unit))
    one = decoder(name)
    began_s = time.process_time()  # of this process alone: other programs do not make a decoder slower
    for at in range(0, len(wire), 4096):
        one.feed(wire[at : at + 4096])
    return round(len(wire) / max(1e-9, time.process_time() - began_s) / 1e6, 1)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.drivers.fuzz", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--speed", action="store_true", help="only the speed")
    args = parser.parse_args(argv)
    known = names(framed=True)
    if unknown := sorted(set(args.names) - set(known)):
        parser.error(f"no decoder of frames: {', '.join(unknown)}; there are {', '.join(known)}")
    bad = 0
    for name in args.names or known:
        said: dict[str, object] = {"name": name, "mb_s": speed(name)}
        if not args.speed:
            began_s = time.perf_counter()
            try:
                fuzz(name, args.cases, args.seed)
            except AssertionError as wrong:
                bad += 1
                said["wrong"] = str(wrong).partition("\n")[0]
            said |= {"cases": args.cases, "seconds": round(time.perf_counter() - began_s, 1)}
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
