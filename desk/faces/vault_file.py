"""The vault's bytes: templates sealed by AES-256-GCM, the list of what was erased, and files that are gone for good.

Each change is a whole new file under a new key (6,900 people are 4 MB). The key names its file, and keeping the new key is
the moment of the change: whatever stops the program, the vault is as before or as after. What is left of an older file on
a disk that moves its blocks about has no key any more.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desk.core.errors import Trouble
from desk.core.paths import Home

MAGIC = b"GDFACES1"
NONCE = 12
LEDGER = "erased"


@dataclass(frozen=True)
class Kept:
    """One person's template. enrolment_id: the consent it rests on. vector: 128 float32, the mean of their frames; model: models.TEMPLATE_MODEL when it was made.

    keep_until, confirm_by: UTC ms after which it may not be used, and is erased.
    """

    enrolment_id: str
    person_id: str
    vector: bytes
    model: str
    enrolled_at: int
    keep_until: int
    confirm_by: int
    suspended: bool = False

    def __repr__(self) -> str:
        """Never the vector: a repr may reach a log."""
        return f"Kept({self.enrolment_id})"


def place(home: Home) -> Home:
    """Where the vault of a desk lies, with a key of its own, kept the way the store's is."""
    return Home(home.root / "faces", home.private)


def file_of(folder: Path, key: bytes) -> Path:
    """The file that this key opens; its name tells nothing of the key."""
    return folder / f"vault-{hashlib.sha256(MAGIC + key).hexdigest()[:16]}.bin"


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("vault-*.bin*"))


def seal(kept: Sequence[Kept], key: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return MAGIC + nonce + AESGCM(key).encrypt(nonce, msgspec.msgpack.encode(list(kept)), MAGIC)


def unseal(sealed: bytes, key: bytes) -> list[Kept]:
    """Raises Trouble faces.vault_damaged for bytes that were altered, cut short, or belong to another key."""
    if not sealed.startswith(MAGIC):
        raise Trouble("faces.vault_damaged")
    nonce, body = sealed[len(MAGIC) : len(MAGIC) + NONCE], sealed[len(MAGIC) + NONCE :]
    try:
        return msgspec.msgpack.decode(AESGCM(key).decrypt(nonce, body, MAGIC), type=list[Kept])
    except (InvalidTag, ValueError, msgspec.MsgspecError):
        raise Trouble("faces.vault_damaged") from None


def write(path: Path, body: bytes) -> None:
    """A whole file or none, on the disk when this returns, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


def shred(path: Path) -> None:
    """Noise over the whole file, then away with it."""
    if not path.exists():
        return
    with path.open("r+b") as file:
        file.write(secrets.token_bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def erased(folder: Path) -> frozenset[str]:
    """Enrolments that were ever erased here: drawn ids, which say nothing of anybody. It outlives restored vaults."""
    try:
        lines = (folder / LEDGER).read_text(encoding="ascii", errors="replace").split("\n")
    except FileNotFoundError:
        return frozenset()
    return frozenset(line for line in lines if line)


def note_erased(folder: Path, enrolment_ids: Iterable[str]) -> None:
    """Written before anything is erased, so that a stop in between is made good when the vault opens."""
    fresh = sorted(set(enrolment_ids) - erased(folder))
    if not fresh:
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LEDGER).open("a", encoding="ascii", newline="\n") as file:
        file.write("\n" + "\n".join(fresh) + "\n")  # its own line also after one that was cut short
        file.flush()
        os.fsync(file.fileno())
