"""An identity document that a machine read: what a visit may take of it, and what a person should look at. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desk.core.masking import mask_id
from desk.reception.rules import MINOR_AGE, NAME_MAX, IdKind

KINDS: Mapping[str, IdKind] = {
    "mainland": IdKind.RESIDENT,
    "hk_macau_taiwan": IdKind.HMT,
    "foreign_2017": IdKind.FOREIGN_PR,
    "foreign_2023": IdKind.FOREIGN_PR,
}
CHILD, EXPIRED, NOT_YET, MISREAD = "child", "expired", "not_yet", "number"


@dataclass(frozen=True)
class Card:
    """Lives in memory only. name, number: as the document says; doubts: CHILD, EXPIRED, NOT_YET, MISREAD (the check digit
    says that the number was read wrongly, or is none)."""

    kind: IdKind
    name: str = field(repr=False)
    number: str = field(repr=False)
    doubts: tuple[str, ...] = ()

    @property
    def masked(self) -> str:
        """The number as it may stand on a screen: first three, last two."""
        return mask_id(self.number)


def card_of(fields: Mapping[str, str | int | float | bool], today: date) -> Card | None:
    """What an identity reader told (fields: as DeviceSaid `identity`), judged on a day of the site's calendar.

    None for a document without a name. Sex, birth, address and all else are left where they came from.
    """
    name = str(fields.get("name") or fields.get("name_latin") or "").strip()[:NAME_MAX]
    if not name:
        return None
    doubts = (
        (CHILD, _child(_day(fields, "birth"), today)),
        (EXPIRED, (until := _day(fields, "valid_to")) is not None and until < today),
        (NOT_YET, (since := _day(fields, "valid_from")) is not None and since > today),
        (MISREAD, fields.get("number_fits") is False),
    )
    kind = KINDS.get(str(fields.get("layout", "")), IdKind.OTHER)
    return Card(kind, name, str(fields.get("number", "")), tuple(code for code, holds in doubts if holds))


def _day(fields: Mapping[str, str | int | float | bool], name: str) -> date | None:
    try:
        return date.fromisoformat(str(fields.get(name, "")))
    except ValueError:  # nothing, or good for ever
        return None


def _child(birth: date | None, today: date) -> bool:
    return (
        birth is not None
        and (today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))) < MINOR_AGE
    )
