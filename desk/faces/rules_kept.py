"""How long a template may be kept, how many people a handler may hold before the law asks for a filing, and codes. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desk.core.clock import DAY_MS
from desk.core.errors import Refused

CONFIRM_DAYS = 365  # everybody is asked again within a year
MOVED_OUT_DAYS = 30  # after the last home here ended
LONGEST_DAYS = 3 * 365  # the hard stop: then they enrol anew or not at all
MINOR_YEARS = 14  # below: a guardian agrees (PIPL 31, FM 7)
NEAR, NEARER, FULL = 80_000, 95_000, 100_000  # distinct people a handler holds; at FULL a filing is due (FM 15)
FILING_WORKING_DAYS = 30
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without 0 O 1 I
GROUPS, GROUP = 3, 4  # 60 bits


class Meter(StrEnum):
    """What the number of people asks for."""

    FREE = "free"
    NEAR = "near"
    NEARER = "nearer"
    FILE_NOW = "file_now"


@dataclass(frozen=True)
class Held:
    """How many distinct people this handler's records let be recognised, and what that asks for."""

    people: int
    meter: Meter
    left: int


def held(people: int) -> Held:
    """People counted once, however often or at how many gates they enrolled."""
    meter = Meter.FREE
    for least, asks in ((NEAR, Meter.NEAR), (NEARER, Meter.NEARER), (FULL, Meter.FILE_NOW)):
        meter = asks if people >= least else meter
    return Held(people, meter, max(0, FULL - people))


def ends(enrolled_at: int) -> tuple[int, int]:
    """(keep_until, confirm_by) of a template made now, UTC ms."""
    return enrolled_at + LONGEST_DAYS * DAY_MS, enrolled_at + CONFIRM_DAYS * DAY_MS


def code_of(digest: bytes) -> str:
    """The code a person withdraws with: the first 60 bits of a digest, in groups of four."""
    bits = int.from_bytes(digest[:8], "big")
    letters = "".join(ALPHABET[bits >> 5 * at & 31] for at in range(GROUPS * GROUP))
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def clean_code(typed: str) -> str:
    """What a person typed, as the code is printed. Raises Refused faces.code_shape when it cannot be one."""
    letters = "".join(sign for sign in typed.upper() if sign.isalnum())
    if len(letters) != GROUPS * GROUP or set(letters) - set(ALPHABET):
        raise Refused("faces.code_shape")
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))
