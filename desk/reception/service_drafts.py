"""Forms half filled in: kept in the encrypted store of this desk alone, taken away when done, forgotten at night."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, insert

from desk.reception import rights
from desk.reception.tables import FormDraft
from desk.store.unit import Unit


def keep_draft(u: Unit, form: str, body: Mapping[str, Any]) -> None:
    """Keep what stands in a form, instead of what was kept before. body: JSON-able, without a raw id number."""
    u.actor.require(rights.ADMIT)
    _drop(u, form)
    u.conn.execute(insert(FormDraft).values(form=form, at=u.now, body=dict(body)))


def drop_draft(u: Unit, form: str) -> None:
    """The form is done, or was cleared."""
    u.actor.require(rights.ADMIT)
    _drop(u, form)


def forget_drafts(u: Unit, before: int) -> int:
    """Forms nobody came back to since a moment (UTC ms); returns how many."""
    u.actor.require(rights.RETENTION)
    return u.conn.execute(delete(FormDraft).where(FormDraft.at < before)).rowcount


def _drop(u: Unit, form: str) -> None:
    u.conn.execute(delete(FormDraft).where(FormDraft.form == form))
