"""The register of consents: what people agreed to in all rooms, and what they took back, on one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk.alarms.reads import wearers
from desk.core.actor import Actor
from desk.core.clock import SiteTime
from desk.core.masking import mask_name
from desk.duty.reads_team import members
from desk.operators.rules import COMMAND
from desk.people.reads_consents import ConsentView, acts
from desk.people.rules import GIVEN
from desk.records.sheets import Cell
from desk.store.identity import here
from desk.store.unit import Reading

WEARER, ROSTER_NAME, GUARDIAN = "wearer", "roster_name", "guardian"
PURPOSES = ("contact", "face", "public_display", "care", WEARER, ROSTER_NAME, GUARDIAN)
COLUMNS = ("consent_at", "consent_who", "consent_purpose", "consent_act", "consent_guardian", "consent_notice")


def register(r: Reading, actor: Actor, purpose: str = "") -> list[ConsentView]:
    """Newest first; purpose "": all. Names are masked. Right people.read.

    Beside the facts of residents: who wears a button, whose name may stand on the screen (while it may: taking it back is
    a field that is written over, the trail says when), and whose guardian agreed that they come.
    """
    found = [*acts(r, actor), *_wearers(r), *_team(r)]
    return sorted((one for one in found if purpose in ("", one.purpose)), key=lambda one: one.at, reverse=True)


def rows(r: Reading, since: int, until: int, masked: bool) -> Iterator[Sequence[Cell]]:
    """For the export, which has asked for the right before: names stay masked whatever is wanted."""
    time = SiteTime(here(r).zone)
    for one in register(r, COMMAND):
        if not one.at or since <= one.at < until:
            when = time.local(one.at).strftime("%Y-%m-%d %H:%M") if one.at else ""
            yield [when, one.who, one.purpose, one.act, int(one.guardian), one.notice_version]


def _wearers(r: Reading) -> list[ConsentView]:
    return [
        ConsentView(one.consent_at, mask_name(one.name), WEARER, GIVEN, guardian=one.consent_by == "guardian")
        for one in wearers(r)
    ]


def _team(r: Reading) -> list[ConsentView]:
    team = members(r)
    shown = [ConsentView(one.joined_at, mask_name(one.name), ROSTER_NAME, GIVEN) for one in team if one.show_name]
    young = [
        ConsentView(one.guardian_at, mask_name(one.name), GUARDIAN, GIVEN, guardian=True)
        for one in team
        if one.guardian_at
    ]
    return [*shown, *young]
