"""The restore drill: a backup is opened in a place of its own, looked through as an integrity check would, and thrown away.

Nothing of the desk is touched, also when the drill is cut: what it unpacked is encrypted, and the next drill sweeps it away.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk.app import Desk, import_rooms
from desk.core.actor import Actor
from desk.core.clock import Clock
from desk.core.errors import Refused, Trouble
from desk.records.reads_audit import verify
from desk.store import backup, census, identity, outbox
from desk.store import key as keys
from desk.store.backup import BackupInfo
from desk.store.faults import as_trouble
from desk.store.integrity import all_faults
from desk.store.store import Store

RIGHT = "backup"
SCRATCH = "gatehouse-drill-"
DRILLED = "backup_drilled"  # in the machine's settings: when the last one went well
LEFT_S = 3600  # a drill takes minutes; what is older was cut
ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Drilled:
    """What is inside a backup that opens and is whole. until: UTC ms of the newest thing in it; made_at: of the copy itself.

    revision: of its schema as it was written; older: this program had to bring it up to date first, which went well.
    """

    made_at: int
    until: int
    site: str
    gate: str
    visits: int
    people: int
    audit_lines: int
    waiting: int
    revision: str
    older: bool


def drill(
    path: Path, clock: Clock, *, key: bytes | None = None, recovery_code: str = "", scratch_in: Path | None = None
) -> Drilled:
    """Look through a backup. It opens with the recovery code, or with `key`.

    Raises Refused: `backup.not_one`, `backup.cut_short`, `backup.newer`, `store.newer`, `backup.no_key`, `backup.other_key` (of
    another desk: its code is needed), `key.code_wrong`, `key.code_shape`; Trouble: `backup.damaged`, `backup.trail_broken`,
    `store.disk_full`.
    """
    import_rooms()
    info = inspected(path)
    with as_trouble(), _scratch(scratch_in) as folder:
        database = folder / "desk.db"
        box = _unpack(info, database)
        if recovery_code:
            key = _unsealed(info, box, recovery_code)
        elif key is None:
            raise Refused("backup.no_key" if box is None else "backup.other_key")
        _check_whole(info, database, key, own=not recovery_code)
        return _looked(info, database, key, clock)


def run(desk: Desk, path: Path, recovery_code: str = "", actor: Actor | None = None) -> Drilled:
    """The drill of an open desk, with its own key unless a code is given; its date is kept when it went well. Right backup."""
    who = actor or desk.actor
    who.require(RIGHT)
    found = drill(
        path, desk.clock, key=None if recovery_code else desk.store.key, recovery_code=recovery_code,
        scratch_in=desk.home.staging,
    )  # fmt: skip
    note(desk)
    with desk.store.unit(who) as u:
        u.audit("backup.drilled", made_at=found.made_at)
        u.changed("backup")
    return found


def newest(desk: Desk) -> Path | None:
    """The newest backup in the data folder."""
    found = backup.listed(desk.home.backups)
    return found[0].path if found else None


def note(desk: Desk) -> None:
    """Remember that a drill went well now."""
    desk.settings.change(extra={**desk.settings.now.extra, DRILLED: desk.clock.now_ms()})


def last_drill(desk: Desk) -> int:
    """UTC ms of the last drill that went well, 0 when there was none."""
    at = desk.settings.now.extra.get(DRILLED, 0)
    return at if isinstance(at, int) else 0


def inspected(path: Path) -> BackupInfo:
    """As backup.inspect, but a backup that was cut short is told from a file that is something else."""
    try:
        return backup.inspect(path)
    except Refused as no:
        if no.code == "backup.not_one" and _begins_as_one(path):
            raise Refused("backup.cut_short", file=path.name) from None
        raise


def _begins_as_one(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(64)
    except OSError:
        return False
    return head.startswith(ZIP) and b"meta.json" in head


def _unpack(info: BackupInfo, database: Path) -> dict[str, str] | None:
    """The copy into `database`; returns the box with its key."""
    try:
        with zipfile.ZipFile(info.path) as file:
            with file.open("desk.db") as source, database.open("wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)
            return json.loads(file.read("key.json")) if info.sealed else None
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError):
        raise Trouble("backup.damaged", file=info.path.name) from None


def _unsealed(info: BackupInfo, box: dict[str, str] | None, code: str) -> bytes:
    if box is None:
        raise Refused("backup.no_key")
    try:
        return keys.unwrap(box, keys.clean_recovery_code(code))
    except Trouble:
        raise Trouble("backup.damaged", file=info.path.name) from None


def _check_whole(info: BackupInfo, database: Path, key: bytes, own: bool) -> None:
    """Every page, foreign key and word of the index. With this desk's own key a stranger's copy does not even begin to open."""
    faults = all_faults(database, key)
    if not faults:
        return
    if own and info.sealed and any("not a database" in one for one in faults):
        raise Refused("backup.other_key")
    raise Trouble("backup.damaged", file=info.path.name)


def _looked(info: BackupInfo, database: Path, key: bytes, clock: Clock) -> Drilled:
    from desk.store import migrate

    older = migrate.needs_upgrade(database, key)
    store = Store(database, key, clock)
    try:
        with store.reading() as r:
            trail, line, here, found = verify(r), outbox.first_break(r), identity.here(r), census.counts(r)
            until = census.newest_ms(r)
    finally:
        store.close()
    if not trail.whole or line is not None:
        raise Trouble("backup.trail_broken", file=info.path.name)
    return Drilled(
        info.made_at, until, here.site_name, here.gate_name, found.get("visit", 0), found.get("person", 0),
        trail.lines, here.waiting, info.revision, older,
    )  # fmt: skip


@contextmanager
def _scratch(within: Path | None) -> Iterator[Path]:
    """A folder that is gone afterwards; what a cut drill left goes first."""
    root = within or Path(tempfile.gettempdir())
    made = not root.exists()
    root.mkdir(parents=True, exist_ok=True)
    for left in root.glob(f"{SCRATCH}*"):
        if time.time() - left.stat().st_mtime > LEFT_S:
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=root))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if made and not any(root.iterdir()):
            root.rmdir()
