"""What the urgent card draws."""

from __future__ import annotations

from dataclasses import dataclass

NUMBERS = ("120", "119", "110")  # ambulance, fire brigade, police


@dataclass(frozen=True)
class Contact:
    """Somebody of the estate who is called next; both are written by the manager for everybody's eyes."""

    name: str
    phone: str


@dataclass(frozen=True)
class UrgentModel:
    """address: of the estate, as one reads it aloud; phone: of this gate, to be called back on. Empty: not filled in."""

    estate: str = ""
    gate: str = ""
    address: str = ""
    phone: str = ""
    aed: str = ""
    contacts: tuple[Contact, ...] = ()
    locked: bool = False
