"""Width and height out of a picture's first bytes, so that a decompression bomb is refused before it is opened."""

from __future__ import annotations

import struct


def picture_size(data: bytes) -> tuple[int, int] | None:
    """(width, height) for PNG, JPEG, GIF, BMP, WebP and TIFF; None when the header says nothing we know."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:3] == b"GIF" and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    if data[:2] == b"BM" and len(data) >= 26:
        width, height = struct.unpack("<ii", data[18:26])
        return abs(width), abs(height)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    if data[:2] == b"\xff\xd8":
        return _jpeg(data)
    if data[:4] in (b"II*\x00", b"MM\x00*"):
        return _tiff(data)
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    """RFC 9649: lossy, lossless and extended files keep their size in three different places."""
    if len(data) < 30:
        return None
    if data[12:16] == b"VP8 ":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Walks the segments to the frame header (SOF0..SOF15 without DHT, JPG and DAC), ISO/IEC 10918-1 B.2.2."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        if mark == 0xFF:
            at += 1
        elif 0xD0 <= mark <= 0xD9:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _tiff(data: bytes) -> tuple[int, int] | None:
    """TIFF 6.0 section 2: tags 256 (width) and 257 (height) of the first directory, as SHORT (3) or LONG (4)."""
    order = "<" if data[:2] == b"II" else ">"
    at = int(struct.unpack(order + "I", data[4:8])[0]) if len(data) >= 8 else len(data)
    if at + 2 > len(data):
        return None
    found: dict[int, int] = {}
    for entry in range(struct.unpack(order + "H", data[at : at + 2])[0]):
        line = data[at + 2 + entry * 12 : at + 14 + entry * 12]
        if len(line) < 12:
            break
        tag, kind = struct.unpack(order + "HH", line[:4])
        if tag in (256, 257):
            found[tag] = struct.unpack(order + ("H" if kind == 3 else "I"), line[8:10] if kind == 3 else line[8:12])[0]
    return (found[256], found[257]) if len(found) == 2 else None
