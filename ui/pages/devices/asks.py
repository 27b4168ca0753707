"""What the devices page asks of the store and of the runtime. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ui import moments
from ui.pages.devices.model import (
    ASKED,
    HIDDEN,
    USUAL,
    ActRow,
    DeviceRow,
    DeviceView,
    Heard,
    PortRow,
    Setting,
    StockRow,
    Try,
)

if TYPE_CHECKING:
    from desk.core.clock import SiteTime
    from desk.devices.acting import Attached
    from desk.devices.driven import Driven
    from desk.devices.runtime import Devices
    from desk.devices.views import Done, SetUp

NUMBER = ("lock", "channel", "selection")


def rows(devices: Devices) -> tuple[DeviceRow, ...]:
    """Everything that is set up, as it stands now."""
    return tuple(_row(one) for one in devices.everything())


def _row(one: Attached) -> DeviceRow:
    return DeviceRow(
        one.id,
        one.name,
        one.role.value,
        one.driver,
        one.place,
        one.code,
        one.ok,
        one.training,
        one.code == "device.off",
    )


def view(devices: Devices, device_id: str, heard: Heard | None, hands: Any) -> DeviceView | None:
    """One device in full; None when it is gone, a bare one when it could not even be made."""
    row = next((one for one in rows(devices) if one.id == device_id), None)
    one = devices.driven(device_id)
    if row is None or one is None:
        return DeviceView(row) if row is not None else None
    stage = one.stage
    return DeviceView(
        row, one.health.since, one.set_up.address, _tries(one), ("", *stage.faults) if stage else (),
        stage.fault if stage else "", tuple(hands.get(row.driver, ())) if stage else (), heard, devices.waiting(device_id),
    )  # fmt: skip


def _tries(one: Driven) -> tuple[Try, ...]:
    tries = []
    for action in one.kind.ACTIONS:
        if action.name in HIDDEN:
            continue
        asked = next((option for option in action.params if option.name in ASKED), None)
        most = int(one.driver.options.get("locks", one.driver.options.get("channels", 99)))
        tries.append(Try(action.name, asked.name, 1, most) if asked else Try(action.name))
    return tuple(tries)


def history(r: Any, time: SiteTime, device_id: str = "") -> dict[str, tuple[ActRow, ...]]:
    """What was done, and what a person is to look at."""
    from desk.devices import reads
    from desk.operators.reads import labels

    names = labels(r)
    waits = {one.action_id for one in reads.unresolved(r)}
    asks = tuple(_act(one, names, time, r.now, True) for one in reads.unresolved(r))
    lines = tuple(_act(one, names, time, r.now, one.action_id in waits) for one in reads.history(r, device_id))
    return {"acts": lines, "asks": asks}


def _act(one: Done, names: Mapping[str, str], time: SiteTime, now: int, ask: bool) -> ActRow:
    ended = one.outcome.value if one.outcome else "running"
    if one.settled_by or one.code == "device.looked":
        ended = "seen" if ended == "done" else "seen_not"
    number = next((str(one.params[name]) for name in NUMBER if name in one.params), "")
    return ActRow(
        one.action_id, moments.told(time, one.at, now), one.device, one.role, one.action, number,
        one.purpose.subject_kind, ended, one.code, names.get(one.by, ""), names.get(one.settled_by, ""), ask,
        one.training,
    )  # fmt: skip


def stock(r: Any) -> tuple[StockRow, ...]:
    from desk.devices import reads

    return tuple(
        StockRow(
            one.id, one.name, one.kind.value, one.left, one.forecast.days, one.is_low, one.device, one.device_id,
            one.slot, one.full, one.low, one.here,
        )
        for one in reads.stock(r)
    )  # fmt: skip


def ports(devices: Devices, known: frozenset[str]) -> tuple[PortRow, ...]:
    """known: names of those that were there when the wizard was opened. Fresh ones come first."""
    users = {}
    for row in devices.everything():
        one = devices.driven(row.id)
        if one is not None and one.set_up.address:
            users[one.set_up.address] = row.name
    found = [
        PortRow(
            one.address, one.name, one.description if one.description != "n/a" else "", one.name not in known,
            users.get(one.address, users.get(one.name, "")),
        )
        for one in devices.ports()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda row: (not row.fresh, bool(row.used_by), row.name)))


def drivers(devices: Devices, role: str) -> tuple[str, ...]:
    """Drivers that can be this."""
    from desk.devices.acting import Role
    from desk.devices.rules import roles_for

    return tuple(name for name, kind in devices.kinds().items() if Role(role) in roles_for(name, kind.ROLE))


def settings(devices: Devices, driver: str, given: Mapping[str, Any]) -> tuple[Setting, ...]:
    """What is asked for, with what is set or usual."""
    options = {option.name: option for option in devices.kinds()[driver].OPTIONS}
    return tuple(
        Setting(name, str(given.get(name, options[name].default)), tuple(map(str, options[name].choices)))
        for name in USUAL
        if name in options
    )


def options_of(settings: tuple[Setting, ...]) -> dict[str, str]:
    return {one.name: one.value for one in settings}


def set_up_of(r: Any, device_id: str) -> SetUp | None:
    from desk.devices import reads

    return next((one for one in reads.devices(r) if one.id == device_id), None)
