"""The hub's tables. Every primary key and every unique constraint begins with the site, and no row refers to another
site's: that is how a database spread over many machines (Citus, YugabyteDB, CockroachDB) cuts them apart.

A district and the hub itself keep their rows under pseudo-sites of their own. Ids are 16 bytes, times UTC milliseconds.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

META = MetaData()
HUB_SITE = bytes(16)  # the pseudo-site of what belongs to the hub as a whole


def hub_table(name: str, *parts: Any) -> Table:
    """A table of the hub. In SQLite its rows lie in the order of the primary key: one tree less to write."""
    return Table(name, META, *parts, sqlite_with_rowid=False)


def key(name: str, kind: Any = None) -> Column[Any]:
    """A column of the primary key; without a kind it is an id."""
    return Column(name, LargeBinary(16) if kind is None else kind, primary_key=True, autoincrement=False)


def ident(name: str, *, empty: bool = False) -> Column[Any]:
    return Column(name, LargeBinary(16), nullable=empty)


def number(name: str, default: int | None = 0) -> Column[Any]:
    """A whole number; with a default of None it may be empty."""
    return Column(name, BigInteger, nullable=default is None, default=default)


def text(name: str, default: str = "") -> Column[Any]:
    return Column(name, Text, nullable=False, default=default)


def raw(name: str, *, empty: bool = False) -> Column[Any]:
    return Column(name, LargeBinary, nullable=empty)


# One row a site, a district (its log of notices and policy), and the hub. head, head_chain: the end of its log; floor:
# before it the log has gaps and a desk begins with a snapshot; newest_ms: hub time that never goes back; newest_clock: the latest value in the log.
SITE = hub_table(
    "site",
    key("site_id"),
    text("sort", "site"),
    ident("district_id", empty=True),
    text("name"),
    text("state", "live"),
    number("head"),
    Column("head_chain", LargeBinary(16), nullable=False),
    number("head_at"),
    number("floor"),
    number("newest_ms"),
    text("newest_clock"),
    number("clamped"),
    number("made_at"),
)

# What a device said of itself and when it was heard. state: `live`, `revoked`; act: `keep` or `wipe` once revoked.
DEVICE = hub_table(
    "device",
    key("site_id"),
    key("device_id"),
    text("name"),
    text("pubkey"),
    text("state", "live"),
    text("act"),
    text("app"),
    number("max_op"),
    number("clock_off"),
    number("waiting"),
    number("oldest_at"),
    number("conflicts"),
    number("refused"),
    text("counts", "{}"),
    number("seen_at"),
    number("pushed_at"),
    number("pulled_at"),
    number("made_at"),
    number("revoked_at"),
)

# One row a life (incarnation) of a device: restored or copied, a device begins a new one.
LIFE = hub_table(
    "life",
    key("site_id"),
    key("life", Integer),
    ident("device_id"),
    ident("incarnation"),
    number("last_seq"),
    Column("last_hash", LargeBinary(16), nullable=False),
    number("made_at"),
    UniqueConstraint("site_id", "device_id", "incarnation", name="uq_life_incarnation"),
)

# The log. life 0: offered by another device than its author's; dhash: the device's chain; body empty: erased.
OP_LOG = hub_table(
    "op_log",
    key("site_id"),
    key("seq", BigInteger),
    ident("op_id"),
    Column("life", Integer, nullable=False),
    number("dseq", None),
    ident("dhash", empty=True),
    text("clock"),
    number("recv_at"),
    ident("eid", empty=True),
    raw("body", empty=True),
    ident("chain"),
    UniqueConstraint("site_id", "op_id", name="uq_op_log_op"),
    UniqueConstraint("site_id", "life", "dseq", name="uq_op_log_life"),
    Index("ix_op_log_eid", "site_id", "eid"),
)

# A device's line whose operation stood in the log already: only its place in the device's chain is new.
DUP_LINE = hub_table("dup_line", key("site_id"), key("life", Integer), key("dseq", BigInteger), ident("dhash"))

# Stamps as written -> as they count, where the hub held a clock value down.
CLAMPED = hub_table("clamped", key("site_id"), key("written", Text), text("counts"))

# Lines a person should see. state: `aside` (a newer desk's: forwarded, applied after an upgrade), `refused` (evidence).
PARKED = hub_table(
    "parked",
    key("site_id"),
    key("op_id"),
    number("seq"),
    ident("device_id"),
    text("kind"),
    text("code"),
    text("state"),
    ident("digest"),
    number("at"),
    number("seen_at", None),
)

# What all writes on a thing come to. stamps: one stamp for all fields, or JSON; ms: its newest write. A row without a
# kind marks a thing as erased for good.
ENTITY = hub_table(
    "entity",
    key("site_id"),
    key("eid"),
    key("kind", Text),
    raw("fields"),
    text("stamps"),
    text("deleted"),
    text("revived"),
    number("ms"),
)

CLAIM = hub_table(
    "claim",
    key("site_id"),
    key("eid"),
    text("kind"),
    text("item"),
    text("stamp"),
    Column("released", Integer, nullable=False, default=0),
    Index("ix_claim_item", "site_id", "kind", "item"),
)

BALANCE = hub_table("balance", key("site_id"), key("kind", Text), key("account", Text), number("amount"))

# What somebody at the site has to settle. sort: `double_claim`; eid: the claim that came second.
TASK = hub_table(
    "task",
    key("site_id"),
    key("sort", Text),
    key("eid"),
    text("kind"),
    text("item"),
    number("opened_at"),
    number("closed_at", None),
)

# Two people changed one field: counted here without the values, which the desks show.
CLASH = hub_table(
    "clash",
    key("site_id"),
    key("eid"),
    key("kind", Text),
    key("field", Text),
    key("winner", Text),
    key("loser", Text),
    number("at"),
)

# How far a device has applied a scope's log.
CURSOR = hub_table("cursor", key("site_id"), key("device_id"), key("scope", Text), number("seq"), number("at"))

# Files named by their SHA-256, in parts as they came. have = size: whole and checked.
BLOB = hub_table("blob", key("site_id"), key("digest", LargeBinary(32)), number("size"), number("have"), number("at"))
BLOB_PART = hub_table(
    "blob_part", key("site_id"), key("digest", LargeBinary(32)), key("start", BigInteger), raw("data")
)

# Small facts of the hub itself: schema version, keys.
FACT = hub_table("hub_fact", key("site_id"), key("name", Text), raw("value"))
