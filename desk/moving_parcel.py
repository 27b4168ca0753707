"""The parcel a desk moves in: one file, sealed by the moving code.

A ZIP without compression: `meta.json` (whose it is, in the clear as in a backup), `box.json` (a key sealed by the moving code),
`inside.bin` (the store's key, the settings of the computer and the digests, sealed by that key), `backup.gdbackup` (a whole
backup), `blobs/` (attachments, which are sealed already). Faces are not in it: their vault has a backup of its own.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desk import backing
from desk.app import Desk
from desk.core.errors import Fault, Refused, Trouble
from desk.core.settings import LocalSettings
from desk.core.sticks import Stick
from desk.core.version import VERSION
from desk.store import backup, identity, outbox
from desk.store import key as keys
from desk.store.faults import as_trouble
from desk.sync.blobs import FOLDER, NAME

SUFFIX = ".gdmove"
FORMAT = 1
KIND = "gatehouse move"
BACKUP, META, BOX, INSIDE, BLOBS = "backup.gdbackup", "meta.json", "box.json", "inside.bin", "blobs/"
NONCE = 12
OF_THE_COMPUTER = frozenset({"camera_id", "camera_name", "scanner_port", "printer_name"})
NOT_CARRIED = frozenset({backing.ELSEWHERE, backing.WHERE, "backup_drilled", "welcome", "wiped"})


@dataclass(frozen=True)
class Parcel:
    """What a parcel says of itself without its code. made_at: UTC ms."""

    path: Path
    made_at: int
    site: str
    gate: str


@dataclass(frozen=True)
class Opened:
    """The sealed half of a parcel."""

    store_key: bytes
    digest: str
    incarnation: str
    settings: dict[str, Any]
    blobs: dict[str, str]


def wrapped(desk: Desk, room: Path, code: str) -> Path:
    """The parcel, whole, in a folder of this computer."""
    made = backup.write(desk.home.database, desk.store.key, room / "backup", desk.clock.now_ms())
    with desk.store.reading() as r:
        here, incarnation = identity.here(r), outbox.end(r)[0]
    blobs = _blobs(desk.home.root)
    inside = {
        "store_key": desk.store.key.hex(), "digest": _digest(made.path), "incarnation": incarnation,
        "settings": _settings_out(desk.settings.now), "blobs": {path.name: _digest(path) for path in blobs},
    }  # fmt: skip
    key, nonce = keys.make_key(), secrets.token_bytes(NONCE)
    meta = {
        "format": FORMAT, "kind": KIND, "made_at": made.made_at, "site": here.site_name, "gate": here.gate_name,
        "version": VERSION,
    }  # fmt: skip
    whole = room / made.path.with_suffix(SUFFIX).name
    with as_trouble(), zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as file:
        file.writestr(META, json.dumps(meta, ensure_ascii=False))
        file.writestr(BOX, json.dumps(keys.wrap(key, code)))
        file.writestr(INSIDE, nonce + AESGCM(key).encrypt(nonce, json.dumps(inside).encode(), KIND.encode()))
        file.write(made.path, BACKUP)
        for path in blobs:
            file.write(path, BLOBS + path.name)
    return whole


def _blobs(root: Path) -> list[Path]:
    folder = root / FOLDER
    return sorted(path for path in folder.iterdir() if len(path.name) == NAME) if folder.is_dir() else []


def _settings_out(now: LocalSettings) -> dict[str, Any]:
    kept = {name: value for name, value in asdict(now).items() if name not in OF_THE_COMPUTER}
    kept["extra"] = {name: value for name, value in now.extra.items() if name not in NOT_CARRIED}
    return kept


def look(path: Path) -> Parcel:
    """What a parcel says of itself. Raises Refused `moving.not_one`, `moving.newer`; Trouble `moving.damaged`."""
    try:
        with zipfile.ZipFile(path) as file:
            meta = json.loads(file.read(META))
            if meta["kind"] != KIND:
                raise KeyError(KIND)
            if int(meta["format"]) > FORMAT:
                raise Refused("moving.newer")
            return Parcel(path, int(meta["made_at"]), str(meta["site"]), str(meta["gate"]))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError):
        if path.suffix == SUFFIX and path.is_file():
            raise Trouble("moving.damaged", file=path.name) from None
        raise Refused("moving.not_one", file=path.name) from None


def parcels(found: list[Stick]) -> list[Parcel]:
    """The parcels on sticks that are plugged in, newest first."""
    made = []
    for one in found:
        for folder in (one.folder, one.folder / backing.FOLDER):
            for path in folder.glob(f"*{SUFFIX}"):
                try:
                    made.append(look(path))
                except Fault:
                    continue
    return sorted(made, key=lambda one: one.made_at, reverse=True)


def opened(path: Path, code: str, room: Path) -> Opened:
    """Unpack and prove every part."""
    try:
        with zipfile.ZipFile(path) as file:
            found = _unsealed(json.loads(file.read(BOX)), file.read(INSIDE), code)
            with as_trouble():
                for name in (BACKUP, *(BLOBS + one for one in found.blobs)):
                    (room / name).parent.mkdir(exist_ok=True)
                    with file.open(name) as source, (room / name).open("wb") as target:
                        shutil.copyfileobj(source, target, 1 << 20)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError):
        raise Trouble("moving.damaged", file=path.name) from None
    wanted = {BACKUP: found.digest, **{BLOBS + name: digest for name, digest in found.blobs.items()}}
    if any(_digest(room / name) != digest for name, digest in wanted.items()):
        raise Trouble("moving.damaged", file=path.name)
    return found


def _unsealed(box: dict[str, str], sealed: bytes, code: str) -> Opened:
    try:
        key = keys.unwrap(box, keys.clean_recovery_code(code))
    except Refused as no:
        raise Refused(no.code.replace("key.", "moving.")) from None
    except Trouble:
        raise ValueError("box") from None
    try:
        inside = json.loads(AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], KIND.encode()))
    except InvalidTag:
        raise ValueError("inside") from None
    if any(len(name) != NAME or not name.isalnum() for name in inside["blobs"]):
        raise ValueError("blobs")
    return Opened(
        bytes.fromhex(inside["store_key"]), inside["digest"], inside["incarnation"], dict(inside["settings"]),
        dict(inside["blobs"]),
    )  # fmt: skip


def blobs_in(root: Path, room: Path, opened: Opened) -> None:
    with as_trouble():
        for name in opened.blobs:
            (root / FOLDER).mkdir(exist_ok=True)
            shutil.move(room / BLOBS / name, root / FOLDER / name)


def settings_in(desk: Desk, carried: dict[str, Any]) -> None:
    """As on the old computer, but what this computer has of its own."""
    usual = LocalSettings()
    known = {one.name for one in fields(LocalSettings)} - OF_THE_COMPUTER
    fit = {name: value for name, value in carried.items() if name in known and isinstance(value, type(getattr(usual, name)))}  # fmt: skip
    extra = {**fit.pop("extra", {}), **desk.settings.now.extra}
    desk.settings.change(**fit, extra=extra)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def scratch(within: Path) -> Iterator[Path]:
    within.mkdir(parents=True, exist_ok=True)
    room = Path(tempfile.mkdtemp(prefix="moving-", dir=within))
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)
