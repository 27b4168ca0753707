"""Verbs of the public screen: put a notice up, take it down, take over in an emergency; lines that other rooms want shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Table, select

from desk.core.errors import Refused
from desk.people.reads_doors import homes_named
from desk.screen import reads
from desk.screen.rules import (
    NO_END,
    Item,
    Kind,
    Sentence,
    Wanted,
    approved,
    fitting,
    in_time,
)
from desk.screen.rules_lint import NOBODY, Looks, lint, tight
from desk.screen.tables import ScreenItem, ScreenLine
from desk.store.unit import Unit

EDIT, TAKE_OVER = "screen.edit", "screen.emergency"
TOPIC = "screen"
_I = ScreenItem.__table__.c
_L = cast(Table, ScreenLine.__table__)


def save(u: Unit, wanted: Wanted, item_id: str = "") -> Item:
    """Put a notice up, or change one. Right screen.edit.

    Refused: screen.empty, screen.title_long, screen.too_long, screen.too_many_lines, screen.ends_before_it_begins,
    screen.already_over, screen.too_far, screen.approver_missing, screen.looks_like.*, screen.kind, screen.gone.
    """
    u.actor.require(EDIT)
    if wanted.kind is Kind.EMERGENCY:
        raise Refused("screen.kind")
    title, text = checked(u, wanted.title, wanted.text)
    in_time(wanted, reads.moment(u))
    values: dict[str, Any] = {
        "kind": wanted.kind.value, "title": title, "text": text, "from_at": wanted.from_at, "until_at": wanted.until_at,
        "gates": ",".join(sorted(set(wanted.gates))), "approver": approved(wanted), "sort": wanted.sort,
    }  # fmt: skip
    if item_id:
        if reads.item(u, item_id) is None:
            raise Refused("screen.gone")
        u.set(ScreenItem, item_id, **values, retracted_at=None)
    else:
        item_id = u.add(ScreenItem, **values, operator_id=u.actor.operator_id or None)
    u.audit("screen.saved", "screen_item", item_id, kind=wanted.kind.value)
    u.changed(TOPIC)
    return _item(u, item_id)


def checked(r: reads.Reading, title: str, text: str) -> tuple[str, str]:
    """Title and text as they will be shown. Refused: as `save` says of words."""
    title, text = fitting(title, text)
    whole = f"{title}\n{text}"
    refuse_private(whole, reads.public_phones(r), homes_named(r, tight(whole)))
    return title, text


def refuse_private(text: str, numbers: Collection[str] = (), homes: Mapping[str, Collection[str]] = NOBODY) -> None:
    """Raises Refused screen.looks_like.phone, .id_number, .name_door, .markup: the first thing that must not be there."""
    found = sorted(lint(text, numbers, homes=homes), key=lambda one: list(Looks).index(one.looks))
    if found:
        raise Refused(f"screen.looks_like.{found[0].looks.value}")


def retract(u: Unit, item_id: str) -> None:
    """Take it down now, at every gate. Right screen.edit; screen.emergency for an emergency. Refused: screen.gone."""
    if not u.actor.may(EDIT):
        u.actor.require(TAKE_OVER)
    found = _item(u, item_id)
    u.actor.require(TAKE_OVER if found.kind is Kind.EMERGENCY else EDIT)
    if found.retracted_at is None:
        u.set(ScreenItem, item_id, retracted_at=u.now)
        u.audit("screen.retracted", "screen_item", item_id, kind=found.kind.value)
    u.changed(TOPIC)


def put_back(u: Unit, item_id: str) -> None:
    """What was taken down by mistake hangs again, as long as it was to hang. Right screen.edit. Refused: screen.gone."""
    u.actor.require(EDIT)
    if _item(u, item_id).retracted_at is not None:
        u.set(ScreenItem, item_id, retracted_at=None)
        u.audit("screen.put_back", "screen_item", item_id)
    u.changed(TOPIC)


def take_over(u: Unit, nth: int = 0, usual: tuple[Sentence, ...] = reads.USUAL) -> Item:
    """An emergency: a prepared sentence over every screen of the site until somebody ends it. Right screen.emergency,
    which a locked desk has. usual: what is prepared where the site has written nothing. It stands in place of one that runs. Refused: screen.no_sentence."""
    u.actor.require(TAKE_OVER)
    sentences = reads.prepared(u, usual)
    if not 0 <= nth < len(sentences):
        raise Refused("screen.no_sentence")
    _end(u)
    words = sentences[nth]
    item_id = u.add(
        ScreenItem, kind=Kind.EMERGENCY.value, title=words.title, text=words.text, from_at=min(u.now, reads.moment(u)),
        until_at=NO_END, operator_id=u.actor.operator_id or None,
    )  # fmt: skip
    u.audit("screen.taken_over", "screen_item", item_id, nth=nth)
    u.changed(TOPIC)
    return _item(u, item_id)


def end_emergency(u: Unit) -> int:
    """The screens go back to what they showed; returns how many emergencies ended. Right screen.emergency."""
    u.actor.require(TAKE_OVER)
    ended = _end(u)
    if ended:
        u.audit("screen.emergency_ended", n=ended)
    u.changed(TOPIC)
    return ended


def printed(u: Unit, item_ids: Sequence[str]) -> None:
    """These were put on paper for the wall. Right screen.edit."""
    u.actor.require(EDIT)
    for item_id in item_ids:
        if reads.item(u, item_id) is not None:
            u.set(ScreenItem, item_id, printed_at=u.now)
    u.changed(TOPIC)


def _end(u: Unit) -> int:
    running = select(_I.id).where(_I.kind == Kind.EMERGENCY.value, _I.retracted_at.is_(None), _I.deleted_at.is_(None))
    ids = list(u.conn.execute(running).scalars())
    for item_id in ids:
        u.set(ScreenItem, item_id, retracted_at=u.now)
    return len(ids)


def _item(u: Unit, item_id: str) -> Item:
    found = reads.item(u, item_id)
    if found is None:
        raise Refused("screen.gone")
    return found
