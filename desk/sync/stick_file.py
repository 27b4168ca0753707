"""A file from a stick, opened and looked through to its end; nothing of it is used here."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desk.core.errors import Refused
from desk.store import key as keys
from desk.store import sync_rows
from desk.store.faults import as_trouble
from desk.store.store import SECRETS
from desk.store.unit import Reading
from desk.sync.http import DEVICE_KEY
from desk.sync.stick_lines import numbered
from desk.wire import boxes, carry
from desk.wire.carry import BadCarry, Have, Head, Piece
from desk.wire.messages import BadMessage, Page, Push, unpack_page, unpack_push

MOST_BYTES = (
    256 * 1024 * 1024
)  # of the sealed file: it is looked through in memory, so that pulling the stick does no harm


@dataclass
class Incoming:
    """A file that was looked through. writer: device id, '' for a hub."""

    writer: str
    have: Have
    pushes: list[Push] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)

    @property
    def scopes(self) -> list[str]:
        return list(dict.fromkeys(page.scope for page in self.pages))


def keys_in(path: Path, code: str) -> tuple[str, dict[str, bytes]]:
    """(site id, the site's keys) of a file for a desk that joins. The file is looked through to its end.

    Raises Refused: `key.code_wrong`, `key.code_shape`, `stick.no_keys`, and of reading a file.
    """
    phrase = keys.clean_recovery_code(code)
    try:
        source = BytesIO(data_of(path))
        head, said = carry.read_head(source)
        if carry.TICKET not in head.boxes:
            raise Refused("stick.no_keys")
        key = keys.unwrap(json.loads(b64decode(head.boxes[carry.TICKET])), phrase)
        pieces = list(carry.read(source, said, key))
        held = next((carry.unpack_keys(piece.body) for piece in pieces if piece.sort == carry.KEYS), {})
    except BadCarry as bad:
        raise Refused(bad.code) from None
    except ValueError:
        raise Refused("stick.damaged") from None
    if any(len(held.get(name, b"")) != size for name, size in SECRETS.items()):
        raise Refused("stick.no_keys")
    return head.site_id, {name: held[name] for name in SECRETS}


def look(r: Reading, data: bytes) -> Incoming:
    """Open it, check every piece to the end, and that it fits on to what is here. Raises Refused."""
    try:
        return _looked(r, data)
    except BadCarry as bad:
        raise Refused(bad.code) from None
    except BadMessage:
        raise Refused("stick.damaged") from None


def data_of(path: Path) -> bytes:
    with as_trouble():
        if path.stat().st_size > MOST_BYTES:
            raise Refused("stick.too_big")
        return path.read_bytes()


def _looked(r: Reading, data: bytes) -> Incoming:
    source = BytesIO(data)
    head, said = carry.read_head(source)
    if head.site_id != r.site_id:
        raise Refused("stick.other_site")
    key = carry.key_of(head, _openers(r))
    return _sorted(head, carry.read(source, said, key, _signer(r, head)), r.site_id)


def _openers(r: Reading) -> Mapping[str, Callable[[bytes], bytes]]:
    def device(box: bytes) -> bytes:
        try:
            return boxes.unseal(Ed25519PrivateKey.from_private_bytes(r.secret(DEVICE_KEY)), box)
        except (KeyError, boxes.ClosedBox):
            raise BadCarry("stick.sealed_elsewhere") from None

    return {carry.SITE: lambda box: carry.open_site_box(r.secret("site-seal"), box), carry.DEVICE: device}


def _signer(r: Reading, head: Head) -> Ed25519PublicKey | None:
    """A hub's file is believed for its signature; a desk's for the site's seal."""
    if head.writer:
        return None
    link = sync_rows.link(r)
    if link is None:
        raise Refused("stick.sealed_elsewhere")
    return Ed25519PublicKey.from_public_bytes(bytes(link["hub_key"]))


def _sorted(head: Head, pieces: Iterator[Piece], site_id: str) -> Incoming:
    have: Have | None = None
    pushes: list[Push] = []
    pages: list[Page] = []
    for piece in pieces:
        if piece.sort == carry.HAVE and have is None:
            have = carry.unpack_have(piece.body)
        elif piece.sort == carry.PUSH:
            pushes.append(_whole(unpack_push(piece.body)))
        elif piece.sort == carry.PAGE:
            page = unpack_page(piece.body)
            if page.scope.startswith("s:") and page.scope != f"s:{site_id}":
                raise Refused("stick.other_site")
            pages.append(page)
    if have is None:
        raise BadCarry("stick.damaged")
    return Incoming(head.writer, have, pushes, pages)


def _whole(push: Push) -> Push:
    """Every line says its id; erased ones their link."""
    if any(not line.id or not (line.body or push.offered or line.digest) for line in push.lines):
        raise BadCarry("stick.damaged")
    numbered(push)
    return push
