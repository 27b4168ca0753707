"""Emergency watches that speak the 3G/SG/CS/ZJ protocol over TCP (DEVICES 10.2): what they say, and the answer. No I/O.

Alarms only: where a watch is never leaves this module. Nothing here shows a watch's number or what it said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from drivers.api import Noise, Reading, Value
from drivers.framing import MORE, NEVER
from drivers.personal import Personal
from drivers.several import SeveralDecoder

LIMIT = 8192  # bytes of a message; a voice note that is longer is nothing for a gatehouse
HEAD = re.compile(rb"\[([0-9A-Za-z]{2})\*([0-9A-Za-z]{1,20})\*(?:([0-9A-Za-z]{1,8})\*)?([0-9A-Fa-f]{4})\*")
HEAD_LONGEST = 40
OPENING = ord("[")
BRACKET = re.compile(rb"[\[\]]")
ESCAPED = re.compile(rb"\}([\x01-\x05])")
ESCAPES = {1: b"}", 2: b"[", 3: b"]", 4: b",", 5: b"*"}
NUMBER = re.compile(r"-?[0-9]{1,6}(\.[0-9]{1,6})?")
STATUS = re.compile(r"[0-9A-Fa-f]{1,8}")
KIND = re.compile(rb"[0-9A-Za-z_]{0,24}")
DEEPEST, MOST_BRACKETS = 8, 64  # within a message that is one
FIELDS = 24  # of a message; what follows is cells and networks around the watch

# Bits of a position's status, the gravest first. 16, 17, 20, 21 and 22 are told by two sources, the others by one.
SORTS = (
    ("sos", 1 << 16),
    ("fall", 1 << 21 | 1 << 22),
    ("taken_off", 1 << 20),
    ("low_battery", 1 << 17 | 1 << 0),
    ("left_area", 1 << 18 | 1 << 1),
    ("entered_area", 1 << 19 | 1 << 2),
)
BATTERY_AT, STATUS_AT = 12, 15  # of a position's fields
# What the numbers of a health message are: quantity, unit, the place of the value. 0 says: not measured.
HEALTH = {
    "bphrt": (("pressure_high", "mmHg", 0), ("pressure_low", "mmHg", 1), ("heart_rate", "1/min", 2)),
    "blood": (("pressure_high", "mmHg", 0), ("pressure_low", "mmHg", 1)),
    "heart": (("heart_rate", "1/min", -1),),
    "pulse": (("heart_rate", "1/min", 0),),
    "oxygen": (("oxygen", "%", -1),),
    "btemp2": (("body_temperature", "degC", -1),),
}


class Message(NamedTuple):
    """One message of a watch. kind: the word that its content begins with; fields: what follows, as far as it is text."""

    maker: str
    who: str
    serial: str
    kind: str
    fields: tuple[str, ...]
    length_fits: bool

    def __repr__(self) -> str:
        return f"<message {self.kind[:6]}>"

    @property
    def is_alarm(self) -> bool:
        """Whether the watch repeats it until it is answered."""
        return self.kind.startswith("AL")

    @property
    def is_position(self) -> bool:
        """Whether it tells the watch's state, and where it is, which nobody asks here."""
        return self.kind.startswith(("AL", "UD", "WT"))

    def answer(self) -> bytes:
        """What the watch waits for, or nothing. To an alarm only when it is stored: after that it says it no more."""
        if self.is_alarm or self.kind in ("LK", "TKQ", "TKQ2", "bphrt"):
            return encode(self.maker, self.who, self.kind, self.serial)
        return encode(self.maker, self.who, "INIT,1", self.serial) if self.kind == "INIT" else b""

    def readings(self) -> list[Reading]:
        """What of it the gatehouse may know: alarms, that the watch is alive and its battery, health values."""
        if self.is_position:
            return self._alarms() or [self._alive(self._number(BATTERY_AT))]
        if self.kind.lower() in HEALTH:
            return self._health()
        return [self._alive(self._number(2) if self.kind == "LK" else None)]

    def _alarms(self) -> list[Reading]:
        status = self._status()
        sorts = [sort for sort, bits in SORTS if status & bits]
        if self.is_alarm and not sorts:  # whatever it is: somebody may have called
            sorts = ["unspecified"]
        battery = self._number(BATTERY_AT)
        known: dict[str, Value] = {"who": self.who, "said_at": self._said_at(), "repeats": self.is_alarm}
        more: dict[str, Value] = {} if battery is None else {"battery": int(battery)}
        return [Reading("alarm", Personal({"sort": sort, **known, **more})) for sort in sorts]

    def _health(self) -> list[Reading]:
        told = []
        for quantity, unit, at in HEALTH[self.kind.lower()]:
            value = self._number(at)
            if value:
                fields: dict[str, Value] = {"quantity": quantity, "value": value, "unit": unit, "who": self.who}
                told.append(Reading("vital", Personal(fields)))
        return told or [self._alive(None)]

    def _alive(self, battery: float | None) -> Reading:
        more: dict[str, Value] = {} if battery is None else {"battery": int(battery)}
        return Reading("alive", Personal({"who": self.who, **more}))

    def _number(self, at: int) -> float | None:
        text = self._field(at)
        if not NUMBER.fullmatch(text):
            return None
        return float(text) if "." in text else int(text)

    def _status(self) -> int:
        text = self._field(STATUS_AT)
        return int(text, 16) if STATUS.fullmatch(text) else 0

    def _field(self, at: int) -> str:
        return self.fields[at].strip() if -len(self.fields) <= at < len(self.fields) else ""

    def _said_at(self) -> str:
        """The watch's own time of a position, ISO in UTC; `""` when it is none."""
        try:
            return datetime.strptime("".join(self.fields[:2]), "%d%m%y%H%M%S").replace(tzinfo=UTC).isoformat()
        except ValueError:
            return ""


