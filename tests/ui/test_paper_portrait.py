"""A photo on a badge and on a duty card: the face cut out as on a pass, dots on a label printer, and room for the words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from ui.paper import badge, duty_card, portrait

SIZE = QSize(856, 540)  # ten dots to the mm of a card


@pytest.fixture
def gray(qapp: QApplication) -> QImage:
    made = QImage(250, 320, QImage.Format.Format_RGB32)
    made.fill(QColor(128, 128, 128))
    return made


@pytest.mark.parametrize(
    "face", [QRect(300, 100, 120, 160), QRect(0, 0, 100, 120), QRect(560, 420, 80, 60), QRect(0, 0, 640, 480)]
)
def test_the_cut_has_the_shape_of_a_pass_and_stays_in_the_picture(face: QRect) -> None:
    picture = QImage(640, 480, QImage.Format.Format_RGB32)
    picture.fill(QColor(9, 9, 9))
    made = portrait.cut(picture, face)
    assert made.width() / made.height() == pytest.approx(portrait.SHAPE, abs=0.02)
    assert made.pixelColor(0, 0) == made.pixelColor(made.width() - 1, made.height() - 1) == QColor(9, 9, 9)


def dots(image: QImage, box: QRect) -> float:
    """The share of black."""
    xs, ys = range(box.left(), box.right()), range(box.top(), box.bottom())
    points = [image.pixelColor(x, y).lightness() for x in xs for y in ys]
    return sum(point < 128 for point in points) / len(points)


def test_on_a_label_half_grey_is_half_the_dots(gray: QImage) -> None:
    for job in (
        badge.job("OP-ABCDEFGHJKMNPQRS", "王老师", "保安", gray),
        duty_card.job("D-ABC", "K 123 456 789", "王老师", "楼组长", "锦绣苑", gray),
    ):
        assert job.label is not None
        image = job.label(SIZE, False)
        assert isinstance(image, QImage)
        there = QRect(540, 90, 120, 200) if "工作卡" in job.title else QRect(640, 110, 120, 200)
        assert 0.4 < dots(image, there) < 0.6


def test_without_a_photo_nothing_stands_there(qapp: QApplication, tmp_path: Path, gray: QImage) -> None:
    badge.write_badge(tmp_path / "plain.pdf", "OP-ABCDEFGHJKMNPQRS", "王老师", "保安")
    badge.write_badge(tmp_path / "photo.pdf", "OP-ABCDEFGHJKMNPQRS", "王老师", "保安", gray)
    images = [(tmp_path / f"{one}.pdf").read_bytes().count(b"/Subtype /Image") for one in ("plain", "photo")]
    assert images == [0, 1]
