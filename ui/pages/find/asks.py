"""What the find page asks the desk, on the disk-read lane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk.codes.reads_lists import by_nums
from desk.codes.serials import show_serial
from desk.core.actor import Actor
from desk.core.clock import SiteTime
from desk.core.masking import mask_plate
from desk.core.text import clean_line
from desk.hearings.reads import find
from desk.hearings.rules_names import cleaned, place_for_all
from desk.people import query
from desk.people import reads as people
from desk.people.reads_doors import door
from desk.people.reads_visitors import search_visitors
from desk.reception import reads
from desk.reception.rules import VisitorType, VisitState
from desk.reception.rules_presence import Presence
from desk.reception.views import HistoryFilter, VisitRow
from desk.store import search
from desk.store.search import DocKind
from ui import moments
from ui.pages.find.model import DRAWN, HistoryRow, Hit

ASKED = DRAWN + 1
LONG = 40  # letters of a matter in a list
BEFORE = (VisitState.EXPECTED, VisitState.ARRIVED)
ONLY = {"room": ("visit", "expected", "household", "goods"), "phone": ("visit", "expected", "visitor", "person")}


def everything(r: Any, actor: Actor, time: SiteTime, text: str, field: str = "") -> tuple[Hit, ...]:
    """Hits of every kind, grouped, a few of each; `field` keeps to what was meant (`room`, `phone`)."""
    moment = moments.teller(time, r.now)
    visits = [_visit(row, moment) for row in reads.find(r, text, 2 * ASKED)]
    found = [*visits, *_visitors(r, actor, text, moment), *_households(r, text), *_people(r, actor, text)]
    found += [*_matters(r, actor, text, moment), *_goods(r, actor, text, moment), *_passes(r, actor, text, moment)]
    wanted = ONLY.get(field)
    return tuple(hit for hit in found if wanted is None or hit.group in wanted)


def _visit(row: VisitRow, moment: moments.Teller) -> Hit:
    before = row.state in BEFORE
    when = moment(row.expected_at if before and row.expected_at else row.in_at or row.at)
    return Hit(
        "expected" if before else "visit", row.id, row.name, row.building, row.visitor_type.value, state_of(row), when,
        row.phone or row.plate or row.company,
    )  # fmt: skip


def state_of(row: VisitRow) -> str:
    """The word for a visit on a list: its presence while inside, else its state."""
    if row.state is VisitState.ADMITTED and row.presence is not Presence.INSIDE:
        return f"visit.presence.{row.presence.value}"
    return f"visit.state.{row.state.value}"


def _visitors(r: Any, actor: Actor, text: str, moment: moments.Teller) -> list[Hit]:
    if not actor.may("people.read"):
        return []
    found = search_visitors(r, actor, text, ASKED)
    return [
        Hit(
            "visitor", one.name, one.masked_name, door(r, one.household_id).label if one.household_id else "",
            one.visitor_type, "", moment(one.seen_at), one.masked_phone or mask_plate(one.plate),
        )
        for one in found
    ]  # fmt: skip


def _households(r: Any, text: str) -> list[Hit]:
    return [
        Hit("household", one.id, one.label, more=str(one.people)) for one in people.search_households(r, text, ASKED)
    ]


def _people(r: Any, actor: Actor, text: str) -> list[Hit]:
    if not actor.may("people.read"):
        return []
    found = people.search_residents(r, actor, text, ASKED)
    return [
        Hit("person", one.id, one.masked_name, " ".join(tie.place for tie in one.ties), more=one.masked_phone)
        for one in found
    ]


def _matters(r: Any, actor: Actor, text: str, moment: moments.Teller) -> list[Hit]:
    """Names and doors are taken out of the words: the list lies open."""
    if not actor.may("matters.note"):
        return []
    return [
        Hit(
            "matter", one.id, clean_line(cleaned(one.text))[:LONG] or one.short_no, place_for_all(one.place),
            f"matter.category.{one.category.value}", f"matter.state.{one.state.value}", moment(one.at), one.short_no,
        )
        for one in find(r, actor, text, ASKED)
    ]  # fmt: skip


def _goods(r: Any, actor: Actor, text: str, moment: moments.Teller) -> list[Hit]:
    if not actor.may("goods"):
        return []
    found = reads.find_goods(r, text, ASKED)
    return [Hit("goods", one.id, one.what, one.building, "", "", moment(one.at), one.shelf) for one in found]


def _passes(r: Any, actor: Actor, text: str, moment: moments.Teller) -> list[Hit]:
    asked = query.parse(text)
    if not asked.match or not actor.may("codes.read"):
        return []
    nums = search.find(r.conn, asked.match, DocKind.PASS, ASKED)
    return [
        Hit(
            "pass", one.code_id, show_serial(one.serial), one.household, "", "" if one.revoked_at is None else "revoked",
            moment(one.window.expires_at), one.visitor_ref,
        )
        for one in (by_nums(r, nums) if nums else ())
    ]  # fmt: skip


def history_page(r: Any, time: SiteTime, wanted: HistoryFilter, before: int | None, limit: int) -> Sequence[HistoryRow]:
    """The next rows of the list of all visits, newest first."""
    moment = moments.teller(time, r.now)
    return [_history(row, moment) for row in reads.history(r, wanted, before=before, limit=limit).rows]


def _history(row: VisitRow, moment: moments.Teller) -> HistoryRow:
    return HistoryRow(
        row.num, row.id, moment(row.in_at or row.expected_at or row.at), row.name, row.visitor_type.value, state_of(row),
        row.building, row.party_size, moment(row.out_at), row.watched, row.clock_uncertain,
    )  # fmt: skip


STATES: dict[str, tuple[VisitState, ...]] = {
    "all": tuple(state for state in VisitState if state not in (*BEFORE, VisitState.DRAFT)),
    "inside": (VisitState.ADMITTED,),
    "left": (VisitState.LEFT, VisitState.AUTO_CLOSED),
    "refused": (VisitState.REFUSED, VisitState.CANCELLED, VisitState.NO_SHOW),
    "expected": BEFORE,
}


def wanted_of(states: str, kind: str, until: int | None) -> HistoryFilter:
    """A filter from the words of the page. until: UTC ms; the list then begins with what came before it."""
    types = (VisitorType(kind),) if kind else ()
    return HistoryFilter(states=STATES.get(states, ()), types=types, until=until)
