"""Who wears a button or a watch: written down with their consent, or their guardian's, and gone when it is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, update

from desk.alarms import reads, rights
from desk.alarms.tables import Wearer
from desk.alarms.topics import WEARERS
from desk.alarms.views import Call
from desk.alarms.views import Wearer as WearerView
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.store import outbox
from desk.store.unit import CHUNK, Unit

MOST_CALLS = 6
NAME_LONGEST, DOOR_LONGEST, NOTE_LONGEST, NUMBER_LONGEST = 40, 60, 200, 32
SORTS = ("pendant", "watch")
CONSENTS = ("self", "guardian")
_W = Wearer.__table__.c
_NOBODY: dict[str, Any] = {"number": "", "name": "", "door": "", "note": "", "calls": [], "person_id": None}


@dataclass(frozen=True)
class WearerDraft:
    """What the form says. consent_by: `self`, `guardian`, or "" when nobody has agreed."""

    sort: str = "pendant"
    number: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    door: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    calls: tuple[Call, ...] = field(default=(), repr=False)
    consent_by: str = ""
    person_id: str | None = None


def save_wearer(u: Unit, draft: WearerDraft, wearer_id: str = "") -> str:
    """Write down or change who wears what; returns the id. Right alarms.wearers.

    Raises Refused("wearer.consent" | "wearer.number" | "wearer.number_taken" | "wearer.name" | "wearer.calls", most).
    """
    u.actor.require(rights.WEARERS)
    values = _values(draft)
    taken = select(_W.id).where(_W.number == values["number"], _W.deleted_at.is_(None))
    if any(other != wearer_id for other in u.conn.execute(taken).scalars()):
        raise Refused("wearer.number_taken")
    if wearer_id:
        u.set(Wearer, wearer_id, **values)
    else:
        wearer_id = u.add(Wearer, **values, consent_at=u.now, operator_id=u.actor.operator_id or None)
    u.audit("wearer.saved", "wearer", wearer_id, consent_by=draft.consent_by, calls=len(values["calls"]))
    u.changed(WEARERS)
    return wearer_id


def open_wearer(u: Unit, wearer_id: str) -> WearerView:
    """Everything written down of somebody, for the form; the trail says who looked. Right alarms.wearers.

    Raises Refused("store.gone").
    """
    u.actor.require(rights.WEARERS)
    found = reads.wearer(u, wearer_id)
    u.audit("wearer.opened", "wearer", wearer_id)
    return found


def drop_wearer(u: Unit, wearer_id: str) -> None:
    """They wear it no longer, or take their consent back: nothing of them stays, at any desk. Right alarms.wearers.

    Raises Refused("store.gone").
    """
    u.actor.require(rights.WEARERS)
    _erase(u, [wearer_id])
    u.audit("wearer.dropped", "wearer", wearer_id)


def forget_wearers(u: Unit, gone: Iterable[str]) -> int:
    """Residents of these ids are known no more: nor is what they wore. Right retention.run. Returns how many."""
    u.actor.require(rights.RETENTION)
    ids = list(gone)
    mine = list(u.conn.execute(select(_W.id).where(_W.person_id.in_(ids), _W.deleted_at.is_(None))).scalars())
    _erase(u, mine)
    return len(mine)


def blank_dropped(u: Unit, wearer_ids: Sequence[str]) -> None:
    """Of these, those who are written down no longer lose every value, here and in what syncing keeps."""
    for start in range(0, len(wearer_ids), CHUNK):
        chunk = wearer_ids[start : start + CHUNK]
        gone = select(_W.id).where(_W.id.in_(chunk), _W.deleted_at.is_not(None))
        if ids := list(u.conn.execute(gone).scalars()):
            u.conn.execute(update(Wearer).where(_W.id.in_(ids)).values(**_NOBODY))
            outbox.erase(u, ids)


def _erase(u: Unit, wearer_ids: Sequence[str]) -> None:
    for wearer_id in wearer_ids:
        u.drop(Wearer, wearer_id)
    if wearer_ids:
        blank_dropped(u, wearer_ids)
        outbox.redact(u, list(wearer_ids))
        u.changed(WEARERS)


def _values(draft: WearerDraft) -> dict[str, Any]:
    if draft.consent_by not in CONSENTS:
        raise Refused("wearer.consent")
    number = clean_number(draft.number)
    if not number:
        raise Refused("wearer.number")
    name = clean_line(draft.name, NAME_LONGEST)
    if not name:
        raise Refused("wearer.name")
    calls = [
        {"who": clean_line(one.who, NAME_LONGEST), "relation": clean_line(one.relation, 12), "phone": clean_line(one.phone, 24)}
        for one in draft.calls if one.phone.strip()
    ]  # fmt: skip
    if not 0 < len(calls) <= MOST_CALLS:
        raise Refused("wearer.calls", most=MOST_CALLS)
    return {
        "sort": draft.sort if draft.sort in SORTS else SORTS[0], "number": number, "name": name,
        "door": clean_line(draft.door, DOOR_LONGEST), "note": clean_line(draft.note, NOTE_LONGEST), "calls": calls,
        "consent_by": draft.consent_by, "person_id": draft.person_id,
    }  # fmt: skip


def clean_number(text: str) -> str:
    """As drivers tell it: without spaces, letters in capitals."""
    return "".join(clean_line(text, NUMBER_LONGEST).split()).upper()
