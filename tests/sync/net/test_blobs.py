"""Attachments: sealed, whole or not there, gone on with after a cut, and never in the way of text."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desk import syncing
from desk.app import Desk
from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.hearings.tables import Hearing, MatterEvent
from desk.hub.tables import BLOB, BLOB_PART
from desk.operators.rules import COMMAND
from desk.store import blob_rows
from desk.sync import http
from desk.sync.blobs import FOLDER, LIMITS, MIB, Blobs
from desk.sync.http import HttpTransport
from desk.sync.rhythm import Rhythm
from tests.sync.net.hubs import HubProcess, enrolled, joined
from tests.sync.net.test_runner import started, until

Closing = Callable[[Desk], Desk]


def of(desk: Desk, free: int = 10 << 30) -> Blobs:
    return Blobs(desk.store, desk.home.root, lambda path: free)


@contextmanager
def line(desk: Desk) -> Iterator[HttpTransport]:
    made = http.opened(desk.store, desk.clock)
    try:
        yield made
    finally:
        made.close()


def put(desk: Desk, data: bytes, kind: str = "picture") -> str:
    with desk.store.unit(COMMAND) as u:
        return of(desk).put(u, kind, data)


def want(desk: Desk, digest: str, size: int, kind: str = "picture") -> None:
    with desk.store.unit(COMMAND) as u:
        of(desk).want(u, kind, digest, size)


def state(desk: Desk, digest: str) -> tuple[str, str]:
    with desk.store.reading() as r:
        row = blob_rows.row_of(r, digest)
    assert row is not None
    return row.state, row.fail_code


def size_of(desk: Desk, digest: str) -> int:
    return (desk.home.root / FOLDER / digest).stat().st_size


def show(desk: Desk, *photos: str) -> None:
    """A row that names them, as noting a matter writes it."""
    with desk.store.unit(COMMAND) as u:
        u.add(
            MatterEvent, matter_id=new_id(1), step=1, kind="noted", at=1, body={}, gate_id=u.gate_id, photos=list(photos)
        )  # fmt: skip


def turns(count: int) -> Callable[[], bool]:
    """True so many times."""
    left = iter(range(count))
    return lambda: next(left, None) is not None


def test_from_one_desk_to_the_other_and_unreadable_in_between(
    hub: HubProcess, tmp_path: Path, closing: Closing
) -> None:
    first = closing(enrolled(hub, tmp_path / "a"))
    second = closing(joined(first, tmp_path / "b"))
    picture = os.urandom(3 * MIB) + b"a face"
    digest = put(first, picture)
    want(second, digest, size_of(first, digest))
    with line(second) as there:
        assert of(second).carry(there, lambda: True) == 0  # not sent yet: it goes on waiting
    with line(first) as there:
        assert of(first).carry(there, lambda: True) == 1
    with line(second) as there:
        assert of(second).carry(there, lambda: True) == 1
        assert of(second).carry(there, lambda: True) == 0
    with second.store.reading() as r:
        assert of(second).read(r, "picture", digest) == picture
        with pytest.raises(Refused, match=r"blob\.mismatch"):
            of(second).read(r, "sound", digest)
    rows = hub.change(lambda conn, now: conn.execute(BLOB_PART.select()).all())
    assert not any(b"a face" in bytes(row.data) for row in rows)


def test_a_cut_in_the_middle_costs_one_part(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    first = closing(enrolled(hub, tmp_path / "a"))
    second = closing(joined(first, tmp_path / "b"))
    digest = put(first, os.urandom(4 * MIB))
    want(second, digest, size_of(first, digest))
    with line(first) as there:
        assert of(first).carry(there, turns(3)) == 0
        with first.store.reading() as r:
            row = blob_rows.row_of(r, digest)
        assert row is not None
        assert 0 < row.done < row.size
        assert of(first).carry(there, lambda: True) == 1
    with line(second) as there:
        assert of(second).carry(there, turns(3)) == 0
        assert (tmp_path / "b" / FOLDER / f"{digest}.part").stat().st_size > 0
        assert of(second).carry(there, lambda: True) == 1
    assert not list((tmp_path / "b" / FOLDER).glob("*.part"))


def test_what_is_not_taken(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(hub, tmp_path / "a"))
    for data, kind, code in ((b"x", "film", "blob.kind"), (b"", "picture", "blob.too_large"),
                             (bytes(LIMITS["picture"]), "picture", "blob.too_large")):  # fmt: skip
        with pytest.raises(Refused) as caught:
            put(desk, data, kind)
        assert caught.value.code == code
    with pytest.raises(Refused, match=r"blob\.disk_low"), desk.store.unit(COMMAND) as u:
        of(desk, free=100 * MIB).put(u, "picture", b"x")
    with desk.store.unit(COMMAND) as u:
        u.audit("people.revealed")  # text still finds room
    want(desk, "0" * 64, 100)
    with line(desk) as there:
        assert of(desk, free=100 * MIB).carry(there, lambda: True) == 0
        assert of(desk).carry(there, lambda: True) == 0
    assert state(desk, "0" * 64) == ("waiting", "")
    with desk.store.reading() as r, pytest.raises(Refused, match=r"blob\.not_here"):
        of(desk).read(r, "picture", "0" * 64)


def test_a_file_that_was_changed_here_is_not_sent(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(hub, tmp_path / "a"))
    digest, other = put(desk, b"one"), put(desk, b"other")
    (tmp_path / "a" / FOLDER / digest).write_bytes(b"something else")
    with line(desk) as there:
        assert of(desk).carry(there, lambda: True) == 1
    assert state(desk, digest) == ("failed", "blob.mismatch")
    assert state(desk, other) == ("done", "")


def test_the_runner_carries_them_by_itself(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(hub, tmp_path / "a"))
    digest = put(desk, os.urandom(MIB))
    runner = started(desk)
    try:
        assert until(lambda: state(desk, digest)[0] == "done")
    finally:
        assert runner.stop()


def test_what_never_comes_keeps_nobody_waiting(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    """Small ones go first; twenty whose desk died before it sent them are not to hold up all others for ever."""
    first = closing(enrolled(hub, tmp_path / "a"))
    second = closing(joined(first, tmp_path / "b"))
    digest = put(first, os.urandom(1000))
    with line(first) as there:
        assert of(first).carry(there, lambda: True) == 1
    for number in range(45):
        want(second, f"{number:064x}", 1)
    want(second, digest, size_of(first, digest))
    blobs = of(second)
    with line(second) as there:
        assert sum(blobs.carry(there, lambda: True) for _ in range(3)) == 1
        (late,) = [put(first, os.urandom(2000))]
        want(second, late, size_of(first, late))
        with line(first) as giver:
            assert of(first).carry(giver, lambda: True) == 1
        assert sum(blobs.carry(there, lambda: True) for _ in range(4)) == 1, "and round again"


def test_a_hub_that_went_back_gets_its_files_again(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    first = closing(enrolled(hub, tmp_path / "a"))
    second = closing(joined(first, tmp_path / "b"))
    both, lost = put(first, os.urandom(1000)), put(first, os.urandom(MIB + 5))
    with line(first) as there:
        assert of(first).carry(there, lambda: True) == 2
    want(second, lost, size_of(first, lost))
    with line(second) as there:
        assert of(second).carry(there, lambda: True) == 1
    for table in (BLOB, BLOB_PART):
        hub.change(lambda conn, now, t=table: conn.execute(t.delete().where(t.c.digest == bytes.fromhex(lost))))  # type: ignore[misc]
    with second.store.unit(COMMAND) as u:
        blob_rows.send_again(u)
    with line(second) as there:
        assert of(second).carry(there, lambda: True) == 1, "whoever has it gives it back"
    with first.store.unit(COMMAND) as u:
        blob_rows.send_again(u)
    with line(first) as there:
        assert of(first).carry(there, lambda: True) == 2, "the hub has both: that is all there is to hear"
    assert state(first, both) == state(first, lost) == ("done", "")
    parts = hub.change(lambda conn, now: conn.execute(BLOB_PART.select()).all())
    assert {both, lost} <= {bytes(row.digest).hex() for row in parts}


def test_what_a_row_names_comes_without_anybody_saying_its_size(
    hub: HubProcess, tmp_path: Path, closing: Closing
) -> None:
    first = closing(enrolled(hub, tmp_path / "a"))
    second = closing(joined(first, tmp_path / "b"))
    large, small = os.urandom(2 * MIB + 7), b"a small one"
    photos = [put(first, large), put(first, small)]
    show(first, *photos, "../../desk.db", "x" * 64, "")
    with first.store.unit(COMMAND) as u:
        u.add(Hearing, at=1, signature=(signature := of(first).put(u, "picture", b"a name")), gate_id=u.gate_id)
    syncing.once(first)
    syncing.once(second)
    with second.store.reading() as r:
        assert {row.digest for row in blob_rows.waiting(r)} == {*photos, signature}, "what is no name of a file is left"
    with line(second) as there:
        assert of(second).carry(there, lambda: True) == 0  # not sent yet
    with line(first) as there:
        assert of(first).carry(there, lambda: True) == 3
    with line(second) as there:
        assert of(second).carry(there, lambda: True) == 3
    with second.store.reading() as r:
        assert [of(second).read(r, "picture", one) for one in (*photos, signature)] == [large, small, b"a name"]
    syncing.once(second)
    with second.store.reading() as r:
        assert not blob_rows.waiting(r)


def test_a_file_cut_off_before_it_had_its_name_is_fetched_again(
    hub: HubProcess, tmp_path: Path, closing: Closing
) -> None:
    first = closing(enrolled(hub, tmp_path / "a"))
    second = closing(joined(first, tmp_path / "b"))
    digest = put(first, b"whole")
    show(first, digest)
    with line(first) as there:
        of(first).carry(there, lambda: True)
    syncing.once(first)
    syncing.once(second)
    folder = tmp_path / "b" / FOLDER
    folder.mkdir(exist_ok=True)
    (folder / f"{digest}.part").write_bytes((tmp_path / "a" / FOLDER / digest).read_bytes())
    with line(second) as there:
        assert of(second).carry(there, lambda: True) == 1
    assert [path.name for path in folder.iterdir()] == [digest]


def test_a_photo_appears_at_the_other_gate_by_itself(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    first = closing(enrolled(hub, tmp_path / "a"))
    second = closing(joined(first, tmp_path / "b"))
    rhythm = Rhythm(quiet_s=0.02, idle_s=0.5)
    runners = [started(desk, rhythm) for desk in (first, second)]
    try:
        digest = put(first, b"a lamp that does not burn")
        show(first, digest)
        assert until(lambda: (tmp_path / "b" / FOLDER / digest).exists(), 40)
    finally:
        assert all(runner.stop() for runner in runners)
