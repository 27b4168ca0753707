"""Moving a desk to another computer: packed and closed here, opened there as a new life of the same desk, taken back if need be."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desk import backing, leaving, moving_parcel, syncing
from desk.app import Desk, import_rooms
from desk.core.actor import Actor
from desk.core.errors import Fault, Refused, Trouble
from desk.core.sticks import Stick, seen
from desk.devices.service_moved import ask_again
from desk.erasing import erase
from desk.store import backup, identity, moved, outbox, practice, sync_rows
from desk.store import key as keys
from desk.store.faults import as_trouble
from desk.store.moved import Away
from desk.sync.blobs import FOLDER

RIGHT = "desk.move"
ARRIVING = Actor("", "moving", frozenset({"device.edit"}))  # who has the parcel and its code; nobody has signed on yet
Told = Callable[[int, int], None]


@dataclass(frozen=True)
class Packed:
    """A parcel that lies where it was wanted, and the code that opens it: shown once, kept nowhere."""

    path: Path
    code: str


@dataclass(frozen=True)
class Arrived:
    """waiting: changes that go to the hub from here now; ports: names of devices whose port has to be chosen."""

    gate: str
    waiting: int
    ports: tuple[str, ...]
    linked: bool


# --- on the old computer ---------------------------------------------------------------------------------------------


def pack(
    desk: Desk, folder: Path, actor: Actor | None = None, told: Told = lambda done, total: None,
    found: list[Stick] | None = None,
) -> Packed:  # fmt: skip
    """Write the parcel into a folder or onto a stick, read it back, and let this computer only read from then on.

    Right desk.move. Raises Refused: `moving.already`, those of backing.write; Trouble of stick and disk. Then this desk goes on
    as before. What a runner still sends meanwhile is known by its id at the hub.
    """
    who = actor or desk.actor
    who.require(RIGHT)
    if desk.practice:
        raise Refused(practice.NO_BACKUP)
    if desk.store.moved:
        raise Refused("moving.already")
    stick = backing.stick_at(folder, seen() if found is None else found)
    target = folder / backing.FOLDER if stick is not None and stick.folder == folder else folder
    code = keys.make_recovery_code()
    with desk.store.unit(who) as u:  # first: what is written after the copy would be in neither
        moved.pack(u)
    try:
        with moving_parcel.scratch(desk.home.staging) as room:
            whole = moving_parcel.wrapped(desk, room, code)
            backing.enough(desk, folder, stick, whole.stat().st_size)
            final = backing.carry(whole, target, told)
    except BaseException:
        _open_again(desk, who)
        raise
    return Packed(final, code)


def where(desk: Desk) -> Away | None:
    """Whether and since when this desk lives on another computer."""
    with desk.store.reading() as r:
        return moved.away(r)


def take_back(desk: Desk, actor: Actor | None = None, sure: bool = False) -> None:
    """This computer goes on after all, as if nothing had been packed. Right desk.move.

    The hub is asked first whether another computer has opened the desk; sure: a person says that none has, where nobody can be
    asked. Raises Refused: `moving.not_moved`, `moving.opened_elsewhere`, `moving.not_asked`.
    """
    who = actor or desk.actor
    who.require(RIGHT)
    found = where(desk)
    if found is None:
        raise Refused("moving.not_moved")
    if found.heard:
        raise Refused("moving.opened_elsewhere")
    asked = _asked_the_hub(desk)
    now = where(desk)
    if now is not None and now.heard:
        raise Refused("moving.opened_elsewhere")
    if not asked and not sure:
        raise Refused("moving.not_asked")
    _open_again(desk, who)


def clear(desk: Desk, actor: Actor | None = None) -> Path | None:
    """Delete what is left of a desk that lives elsewhere; it is closed and not founded any more. Right desk.move.

    Returns the file with what no hub has, sealed for the hub, when there was something. Raises Refused `moving.still_here`.
    """
    (actor or desk.actor).require(RIGHT)
    found = where(desk)
    if found is None:
        raise Refused("moving.still_here")
    left: Path | None = None
    with desk.store.reading() as r:
        linked = sync_rows.link(r) is not None
    if found.heard and linked:
        left = leaving.leave_behind(desk)
    leaving.clear(desk)
    return left


def _asked_the_hub(desk: Desk) -> bool:
    with desk.store.reading() as r:
        if sync_rows.link(r) is None:
            return False
    try:
        with syncing.alone(desk):
            syncing.once(desk)
    except Fault:
        return False
    return True


def _open_again(desk: Desk, who: Actor) -> None:
    with desk.store.unit(who) as u:
        moved.stay(u)
        u.audit("desk.taken_back")
    desk.store.settle_here(True)


# --- on the new computer ---------------------------------------------------------------------------------------------


def arrive(desk: Desk, path: Path, code: str, passphrase: str | None = None) -> Arrived:
    """Open a parcel on a computer without a desk: the desk lives here from now on, and is left open.

    Raises Refused: `desk.already_founded`, `moving.not_one`, `moving.newer`, `moving.code_wrong`, `moving.code_shape`,
    `store.newer`; Trouble: `moving.damaged`, those of the disk. Then nothing of it stays here.
    """
    if desk.founded:
        raise Refused("desk.already_founded")
    moving_parcel.look(path)
    import_rooms()
    desk.home.root.mkdir(parents=True, exist_ok=True)
    try:
        with moving_parcel.scratch(desk.home.staging) as room:
            opened = moving_parcel.opened(path, code, room)
            info = backup.inspect(room / moving_parcel.BACKUP)
            backup.restore(desk.home, info, opened.store_key)
            keys.save_key(desk.home, opened.store_key, passphrase)
            moving_parcel.blobs_in(desk.home.root, room, opened)
        desk.open(key=opened.store_key)
    except Fault as fault:
        _leave_nothing(desk)
        if fault.code in ("backup.damaged", "backup.not_one"):
            raise Trouble("moving.damaged", file=path.name) from None
        raise
    moving_parcel.settings_in(desk, opened.settings)
    return _live_here(desk, opened)


def _leave_nothing(desk: Desk) -> None:
    """What came so far goes, and the desk stays as it was: not founded, its lanes open for another try."""
    with suppress(Refused):
        desk.store.close()
    with as_trouble():
        keys.forget_key(desk.home)
        for pattern in leaving.FILES:
            for path in desk.home.root.glob(pattern):
                path.unlink(missing_ok=True)
    shutil.rmtree(desk.home.root / FOLDER, ignore_errors=True)


def _live_here(desk: Desk, opened: moving_parcel.Opened) -> Arrived:
    """A new life, the claim that the other computers will hear, and nothing that was guessed."""
    store = desk.store
    with store.reading() as r:
        begun = outbox.end(r)[0] != opened.incarnation
    if not begun:  # the same folder on the same computer
        store.new_incarnation()
    store.settle_here(True)
    with store.unit(ARRIVING) as u:
        moved.claim(u)
        lost = ask_again(u)
    erase(desk, "restore", confirmed=True)
    with store.reading() as r:
        here = identity.here(r)
        return Arrived(
            here.gate_name, here.waiting, tuple(one.name for one in lost), sync_rows.link(r) is not None
        )  # fmt: skip
