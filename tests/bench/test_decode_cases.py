"""BoofCV's set in miniature: its folders, its two forms of label, the texts beside them, and what counts as read."""

from __future__ import annotations

import argparse
import struct
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from desk.bench import decode
from desk.bench.decode_cases import cases, matched, places, shrunk
from desk.codes.decode.model import Gray, Quad
from desk.codes.decode.reader import Read
from desk.codes.decode.trial import flat, matrix

REMARK = "# list of hand selected 2D points\n"
SIDE, HIGH, WIDE = 116, 240, 480  # of a code in these pictures, and of the pictures


def picture(*codes: tuple[str, int, int]) -> Gray:
    """Codes with their left upper corners on white."""
    gray = np.full((HIGH, WIDE), 255, np.uint8)
    for text, left, top in codes:
        drawn = flat(matrix(text), 4)
        assert drawn.shape == (SIDE, SIDE)
        gray[top : top + SIDE, left : left + SIDE] = drawn
    return gray


def save(path: Path, gray: Gray, label: str | None = None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    done, data = cv2.imencode(path.suffix, gray)
    assert done
    path.write_bytes(data.tobytes())
    if label is not None:
        path.with_suffix(".txt").write_text(label, "utf-8")


def corners(left: int, top: int, side: int = SIDE) -> str:
    right, low = left + side, top + side
    return f"{left}.0 {top}.0 {right}.5 {top}.0 {right}.5 {low}.25 {left}.0 {low}.25"


def measured(folder: Path, *options: str) -> dict[str, Any]:
    parser = argparse.ArgumentParser()
    decode.add_arguments(parser)
    words = ["--samples", str(folder), "--made", "0", "--films", "0", "--chain", "ours", *options]
    found: dict[str, Any] = decode.run(parser.parse_args(words))["samples"]
    return found


@pytest.fixture
def boof(tmp_path: Path) -> Path:
    """Two kinds with corners, the folder with texts, and what is not part of the set."""
    detection = tmp_path / "qrcodes" / "detection"
    two = picture(("ONE", 20, 60), ("TWO", 300, 60))
    save(detection / "lots" / "image001.jpg", two, f"{REMARK}SETS\n{corners(20, 60)}\n{corners(300, 60)}\n")
    alone = corners(20, 60).split()
    points = "".join(f"{x} {y}\n" for x, y in zip(alone[::2], alone[1::2], strict=True))
    save(detection / "nominal" / "image001.png", picture(("ONE", 20, 60)), REMARK + points)
    save(detection / "nominal" / "image002.png", two, f"{REMARK}SETS\n{corners(300, 60)}\n{corners(200, 180, 40)}\n")
    save(detection / "nominal" / "not_of_the_set.png", two)
    decoding = tmp_path / "qrcodes" / "decoding"
    save(decoding / "numbers.png", picture(("1 2 3 4 5 6 7 8", 20, 60)), "1 2 3 4 5 6 7 8\n")
    save(decoding / "other.png", picture(("READ", 20, 60)), "MEANT")
    return tmp_path


def test_the_set_in_miniature_is_measured_by_its_labels(boof: Path) -> None:
    found = measured(boof)
    ours = found["ours"]
    assert set(ours["kinds"]) == {"lots", "nominal", "decoding"}
    assert {key: ours["kinds"]["lots"][key] for key in ("codes", "codes_known", "outside")} == {
        "codes": 2, "codes_known": 2, "outside": 0,
    }  # fmt: skip
    nominal = ours["kinds"]["nominal"]
    assert (nominal["pictures"], nominal["codes"], nominal["codes_known"], nominal["outside"]) == (2, 2, 3, 1)
    assert (ours["kinds"]["decoding"]["pictures_read"], ours["kinds"]["decoding"]["false"]) == (2, 1)
    assert ours["mean_of_kinds_percent"] == round(100 * (1 + 2 / 3) / 2, 1)  # of the kinds with corners alone
    assert found["targets"] == {"mean_of_kinds_percent": 80}


def test_a_folder_without_labels_has_every_picture_and_no_target(tmp_path: Path) -> None:
    save(tmp_path / "a.png", picture(("ONE", 20, 60)))
    save(tmp_path / "b.png", picture())
    found = measured(tmp_path)
    assert (found["ours"]["pictures"], found["ours"]["pictures_read"]) == (2, 1)
    assert "targets" not in found


@pytest.mark.parametrize(
    ("label", "count"),
    [
        (f"{REMARK}SETS\n{corners(0, 0)}\n\n{corners(9, 9)}\n", 2),
        (f"SETS\n1 2 3 4 5 6\n{corners(0, 0)}\n", 1),  # a line of three points shifts no other
        (f"SETS\nno numbers here at all\n{corners(0, 0)}", 1),
        ("# one code\n0 0\n9 0\n9 9\n0 9\n", 1),
        ("0 0\n9 0\n9 9\n", 0),
        ("SETS\n", 0),
        ("", 0),
    ],
)
def test_labels(label: str, count: int) -> None:
    assert len(places(label.splitlines())) == count


def test_corners_are_rounded_points_in_their_order() -> None:
    assert places(["SETS", "1.4 2.6 10 2 10 11 1 11"]) == (((1, 3), (10, 2), (10, 11), (1, 11)),)


def at(x: int, y: int) -> Read:
    return Read("", b"", ((x - 2, y - 2), (x + 2, y - 2), (x + 2, y + 2), (x - 2, y + 2)))


def square(left: int, top: int, side: int) -> Quad:
    return (left, top), (left + side, top), (left + side, top + side), (left, top + side)


def test_a_read_counts_for_the_code_its_middle_lies_in_and_for_one_alone() -> None:
    here, there = square(0, 0, 20), square(100, 0, 20)
    assert matched([at(10, 10), at(110, 10)], (here, there)) == 2
    assert matched([at(50, 10)], (here, there)) == 0
    assert matched([at(10, 10)], (here, square(5, 5, 20))) == 1
    assert matched([at(10, 10), at(10, 10)], (here,)) == 1


def test_corners_lie_on_the_pixels_as_stored_however_the_camera_was_held(tmp_path: Path) -> None:
    save(tmp_path / "turned" / "image001.jpg", picture(("ONE", 300, 60)), f"SETS\n{corners(300, 60)}\n")
    path = tmp_path / "turned" / "image001.jpg"
    tiff = (
        b"II*\0" + struct.pack("<IH", 8, 1) + struct.pack("<HHIHHI", 0x112, 3, 1, 6, 0, 0)
    )  # to be shown turned by 90°
    data, exif = path.read_bytes(), b"Exif\0\0" + tiff
    path.write_bytes(data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:])
    shown = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    assert shown is not None
    assert shown.shape == (WIDE, HIGH)
    (case,) = cases(tmp_path)
    assert case.pixels().shape == (HIGH, WIDE)
    assert measured(tmp_path)["ours"]["codes"] == 1


def test_a_labelled_picture_that_cannot_be_read_is_counted_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"")
    (tmp_path / "a.txt").write_text(f"SETS\n{corners(0, 0)}\n", "utf-8")
    assert measured(tmp_path)["unreadable"] == 1


def test_labels_shrink_with_their_picture() -> None:
    gray = np.zeros((1440, 2560), np.uint8)
    small, (place,) = shrunk(gray, (square(200, 400, 100),))
    assert small.shape == (720, 1280)
    assert np.allclose(place, square(100, 200, 50), atol=1)
