"""A file for whoever helps: versions, sizes, health, logs and figures, and nothing of anybody.

Numbers are counted, settings are taken by name from a list, words that people typed (names of places and devices, folders) are
left out. What is text already (logs, the doctor, the self-test) goes through a sieve that knows every name and number this desk
holds and what phone, identity and plate numbers look like. A test plants canaries everywhere and looks for them.
"""

from __future__ import annotations

import json
import platform
import re
import sys
import time
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from desk import backing, drilling
from desk.app import Desk
from desk.core.actor import Actor
from desk.core.errors import Fault
from desk.core.version import VERSION
from desk.devices import reads as device_reads
from desk.operators.reads import everyone, labels
from desk.store import backup, census, identity, migrate
from desk.store import key as keys
from desk.store.unit import Reading
from desk.sync import reads_now

RIGHT = "diagnose"
SUFFIX = ".zip"
LOG_BYTES = 400_000  # of the newest log
PACKAGES = (
    "PySide6", "SQLAlchemy", "sqlcipher3-wheels", "opencv-python-headless", "numpy", "zxing-cpp", "cryptography", "pyserial",
    "httpx", "keyring",
)  # fmt: skip
MACHINE = ("language", "scheme", "base_px", "volume", "muted", "speak", "camera_on", "lock_minutes")
GONE = "***"
SHORTEST = 2  # letters of a name that the sieve looks for
# identity numbers, phones, cards; codes and keys; plates; a recovery code; an address of the network's user part
LOOKS = (
    re.compile(r"(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])"),
    re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"),
    re.compile(r"(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)"),
    re.compile(r"\b[0-9a-fA-F]{40,}\b"),
    re.compile(r"\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2,}\b"),
    re.compile(r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·•]?[A-Z0-9]{5,6}"),
    re.compile(r"(?<=://)[^/@\s]+@"),
    re.compile(r"(?i)\b(?:bearer|ticket|token|code|pin|key|password)\b\s*[=:]\s*\S+"),
)
_CJK = re.compile(r"[\u4e00-\u9fff]+")  # our logs are English: what is Chinese in them came from somebody


def gather(
    desk: Desk, actor: Actor | None = None, doctor: Sequence[Mapping[str, Any]] = (), tested: Sequence[Mapping[str, Any]] = ()
) -> dict[str, str]:  # fmt: skip
    """Name of the part -> its text, as it will stand in the file: shown to a person before it is saved. Right diagnose.

    doctor: what the doctor found; tested: outcomes of the self-test. A desk that does not open gives what it can.
    """
    (actor or desk.actor).require(RIGHT)
    began = time.perf_counter()
    sieve = Sieve(names(desk))
    parts = {"versions.json": _json(versions()), "machine.json": _json(machine(desk))}
    try:
        parts |= {"store.json": _json(store(desk)), "devices.json": _json(devices(desk))}
    except Fault as fault:
        parts["store.json"] = _json({"fault": fault.code})
    parts["doctor.txt"] = "\n".join(sieve(f"{_mark(one)} {_subject(one)}: {one.get('state', '')}") for one in doctor)
    parts["selftest.json"] = sieve(_json(list(tested)))
    parts |= {f"logs/{name}": sieve(text) for name, text in logs(desk)}
    parts["timings.json"] = _json({"gathered_ms": round((time.perf_counter() - began) * 1000), **timings(desk)})
    return parts


