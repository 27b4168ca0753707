"""Certificates as they stand, what they list, and whether a printed code is one of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import RowMapping, select

from desk.codes.reads import verify_keys
from desk.core.clock import SiteTime
from desk.duty import reads_hours, reads_team
from desk.duty.reads_hours import RecordView
from desk.duty.rules import day_after, day_checked, day_start
from desk.duty.rules_certificate import POSTED_MS, Act, Claims, Proof, State, prove, read, seal_of, state_of
from desk.duty.tables import CertificateAct, ServiceCertificate
from desk.store.unit import Reading

_C, _A = ServiceCertificate.__table__.c, CertificateAct.__table__.c


@dataclass(frozen=True)
class CertificateView:
    """A certificate, or the application for one (number and code are empty until it is issued). Moments in UTC ms.

    holder, issuer: their two blocks, for the paper alone; done_at: when it has been posted long enough.
    """

    id: str
    kind: str
    member_id: str
    from_day: str
    until_day: str
    purpose: str
    state: State
    at: int
    number: str = ""
    minutes: int = 0
    code: str = ""
    issued_at: int = 0
    posted_at: int = 0
    reason: str = ""
    holder: Mapping[str, str] = field(default_factory=dict)
    issuer: Mapping[str, str] = field(default_factory=dict)
    records: tuple[str, ...] = ()

    @property
    def done_at(self) -> int:
        return self.posted_at + POSTED_MS if self.posted_at else 0


@dataclass(frozen=True)
class Checked:
    """What a printed code turned out to be. holder: None when nobody was named, else whether the seal fits the name."""

    proof: Proof
    claims: Claims | None = None
    certificate: CertificateView | None = None
    holder: bool | None = None


def certificates(r: Reading, member_id: str = "") -> list[CertificateView]:
    """Every certificate and application, the newest first; of one member or of everybody."""
    acts: dict[str, list[RowMapping]] = {}
    for act in r.conn.execute(select(CertificateAct.__table__).order_by(_A.id)).mappings():
        acts.setdefault(act["certificate_id"], []).append(act)
    rows = {row["id"]: row for row in r.conn.execute(select(ServiceCertificate.__table__)).mappings()}
    found = [_view(eid, said, rows.get(eid), r.now) for eid, said in acts.items()]
    whole = [one for one in found if one.member_id and member_id in ("", one.member_id)]
    return sorted(whole, key=lambda one: (one.at, one.id), reverse=True)


def certificate(r: Reading, certificate_id: str) -> CertificateView | None:
    said = list(r.conn.execute(select(CertificateAct.__table__).where(_A.certificate_id == certificate_id)).mappings())
    row = r.conn.execute(select(ServiceCertificate.__table__).where(_C.id == certificate_id)).mappings().first()
    return _view(certificate_id, said, row, r.now) if said else None


def listed(r: Reading, one: CertificateView) -> list[RecordView]:
    """The records an issued certificate counts, as they were then; of an application those that would count now."""
    if not one.records:
        return counting(r, one.member_id, one.from_day, one.until_day)
    return reads_hours.by_ids(r, list(dict.fromkeys(one.records)))


def counting(r: Reading, member_id: str, from_day: str, until_day: str) -> list[RecordView]:
    """A member's records from one day of the site to another that count."""
    since, until = bounds(reads_team.site_time(r), from_day, until_day)
    return [one for one in reads_hours.records(r, member_id, since, until) if one.counts]


def bounds(time: SiteTime, from_day: str, until_day: str) -> tuple[int, int]:
    """UTC ms of the first moment of the first day and of the day after the last. Refused("duty.day_wrong")."""
    return day_start(time, day_checked(from_day)), day_start(time, day_after(day_checked(until_day)))


def last_issuer(r: Reading) -> dict[str, str]:
    """What the issuer's block said the last time, to be used again."""
    row = r.conn.execute(select(_C.issuer).order_by(_C.at.desc(), _C.id.desc()).limit(1)).scalar()
    return dict(row or {})


def taken(r: Reading, number: str) -> bool:
    return r.conn.execute(select(_C.num).where(_C.number == number)).first() is not None


def check(r: Reading, text: str, name: str = "", id_no: str = "") -> Checked:
    """Is this printed code ours, and does the certificate still hold? name, id_no: of the holder, as on the paper."""
    found = read(text.strip("\r\n\t"))
    if found is None:
        return Checked(Proof.NO_CODE)
    claims, raw = found
    proof = prove(claims, raw, verify_keys(r, claims.key_id))
    if proof is not Proof.GOOD:
        return Checked(proof, claims)
    one = certificate(r, claims.certificate_id)
    holder = seal_of(claims.certificate_id, name, id_no) == claims.seal if name else None
    if one is None or not one.number:
        return Checked(Proof.UNKNOWN, claims, holder=holder)
    proof = Proof.WITHDRAWN if one.state is State.WITHDRAWN else Proof.GOOD
    return Checked(proof, claims, replace(one, holder={}, issuer={}), holder)


def _view(eid: str, acts: Sequence[RowMapping], row: RowMapping | None, now: int) -> CertificateView:
    said: dict[str, RowMapping] = {}
    for act in sorted(acts, key=lambda act: (act["at"], act["id"]), reverse=True):
        said[act["kind"]] = act
    asked: dict[str, Any] = dict(said[Act.APPLIED]["asked"]) if Act.APPLIED in said else {}
    ended = said.get(Act.WITHDRAWN) or said.get(Act.REFUSED)
    state = state_of([(act["at"], act["id"], act["kind"]) for act in acts], now)
    first = min(act["at"] for act in acts)
    if row is None:
        return CertificateView(
            eid, str(asked.get("kind", "")), str(asked.get("member_id", "")), str(asked.get("from_day", "")),
            str(asked.get("until_day", "")), str(asked.get("purpose", "")), state, first,
            reason=ended["reason"] if ended else "",
        )  # fmt: skip
    posted = said.get(Act.POSTED)
    return CertificateView(
        eid, row["kind"], row["member_id"], row["from_day"], row["until_day"], row["purpose"], state, first,
        row["number"], row["minutes"], row["code"], row["at"], posted["at"] if posted else 0,
        ended["reason"] if ended else "", dict(row["holder"]), dict(row["issuer"]), tuple(row["records"]),
    )  # fmt: skip
