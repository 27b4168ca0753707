"""Files on paper's way: whole or not at all, and told when the disk refuses."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from desk.core.errors import Trouble


class Cancelled(Exception):
    """Raised inside `whole` to leave without a file."""


@contextmanager
def whole(path: Path) -> Iterator[QBuffer]:
    """A device to write to; its bytes become the file when the block ends well. Cancelled leaves quietly, without one.

    In memory first (28,231 labels are 34 MB), because Qt's PDF writer passes over short writes of a full disk.
    Raises Trouble("paper.not_written").
    """
    if not os.access(path.parent, os.W_OK):  # say so now, not after a minute's work
        raise Trouble("paper.not_written")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    try:
        yield buffer
    except Cancelled:
        return
    save_bytes(bytes(buffer.data().data()), path)


def save_png(picture: QImage, path: Path) -> None:
    """Save a picture as PNG. Raises Trouble("paper.not_written")."""
    with whole(path) as device:
        QImageWriter(device, QByteArray(b"PNG")).write(picture)


def save_bytes(data: bytes, path: Path) -> None:
    """Put a file in its place in one step; an older one stays until then.

    Raises Trouble("paper.not_written"): folder gone or read-only, disk full, or the older file is open elsewhere.
    """
    part: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            part = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        if part is not None:
            part.unlink(missing_ok=True)
        raise Trouble("paper.not_written") from error
