"""Statements and certificates of service: their state, their number, and the signed code printed on them.

MCA Order 67 (2020) and 民发〔2015〕149号: whoever organised and recorded certifies, free and truthfully; four blocks (the
volunteer, the service, the issuer, number and date); applied for, accepted, issued, posted inside the unit for seven days.

The code is `V1:` + base45(62 bytes + Ed25519 signature): key id 4 | certificate id 16 | issued, first and last day as days
since 2000, 2 each | minutes 4 | kind 1 | year 2 and number 5 of the certificate | seal of the holder 24. Big-endian.
No name is in it: the seal proves the name and document that stand beside it.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desk.codes import base45
from desk.codes.serials import damm
from desk.core.clock import DAY_MS
from desk.core.errors import Refused

PREFIX = "V1:"
POSTED_DAYS = 7
POSTED_MS = POSTED_DAYS * DAY_MS
_DAY_ZERO = date(2000, 1, 1)
_HEAD, _SIGNATURE, _SEAL = 62, 64, 24
CHARS = len(PREFIX) + (_HEAD + _SIGNATURE) // 2 * 3
_DRAWN = 8  # random digits of a number, and one to check it


class Kind(StrEnum):
    """A statement lists the hours; a certificate is the sealed paper of the four blocks. The values are stored."""

    STATEMENT = "statement"
    CERTIFICATE = "certificate"


_KINDS = (Kind.STATEMENT, Kind.CERTIFICATE)


class Act(StrEnum):
    """What is said of a certificate. The values are stored."""

    APPLIED = "applied"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    ISSUED = "issued"
    POSTED = "posted"
    WITHDRAWN = "withdrawn"


class State(StrEnum):
    """Where a certificate stands. DONE: posted for seven days and not withdrawn."""

    APPLIED = "applied"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    ISSUED = "issued"
    POSTED = "posted"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class Proof(StrEnum):
    """What a printed code turns out to be."""

    GOOD = "good"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"  # signed by this site; the certificate itself has not come here
    OTHER_KEY = "other_key"
    FORGED = "forged"
    NO_CODE = "no_code"


_STEPS: Mapping[Act, tuple[State, ...]] = {
    Act.ACCEPTED: (State.APPLIED,),
    Act.REFUSED: (State.APPLIED, State.ACCEPTED),
    Act.ISSUED: (State.ACCEPTED,),
    Act.POSTED: (State.ISSUED,),
    Act.WITHDRAWN: (State.ISSUED, State.POSTED, State.DONE),
}


@dataclass(frozen=True)
class Claims:
    """What a code says. Days are ISO text; key_id: hex; number: as printed; seal: of the holder, hex."""

    key_id: str
    certificate_id: str
    issued_day: str
    from_day: str
    until_day: str
    minutes: int
    kind: Kind
    number: str
    seal: str


def state_of(acts: Iterable[tuple[int, str, str]], now: int) -> State:
    """Where a certificate stands. acts: (moment, id, kind) in any order; what ends it holds against every other word."""
    said = {kind: at for at, _, kind in sorted(acts, reverse=True)}
    for kind, state in ((Act.WITHDRAWN, State.WITHDRAWN), (Act.REFUSED, State.REFUSED)):
        if kind in said and not (kind is Act.REFUSED and Act.ISSUED in said):
            return state
    if Act.POSTED in said and Act.ISSUED in said:
        return State.DONE if now - said[Act.POSTED] >= POSTED_MS else State.POSTED
    for kind, state in ((Act.ISSUED, State.ISSUED), (Act.ACCEPTED, State.ACCEPTED)):
        if kind in said:
            return state
    return State.APPLIED


def check_step(state: State, step: Act) -> None:
    """Raises Refused("certificate.step", state=...) when this cannot be said of it now."""
    if state not in _STEPS.get(step, ()):
        raise Refused("certificate.step", state=state.value)


def number_of(year: int, drawn: int) -> str:
    """A certificate's number: the year, eight digits and one that checks them: 2026-048391275."""
    digits = f"{drawn:0{_DRAWN}d}"
    return f"{year}-{digits}{damm(digits)}"


