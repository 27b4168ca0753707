"""Brightness out of video frames: every pixel format, strides wider than the picture."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from ui.hardware.frames import _plane, bgr_of_image, gray_of, gray_of_image

P = QVideoFrameFormat.PixelFormat
WIDTH, HEIGHT = 66, 34  # no multiple of what strides are rounded up to


def picture() -> np.ndarray:
    return (np.add.outer(np.arange(HEIGHT) * 3, np.arange(WIDTH) * 2) % 256).astype(np.uint8)


def video_frame(kind: P) -> QVideoFrame:
    step, first = {P.Format_YUYV: (2, 0), P.Format_UYVY: (2, 1)}.get(kind, (1, 0))
    frame = QVideoFrame(QVideoFrameFormat(QSize(WIDTH, HEIGHT), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    data = np.frombuffer(frame.bits(0), np.uint8)
    stride = frame.bytesPerLine(0)
    lines = data[: stride * HEIGHT].reshape(HEIGHT, stride)
    lines[:, first : first + WIDTH * step : step] = picture()
    frame.unmap()
    return frame


@pytest.mark.parametrize(
    "kind",
    [P.Format_NV12, P.Format_NV21, P.Format_YUV420P, P.Format_YV12, P.Format_Y8, P.Format_YUYV, P.Format_UYVY],
)
def test_brightness_is_mapped_from_every_format(kind: P) -> None:
    gray = gray_of(video_frame(kind))
    assert gray is not None
    assert gray.flags.c_contiguous
    assert gray.flags.owndata
    assert np.array_equal(gray, picture())


def test_other_formats_are_converted() -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(0xFF808080)
    gray = gray_of(QVideoFrame(image))
    assert gray is not None
    assert gray.shape == (HEIGHT, WIDTH)
    assert abs(int(gray.mean()) - 128) <= 2


def test_an_empty_frame_is_nothing() -> None:
    assert gray_of(QVideoFrame()) is None


def test_image_lines_padded_to_four_bytes() -> None:
    image = QImage(5, 3, QImage.Format.Format_Grayscale8)
    image.fill(7)
    assert np.array_equal(gray_of_image(image), np.full((3, 5), 7, np.uint8))


def test_a_torn_buffer_is_refused_and_a_last_line_without_padding_is_not() -> None:
    assert _plane(bytes(10), 8, 6, 3, 1, 0) is None
    plane = _plane(bytes(range(8 * 2 + 6)), 8, 6, 3, 1, 0)
    assert plane is not None
    assert plane[2].tolist() == [16, 17, 18, 19, 20, 21]


@pytest.mark.parametrize("wide", [640, 641])  # a line without padding, and one with it
def test_colours_are_a_copy_that_outlives_the_image(wide: int) -> None:
    image = QImage(wide, 480, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 20, 30))
    pixels = bgr_of_image(image)
    assert pixels.shape == (480, wide, 3)
    assert pixels.flags.owndata or (pixels.base is not None and pixels.base.flags.owndata)
    del image
    assert (pixels == (30, 20, 10)).all()
    assert bgr_of_image(QImage()).shape == (1, 1, 3)
