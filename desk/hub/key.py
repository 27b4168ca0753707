"""The key of the hub's SQLite file: in a file beside it (0600), or in the system's keyring where there is one."""

from __future__ import annotations

import json
import logging
import os
import secrets
from pathlib import Path

from desk.core.errors import Trouble

log = logging.getLogger("desk.hub.key")
KEY_BYTES = 32
SERVICE = "gatehouse-hub"


def key_file(database: Path) -> Path:
    return database.with_name(database.name + ".key")


def load_or_make(database: Path, *, private: bool = True) -> bytes:
    """The key of this database; made when there is neither key nor database.

    private: the key lies beside the database and not in the keyring. Raises Trouble("hub.key_missing") for a database
    without its key, Trouble("hub.key_damaged").
    """
    box = _read(key_file(database))
    if box.get("where") == "file":
        return _checked(str(box.get("key", "")))
    if box.get("where") == "keyring" and (held := _keyring_get(database)):
        return _checked(held)
    if box or database.exists():
        raise Trouble("hub.key_missing")
    return _make(database, private)


def _make(database: Path, private: bool) -> bytes:
    key = secrets.token_bytes(KEY_BYTES)
    where = not private and _keyring_set(database, key.hex())
    _write(key_file(database), {"where": "keyring"} if where else {"where": "file", "key": key.hex()})
    return key


def _checked(text: str) -> bytes:
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise Trouble("hub.key_damaged")
    return key


def _read(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise Trouble("hub.key_damaged") from None
    return found if isinstance(found, dict) else {"where": "nowhere"}


def _write(path: Path, box: dict[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(box, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


def _keyring_set(database: Path, text: str) -> bool:
    import keyring  # 180 ms: only where the OS keyring is used
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, str(database.absolute()), text)
        return bool(keyring.get_password(SERVICE, str(database.absolute())) == text)
    except (KeyringError, RuntimeError) as error:
        log.info("no usable keyring (%s): the key goes into a file", type(error).__name__)
        return False


def _keyring_get(database: Path) -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, str(database.absolute()))
    except (KeyringError, RuntimeError):
        return None
