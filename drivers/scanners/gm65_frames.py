"""GM65, GM812 and like scanner modules: command frames, and their replies taken out of the scanned text (DEVICES 2.2)."""

from __future__ import annotations

import binascii
import re

from drivers.api import Noise, Reading
from drivers.scanners.serial_line import Decoder as TextDecoder

WRITE, READ, SAVE, BEAT = 8, 7, 9, 10
TRIGGER, ENCODING, BAUD, SUFFIX, AIM = 0x0002, 0x000D, 0x002A, 0x0060, 0x00D0
ENCODINGS = {"raw": 0, "utf-8": 1, "gbk": 2, "unicode": 3}
UNCHECKED = bytes.fromhex("AB CD")  # instead of a check: the module does not look
CLOCK = 3_000_000  # the module's speed zone holds this over the speed
ETX = 3
LEAST = 6  # head, length, check


def write(zone: int, data: bytes, checked: bool = True) -> bytes:
    """Write into a zone until the power goes."""
    return _frame(WRITE, len(data), zone, data, checked)


def read(zone: int, count: int) -> bytes:
    """Ask for so many bytes from a zone on."""
    return _frame(READ, 1, zone, bytes((count,)), checked=True)


def save() -> bytes:
    """Keep the zones over a loss of power."""
    return _frame(SAVE, 1, 0, b"\0", checked=True)


def beat() -> bytes:
    """Are you there? [M]"""
    return _frame(BEAT, 1, 0, b"\0", checked=True)


def scan() -> bytes:
    """Light up and read one code."""
    return write(TRIGGER, b"\x01", checked=False)


def set_baud(baud: int) -> bytes:
    """Change the speed of the line."""
    return write(BAUD, ((CLOCK + baud // 2) // baud).to_bytes(2, "little"))


def _frame(kind: int, length: int, zone: int, data: bytes, checked: bool) -> bytes:
    body = bytes((kind, length)) + zone.to_bytes(2, "big") + data
    check = binascii.crc_hqx(body, 0).to_bytes(2, "big") if checked else UNCHECKED
    return b"\x7e\x00" + body + check


class Decoder:
    """Replies as `reply` with the zone's bytes in hex; everything else is scanned text and goes to the text decoder."""

    def __init__(self, text: TextDecoder, beats: bool = False) -> None:
        """beats: whether heartbeats are asked for. Their replies begin with ETX, which else ends a text at once."""
        self._text = text
        self._heads = b"\x02\x03" if beats else b"\x02"
        self._reply = re.compile(b"[" + self._heads + b"]\x00\x00")
        self._held = bytearray()  # what may become a reply

    def feed(self, data: bytes) -> list[Reading | Noise]:
        self._held += data
        return self._cut(ended=False)

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        return [*self._cut(ended=True), *self._text.idle(quiet_s)]

    def _cut(self, ended: bool) -> list[Reading | Noise]:
        events: list[Reading | Noise] = []
        told, at = 0, 0  # up to here it went on; from here a reply is looked for
        while found := self._reply.search(self._held, at):
            start = found.start()
            size = LEAST + self._held[start + 3] if len(self._held) > start + 3 else LEAST
            reply = bytes(self._held[start : start + size])
            if len(reply) < size and not ended:
                return events + self._pass_on(told, start)
            at = start + 1
            if len(reply) == size and not binascii.crc_hqx(reply[2:], 0):  # over a frame and its check it is nothing
                events += self._text.feed(bytes(self._held[told:start]))
                events.append(Reading("reply", {"beat": reply[0] == ETX, "data": reply[4:-2].hex()}))
                told = at = start + size
        return events + self._pass_on(told, len(self._held) - (0 if ended else self._begun(told)))

    def _pass_on(self, begin: int, end: int) -> list[Reading | Noise]:
        text = bytes(self._held[begin:end])
        del self._held[:end]
        return self._text.feed(text)

    def _begun(self, told: int) -> int:
        """How many bytes at the end may be the beginning of a reply."""
        for count in (1, 2):
            tail = self._held[max(told, len(self._held) - count) :]
            if len(tail) == count and tail[0] in self._heads and not any(tail[1:]):
                return count
        return 0
