"""The frames of resident identity card readers, all of which hold the same SAM module (DEVICES 1.2-1.6). No I/O here."""

from __future__ import annotations

from drivers.api import Reading, Value
from drivers.cards.resident_text import identity, words
from drivers.framing import MORE, NEVER, FrameDecoder
from drivers.personal import Personal

HEAD = bytes.fromhex("AA AA AA 96 69")
COMMANDS = {
    "reset": b"\x10\xff",
    "status": b"\x11\xff",
    "sam_id": b"\x12\xff",
    "find": b"\x20\x01",
    "select": b"\x20\x02",
    "read": b"\x30\x01",
    "read_with_fingerprint": b"\x30\x10",
    "read_new_address": b"\x30\x03",
}
SPEEDS = {115200: 0, 57600: 1, 38400: 2, 19200: 3, 9600: 4}
LEAST, MOST = (
    4,
    4096,
)  # of the length field: three status bytes and the check; text, photo and fingerprint with room to spare

OK, FOUND, ADDRESS_SIZE = 0x90, 0x9F, 70
MEANINGS = {
    0x90: "ok", 0x9F: "card_found", 0x10: "request_checksum", 0x11: "request_length", 0x21: "command_unknown",
    0x23: "no_permission", 0x24: "unknown_error", 0x31: "card_refused_reader", 0x32: "reader_refused_card",
    0x33: "information_check", 0x40: "card_type_unknown", 0x41: "read_failed", 0x47: "random_number_failed",
    0x60: "self_test_failed", 0x66: "not_authorised", 0x80: "no_card", 0x81: "select_failed", 0x91: "no_such_item",
}  # fmt: skip


def encode(command: str) -> bytes:
    """The frame of a command of COMMANDS. Raises KeyError."""
    return frame(COMMANDS[command])


def encode_speed(baud: int) -> bytes:
    """The frame that sets the line's speed [M]. Raises KeyError for one the module has not."""
    return frame(bytes((0x60, SPEEDS[baud])))


def frame(body: bytes) -> bytes:
    """Preamble, length, body, check: what both sides send."""
    counted = (len(body) + 1).to_bytes(2, "big") + body
    return HEAD + counted + bytes((xor(counted),))


def xor(data: bytes) -> int:
    """All bytes XORed, by folding them as one number: a photo is 1 kB and comes while a person waits."""
    number, width = int.from_bytes(data, "big"), len(data)
    while width > 1:
        half = (width + 1) // 2
        number = (number >> (8 * half)) ^ (number & ((1 << (8 * half)) - 1))
        width = half
    return number


class ResidentDecoder(FrameDecoder):
    """Replies as Readings: `identity` or `identity_failed` for a card that was read, `reply` with a status for all else."""

    START = HEAD
    MAX = 7 + MOST
    GAP_S = 0.2  # a bridge chip may pause within a photo

    def size(self, buffer: bytearray, at: int) -> int:
        if len(buffer) < at + 7:
            return MORE
        length = buffer[at + 5] << 8 | buffer[at + 6]
        return 7 + length if LEAST <= length <= MOST else NEVER

    def parse(self, frame: bytes) -> Reading | None:
        status, data = frame[9], frame[10:-1]
        # the check is one byte, which every 256th garbage fits: so the rest must fit, too
        if xor(frame[5:]) or frame[7] or frame[8] or (data and status not in (OK, FOUND)):
            return None
        if status == OK and (text := _text_of(data)) is not None:
            return identity(text)
        told: dict[str, Value] = {"status": MEANINGS.get(status, f"sw_{status:02x}")}
        if status == OK and len(data) == 16:
            return Reading("reply", {**told, "sam_id": _sam_id(data)})
        if status == OK and len(data) == ADDRESS_SIZE:
            return Reading("address", Personal({"address": words(data)}))
        return Reading("reply", told)


def _text_of(data: bytes) -> bytes | None:
    """The text of a card from the data of a read; photo and fingerprint end here. None when this is no read."""
    text, photo, finger = (int.from_bytes(data[at : at + 2], "big") for at in (0, 2, 4))
    if not text or not photo:
        return None
    for start, total in ((4, 4 + text + photo), (6, 6 + text + photo + finger)):
        if len(data) == total:
            return data[start : start + text]
    return None


def _sam_id(data: bytes) -> str:
    """The module's own number as it is printed on readers [M]."""
    area, kind = (int.from_bytes(data[at : at + 2], "little") for at in (0, 2))
    made, serial, spare = (int.from_bytes(data[at : at + 4], "little") for at in (4, 8, 12))
    return f"{area:02}.{kind:02}-{made}-{serial:010}-{spare:010}"
