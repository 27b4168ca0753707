"""Values and rules of people: roles in a household, phones and plates cleaned, what a screen may hold of a person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from desk.core.errors import Refused
from desk.core.masking import mask_name, mask_phone, mask_plate, mask_room
from desk.people.rooms import Address
from desk.people.tokens import phone_digits

ROLES = ("owner", "tenant", "family", "helper", "resident")
END_REASONS = ("moved_out", "mistake", "merged", "erased")
PURPOSES = ("contact", "face", "public_display", "care")  # what a consent may be about
GIVEN, WITHDRAWN = "given", "withdrawn"
CONSENT_RIGHT = "people.edit"
CONSENT_RIGHTS = {("face", GIVEN): "faces.enrol", ("face", WITHDRAWN): "faces.withdraw"}
REVEAL_REASONS = ("visitor_here", "resident_asks", "delivery", "emergency", "authority", "correction")
REVEAL_MS = 30_000
MAX_PLATES = 6
PHONE_DIGITS = range(7, 16)
VISITOR_RETENTION_DAYS = 30
_PLATE = re.compile(r"^[\u4e00-\u9fff]?[A-Z0-9][A-Z0-9\u4e00-\u9fff]{3,9}$")


@dataclass(frozen=True)
class Tie:
    """A person's place in a household. `place`: its label, masked unless the reader may browse."""

    binding_id: str
    household_id: str
    place: str
    role: str
    since: int


@dataclass(frozen=True)
class Resident:
    """A resident as lists show one: masked. Full values only through service.reveal."""

    id: str
    num: int
    masked_name: str
    masked_phone: str
    masked_plates: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True)
class HouseholdView:
    """A household: its door, and how many live behind it."""

    id: str
    num: int
    address: Address
    people: int = 0

    @property
    def label(self) -> str:
        return self.address.label


@dataclass(frozen=True)
class Revealed:
    """Full values of one person, to be taken off the screen at `until` (UTC ms)."""

    person_id: str
    name: str
    phone: str
    plates: tuple[str, ...]
    places: tuple[str, ...]
    until: int


@dataclass(frozen=True)
class PersonDraft:
    """Full values for the editing form, with the clock value of each field (give it back as `seen`)."""

    id: str
    name: str
    phone: str
    plates: tuple[str, ...]
    seen: dict[str, str]


@dataclass(frozen=True)
class VisitorMatch:
    """A visitor who was here before and may be the one at the window; a person decides.

    reason: `same`, `same_pinyin`, `part_of`, `one_off` (names.near), `phone` or `plate`. `name`, `phone` and `plate`
    are full values for filling the form; lists show the masked ones.
    """

    id: str
    reason: str
    name: str
    phone: str
    plate: str
    household_id: str | None
    visitor_type: str
    seen_at: int
    visits: int

    @property
    def masked_name(self) -> str:
        return mask_name(self.name)

    @property
    def masked_phone(self) -> str:
        return mask_phone(self.phone)


def clean_phone(text: str) -> str:
    """Digits of a phone (landlines with their area code, foreign ones with a +). Empty stays empty.

    Raises Refused("people.phone_odd") for fewer than 7 or more than 15 digits, or letters in it;
    Refused("people.phone_rounded") for what a sheet made of it (`1.38E+10`).
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return ""
    if re.fullmatch(r"\d(\.\d+)?[eE]\+?\d+", plain):
        raise Refused("people.phone_rounded")
    digits = phone_digits(plain)
    if len(digits) not in PHONE_DIGITS or re.search(r"[^\d\s()+.转#*-]", plain):
        raise Refused("people.phone_odd")
    return f"+{digits}" if plain.startswith("+") and not plain.replace(" ", "").startswith("+86") else digits


def clean_plate(text: str) -> str:
    """`沪a·123 45` -> `沪A12345`. Empty stays empty. Raises Refused("people.plate_odd")."""
    plain = re.sub(r"[\s·•・.\-]", "", unicodedata.normalize("NFKC", text)).upper()
    if plain and not _PLATE.match(plain):
        raise Refused("people.plate_odd")
    return plain


def clean_plates(plates: Iterable[str]) -> list[str]:
    """Cleaned, without repeats. Raises Refused("people.plate_odd" | "people.plates_many")."""
    found = list(dict.fromkeys(plate for plate in map(clean_plate, plates) if plate))
    if len(found) > MAX_PLATES:
        raise Refused("people.plates_many", limit=MAX_PLATES)
    return found


def checked_role(role: str) -> str:
    if role not in ROLES:
        raise Refused("people.role_unknown")
    return role


def checked_address(address: Address) -> Address:
    """Raises Refused("people.room_missing" | "people.room_odd")."""
    if not address.is_whole:
        raise Refused("people.room_missing")
    if any(len(part) > 16 for part in (address.building, address.unit, address.room)):
        raise Refused("people.room_odd")
    return address


def place_label(address: Address, full: bool) -> str:
    return address.label if full else mask_room(address.building, address.unit, address.room)


def masked_plates(plates: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(mask_plate, plates))
