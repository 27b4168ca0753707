"""Enrolment (SYNC 2.10): the ticket a desk scans, what it asks with it, what the hub answers, the sealed box of keys."""

from __future__ import annotations

import re
import secrets
from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desk.wire.statements import key_of, key_text

HANDSHAKE = 1  # a ticket or request of a higher one is refused: its maker knows something we do not
MAX_ASK = 64 * 1024  # bytes of an enrolment or invitation request
MAX_KEYBOX = 16 * 1024
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
_CODE_LENGTH = 12
_SLIPS = str.maketrans("ILO", "110", "- ")
_NONCE, _BOX_KEY = 12, 16

Hex32 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
Short = Annotated[str, msgspec.Meta(max_length=80)]
Key = Annotated[str, msgspec.Meta(max_length=64)]


class BadTicket(ValueError):
    """`code`: `enrol.not_a_ticket`, `enrol.newer_ticket` (made by a newer hub: update this desk first)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Ticket(msgspec.Struct, omit_defaults=True, frozen=True):
    """The text of the QR. pin: SHA-256 of the hub's public TLS key, hex, or ''; k: opens the box of a joining desk."""

    h: Annotated[int, msgspec.Meta(ge=1)]
    url: Annotated[str, msgspec.Meta(max_length=300, pattern="^https?://")]
    pin: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{64})?$")]
    code: Annotated[str, msgspec.Meta(min_length=_CODE_LENGTH, max_length=20)]
    k: Annotated[str, msgspec.Meta(max_length=32)] = ""


class EnrolAsk(msgspec.Struct):
    """site_id: the desk's own, or None when it joins and learns it. sig: by the key, over the rest of the fields."""

    h: int
    code: Annotated[str, msgspec.Meta(max_length=40)]
    pubkey: Key
    device_id: Hex32
    site_id: Hex32 | None
    name: Short
    app: Short
    sig: Annotated[str, msgspec.Meta(max_length=128)] = ""


class EnrolAnswer(msgspec.Struct):
    """certificate: see statements; policy: what this hub takes; keybox: the site's keys, for a desk that joins."""

    site_id: str
    device_id: str
    district_id: str
    certificate: str
    hub_pubkey: str
    policy: dict[str, Any]
    keybox: str | None
    hub_ms: int


class InviteAsk(msgspec.Struct):
    keybox: Annotated[str, msgspec.Meta(max_length=MAX_KEYBOX)]


class InviteAnswer(msgspec.Struct):
    code: str
    expires_ms: int
    hub_ms: int


class RotateAsk(msgspec.Struct):
    """The request itself is signed by the old key, `sig` by the new one."""

    pubkey: Key
    sig: Annotated[str, msgspec.Meta(max_length=128)] = ""


class RotateAnswer(msgspec.Struct):
    certificate: str
    hub_ms: int


def ticket_text(ticket: Ticket) -> str:
    return msgspec.json.encode(ticket).decode()


def read_ticket(text: str) -> Ticket:
    """Raises BadTicket."""
    try:
        if msgspec.json.decode(text, type=_Handshake).h > HANDSHAKE:
            raise BadTicket("enrol.newer_ticket")
        return msgspec.json.decode(text, type=Ticket)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        raise BadTicket("enrol.not_a_ticket") from None


class _Handshake(msgspec.Struct):
    h: int


def new_code() -> str:
    """`7K2M-9PQR-41XZ`: 60 random bits, good to read aloud and to type."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    return "-".join(letters[at : at + 4] for at in range(0, _CODE_LENGTH, 4))


def normal_code(typed: str) -> str:
    """A code as it is compared: dashes, spaces and case left out, I, L and O read as the digits they were meant to be."""
    code = typed.strip().upper().translate(_SLIPS)
    return code if re.fullmatch(f"[{_ALPHABET}]{{{_CODE_LENGTH}}}", code) else ""


def signed_ask(key: Ed25519PrivateKey, ask: EnrolAsk | RotateAsk) -> bytes:
    """The request's bytes, with `pubkey` and `sig` of this key."""
    ask.pubkey = key_text(key.public_key())
    ask.sig = _text(key.sign(_signed_part(ask)))
    return msgspec.json.encode(ask)


def owns_key(ask: EnrolAsk | RotateAsk) -> bool:
    """Whether the asker holds the private half of the key it names."""
    try:
        key_of(ask.pubkey).verify(urlsafe_b64decode(ask.sig.encode()), _signed_part(ask))
    except (ValueError, InvalidSignature):
        return False
    return True


def new_box_key() -> str:
    """For `Ticket.k`: 16 random bytes, base64url."""
    return _text(secrets.token_bytes(_BOX_KEY))


def seal_keybox(key: str, site_id: str, held: Mapping[str, bytes]) -> str:
    """The site's keys for a joining desk: only who scanned the ticket has `key`, so the hub cannot open it."""
    plain = msgspec.json.encode({name: b64encode(value).decode() for name, value in held.items()})
    nonce = secrets.token_bytes(_NONCE)
    return b64encode(nonce + _cipher(key).encrypt(nonce, plain, site_id.encode())).decode()


def open_keybox(key: str, site_id: str, box: str) -> dict[str, bytes]:
    """Raises ValueError for a box of another key or site."""
    try:
        raw = b64decode(box, validate=True)
        plain = _cipher(key).decrypt(raw[:_NONCE], raw[_NONCE:], site_id.encode())
        return {name: b64decode(value) for name, value in msgspec.json.decode(plain, type=dict[str, str]).items()}
    except (InvalidTag, ValueError, msgspec.DecodeError):
        raise ValueError("not a key box of this ticket") from None


def _cipher(key: str) -> ChaCha20Poly1305:
    raw = urlsafe_b64decode(key.encode())
    if len(raw) != _BOX_KEY:
        raise ValueError("a box key has 16 bytes")
    return ChaCha20Poly1305(HKDF(SHA256(), 32, salt=None, info=b"gatehouse keybox 1").derive(raw))


def _signed_part(ask: EnrolAsk | RotateAsk) -> bytes:
    rest = {name: value for name, value in msgspec.structs.asdict(ask).items() if name != "sig"}
    return f"gatehouse {type(ask).__name__} 1\n".encode() + msgspec.json.encode(rest, order="sorted")


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode()
