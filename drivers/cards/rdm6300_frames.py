"""RDM6300 and like: a 125 kHz reader on a serial line that repeats a tag's number while it is near (DEVICES 7)."""

from __future__ import annotations

from drivers.api import Reading
from drivers.framing import FrameDecoder

ETX = 0x03
HEX = frozenset(
    b"0123456789ABCDEF"
)  # small letters are none: one bit apart from the capitals, they would pass the check


class Rdm6300Decoder(FrameDecoder):
    """A `card` for each frame: uid (four bytes), version (the byte before them), printed (ten digits as on the tag)."""

    START = b"\x02"
    MAX = 14

    def size(self, buffer: bytearray, at: int) -> int:
        return 14

    def parse(self, frame: bytes) -> Reading | None:
        if frame[13] != ETX or not HEX.issuperset(frame[1:13]):
            return None
        raw = bytes.fromhex(frame[1:13].decode("ascii"))
        if raw[0] ^ raw[1] ^ raw[2] ^ raw[3] ^ raw[4] != raw[5]:
            return None
        number = int.from_bytes(raw[1:5], "big")
        return Reading("card", {"uid": f"{number:08X}", "version": raw[0], "printed": f"{number:010}"})
