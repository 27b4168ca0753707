"""The checks that need no window. Each makes what it needs in a folder of its own; nobody's data is looked at."""

from __future__ import annotations

import importlib
import math
import random
import ssl
import sys
from pathlib import Path

from desk.core.clock import SystemClock
from desk.core.errors import Refused
from desk.core.paths import Home, resources
from desk.selftest import inventory
from desk.selftest.runner import Check, Wrong

NAME, PINYIN, PHONE = "欧阳小满", ("ouyang", "oyxm", "小满"), "10400000007"
SEEDS = range(3)
SYNCED = {"person": 20, "tally": 50}
DIMENSIONS = 128


def checks() -> list[Check]:
    """In the order in which a fault of one explains those after it."""
    return [
        Check("records", records), Check("modules", modules), Check("drivers", drivers), Check("store", store),
        Check("key", key), Check("search", search), Check("decode", decode), Check("faces", faces),
        Check("serial", serial), Check("certificate", certificate), Check("sync", sync),
    ]  # fmt: skip


def modules(_: Path) -> str:
    """Every module the sources have is here and can be loaded, page by page and command by command."""
    wanted = inventory.expected(resources().parent)
    broken = []
    for name in wanted:
        try:
            importlib.import_module(name)
        except ImportError as error:
            broken.append(f"{name} ({error})")
    if broken or not wanted:
        raise Wrong(f"{len(broken)} modules do not load: {', '.join(broken[:5])}" if broken else "no module is listed")
    from desk.__main__ import HELPERS, names

    found = sorted([*(name.replace("-", "_") for name in names()), *HELPERS])
    _same("commands", inventory.commands(wanted), found)
    return f"{len(wanted)} modules, {len(found)} commands"


def records(_: Path) -> str:
    """Every room's tables are found, and the kinds that travel are those the hub knows. First: nothing is loaded yet."""
    from desk.app import import_rooms
    from desk.store.kinds import synced_tables
    from desk.wire.kinds_list import KINDS

    import_rooms()
    wanted = inventory.tables(inventory.expected(resources().parent))
    if lost := [name for name in wanted if name not in sys.modules]:
        raise Wrong(f"tables not found: {', '.join(lost)}")
    _same("records", sorted(kind.name for kind in KINDS), sorted(synced_tables()))
    return f"{len(synced_tables())} kinds of records"


def drivers(_: Path) -> str:
    """Every driver module is found and loads; each known driver describes itself."""
    from drivers import registry

    wanted = inventory.drivers(inventory.expected(resources().parent))
    _same("drivers", [name for name in wanted if name not in registry.PLUMBING], registry.module_names())
    for name in registry.module_names():
        importlib.import_module(name)
    return ", ".join(sorted(registry.find()))


def store(folder: Path) -> str:
    """Founded, written, closed, opened anew, whole, and not to be read without its key."""
    import sqlcipher3

    from desk.app import build
    from desk.operators.rules import Role, actor_of
    from desk.people import reads
    from desk.people.service import add_person
    from desk.store.integrity import all_faults
    from desk.store.store import Founding

    desk = build(Home(folder, private=True))
    try:
        desk.found(Founding("自检苑", "自检门", throwaway=True))
        with desk.store.unit(actor_of("", Role.MANAGER.value)) as u:
            add_person(u, NAME, PHONE)
        made_key = desk.store.key
    finally:
        desk.close()
    again = build(Home(folder, private=True))
    try:
        again.open()
        with again.store.reading() as r:
            people = reads.counts(r)["residents"]
    finally:
        again.close()
    faults = all_faults(again.home.database, made_key)
    if faults or people != 1:
        raise Wrong(faults[0] if faults else f"{people} people stand where 1 was written")
    if any(NAME.encode() in path.read_bytes() for path in folder.iterdir() if path.is_file()):
        raise Wrong("a name stands in the files in plain text")
    return f"SQLite {sqlcipher3.dbapi2.sqlite_version}"


def key(folder: Path) -> str:
    """The key is kept and found again, a recovery code opens it, another one does not."""
    import keyring

    from desk.store import key as keys

    where = Home(folder, private=True)
    made, code = keys.make_key(), keys.make_recovery_code()
    keys.save_key(where, made)
    if keys.load_key(where) != made or keys.unwrap(keys.wrap(made, code), code) != made:
        raise Wrong("the key that was kept is not the key that was found")
    try:
        keys.unwrap(keys.wrap(made, code), keys.make_recovery_code())
    except Refused:
        return f"keyring: {keyring.get_keyring().name}"
    raise Wrong("a wrong recovery code was accepted")


