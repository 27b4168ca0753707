"""Verbs on the things of a post that are counted at every handover: keys, radios, torches."""

from __future__ import annotations

from typing import Any

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty import reads_handover
from desk.duty.rules_handover import COUNT_MAX, NAME_MAX
from desk.duty.tables import CountedItem
from desk.store.unit import Unit

EDIT = "items.edit"
ITEMS_MAX = 40  # of one gate: a handover is a minute's work
KINDS = ("item", "key")


def add_item(u: Unit, name: str, expected: int = 1, kind: str = "item") -> str:
    """A thing of this gate; returns its id. Right items.edit. Refused: items.name, items.expected, items.many(most)."""
    u.actor.require(EDIT)
    here = reads_handover.items(u)
    if len(here) >= ITEMS_MAX:
        raise Refused("items.many", most=ITEMS_MAX)
    values = _checked(name, expected, kind)
    eid = u.add(CountedItem, **values, gate_id=u.gate_id, sort=max((one.sort for one in here), default=0) + 1)
    _told(u, "items.added", eid)
    return eid


def edit_item(u: Unit, item_id: str, name: str, expected: int, kind: str = "item") -> None:
    """Another name or number. Right items.edit. Refused: as add_item, store.gone."""
    u.actor.require(EDIT)
    u.set(CountedItem, item_id, **_checked(name, expected, kind))
    _told(u, "items.edited", item_id)


def drop_item(u: Unit, item_id: str) -> None:
    """It is counted no more; handovers of before keep it. Right items.edit. Refused: store.gone."""
    u.actor.require(EDIT)
    u.drop(CountedItem, item_id)
    _told(u, "items.dropped", item_id)


def _checked(name: str, expected: int, kind: str) -> dict[str, Any]:
    clean = clean_line(name, NAME_MAX)
    if not clean:
        raise Refused("items.name")
    if not 0 <= expected <= COUNT_MAX:
        raise Refused("items.expected", most=COUNT_MAX)
    return {"name": clean, "expected": expected, "kind": kind if kind in KINDS else KINDS[0]}


def _told(u: Unit, action: str, item_id: str) -> None:
    u.audit(action, "counted_item", item_id)
    u.changed("handover")
