"""Pictures as the dots of an attached printer: black or white, packed as one text for its queue."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage

from ui.paper.column import Block, image

ROLL_DOTS = 384  # 48 mm at 203 dpi: fits rolls of 58 and of 80 mm
PRINTED = {"58": ROLL_DOTS, "80": 576}  # mm of paper: dots a head of 203 dpi prints on it, 8 to the mm


def roll_dots(options: Mapping[str, object]) -> int:
    """How wide this receipt printer prints, by the roll it is set to."""
    return PRINTED.get(str(options.get("paper_mm", "")), ROLL_DOTS)


def packed(picture: QImage, cut: bool = True, copies: int = 1) -> str:
    """One picture as a job of desk.devices.paper: dark dots black."""
    from desk.devices import paper

    mono = picture.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    wide, step = mono.width(), (mono.width() + 7) // 8
    black_is_one = mono.colorTable()[1] & 0xFFFFFF == 0
    bits, line = bytes(mono.constBits()), mono.bytesPerLine()
    rows = b"".join(bits[at * line : at * line + step] for at in range(mono.height()))
    return paper.packed(
        [paper.Bitmap(wide, rows if black_is_one else bytes(byte ^ 0xFF for byte in rows))], cut, copies=copies
    )


def try_page(options: Mapping[str, object]) -> str:
    """A page to see whether a printer with these options prints: a rare character, thin and thick lines, a code."""

    blocks = (
        Block(QCoreApplication.translate("Paper", "打印机试页"), 1.6, True, middle=True),
        Block(rule=True),
        Block(QCoreApplication.translate("Paper", "字看得清，纸切得齐，就说明它好用。"), 1.0),
        Block("龘 㛃 𠮷  0123456789", 1.2),
        Block(code="https://example.invalid/try"),
    )
    return packed(image(blocks, roll_dots(options)))
