"""What lies at the hut to be borrowed, what is written down when it is, and whom a call for help reaches. Units and readings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from desk.alarms import reads as alarms
from desk.alarms import service as alarm_service
from desk.alarms.rules import Sort, Stand
from desk.core.errors import Refused
from desk.lending import reads as lending
from desk.lending import service
from desk.lending.drafts import Back, LendDraft, Pick, To
from desk.lending.reads_rows import Standing, standings
from desk.lending.rules import How
from desk.lending.rules_asset import AssetClass, AssetKind, Condition
from desk.store.identity import gate_names, here, house
from desk.store.unit import Reading, Unit
from desk.sync.reads_now import now as line_now
from desk.sync.rules_now import State

MOST_OFFERS = 12
ON_LINE = frozenset({State.AGREED, State.SENDING, State.STUCK})  # the hub has answered lately


@dataclass(frozen=True)
class Offer:
    """A thing that may be borrowed now. door: its compartment, 0 when it stands in the open at `place`."""

    asset_id: str
    name: str
    kind: AssetKind
    due_at: int
    door: int
    place: str


@dataclass(frozen=True)
class Borrowed:
    """What was written down. locker_id: "" when no door is to be opened."""

    lending_id: str
    asset_id: str
    loan_id: str
    due_at: int
    locker_id: str
    door: int
    place: str


@dataclass(frozen=True)
class Whom:
    """Whom a call reaches: gate: the named desk, "" without one or without a line to it; who, phone: whom to ring up."""

    gate: str
    who: str
    phone: str


def offers(r: Reading, household_id: str, lockers: Collection[str]) -> tuple[Offer, ...]:
    """What this household may take now, one of each name. lockers: those that work here."""
    to = To(How.CODE, household_id)
    found: dict[str, Offer] = {}
    for one in standings(r).values():
        if one.row["name"] not in found and _may_go(one, r.now, to, lockers):
            found[one.row["name"]] = Offer(
                one.id, one.row["name"], one.kind, one.due_at(r.now), one.row["compartment"] or 0, one.row["place"]
            )
    return tuple(found.values())[:MOST_OFFERS]


def _may_go(one: Standing, now: int, to: To, lockers: Collection[str]) -> bool:
    if not one.here or one.cls is AssetClass.CONSUMABLE or one.bars(now, one.due_at(now), to):
        return False
    return not one.row["locker_id"] or (one.row["locker_id"] in lockers and bool(one.row["compartment"]))


def borrow_for(u: Unit, lending_id: str, household_id: str, asset_id: str, most: int) -> Borrowed:
    """Lend it. Right lending. Refused: hut.has_enough(most), hut.lent_already, and as lending."""
    here_now = [one for one in lending.of_household(u, household_id) if one.gate == here(u).gate_name]
    if len(here_now) >= most:
        raise Refused("hut.has_enough", most=most)
    lent = service.lend(u, LendDraft(lending_id, (Pick(asset_id),), To(How.LOCKER, household_id)))
    if lent.repeated:
        raise Refused("hut.lent_already")
    return _written(u, lending_id, asset_id, lent.loans[0], lent.due_at)


def undo_borrowed(u: Unit, lending_id: str) -> None:
    """Its door stayed shut: nothing left."""
    service.undo_lend(u, lending_id)


def returned(u: Unit, asset_id: str) -> Borrowed:
    """It is here. What must be wiped down first, or filled up, waits for somebody. Right lending. Refused: as lending."""
    given = service.give_back(u, asset_id, Back(wiped=False))
    return _written(u, "", asset_id, given.loan_id, 0)


def back_into(u: Unit, loan_id: str) -> None:
    """Its door stayed shut: whoever brought it still has it."""
    if loan_id:
        service.undo_return(u, loan_id)


def damaged(u: Unit, asset_id: str, loan_id: str) -> None:
    """What came back is broken; a kit that lacks something is one to be filled. Right lending."""
    if loan_id:
        service.undo_return(u, loan_id)
    kit = standings(u, [asset_id])[asset_id].cls is AssetClass.KIT
    service.give_back(u, asset_id, Back(Condition.INCOMPLETE if kit else Condition.DAMAGED, wiped=False))


def _written(u: Unit, lending_id: str, asset_id: str, loan_id: str, due_at: int) -> Borrowed:
    row: Any = standings(u, [asset_id])[asset_id].row
    door = row["compartment"] or 0
    locker = (row["locker_id"] or "") if door and row["gate_id"] == u.gate_id else ""
    return Borrowed(lending_id, asset_id, loan_id, due_at, locker, door if locker else 0, row["place"])


# --- help ------------------------------------------------------------------------------------------------------------


def call_for_help(u: Unit) -> str:
    """Somebody at the hut calls; returns the alarm. Right alarms.raise."""
    heard = alarm_service.Heard(Sort.SOS, f"hut:{u.device_id}", device_name="无人小屋求助键", place=here(u).gate_name)
    return alarm_service.raise_alarm(u, heard).alarm_id


def whom(r: Reading) -> Whom:
    """Whom a call from here reaches."""
    named, place, contacts = alarms.rings_at(r), here(r), house(r).contacts
    line = line_now(r)
    reached = line.state in ON_LINE and not line.why  # nobody is told to wait for a call that did not get through
    gate = gate_names(r).get(named.gate_id, "") if named.gate_id and reached else ""
    if named.phone:
        return Whom(gate, named.who, named.phone)
    if place.gate_phone:
        return Whom(gate, place.gate_name, place.gate_phone)
    return Whom(gate, *next(((name, phone) for name, phone in contacts if phone), ("", "")))


def seen_to(r: Reading, alarm_id: str) -> bool:
    """Whether somebody sees to the call, or has seen to it."""
    open_now = {one.id: one.stand for one in alarms.open_alarms(r)}
    return open_now.get(alarm_id) is not Stand.RINGING


__all__ = [
    "Borrowed", "Offer", "Whom", "back_into", "borrow_for", "call_for_help", "damaged", "offers", "returned", "seen_to",
    "undo_borrowed", "whom",
]  # fmt: skip
