"""What the doctor asks of attached devices: are they there, and what to do about one that is not. Nothing moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.devices.views import SetUp
    from drivers.api import Driver

REMEDIES = {
    "port_gone": "check its power and cable, and plug it in",
    "port_taken": "another program has the port; if that is the desk itself, all is well: look at its page of devices",
    "port_denied": "add this user to the group dialout, then log out and in again",
    "hid_denied": "the system keeps the scanner for itself: give it to the desk with the udev rule of drivers/README.md",
    "port_brltty": "remove brltty, then unplug the adapter and plug it in again",
    "port_ambiguous": "two devices have the same number: unplug one, or choose the port again",
    "no_answer": "check its power, then its number and speed in the settings of the device",
    "garbled": "check its speed, and keep the line away from power lines",
    "library_missing": "the library of this kind of reader is not installed here: hidapi (scanners in HID POS mode) comes"
    " with the program, pyscard (PC/SC) on Windows only; drivers/README.md says how to get it",
    "service_off": "start the smart card service of the system",
    "option": "its settings do not fit: change them on the page of devices",
    "no_driver": "this program has no driver for it: update the program",
}


def look(desk: Desk) -> Iterator[tuple[str, bool, str, str]]:
    """(subject, good, state, remedy) of each device that is set up and in use."""
    from desk.devices import reads
    from drivers import registry

    with desk.store.reading() as r:
        found = reads.devices(r)
        unsure = len(reads.unresolved(r))
    kinds = registry.find() if found else {}
    for one in found:
        if one.off:
            yield f"device {one.name}", True, f"{one.driver}, not in use", ""
        elif one.training:
            yield f"device {one.name}", True, f"{one.driver}, for practice", ""
        else:
            code = _asked(one, kinds)
            words = code or "works"
            yield f"device {one.name}", not code, f"{one.driver} at {one.address}: {words}", REMEDIES.get(code, "see the page of devices") if code else ""  # fmt: skip
    if unsure:
        yield "device actions", False, f"{unsure} without a certain outcome", "look, and say on the page of devices what became of them"  # fmt: skip


def _asked(one: SetUp, kinds: Mapping[str, type[Driver]]) -> str:
    kind = kinds.get(one.driver)
    if kind is None:
        return "no_driver"
    try:
        return kind.probe({**one.options, **({"port": one.address} if one.address else {})})
    except ValueError:
        return "option"
