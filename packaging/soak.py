"""`dev.py soak`: a long day at the desk and a hundred kills, by the built program or the sources; JSON and text in out/soak/."""

from __future__ import annotations

import argparse
import json
import platform
import signal
import subprocess
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import product
import soak_kills
import soak_report
from build_program import FOLDER
from setup_venv import ROOT
from soak_parts import Hub, Program, kill, program, screen
from talk import Stop, complain, say

OUT = ROOT / "out" / "soak"
VISITS_AN_HOUR = 500 / 8
HUB_UP_S, HUB_DOWN_S = 40.0, 12.0
LOOK_S = 0.5
PATIENCE = 4.0  # times what the day was to last


def run(args: list[str]) -> int:
    """0 when everything was reached. Raises Stop for what it does not take."""
    told = options(args)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # however it is ended, what it has begun ends with it
    out: Path = told.out
    out.mkdir(parents=True, exist_ok=True)
    chosen = None if told.source else (told.program or FOLDER / "gatehouse-desk")
    with tempfile.TemporaryDirectory(prefix="gatehouse-soak-") as scratch, screen(not told.offscreen) as env:
        one = program(chosen, env)
        report: dict[str, Any] = {
            "program": "the built program" if chosen else "the sources", "version": product.version(),
            "when": f"{datetime.now().astimezone():%Y-%m-%d %H:%M}", "where": f"{platform.platform(terse=True)}, {env['QT_QPA_PLATFORM']}",
        }  # fmt: skip
        samples: list[dict[str, Any]] = []
        if told.hours:
            report["day"], samples = day(one, Path(scratch) / "day", told.hours, told.minutes)
        if told.kills:
            report["kills"] = kills(one, Path(scratch) / "kills", told.kills, told.seed)
    report["good"] = not any(report[part]["faults"] for part in ("day", "kills") if part in report)
    whole = json.dumps({**report, "samples": samples}, ensure_ascii=False, indent=1)
    (out / "soak.json").write_text(whole, encoding="utf-8")
    text = soak_report.told(report, samples)
    (out / "soak.txt").write_text(text, encoding="utf-8")
    (say if report["good"] else complain)(text)
    return 0 if report["good"] else 1


def options(args: list[str]) -> argparse.Namespace:
    """What stands behind `soak`."""
    parser = argparse.ArgumentParser(prog="dev.py soak", exit_on_error=False)
    parser.add_argument("program", nargs="?", type=Path, help="the built program (default: dist/gatehouse-desk)")
    parser.add_argument("--source", action="store_true", help="from the sources instead")
    parser.add_argument("--hours", type=float, default=8.0, help="how long a day's visits, 62 an hour; 0: none")
    parser.add_argument("--minutes", type=float, default=15.0, help="spread over at least so many minutes")
    parser.add_argument("--kills", type=int, default=100, help="0: none")
    parser.add_argument("--seed", type=int, default=7, help="of the moments of the kills")
    parser.add_argument("--offscreen", action="store_true", help="without Xvfb")
    parser.add_argument("--out", type=Path, default=OUT)
    try:
        found, rest = parser.parse_known_args(args)
    except argparse.ArgumentError as error:
        raise Stop(str(error)) from None
    if rest:
        raise Stop("soak takes [PROGRAM] --source --hours N --minutes M --kills N --seed N --offscreen --out DIR.")
    return found


def estate(one: Program, folder: Path, *options: str) -> Path:
    """A data folder with the demonstration's estate, as a real one. options: of `bench soak estate`."""
    folder.mkdir(parents=True)
    one.ask("bench", "soak", "estate", str(folder / "home"), *options)
    return folder / "home"


def enrol(one: Program, home: Path, hub: Hub) -> None:
    """The first desk of the hub's site, and everything it holds told to the hub. Raises Stop."""
    if not one.ask("sync", "enrol", hub.ticket, "--home", str(home), "--json").get("enrolled"):
        raise Stop("The desk could not be enrolled.")
    one.ask("sync", "--once", "--home", str(home), "--json")


def day(one: Program, folder: Path, hours: float, minutes: float) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """(figures with `faults`, the samples)."""
    visits, began_s = round(hours * VISITS_AN_HOUR), time.monotonic()
    say(f"A day of {visits} visits, in at least {minutes:g} minutes ...")
    home = estate(one, folder)
    (folder / "plan.json").write_text(json.dumps({"lasts_s": minutes * 60}), encoding="utf-8")
    with Hub(one, folder / "hub") as hub:
        enrol(one, home, hub)
        words = (
            "--probe",
            "soak",
            "--home",
            str(home),
            "--camera",
            "demo",
            "--count",
            str(visits),
            "--out",
            str(folder),
        )
        process = one.begin("ui", *words, out=folder / "desk")
        try:
            code = _watch(process, hub, max(minutes * 60, visits * 2.0) * PATIENCE)
        finally:
            kill(process)
        after = soak_kills.agree(one, home, folder / "ledger.jsonl", hub)
        downs = hub.downs - 1  # the last one was for the comparison
    if code != 0:
        after.append(f"the program ended with {code}: {_tail(folder / 'desk.err')}")
    samples = [json.loads(line) for line in _text(folder / "day.jsonl").splitlines()]
    answer = json.loads(_text(folder / "desk.out").splitlines()[-1]) if code == 0 else {}
    found = soak_report.of_day(samples, answer, log_errors(home), after)
    return {**found, "hub_downs": downs, "minutes": round((time.monotonic() - began_s) / 60, 1)}, samples


def kills(one: Program, folder: Path, count: int, seed: int) -> dict[str, Any]:
    say(f"{count} times kill -9 ...")
    home = estate(one, folder)
    with Hub(one, folder / "hub") as hub:
        enrol(one, home, hub)
        found = soak_kills.run(one, home, folder, hub, count, seed)
    if errors := log_errors(home):
        found["faults"].append(f"{errors} lines of the log are errors: {_errors(home)[:3]}")
    return found


def log_errors(home: Path) -> int:
    """Error lines in the program's own log, by a reader that is not the program."""
    return len(_errors(home))


def _errors(home: Path) -> list[str]:
    lines = [line for path in sorted((home / "logs").glob("desk.log*")) for line in _text(path).splitlines()]
    return [line for line in lines if " ERROR " in line or " CRITICAL " in line]


def _watch(process: subprocess.Popen[bytes], hub: Hub, longest_s: float) -> int:
    """Until it ends, the hub going down and up meanwhile; its exit code, -9 when it was ended for taking too long."""
    until_s, turn_s = time.monotonic() + longest_s, time.monotonic() + HUB_UP_S
    while process.poll() is None and time.monotonic() < until_s:
        if time.monotonic() > turn_s:
            hub.turn()
            turn_s = time.monotonic() + (HUB_UP_S if hub.is_up else HUB_DOWN_S)
        try:
            process.wait(LOOK_S)
        except subprocess.TimeoutExpired:
            continue
    kill(process)
    return int(process.returncode)


def _tail(path: Path) -> str:
    return _text(path)[-1500:]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
