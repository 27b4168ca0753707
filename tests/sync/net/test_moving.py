"""A desk moves to another computer while its hub is away: everything arrives once, and the old computer learns that it was left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desk import app, moving, syncing
from desk.app import Desk
from desk.core.errors import Refused
from desk.operators.rules import COMMAND
from desk.store import identity
from tests.sync.net.hubs import HubProcess, enrolled, gates, joined, write

Closing = Callable[[Desk], Desk]


def waiting(desk: Desk) -> int:
    with desk.store.reading() as r:
        return identity.here(r).waiting


def agree(*desks: Desk) -> None:
    for _ in range(2):
        for desk in desks:
            syncing.once(desk)


def copied(folder: Path, to: Path) -> Path:
    """A disk image of the old computer, made before anything was packed."""
    to.mkdir()
    for path in folder.iterdir():
        if path.is_file():
            (to / path.name).write_bytes(path.read_bytes())
    return to


def test_what_waited_arrives_once_by_the_new_computer(own_hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    old = closing(enrolled(own_hub, tmp_path / "old"))
    other = closing(joined(old, tmp_path / "other"))
    own_hub.stop()
    made = write(old, "0755-1", 5)
    assert waiting(old) >= 5
    packed = moving.pack(old, tmp_path, COMMAND, found=[])
    new = closing(app.build(tmp_path / "new"))
    came = moving.arrive(new, packed.path, packed.code)
    assert came.linked
    assert came.waiting >= 5
    write(new, "0755-2", 2)
    own_hub.start()
    agree(new, other)
    assert waiting(new) == 0
    assert gates(other) == gates(new)
    assert set(made) <= set(gates(other))
    assert len([one for one in gates(other).values() if "0755-1" in one]) == 5


def test_the_old_computer_cannot_be_taken_back_once_the_new_one_lives(
    own_hub: HubProcess, tmp_path: Path, closing: Closing
) -> None:
    old = closing(enrolled(own_hub, tmp_path / "old"))
    packed = moving.pack(old, tmp_path, COMMAND, found=[])
    own_hub.stop()
    with pytest.raises(Refused, match=r"moving\.not_asked"):
        moving.take_back(old, COMMAND)
    own_hub.start()
    new = closing(app.build(tmp_path / "new"))
    moving.arrive(new, packed.path, packed.code)
    syncing.once(new)
    for sure in (False, True):
        with pytest.raises(Refused, match=r"moving\.opened_elsewhere"):
            moving.take_back(old, COMMAND, sure)
    with pytest.raises(Refused, match=r"desk\.moved"):
        write(old, "x")
    syncing.once(new)
    write(new, "goes on")


def test_never_opened_elsewhere_it_is_taken_back_and_nothing_is_lost(
    hub: HubProcess, tmp_path: Path, closing: Closing
) -> None:
    old = closing(enrolled(hub, tmp_path / "old"))
    other = closing(joined(old, tmp_path / "other"))
    made = write(old, "before", 2)
    moving.pack(old, tmp_path, COMMAND, found=[])
    assert syncing.start(old) is None  # it says nothing by itself while it is packed
    moving.take_back(old, COMMAND)
    made += write(old, "after", 2)
    agree(old, other)
    assert set(made) <= set(gates(other))
    assert waiting(old) == 0


def test_an_image_of_the_old_disk_learns_that_it_was_left_and_loses_nothing(
    hub: HubProcess, tmp_path: Path, closing: Closing
) -> None:
    old = enrolled(hub, tmp_path / "old")
    other = closing(joined(old, tmp_path / "other"))
    old.close()
    image = copied(tmp_path / "old", tmp_path / "image")
    old = closing(app.build(tmp_path / "old"))
    old.open()
    packed = moving.pack(old, tmp_path, COMMAND, found=[])
    new = closing(app.build(tmp_path / "new"))
    moving.arrive(new, packed.path, packed.code)
    agree(new, other)
    back = closing(app.build(image))  # somebody switches an old disk on
    back.open()
    made = write(back, "by the old one", 1)
    syncing.once(back)
    found = moving.where(back)
    assert found is not None
    assert found.heard
    with pytest.raises(Refused, match=r"desk\.moved"):
        write(back, "x")
    agree(new, other)
    assert set(made) <= set(gates(other))  # what it wrote before it knew is not lost
    assert moving.where(new) is None
    write(new, "goes on")


def test_opened_twice_the_last_one_lives(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    old = closing(enrolled(hub, tmp_path / "old"))
    packed = moving.pack(old, tmp_path, COMMAND, found=[])
    first = closing(app.build(tmp_path / "first"))
    moving.arrive(first, packed.path, packed.code)
    syncing.once(first)
    second = closing(app.build(tmp_path / "second"))
    moving.arrive(second, packed.path, packed.code)
    syncing.once(second)
    syncing.once(first)
    assert moving.where(first) is not None
    assert moving.where(second) is None
    write(second, "goes on")
