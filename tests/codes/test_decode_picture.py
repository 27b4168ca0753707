"""Pictures from files: what is refused and what is read."""

import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from desk.codes.decode.picture import BIG_PX, read_gray
from desk.core.errors import Refused


def written(path: Path, pixels: np.ndarray) -> Path:
    done, data = cv2.imencode(path.suffix, pixels)
    assert done
    path.write_bytes(data.tobytes())
    return path


def png_claiming(width: int, height: int) -> bytes:
    """A tiny file that unpacks into a giant picture."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(100_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("name", ["code.png", "code.jpg", "code.bmp", "code.webp", "code.tiff", "门岗 二维码 é.png"])
def test_reads_grey_pixels(tmp_path: Path, name: str) -> None:
    colour = np.full((40, 60, 3), (10, 200, 90), np.uint8)
    gray = read_gray(written(tmp_path / name, colour))
    assert gray.shape == (40, 60)
    assert gray.dtype == np.uint8
    assert abs(int(gray[20, 30]) - 145) <= 4


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a\x05\x00\x05\x00"]
)
def test_refuses_what_is_no_picture(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.png").write_bytes(data)
    with pytest.raises(Refused, match=r"picture\.unreadable"):
        read_gray(tmp_path / "x.png")


@pytest.mark.parametrize("path", ["missing.png", ".", "nul\x00inside.png"])
def test_refuses_missing_files_and_folders(tmp_path: Path, path: str) -> None:
    with pytest.raises(Refused, match=r"picture\.unreadable"):
        read_gray(f"{tmp_path}/{path}")


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".bmp", ".webp", ".tiff"])
def test_refuses_pictures_that_are_cut_off(tmp_path: Path, suffix: str) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (200, 200), np.uint8)
    whole = written(tmp_path / f"whole{suffix}", noise).read_bytes()
    for share in (0.02, 0.3, 0.9):
        (tmp_path / "cut").write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(Refused, match=r"picture\.unreadable"):
            read_gray(tmp_path / "cut")


def test_refuses_a_bomb_by_its_header(tmp_path: Path) -> None:
    (tmp_path / "bomb.png").write_bytes(png_claiming(60_000, 60_000))
    with pytest.raises(Refused, match=r"picture\.too_big") as refused:
        read_gray(tmp_path / "bomb.png")
    assert refused.value.facts == {"megapixels": 3600}


def test_reduces_huge_pictures(tmp_path: Path) -> None:
    huge = np.full((6000, 7000), 255, np.uint8)
    huge[:3000] = 0
    for name in ("huge.png", "huge.jpg"):
        gray = read_gray(written(tmp_path / name, huge))
        assert gray.size <= BIG_PX
        assert abs(gray.shape[1] / gray.shape[0] - 7 / 6) < 0.01
        assert (gray[gray.shape[0] // 4, 5], gray[gray.shape[0] * 3 // 4, 5]) == (0, 255)
