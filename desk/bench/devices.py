"""bench devices: unplugged and back, a card on the reader, and sixteen machines on six lines while the page shows them."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desk import app, demo
from desk.bench.child import probe
from desk.bench.devices_played import LINES, TimedPlug, played
from desk.core.events import DeviceSaid, Event
from desk.devices import reads, service
from desk.devices.acting import Role
from desk.devices.runtime import Devices
from desk.devices.views import SetUp
from desk.operators.rules import COMMAND
from desk.store.store import Founding
from drivers import registry
from drivers.simulated.player import Player
from drivers.simulated.ports import PtyPlug

NAME = "devices"
HELP = "unplug, replug, an ID card to its reading and to the filled form, and sixteen machines on six lines: processor and stalls"
TARGETS = {
    "unplug_s": 3.0,
    "replug_s": 5.0,
    "card_ms": 1500,
    "share_ms": 100,
    "core_percent": 5.0,
    "stall_ms_p99_9": 30,
}
LONGEST_S, LOOK_S = 20.0, 0.002


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seconds", type=int, default=300, help="how long to watch the sixteen (300)")
    parser.add_argument("--times", type=int, default=10, help="how often to unplug, and to lay a card (10)")
    parser.add_argument("--only", choices=("line", "card", "form", "sixteen", "idle"), default=None)


def run(args: argparse.Namespace) -> dict[str, Any]:
    """Pseudo terminals: not on Windows."""
    found: dict[str, Any] = {"targets": TARGETS}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if args.only in (None, "line", "card"):
            found |= _alone(folder, args.times, args.only)
        if args.only in (None, "form"):
            found["form"] = _form(folder, args.times)
        if args.only in (None, "sixteen", "idle"):
            desk = app.build(folder / "home")
            demo.make(desk)
            if args.only in (None, "idle"):  # the same program without a machine, for comparison on this computer
                found["idle"] = _stands(desk, min(args.seconds, 60), [])
            if args.only in (None, "sixteen"):
                with played() as ports:
                    found["sixteen"] = _stands(desk, args.seconds, ports)
            desk.close()
    return found


def _alone(folder: Path, times: int, only: str | None) -> dict[str, Any]:
    """One reader on one line, with the desk's own runtime and store."""
    desk = app.build(folder / "alone")
    desk.found(Founding("锦绣苑", "南门", throwaway=True))
    plug = TimedPlug(folder / "reader")
    with desk.store.unit(COMMAND) as u:
        device = service.set_up(u, SetUp("", "读卡器", Role.ID_READER, "resident_id", plug.port))
    devices = Devices(desk, registry.find)
    try:
        with Player(registry.get("resident_id").simulator({}), plug) as player:
            devices.start()
            one = _until(lambda: devices.driven(device.id))
            _until(lambda: one.health.ready)
            found = {}
            if only in (None, "card"):
                found["card"] = _cards(desk, player, plug, times)
            if only in (None, "line"):
                found["line"] = _unplugged(one, plug, times)
            return found
    finally:
        devices.close()
        desk.close()


def _cards(desk: app.Desk, player: Player, plug: TimedPlug, times: int) -> dict[str, Any]:
    """placed: from the card on the reader to the event; line: what 115200 baud takes for these bytes, which a pseudo
    terminal does not; share: from the last byte of the answer to the event, which is what is ours."""
    came = threading.Event()
    at: list[float] = []

    def hear(event: Event) -> None:
        if isinstance(event, DeviceSaid) and event.kind == "identity":
            at.append(time.monotonic())
            came.set()

    leave = desk.bus.subscribe(hear)
    placed, share, line = [], [], []
    for number in range(times):
        came.clear()
        plug.count_anew()
        began_s = time.monotonic()
        player.command(f"card mainland {number + 1}")
        if not came.wait(LONGEST_S):
            raise TimeoutError("no reading")
        line.append(plug.line_ms())
        placed.append((at[-1] - began_s) * 1000)
        share.append((at[-1] - plug.said_s) * 1000)
        player.command("lift")
        time.sleep(1.0)
    leave()
    whole = [one + wire for one, wire in zip(placed, line, strict=True)]
    return {"cards": times, "placed_ms": _said(placed), "line_ms": _said(line), "placed_and_line_ms": _said(whole), "share_ms": _said(share)}  # fmt: skip


def _form(folder: Path, times: int) -> dict[str, Any]:
    """The program itself, its reader played within it: until the form with the name of the card has been painted."""
    desk = app.build(folder / "form")
    demo.make(desk)
    with desk.store.unit(COMMAND) as u:
        for was in reads.devices(u):
            service.remove(u, was.id)
        service.set_up(u, SetUp("", "读卡器", Role.ID_READER, "resident_id", str(folder / "form-reader")))
    home = str(desk.home.root)
    desk.close()
    return probe("cards", "--home", home, "--camera", "off", "--count", str(times))


def _unplugged(one: Any, plug: PtyPlug, times: int) -> dict[str, Any]:
    gone, back = [], []
    for _ in range(times):
        began_s = time.monotonic()
        plug.unplug()
        _until(lambda: not one.health.ok)
        gone.append(time.monotonic() - began_s)
        began_s = time.monotonic()
        plug.plug_in()
        _until(lambda: one.health.ready)
        back.append(time.monotonic() - began_s)
    return {"times": times, "unplug_s": _said(gone, 3), "replug_s": _said(back, 3)}


def _stands(desk: app.Desk, seconds: int, ports: list[str]) -> dict[str, Any]:
    """The program itself with its page of devices in front; the machines play in another process."""
    with desk.store.unit(COMMAND) as u:
        for was in reads.devices(u):
            service.remove(u, was.id)
        number = 0
        for port, line in zip(ports, LINES, strict=False):
            for driver, role, options in line:
                number += 1
                service.set_up(u, SetUp("", f"设备 {number}", role, driver, port, options))
    desk.store.rest()
    home = str(desk.home.root)
    return probe(NAME, "--home", home, "--camera", "off", "--count", str(seconds), timeout_s=seconds + 180)


def _said(values: list[float], digits: int = 1) -> dict[str, float]:
    return {
        "median": round(statistics.median(values), digits), "max": round(max(values), digits), "n": len(values)
    }  # fmt: skip


def _until(condition: Callable[[], Any]) -> Any:
    by_s = time.monotonic() + LONGEST_S
    while not (value := condition()):
        if time.monotonic() > by_s:
            raise TimeoutError("it did not come to that")
        time.sleep(LOOK_S)
    return value
