"""A gate's settings and devices as a file for the next gate: no name of the gate, no key, no PIN, no person.

JSON with a version and a sum over all of it: read by people, and not used when it was edited by hand. An import says first what
it would change, and the last one can be taken back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from desk import backing
from desk.app import Desk
from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.core.version import VERSION
from desk.devices import reads as device_reads
from desk.devices import service as devices
from desk.devices.acting import Plain
from desk.devices.acting import Role as For
from desk.devices.service_moved import NOWHERE
from desk.devices.views import SetUp
from desk.store.unit import Reading

RIGHT, OF_THE_SITE = "gate.carry", "settings.site"
SUFFIX = ".gdgate"
KIND = "gatehouse gate settings"
FORMAT = 1
LONGEST = 2_000_000  # bytes
UNDO = "gate_file_undo"  # in the machine's settings: what stood there before the last import
WORDS = 80  # letters of a name in a file
MACHINE: Mapping[str, Callable[[Any], bool]] = {
    "language": lambda v: v in ("zh_CN", "en"),
    "scheme": lambda v: v in ("light", "dark", "contrast"),
    "base_px": lambda v: _whole(v, 20, 40),
    "volume": lambda v: _whole(v, 0, 100),
    "muted": lambda v: isinstance(v, bool),
    "speak": lambda v: isinstance(v, bool),
    "camera_on": lambda v: isinstance(v, bool),
    "lock_minutes": lambda v: _whole(v, 0, 600),
}
EXTRA: Mapping[str, Callable[[Any], bool]] = {
    "switch_pin": lambda v: v in ("higher", "always", "never"),
    backing.EVERY: lambda v: _whole(v, 0, 365),
}
SITE: Mapping[str, Callable[[Any], bool]] = {
    "retention.days": lambda v: _numbers(v, 1, 36500),
    "visit.limits_h": lambda v: _numbers(v, 1, 168),
    "duty.swap_approval": lambda v: v in ("always", "capacity", "never"),
    "dispensing.allowance": lambda v: _numbers(v, 0, 3600),
}


@dataclass(frozen=True)
class Change:
    """part: `machine` | `site` | `device`; name: of the setting, or the device's; before: None for what is not there yet."""

    part: str
    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Plan:
    """What an import would do. left_out: settings of the site, which a person without that right does not change."""

    changes: tuple[Change, ...]
    left_out: int = 0


def export(desk: Desk, path: Path, actor: Actor | None = None) -> Path:
    """Write the file. Right gate.carry. Raises Refused as `backing.carry` when it cannot be written."""
    (actor or desk.actor).require(RIGHT)
    with desk.store.reading() as r:
        body = _body(desk, r)
    with backing.as_stick_fault():
        path.write_text(
            json.dumps({**body, "sum": _sum(body)}, ensure_ascii=False, indent=1, sort_keys=True) + "\n",
            encoding="utf-8",
        )
    return path


def plan(desk: Desk, path: Path, actor: Actor | None = None) -> Plan:
    """What an import of this file would change here. Right gate.carry.

    Raises Refused: `gate_file.not_one`, `gate_file.newer`, `gate_file.changed`.
    """
    who = actor or desk.actor
    who.require(RIGHT)
    wanted = _read(path)
    with desk.store.reading() as r:
        now = _body(desk, r)
    changes = [
        Change(part, name, now[part].get(name), value)
        for part in ("machine", "site") for name, value in sorted(wanted[part].items())
        if now[part].get(name) != value
    ]  # fmt: skip
    standing = {one["name"]: one for one in now["devices"]}
    changes += [
        Change("device", one["name"], standing.get(one["name"]), one)
        for one in wanted["devices"] if standing.get(one["name"]) != one
    ]  # fmt: skip
    fit = tuple(one for one in changes if one.part != "site" or who.may(OF_THE_SITE))
    return Plan(fit, len(changes) - len(fit))


def take(desk: Desk, path: Path, actor: Actor | None = None) -> Plan:
    """Do it. Right gate.carry; settings of the site only with settings.site. Devices get no port: somebody chooses one here.

    Raises as `plan`, and as setting up a device does; then nothing was changed.
    """
    who = actor or desk.actor
    found = plan(desk, path, who)
    undo: dict[str, Any] = {"machine": {}, "site": {}, "devices": []}
    with desk.store.unit(_with_devices(who)) as u:
        standing = {one.name: one for one in device_reads.devices(u)}
        for one in found.changes:
            if one.part == "site":
                undo["site"][one.name] = one.before
                u.put_setting(one.name, one.after)
            elif one.part == "device":
                kept = standing.get(one.name)
                made = devices.set_up(u, _set_up(one.after, kept, u.new_id()))
                undo["devices"].append({"id": made.id, "was": _device(kept) if kept else None})
            else:
                undo["machine"][one.name] = one.before
        u.audit("gate.settings_taken", count=len(found.changes))
        u.changed("settings", "site")
    _keep(desk, {one.name: one.after for one in found.changes if one.part == "machine"}, undo)
    return found


def can_undo(desk: Desk) -> bool:
    """Whether there is an import that can be taken back."""
    return isinstance(desk.settings.now.extra.get(UNDO), dict)


