"""The store's key: in the OS keyring, or in a file beside the store; and its wrapping by the recovery code."""

from __future__ import annotations

import json
import logging
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from desk.core.errors import Refused, Trouble
from desk.core.paths import Home

log = logging.getLogger("desk.store.key")
KEY_BYTES = 32
SERVICE = "gatehouse-desk"
SCRYPT_N = 2**15  # about 60 ms and 32 MB: once a start, or once a restore
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # 32 characters without 0 O 1 I
GROUPS, GROUP = 5, 4  # 100 bits


def make_recovery_code() -> str:
    """A code a person writes down: five groups of four, for example `K7QM-…`; 100 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))


def clean_recovery_code(typed: str) -> str:
    """What a person typed, as the code is written; raises Refused("key.code_shape") when it cannot be one."""
    letters = "".join(c for c in typed.upper() if c.isalnum())
    if len(letters) != GROUPS * GROUP or set(letters) - set(ALPHABET):
        raise Refused("key.code_shape")
    return "-".join(letters[i : i + GROUP] for i in range(0, len(letters), GROUP))


def _derive(phrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=KEY_BYTES, n=SCRYPT_N, r=8, p=1).derive(phrase.encode())


def wrap(key: bytes, phrase: str) -> dict[str, str]:
    """The key sealed by a recovery code or passphrase (scrypt, AES-256-GCM), as JSON values."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = AESGCM(_derive(phrase, salt)).encrypt(nonce, key, b"gatehouse key")
    return {"salt": salt.hex(), "nonce": nonce.hex(), "sealed": sealed.hex()}


def unwrap(box: dict[str, str], phrase: str) -> bytes:
    """Raises Refused("key.code_wrong") for another phrase, Trouble("key.damaged") for a box that is none."""
    try:
        salt, nonce, sealed = (bytes.fromhex(box[name]) for name in ("salt", "nonce", "sealed"))
        return AESGCM(_derive(phrase, salt)).decrypt(nonce, sealed, b"gatehouse key")
    except InvalidTag:
        raise Refused("key.code_wrong") from None
    except (KeyError, TypeError, ValueError):
        raise Trouble("key.damaged") from None


def make_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def save_key(home: Home, key: bytes, passphrase: str | None = None) -> str:
    """Keep the key for this home; returns where: `keyring`, `wrapped` (by a passphrase) or `file` (0600, unwrapped).

    A private home (named by --home) keeps its key in its own folder, so that throw-away homes leave nothing behind.
    """
    if passphrase:
        _write(home.key_file, {"where": "wrapped", **wrap(key, passphrase)})
        return "wrapped"
    if not home.private and _keyring_set(home, key):
        _write(home.key_file, {"where": "keyring"})
        return "keyring"
    _write(home.key_file, {"where": "file", "key": key.hex()})
    return "file"


def forget_key(home: Home) -> None:
    """Destroy this home's key: without it and without the recovery code nothing here can be read any more."""
    if not home.private and where_key(home) == "keyring":
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.delete_password(SERVICE, str(home.root))
        except (KeyringError, RuntimeError) as error:
            log.warning("the keyring kept the key: %s", type(error).__name__)
    home.key_file.unlink(missing_ok=True)


def where_key(home: Home) -> str:
    """`keyring`, `wrapped`, `file` or `none`."""
    return str(_read(home.key_file).get("where", "none"))


def load_key(home: Home, passphrase: str | None = None) -> bytes:
    """The key of this home.

    Raises Trouble("key.missing") when it is nowhere, Refused("key.passphrase_needed") when it is wrapped and no
    passphrase came, Refused("key.code_wrong") for a wrong one.
    """
    box = _read(home.key_file)
    where = box.get("where")
    if where == "file":
        return _checked(box.get("key", ""))
    if where == "wrapped":
        if not passphrase:
            raise Refused("key.passphrase_needed")
        return unwrap(box, passphrase)
    if where == "keyring" and (key := _keyring_get(home)):
        return key
    raise Trouble("key.missing")


def _checked(text: str) -> bytes:
    try:
        key = bytes.fromhex(text)
    except ValueError:
        raise Trouble("key.damaged") from None
    if len(key) != KEY_BYTES:
        raise Trouble("key.damaged")
    return key


def _read(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise Trouble("key.damaged") from None
    return found if isinstance(found, dict) else {}


def _write(path: Path, box: dict[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(box, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


def keyring_usable(home: Home) -> bool:
    """Whether the system's keyring would take this home's key: asked with a word that is taken out again."""
    if home.private:
        return False
    import keyring
    from keyring.errors import KeyringError

    name, word = f"{home.root}#trial", secrets.token_hex(8)
    try:
        keyring.set_password(SERVICE, name, word)
        same = keyring.get_password(SERVICE, name) == word
        keyring.delete_password(SERVICE, name)
    except (KeyringError, RuntimeError):
        return False
    return bool(same)


def _keyring_set(home: Home, key: bytes) -> bool:
    import keyring  # 180 ms: only where the OS keyring is used
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, str(home.root), key.hex())
        return bool(keyring.get_password(SERVICE, str(home.root)) == key.hex())
    except (KeyringError, RuntimeError) as error:
        log.info("no usable keyring (%s): the key goes into a file", type(error).__name__)
        return False


def _keyring_get(home: Home) -> bytes | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        text = keyring.get_password(SERVICE, str(home.root))
    except (KeyringError, RuntimeError):
        return None
    return _checked(text) if text else None
