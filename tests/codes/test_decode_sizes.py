"""Picture sizes out of headers."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes.decode.sizes import picture_size

GRAY = np.zeros((37, 211), np.uint8)


def encoded(suffix: str, pixels: np.ndarray = GRAY, *settings: int) -> bytes:
    if suffix == ".gif":  # the writer takes colours only
        pixels = cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR)
    done, data = cv2.imencode(suffix, pixels, list(settings))
    assert done
    return data.tobytes()


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".bmp", ".gif", ".tiff"])
def test_knows_the_size_of(suffix: str) -> None:
    assert picture_size(encoded(suffix)) == (211, 37)


@pytest.mark.parametrize("quality", [50, 101])  # 101: lossless
def test_knows_the_size_of_webp(quality: int) -> None:
    colour = cv2.cvtColor(GRAY, cv2.COLOR_GRAY2BGR)
    assert picture_size(encoded(".webp", colour, cv2.IMWRITE_WEBP_QUALITY, quality)) == (211, 37)


def test_knows_the_size_of_extended_webp_and_upside_down_bmp() -> None:
    extended = b"RIFF\x00\x00\x00\x00WEBPVP8X" + bytes(8) + (210).to_bytes(3, "little") + (36).to_bytes(3, "little")
    assert picture_size(extended) == (211, 37)
    upside_down = b"BM" + bytes(16) + (211).to_bytes(4, "little") + (-37).to_bytes(4, "little", signed=True)
    assert picture_size(upside_down) == (211, 37)


def test_progressive_jpeg_with_long_header() -> None:
    data = encoded(".jpg", GRAY, cv2.IMWRITE_JPEG_PROGRESSIVE, 1)
    exif = b"\xff\xe1" + (5000).to_bytes(2, "big") + bytes(4998)
    assert picture_size(data[:2] + exif + data[2:]) == (211, 37)


@given(
    st.binary(max_size=64),
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF", b"BM", b"II*\x00", b"MM\x00*"]),
)
def test_cut_off_and_wrong_headers_raise_nothing(data: bytes, start: bytes) -> None:
    size = picture_size(start + data)
    assert size is None or len(size) == 2


@given(st.integers(0, 60), st.sampled_from([".png", ".jpg", ".tiff", ".gif", ".bmp"]))
def test_every_cut_is_survived(length: int, suffix: str) -> None:
    size = picture_size(encoded(suffix)[:length])
    assert size is None or len(size) == 2
