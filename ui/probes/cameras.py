"""--probe cameras: every camera by name, and what became of opening the one we would take."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtWidgets import QApplication

PATIENCE_S = 4


def look() -> dict[str, object]:
    """{"cameras": [{"id", "name", "default"}], "first": a camera.* code}; a Qt application must exist."""
    from ui.hardware.choice import Choice, pick
    from ui.hardware.qt_devices import QtDevices

    devices = QtDevices(lambda: None)
    found = [{"id": c.id, "name": c.name, "default": c.default} for c in devices.inputs()]
    first = pick(Choice(), devices.inputs())
    opened = _try(devices, first.id) if first is not None else "camera.none"
    return {"cameras": found, "first": opened}


def _try(devices: Any, camera_id: str) -> str:
    """The state a camera is in after at most four seconds."""
    told: list[str] = []
    source = devices.open(camera_id)
    source.start(lambda frame: None, told.append)
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and told[-1:] in ([], ["camera.opening"]):
        QApplication.processEvents()
        time.sleep(0.02)
    source.stop()
    return told[-1] if told else "camera.silent"
