"""The text inside a code, told apart: one of ours, a pass, or somebody else's. Nothing scanned is ever opened."""

from __future__ import annotations

import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from hashlib import sha256

from desk.codes import token
from desk.codes.foreign import Foreign, describe
from desk.codes.rules import Kind
from desk.codes.token import PassToken

# No I, O, 0, 1: nothing that a person reading it out can mistake. 32 characters = 5 bits each.
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
RANDOM, CHECK = 11, 4
LENGTH = 1 + RANDOM + CHECK  # 16 alphanumeric characters: exactly what a version 1 QR code holds at level Q
LETTER = {
    Kind.INDOOR: "H", Kind.OUTDOOR: "D", Kind.ASSET: "A", Kind.LOCKER: "L", Kind.SHIFT: "S", Kind.MATTER: "M",
    Kind.DUTY: "T",
}  # fmt: skip
KIND_OF = {letter: kind for kind, letter in LETTER.items()}


@dataclass(frozen=True)
class IdCode:
    """A 16-character code. key: its 11 random characters; genuine: the keyed check is ours."""

    kind: Kind
    key: str
    genuine: bool


@dataclass(frozen=True)
class PassCode:
    """A pass text, signature not yet proved."""

    token: PassToken
    raw: bytes


@dataclass(frozen=True)
class Damaged:
    """Begins like a pass of ours and is none. newer: the mark of a later format."""

    newer: bool = False


Payload = IdCode | PassCode | Damaged | Foreign


def new_key() -> str:
    """Eleven random characters (55 bits)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(RANDOM))


def check_of(secret: bytes, body: str) -> str:
    """The four characters (20 bits) of keyed check for kind letter + key."""
    digest = hmac.digest(secret, b"gatehouse id code 1:" + body.encode("ascii"), sha256)
    number = int.from_bytes(digest[:4], "big") >> 12
    return "".join(ALPHABET[number >> shift & 31] for shift in (15, 10, 5, 0))


def id_text(secret: bytes, kind: Kind, key: str) -> str:
    """The 16 characters of a code. Raises KeyError for a pass, which has its own form."""
    body = LETTER[kind] + key
    return body + check_of(secret, body)


def url_form(prefix: str, text: str) -> str:
    """The text as a phone sees it when the site wraps its ids in an address."""
    return prefix + text


def clean(text: str, prefix: str = "") -> str:
    """What counts of a scanned or typed text: no line ends, no address around the id, half-width, capitals.

    A keyboard scanner types through whatever input method is on, so colons and letters can arrive full-width.
    """
    text = text.strip("\r\n\t\x00")
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if prefix and text[: len(prefix)].casefold() == prefix.casefold():
        text = text[len(prefix) :].strip()
    return text.upper() if text.isascii() else text


def parse(text: str, secret: bytes, prefix: str = "", raw: bytes = b"") -> Payload:
    """Tell a scanned text apart. prefix: the site's address around ids; raw: bytes of a code that was not text."""
    if len(text) > 512 or (raw and not text):
        return describe(text, raw)
    tidy = clean(text, prefix)
    if (found := _id_code(tidy.strip(), secret)) is not None:
        return found
    if tidy.startswith(token.PREFIX):
        pass_ = token.read(tidy)
        return PassCode(*pass_) if pass_ else Damaged()
    if len(tidy) > 100 and tidy[0] == "P" and tidy[1:2].isdigit() and tidy[2] == ":":
        return Damaged(newer=True)
    return describe(text, raw)


def _id_code(tidy: str, secret: bytes) -> IdCode | None:
    if len(tidy) != LENGTH or tidy[0] not in KIND_OF or any(char not in ALPHABET for char in tidy[1:]):
        return None
    body, check = tidy[:-CHECK], tidy[-CHECK:]
    genuine = hmac.compare_digest(check_of(secret, body), check)
    return IdCode(KIND_OF[tidy[0]], body[1:], genuine)


def fingerprint(secret: bytes, text: str, raw: bytes = b"") -> str:
    """A keyed hash of a foreign text for the scan record: the text itself is never kept, nor can be guessed back."""
    data = raw or text.encode("utf-8", "surrogatepass")
    return hmac.digest(secret, b"gatehouse foreign scan:" + data, sha256)[:8].hex()
