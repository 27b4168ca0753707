"""Which eye the desk looks through: remembered as one short text in the machine's settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ui.hardware.sources import FrameSource

KINDS = ("auto", "camera", "picture", "folder", "video", "mjpeg", "demo", "off")


@dataclass(frozen=True)
class Choice:
    """kind: one of KINDS; value: id of the camera in hex, a path or an address; name: what the system calls a camera."""

    kind: str = "auto"
    value: str = ""
    name: str = ""

    def text(self) -> str:
        """`camera|68656c6c6f|HD Webcam`, for the settings file."""
        return "|".join((self.kind, self.value.replace("|", "%7C"), self.name.replace("|", " "))).rstrip("|")

    @classmethod
    def parse(cls, text: str) -> Choice:
        """Also takes what a person types on a command line: a file, a folder, `demo`, `off`, an http address."""
        head, _, rest = text.partition("|")
        if head in KINDS:
            value, _, name = rest.partition("|")
            return cls(head, value.replace("%7C", "|"), name)
        if text.startswith(("http://", "https://")):
            return cls("mjpeg", text)
        return cls._of_path(Path(text)) if text else cls()

    @classmethod
    def _of_path(cls, path: Path) -> Choice:
        from ui.hardware.sources import PICTURES

        if path.is_dir():
            return cls("folder", str(path))
        return cls("picture" if path.suffix.lower() in PICTURES else "video", str(path))


@dataclass(frozen=True)
class CameraInfo:
    """A camera the system knows now. id: hex, stable while it stays in the same socket; name: what people read."""

    id: str
    name: str
    default: bool = False


class Devices(Protocol):
    """The cameras of the system. The Qt one is in qt_devices.py; tests plug and unplug their own."""

    def inputs(self) -> list[CameraInfo]: ...

    def open(self, camera_id: str) -> FrameSource: ...


def pick(choice: Choice, cameras: list[CameraInfo]) -> CameraInfo | None:
    """The remembered camera by id, else by name (another socket), else for `auto` the default one. None: not there."""
    if choice.kind == "auto":
        return next((c for c in cameras if c.default), cameras[0] if cameras else None)
    same = [c for c in cameras if c.id == choice.value] or [c for c in cameras if choice.name and c.name == choice.name]
    return same[0] if same else None