def save(parts: Mapping[str, str], path: Path) -> Path:
    """Into one file. Raises Refused `stick_copy.*` when it cannot be written."""
    with backing.as_stick_fault(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return path


class Sieve:
    """Takes out of a text whatever may be of a person: `names` (known words), numbers that look like somebody's, Chinese."""

    def __init__(self, names: Iterable[str]) -> None:
        known = sorted({one for one in names if len(one) >= SHORTEST}, key=len, reverse=True)
        self._known = re.compile("|".join(re.escape(one) for one in known)) if known else None

    def __call__(self, text: str) -> str:
        """The same text with gaps."""
        for look in LOOKS:
            text = look.sub(GONE, text)
        if self._known is not None:
            text = self._known.sub(GONE, text)
        return _CJK.sub(GONE, text)


def names(desk: Desk) -> set[str]:
    """Words of this desk that mean a place or a person: its own names, its operators', its devices', the folder's user."""
    found = {str(desk.home.root), str(Path.home()), Path.home().name, platform.node()}
    found |= {desk.settings.now.camera_name, desk.settings.now.printer_name, desk.settings.now.camera_id}
    try:
        with desk.store.reading() as r:
            here = identity.here(r)
            found |= {here.site_name, here.gate_name, here.gate_phone, here.address}
            found |= set(identity.gate_names(r).values())
            found |= {word for one in device_reads.devices(r) for word in (one.name, one.place)}
            found |= people(r)
    except Fault:
        pass  # nothing was written into logs by a desk that never opened
    return found - {""}


def people(r: Reading) -> set[str]:
    """Names of operators, whole and as they stand on chips."""
    return {one.display_name for one in everyone(r)} | set(labels(r).values())


def versions() -> dict[str, Any]:
    """Of the program, what it stands on, and the system: no name of the computer."""
    found = {}
    for name in PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return {
        "program": VERSION, "packaged": bool(getattr(sys, "frozen", False)), "python": platform.python_version(),
        "system": platform.system(), "release": platform.release(), "machine": platform.machine(), "packages": found,
        "schema": migrate.head(),
    }  # fmt: skip


def machine(desk: Desk) -> dict[str, Any]:
    """Settings of this computer by name; of what may hold anything, only that it is there."""
    now = desk.settings.now
    own = {name: getattr(now, name) for name in MACHINE}
    own |= {
        "camera_chosen": bool(now.camera_id),
        "printer_chosen": bool(now.printer_name),
        "scanner_port": bool(now.scanner_port),
    }
    return {**own, "extra": sorted(now.extra), "key": _where_key(desk), "backup": _backups(desk)}


def store(desk: Desk) -> dict[str, Any]:
    """Schema, rows, bytes, what waits, how it stands with the hub."""
    with desk.store.reading() as r:
        now = reads_now.now(r)
        rows = dict(census.counts(r))
        waits = identity.here(r).waiting
        newest = census.newest_ms(r)
    size = {path.name: path.stat().st_size for path in desk.home.root.glob("desk.db*")}
    return {
        "schema": migrate.current(desk.home.database, desk.store.key), "bytes": size, "rows": rows, "waiting": waits,
        "newest_ms": newest, "now_ms": desk.clock.now_ms(), "hub": {"state": now.state.value, "why": now.why},
        "moved": desk.store.moved, "sent_away": desk.store.sent_away,
    }  # fmt: skip


def devices(desk: Desk) -> list[dict[str, Any]]:
    """Role, driver and kind of line of each: no name, no place, no serial number."""
    with desk.store.reading() as r:
        found = device_reads.devices(r)
        unsure = len(device_reads.unresolved(r))
    listed = [
        {
            "role": one.role.value, "driver": one.driver, "line": _line(one.address), "options": sorted(one.options),
            "training": one.training, "off": one.off,
        }
        for one in found
    ]  # fmt: skip
    return [*listed, {"unresolved": unsure}]


def logs(desk: Desk) -> list[tuple[str, str]]:
    """The end of the newest log, and of the one before it."""
    found = []
    for name in ("desk.log", "desk.log.1"):
        path = desk.home.logs / name
        if path.is_file():
            with path.open("rb") as file:
                file.seek(max(0, path.stat().st_size - LOG_BYTES))
                found.append((name, file.read().decode("utf-8", "replace")))
    return found


def timings(desk: Desk) -> dict[str, Any]:
    """What an everyday reading takes here, in ms."""
    try:
        began = time.perf_counter()
        with desk.store.reading() as r:
            identity.here(r)
        read = time.perf_counter()
        with desk.store.unit():
            pass
        return {"reading_ms": _ms(read - began), "unit_ms": _ms(time.perf_counter() - read)}
    except Fault as fault:
        return {"fault": fault.code}


def _backups(desk: Desk) -> dict[str, Any]:
    kept = backup.listed(desk.home.backups)
    return {
        "kept": len(kept), "newest_ms": kept[0].made_at if kept else 0, "elsewhere_ms": backing.last_elsewhere(desk)[0],
        "drilled_ms": drilling.last_drill(desk),
    }  # fmt: skip


def _where_key(desk: Desk) -> str:
    try:
        return keys.where_key(desk.home)
    except Fault as fault:
        return fault.code


def _line(address: str) -> str:
    """How it is attached: enough to see what a cable or a driver has to do with it."""
    parts = address.split(":")
    if parts[0] == "usb":
        return ":".join(parts[:3])
    return parts[0] if parts[0] in ("hid", "lan", "socket", "memory") else "port" if address else ""


def _mark(one: Mapping[str, Any]) -> str:
    return "ok  " if one.get("good") else "LOOK"


def _subject(one: Mapping[str, Any]) -> str:
    """A device's name was typed by somebody."""
    said = str(one.get("subject", ""))
    return "device" if said.startswith("device ") and said != "device actions" else said


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str)
