"""Rows name files: those that are not here are queued to be fetched, and nothing that is no name of a file."""

from __future__ import annotations

from typing import Any

from desk.core.actor import Actor
from desk.core.ids import new_id
from desk.hearings.tables import Hearing, MatterEvent
from desk.store import blob_fetching, blob_rows
from desk.store.store import Store
from desk.store.unit import Unit

ONE, OTHER = "a" * 64, "b" * 64


def show(u: Unit, photos: list[Any]) -> str:
    values: dict[str, Any] = {
        "matter_id": new_id(1),
        "step": 1,
        "kind": "noted",
        "at": 1,
        "body": {},
        "gate_id": u.gate_id,
    }
    return u.add(MatterEvent, photos=photos, **values)


def queued(store: Store) -> list[tuple[str, str, str, int]]:
    with store.reading() as r:
        return [(row.digest, row.kind, row.way, row.size) for row in blob_rows.waiting(r)]


def test_each_column_says_what_its_files_are() -> None:
    assert blob_fetching.kinds_of(MatterEvent) == {"photos": "picture"}
    assert blob_fetching.kinds_of(Hearing) == {"signature": "picture"}


def test_rows_that_came_have_their_files_fetched_once(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        events = [show(u, [ONE, "../../desk.db", "x" * 64, 7, ""]), show(u, [ONE])]
        heard = u.add(Hearing, at=1, signature=OTHER, gate_id=u.gate_id)
        show(u, ["c" * 64])  # of this desk: nobody said that it came
        touched = {"matter_event": events, "hearing": [heard], "redaction": [ONE], "gate": []}
        for _ in range(2):
            blob_fetching.arrived(u, touched)
    assert queued(store) == [(ONE, "picture", "down", 0), (OTHER, "picture", "down", 0)]


def test_what_was_sent_once_and_is_gone_is_fetched(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        show(u, [ONE, OTHER, "../desk.db"])
        for one in (ONE, OTHER):
            blob_rows.queue(u, one, "picture", 10, blob_rows.UP)
            blob_rows.ended(u, one)
        blob_fetching.missing(u, {ONE})
    assert queued(store) == [(OTHER, "picture", "down", 0)]
