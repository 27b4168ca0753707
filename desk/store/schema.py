"""What every table is made of: columns with a sharing class, ids as 16 bytes, and the three shapes of a row."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Integer, LargeBinary, MetaData, func
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator

from desk.wire.sharing import Merge, Sharing

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Id(TypeDecorator[str]):
    """32 hex characters in Python, 16 bytes in the store."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return bytes.fromhex(value) if value else None

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return value.hex() if value is not None else None


class Base(DeclarativeBase):
    """All tables of the desk. `__merge__` says how two desks' versions come together.

    `__business_key__`: columns by which people know the thing (a door), so that two entries of one thing become a task;
    they must be readable by the hub. `__by_hub__`: only the hub writes this kind, into a district's log.
    """

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {int: BigInteger(), dict[str, Any]: JSON(), list[Any]: JSON()}
    __merge__: ClassVar[Merge]
    __business_key__: ClassVar[tuple[str, ...]] = ()
    __by_hub__: ClassVar[bool] = False


def _column(cls: Sharing, args: tuple[Any, ...], kw: dict[str, Any]) -> MappedColumn[Any]:
    kw["info"] = {**kw.get("info", {}), "cls": cls.value}
    return mapped_column(*args, **kw)


def local(*args: Any, **kw: Any) -> MappedColumn[Any]:
    """A column that never leaves this machine."""
    return _column(Sharing.LOCAL, args, kw)


def sealed(*args: Any, **kw: Any) -> MappedColumn[Any]:
    """A column other desks of the site may read; the hub may not."""
    return _column(Sharing.SEALED, args, kw)


def site(*args: Any, **kw: Any) -> MappedColumn[Any]:
    """A column of the site: its desks and its hub."""
    return _column(Sharing.SITE, args, kw)


def district(*args: Any, **kw: Any) -> MappedColumn[Any]:
    """A column the district may see: counts and states, no personal data."""
    return _column(Sharing.DISTRICT, args, kw)


def public(*args: Any, **kw: Any) -> MappedColumn[Any]:
    """A column that may stand on the public screen."""
    return _column(Sharing.PUBLIC, args, kw)


def attachment(*args: Any, kind: str, **kw: Any) -> MappedColumn[Any]:
    """The name (SHA-256 in hex) of an attachment, or a list of names: once no row says it any more, the file goes too.

    kind: of the hub's limits (`picture`, `sound`, `paper`), by which a desk that reads the row fetches the file.
    """
    return site(*args, info={"attachment": kind}, **kw)


class Numbered:
    """A local row number (also the search document's number, and keyset anchor) and the id all desks know it by."""

    num: Mapped[int] = local(Integer, primary_key=True)
    id: Mapped[str] = site(Id, unique=True)


def moment(id_column: Any) -> Any:
    """The moment an id carries, for ORDER BY: one at every desk."""
    return func.substr(id_column, 1, 6)


def newest_first(columns: Any) -> tuple[Any, ...]:
    """ORDER BY the moment the ids carry; those of one moment as they came here, so never where the newest one decides."""
    return (moment(columns.id).desc(), columns.num.desc())


def oldest_first(columns: Any) -> tuple[Any, ...]:
    """As `newest_first`, the other way round."""
    return (moment(columns.id), columns.num)


class Fact(Numbered):
    """Append-only: written once, never changed; a correction is a new fact."""

    __merge__ = Merge.FACT


class Ledger(Numbered):
    """Append-only entries of `amount` on an `account`; a balance is their sum, never a field."""

    __merge__ = Merge.LEDGER


class Claim(Numbered):
    """Append-only: an `item` was taken, or given back (`releases`: id of the taking). Two open takings are both kept."""

    __merge__ = Merge.CLAIM


class Record(Numbered):
    """Editable field by field. `versions` maps field -> clock value of its last write; `deleted_at` is a tombstone."""

    __merge__ = Merge.RECORD
    versions: Mapped[dict[str, Any]] = local(JSON, default=dict)
    deleted_at: Mapped[int | None] = site()


class Projection(Numbered):
    """Rebuilt here from facts; never sent."""

    __merge__ = Merge.PROJECTION
