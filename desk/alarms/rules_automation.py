"""What a manager may set that then happens by itself, and what such a form may say. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desk.alarms.rules import Sort
from desk.alarms.rules_dust import Dust
from desk.alarms.rules_hours import DAY_MIN, Hours
from desk.core.clock import HOUR_MS
from desk.core.errors import Refused
from desk.core.text import clean_line

NAME_LONGEST = 30
MOST_CHANNEL = 64
LIMITS: Mapping[str, tuple[int, int]] = {
    "limit": (10, 1000), "minutes": (1, 60), "seconds": (1, 60), "rest_minutes": (5, 1440),
    "from_min": (0, DAY_MIN - 1), "until_min": (0, DAY_MIN - 1), "channel": (1, MOST_CHANNEL), "contact": (0, MOST_CHANNEL),
}  # fmt: skip
USUAL_HOURS, USUAL_DUST = Hours(), Dust()
PAUSES_MS = (HOUR_MS, 8 * HOUR_MS, 24 * HOUR_MS)  # what watches over people and doors comes back by itself


class Does(StrEnum):
    """DUST: fine dust starts a relay; CONTACT, AFTER_HOURS: a contact or a door at night is an alarm; SOS: how it rings."""

    SOS = "sos"
    CONTACT = "contact"
    AFTER_HOURS = "after_hours"
    DUST = "dust"


@dataclass(frozen=True)
class Automation:
    """One rule as it runs. device_id: whose readings ("" every device of the kind); contact: which one, 0 for all.

    sorts: kinds of contact that are an alarm; chime: it sounds; relay_id, channel: what is switched; paused_until: UTC
    ms, 0 when it runs. id "": the usual one, of which the site has said nothing.
    """

    id: str
    does: Does
    name: str = ""
    device_id: str = ""
    contact: int = 0
    sorts: tuple[Sort, ...] = ()
    chime: bool = True
    open_when: bool = False
    hours: Hours = USUAL_HOURS
    dust: Dust = USUAL_DUST
    relay_id: str = ""
    channel: int = 1
    paused_until: int = 0

    def paused(self, now: int) -> bool:
        return bool(self.paused_until) and now < self.paused_until

    def said(self) -> dict[str, Any]:
        """As the row keeps it."""
        return {
            "contact": self.contact, "sorts": [sort.value for sort in self.sorts], "chime": self.chime,
            "open_when": self.open_when, "from_min": self.hours.from_min, "until_min": self.hours.until_min,
            "limit": self.dust.limit, "minutes": self.dust.minutes, "seconds": self.dust.seconds,
            "rest_minutes": self.dust.rest_minutes, "channel": self.channel,
        }  # fmt: skip


CONTACTS = (Sort.MANHOLE, Sort.SMOKE, Sort.WATER, Sort.DOOR, Sort.CONTACT)
USUAL = (
    Automation("", Does.SOS),
    Automation("", Does.CONTACT, sorts=(Sort.MANHOLE, Sort.SMOKE, Sort.WATER)),
)  # what holds before anybody has set anything: a button that is pressed rings


def automation_of(
    id_: str, does: str, name: str, device_id: str, relay_id: str, said: Mapping[str, Any], paused_until: int
) -> Automation | None:
    """A row as it runs; None for one that only a newer program understands. What cannot be is put within its bounds."""
    if does not in frozenset(Does):
        return None
    n = {key: _within(key, said.get(key)) for key in LIMITS}
    sorts = said.get("sorts")
    known = tuple(one for one in Sort if one in sorts) if isinstance(sorts, list) else ()
    usual, hours = USUAL_DUST, USUAL_HOURS
    return Automation(
        id_, Does(does), name, device_id, n["contact"] or 0, known, said.get("chime") is not False,
        said.get("open_when") is True,
        Hours(_or(n["from_min"], hours.from_min), _or(n["until_min"], hours.until_min)),
        Dust(
            float(_or(n["limit"], int(usual.limit))), _or(n["minutes"], usual.minutes), _or(n["seconds"], usual.seconds),
            _or(n["rest_minutes"], usual.rest_minutes),
        ),
        relay_id, n["channel"] or 1, paused_until,
    )  # fmt: skip


def checked(one: Automation) -> Automation:
    """As it may be kept. Raises Refused("automation.value", field, low, high | "automation.device" | "automation.contact" | "automation.relay" |
    "automation.sorts" | "automation.hours")."""
    said = one.said()
    for field, (low, high) in LIMITS.items():
        if not low <= said[field] <= high:
            raise Refused("automation.value", field=field, low=low, high=high)
    if one.does in (Does.DUST, Does.AFTER_HOURS) and not one.device_id:
        raise Refused("automation.device")
    if one.does is Does.AFTER_HOURS and not one.contact:
        raise Refused("automation.contact")
    if one.does is Does.DUST and not one.relay_id:
        raise Refused("automation.relay")
    if one.does is Does.CONTACT and not one.sorts:
        raise Refused("automation.sorts")
    if one.does is Does.AFTER_HOURS and one.hours.from_min == one.hours.until_min:
        raise Refused("automation.hours")
    return Automation(**{**vars(one), "name": clean_line(one.name, NAME_LONGEST)})


def pause_end(does: Does, now: int, pause_ms: int) -> int:
    """Until when it stands still (UTC ms). Raises Refused("automation.pause") for longer than a rule may: what watches
    over people and doors comes back within a day."""
    longest = PAUSES_MS[-1] * (366 if does is Does.DUST else 1)
    if not 0 < pause_ms <= longest:
        raise Refused("automation.pause", hours=longest // HOUR_MS)
    return now + pause_ms


def _within(field: str, value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    low, high = LIMITS[field]
    return int(min(high, max(low, value)))


def _or(value: int | None, usual: int) -> int:
    return usual if value is None else value
