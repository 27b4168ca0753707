"""The font of everything printed."""

from __future__ import annotations

from PySide6.QtGui import QFont

from ui.theme.fonts import font


def face(px: float, bold: bool = False) -> QFont:
    """The program's font at a size in device units (at least 1).

    Without local forms: with them, digits beside Latin letters become glyphs whose text a PDF loses, and nobody could
    search a sheet of a thousand pages for a serial.
    """
    made = font(max(1, round(px)), bold)
    made.setFeature(QFont.Tag("locl"), 0)
    return made
