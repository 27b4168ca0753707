"""Rows of hours: clock events, service records and what was said of them, certificates. Facts: a correction is a new one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped

from desk.duty.rules import ClockKind
from desk.store.schema import Base, Fact, Id, district, sealed, site


class ClockEvent(Fact, Base):
    """Somebody came (`in`) or went (`out`). method: code, pin, desk, face. by_self: nobody else did it for them.

    at: the moment; said_at: what they say it was, when they clock late. corrects: an event that was wrong.
    """

    __tablename__ = "clock_event"
    __table_args__ = (Index("ix_clock_event_member", "member_id", "at"),)
    kind: Mapped[str] = district(Text, info={"words": ClockKind})
    at: Mapped[int] = district()
    said_at: Mapped[int | None] = site()
    member_id: Mapped[str] = site(Id)
    shift_id: Mapped[str | None] = district(Id)
    method: Mapped[str] = site(Text)
    by_self: Mapped[bool] = site(default=True)
    corrects: Mapped[str | None] = site(Id)
    gate_id: Mapped[str] = district(Id)
    device_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)
    clock_quality: Mapped[str] = site(Text, default="trusted")


class ServiceRecord(Fact, Base):
    """Hours of service in whole minutes. Never edited: supersedes names the record this one stands for instead.

    close_source: clock, log (a helper without a shift), auto (nobody clocked off), correction. flags: rules_hours.Flag.
    content, place, organiser, beneficiary: what a statement must say (Order 67).
    """

    __tablename__ = "service_record"
    __table_args__ = (Index("ix_service_record_member", "member_id", "start_at"),)
    member_id: Mapped[str] = site(Id)
    shift_id: Mapped[str | None] = site(Id)
    start_at: Mapped[int] = district()
    end_at: Mapped[int] = district()
    minutes: Mapped[int] = district()
    capacity: Mapped[str] = district(Text)
    content: Mapped[str] = site(Text)
    place: Mapped[str] = site(Text, default="")
    organiser: Mapped[str] = site(Text, default="")
    beneficiary: Mapped[str] = sealed(Text, default="")
    close_source: Mapped[str] = site(Text)
    supersedes: Mapped[str | None] = site(Id)
    reason: Mapped[str] = sealed(Text, default="")
    flags: Mapped[list[Any]] = site(default=list)
    clock_ids: Mapped[list[Any]] = site(default=list)
    at: Mapped[int] = site()
    gate_id: Mapped[str] = district(Id)
    operator_id: Mapped[str | None] = site(Id)
    clock_quality: Mapped[str] = site(Text, default="trusted")


class ServiceAct(Fact, Base):
    """What was said of a service record: verified, refused, asked (its owner says it is wrong)."""

    __tablename__ = "service_act"
    __table_args__ = (Index("ix_service_act_record", "record_id"),)
    record_id: Mapped[str] = site(Id)
    kind: Mapped[str] = site(Text)
    at: Mapped[int] = site()
    reason: Mapped[str] = sealed(Text, default="")
    operator_id: Mapped[str | None] = site(Id)


class ServiceCertificate(Fact, Base):
    """A statement or certificate that was issued. number: unique within the site. holder and issuer: its two blocks.

    records: the service records it counts; minutes: their sum; code: what the printed code says, signed.
    """

    __tablename__ = "service_certificate"
    __table_args__ = (Index("ix_service_certificate_member", "member_id"),)
    kind: Mapped[str] = site(Text)
    number: Mapped[str] = site(Text)
    member_id: Mapped[str] = site(Id)
    from_day: Mapped[str] = site(Text)
    until_day: Mapped[str] = site(Text)
    minutes: Mapped[int] = site()
    records: Mapped[list[Any]] = site()
    holder: Mapped[dict[str, Any]] = sealed()
    issuer: Mapped[dict[str, Any]] = sealed()
    purpose: Mapped[str] = sealed(Text, default="")
    code: Mapped[str] = sealed(Text)
    at: Mapped[int] = site()
    operator_id: Mapped[str | None] = site(Id)


class CertificateAct(Fact, Base):
    """What became of a certificate: applied, accepted, refused, issued, posted (inside the unit, at least 7 days), withdrawn.

    asked: what an `applied` wants: member, kind, from and until day, purpose; the certificate itself comes with `issued`.
    """

    __tablename__ = "certificate_act"
    __table_args__ = (Index("ix_certificate_act_certificate", "certificate_id"),)
    certificate_id: Mapped[str] = site(Id)
    kind: Mapped[str] = site(Text)
    at: Mapped[int] = site()
    asked: Mapped[dict[str, Any]] = sealed(default=dict)
    reason: Mapped[str] = sealed(Text, default="")
    operator_id: Mapped[str | None] = site(Id)
