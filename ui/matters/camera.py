"""Photos on their way in: taken or read, made small, faces found; all of it beside the window. No Qt of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desk.core.errors import Refused
from desk.core.lanes import PICTURE
from ui.shell.ports import Ports


@dataclass(frozen=True)
class Taken:
    """A picture that nobody has seen but whoever took it. image: a QImage; faces: QRects of it."""

    image: Any
    faces: tuple[Any, ...] = ()


class Camera:
    """What a row of photos asks of the program. `look(make, done, nothing)`: make answers a QImage, done gets a Taken."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports

    def still(self) -> Any:
        """What the camera of the window shows now, in its colours; None while it shows nothing, which is said."""
        eyes = self._ports.extras.get("eyes")
        image = eyes.still() if eyes is not None else None
        if image is None:
            self._ports.say.problem(Refused("picture.no_camera"))
        return image

    def look(self, make: Callable[[], Any], done: Callable[[Taken], None], nothing: Callable[[], None]) -> None:
        """On the picture lane. nothing: it was no picture, which is said (Refused("picture.unreadable"))."""

        def work() -> Taken:
            from ui.hardware import faces, pictures

            image = pictures.small(make())
            return Taken(image, faces.find(image))

        def failed(error: Exception) -> None:
            self._ports.say.problem(error)
            nothing()

        self._ports.desk.lanes.run(PICTURE, work, done, failed)

    def keep(self, make: Callable[[], Any], done: Callable[[bytes], None]) -> None:
        """On the picture lane too: what may be seen, as a JPEG. make: answers a QImage."""

        def work() -> bytes:
            from ui.hardware import pictures

            return pictures.jpeg(make())

        self._ports.desk.lanes.run(PICTURE, work, done, self._ports.say.problem)
