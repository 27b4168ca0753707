"""A store that was put elsewhere begins a new life; one that stays where it is, or comes from 0.1.0, does not."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import select, update

from desk import app
from desk.app import Desk
from desk.store import instance, outbox
from desk.store.store import Founding
from desk.store.tables import AuditLine, SyncSelf


def founded(folder: Path) -> Desk:
    desk = app.build(folder)
    desk.found(Founding("锦绣苑", "南门", throwaway=True))
    return desk


def life(desk: Desk) -> str:
    with desk.store.reading() as r:
        return outbox.end(r)[0]


def moves(desk: Desk) -> int:
    with desk.store.reading() as r:
        return len(r.conn.execute(select(AuditLine.id).where(AuditLine.action == "store.moved")).all())


def reopened(folder: Path) -> Desk:
    desk = app.build(folder)
    desk.open()
    return desk


def test_a_store_that_stays_keeps_its_life(tmp_path: Path) -> None:
    desk = founded(tmp_path / "a")
    before = life(desk)
    desk.close()
    again = reopened(tmp_path / "a")
    assert life(again) == before
    assert moves(again) == 0
    again.close()


def test_a_copied_folder_begins_a_new_life_and_says_so(tmp_path: Path) -> None:
    desk = founded(tmp_path / "a")
    before = life(desk)
    desk.close()
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    copy = reopened(tmp_path / "b")
    assert life(copy) != before
    assert moves(copy) == 1
    fresh = life(copy)
    copy.close()
    again = reopened(tmp_path / "b")
    assert life(again) == fresh
    with again.store.reading() as r:
        assert outbox.unseen(r, 0, 100, acked=False)  # what was not sent yet is offered
    again.close()


def test_a_store_copied_alone_is_seen_too(tmp_path: Path) -> None:
    desk = founded(tmp_path / "a")
    before = life(desk)
    desk.close()
    (tmp_path / "a" / instance.FILE).unlink()
    again = reopened(tmp_path / "a")
    assert life(again) != before
    again.close()


def test_the_token_of_the_first_version_is_exchanged_quietly(tmp_path: Path) -> None:
    desk = founded(tmp_path / "a")
    with desk.store.founding() as conn:
        conn.execute(update(SyncSelf).values(instance_token="0" * 32))
    before = life(desk)
    desk.close()
    again = reopened(tmp_path / "a")
    assert life(again) == before
    assert moves(again) == 0
    with again.store.reading() as r:
        assert str(r.identity["instance_token"]).startswith(instance.MARK)
    again.close()


def test_another_machine_is_another_place(tmp_path: Path) -> None:
    assert instance.token("a", tmp_path, "w") != instance.token("b", tmp_path, "w")
    assert instance.token("a", tmp_path, "w") != instance.token("a", tmp_path / "x", "w")
    assert instance.token("a", tmp_path, "w") == instance.token("a", tmp_path / "x" / "..", "w")
