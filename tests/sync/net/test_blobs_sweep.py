"""Files of a desk go with the last row that names them, a day after they came."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, update

from desk import app, erasing
from desk.app import Desk
from desk.core.events import Changed, Event
from desk.core.ids import new_id
from desk.hearings.tables import Hearing, MatterEvent
from desk.operators.rules import COMMAND
from desk.store import blob_rows
from desk.store.store import Founding
from desk.sync.blobs import FOLDER, YOUNG_S, Blobs


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = app.build(tmp_path / "home")
    found.found(Founding("锦绣苑", "南门", throwaway=True))
    yield found
    found.close()


def put(desk: Desk, *many: bytes) -> list[str]:
    blobs = Blobs(desk.store, desk.home.root, lambda path: 10 << 30)
    with desk.store.unit(COMMAND) as u:
        return [blobs.put(u, "picture", one) for one in many]


def show(desk: Desk, photos: list[str]) -> str:
    values: dict[str, Any] = {
        "matter_id": new_id(1),
        "step": 1,
        "kind": "noted",
        "at": 1,
        "body": {},
        "gate_id": new_id(2),
    }
    with desk.store.unit(COMMAND) as u:
        return u.add(MatterEvent, photos=photos, **values)


def old(desk: Desk) -> None:
    then = time.time() - YOUNG_S - 60
    for path in (desk.home.root / FOLDER).iterdir():
        os.utime(path, (then, then))


def files(desk: Desk) -> set[str]:
    return {path.name for path in (desk.home.root / FOLDER).iterdir()}


def queued(desk: Desk) -> set[str]:
    with desk.store.reading() as r:
        return {row.digest for row in blob_rows.waiting(r)}


def test_what_no_row_names_goes_a_day_later(desk: Desk) -> None:
    kept, signature, gone = put(desk, b"kept", b"signature", b"gone")
    event = show(desk, [kept, gone])
    with desk.store.unit(COMMAND) as u:
        u.add(Hearing, at=1, signature=signature, gate_id=u.gate_id)
        u.conn.execute(update(MatterEvent).where(MatterEvent.id == event).values(photos=[kept]))  # as retention does
    assert Blobs(desk.store, desk.home.root).sweep() == 0, "a form may still be open"
    assert queued(desk) == {kept, signature, gone}
    old(desk)
    (fresh,) = put(desk, b"a form that is open now")
    assert Blobs(desk.store, desk.home.root).sweep() == 1
    assert files(desk) == queued(desk) == {kept, signature, fresh}


def test_the_nights_run_does_it(desk: Desk) -> None:
    (gone,) = put(desk, b"gone")
    event = show(desk, [gone])
    old(desk)
    erasing.erase(desk, "asked", confirmed=True)
    assert files(desk) == {gone}
    with desk.store.unit(COMMAND) as u:
        u.conn.execute(delete(MatterEvent).where(MatterEvent.id == event))
    erasing.erase(desk, "asked", confirmed=True)
    assert files(desk) == queued(desk) == set()


def test_leftovers_of_a_cut_go_too(desk: Desk) -> None:
    (kept,) = put(desk, b"kept")
    show(desk, [kept])
    for name in ("a" * 64 + ".part", "b" * 64 + ".new", "c" * 64, kept + ".new"):
        (desk.home.root / FOLDER / name).write_bytes(b"x")
    with desk.store.unit(COMMAND) as u:
        blobs = Blobs(desk.store, desk.home.root)
        blobs.want(u, "picture", "d" * 64, 10)  # asked for by a row that was erased since
    old(desk)
    assert blobs.sweep() == 3
    assert files(desk) == {kept, kept + ".new"}
    assert queued(desk) == {kept}


def test_a_desk_without_files_has_nothing_to_do(desk: Desk) -> None:
    assert Blobs(desk.store, desk.home.root).sweep() == 0


def test_what_is_put_while_the_sweep_waits_for_its_turn_stays(desk: Desk) -> None:
    """A form is open: no row names the picture yet, and it is to be sent."""
    put(desk, b"first")
    blobs = Blobs(desk.store, desk.home.root, lambda path: 10 << 30)
    sweep = threading.Thread(target=blobs.sweep)
    with desk.store.unit(COMMAND) as u:
        sweep.start()
        while not desk.store.awaited:
            sweep.join(0.001)
        name = blobs.put(u, "picture", b"just taken")
    sweep.join()
    assert name in files(desk)
    assert name in queued(desk)


def test_what_is_put_while_files_are_deleted_stays(desk: Desk) -> None:
    put(desk, b"gone")
    old(desk)
    fresh: list[str] = []

    def hear(event: Event) -> None:  # the queue was tidied, the files are next
        if isinstance(event, Changed) and "blobs" in event.topics and not fresh:
            fresh.extend(put(desk, b"just taken"))

    desk.bus.subscribe(hear)
    assert Blobs(desk.store, desk.home.root).sweep() == 1
    assert files(desk) == queued(desk) == set(fresh)