def search(folder: Path) -> str:
    """A resident is found by pinyin, initials, characters and the end of the phone number, and by nothing else."""
    from desk import app
    from desk.bench import invented
    from desk.operators.rules import Role, actor_of
    from desk.people.reads import search_residents
    from desk.people.service import add_person

    app.import_rooms()
    made = invented.found(folder)
    try:
        actor = actor_of("", Role.MANAGER.value)
        with made.unit(actor) as u:
            add_person(u, NAME, PHONE)
        with made.reading() as r:
            missed = [words for words in (*PINYIN, PHONE[-4:]) if len(search_residents(r, actor, words)) != 1]
            if missed or search_residents(r, actor, "zhuge"):
                raise Wrong(f"not found by {', '.join(missed)}" if missed else "found by a name that nobody has")
    finally:
        made.close()
    return ", ".join((*PINYIN, PHONE[-4:]))


def decode(_: Path) -> str:
    """Made pictures of codes, straight, pale and dim, are read as they were written."""
    import cv2

    from desk.codes.decode.still import decode_still
    from desk.codes.decode.trial import trial

    for kind in ("nominal", "pale", "dim"):
        for seed in SEEDS:
            made = trial(kind, seed)
            read = [one.text for one in decode_still(made.gray)]
            if read != [made.text]:
                raise Wrong(f"{kind} {seed}: read {len(read)} codes, and not the one that was drawn")
    return f"OpenCV {cv2.__version__}"


def faces(_: Path) -> str:
    """Both models are unaltered and load; a vector of a face has its length. No face of anybody is needed."""
    import numpy as np

    from desk.faces import models
    from desk.faces.engine import Engine
    from desk.faces.rules import Face

    engine = Engine(models.load())
    grey = np.full((240, 240, 3), 120, np.uint8)
    grey[::7, ::5] = 60
    if engine.look(grey).faces:
        raise Wrong("a face was seen where there is none")
    points = ((90.0, 100.0), (150.0, 100.0), (120.0, 130.0), (95.0, 165.0), (145.0, 165.0))
    vector = engine.embed(grey, Face(70.0, 60.0, 100.0, 130.0, points, 0.9))
    length = float(np.linalg.norm(vector))
    if vector.shape != (DIMENSIONS,) or not math.isclose(length, 1.0, rel_tol=1e-3):
        raise Wrong(f"the vector of a face has {vector.shape} numbers and the length {length:.3f}")
    return models.TEMPLATE_MODEL


def serial(_: Path) -> str:
    """The serial ports of this computer can be listed; none is no fault."""
    from drivers.ports import seen

    return ", ".join(port.name for port in seen()) or "none"


def certificate(folder: Path) -> str:
    """A hub's own certificate can be made and TLS takes it."""
    from desk.hub import tls

    made, private = tls.make_certificate(folder, ("127.0.0.1",), SystemClock().now_ms())
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(made, private)
    ssl.create_default_context(cafile=str(made))
    return ssl.OPENSSL_VERSION


def sync(folder: Path) -> str:
    """Two desks and a hub in a process of its own: what one writes, the other reads."""
    from desk import app
    from desk.bench import sync_desks, sync_records
    from desk.bench.sync_hub import know, running

    app.import_rooms()
    for name in ("one", "other"):
        (folder / name).mkdir()
    one = sync_desks.first(folder / "one")
    other = sync_desks.another(one, folder / "other")
    try:
        database = str(folder / "hub.db")
        know(database, one.who, other.who)
        for kind, count in SYNCED.items():
            sync_records.fill(one.store, kind, count, random.Random(1))  # noqa: S311 - invented data
        with running(database, folder) as hub, one.line(hub.url) as here, other.line(hub.url) as there:
            sent = sync_desks.push_all(one.engine(here))
            came = sync_desks.pull_all(other.engine(there), other.scope)
        for kind, count in SYNCED.items():
            if sync_records.rows(other.store, kind) != count:
                raise Wrong(f"{count} of {kind} were sent, {sync_records.rows(other.store, kind)} arrived")
    finally:
        one.store.close()
        other.store.close()
    return f"{sent} sent, {came} came"


def _same(what: str, wanted: list[str], found: list[str]) -> None:
    lost = [name for name in wanted if name not in found]
    if lost:
        raise Wrong(f"{what} not found: {', '.join(lost)}")
    if strange := [name for name in found if name not in wanted]:
        raise Wrong(f"{what} that nobody listed: {', '.join(strange)}")
