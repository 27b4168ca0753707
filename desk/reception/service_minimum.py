"""How little is written down: the site's choice whether a document's number is kept at all (masked, with a keyed hash)."""

from __future__ import annotations

from desk.reception.service_links import KEEP_ID
from desk.store.unit import Reading, Unit


def keeps_id_number(r: Reading) -> bool:
    """Off unless a manager switched it on."""
    return bool(r.setting(KEEP_ID, False))


def keep_id_number(u: Unit, on: bool) -> None:
    """Right settings.site. What was kept before stays until its own time is over."""
    u.actor.require("settings.site")
    u.put_setting(KEEP_ID, on)
    u.audit("settings.keep_id_number", on=on)
