"""Rows of the codes room. What makes a code work (key, digits) is sealed: desks of the site read it, the hub cannot."""

from __future__ import annotations

from sqlalchemy import Index, LargeBinary, Text
from sqlalchemy.orm import Mapped

from desk.store.schema import Base, Fact, Id, Record, local, sealed, site


class Code(Record, Base):
    """An issued code. subject_id is opaque: the code carries none of it. key: 11 characters, or a pass id in hex.

    No unique constraint: two desks may draw the same number before they meet (SYNC 2.5); readers show both.
    """

    __tablename__ = "code"
    __table_args__ = (
        Index("ix_code_key", "key", "kind"),
        Index("ix_code_serial", "serial"),
        Index("ix_code_digits", "digits"),
        Index("ix_code_subject", "subject_id", "kind"),
        Index("ix_code_revoked_at", "revoked_at"),
        Index("ix_code_kind_expires", "kind", "expires_at"),
    )
    kind: Mapped[str] = site(Text)
    version: Mapped[int] = site(default=1)
    key_id: Mapped[str] = site(Text)
    key: Mapped[str] = sealed(Text)
    serial: Mapped[str] = site(Text)
    digits: Mapped[str] = sealed(Text, default="")
    subject_kind: Mapped[str] = site(Text, default="")
    subject_id: Mapped[str | None] = site(Id)
    visitor_ref: Mapped[str | None] = site(Id)
    issued_at: Mapped[int] = site()
    issued_by: Mapped[str | None] = site(Id)
    gate_id: Mapped[str] = site(Id)
    not_before: Mapped[int | None] = site()
    expires_at: Mapped[int | None] = site()
    daily_from: Mapped[int | None] = site()
    daily_to: Mapped[int | None] = site()
    weekdays: Mapped[int] = site(default=0)
    uses: Mapped[int] = site(default=0)
    status: Mapped[str] = site(Text, default="live")
    revoked_at: Mapped[int | None] = site()
    revoked_by: Mapped[str | None] = site(Id)
    revoked_reason: Mapped[str] = site(Text, default="")
    replaced_by: Mapped[str | None] = site(Id)


class VerifyKey(Record, Base):
    """A public key passes of this site may be signed with. key_id: first four bytes of its SHA-256, hex."""

    __tablename__ = "code_verify_key"
    key_id: Mapped[str] = site(Text, index=True)
    public_key: Mapped[bytes] = site(LargeBinary(32))
    since: Mapped[int] = site()


class PassUse(Fact, Base):
    """An entry on a pass. Two gates may both let it in: both stay, the later one counts as flagged.

    nonce: what the caller calls this entry, so that a second click is no second entry; flag: the answer it went against.
    """

    __tablename__ = "pass_use"
    __table_args__ = (Index("ix_pass_use_key", "key", "at"), Index("ix_pass_use_nonce", "nonce"))
    key: Mapped[str] = site(Text)
    code_id: Mapped[str | None] = site(Id)
    at: Mapped[int] = site()
    clock_quality: Mapped[str] = site(Text)
    gate_id: Mapped[str] = site(Id)
    device_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)
    visit_id: Mapped[str | None] = site(Id)
    nonce: Mapped[str] = site(Text)
    flag: Mapped[str] = site(Text, default="")


class Scan(Fact, Base):
    """A scan and what came of it, failed ones included. Of a foreign code only its kind and a keyed hash are kept."""

    __tablename__ = "code_scan"
    __table_args__ = (
        Index("ix_code_scan_at", "at"),
        Index("ix_code_scan_scan_id", "scan_id"),
        Index("ix_code_scan_purpose", "purpose", "at"),
    )
    scan_id: Mapped[str] = site(Id)
    at: Mapped[int] = site()
    gate_id: Mapped[str] = site(Id)
    device_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)
    source: Mapped[str] = site(Text)
    purpose: Mapped[str] = site(Text, default="")
    kind: Mapped[str] = site(Text, default="")
    code_id: Mapped[str | None] = site(Id)
    serial: Mapped[str] = site(Text, default="")
    answer: Mapped[str] = site(Text)
    why: Mapped[str] = site(Text, default="")
    foreign_kind: Mapped[str] = site(Text, default="")
    text_hash: Mapped[str] = local(Text, default="")
    frame_quality: Mapped[int] = site(default=0)
    ms: Mapped[int] = site(default=0)
