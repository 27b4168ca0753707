"""What may stand on the public screen and when: items, lines of other rooms, prepared sentences. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.core.clock import DAY_MS
from desk.core.errors import Refused

TITLE_LONGEST, TEXT_LONGEST, LINES_MOST = 30, 240, 8  # what can be read from four metres on one picture
APPROVER_LONGEST, LINE_LONGEST = 40, 60
LONGEST_MS = 370 * DAY_MS  # a notice that hangs for ever is no notice
NO_END = 4_102_444_800_000  # 2100-01-01: an emergency is ended by a person
PREPARED_MOST, NUMBERS_MOST = 6, 5
PHONE_LONGEST = 20
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn")


class Kind(StrEnum):
    NOTICE = "notice"
    OFFICIAL = "official"  # of the Party or an authority: somebody answers for it by name
    EMERGENCY = "emergency"


class State(StrEnum):
    COMING = "coming"
    SHOWN = "shown"
    ENDED = "ended"
    RETRACTED = "retracted"


class LineKind(StrEnum):
    """What another room wants shown."""

    SHIFT = "shift"
    SITTING = "sitting"
    OFFICER = "officer"  # who is signed on at the desk
    OPEN = "open"  # how many matters are open; its names are a number


@dataclass(frozen=True)
class Item:
    """A notice. from_at, until_at, retracted_at, printed_at: UTC ms; gates: ids of those that show it, empty for all."""

    id: str
    kind: Kind
    title: str
    text: str
    from_at: int
    until_at: int
    gates: tuple[str, ...] = ()
    approver: str = ""
    retracted_at: int | None = None
    printed_at: int | None = None
    sort: int = 0

    def at_gate(self, gate_id: str) -> bool:
        return not self.gates or gate_id in self.gates


@dataclass(frozen=True)
class Wanted:
    """What an editor asks for; meanings as in Item."""

    kind: Kind
    title: str
    text: str
    from_at: int
    until_at: int
    gates: tuple[str, ...] = ()
    approver: str = ""
    sort: int = 0


@dataclass(frozen=True)
class Named:
    """Somebody as they may stand in public: a name they agreed to, or surname and 老师; capacity: a word of the duty room."""

    words: str
    capacity: str = ""


@dataclass(frozen=True)
class Line:
    """A line of another room. key: what it was made from; start_at, end_at: UTC ms; number: of the kind OPEN."""

    kind: LineKind
    key: str
    start_at: int
    end_at: int
    title: str = ""
    names: tuple[Named, ...] = ()
    place: str = ""
    gate_id: str = ""
    number: int = 0


@dataclass(frozen=True)
class Sentence:
    """Prepared for an emergency: one key puts it over the whole screen."""

    title: str
    text: str = ""


@dataclass(frozen=True)
class Number:
    """A telephone number that everybody may see."""

    name: str
    phone: str


def state_of(item: Item, moment: int) -> State:
    """Where an item stands at a moment (UTC ms): the latest one known, so that what has ended stays ended."""
    if item.retracted_at is not None:
        return State.RETRACTED
    if moment >= item.until_at:
        return State.ENDED
    return State.SHOWN if moment >= item.from_at else State.COMING


def words_of(text: str) -> str:
    """Text as it will be shown: NFC, no invisible characters, lines kept, at most one empty line between two."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(c for c in plain if c == "\n" or unicodedata.category(c) not in _INVISIBLE)
    lines: list[str] = []
    for line in (" ".join(part.split()) for part in kept.split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip()


def line_of(text: str) -> str:
    """The same for one line."""
    return " ".join(words_of(text).split())


def fitting(title: str, text: str) -> tuple[str, str]:
    """Title and text as they will be shown. Raises Refused screen.empty, screen.too_long(length, most),
    screen.title_long(length, most), screen.too_many_lines(lines, most)."""
    if len(text) > 4 * TEXT_LONGEST or len(title) > 4 * TITLE_LONGEST:  # said before 50,000 characters are looked at
        raise Refused("screen.too_long", length=max(len(text), len(title)), most=TEXT_LONGEST)
    title, text = line_of(title), words_of(text)
    if not title:
        raise Refused("screen.empty")
    if len(title) > (most := room_for(title, TITLE_LONGEST)):
        raise Refused("screen.title_long", length=len(title), most=most)
    if len(text) > (most := room_for(text, TEXT_LONGEST)):
        raise Refused("screen.too_long", length=len(text), most=most)
    if (lines := text.count("\n") + 1) > LINES_MOST:
        raise Refused("screen.too_many_lines", lines=lines, most=LINES_MOST)
    return title, text


def room_for(text: str, most: int) -> int:
    """How many letters take the room of so many Chinese ones: twice as many where most are Latin."""
    return 2 * most if 2 * sum(c.isascii() for c in text) > len(text) else most


def in_time(wanted: Wanted, moment: int) -> None:
    """Raises Refused screen.ends_before_it_begins, screen.already_over, screen.too_far."""
    if wanted.until_at <= wanted.from_at:
        raise Refused("screen.ends_before_it_begins")
    if wanted.until_at <= moment:
        raise Refused("screen.already_over")
    if wanted.until_at - wanted.from_at > LONGEST_MS:
        raise Refused("screen.too_far", days=LONGEST_MS // DAY_MS)


def approved(wanted: Wanted) -> str:
    """The name of who answers for it. Raises Refused screen.approver_missing for an official notice without one."""
    name = line_of(wanted.approver)[:APPROVER_LONGEST]
    if wanted.kind is Kind.OFFICIAL and not name:
        raise Refused("screen.approver_missing")
    return name


def names_text(names: Sequence[Named]) -> str:
    """Names as one column: a line each, the capacity behind a tab."""
    return "\n".join(f"{one.words}\t{one.capacity}" for one in names)


def names_of(text: str) -> tuple[Named, ...]:
    """The other way round."""
    parts = (line.partition("\t") for line in text.split("\n") if line)
    return tuple(Named(words, capacity) for words, _, capacity in parts)


def plain_phone(phone: str) -> str:
    """Digits of a number, to be compared."""
    return "".join(c for c in unicodedata.normalize("NFKC", phone) if c.isascii() and c.isdigit())
