"""What the codes room makes of rows from other desks: passes that are found, and passes that were used twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import select

from desk.codes.rules import Kind
from desk.codes.service_passes import index_passes
from desk.codes.service_twice import look_twice
from desk.codes.tables import Code, PassUse
from desk.store.unit import CHUNK, Unit

_C, _U = Code.__table__.c, PassUse.__table__.c


def codes(u: Unit, code_ids: Sequence[str]) -> None:
    """A pass may come after the entries on it: whether there were too many is only known now."""
    index_passes(u, code_ids)
    keys: list[str] = []
    for start in range(0, len(code_ids), CHUNK):
        limited = select(_C.key).where(
            _C.id.in_(code_ids[start : start + CHUNK]), _C.kind == Kind.PASS.value, _C.uses > 0
        )
        keys += u.conn.execute(limited).scalars()
    look_twice(u, keys)
    u.changed("codes")


def pass_uses(u: Unit, use_ids: Sequence[str]) -> None:
    keys: dict[str, None] = {}
    for start in range(0, len(use_ids), CHUNK):
        used = select(_U.key).where(_U.id.in_(use_ids[start : start + CHUNK]))
        keys.update(dict.fromkeys(u.conn.execute(used).scalars()))
    look_twice(u, list(keys))
    u.changed("codes")


def verify_keys(u: Unit, key_ids: Sequence[str]) -> None:
    u.changed("codes")


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "code": codes,
    "pass_use": pass_uses,
    "code_verify_key": verify_keys,
}
