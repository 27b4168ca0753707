"""`python -m tests.sync.run --seeds 10000 --from 0 --jobs 2`: any number of seeded histories; prints each bad seed.

`--without PART` switches one safety part off (tests/sync/parts.py): then the bad seeds are what one wants to see.
Every fifth history is one of desks with real rooms (tests/sync/rooms.py); `--rooms 1` makes all of them so, 0 none.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

FAST = Path("/dev/shm")  # histories need no disk that survives


def one(
    seed: int, steps: int, templates: str, without: str = "", hasty: bool = False, rooms: bool = False, beside: str = ""
) -> tuple[int, str]:
    """(seed, '' or the story). hasty: the desks ask ahead; rooms: people work in the real rooms as well; beside: only
    what this part is without in both runs is switched off."""
    from tests.sync.hasty import HastySim
    from tests.sync.parts import PARTS, WHOLE
    from tests.sync.rooms import RoomSim
    from tests.sync.world import World

    part = PARTS[without] if without else WHOLE
    with tempfile.TemporaryDirectory(dir=FAST if FAST.is_dir() else None) as folder:
        try:
            sim = PARTS[beside].beside if beside else RoomSim if rooms else HastySim if hasty else part.sim
            World(seed, Path(folder), Path(templates), steps=steps, safety=part.safety(), sim=sim).live()
        except AssertionError as error:
            return seed, str(error)
        except Exception as error:  # any other error is a finding too
            return seed, f"seed {seed}: {type(error).__name__}: {error}"
    return seed, ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=500)
    parser.add_argument("--from", dest="start", type=int, default=0)
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--without", default="")
    parser.add_argument("--hasty", action="store_true", help="desks ask ahead, in small batches and pages")
    parser.add_argument("--rooms", type=int, default=5, help="every how many histories are of real rooms")
    args = parser.parse_args()
    rooms = 0 if args.without or args.hasty else args.rooms
    began, bad = time.monotonic(), []
    with tempfile.TemporaryDirectory() as templates, ProcessPoolExecutor(args.jobs) as pool:
        one(args.start, 1, templates)  # makes the templates
        seeds = range(args.start, args.start + args.seeds)
        futures = [
            pool.submit(one, seed, args.steps, templates, args.without, args.hasty, bool(rooms) and seed % rooms == 0)
            for seed in seeds
        ]
        for done, future in enumerate(as_completed(futures), 1):
            seed, story = future.result()
            if story:
                bad.append(seed)
                print(story if not args.without else story.splitlines()[0], flush=True)
            if done % 500 == 0:
                print(f"{done} done, {len(bad)} bad, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    print(
        f"{args.seeds} histories of {args.steps} steps, {len(bad)} bad: {sorted(bad)}, {time.monotonic() - began:.0f} s"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
