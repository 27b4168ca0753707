"""What a person may see and choose where two people changed one thing: masks, shapes of values, rights, typed values. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from desk.core.masking import mask_name, mask_phone, mask_plate
from desk.core.text import clean_line
from desk.people import names
from desk.people.rules import clean_phone, clean_plates

TEXT, LIST, TIME, MINUTE, YES, SECRET, ID, OTHER = "text", "list", "time", "minute", "yes", "secret", "id", "other"

RIGHTS: Mapping[str, str] = {
    "person": "people.edit", "household": "people.edit", "recurring_pass": "people.edit", "permit": "permit.edit",
    "watch_entry": "watch.edit", "goods": "goods", "operator": "operators.edit", "legal_hold": "retention.hold",
    "code": "codes.revoke", "pass_use": "codes.read",
}  # fmt: skip
HOUSE = "settings.site"  # for every other kind
SECRETS = frozenset({"pin_hash", "badge_hash", "digits", "key", "public_key"})
NAMES = frozenset({"name", "display_name", "alias", "left_by", "taken_by", "asked_by", "officer"})

Clean = Callable[[str], Any]
_LINE: Clean = clean_line
TYPED: Mapping[str, Mapping[str, Clean]] = {  # where another value than the two may be typed
    "person": {"name": names.checked, "phone": clean_phone, "plates": lambda text: clean_plates(text.split())},
    "gate": {"name": _LINE, "phone": _LINE},
    "site": {"name": _LINE, "address": _LINE},
    "watch_entry": {"reason": _LINE, "advice": _LINE},
    "permit": {"company": _LINE},
    "goods": {"what": _LINE, "shelf": _LINE},
}


def right_for(kind: str) -> str:
    """What it takes to settle a conflict of this kind."""
    return RIGHTS.get(kind, HOUSE)


def typed(kind: str, field: str) -> Clean | None:
    """How a typed value is read; None where only the two values can be chosen between."""
    return TYPED.get(kind, {}).get(field)


def shape(field: str, value: Any) -> str:
    """How a value is to be told."""
    if field in SECRETS:
        return SECRET
    if isinstance(value, bool):
        return YES
    if isinstance(value, int):
        return TIME if field.endswith("_at") or field == "valid_until" else MINUTE if field.endswith("_min") else OTHER
    if isinstance(value, list):
        return LIST
    if isinstance(value, str):
        return ID if field.endswith(("_id", "_by")) and len(value) == 32 else TEXT
    return OTHER


def told(field: str, value: Any, personal: bool, full: bool = False) -> Any:
    """The value as the screen may hold it. personal: a sealed field; full: somebody gave a reason to see it.

    Secrets are never shown. Raises nothing; what cannot be told is "".
    """
    if field in SECRETS or value is None:
        return ""
    if isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if not personal or full:
        return tuple(map(str, value)) if isinstance(value, list) else value
    if isinstance(value, list):
        return tuple(_masked(field, str(one)) for one in value)
    return _masked(field, str(value))


def _masked(field: str, text: str) -> str:
    if not text:
        return ""
    if field in NAMES:
        return mask_name(text)
    if "phone" in field or field == "contact":
        return mask_phone(text)
    if field in ("plate", "plates"):
        return mask_plate(text)
    return f"{text[:1]}**"
