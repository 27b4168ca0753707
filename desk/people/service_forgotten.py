"""A visitor's wish to be left out of the forms, carried to every desk of the site without saying who they are.

Desks remember visitors each for itself, so no id names one everywhere. What travels are marks: keyed digests that a desk
can work out from its own rows (whoever `same_visitor` would take for this one) and that say nothing to anybody else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import delete, select

from desk.people.tables import KnownVisitor, VisitorForgotten
from desk.store import bulk, outbox, search
from desk.store.search import DocKind, docid
from desk.store.unit import CHUNK, Reading, Unit

_K, _F = KnownVisitor.__table__, VisitorForgotten.__table__
SHORT = 4  # digits of a number that was only given by its end
Row = Mapping[Any, Any]
Mark = Callable[[str], str]


def tell(u: Unit, row: Row) -> None:
    """Write down that the visitor of this row is to be forgotten, for all desks."""
    u.add(VisitorForgotten, at=u.now, marks=sorted(told(_marker(u), row)), operator_id=u.actor.operator_id or None)


def forget_as_told(u: Unit, ids: Sequence[str]) -> int:
    """Another desk was asked: whoever here answers to the marks goes, unless they came again since. Returns how many."""
    wishes = bulk.rows_of(u.conn, VisitorForgotten, ids)
    if not wishes:
        return 0
    mark, gone = _marker(u), []
    seen = select(_K).where(_K.c.seen_at <= max(wish["at"] for wish in wishes))
    for row in u.conn.execute(seen).mappings():
        if _wished(wishes, answers(mark, row), row["seen_at"]):
            gone.append(row["num"])
    remove(u, gone)
    if gone:
        u.changed("people")
    return len(gone)


def remove(u: Unit, nums: Sequence[int]) -> None:
    """Rows and search documents of remembered visitors."""
    for start in range(0, len(nums), CHUNK):
        u.conn.execute(delete(KnownVisitor).where(_K.c.num.in_(nums[start : start + CHUNK])))
    search.remove(u.conn, [docid(DocKind.KNOWN_VISITOR, num) for num in nums])


def left_out(u: Reading, came: Iterable[tuple[int, Row]]) -> list[bool]:
    """Of those who came in at other gates (UTC ms, row): who asked after that to be forgotten."""
    asked = list(came)
    oldest = min((at for at, _ in asked), default=0)
    wishes = u.conn.execute(select(_F.c.at, _F.c.marks).where(_F.c.at >= oldest)).mappings().all() if asked else []
    if not wishes:
        return [False] * len(asked)
    mark = _marker(u)
    return [_wished(wishes, answers(mark, row), at) for at, row in asked]


def forget_wishes(u: Unit, before: int) -> None:
    """By then no desk remembers anybody of that time: the marks go too, everywhere."""
    ids = list(u.conn.execute(select(_F.c.id).where(_F.c.at < before)).scalars())
    if ids:
        u.conn.execute(delete(VisitorForgotten).where(_F.c.at < before))
        outbox.redact(u, ids)


def told(mark: Mark, row: Row) -> set[str]:
    """The marks of who is to be forgotten; `answers` of every row that `same_visitor` takes for them holds one of these."""
    name, phone, plate, door = _parts(row)
    said = {mark(f"{name} tel {phone[-SHORT:]} {'full' if len(phone) > SHORT else 'any'}")} if phone else set()
    if len(phone) > SHORT:
        said.add(mark(f"{name} tel {phone}"))
    if plate:
        said.add(mark(f"{name} plate {plate}"))
    return said | {mark(f"{name} door {door} {'bare' if phone or plate else 'any'}")}


def answers(mark: Mark, row: Row) -> set[str]:
    """The marks by which this row is found."""
    name, phone, plate, door = _parts(row)
    found = {mark(f"{name} door {door} any")}
    if phone:
        found.add(mark(f"{name} tel {phone[-SHORT:]} any"))
        found.add(mark(f"{name} tel {phone}" if len(phone) > SHORT else f"{name} tel {phone} full"))
    if plate:
        found.add(mark(f"{name} plate {plate}"))
    return found if phone or plate else found | {mark(f"{name} door {door} bare")}


def _parts(row: Row) -> tuple[str, str, str, str]:
    return row["name_key"], row["phone"], row["plate"], row["household_id"] or ""


def _wished(wishes: Iterable[Row], marks: set[str], seen_at: int) -> bool:
    return any(wish["at"] >= seen_at and not marks.isdisjoint(wish["marks"]) for wish in wishes)


def _marker(r: Reading) -> Mark:
    key = HKDF(SHA256(), 32, salt=None, info=b"gatehouse forgotten 1").derive(r.secret("site-seal"))
    return lambda text: blake2b(text.encode(), key=key, digest_size=16).hexdigest()
