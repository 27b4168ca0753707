"""Agreeing with a hub, as the whole program does it: the rooms' hooks, this desk's name, one process at a time."""

from __future__ import annotations

from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from desk import leaving
from desk.app import Desk, hooks
from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.core.events import HealthChanged
from desk.store import identity, moved, sync_rows
from desk.store import key as keys
from desk.sync import enrolling, http, stick, stick_in, upkeep
from desk.sync.blobs import Blobs
from desk.sync.lock import Lock
from desk.sync.rounds import Myself, Rounds
from desk.sync.runner import Runner

if TYPE_CHECKING:
    from desk.sync.engine import Round
    from desk.sync.rhythm import Rhythm
    from desk.wire.enrol import Ticket
    from desk.wire.statements import Certificate

PACKAGE = "gatehouse-desk"
CARRY = "settings.desk"


def myself(desk: Desk) -> Myself:
    """The gate's name and the program's version, as the hub's page shows them."""
    with desk.store.reading() as r:
        return Myself(identity.here(r).gate_name, version())


def version() -> str:
    try:
        return metadata.version(PACKAGE)
    except metadata.PackageNotFoundError:
        return ""


def alone(desk: Desk) -> Lock:
    """To be held while a round runs. Entering raises Refused("sync.other_process")."""
    return Lock(desk.home.root)


def rounds(desk: Desk) -> Rounds:
    """Raises Trouble("sync.not_linked")."""
    made = Rounds(desk.store, desk.clock, hooks(), myself(desk))
    made.engine.upgraded()
    return made


def start(desk: Desk, rhythm: Rhythm | None = None) -> Runner | None:
    """Sync by itself from now on, on threads of its own; None for a desk without a hub, or one that was packed for another
    computer. End it with its `stop`."""
    with desk.store.reading() as r:
        if sync_rows.link(r) is None or moved.is_packed(r):
            return None
    if _wiped(desk):  # ordered before, and not carried out for some reason
        desk.bus.publish(HealthChanged("hub", "sync.wiped", ok=False))
        return None
    night, files = upkeep.Night(), Blobs(desk.store, desk.home.root)

    def spare(made: Rounds, going: Callable[[], bool]) -> None:
        night(made, going)
        files.carry(made.transport, going)

    return Runner(lambda: rounds(desk), desk.clock, desk.bus, alone(desk), rhythm, spare, lambda: _wiped(desk))


def _wiped(desk: Desk) -> bool:
    """Carry out the order of the hub, if it is to wipe."""
    if not leaving.ordered(desk):
        return False
    leaving.wipe(desk)
    return True


def once(desk: Desk) -> Round:
    """One whole round on this thread. Raises Refused and Trouble as the engine and the line do."""
    made = rounds(desk)
    try:
        return made.once()
    except Refused as no:
        if no.code == "sync.revoked" and _wiped(desk):
            raise Refused("sync.wiped") from None
        raise
    finally:
        made.close()


def enrol(desk: Desk, ticket: Ticket, actor: Actor | None = None) -> Certificate:
    """Enrol this desk, or enrol it anew. Raises as `desk.sync.enrolling.enrol`."""
    me = myself(desk)
    return enrolling.enrol(desk.store, ticket, actor or desk.actor, name=me.name, app=me.app)


def invite(desk: Desk, actor: Actor | None = None) -> enrolling.Invitation:
    """A ticket for one further desk of this site. Raises as `desk.sync.enrolling.invite`."""
    transport = http.opened(desk.store, desk.clock)
    try:
        return enrolling.invite(desk.store, transport, actor or desk.actor)
    finally:
        transport.close()


def export(desk: Desk, path: Path, actor: Actor | None = None) -> stick.Written:
    """Everything another desk of the site, or the hub, may lack, into one sealed file. Right settings.desk."""
    (actor or desk.actor).require(CARRY)
    return stick.export(desk.store, path)


def invite_by_file(desk: Desk, path: Path, actor: Actor | None = None) -> tuple[stick.Written, str]:
    """A file and its code for one further desk of a site without a hub: whoever has both is in. Right settings.site."""
    (actor or desk.actor).require(enrolling.RIGHT)
    code = keys.make_recovery_code()
    return stick.export(desk.store, path, code=code), code


def take(desk: Desk, path: Path, actor: Actor | None = None) -> stick_in.Took:
    """Take in such a file. Right settings.desk. Raises as `desk.sync.stick_in.take`."""
    (actor or desk.actor).require(CARRY)
    return stick_in.take(desk.store, path, hooks())
