"""Household addresses: read however people write them, write them one way, sort them as people count."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MAX_PART = 16
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―－_/\\.。、,，"), "-")
_NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_COUNTED = re.compile(r"[零〇一二两三四五六七八九十百]+(?=号楼|栋|幢|座|号|楼|单元|门|梯|层|室|房|弄)")
_BUILDING = r"(?:号楼|栋|幢|座|号(?!$)|楼(?!层)|#(?:楼)?|棟)"
_WORDED = re.compile(
    rf"^(?:(?P<building>(?:\d+弄)?[0-9a-z\u3400-\u9fff]*?[0-9a-z]){_BUILDING}-?)?"
    r"(?:(?P<unit>[0-9a-z]+)(?:单元|门|梯)-?)?(?:(?P<floor>\d+)层-?)?(?:(?P<room>[0-9a-z]+(?:-[0-9a-z]+)?)(?:室|房|号|户)?)?$"
)
_ROOM_ONLY = re.compile(r"^(?P<room>[0-9a-z]+)(?:室|房|号房|户)$")
_PLAIN = re.compile(r"^[0-9a-z\u3400-\u9fff]{1,16}(?:-[0-9a-z]{1,16}){1,3}$")
UNIT = 2  # characters of a unit at most, where only dashes say which is which (`3-1-1202`, but `3-1202-1`)


@dataclass(frozen=True)
class Address:
    """Building, unit (often empty) and room of a household, as stored: no marks, no leading zeros, upper case."""

    building: str
    unit: str = ""
    room: str = ""

    @property
    def label(self) -> str:
        """`3-1-1202`, or `3-1202` where the building has no units. Empty parts are left out."""
        return "-".join(part for part in (self.building, self.unit, self.room) if part)

    @property
    def is_whole(self) -> bool:
        return bool(self.building and self.room)


def parse(text: str) -> Address | None:
    """A whole household address (building and room at least), or None.

    Reads `3-1-1202`, `3栋1单元1202室`, `3号楼1202`, `3-1202`, `3#1202`, `88弄3号1202室`, full-width and Chinese numerals.
    """
    found = parse_part(text)
    return found if found is not None and found.is_whole else None


def parse_part(text: str) -> Address | None:
    """Like parse, but a building alone (`3栋`), building and unit (`3栋1单元`) or room alone (`1202室`) will do."""
    plain = _plain(text)
    if not plain or len(plain) > 3 * MAX_PART:
        return None
    if match := _ROOM_ONLY.match(plain):
        return address("", "", match["room"])
    match = _WORDED.match(plain)
    if match and (match["building"] or match["unit"]):
        return _worded(match)
    if _PLAIN.match(plain) and any(c.isdigit() for c in plain):
        building, _, room = plain.partition("-")
        return address(building, "", room)
    return None


def address(building: str, unit: str, room: str) -> Address:
    """An address of three cells of a sheet or a form, each cleaned of its mark (`3栋`, `1单元`, `1202室`).

    A unit may stand in a neighbouring cell (`3-1` and `1202`, or `3` and `1-1202`); a part of a divided flat stays with
    its room (`1202-1`).
    """
    building = clean(building, r"(号楼|栋|幢|座|号|楼|棟|#)+$")
    unit, room = clean(unit, r"(单元|门|梯)$"), clean(room, r"(室|房|号|户|号房)$")
    if not unit and "-" in building:
        building, _, unit = building.partition("-")
    head, _, rest = room.partition("-")
    if not unit and rest and head == building and "-" in rest:
        head, _, rest = rest.partition("-")  # the whole address stood in the room's cell
    if not unit and rest and len(head) <= UNIT:
        unit, room = head, rest
    return Address(building, unit, room)


def clean(part: str, mark: str) -> str:
    plain = re.sub(mark, "", _plain(part)).strip("-")
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", plain).upper()


def sort_key(place: Address) -> str:
    """Text that sorts 2-1-301 before 10-1-101: every run of digits padded to six."""
    parts = (place.building, place.unit, place.room)
    return "|".join(re.sub(r"\d+", lambda m: m[0].zfill(6), part) for part in parts)


def _worded(match: re.Match[str]) -> Address:
    floor, room, unit = (match[name] or "" for name in ("floor", "room", "unit"))
    if floor and room and not room.startswith(floor):
        room = floor + room  # `12层02室` is room 1202; `12层1202室` names the floor twice
    return address(match["building"] or "", unit, room)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text[: 4 * MAX_PART]).casefold().strip().translate(_DASHES)
    text = "".join(c for c in text if unicodedata.category(c)[0] != "C")
    text = _COUNTED.sub(lambda m: str(_number(m[0])), text)
    text = re.sub(r"\s*-+\s*", "-", text)
    return (
        re.sub(r"\s+", "-", text) if re.fullmatch(r"[0-9a-z]+(\s+[0-9a-z]+){1,2}", text) else re.sub(r"\s+", "", text)
    )


def _number(word: str) -> int:
    """`十二` -> 12, `三` -> 3, `一二〇二` -> 1202 (read digit by digit)."""
    if not set(word) & set("十百"):
        return int("".join(str(_NUMERALS[c]) for c in word))
    total, digit = 0, 0
    for char in word:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _NUMERALS[char]
    return total + digit
