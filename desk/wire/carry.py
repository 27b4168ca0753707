"""The file that carries operations on a stick: sealed pieces in order, each at its place, with a signed end.

    GATEHOUSE CARRY 1 <line end>
    <head: one line of JSON in the clear: who for, not what> <line end>
    <4 bytes length><ChaCha20-Poly1305 of one byte of sort and gzip of the message> ...

The key of a file is random; the head holds it in a box for each who may read: `site` (under a key derived from the
site's), `hub` and `device` (sealed to their Ed25519 keys), `ticket` (under a code, for a new desk). The nonce of a piece is its number, and the last piece says that
it is: a file cut short, or with pieces changed, left out, doubled or moved, is refused whole. The last piece also holds the
writer's signature over everything before it, for a hub that must know which device speaks.
"""

from __future__ import annotations

import os
import struct
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Annotated, BinaryIO

import msgspec
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desk.wire.messages import MAX_BYTES

MAGIC = b"GATEHOUSE CARRY "
FORMAT = 1
SUFFIX = ".gdcarry"
HEAD_LIMIT, PIECE_LIMIT = 16 * 1024, MAX_BYTES + 64 * 1024
MOST_BYTES = 1024 * 1024 * 1024  # of all pieces, unpacked: a year of a large estate is a tenth of it
HAVE, KEYS, PUSH, PAGE, END = b"H", b"K", b"P", b"G", b"E"
SITE, HUB, DEVICE, TICKET = "site", "hub", "device", "ticket"
_DOMAIN = b"gatehouse carry 1\n"
_Hex32 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]


class BadCarry(ValueError):
    """`code`: `stick.not_one`, `stick.newer`, `stick.damaged` (cut short or changed), `stick.sealed_elsewhere`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Head(msgspec.Struct, frozen=True):
    """writer: device id, or '' for a hub; boxes: for whom -> the file's key, sealed, base64; made_ms: by its clock."""

    site_id: _Hex32
    writer: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{32})?$")]
    file_id: _Hex32
    made_ms: int
    boxes: dict[Annotated[str, msgspec.Meta(max_length=16)], Annotated[str, msgspec.Meta(max_length=400)]]


class Have(msgspec.Struct):
    """What the writer holds, so that the next file need not bring it again. life: its present incarnation; lives: incarnation -> (seq, hash hex,
    device);
    marks: some (seq, hash hex) of a life on the way to its end, so
    that one who knows less of it can compare; cursors: scope -> (seq, chain hex) of the hub's logs; settled: incarnation -> how far its lines stand in the hub's log
    at or before the writer's position there."""

    life: _Hex32
    lives: dict[_Hex32, tuple[int, str, str]] = {}
    marks: dict[_Hex32, list[tuple[int, str]]] = {}
    cursors: dict[str, tuple[int, str]] = {}
    settled: dict[_Hex32, int] = {}


@dataclass(frozen=True)
class Piece:
    """sort: HAVE, KEYS, PUSH or PAGE; body: bytes of Have, of the site's keys as JSON, messages.Push or messages.Page."""

    sort: bytes
    body: bytes


def site_key(secret: bytes) -> bytes:
    """What boxes for the site are sealed with. secret: the site's key for sealed fields."""
    return HKDF(SHA256(), 32, salt=None, info=b"gatehouse carry site 1").derive(secret)


def site_box(secret: bytes, key: bytes) -> bytes:
    nonce = os.urandom(12)
    return nonce + ChaCha20Poly1305(site_key(secret)).encrypt(nonce, key, b"carry")


def open_site_box(secret: bytes, box: bytes) -> bytes:
    """Raises BadCarry("stick.sealed_elsewhere")."""
    try:
        return ChaCha20Poly1305(site_key(secret)).decrypt(box[:12], box[12:], b"carry")
    except (InvalidTag, ValueError):
        raise BadCarry("stick.sealed_elsewhere") from None


def new_key() -> bytes:
    return os.urandom(32)


def boxed(boxes: Mapping[str, bytes]) -> dict[str, str]:
    return {name: b64encode(box).decode() for name, box in boxes.items()}


def write(out: BinaryIO, head: Head, key: bytes, pieces: Iterable[Piece], signer: Ed25519PrivateKey) -> int:
    """Write a whole file; returns how many pieces."""
    top = MAGIC + f"{FORMAT}\n".encode()
    said = msgspec.json.encode(head)
    out.write(top + said + b"\n")
    cipher, digest, count = ChaCha20Poly1305(key), blake2b(said), 0
    for piece in pieces:
        plain = piece.sort + _packed(piece.body)
        digest.update(_sum(plain))
        _put(out, cipher, count, said, plain)
        count += 1
    _put(out, cipher, count, said, END + signer.sign(_DOMAIN + digest.digest()))
    return count


