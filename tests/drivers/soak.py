"""python -m tests.drivers.soak [--seconds N] [--fast]: sixteen simulated devices on six lines, and what they cost us.

The devices play in a process of their own on pseudo terminals, so that the figures are of the drivers alone. --fast:
everything is polled every 20 ms, so that a minute holds as many exchanges as many at the natural rates; how many were made
is told. One JSON object: share of one core, growth of memory, stalls of the main thread (it sleeps 5 ms at a time, as the screen's loop would wake).
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import tempfile
import threading
import time
import tracemalloc
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from drivers import registry
from drivers.api import Driver, Noise, Reading, State, complete
from drivers.simulated.device import Several
from drivers.simulated.player import Player
from drivers.simulated.ports import PtyPlug

Line = list[tuple[str, dict[str, Any]]]
LINES: list[Line] = [
    [
        ("modbus_relay", {"address": 1, "inputs": 8}),
        ("modbus_inputs", {"address": 2}),
        ("xy_md02", {"address": 3}),
        ("rs485_th", {"address": 4}),
        ("barrier", {"address": 5, "open_contact": 1, "closed_contact": 2}),
        ("xy_md02", {"address": 6}),
        ("modbus_inputs", {"address": 7}),
        ("modbus_relay", {"address": 8}),
        ("rs485_th", {"address": 9}),
    ],
    [("lock8a80", {"address": number}) for number in (1, 2, 3)],
    [("resident_id", {})],
    [("pms5003", {})],
    [("vmc", {})],
    [("lcus", {"feedback": "yes"})],
]  # fmt: skip
SEEN_S, FAST_MS = 0.005, 20


def fitting(kind: type[Driver], given: dict[str, Any], fast: bool) -> dict[str, Any]:
    """The options this driver has of these, and the fastest polls if it polls."""
    known = {option.name: option for option in kind.OPTIONS}
    polls = known.get("poll_ms")
    if fast and polls is not None:
        given = {**given, "poll_ms": int(max(FAST_MS, polls.low or 0))}
    return given


def play() -> None:
    """The devices' process: until its stdin ends."""
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        players = []
        for number, line in enumerate(LINES):
            devices: list[Any] = []
            for name, given in line:
                kind = registry.get(name)
                devices.append(kind.simulator(complete(kind.OPTIONS, given, partial=True)))
            plug = PtyPlug(Path(folder) / str(number))
            players.append(Player(devices[0] if len(devices) == 1 else Several(*devices), plug))
            players[-1].start()
        sys.stdout.write(json.dumps([player.plug.port for player in players]) + "\n")
        sys.stdout.flush()
        sys.stdin.read()
        for player in players:
            player.stop()


class Ear:
    """Counts what one driver tells."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.states: list[tuple[State, str]] = []

    def reading(self, event: Reading | Noise) -> None:
        self.count[event.kind if isinstance(event, Reading) else f"noise:{event.why}"] += 1

    def state(self, state: State, reason: str) -> None:
        self.states.append((state, reason))


def start(ports: Sequence[str], fast: bool) -> tuple[list[Driver], list[Ear]]:
    drivers, ears = [], []
    for port, line in zip(ports, LINES, strict=True):
        for name, given in line:
            kind: Any = registry.get(name)
            ears.append(Ear())
            drivers.append(kind({**fitting(kind, given, fast), "port": port}, ears[-1]))
            drivers[-1].start()
    return drivers, ears


def measure(seconds: float) -> dict[str, object]:
    """Sleeps as a screen's loop would, and sees what the threads beside it cost."""
    late: list[float] = []
    asleep = threading.Event()  # never set
    cpu_s, began_s = time.process_time(), time.monotonic()
    while (at_s := time.monotonic()) - began_s < seconds:
        asleep.wait(SEEN_S)
        late.append(time.monotonic() - at_s - SEEN_S)
    used_s, wall_s = time.process_time() - cpu_s, time.monotonic() - began_s
    late.sort()
    return {
        "core_percent": round(100 * used_s / wall_s, 2),
        "stall_ms_p99_9": round(1000 * late[int(len(late) * 0.999)], 1),
        "seconds": round(wall_s, 1),
    }


def run(seconds: float, fast: bool) -> dict[str, object]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.drivers.soak", "--devices"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as devices:
        assert devices.stdout
        drivers, ears = start(json.loads(devices.stdout.readline()), fast)
        measure(3.0)  # found, warm
        ready = sum(driver.standing.state is State.READY for driver in drivers)
        gc.collect()
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        measure(seconds if fast else min(seconds, 20.0))
        gc.collect()
        grown = tracemalloc.get_traced_memory()[0] - before
        tracemalloc.stop()
        said = {"devices": len(drivers), "lines": len(LINES), "ready": ready, **measure(seconds), "grown_bytes": grown}
        began_s = time.monotonic()
        stopped = [driver.stop() for driver in drivers]
        said |= {"stopped": all(stopped), "stop_s": round(time.monotonic() - began_s, 2)}
        devices.communicate("")
    told = sum((ear.count for ear in ears), Counter[str]())
    return {**said, "lost": sum(State.LOST in [s for s, _ in ear.states] for ear in ears), "told": dict(told)}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.drivers.soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--devices", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.devices:
        play()
        return 0
    sys.stdout.write(json.dumps(run(args.seconds, args.fast)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
