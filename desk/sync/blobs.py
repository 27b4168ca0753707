"""Attachments: sealed, named by the SHA-256 of what is sealed, carried in parts when nothing else is to be done.

An operation names its attachments and may arrive before them. The hub keeps bytes that it cannot read.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desk.core.clock import DAY_MS
from desk.core.errors import Refused, Trouble
from desk.store import blob_fetching, blob_rows
from desk.store.blob_rows import DOWN, UP, BlobRow
from desk.store.faults import as_trouble
from desk.store.store import Store
from desk.store.unit import Reading, Unit
from desk.sync.engine import SYNC
from desk.sync.http import BASE, HttpTransport, said, trouble_of
from desk.sync.line import Reply
from desk.sync.transport import Tables

FOLDER = "blobs"
MIB = 1024 * 1024
PART = MIB
LIMITS = {"picture": 8 * MIB, "sound": 16 * MIB, "paper": 16 * MIB}  # as the hub's
LOW_SPACE = 1 << 30  # bytes free below which attachments are refused, so that text still finds room
NONCE = 12
NAME = 64  # hex digits of a file's name; `.part` and `.new` may follow
YOUNG_S = DAY_MS / 1000
START = (0, "")
FULL, PAST_END = 507, 416


class _State(msgspec.Struct):
    have: int = 0
    size: int = 0


class Blobs:
    """The attachments of one desk. free: bytes free where they lie."""

    def __init__(self, store: Store, home: Path, free: Callable[[Path], int] | None = None) -> None:
        self.store = store
        self.folder = home / FOLDER
        self._free = free or (lambda path: shutil.disk_usage(path).free)
        self._after = START  # of those that wait, where the next turn begins

    # --- for rooms ------------------------------------------------------------------------------------------------------

    def put(self, u: Unit, kind: str, data: bytes) -> str:
        """Seal and keep it, and have it sent; returns the name an operation refers to it by, in a column declared with
        `schema.attachment`: what no row names within a day is deleted.

        Raises Refused: `blob.kind`, `blob.too_large`, `blob.disk_low`; Trouble of the disk.
        """
        if kind not in LIMITS:
            raise Refused("blob.kind")
        if not 0 < len(data) <= LIMITS[kind] - 64:
            raise Refused("blob.too_large", limit=LIMITS[kind] // MIB)
        self._room()
        nonce = os.urandom(NONCE)
        sealed = nonce + _cipher(u).encrypt(nonce, data, kind.encode())
        digest = sha256(sealed).hexdigest()
        with as_trouble():
            self.folder.mkdir(parents=True, exist_ok=True)
            _write(self.folder / digest, sealed)
        blob_rows.queue(u, digest, kind, len(sealed), UP)
        return digest

    def want(self, u: Unit, kind: str, digest: str, size: int) -> None:
        """Have it fetched, when it is not here: somebody names it who knows its size. Raises Refused("blob.kind")."""
        if kind not in LIMITS or not 0 < size <= LIMITS[kind] or len(digest) != 64:
            raise Refused("blob.kind")
        if not (self.folder / digest).exists():
            blob_rows.queue(u, digest, kind, size, DOWN)

    def read(self, r: Reading, kind: str, digest: str) -> bytes:
        """What was sealed. Raises Refused("blob.not_here" | "blob.mismatch")."""
        try:
            sealed = (self.folder / digest).read_bytes()
        except OSError:
            raise Refused("blob.not_here") from None
        try:
            return _cipher(r).decrypt(sealed[:NONCE], sealed[NONCE:], kind.encode())
        except InvalidTag:
            raise Refused("blob.mismatch") from None

    # --- for retention ------------------------------------------------------------------------------------------------

    def sweep(self, tables: Tables | None = None) -> int:
        """Delete files that no row names any more, a day after they came (a form may still be open); returns how many.

        A file that cannot be deleted now is tried again the next time; one that is named and gone is fetched again.
        """
        with self.store.unit(SYNC) as u:  # who puts a file has a unit of their own: what comes later is not looked at
            files = self._files()
            old = {path for path in files if _age_s(path) >= YOUNG_S}
            named = blob_rows.named(u, tables)
            blob_rows.keep_only(u, named | {path.name[:NAME] for path in files if path not in old})
        gone = 0
        for path in old:
            if path.name[:NAME] not in named:
                with suppress(OSError):
                    path.unlink()
                    gone += 1
        with self.store.unit(SYNC) as u:
            blob_fetching.missing(u, {path.name for path in self._files()}, tables)
        return gone

    def _files(self) -> list[Path]:
        return sorted(path for path in self.folder.iterdir() if path.is_file()) if self.folder.exists() else []

    # --- for the runner -------------------------------------------------------------------------------------------------

    def carry(self, transport: HttpTransport, going: Callable[[], bool]) -> int:
        """Send and fetch, part by part, while `going`; returns how many were finished. Raises as the transport does."""
        with self.store.reading() as r:
            rows = blob_rows.waiting(r, self._after)
            if not rows:
                self._after, rows = START, blob_rows.waiting(r)
        done = 0
        for row in rows:
            if not going():
                break
            work = self._send if row.way == UP else self._fetch
            try:
                done += work(transport, row, going)
            except Refused as no:
                if not no.code.startswith("blob."):
                    raise
                self._ended(row, no.code)
        return done

    def _send(self, transport: HttpTransport, row: BlobRow, going: Callable[[], bool]) -> bool:
        """Ask how much is there, go on from there."""
        with as_trouble():
            path = self.folder / row.digest
            data = path.read_bytes() if path.exists() else b""
        if sha256(data).hexdigest() != row.digest:
            raise Refused("blob.mismatch")
        target = f"{BASE}blob/{row.digest}?kind={row.kind}"
        state = _state(transport.request("PUT", target, b"", {"Content-Range": f"bytes */{len(data)}"}))
        while state.have < len(data) and going():
            part = data[state.have : state.have + PART]
            end = state.have + len(part) - 1
            field = f"bytes {state.have}-{end}/{len(data)}"
            state = _state(transport.request("PUT", target, part, {"Content-Range": field}))
            self._went_on(row, state.have)
        if state.have < len(data):
            return False
        self._ended(row)
        return True

    def _fetch(self, transport: HttpTransport, row: BlobRow, going: Callable[[], bool]) -> bool:
        """Part after part onto the end of a file that gets its name when it is whole."""
        if self._low():
            return False
        half, size = self.folder / f"{row.digest}.part", row.size
        with as_trouble():
            self.folder.mkdir(parents=True, exist_ok=True)
            if (self.folder / row.digest).exists():  # it was made here, or came another way
                self._ended(row)
                return True
            have = half.stat().st_size if half.exists() else 0
        while (not size or have < size) and going():
            reply = transport.request("GET", f"{BASE}blob/{row.digest}", b"", {"Range": f"bytes={have}-"})
            if reply.status == 404:
                self._after = (row.size, row.digest)
                return False  # its desk has not sent it yet, and perhaps never will: the next turn is the others'
            if have and reply.status == PAST_END:  # it was whole, and the power went before it had its name
                with as_trouble():
                    half.unlink()
                have = 0
                continue
            if reply.status not in (200, 206):
                raise trouble_of(reply)
            size = size or _size_of(reply, have)
            if not 0 < len(reply.body) <= size - have or size > LIMITS.get(row.kind, 0):
                raise Refused("blob.mismatch")
            with as_trouble(), half.open("ab") as out:
                out.write(reply.body)
            have += len(reply.body)
            self._went_on(row, have)
        return 0 < size <= have and self._whole(half, row)

    def _whole(self, half: Path, row: BlobRow) -> bool:
        with as_trouble():
            data = half.read_bytes()
            half.unlink()
            if sha256(data).hexdigest() != row.digest:
                raise Refused("blob.mismatch")
            _write(self.folder / row.digest, data)
        self._ended(row)
        return True

    # --- beside ---------------------------------------------------------------------------------------------------------

    def _low(self) -> bool:
        there = next(path for path in (self.folder, *self.folder.parents) if path.exists())
        return self._free(there) < LOW_SPACE

    def _room(self) -> None:
        if self._low():
            raise Refused("blob.disk_low")

    def _went_on(self, row: BlobRow, done: int) -> None:
        with self.store.unit(SYNC) as u:
            blob_rows.went_on(u, row.digest, done)

    def _ended(self, row: BlobRow, code: str = "") -> None:
        with self.store.unit(SYNC) as u:
            blob_rows.ended(u, row.digest, code)


def _state(reply: Reply) -> _State:
    """How much the hub has. Raises Refused of the hub (`blob.*`), Trouble."""
    if reply.status in (200, 201):
        with suppress(msgspec.DecodeError):
            return msgspec.json.decode(reply.body, type=_State)
        raise Trouble("sync.page_broken")
    code = said(reply).code
    if code == "blob.at":  # somebody else sends the same: go on from where they are
        found: Any = msgspec.json.decode(reply.body)
        return _State(int(found["have"]))
    if code.startswith("blob.") and reply.status != FULL:
        raise Refused(code)
    raise trouble_of(reply)


def _size_of(reply: Reply, have: int) -> int:
    """Of the whole file, as a reply to a range says it (RFC 9110 14.4); a reply without a range is all there is."""
    total = reply.fields.get("content-range", "").rpartition("/")[2]
    if total.isascii() and total.isdigit() and len(total) < 12:
        return int(total)
    return have + len(reply.body)


def _age_s(path: Path) -> float:
    with suppress(OSError):
        return time.time() - path.stat().st_mtime
    return 0.0


def _cipher(r: Reading) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(SHA256(), 32, salt=None, info=b"gatehouse blob 1").derive(r.secret("site-seal")))


def _write(path: Path, data: bytes) -> None:
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    os.replace(fresh, path)
