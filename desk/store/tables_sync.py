"""What agreeing with a hub needs to remember: the link, positions, the log of what was pulled, and what waits for a person."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Index, Integer, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from desk.store.schema import Base, Fact, Id, Record, district, local
from desk.wire.sharing import Merge


class SyncLink(Base):
    """One row once a desk is enrolled. state: `linked`, `revoked`. pushed_seq: how far the hub holds this incarnation.

    All times UTC ms; last_agreed_at: nothing waited and the newest page was in. fail_code: why the last round did not
    end well, with how often in a row. max_op: the newest operation version the hub takes.
    """

    __tablename__ = "sync_link"
    __merge__ = Merge.LOCAL
    one: Mapped[int] = local(Integer, primary_key=True, default=1)
    state: Mapped[str] = local(Text, default="linked")
    district_id: Mapped[str | None] = local(Id)
    certificate: Mapped[str] = local(Text, default="")
    hub_key: Mapped[bytes] = local(LargeBinary(32))
    last_order: Mapped[str] = local(Text, default="")
    pushed_seq: Mapped[int] = local(default=0)
    last_try_at: Mapped[int | None] = local()
    last_push_at: Mapped[int | None] = local()
    last_pull_at: Mapped[int | None] = local()
    last_agreed_at: Mapped[int | None] = local()
    fail_code: Mapped[str] = local(Text, default="")
    fail_count: Mapped[int] = local(default=0)
    forked_at: Mapped[int | None] = local()
    went_back_at: Mapped[int | None] = local()
    max_op: Mapped[int] = local(default=1)


class SyncCursor(Base):
    """How far each scope's log has been applied here. snap_token: where a snapshot goes on that is being taken in;
    snap_seq, snap_chain: where the log ended when its newest page was made, 0 once the log has been taken in so far.

    gap: the hub went back to before what this desk's copy of the log holds: things must be compared (store.restating).
    """

    __tablename__ = "sync_cursor"
    __merge__ = Merge.LOCAL
    scope: Mapped[str] = local(Text, primary_key=True)
    seq: Mapped[int] = local(default=0)
    chain: Mapped[bytes] = local(LargeBinary(16))
    snap_token: Mapped[str] = local(Text, default="")
    snap_seq: Mapped[int] = local(default=0)
    snap_chain: Mapped[bytes] = local(LargeBinary(16), default=b"")
    gap: Mapped[bool] = local(default=False)


class SyncLog(Base):
    """The pulled log: given back to a hub that was restored from an old backup. body NULL: this desk's own line (it
    stands in the outbox), or erased."""

    __tablename__ = "sync_log"
    __merge__ = Merge.LOCAL
    __table_args__ = (Index("ix_sync_log_op", "op_id"), Index("ix_sync_log_eid", "eid"))
    scope: Mapped[str] = local(Text, primary_key=True)
    seq: Mapped[int] = local(Integer, primary_key=True)
    op_id: Mapped[str] = local(Id)
    eid: Mapped[str | None] = local(Id)
    clock: Mapped[str] = local(Text)
    device: Mapped[str] = local(Text)
    chain: Mapped[bytes] = local(LargeBinary(16))
    body: Mapped[bytes | None] = local(LargeBinary)
    at: Mapped[int] = local()


class SyncOffer(Base):
    """Lines to give back to the hub until they are seen in a pull again."""

    __tablename__ = "sync_offer"
    __merge__ = Merge.LOCAL
    __table_args__ = (Index("ix_sync_offer_eid", "eid"),)
    num: Mapped[int] = local(Integer, primary_key=True)
    op_id: Mapped[str] = local(Id, unique=True)
    eid: Mapped[str | None] = local(Id)
    clock: Mapped[str] = local(Text)
    body: Mapped[bytes | None] = local(LargeBinary)


class SyncClamp(Base):
    """Stamps of this site's writes to which the hub gave another clock value: as written -> as it counts."""

    __tablename__ = "sync_clamp"
    __merge__ = Merge.LOCAL
    written: Mapped[str] = local(Text, primary_key=True)
    counts: Mapped[str] = local(Text)


class SyncConflict(Base):
    """Two people changed one field, or took one scarce thing. state: `open`, `settled`. Values stay on this machine."""

    __tablename__ = "sync_conflict"
    __merge__ = Merge.LOCAL
    __table_args__ = (UniqueConstraint("kind", "eid", "field", "loser"), Index("ix_sync_conflict_state", "state"))
    num: Mapped[int] = local(Integer, primary_key=True)
    kind: Mapped[str] = local(Text)
    eid: Mapped[str] = local(Id)
    field: Mapped[str] = local(Text)
    winner: Mapped[str] = local(Text)
    loser: Mapped[str] = local(Text)
    standing: Mapped[Any] = local(JSON)
    lost: Mapped[Any] = local(JSON)
    winner_by: Mapped[str] = local(Text, default="")
    loser_by: Mapped[str] = local(Text, default="")
    found_at: Mapped[int] = local()
    state: Mapped[str] = local(Text, default="open")


class SyncAside(Base):
    """Lines this program cannot apply yet: kept as they came, tried again after an upgrade. code: `sync.*`, `wire.*`."""

    __tablename__ = "sync_aside"
    __merge__ = Merge.LOCAL
    __table_args__ = (Index("ix_sync_aside_eid", "eid"),)
    num: Mapped[int] = local(Integer, primary_key=True)
    op_id: Mapped[str] = local(Id, unique=True)
    eid: Mapped[str | None] = local(Id)
    scope: Mapped[str] = local(Text)
    clock: Mapped[str] = local(Text)
    body: Mapped[bytes | None] = local(LargeBinary)
    code: Mapped[str] = local(Text)
    at: Mapped[int] = local()


class SyncRefusal(Base):
    """Lines of this desk that the hub keeps as evidence but does not apply: parked, visible, never in the way."""

    __tablename__ = "sync_refusal"
    __merge__ = Merge.LOCAL
    op_id: Mapped[str] = local(Id, primary_key=True)
    kind: Mapped[str] = local(Text, default="")
    code: Mapped[str] = local(Text)
    at: Mapped[int] = local()
    seen_at: Mapped[int | None] = local()


class SyncBlob(Base):
    """A file named by its SHA-256. kind: of the hub's size limits; way: `up`, `down`; done: bytes already there. The file
    lies in the home's `blobs`."""

    __tablename__ = "sync_blob"
    __merge__ = Merge.LOCAL
    digest: Mapped[str] = local(Text, primary_key=True)
    kind: Mapped[str] = local(Text, default="")
    size: Mapped[int] = local()
    way: Mapped[str] = local(Text)
    done: Mapped[int] = local(default=0)
    state: Mapped[str] = local(Text, default="waiting")
    fail_code: Mapped[str] = local(Text, default="")


class DistrictNotice(Record, Base):
    """Words of the sub-district to chosen gates, written at the hub. level: `notice`, `emergency`; sites: ids, [] = all."""

    __tablename__ = "district_notice"
    __by_hub__ = True
    level: Mapped[str] = district(Text)
    text: Mapped[str] = district(Text)
    sites: Mapped[list[Any]] = district(JSON, default=list)
    from_at: Mapped[int] = district(default=0)
    until_at: Mapped[int | None] = district()


class NoticeDelivered(Fact, Base):
    """A gate has shown a notice of the district."""

    __tablename__ = "notice_delivered"
    notice_id: Mapped[str] = district(Id, index=True)
    gate_id: Mapped[str] = district(Id)
    at: Mapped[int] = district()