def is_number(text: str) -> bool:
    year, _, digits = text.partition("-")
    return len(year) == 4 and len(digits) == _DRAWN + 1 and (year + digits).isdigit() and damm(digits) == "0"


def seal_of(certificate_id: str, name: str, id_no: str) -> str:
    """What binds a code to the holder on the paper: 24 bytes, hex. The id of the certificate is its salt."""
    text = f"{name.strip()}\n{id_no.strip().upper()}".encode()
    return hmac.digest(bytes.fromhex(certificate_id), b"gatehouse certificate 1:" + text, sha256)[:_SEAL].hex()


def sign(seed: bytes, claims: Claims) -> str:
    """The text of a code. Raises ValueError for a day before 2000 or a number that is none."""
    if not is_number(claims.number):
        raise ValueError("number")
    private = Ed25519PrivateKey.from_private_bytes(seed)
    year, digits = claims.number.split("-")
    head = b"".join(
        (
            sha256(private.public_key().public_bytes_raw()).digest()[:4], bytes.fromhex(claims.certificate_id),
            *(_days(day).to_bytes(2, "big") for day in (claims.issued_day, claims.from_day, claims.until_day)),
            claims.minutes.to_bytes(4, "big"), bytes([_KINDS.index(claims.kind)]), int(year).to_bytes(2, "big"),
            int(digits).to_bytes(5, "big"), bytes.fromhex(claims.seal),
        )
    )  # fmt: skip
    return PREFIX + base45.encode(head + private.sign(PREFIX.encode() + head))


def read(text: str) -> tuple[Claims, bytes] | None:
    """The claims and the signed bytes of a code, None when it is not readable as one. Proves nothing yet."""
    if not text.startswith(PREFIX) or len(text) != CHARS:
        return None
    try:
        raw = base45.decode(text[len(PREFIX) :])
        issued, first, last = (_day(int.from_bytes(raw[at : at + 2], "big")) for at in (20, 22, 24))
        kind = _KINDS[raw[30]]
    except (ValueError, IndexError):
        return None
    number = f"{int.from_bytes(raw[31:33], 'big'):04d}-{int.from_bytes(raw[33:38], 'big'):0{_DRAWN + 1}d}"
    minutes = int.from_bytes(raw[26:30], "big")
    return Claims(raw[:4].hex(), raw[4:20].hex(), issued, first, last, minutes, kind, number, raw[38:_HEAD].hex()), raw


def prove(claims: Claims, raw: bytes, keys: Mapping[str, bytes]) -> Proof:
    """Check the signature against known public keys (key id -> raw 32 bytes): GOOD, OTHER_KEY or FORGED."""
    public = keys.get(claims.key_id)
    if public is None:
        return Proof.OTHER_KEY
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(raw[_HEAD:], PREFIX.encode() + raw[:_HEAD])
    except InvalidSignature:
        return Proof.FORGED
    return Proof.GOOD


def found_in(data: bytes) -> str:
    """The code inside a PDF of ours, whose notes repeat it; "" when there is none."""
    start = data.find(PREFIX.encode())
    while start >= 0:
        text = data[start : start + CHARS]
        if text.isascii() and read(text.decode()) is not None:
            return text.decode()
        start = data.find(PREFIX.encode(), start + 1)
    return ""


def lacks(holder: Mapping[str, str], issuer: Mapping[str, str], kind: str) -> Sequence[str]:
    """What the four blocks still need before a certificate may be issued; a statement needs the name alone."""
    needed = ("name",) if kind == Kind.STATEMENT else ("name", "id_kind", "id_no")
    found = [f"holder.{field}" for field in needed if not holder.get(field)]
    if kind == Kind.CERTIFICATE:
        found += [f"issuer.{field}" for field in ("name", "head", "handler", "contact") if not issuer.get(field)]
    return found


def _days(day: str) -> int:
    found = (date.fromisoformat(day) - _DAY_ZERO).days
    if not 0 <= found < 2**16:
        raise ValueError("day")
    return found


def _day(days: int) -> str:
    return (_DAY_ZERO + timedelta(days=days)).isoformat()
