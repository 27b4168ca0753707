"""The cameras QtMultimedia knows. Imported after the first paint only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QMediaDevices

from ui.hardware.choice import CameraInfo
from ui.hardware.qt_sources import CameraSource
from ui.hardware.sources import FrameSource


class QtDevices(QObject):
    """`changed` is called on the Qt thread when a camera was plugged in or pulled out."""

    def __init__(self, changed: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(changed)

    def inputs(self) -> list[CameraInfo]:
        return [
            CameraInfo(bytes(d.id().data()).hex(), d.description(), d.isDefault()) for d in QMediaDevices.videoInputs()
        ]

    def open(self, camera_id: str) -> FrameSource:
        """Raises LookupError when the camera has gone between listing and opening."""
        for device in QMediaDevices.videoInputs():
            if bytes(device.id().data()).hex() == camera_id:
                return CameraSource(device)
        raise LookupError(camera_id)
