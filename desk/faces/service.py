"""Consent to be recognised and its end. Both are acts of people's consents, which every desk of the site gets."""

from __future__ import annotations

from hashlib import blake2b
from hmac import compare_digest

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desk.core.errors import Refused
from desk.faces import rights
from desk.faces.reads import PURPOSE, acts, standing
from desk.faces.rules_kept import clean_code, code_of
from desk.faces.views import Found
from desk.people import service as people
from desk.store.unit import Reading, Unit


def agree(u: Unit, person_id: str, notice_version: str, guardian: bool = False) -> str:
    """A separate consent, under the notice that was shown; returns its id, which is the enrolment's. Right faces.enrol."""
    return people.give_consent(u, person_id, PURPOSE, notice_version, guardian)


def withdraw(u: Unit, person_id: str, notice_version: str, guardian: bool = False) -> None:
    """Taken back, here and, by sync, everywhere. Right faces.withdraw. The caller erases from the vault when this unit is committed; a stop in
    between is made good by `vault.opened`. Raises Refused faces.not_enrolled."""
    u.actor.require(rights.WITHDRAW)
    if person_id not in standing(u).values():
        raise Refused("faces.not_enrolled")
    people.withdraw_consent(u, person_id, PURPOSE, notice_version, guardian)


def withdrawal_code(r: Reading, consent_id: str) -> str:
    """What the receipt bears. Each desk of the site works it out from the consent: it is written down nowhere."""
    return _code(_key(r), consent_id)


def by_code(r: Reading, typed: str) -> Found:
    """Whose receipt bears this code, also after it was withdrawn. Raises Refused faces.code_shape, faces.code_unknown."""
    code, key, stands = clean_code(typed), _key(r), standing(r)
    for one in acts(r):
        if one.given and compare_digest(_code(key, one.id), code):
            return Found(one.person_id, one.id, one.id in stands, one.at)
    raise Refused("faces.code_unknown")


def _key(r: Reading) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"gatehouse faces withdrawal 1").derive(r.secret("site-seal"))


def _code(key: bytes, consent_id: str) -> str:
    return code_of(blake2b(consent_id.encode(), key=key, digest_size=16).digest())
