"""The store's own tables: who this desk is, the outbox, the audit trail, site settings and secrets."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Index, Integer, LargeBinary, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from desk.store import tables_sync as tables_sync  # its tables belong to every store
from desk.store.schema import Base, Fact, Id, Record, district, local, site
from desk.wire.sharing import Merge


class SyncSelf(Base):
    """One row: the identity and clock of this desk (SYNC 2.2). `last_seq` and `last_hash` end the outbox chain."""

    __tablename__ = "sync_self"
    __merge__ = Merge.LOCAL
    one: Mapped[int] = local(Integer, primary_key=True, default=1)
    site_id: Mapped[str] = local(Id)
    gate_id: Mapped[str] = local(Id)
    device_id: Mapped[str] = local(Id)
    incarnation: Mapped[str] = local(Id)
    hlc_last: Mapped[str] = local(Text)
    last_seq: Mapped[int] = local(default=0)
    last_hash: Mapped[bytes] = local(LargeBinary(16))
    audit_hash: Mapped[bytes] = local(LargeBinary(16))
    newest_ms: Mapped[int] = local(default=0)
    key_id: Mapped[str | None] = local(Text)
    hub_url: Mapped[str | None] = local(Text)
    hub_spki_sha256: Mapped[str | None] = local(Text)
    proto: Mapped[int] = local(default=1)
    instance_token: Mapped[str | None] = local(Text)
    throwaway: Mapped[bool] = local(default=False)
    hub_offset_ms: Mapped[int | None] = local()  # hub time minus this desk's wall time, as last heard


class Outbox(Base):
    """Every synced change of this desk, in order, chained per incarnation (one life of the desk between restores).

    state: pending -> acked -> confirmed. body NULL: erased by retention, the hash stays.
    """

    __tablename__ = "outbox"
    __merge__ = Merge.LOCAL
    __table_args__ = (
        UniqueConstraint("incarnation", "seq"),
        Index("ix_outbox_eid", "eid"),
        Index("ix_outbox_waits", "num", sqlite_where=text("state IN ('pending', 'acked')")),
    )
    num: Mapped[int] = local(Integer, primary_key=True)
    incarnation: Mapped[str] = local(Id)
    seq: Mapped[int] = local(Integer)
    op_id: Mapped[str] = local(Id, unique=True)
    kind: Mapped[str] = local(Text)
    eid: Mapped[str] = local(Id)
    hlc: Mapped[str] = local(Text)
    body: Mapped[bytes | None] = local(LargeBinary)
    hash: Mapped[bytes] = local(LargeBinary(16))
    state: Mapped[str] = local(Text, default="pending")


class AuditLine(Fact, Base):
    """Who did what from which desk. `detail` holds no personal data, so the trail is never erased and always verifies."""

    __tablename__ = "audit_line"
    __table_args__ = (Index("ix_audit_line_at", "at"),)
    at: Mapped[int] = site()
    clock_quality: Mapped[str] = site(Text)
    operator_id: Mapped[str | None] = site(Id)
    role: Mapped[str] = site(Text)
    device_id: Mapped[str] = site(Id)
    action: Mapped[str] = site(Text)
    subject_kind: Mapped[str] = site(Text, default="")
    subject_id: Mapped[str | None] = site(Id)
    detail: Mapped[dict[str, Any]] = site()
    prev_hash: Mapped[bytes] = local(LargeBinary(16))
    hash: Mapped[bytes] = local(LargeBinary(16))


class Site(Record, Base):
    """The estate: name, zone, what its labels say."""

    __tablename__ = "site"
    name: Mapped[str] = district(Text)
    zone: Mapped[str] = site(Text, default="Asia/Shanghai")
    address: Mapped[str] = site(Text, default="")
    url_prefix: Mapped[str] = site(Text, default="")


class Gate(Record, Base):
    """A gatehouse of the site: its name and the phone printed on labels."""

    __tablename__ = "gate"
    name: Mapped[str] = district(Text)
    phone: Mapped[str] = site(Text, default="")


class Setting(Record, Base):
    """A setting of the site, edited at any desk by a manager. One row a key."""

    __tablename__ = "setting"
    key: Mapped[str] = site(Text, index=True)
    value: Mapped[Any] = site(JSON)


class Secret(Base):
    """Keys of the site and of this desk, by name. Encrypted with the store; never in the wire schema."""

    __tablename__ = "secret"
    __merge__ = Merge.LOCAL
    name: Mapped[str] = local(Text, primary_key=True)
    value: Mapped[bytes] = local(LargeBinary)
