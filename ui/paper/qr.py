"""QR codes as vectors: black on white whatever the theme, whole pixels a module, quiet zone included."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from desk.codes.matrix import QUIET, Level, Matrix, matrix

WHITE, BLACK = QColor(Qt.GlobalColor.white), QColor(Qt.GlobalColor.black)


def outline(code: Matrix) -> QPainterPath:
    """The dark modules as one path; one unit is a module, the quiet zone is not in it."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for x, y, width, height in code.rects:
        path.addRect(x, y, width, height)
    return path


def modules(code: Matrix) -> int:
    """Modules across with the quiet zone on both sides."""
    return code.size + 2 * QUIET


def module_size(code: Matrix, side: float) -> float:
    """Device units a module gets in a box of this side: a whole number wherever one fits."""
    return float(side // modules(code)) or side / modules(code)


def draw(painter: QPainter, code: Matrix, box: QRectF) -> QRectF:
    """Draw a code with its white margin in the middle of a box (device units); returns what it covers.

    Edges fall on whole device units and are not smoothed: scanners want them sharp.
    """
    step = module_size(code, min(box.width(), box.height()))
    side = step * modules(code)
    left, top = round(box.center().x() - side / 2), round(box.center().y() - side / 2)
    covered = QRectF(left, top, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(covered, WHITE)
    painter.translate(left + QUIET * step, top + QUIET * step)
    painter.scale(step, step)
    painter.fillPath(outline(code), BLACK)
    painter.restore()
    return covered


def image(text: str, side_px: int, level: Level = Level.M) -> QImage:
    """A code as a picture no larger than side_px (never smaller than one pixel a module). Level M is for screens."""
    code = matrix(text, level)
    step = max(1, side_px // modules(code))
    picture = QImage(step * modules(code), step * modules(code), QImage.Format.Format_RGB32)
    picture.fill(WHITE)
    painter = QPainter(picture)
    draw(painter, code, QRectF(picture.rect()))
    painter.end()
    return picture


def svg_path(code: Matrix) -> str:
    """The dark modules as path data, one unit a module, the quiet zone not in it."""
    return "".join(f"M{x} {y}h{w}v{h}h-{w}z" for x, y, w, h in code.rects)
