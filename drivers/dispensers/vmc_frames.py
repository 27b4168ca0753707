"""The "VMC - upper computer" protocol of Chinese vending main boards, RS-232 57600 8N1 (DEVICES 6).

`FA FB command length [number text...] xor`. The board is the talker: it polls, and takes one answer to each poll.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache

from drivers.api import Reading, Value
from drivers.framing import MORE, NEVER, FrameDecoder
from drivers.sums import signed, xor

STX = b"\xfa\xfb"
POLL, ACK = 0x41, 0x42
CHECK, CHECKED, BUY, STATE, CANCEL, DRIVE = 0x01, 0x02, 0x03, 0x04, 0x05, 0x06
STOCK, SET_PRICE, SET_STOCK, SET_CAPACITY, SET_PRODUCT, FULL = 0x11, 0x12, 0x13, 0x14, 0x15, 0x17
SYNC, ASK_MACHINE, MACHINE = 0x31, 0x53, 0x54
MOST_SELECTIONS = 999  # 1000 and above mean whole trays

CHECKED_CODES = {1: "ok", 2: "out_of_stock", 3: "no_such", 4: "paused"}
STATE_CODES = {
    0x01: "busy",
    0x02: "success",
    0x03: "jam",
    0x04: "motor_not_stopped",
    0x06: "no_motor",
    0x07: "elevator",
    0x10: "busy",  # the elevator goes up
    0x11: "busy",  # and down
    0x12: "elevator",
    0x13: "elevator",
    0x24: "success",  # taken out of the warm compartment
    0xFF: "terminated",
}
HIGHEST_CODE = 0x40
MACHINE_CODES = {0: "ok", 1: "in_elevator", 2: "door_open", 3: "elevator", 4: "elevator"}


@dataclass(frozen=True)
class Frame:
    """One packet. number: 1-255, the sender's count; 0 in a poll or acknowledgement, which carry none."""

    command: int
    number: int = 0
    text: bytes = b""


def encode(frame: Frame) -> bytes:
    body = bytes((frame.number,)) + frame.text if frame.number else b""
    return signed(STX + bytes((frame.command, len(body))) + body)


def check(number: int, selection: int, padded: bool = True) -> Frame:
    """Could this selection be dispensed? The document gives a length of 4 for 3 bytes, its examples pad with a zero."""
    return Frame(CHECK, number, struct.pack(">H", selection) + (b"\x00" if padded else b""))


def buy(number: int, selection: int) -> Frame:
    """Moves. The board's own stock and price hold."""
    return Frame(BUY, number, struct.pack(">H", selection))


def drive(number: int, selection: int, drop_sensor: bool = True, elevator: bool = False) -> Frame:
    """Moves, whatever stock and price the board believes in."""
    return Frame(DRIVE, number, struct.pack(">BBH", drop_sensor, elevator, selection))


def cancel(number: int) -> Frame:
    return Frame(CANCEL, number, struct.pack(">H", 0))


def sync(number: int) -> Frame:
    """Ask for the stock of every selection."""
    return Frame(SYNC, number)


def set_stock(number: int, selection: int, count: int) -> Frame:
    return Frame(SET_STOCK, number, struct.pack(">HB", selection, count))


def ask_machine(number: int) -> Frame:
    return Frame(ASK_MACHINE, number)


def parse(packet: bytes) -> Frame:
    """A packet whose checksum holds."""
    return Frame(packet[2], packet[4], packet[5:-1]) if packet[3] else Frame(packet[2])


class Decoder(FrameDecoder):
    """Packets in either direction, so that a capture of both can be replayed."""

    START = STX
    MAX = 5 + 255

    def size(self, buffer: bytearray, at: int) -> int:
        if len(buffer) - at < 4:
            return MORE
        command, length = buffer[at + 2 : at + 4]
        return NEVER if (command in (POLL, ACK)) != (length == 0) else 5 + length

    def parse(self, frame: bytes) -> Reading | None:
        return _reading(frame)


@lru_cache(4096)
def _reading(packet: bytes) -> Reading | None:
    if xor(packet) or (packet[3] and not packet[4]):
        return None
    frame = parse(packet)
    return reading(frame) if _possible(frame) else None


def _possible(frame: Frame) -> bool:
    """An exclusive-or holds by chance where half a packet is followed by a whole one; its values then make no sense."""
    text = frame.text
    if frame.command in (STATE, CHECKED) and len(text) >= 3:
        return (
            len(text) <= 4
            and (text[0] <= HIGHEST_CODE or text[0] == 0xFF)
            and int.from_bytes(text[1:3], "big") <= MOST_SELECTIONS
        )
    if frame.command == DRIVE:
        return len(text) == 4 and max(text[:2]) <= 1
    return True


def reading(frame: Frame) -> Reading:
    """What a packet says. One that is shorter than its kind, or unknown, is a `message` with its bytes."""
    if frame.command in (POLL, ACK):
        return Reading("poll" if frame.command == POLL else "ack")
    kind, fields = _said(frame)
    return Reading(kind, {"number": frame.number, **fields})


def _said(frame: Frame) -> tuple[str, dict[str, Value]]:
    text = frame.text
    if frame.command == CHECKED and len(text) >= 3:
        code, selection = struct.unpack_from(">BH", text)
        return "selection", {"selection": selection, "code": CHECKED_CODES.get(code, "fault"), "raw": code}
    if frame.command == STATE and len(text) >= 3:
        code, selection = struct.unpack_from(">BH", text)
        return "vend", {"selection": selection, "code": STATE_CODES.get(code, "fault"), "raw": code}
    if frame.command == STOCK and len(text) >= 11:
        selection, price, count, capacity, product, paused = struct.unpack_from(">HIBBHB", text)
        return "stock", {"selection": selection, "price": price, "count": count, "capacity": capacity,
                         "product": product, "paused": bool(paused)}  # fmt: skip
    if frame.command == MACHINE and text:
        return "machine", {"code": MACHINE_CODES.get(text[0], "fault"), "raw": text[0]}
    if frame.command == SYNC:
        return "sync", {}
    return "message", {"command": f"{frame.command:02X}", "raw": text.hex()}
