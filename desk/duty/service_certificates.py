"""Verbs of certificates: applied for, accepted, issued, posted for seven days, withdrawn. Free, numbered, signed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from desk.codes.reads import SIGN_KEY
from desk.codes.service_keys import publish_own_key
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty import reads_certificates, reads_team
from desk.duty.reads_certificates import CertificateView
from desk.duty.reads_team import Member
from desk.duty.rules import NAME_MAX, TEXT_MAX, day_checked
from desk.duty.rules_certificate import Act, Claims, Kind, check_step, lacks, number_of, seal_of, sign
from desk.duty.service_who import check_not_own, member_of, reason_of
from desk.duty.tables import CertificateAct, DutyMember, ServiceCertificate
from desk.store.identity import here
from desk.store.unit import Unit

CLOCK, CERTIFY = "duty.clock", "duty.certify"
ISSUER = ("name", "head", "handler", "contact")
HOLDER = ("id_kind", "id_no", "volunteer_no")


def apply(
    u: Unit, member_id: str, from_day: str, until_day: str, kind: str = Kind.CERTIFICATE, purpose: str = ""
) -> str:
    """Somebody asks for a statement or certificate of their hours; returns its id. Right duty.clock.

    Refused: clock.unknown, duty.day_wrong, certificate.days_wrong, certificate.days_ahead(day), certificate.no_hours.
    """
    u.actor.require(CLOCK)
    who = member_of(u, member_id)
    _minutes(u, member_id, from_day, until_day)
    eid = u.new_id()
    asked = {
        "member_id": who.id, "kind": Kind(kind).value, "from_day": from_day, "until_day": until_day,
        "purpose": clean_line(purpose, TEXT_MAX),
    }  # fmt: skip
    _say(u, eid, Act.APPLIED, asked=asked)
    return eid


def accept(u: Unit, certificate_id: str) -> None:
    """It will be worked on. Right duty.certify. Refused: certificate.step, store.gone."""
    _step(u, certificate_id, Act.ACCEPTED)


def refuse(u: Unit, certificate_id: str, reason: str) -> None:
    """It will not be issued, and why. Right duty.certify. Refused: certificate.step, hours.reason_empty."""
    _step(u, certificate_id, Act.REFUSED, reason, needs_reason=True)


def issue(
    u: Unit, certificate_id: str, issuer: Mapping[str, str], holder: Mapping[str, str] | None = None
) -> CertificateView:
    """Number it, sign its code, write it down with the hours that count now. Right duty.certify.

    issuer: head, handler, contact (name: the site's when left out); holder: id_kind, id_no, volunteer_no when they are
    not in the team's list yet; they are kept there. Refused: certificate.step, certificate.own, certificate.no_hours,
    certificate.days_ahead(day), certificate.lacks(fields), store.gone.
    """
    u.actor.require(CERTIFY)
    asked = _known(u, certificate_id)
    check_step(asked.state, Act.ISSUED)
    who = member_of(u, asked.member_id)
    check_not_own(u, who.id, "certificate.own")
    who = _with_papers(u, who, holder or {})
    blocks = _holder(who), _issuer(u, issuer)
    missing = lacks(*blocks, asked.kind)
    if missing:
        raise Refused("certificate.lacks", fields=",".join(missing))
    minutes, records = _minutes(u, who.id, asked.from_day, asked.until_day)
    number = _number(u)
    issued_day = reads_team.site_time(u).day(u.now).isoformat()
    key_id = publish_own_key(u)
    claims = Claims(
        key_id, certificate_id, issued_day, asked.from_day, asked.until_day, minutes, Kind(asked.kind), number,
        seal_of(certificate_id, who.name, who.id_no),
    )  # fmt: skip
    u.add(
        ServiceCertificate, id=certificate_id, kind=asked.kind, number=number, member_id=who.id,
        from_day=asked.from_day, until_day=asked.until_day, minutes=minutes, records=records, holder=blocks[0],
        issuer=blocks[1], purpose=asked.purpose, code=sign(u.secret(SIGN_KEY), claims), at=u.now,
        operator_id=u.actor.operator_id or None,
    )  # fmt: skip
    _say(u, certificate_id, Act.ISSUED)
    return _known(u, certificate_id)


def statement(
    u: Unit, member_id: str, from_day: str, until_day: str, issuer: Mapping[str, str] | None = None
) -> CertificateView:
    """A statement of hours at once: applied for, accepted and issued in one. Right duty.certify. Refused: as apply, issue."""
    eid = apply(u, member_id, from_day, until_day, Kind.STATEMENT)
    accept(u, eid)
    return issue(u, eid, issuer or {})


def post(u: Unit, certificate_id: str) -> None:
    """It hangs inside the unit from today, for seven days. Right duty.certify. Refused: certificate.step."""
    _step(u, certificate_id, Act.POSTED)


def withdraw(u: Unit, certificate_id: str, reason: str) -> None:
    """It does not hold any more; whoever checks its code is told. Right duty.certify. Refused: certificate.step, hours.reason_empty."""
    _step(u, certificate_id, Act.WITHDRAWN, reason, needs_reason=True)


def _step(u: Unit, certificate_id: str, act: Act, reason: str = "", needs_reason: bool = False) -> None:
    u.actor.require(CERTIFY)
    one = _known(u, certificate_id)
    check_step(one.state, act)
    _say(u, certificate_id, act, reason_of(reason) if needs_reason else "")


def _say(u: Unit, certificate_id: str, act: Act, reason: str = "", asked: Mapping[str, str] | None = None) -> None:
    u.add(
        CertificateAct, certificate_id=certificate_id, kind=act.value, at=u.now, asked=dict(asked or {}), reason=reason,
        operator_id=u.actor.operator_id or None,
    )  # fmt: skip
    u.audit(f"certificate.{act.value}", "service_certificate", certificate_id)
    u.changed("hours")


def _known(u: Unit, certificate_id: str) -> CertificateView:
    found = reads_certificates.certificate(u, certificate_id)
    if found is None:
        raise Refused("store.gone", kind="service_certificate")
    return found


def _minutes(u: Unit, member_id: str, from_day: str, until_day: str) -> tuple[int, list[str]]:
    if day_checked(until_day) < day_checked(from_day):
        raise Refused("certificate.days_wrong")
    if until_day > reads_team.site_time(u).day(u.now).isoformat():  # more hours may come before it ends
        raise Refused("certificate.days_ahead", day=until_day)
    found = reads_certificates.counting(u, member_id, from_day, until_day)
    minutes = sum(one.minutes for one in found)
    if not minutes:
        raise Refused("certificate.no_hours")
    return minutes, [one.id for one in found]


def _with_papers(u: Unit, who: Member, holder: Mapping[str, str]) -> Member:
    """What was typed in for the paper is kept with the member: the next one asks for nothing."""
    fresh = {name: clean_line(holder.get(name, ""), NAME_MAX) for name in HOLDER}
    fresh = {name: value for name, value in fresh.items() if value and value != getattr(who, name)}
    if fresh:
        values: dict[str, Any] = dict(fresh)
        u.set(DutyMember, who.id, **values)
        u.changed("duty")
    return member_of(u, who.id)


def _holder(who: Member) -> dict[str, str]:
    return {"name": who.name, "id_kind": who.id_kind, "id_no": who.id_no, "volunteer_no": who.volunteer_no}


def _issuer(u: Unit, issuer: Mapping[str, str]) -> dict[str, str]:
    before = reads_certificates.last_issuer(u)
    place = here(u)
    found = {name: clean_line(issuer.get(name, ""), TEXT_MAX) or before.get(name, "") for name in ISSUER}
    found["name"] = found["name"] or place.site_name
    found["contact"] = found["contact"] or place.gate_phone
    return found


def _number(u: Unit) -> str:
    """Drawn at random, so that two desks without a line give two numbers."""
    year = reads_team.site_time(u).day(u.now).year
    while reads_certificates.taken(u, number := number_of(year, secrets.randbelow(10**8))):
        pass
    return number
