"""Faces in a photo, found so that they can be covered before anybody else sees it. Nobody is told from anybody else.

The detector is YuNet (Shiqi Yu, MIT), the quantised file of the OpenCV Zoo; it says where a face is and nothing more.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from ui.hardware.frames import bgr_of_image
from ui.theme.resources import RESOURCES

MODEL = RESOURCES / "models" / "face_detection_yunet_2023mar_int8bq.onnx"
LONGEST = (1280, 640)  # small faces are found in the large picture, those that fill it in the small one
SCORE, OVERLAP, MOST = 0.5, 0.3, 200  # a face too many is uncovered by a tap; one too few is seen by everybody
WIDER = 0.25  # of the face on every side: hair and chin belong to it
COVER = QColor(70, 70, 70)


def find(image: QImage) -> tuple[QRect, ...]:
    """Where faces are, each with some room around it, in pixels of the picture. Takes 0.1 s: not on the Qt thread."""
    if image.isNull():
        return ()
    found: list[QRect] = []
    for longest in LONGEST:
        for box in _seen(image, longest):
            if not any(_same(box, other) for other in found):
                found.append(box)
    return tuple(found)


def covered(image: QImage, boxes: tuple[QRect, ...]) -> QImage:
    """The picture with these parts painted over: what was there is gone, not only hidden."""
    made = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(made)
    for box in boxes:
        painter.fillRect(box, COVER)
    painter.end()
    return made


def _seen(image: QImage, longest: int) -> list[QRect]:
    import cv2

    pixels = bgr_of_image(image)
    high, wide = pixels.shape[:2]
    scale = min(1.0, longest / max(high, wide))
    small = cv2.resize(pixels, (max(1, round(wide * scale)), max(1, round(high * scale))), interpolation=cv2.INTER_AREA)
    net = _net()
    net.setInputSize((small.shape[1], small.shape[0]))
    _, rows = net.detect(small)
    return [_box(row, scale, image) for row in (() if rows is None else rows)]


def _box(row: Any, scale: float, image: QImage) -> QRect:
    x, y, wide, high = (float(value) / scale for value in row[:4])
    box = QRect(
        round(x - wide * WIDER), round(y - high * WIDER), round(wide * (1 + 2 * WIDER)), round(high * (1 + 2 * WIDER))
    )
    return box.intersected(image.rect())


def _same(one: QRect, other: QRect) -> bool:
    both = one.intersected(other)
    least = min(one.width() * one.height(), other.width() * other.height())
    return least > 0 and both.isValid() and both.width() * both.height() > least / 2


@cache
def _net() -> Any:
    """Read through Python: OpenCV cannot open a path with Chinese in it on Windows."""
    import cv2
    import numpy as np

    says = cv2.utils.logging
    says.setLogLevel(says.LOG_LEVEL_ERROR)  # it warns at every start that it works on the processor
    data = np.frombuffer(MODEL.read_bytes(), np.uint8)
    return cv2.FaceDetectorYN.create("onnx", data, np.empty(0, np.uint8), (320, 320), SCORE, OVERLAP, MOST)
