"""Files on paper's way: whole or not at all, and told when the disk refuses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSaveFile
from PySide6.QtGui import QImage

from desk.core.errors import Trouble


class Cancelled(Exception):
    """Raised inside `whole` to leave without a file."""


@contextmanager
def whole(path: Path) -> Iterator[QSaveFile]:
    """A file that appears under its name when everything was written, and never otherwise. Cancelled leaves quietly.

    Raises Trouble("paper.not_written") when the folder is gone or read-only, or the disk is full.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise Trouble("paper.not_written")
    try:
        yield file
    except BaseException as error:
        file.cancelWriting()
        if not isinstance(error, Cancelled):
            raise
        return
    if not file.commit():
        raise Trouble("paper.not_written")


def save_png(picture: QImage, path: Path) -> None:
    """Save a picture as PNG. Raises Trouble("paper.not_written")."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, b"PNG")
    save_bytes(bytes(data.data()), path)


def save_bytes(data: bytes, path: Path) -> None:
    """Save bytes. Raises Trouble("paper.not_written")."""
    with whole(path) as file:
        file.write(data)
