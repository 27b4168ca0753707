"""Kinds that exist for the simulation only, one of every merge rule, in a registry of their own."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped

from desk.store.schema import NAMING, Fact, Id, Record, local, sealed, site
from desk.store.tables import AuditLine
from desk.wire.kinds import Kind, Kinds
from desk.wire.kinds_list import KINDS as REAL
from desk.wire.sharing import Merge, Sharing


class MadeUp(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {int: BigInteger(), list[Any]: JSON(), dict[str, Any]: JSON()}
    __merge__: ClassVar[Merge]


class Note(Record, MadeUp):
    """A record with a plain, a sealed and a local field."""

    __tablename__ = "sim_note"
    title: Mapped[str] = site(Text, default="")
    phone: Mapped[str] = sealed(Text, default="")
    secret: Mapped[str] = local(Text, default="")


class Fact_(Fact, MadeUp):
    __tablename__ = "sim_fact"
    text: Mapped[str] = site(Text)
    secret: Mapped[str] = local(Text, default="")


class Entry(Fact, MadeUp):
    __tablename__ = "sim_entry"
    __merge__ = Merge.LEDGER
    account: Mapped[str] = site(Text)
    amount: Mapped[int] = site()


class Taking(Fact, MadeUp):
    __tablename__ = "sim_claim"
    __merge__ = Merge.CLAIM
    item: Mapped[str] = site(Text)
    releases: Mapped[str | None] = site(Id, default=None)


class Vote(Fact, MadeUp):
    __tablename__ = "sim_vote"
    __merge__ = Merge.BALLOT
    poll: Mapped[str] = site(Text)
    voter: Mapped[str] = site(Text)
    choice: Mapped[str] = site(Text)


class Later(Fact, MadeUp):
    """What only a newer program knows."""

    __tablename__ = "sim_later"
    text: Mapped[str] = site(Text)


TABLES: dict[str, Any] = {table.__tablename__: table for table in (Note, Fact_, Entry, Taking, Vote, AuditLine)}
OPEN, SEALED = Sharing.SITE, Sharing.SEALED
KINDS = Kinds(
    [
        Kind("sim_note", Merge.RECORD, {"title": OPEN, "phone": SEALED}),
        Kind("sim_fact", Merge.FACT, {"text": OPEN}),
        Kind("sim_entry", Merge.LEDGER, {"account": OPEN, "amount": OPEN}),
        Kind("sim_claim", Merge.CLAIM, {"item": OPEN, "releases": OPEN}),
        next(kind for kind in REAL if kind.name == "audit_line"),  # the engine itself writes these
        Kind("sim_vote", Merge.BALLOT, {"poll": OPEN, "voter": OPEN, "choice": OPEN}),
    ]
)
NEWER_TABLES = {**TABLES, "sim_later": Later}
NEWER_KINDS = Kinds([*KINDS, Kind("sim_later", Merge.FACT, {"text": OPEN})])
CANARY = "CANARY-never-leaves"
