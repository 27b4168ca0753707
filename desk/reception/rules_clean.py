"""What the store may see of a draft: trimmed, without control and direction characters, and nothing of a lone child."""

from __future__ import annotations

import hmac
from dataclasses import replace
from hashlib import sha256
from typing import Any

from desk.core.masking import mask_id
from desk.core.text import clean_line
from desk.people import names
from desk.reception.rules import FIELDS, PERSONAL, PURPOSES, TEXT_MAX, Draft, IdKind

_UNCUT = 4 * TEXT_MAX  # long texts are refused, not cut: see rules.text_too_long


def clean(text: str) -> str:
    """One line of printable text (desk.core.text). Angle brackets and formula signs stay: whoever shows them escapes."""
    return clean_line(text, _UNCUT)


def clean_plate(text: str) -> str:
    """`沪a·123 45` -> `沪A12345`."""
    return "".join(ch for ch in clean(text).upper() if ch.isalnum())


def clean_phone(text: str) -> str:
    """Digits only, a leading + kept; +86 is dropped."""
    text = clean(text)
    digits = "".join(ch for ch in text if ch.isascii() and ch.isdigit())
    if text.startswith("+86"):
        return digits[2:]
    return f"+{digits}" if text.startswith("+") and digits else digits


def cleaned(draft: Draft) -> Draft:
    """The draft as it may be judged and stored: texts cleaned, declined fields emptied, a lone child's data left out."""
    out = replace(
        draft,
        name=names.normalise(draft.name), phone=clean_phone(draft.phone), plate=clean_plate(draft.plate),
        company=clean(draft.company), purpose=clean(draft.purpose), items_in=clean(draft.items_in),
        badge_no=clean(draft.badge_no), note=clean(draft.note), id_number=clean(draft.id_number),
        purpose_code=draft.purpose_code if draft.purpose_code in ("", *PURPOSES) else "other",
        declined=tuple(field for field in dict.fromkeys(draft.declined) if field in FIELDS),
    )  # fmt: skip
    if draft.minor_alone:
        return replace(_without(out, PERSONAL), declined=(), note="", party_size=1, id_kind=IdKind.NONE)
    return _without(out, tuple(field for field in PERSONAL if field in draft.declined))


def _without(draft: Draft, fields: tuple[str, ...]) -> Draft:
    emptied: dict[str, Any] = dict.fromkeys(fields, "")
    return replace(draft, **emptied)


def kept_id(number: str, key: bytes) -> tuple[str, str]:
    """What is kept of an id number where the site keeps any: its mask, and a keyed hash to find it again."""
    number = "".join(number.upper().split())
    if not number:
        return "", ""
    return mask_id(number), hmac.new(key, number.encode(), sha256).hexdigest()
