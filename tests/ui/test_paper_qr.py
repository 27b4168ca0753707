"""Codes drawn: sharp, white around, and read back from the pixels."""

import pytest
import zxingcpp
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desk.codes import payload, token
from desk.codes.matrix import Level, matrix
from desk.codes.rules import Kind
from ui.paper import qr

ID = payload.id_text(bytes(32), Kind.OUTDOOR, "ABCDEFGHJKL")
PASS = token.sign(bytes(32), "ab" * 8, 0, 60_000, 1)


def read(picture: QImage) -> list[str]:
    """What a decoder finds on a picture."""
    found = zxingcpp.read_barcodes(
        picture.convertToFormat(QImage.Format.Format_RGB32), formats=zxingcpp.BarcodeFormat.QRCodeModel2
    )
    return sorted(one.text for one in found)


@pytest.mark.parametrize("text", [ID, PASS, "https://estate.example/c?id=" + ID])
@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("side", [120, 333, 1080])
def test_picture_reads_back_and_has_whole_modules(text: str, level: Level, side: int) -> None:
    picture = qr.image(text, side, level)
    assert read(picture) == [text]
    across = qr.modules(matrix(text, level))
    assert picture.width() % across == 0
    assert picture.width() <= max(side, across)
    colours = {picture.pixel(x, y) & 0xFFFFFF for x in range(picture.width()) for y in (picture.height() // 2,)}
    assert colours <= {0, 0xFFFFFF}


def test_quiet_zone_is_white_on_a_dark_page() -> None:
    page = QImage(400, 300, QImage.Format.Format_RGB32)
    page.fill(QColor("black"))
    painter = QPainter(page)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    covered = qr.draw(painter, matrix(ID), QRectF(10, 10, 380, 280))
    painter.end()
    assert read(page) == [ID]
    step = covered.width() / qr.modules(matrix(ID))
    assert step == int(step) == 9
    inner = covered.adjusted(4 * step, 4 * step, -4 * step, -4 * step)
    for x in range(int(covered.left()), int(covered.right())):
        for y in (int(covered.top()), int(inner.top()) - 1, int(inner.bottom()), int(covered.bottom()) - 1):
            assert page.pixel(x, y) & 0xFFFFFF == 0xFFFFFF


def test_svg_path_and_outline_say_the_same() -> None:
    code = matrix(PASS, Level.M)
    assert qr.svg_path(code).count("M") == len(code.rects)
    assert qr.outline(code).elementCount() == 5 * len(code.rects)
