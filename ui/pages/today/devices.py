"""What Today says of attached devices: trouble, what nobody is sure of, what runs out. No Qt."""

from __future__ import annotations

from typing import Any

from ui.pages.today.model import Kind, Matter


def matters_of(r: Any, ports: Any) -> tuple[Matter, ...]:
    """A row each. name: the device or thing; n: how many; who: its state, where it is one alone."""
    from desk.devices import reads

    if not ports.desk.actor.may("device.use"):
        return ()
    rows = []
    unsure = len(reads.unresolved(r))
    if unsure:
        rows.append(Matter(Kind.DEVICE_UNSURE, "devices", {"panel": "history"}, n=unsure))
    devices = ports.extras.get("devices")
    bad = (
        [one for one in devices.everything() if not one.ok and one.code != "device.off"] if devices is not None else []
    )
    if bad:
        first = {"device_id": bad[0].id} if len(bad) == 1 else {}
        rows.append(Matter(Kind.DEVICE_BAD, "devices", first, who=bad[0].code, name=bad[0].name, n=len(bad)))
    low = [one for one in reads.stock(r) if one.is_low and one.here]
    if low:
        rows.append(
            Matter(Kind.STOCK_LOW, "devices", {"panel": "stock"}, name=low[0].name, n=len(low), over_min=low[0].left)
        )
    return tuple(rows)
