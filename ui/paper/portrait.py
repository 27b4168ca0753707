"""A face on a card: cut out of the picture as on a pass, and drawn so that a thermal head prints it too."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

SHAPE = 25 / 32  # of the national ID photo, wide to high
TALL = 1.35  # of the box around the face, which has hair and chin in it already
LIFT = 0.04  # of the height: eyes above the middle


def cut(picture: QImage, face: QRect) -> QImage:
    """The part of the picture around a face, as wide to high as SHAPE; smaller where the picture ends."""
    high = min(face.height() * TALL, picture.height(), picture.width() / SHAPE)
    wide = high * SHAPE
    middle = QRectF(face).center() + QPointF(0, high * LIFT)
    left = min(max(middle.x() - wide / 2, 0.0), picture.width() - wide)
    top = min(max(middle.y() - high / 2, 0.0), picture.height() - high)
    return picture.copy(QRect(round(left), round(top), int(wide), int(high)))


def draw(painter: QPainter, photo: QImage, box: QRectF) -> None:
    """Into a box of SHAPE. A picture (what a label printer gets) is black and white, so there it is drawn as dots."""
    device = painter.device()
    if isinstance(device, QImage):
        size = QSize(max(1, round(box.width())), max(1, round(box.height())))
        small = photo.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        gray = small.convertToFormat(QImage.Format.Format_Grayscale8)
        painter.drawImage(box.topLeft().toPoint(), gray.convertToFormat(
            QImage.Format.Format_Mono, Qt.ImageConversionFlag.DiffuseDither
        ))  # fmt: skip
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(box, photo)
