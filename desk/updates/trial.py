"""The first start of a new version: it looks at itself and migrates a copy before it touches the data, else all goes back.

Every step is written down before it is taken, so that a start after a crash goes on where the last one stood.
"""

from __future__ import annotations

import logging
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desk.core.clock import Clock
from desk.core.errors import Fault, Refused
from desk.core.paths import Home
from desk.core.version import VERSION
from desk.store import backup, migrate
from desk.store.engine import DatabaseError
from desk.store.faults import as_trouble
from desk.store.integrity import quick_faults
from desk.updates import folder as kept
from desk.updates import marker as markers
from desk.updates.look import look_at_myself
from desk.updates.marker import Marker

log = logging.getLogger("desk.updates")
MOST_TRIES = 3  # a start that died in its trial; after these it counts as not passed
LAST, GONE_BACK, UPDATED, NOT_INSTALLED = "last.json", "gone_back", "updated", "not_installed"
REHEARSAL = "rehearsal"
Look = Callable[[Path], str]  # a scratch folder -> why the program does not pass, '' when it does


def settle(home: Home, key: bytes, clock: Clock, version: str = VERSION, look: Look = look_at_myself) -> None:
    """Bring an update that is on its way to an end; nothing when there is none. Call it before a store is opened.

    Raises Refused("update.failed") when this version did not pass: the data is as it was, and stays closed.
    """
    if not markers.there(home):
        return
    one = markers.read(home)
    if one is None:  # not ours, or half a disk: the data itself is looked at by the ordinary opening
        markers.clear(home)
        return
    if one.step == markers.RESTORING:
        one = _restored(home, key, one)
    if version == one.before:
        _back_at_the_old(home, key, one, clock)
        return
    if one.step == markers.FAILED:
        one = replace(one, tries=0)
    _try(home, key, one, version, look)
    kept.write(home, LAST, {"what": UPDATED, "before": one.before, "after": version, "at": clock.now_ms()})
    markers.clear(home)


def _back_at_the_old(home: Home, key: bytes, one: Marker, clock: Clock) -> None:
    """The installer never ran, or somebody put the old version back: it needs the data of before."""
    if one.step == markers.MIGRATING or not _as_before(home, key, one):
        one = _restored(home, key, one)
    what = NOT_INSTALLED if one.step == markers.HANDED else GONE_BACK
    kept.write(home, LAST, {"what": what, "before": one.before, "after": one.after, "at": clock.now_ms()})
    markers.clear(home)


def _try(home: Home, key: bytes, one: Marker, version: str, look: Look) -> None:
    one = markers.write(home, one.at(markers.TRYING, after=version, tries=one.tries + 1, reason=""))
    reason = "it ended three times in its own trial" if one.tries > MOST_TRIES else _trial(home, key, one, look)
    if not reason:
        return
    log.info("version %s did not pass its trial: %s", version, reason)
    one = replace(one, reason=reason)
    if not _as_before(home, key, one):
        one = _restored(home, key, one)
    markers.write(home, one.at(markers.FAILED))
    raise Refused("update.failed", old=one.before, new=version, reason=reason)


def _trial(home: Home, key: bytes, one: Marker, look: Look) -> str:
    """Why it does not pass, '' when it does: itself, then a copy of the data, then the data."""
    scratch = kept.folder(home) / REHEARSAL
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        scratch.mkdir(mode=0o700)
        if reason := look(scratch):
            return reason
        if migrate.needs_upgrade(home.database, key):
            copy = scratch / "desk.db"
            _unpack(Path(one.backup), copy)
            _migrated(copy, key)
            markers.write(home, one.at(markers.MIGRATING))
            _migrated(home.database, key)
    except (
        Exception
    ) as error:  # what a version that is not fit to run throws is not known beforehand, and the data must come back
        return str(error) if isinstance(error, Fault) else type(error).__name__
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return ""


def _migrated(database: Path, key: bytes) -> None:
    with as_trouble():
        migrate.upgrade(database, key)
        if faults := quick_faults(database, key):
            raise Refused("update.migration", fault=faults[0])


def _as_before(home: Home, key: bytes, one: Marker) -> bool:
    """Whether the data still has the schema of before and is whole: then nothing has to come back."""
    if not home.exists:
        return False
    try:
        return migrate.current(home.database, key) == one.revision and not quick_faults(home.database, key)
    except (Fault, OSError, *DatabaseError):
        return False


def _restored(home: Home, key: bytes, one: Marker) -> Marker:
    """The data of before the update in its place. Nothing left this desk since then, so it goes on in the same life."""
    one = markers.write(home, one.at(markers.RESTORING))
    with as_trouble():
        info = backup.inspect(Path(one.backup))
        backup.restore(home, info, key)
    return one.at(markers.TRYING)


def _unpack(file: Path, copy: Path) -> None:
    with zipfile.ZipFile(file) as whole, whole.open("desk.db") as source, copy.open("wb") as target:
        shutil.copyfileobj(source, target, 1 << 20)


def result(home: Home) -> dict[str, object]:
    """How the last update ended: what, before, after, at; empty when there was none."""
    return kept.read(home, LAST)


__all__ = ["GONE_BACK", "NOT_INSTALLED", "UPDATED", "Look", "result", "settle"]
