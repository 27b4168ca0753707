"""The unit of work: a user's action as one transaction of rows, search document, audit line and outbox lines."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import blake2b
from typing import Any, cast

import msgspec
from sqlalchemy import Connection, Insert, Update, bindparam, insert, select, update
from sqlalchemy import Table as SqlTable

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, ClockQuality
from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.store import search
from desk.store.schema import Base
from desk.store.tables import AuditLine, Outbox, Secret, Setting, SyncSelf
from desk.store.wire_rows import merge_of, wire_fields
from desk.wire import chain
from desk.wire.hlc import Hlc
from desk.wire.ops import Op
from desk.wire.seal import Sealer
from desk.wire.sharing import Merge
from desk.wire.stamp import stamp

Table = type[Base]
STARTED = 1_704_067_200_000  # 2024-01-01: a wall clock before this was never set
CHUNK = 500  # ids in one statement
DELETED, REVIVED = "_del", "_undel"  # keys of a row's versions beside its fields: the stamps of both acts
REDACTION = "redaction"  # the kind of operations that erase
BACK_MS = 2_000  # smaller steps back are ordinary time correction


def in_doubt(wall_ms: int, newest_ms: int) -> bool:
    """Is this wall time one to be doubted, when something was written at `newest_ms` before?"""
    return wall_ms < newest_ms - BACK_MS or wall_ms < STARTED


class Reading:
    """A read-only view of the store at one moment. `now`: UTC milliseconds, fixed for its life."""

    def __init__(self, conn: Connection, now: int, identity: Mapping[str, Any]) -> None:
        self.conn = conn
        self.now = now
        self.identity = identity

    @property
    def site_id(self) -> str:
        return str(self.identity["site_id"])

    @property
    def gate_id(self) -> str:
        return str(self.identity["gate_id"])

    @property
    def device_id(self) -> str:
        return str(self.identity["device_id"])

    @property
    def newest_ms(self) -> int:
        """The latest wall time a unit has committed at, unless a manager has called it wrong (desk.store.wall)."""
        return int(self.identity["newest_ms"])

    @property
    def is_throwaway(self) -> bool:
        """True for demo and benchmark stores, which alone may be seeded with invented history."""
        return bool(self.identity["throwaway"])

    def secret(self, name: str) -> bytes:
        """A key by name; raises KeyError when the site has none."""
        value = self.conn.execute(select(Secret.value).where(Secret.name == name)).scalar_one_or_none()
        if value is None:
            raise KeyError(name)
        return bytes(value)

    def setting(self, key: str, default: Any = None) -> Any:
        """A site setting, or the default."""
        row = self.conn.execute(_SETTING, {"key": key}).first()
        return default if row is None else row[0]


class Unit(Reading):
    """An open writing transaction. Verbs of services take it and never open or commit one themselves."""

    def __init__(self, conn: Connection, wall_ms: int, identity: Mapping[str, Any], actor: Actor) -> None:
        super().__init__(conn, wall_ms, identity)
        self.actor = actor
        self._newest = self.newest_ms
        doubt = in_doubt(wall_ms, self._newest)
        self.clock_quality = ClockQuality.UNCERTAIN if doubt else ClockQuality.TRUSTED
        self.topics: set[str] = set()
        self._hlc = Hlc.parse(identity["hlc_last"])
        self._offset = int(identity["hub_offset_ms"] or 0)
        self._audit_hash = bytes(identity["audit_hash"])
        self._ops: list[Op] = []
        self._tx = new_id(wall_ms)
        self._seal: Sealer | None = None

    def new_id(self) -> str:
        return new_id(self.now)

    def sealer(self) -> Sealer:
        if self._seal is None:
            self._seal = Sealer(self.secret("site-seal"))
        return self._seal

    # --- rows that travel -------------------------------------------------------------------------------------------

    def add(self, table: Table, **values: Any) -> str:
        """Insert a fact or a record and its `add` operation; returns the id (given, or new)."""
        eid = values.setdefault("id", self.new_id())
        fields = wire_fields(table, values, self.sealer)
        op = self._op(table, "add", eid, fields)
        if merge_of(table) is Merge.RECORD:
            values["versions"] = dict.fromkeys(fields, stamp(op.hlc, op.id))
        self.conn.execute(_insert(table), values)
        return str(eid)

    def add_many(self, table: Table, rows: Sequence[dict[str, Any]]) -> list[str]:
        """Insert many facts or records at once, each with its `add` operation; returns their ids in order.

        All rows name the same fields. For imports: a third of the time of `add` a row.
        """
        record = merge_of(table) is Merge.RECORD
        whole = []
        fresh = iter(sorted(self.new_id() for row in rows if "id" not in row))  # their order is the same at every desk
        for row in rows:
            values = row if "id" in row else {"id": next(fresh), **row}
            fields = wire_fields(table, values, self.sealer)
            op = self._op(table, "add", values["id"], fields)
            whole.append({**values, "versions": dict.fromkeys(fields, stamp(op.hlc, op.id))} if record else values)
        if whole:
            self.conn.execute(_insert(table), whole)
        return [str(values["id"]) for values in whole]

    def set(self, table: Table, eid: str, seen: Mapping[str, str] | None = None, **fields: Any) -> None:
        """Change fields of a record and write its `set` operation; fields that stay the same are left out.

        `seen`: field -> clock value the person had in front of them; without it, what this unit finds.
        Raises Refused("store.gone") when the record is absent or deleted.
        """
        values = self._merged(table, self._record(table, eid), fields, seen)
        if values:
            self._update(table, eid, values)

    def set_many(self, table: Table, changes: Mapping[str, Mapping[str, Any]]) -> None:
        """Change many records at once (id -> fields), as `set` would each. All changes name the same fields.

        Raises Refused("store.gone") when one of the records is absent or deleted.
        """
        ids, rows = list(changes), cast(SqlTable, table.__table__)
        for start in range(0, len(ids), CHUNK):
            chunk = ids[start : start + CHUNK]
            found = self.conn.execute(select(rows).where(rows.c.id.in_(chunk), rows.c.deleted_at.is_(None))).mappings()
            known = {row["id"]: dict(row) for row in found}
            if len(known) < len(chunk):
                raise Refused("store.gone", kind=table.__tablename__)
            whole = [
                {**changes[eid], **values, "which_id": eid}
                for eid in chunk
                if (values := self._merged(table, known[eid], changes[eid]))
            ]
            if whole:
                self.conn.execute(_update_by_id(table), whole)

    def insist(self, table: Table, eid: str, **fields: Any) -> None:
        """As `set`, and written also where nothing changes: a person chose these values, and every desk is to hear of it.

        Raises Refused("store.gone") when the record is absent or deleted.
        """
        self._update(table, eid, self._written(table, self._record(table, eid), fields))

    def drop(self, table: Table, eid: str) -> None:
        """Mark a record deleted (a tombstone) and write its `del` operation. Raises Refused("store.gone")."""
        row = self._record(table, eid)
        self._after(*row["versions"].values())
        op = self._op(table, "del", eid, {})
        self._update(
            table, eid, {"deleted_at": self.now, "versions": {**row["versions"], DELETED: stamp(op.hlc, op.id)}}
        )

    def redact(self, eids: Sequence[str]) -> None:
        """Tell every desk and the hub to erase the bodies of all operations on these entities."""
        for start in range(0, len(eids), CHUNK):
            self._op(None, "redact", self.new_id(), {"eids": list(eids[start : start + CHUNK])})

    def observe(self, clock: str) -> bool:
        """A foreign write was seen: whatever is written from now on comes after it, within a day of our own clock.

        Returns whether it lies within that day: then earlier ones need not be told.
        """
        seen = Hlc.parse(clock)
        near = seen.ms <= self.now + self._offset + DAY_MS
        if near and (seen.ms, seen.counter) > (self._hlc.ms, self._hlc.counter):
            self._hlc = Hlc(seen.ms, seen.counter, self._hlc.device)
        return near

    # --- rows that stay here ----------------------------------------------------------------------------------------

    def project(self, table: Table, **values: Any) -> int:
        """Insert a row of a projection or local table; returns its primary key value."""
        result = self.conn.execute(_insert(table), values)
        return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0

    def reproject(self, table: Table, eid: str, **fields: Any) -> None:
        """Change a row of a projection or local table by id."""
        self._update(table, eid, fields)

    # --- trail, search, topics --------------------------------------------------------------------------------------

    def audit(self, action: str, subject_kind: str = "", subject_id: str = "", **detail: Any) -> None:
        """Append a line to the hash-chained trail: who, when, from which desk, what. No personal data in detail."""
        line = {
            "id": self.new_id(), "at": self.now, "clock_quality": self.clock_quality.value,
            "operator_id": self.actor.operator_id or None, "role": self.actor.role, "device_id": self.device_id,
            "action": action, "subject_kind": subject_kind, "subject_id": subject_id or None, "detail": detail,
        }  # fmt: skip
        digest = audit_hash(self._audit_hash, line)
        self.add(AuditLine, **line, prev_hash=self._audit_hash, hash=digest)
        self._audit_hash = digest

    def index(self, doc: int, tokens: str) -> None:
        """Write or replace a search document (`doc` from desk.store.search.docid)."""
        search.put(self.conn, doc, tokens)

    def unindex(self, *docs: int) -> None:
        search.remove(self.conn, docs)

    def changed(self, *topics: str) -> None:
        """Name what this unit touched; published as Changed after the commit."""
        self.topics.update(topics)

    def put_setting(self, key: str, value: Any) -> None:
        """Write a site setting (the caller has checked the right)."""
        eid = self.conn.execute(_SETTING_ID, {"key": key}).scalar()
        if eid is not None:
            self.set(Setting, eid, value=value)
        else:
            meeting = setting_id(self.site_id, key)
            taken = self.conn.execute(select(Setting.num).where(Setting.id == meeting)).first()
            self.add(Setting, id=self.new_id() if taken else meeting, key=key, value=value)
        self.changed("settings")

    def trust_wall(self) -> None:
        """From this unit's commit on no later time counts than its own; the hybrid clock goes on from where it is."""
        self._newest = self.now

    def put_secret(self, name: str, value: bytes) -> None:
        self.conn.execute(insert(Secret).prefix_with("OR REPLACE").values(name=name, value=value))

    @property
    def kinds_written(self) -> frozenset[str]:
        """Kinds of all operations of this unit so far."""
        return frozenset(op.kind for op in self._ops)

    # --- the end of the unit ----------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Write the outbox lines and the clock; called once, by the store, just before the commit."""
        seq, digest = int(self.identity["last_seq"]), bytes(self.identity["last_hash"])
        rows = []
        for op in self._ops:
            body = msgspec.structs.replace(op, txn=len(self._ops)).canonical()
            seq, digest = seq + 1, chain.link(digest, body)
            rows.append({"incarnation": self.identity["incarnation"], "seq": seq, "op_id": op.id, "kind": op.kind, "eid": op.eid, "hlc": op.hlc, "body": body,
                         "hash": digest, "state": "pending"})  # fmt: skip
        if rows:
            self.conn.execute(_insert(Outbox), rows)
            self.changed("outbox")
        self.conn.execute(
            _END,
            {
                "hlc_last": str(self._hlc), "last_seq": seq, "last_hash": digest, "audit_hash": self._audit_hash,
                "newest_ms": max(self.now, self._newest),
            },
        )  # fmt: skip

    def _after(self, *stamps: str) -> None:
        """Whatever wrote these, a person has it in front of them: what they write now comes after it, always."""
        newest = max(stamps, default="")
        if newest and newest[:16] > str(self._hlc)[:16]:
            self._hlc = Hlc(int(newest[:12], 16), int(newest[12:16], 16), self._hlc.device)

    def _op(
        self, table: Table | None, act: str, eid: str, fields: dict[str, Any], base: dict[str, str] | None = None
    ) -> Op:
        self._hlc = self._hlc.tick(self.now + self._offset)
        kind = table.__tablename__ if table is not None else REDACTION
        op = Op(self.new_id(), str(self._hlc), kind, act, eid, self.actor.operator_id, self.now, fields,
                base or {}, self.identity["hub_offset_ms"], tx=self._tx)  # fmt: skip
        self._ops.append(op)
        return op

    def _record(self, table: Table, eid: str) -> dict[str, Any]:
        row = self.conn.execute(select(table.__table__).where(table.__table__.c.id == eid)).mappings().first()
        if row is None or row["deleted_at"] is not None:
            raise Refused("store.gone", kind=table.__tablename__)
        return dict(row)

    def _merged(
        self, table: Table, row: Mapping[str, Any], fields: Mapping[str, Any], seen: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """The values of a row that change, with its new versions; writes the `set` operation. Empty: nothing changes."""
        changed = {name: value for name, value in fields.items() if row[name] != value}
        return self._written(table, row, changed, seen) if changed else {}

    def _written(
        self, table: Table, row: Mapping[str, Any], changed: Mapping[str, Any], seen: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Values for a row with its new versions; writes the `set` operation."""
        wired = wire_fields(table, {**changed, "id": row["id"]}, self.sealer)
        versions = dict(row["versions"])
        if wired:
            base = {name: (seen or versions).get(name, "") for name in wired}
            self._after(*(versions.get(name, "") for name in wired))
            op = self._op(table, "set", row["id"], wired, base)
            versions.update(dict.fromkeys(wired, stamp(op.hlc, op.id)))
        return {**changed, "versions": versions}

    def _update(self, table: Table, eid: str, fields: Mapping[str, Any]) -> None:
        self.conn.execute(_update_by_id(table), {**fields, "which_id": eid})


# Statements made once: SQLAlchemy keeps the cache key on the statement, and values bound by name at execution cost a
# third of `.values(...)`. An admission halves.
_END = update(cast(SqlTable, SyncSelf.__table__))
# Of several rows with one key (two desks wrote them before they met) every desk reads and edits the same, the oldest.
_KEYED = (Setting.key == bindparam("key"), Setting.deleted_at.is_(None))
_SETTING = select(Setting.value).where(*_KEYED).order_by(Setting.id).limit(1)
_SETTING_ID = select(Setting.id).where(*_KEYED).order_by(Setting.id).limit(1)


@cache
def _insert(table: Table) -> Insert:
    return insert(cast(SqlTable, table.__table__))


@cache
def _update_by_id(table: Table) -> Update:
    rows = cast(SqlTable, table.__table__)
    return update(rows).where(rows.c.id == bindparam("which_id"))


def setting_id(site_id: str, key: str) -> str:
    """The id under which two desks that have not met write the first value of one setting.

    It sorts after every id that holds a time, so that a setting of before keeps standing.
    """
    return "ff" + blake2b(f"setting {site_id} {key}".encode(), digest_size=15).hexdigest()


def audit_hash(previous: bytes, line: Mapping[str, Any]) -> bytes:
    """The link of one audit line: BLAKE2b-128 over the link before and the line as sorted JSON."""
    names = (
        "id",
        "at",
        "clock_quality",
        "operator_id",
        "role",
        "device_id",
        "action",
        "subject_kind",
        "subject_id",
        "detail",
    )
    body = json.dumps({n: line[n] for n in names}, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    return blake2b(previous + body, digest_size=chain.SIZE).digest()