def read_head(source: BinaryIO) -> tuple[Head, bytes]:
    """The head and its bytes as written. Raises BadCarry."""
    first = source.readline(64)
    if not first.startswith(MAGIC) or not first.endswith(b"\n"):
        raise BadCarry("stick.not_one")
    number = first[len(MAGIC) : -1]
    if not number.isdigit() or int(number) != FORMAT:
        raise BadCarry("stick.newer" if number.isdigit() else "stick.not_one")
    said = source.readline(HEAD_LIMIT)
    try:
        return msgspec.json.decode(said, type=Head), said[:-1]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BadCarry("stick.damaged") from None


def key_of(head: Head, openers: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """The file's key, from the first box that opens. Raises BadCarry("stick.sealed_elsewhere")."""
    for name, opener in openers.items():
        if name in head.boxes:
            try:
                return opener(b64decode(head.boxes[name], validate=True))
            except ValueError:
                continue
    raise BadCarry("stick.sealed_elsewhere")


def read(source: BinaryIO, said: bytes, key: bytes, signed_by: Ed25519PublicKey | None = None) -> Iterator[Piece]:
    """The pieces in order; after the last one it is sure that none is missing. signed_by: whose signature must stand at
    the end, None: the seal is enough. Raises BadCarry("stick.damaged"), also after pieces were given out: read a file
    to its end before using anything of it."""
    if len(key) != 32:
        raise BadCarry("stick.damaged")
    cipher, digest, count, total = ChaCha20Poly1305(key), blake2b(said), 0, 0
    while True:
        plain = _get(source, cipher, count, said)
        if plain[:1] == END:
            break
        digest.update(_sum(plain))
        body = _unpacked(plain[1:])
        total += len(body)
        if total > MOST_BYTES:
            raise BadCarry("stick.damaged")
        if plain[:1] in (HAVE, KEYS, PUSH, PAGE):  # others are of a later version, and not for us
            yield Piece(plain[:1], body)
        count += 1
    if source.read(1):
        raise BadCarry("stick.damaged")
    if signed_by is not None:
        try:
            signed_by.verify(plain[1:], _DOMAIN + digest.digest())
        except InvalidSignature:
            raise BadCarry("stick.damaged") from None


def pack_have(have: Have) -> bytes:
    return msgspec.json.encode(have)


def pack_keys(held: Mapping[str, bytes]) -> bytes:
    """The site's keys, for a desk that joins by a file."""
    return msgspec.json.encode({name: b64encode(value).decode() for name, value in held.items()})


def unpack_keys(body: bytes) -> dict[str, bytes]:
    """Raises BadCarry."""
    try:
        said = msgspec.json.decode(body, type=dict[str, str])
        return {name: b64decode(value, validate=True) for name, value in said.items()}
    except (ValueError, msgspec.DecodeError, RecursionError):
        raise BadCarry("stick.damaged") from None


def unpack_have(body: bytes) -> Have:
    """Raises BadCarry."""
    try:
        found = msgspec.json.decode(body, type=Have)
        places = [(seq, value) for seq, value, _ in found.lives.values()] + list(found.cursors.values())
        places += [mark for marks in found.marks.values() for mark in marks]
        if any(seq < 0 or len(bytes.fromhex(value)) != 16 for seq, value in places):
            raise BadCarry("stick.damaged")
        return found
    except (ValueError, msgspec.DecodeError, RecursionError):
        raise BadCarry("stick.damaged") from None


def _nonce(count: int) -> bytes:
    return struct.pack(">4xQ", count)


def _put(out: BinaryIO, cipher: ChaCha20Poly1305, count: int, said: bytes, plain: bytes) -> None:
    sealed = cipher.encrypt(_nonce(count), plain, said)
    out.write(struct.pack(">I", len(sealed)) + sealed)


def _get(source: BinaryIO, cipher: ChaCha20Poly1305, count: int, said: bytes) -> bytes:
    size = source.read(4)
    length = int.from_bytes(size, "big")
    if len(size) != 4 or not 17 <= length <= PIECE_LIMIT:
        raise BadCarry("stick.damaged")
    sealed = source.read(length)
    try:
        return cipher.decrypt(_nonce(count), sealed, said)
    except InvalidTag:
        raise BadCarry("stick.damaged") from None


def _sum(plain: bytes) -> bytes:
    return blake2b(plain, digest_size=32).digest()


def _packed(body: bytes) -> bytes:
    return zlib.compress(body, 6)


def _unpacked(packed: bytes) -> bytes:
    unfolding = zlib.decompressobj()
    try:
        plain = unfolding.decompress(packed, MAX_BYTES + 1)
    except zlib.error:
        raise BadCarry("stick.damaged") from None
    if len(plain) > MAX_BYTES or not unfolding.eof or unfolding.unused_data:
        raise BadCarry("stick.damaged")
    return plain
