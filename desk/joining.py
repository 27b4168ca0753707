"""Becoming a further gate of an estate that stands: enrolled by an invitation, filled by the hub, then put in place.

The store grows as `joining.db` beside the place it is meant for and is renamed when it is whole: a desk is either not
there or complete. A join that was cut goes on where it was, without another ticket.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desk.app import Desk, hooks, import_rooms
from desk.core.errors import Fault, Refused, Trouble
from desk.core.text import clean_line
from desk.store import backup, linking, sync_rows
from desk.store import key as keys
from desk.store.faults import as_trouble
from desk.store.store import Store
from desk.sync import enrolling, http, stick_file, stick_in
from desk.sync.bootstrap import Bootstrap
from desk.sync.engine import SYNC, Engine
from desk.syncing import version
from desk.wire.enrol import HANDSHAKE, EnrolAsk, Ticket

Told = Callable[[int], None]
NAMES = ("joining.db", "joining.db-wal", "joining.db-shm")


def unfinished(desk: Desk) -> bool:
    """Whether a join was begun here, enrolled at the hub, and not brought to its end."""
    return not desk.founded and _staging(desk).exists()


def join(
    desk: Desk,
    ticket: Ticket | None,
    *,
    gate_name: str,
    gate_phone: str = "",
    passphrase: str | None = None,
    told: Told = lambda count: None,
    going: Callable[[], bool] = lambda: True,
) -> str:
    """Join by an invitation's ticket, or go on with a join that was cut (ticket None); returns the recovery code.

    told: how many things have come so far. going: False ends it between two pages, to go on later.
    Raises Refused: `desk.already_founded`, `site.name_empty`, `sync.no_invitation`, `sync.box_closed`, `sync.join_paused`,
    `sync.nothing_begun`, and those of enrolling; Trouble of the line and the disk. What has come so far stays.
    """
    if desk.founded:
        raise Refused("desk.already_founded")
    if not clean_line(gate_name):
        raise Refused("site.name_empty")
    import_rooms()
    store, key = _standing(desk, passphrase) or _begun(desk, ticket, passphrase)
    try:
        with store.reading() as r:
            settled = linking.settled(r)
        if not settled:
            _enrol(store, ticket, clean_line(gate_name))
        _fill(store, desk, clean_line(gate_name), clean_line(gate_phone), told, going)
        code = keys.make_recovery_code()
        backup.seal_with(store, code)
        store.checkpoint()
    finally:
        store.close()
    with as_trouble():
        _staging(desk).replace(desk.home.database)
    desk.open(key=key)
    return code


def join_by_file(
    desk: Desk, path: Path, code: str, *, gate_name: str, gate_phone: str = "", passphrase: str | None = None
) -> str:
    """Join an estate without a hub by a file that a desk of it wrote with `code`; returns the recovery code.

    Raises Refused: `desk.already_founded`, `site.name_empty`, `key.code_wrong`, `key.code_shape`, `stick.*`. Nothing is
    left of a join that fails: it begins anew from the file.
    """
    if desk.founded:
        raise Refused("desk.already_founded")
    if not clean_line(gate_name):
        raise Refused("site.name_empty")
    import_rooms()
    site_id, held = stick_file.keys_in(path, code)
    give_up(desk)
    key = keys.make_key()
    try:
        store = linking.blank(_staging(desk), key, desk.clock, desk.bus)
        try:
            with store.unit(SYNC) as u:
                linking.settle_in(u, site_id, held)
            stick_in.take(store, path, hooks())
            with store.unit(SYNC) as u:
                linking.add_gate(u, clean_line(gate_name), clean_line(gate_phone))
            recovery = keys.make_recovery_code()
            backup.seal_with(store, recovery)
            store.checkpoint()
        finally:
            store.close()
        with as_trouble():
            keys.save_key(desk.home, key, passphrase)
            _staging(desk).replace(desk.home.database)
    except Fault:
        give_up(desk)
        raise
    desk.open(key=key)
    return recovery


def give_up(desk: Desk) -> None:
    """Throw away what a join has brought so far; the hub's page shows the device until it is revoked there."""
    with as_trouble():
        for name in NAMES:
            (desk.home.root / name).unlink(missing_ok=True)


def _standing(desk: Desk, passphrase: str | None) -> tuple[Store, bytes] | None:
    """The store of a join that was begun, when it opens."""
    if not _staging(desk).exists():
        return None
    try:
        key = keys.load_key(desk.home, passphrase)
        return Store(_staging(desk), key, desk.clock, desk.bus), key
    except Refused:
        raise
    except Trouble as trouble:
        if trouble.code not in ("store.damaged", "key.missing", "key.damaged"):
            raise
        return None


def _begun(desk: Desk, ticket: Ticket | None, passphrase: str | None) -> tuple[Store, bytes]:
    if ticket is None:
        raise Refused("sync.nothing_begun")
    _check(ticket)
    give_up(desk)
    key = keys.make_key()
    with as_trouble():
        desk.home.root.mkdir(parents=True, exist_ok=True)
        keys.save_key(desk.home, key, passphrase)
    return linking.blank(_staging(desk), key, desk.clock, desk.bus), key


def _check(ticket: Ticket) -> None:
    if not ticket.k:
        raise Refused("sync.no_invitation")


def _enrol(store: Store, ticket: Ticket | None, name: str) -> None:
    """Hand in the code, open the box of keys, keep both in one unit."""
    if ticket is None:
        raise Refused("sync.nothing_begun")
    _check(ticket)
    key = enrolling.next_key(store)
    with store.reading() as r:
        device_id = r.device_id
    answer = enrolling.ask(
        ticket, EnrolAsk(HANDSHAKE, ticket.code, "", device_id, None, name[:80], version()[:80]), key
    )
    enrolling.checked(answer, key, device_id, None)
    held = enrolling.keys_in(ticket, answer)
    with store.unit(SYNC) as u:
        linking.settle_in(u, answer.site_id, held)
        enrolling.linked(u, ticket, answer, key)


def _fill(store: Store, desk: Desk, gate: str, phone: str, told: Told, going: Callable[[], bool]) -> None:
    """Everything as it stands, page by page, then the log from where the pages began, then this gate's own record."""
    transport = http.opened(store, desk.clock)
    try:
        engine = Engine(store, transport, desk.clock, hooks(), app_version=version(), name=gate)
        for scope in engine.hello().scopes:
            _take_in(store, engine.bootstrap, scope, told, going)
        with store.unit(SYNC) as u:
            linking.add_gate(u, gate, phone)
        engine.once(going)
    finally:
        transport.close()
    if not going():
        raise Refused("sync.join_paused")


def _take_in(store: Store, bootstrap: Bootstrap, scope: str, told: Told, going: Callable[[], bool]) -> None:
    with store.reading() as r:
        done = sync_rows.cursor(r, scope)[0] > 0 and not sync_rows.snapshot_token(r, scope)
    if done:
        return
    count = 0

    def on() -> bool:
        nonlocal count
        told(count)
        count += 1
        return going()

    bootstrap.run(scope, on)
    if not going():
        raise Refused("sync.join_paused")


def _staging(desk: Desk) -> Path:
    return desk.home.root / NAMES[0]