def encode(maker: str, who: str, content: str, index: str = "") -> bytes:
    """A message to a watch."""
    parts = [maker, who, *([index] if index else []), f"{len(content):04X}", content]
    return f"[{'*'.join(parts)}]".encode("ascii")


class WatchDecoder(SeveralDecoder):
    """Cuts messages out of a stream by their brackets; the length they tell is not reliable, and only noted."""

    START = b"["
    MAX = LIMIT
    GAP_S = 0.5

    def __init__(self, take: Callable[[Message], Sequence[Reading]] = Message.readings) -> None:
        """take: called for each message, in order; what it returns comes out of `feed`."""
        super().__init__()
        self._take = take
        self._last = False  # nothing more will come: what is undecided is decided now

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        self._last = quiet_s >= self.GAP_S
        try:
            return super().idle(quiet_s)
        finally:
            self._last = False

    def size(self, buffer: bytearray, at: int) -> int:
        head = self._head_at(buffer, at)
        return self._end(buffer, at, head) if head > 0 else head

    def parse_all(self, frame: bytes) -> Sequence[Reading]:
        return self._take(parse(frame))

    def _head_at(self, buffer: bytearray, at: int) -> int:
        """The length of the head that begins here; NEVER: none does; MORE: more bytes will tell."""
        if found := HEAD.match(buffer, at):
            return found.end() - at
        cut = BRACKET.search(buffer, at + 1, at + HEAD_LONGEST)
        return NEVER if cut or self._last or len(buffer) - at >= HEAD_LONGEST else MORE

    def _end(self, buffer: bytearray, at: int, head: int) -> int:
        """The length of the message: to its own closing bracket, else to the last one before another message begins."""
        declared = at + head + int(buffer[at + head - 5 : at + head - 1], 16)
        depth, closed = 1, NEVER
        for count, found in enumerate(BRACKET.finditer(buffer, at + head, at + LIMIT)):
            place = found.start()
            if count >= MOST_BRACKETS or depth > DEEPEST:
                return closed
            if buffer[place] == OPENING:
                inner = self._head_at(buffer, place)
                if inner != NEVER:
                    return closed if inner else MORE
                depth += 1
                continue
            depth, closed = depth - 1, place + 1 - at
            if not depth or place == declared:
                return closed
        return closed if self._last or len(buffer) - at >= LIMIT else MORE


def parse(whole: bytes) -> Message:
    """A whole message, brackets included, as Messages cuts it. Raises ValueError for what has no head."""
    head = HEAD.match(whole)
    if head is None:
        raise ValueError("no head")
    maker, who, index, length = (part.decode("ascii") for part in head.groups(b""))
    content = whole[head.end() : -1]
    if b"}" in content:
        words = [_plain(word) for word in content.split(b",", FIELDS)[1:FIELDS]]
    else:
        words = content.decode("utf-8", "replace").split(",", FIELDS)[1:FIELDS]
    kind = KIND.match(content)
    assert kind is not None  # it matches nothing, too
    return Message(maker, who, index, kind[0].decode("ascii"), tuple(words), len(content) == int(length, 16))


def _plain(word: bytes) -> str:
    return ESCAPED.sub(lambda found: ESCAPES[found[1][0]], word).decode("utf-8", "replace")
