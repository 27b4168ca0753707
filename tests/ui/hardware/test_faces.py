"""Faces are found large and small and painted over for good; the detector is the file it is said to be."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.hardware import faces, pictures

PORTRAITS = Path(__file__).with_name("faces")
SHA256 = "49f000ec501fef24739071fc7e68267d32209045b6822c0c72dce1da25726f10"


def scene(*people: tuple[str, int, int, int], angle: float = 0) -> tuple[QImage, list[QRect]]:
    """A grey wall with portraits on it: (file, side, x, y); where they hang."""
    wall = QImage(1600, 1000, QImage.Format.Format_RGB32)
    wall.fill(QColor(130, 135, 128))
    painter, where = QPainter(wall), []
    for name, side, x, y in people:
        portrait = QImage(str(PORTRAITS / name))
        small = portrait.scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.save()
        painter.translate(x, y)
        painter.rotate(angle)
        painter.drawImage(0, 0, small)
        painter.restore()
        where.append(QRect(x, y, small.width(), small.height()))
    painter.end()
    return wall, where


def test_the_detector_is_the_one_whose_licence_lies_beside_it() -> None:
    assert sha256(faces.MODEL.read_bytes()).hexdigest() == SHA256
    licence = (faces.MODEL.parent / "LICENSE-yunet.txt").read_text(encoding="utf-8")
    assert SHA256 in licence
    assert "MIT License" in licence


@pytest.mark.parametrize("side", [900, 300, 120, 60])
def test_every_face_of_a_scene_is_found(side: int) -> None:
    wall, where = scene(("portrait_1.jpg", side, 20, 30), ("portrait_2.jpg", min(side, 500), 1050, 200))
    found = faces.find(wall)
    assert len(found) == 2
    for portrait in where:
        assert any(portrait.adjusted(-20, -20, 20, 20).contains(box.center()) for box in found)
    assert all(wall.rect().contains(box) for box in found)


def test_a_head_held_askew_is_found() -> None:
    wall, _ = scene(("portrait_1.jpg", 300, 500, 300), angle=20)
    assert len(faces.find(wall)) == 1


def test_a_wall_has_no_face() -> None:
    assert faces.find(scene()[0]) == ()
    assert faces.find(QImage()) == ()


def test_what_is_painted_over_is_gone() -> None:
    wall, _ = scene(("portrait_1.jpg", 300, 500, 300))
    boxes = faces.find(wall)
    made = faces.covered(wall, boxes)
    (box,) = boxes
    assert not any(box.intersects(other) for other in faces.find(made))
    assert {
        made.pixelColor(x, y).name()
        for x in range(box.left(), box.right(), 7)
        for y in range(box.top(), box.bottom(), 7)
    } == {faces.COVER.name()}
    assert made.pixelColor(5, 5) == wall.pixelColor(5, 5)
    kept = pictures.image_of(pictures.jpeg(made))
    assert not any(box.intersects(other) for other in faces.find(kept))
    assert len(faces.find(wall)) == 1, "the picture itself is as it was"
