"""A desk at work that is killed again and again: after every kill nothing acknowledged may be lost and every trail be whole."""

from __future__ import annotations

import json
import random
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from soak_parts import Hub, Program, kill
from talk import say

FOR_EVER = 100_000  # visits: the kill ends the day
SOONEST_S, LATEST_S = 0.4, 9.0
VISITS_A_ROUND = 7  # the next round goes on elsewhere in the day's plan
HUB_TURNS = 0.25  # chance of the hub's going down or up before a round


def run(program: Program, home: Path, out: Path, hub: Hub, kills: int, seed: int = 7) -> dict[str, Any]:
    """`faults` is empty when nothing was lost at any time. The hub is left up."""
    chance, began_s = random.Random(seed), time.monotonic()
    ledger, faults = out / "ledger.jsonl", list[str]()
    units = busy = lost = without_hub = 0
    found: dict[str, Any] = {"records": 0, "audit_lines": 0}
    for number in range(kills):
        if chance.random() < HUB_TURNS:
            hub.turn()
        without_hub += not hub.is_up
        _round(program, home, out, 1 + number * VISITS_A_ROUND, chance.uniform(SOONEST_S, LATEST_S))
        found = program.ask("bench", "soak", "check", str(home), str(ledger))
        busy += found["units"] > units
        units = found["units"]
        if found["faults"]:
            lost += 1
            faults.append(f"after kill {number + 1}: {found['faults']}")
        if (number + 1) % 10 == 0:
            say(f"  {number + 1} kills, {units} units of work acknowledged, {lost} rounds with a fault")
    faults += (end := agree(program, home, ledger, hub))
    return {
        "kills": kills, "units": units, "records": found["records"], "audit_lines": found["audit_lines"], "busy": busy,
        "lost": lost, "without_hub": without_hub, "end_faults": end, "faults": faults, "seed": seed,
        "minutes": round((time.monotonic() - began_s) / 60, 1),
    }  # fmt: skip


def agree(program: Program, home: Path, ledger: Path, hub: Hub) -> list[str]:
    """The desk tells a hub that is up everything; then the hub is stopped and both are compared. Faults, in words."""
    if not hub.is_up:
        hub.up()
    for _ in range(5):
        if program.ask("sync", "--once", "--home", str(home), "--json").get("waiting") == 0:
            break
    hub.down()
    found = program.ask("bench", "soak", "check", str(home), str(ledger), "--hub", str(hub.database))
    hub.up()
    return list(found["faults"])


def _round(program: Program, home: Path, out: Path, first: int, after_s: float) -> None:
    (out / "plan.json").write_text(json.dumps({"first": first, "settle_ms": 0}), encoding="utf-8")
    words = ("--probe", "soak", "--home", str(home), "--camera", "demo", "--count", str(FOR_EVER), "--out", str(out))
    process = program.begin("ui", *words, out=out / "desk")
    try:
        pause(process, after_s)
    finally:
        kill(process)


def pause(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Let it work for so long, or until it ends."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