def undo(desk: Desk, actor: Actor | None = None) -> None:
    """As it was before the last import. Right gate.carry. Raises Refused `gate_file.nothing`."""
    who = actor or desk.actor
    who.require(RIGHT)
    before = desk.settings.now.extra.get(UNDO)
    if not isinstance(before, dict):
        raise Refused("gate_file.nothing")
    if before["site"]:
        who.require(OF_THE_SITE)
    with desk.store.unit(_with_devices(who)) as u:
        for name, value in before["site"].items():
            u.put_setting(name, value if value is not None else _empty(name))
        standing = {one.id: one for one in device_reads.devices(u)}
        for one in before["devices"]:
            kept = standing.get(one["id"])
            if kept is not None and one["was"] is None:
                devices.remove(u, kept.id)
            elif kept is not None:
                devices.set_up(u, _set_up(one["was"], kept, kept.id))
        u.audit("gate.settings_undone")
        u.changed("settings", "site")
    _keep(desk, before["machine"], None)


def _with_devices(who: Actor) -> Actor:
    """Who may carry a gate's settings may set up what is in them."""
    return replace(who, rights=who.rights | {"device.edit"})


def _body(desk: Desk, r: Reading) -> dict[str, Any]:
    now = desk.settings.now
    machine = {name: getattr(now, name) for name in MACHINE}
    machine |= {name: now.extra[name] for name, good in EXTRA.items() if good(now.extra.get(name))}
    site = {name: value for name, good in SITE.items() if good(value := r.setting(name))}
    listed = [_device(one) for one in device_reads.devices(r)]
    return {"kind": KIND, "format": FORMAT, "version": VERSION, "machine": machine, "site": site, "devices": listed}


def _device(one: SetUp) -> dict[str, Any]:
    """Without its port, which means another thing at another gate, and without its id."""
    return {
        "name": one.name, "role": one.role.value, "driver": one.driver, "options": dict(one.options),
        "place": one.place, "training": one.training,
    }  # fmt: skip


def _set_up(said: Mapping[str, Any], kept: SetUp | None, fresh: str) -> SetUp:
    role, options = For(said["role"]), dict(said["options"])
    if kept is not None:
        same = kept.driver == said["driver"]
        return replace(
            kept, role=role, driver=said["driver"], options=options, place=said["place"], training=said["training"],
            address="" if said["training"] else kept.address if same and kept.address else NOWHERE + kept.id,
        )  # fmt: skip
    address = "" if said["training"] else NOWHERE + fresh
    return SetUp("", said["name"], role, said["driver"], address, options, said["place"], said["training"])


def _keep(desk: Desk, machine: Mapping[str, Any], undo: dict[str, Any] | None) -> None:
    extra = {name: value for name, value in desk.settings.now.extra.items() if name != UNDO}
    for name in EXTRA:
        if name in machine:
            extra[name] = machine[name]
            if machine[name] is None:
                del extra[name]
    if undo is not None:
        extra[UNDO] = undo
    own = {name: value for name, value in machine.items() if name in MACHINE}
    desk.settings.change(**own, extra=extra)


def _empty(name: str) -> Any:
    """What a setting says that nobody had made."""
    return "always" if name == "duty.swap_approval" else {}


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LONGEST:
            raise ValueError("too long")
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["kind"] != KIND:
            raise ValueError("another kind")
        if found["format"] > FORMAT:
            raise Refused("gate_file.newer")
    except (OSError, ValueError, KeyError, TypeError):
        raise Refused("gate_file.not_one", file=path.name) from None
    body = {name: value for name, value in found.items() if name != "sum"}
    if found.get("sum") != _sum(body) or not _sound(body):
        raise Refused("gate_file.changed", file=path.name)
    return body


def _sum(body: Mapping[str, Any]) -> str:
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{KIND}\n{text}".encode()).hexdigest()


def _sound(body: Mapping[str, Any]) -> bool:
    """A sum keeps accidents out, not people: every value is looked at too, and a name nobody knows is refused."""
    known = {"machine": {**MACHINE, **EXTRA}, "site": SITE}
    for part, rules in known.items():
        said = body.get(part)
        if not isinstance(said, dict) or any(
            name not in rules or not rules[name](value) for name, value in said.items()
        ):
            return False
    listed = body.get("devices")
    return isinstance(listed, list) and all(_sound_device(one) for one in listed)


def _sound_device(one: Any) -> bool:
    if not isinstance(one, dict) or set(one) != {"name", "role", "driver", "options", "place", "training"}:
        return False
    words = all(isinstance(one[name], str) and len(one[name]) <= WORDS for name in ("name", "driver", "place"))
    options = isinstance(one["options"], dict) and all(isinstance(value, Plain) for value in one["options"].values())
    return words and options and one["role"] in tuple(For) and isinstance(one["training"], bool)


def _whole(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _numbers(value: Any, least: int, most: int) -> bool:
    return isinstance(value, dict) and all(_whole(one, least, most) for one in value.values())


def as_dict(found: Plan) -> dict[str, Any]:
    """For a command's answer."""
    return {"changes": [asdict(one) for one in found.changes], "left_out": found.left_out}
