"""Writes windows/program.ico from the program's drawing (resources/app-icon.svg); needs rsvg-convert."""

from __future__ import annotations

import struct
import subprocess

from setup_venv import ROOT

SIZES = (256, 64, 48, 32, 16)
SOURCE, TARGET = ROOT / "resources" / "app-icon.svg", ROOT / "packaging" / "windows" / "program.ico"


def ico(pictures: dict[int, bytes]) -> bytes:
    """An icon of PNG pictures by their size, which Windows has read since Vista."""
    at, head, body = 6 + 16 * len(pictures), struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in pictures.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at + len(body))
        body += picture
    return head + body


def drawn(size: int) -> bytes:
    """The drawing as PNG."""
    command = ["rsvg-convert", "-w", str(size), "-h", str(size), str(SOURCE)]
    return subprocess.run(command, capture_output=True, check=True).stdout


if __name__ == "__main__":
    TARGET.write_bytes(ico({size: drawn(size) for size in SIZES}))
