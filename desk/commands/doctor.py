"""python -m desk doctor: what works here and what to do about what does not."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from desk import app
from desk.commands.output import FAILED, KEY_VARIABLE, OK, PROGRAM, say
from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.errors import Fault

NAME = "doctor"
HELP = "store, key, clock, cameras, devices, hub: what works and what to do about what does not"
LOW_SPACE = 1 << 30  # bytes; below it photographs are refused before text is
PROBE_S = 20


@dataclass(frozen=True)
class Finding:
    """One thing looked at. remedy: what to do, empty when it is good."""

    subject: str
    good: bool
    state: str
    remedy: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-face", action="store_true", help="leave out what needs the window (cameras)")


def run(args: argparse.Namespace) -> int:
    desk = app.build(Path(args.home) if args.home else None)
    try:
        findings = list(look(desk, face=not args.no_face))
    finally:
        desk.close()
    for one in findings:
        mark = "ok  " if one.good else "LOOK"
        say(
            args,
            asdict(one),
            f"{mark}  {one.subject}: {one.state}" + (f"\n      -> {one.remedy}" if one.remedy else ""),
        )
    return OK if all(one.good for one in findings) else FAILED


def look(desk: app.Desk, face: bool) -> Iterator[Finding]:
    """Everything, in the order in which a technician would ask."""
    yield space(desk)
    yield from store(desk)
    yield ports()
    yield from attached(desk)
    if face:
        yield cameras()


def space(desk: app.Desk) -> Finding:
    place = next(p for p in (desk.home.root, *desk.home.root.parents) if p.exists())
    free = shutil.disk_usage(place).free
    words = f"{free / (1 << 30):.1f} GB free at {place}"
    return Finding(
        "disk", free > LOW_SPACE, words, "" if free > LOW_SPACE else "make room: below 1 GB nothing large is kept"
    )


REMEDIES = {
    "desk.not_founded": "start the program once and go through the first-run pages",
    "store.newer": "a newer program wrote this store: install that version; nothing was touched",
    "store.damaged": f"the newest good backup can be brought back: {PROGRAM} restore FILE",
    "store.read_only": "give the user of this program write permission for the data folder",
    "store.disk_full": "make room on the disk",
    "key.missing": "the key is gone from this computer: restore a backup with the recovery code",
    "key.passphrase_needed": "the key is wrapped: open the program and type the passphrase",
}


def store(desk: app.Desk) -> Iterator[Finding]:
    """Key, schema, clock, outbox and backups; one finding alone when the store does not open."""
    from desk.store import backup
    from desk.store import key as keys
    from desk.store.integrity import quick_faults

    key = os.environ.pop(KEY_VARIABLE, "")  # of a window whose passphrase opened it
    try:
        desk.open(key=bytes.fromhex(key) if key else None)
        where = keys.where_key(desk.home)
    except Fault as fault:
        yield Finding("store", False, str(fault), REMEDIES.get(fault.code, "see README, 'When something is wrong'"))
        return
    note = "" if where != "file" else "the key lies unwrapped in the data folder: whoever copies the folder can read it"
    yield Finding("key", True, f"kept in: {where}", note)
    faults = quick_faults(desk.home.database, desk.store.key)
    yield Finding(
        "store", not faults, "whole" if not faults else faults[0], REMEDIES["store.damaged"] if faults else ""
    )
    with desk.store.unit(desk.actor) as u:
        sure = u.clock_quality.value == "trusted"
    yield Finding(
        "clock", sure, "trusted" if sure else "stands before the newest record", "" if sure else "set the date and time"
    )
    yield hub(desk)
    kept = backup.listed(desk.home.backups)
    age_h = (desk.clock.now_ms() - kept[0].made_at) / HOUR_MS if kept else None
    good = age_h is not None and age_h < 48
    words = "none yet" if age_h is None else f"newest {age_h:.0f} h old, {len(kept)} kept"
    yield Finding(
        "backup", good, words, "" if good else f"run: {PROGRAM} backup FOLDER (the program does it every night)"
    )


def hub(desk: app.Desk) -> Finding:
    """How the desk stands with its hub, by what it remembers: nothing is asked over the line."""
    from desk.sync import reads_now
    from desk.sync.rules_now import State, is_bad

    with desk.store.reading() as r:
        found = reads_now.now(r)
    if found.state is State.ALONE:
        return Finding("hub", True, f"none yet; {found.waiting} changes wait", "")
    heard = found.ages.heard_at
    ago = None if heard is None else found.ages.now - heard
    words = f"{found.hub}: {found.state.value}, {found.waiting} changes wait"
    words += "" if ago is None else f", heard {ago // MINUTE_MS} min ago"
    bad = is_bad(found.state, ago)
    return Finding("hub", not bad, words, f"{found.why or found.state.value}: see the sync page" if bad else "")


ADAPTERS = {
    "no_driver": "{chip} has no driver: install the one of the adapter's maker, then unplug it and plug it in again",
    "taken": "{chip} is held by another program (brltty takes such adapters): close or remove that, then plug it in again",
    "off": "{chip} is switched off in the device manager: switch it on there",
    "failed": "{chip} has a driver that does not start (a copied PL2303 chip does that): take the driver of the adapter's"
    " maker, or another adapter",
}


def ports() -> Finding:
    """Serial ports by name; none is no fault, an adapter that is plugged in and is no port is."""
    from drivers.ports import seen
    from drivers.usb_serial import lacking

    names, lacks = [port.name for port in seen()], lacking()
    state = ", ".join(names) or "none"
    if not lacks:
        return Finding("serial ports", True, state)
    chips = ", ".join(f"{one.chip} ({one.why.value})" for one in lacks)
    remedies = "; ".join(ADAPTERS[one.why.value].format(chip=one.chip) for one in lacks)
    return Finding("serial ports", False, f"{state}; no port: {chips}", remedies)


def attached(desk: app.Desk) -> Iterator[Finding]:
    """Each device that is set up, asked harmlessly; nothing when the store does not open."""
    from desk.commands.doctor_devices import look as look_at_devices

    try:
        yield from (Finding(*one) for one in look_at_devices(desk))
    except Fault:
        return


def cameras() -> Finding:
    """Asks the program itself, since only it sees QtMultimedia."""
    command = [sys.executable, "-m", "ui", "--probe", "cameras"]
    if getattr(sys, "frozen", False):
        command = [sys.executable, "--probe", "cameras"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=PROBE_S, check=True)
        names = [camera["name"] for camera in json.loads(answer.stdout.strip().splitlines()[-1])["cameras"]]
    except (OSError, subprocess.SubprocessError, ValueError, KeyError, IndexError):
        return Finding("cameras", False, "could not be asked", "start the program with a screen, or use --no-face")
    remedy = "" if names else "plug in a camera, or use a scanner: both feed the same line"
    return Finding("cameras", bool(names), ", ".join(names) or "none", remedy)
