"""Gray pixels out of a video frame: the Y plane is mapped where there is one (0.1 ms at 720p), never converted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtMultimedia import QVideoFrame

Gray = NDArray[np.uint8]


@dataclass(frozen=True)
class Frame:
    """One picture of a source. gray: height x width, contiguous, owned; at_ms: UTC milliseconds it arrived."""

    gray: Gray
    at_ms: int


def gray_of(video: QVideoFrame) -> Gray | None:
    """A copy of the frame's brightness, or None when the frame cannot be read (a torn or empty buffer)."""
    from PySide6.QtMultimedia import QVideoFrame

    step = _steps().get(video.pixelFormat())
    if step is None:
        image = video.toImage()
        return None if image.isNull() else gray_of_image(image)
    if not video.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        return _plane(video.bits(0), video.bytesPerLine(0), video.width(), video.height(), *step)
    finally:
        video.unmap()


def gray_of_image(image: QImage) -> Gray:
    """Brightness of any QImage, as a copy."""
    from PySide6.QtGui import QImage

    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    plane = _plane(gray.constBits(), gray.bytesPerLine(), gray.width(), gray.height(), 1, 0)
    return plane if plane is not None else np.zeros((1, 1), np.uint8)


def bgr_of_image(image: QImage) -> NDArray[np.uint8]:
    """High x wide x 3, blue green red as OpenCV takes them, as a copy: Qt frees its own with the image."""
    from PySide6.QtGui import QImage

    if image.isNull():
        return np.zeros((1, 1, 3), np.uint8)
    plain = image.convertToFormat(QImage.Format.Format_BGR888)
    plane = _plane(plain.constBits(), plain.bytesPerLine(), plain.width() * 3, plain.height(), 1, 0)
    assert plane is not None  # no line of an image is shorter than its pixels
    return plane.reshape(plain.height(), plain.width(), 3)


def _plane(data: Any, stride: int, width: int, height: int, step: int, first: int) -> Gray | None:
    """Every `step`th byte from `first`, line by line; lines are `stride` bytes apart, often wider than the picture."""
    pixels = np.frombuffer(data, np.uint8)
    need = stride * (height - 1) + width * step
    if stride < width * step or len(pixels) < need or width < 1 or height < 1:
        return None
    if len(pixels) < stride * height:  # the last line may lack its padding
        pixels = np.concatenate([pixels, np.zeros(stride * height - len(pixels), np.uint8)])
    lines = pixels[: stride * height].reshape(height, stride)
    return np.array(lines[:, first : first + width * step : step], order="C", copy=True)


def _steps() -> dict[Any, tuple[int, int]]:
    """Pixel format -> (bytes from one brightness to the next, place of the first)."""
    from PySide6.QtMultimedia import QVideoFrameFormat

    kind = QVideoFrameFormat.PixelFormat
    planar = (kind.Format_NV12, kind.Format_NV21, kind.Format_YUV420P, kind.Format_YUV422P, kind.Format_YV12)
    return {
        **dict.fromkeys(planar, (1, 0)),
        kind.Format_Y8: (1, 0),
        kind.Format_IMC1: (1, 0),
        kind.Format_IMC2: (1, 0),
        kind.Format_IMC3: (1, 0),
        kind.Format_IMC4: (1, 0),
        kind.Format_YUYV: (2, 0),
        kind.Format_UYVY: (2, 1),
    }
