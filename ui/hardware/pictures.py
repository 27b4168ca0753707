"""Photos for the record: from a file or from what the camera shows, made small, without what a phone writes into them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader

from desk.core.errors import Refused

if TYPE_CHECKING:
    from ui.hardware.frames import Gray

LONGEST_PX, QUALITY = 1600, 80
MOST_MB = 256  # of memory for one picture


def from_file(path: Path) -> QImage:
    """A picture file the right way up; a null picture for anything else."""
    QImageReader.setAllocationLimit(MOST_MB)
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    return reader.read()


def of_gray(gray: Gray) -> QImage:
    """A picture of a camera of which only brightness is known."""
    high, wide = gray.shape
    return QImage(gray.tobytes(), wide, high, wide, QImage.Format.Format_Grayscale8).copy()


def small(image: QImage) -> QImage:
    """No larger than is kept. Raises Refused("picture.unreadable") for no picture at all."""
    if image.isNull():
        raise Refused("picture.unreadable")
    if max(image.width(), image.height()) <= LONGEST_PX:
        return image
    return image.scaled(
        LONGEST_PX, LONGEST_PX, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def jpeg(image: QImage) -> bytes:
    """As it is kept: without what a phone writes into its photos. Raises Refused("picture.unreadable")."""
    return _encoded(small(image), "JPEG", QUALITY)


def png(image: QImage) -> bytes:
    """A drawing (a signature), exactly."""
    return _encoded(image, "PNG", -1)


def image_of(data: bytes | None) -> QImage:
    """The picture in these bytes; a null one when there is none."""
    image = QImage()
    if data:
        image.loadFromData(data)
    return image


def _encoded(image: QImage, form: str, quality: int) -> bytes:
    array = QByteArray()
    buffer = QBuffer(array)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, form, quality):  # type: ignore[call-overload]
        raise Refused("picture.unreadable")
    return bytes(array.data())
