"""What the codes room makes of rows from other desks: passes that are found, and passes that were used twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.codes.rules import Kind
from desk.codes.service_passes import index_passes
from desk.codes.service_twice import look_twice
from desk.codes.tables import Code, PassUse
from desk.store.bulk import rows_of, values_of
from desk.store.unit import Unit


def codes(u: Unit, code_ids: Sequence[str]) -> None:
    """A pass may come after the entries on it: whether there were too many is only known now."""
    index_passes(u, code_ids)
    look_twice(u, [row["key"] for row in rows_of(u.conn, Code, code_ids) if row["kind"] == Kind.PASS and row["uses"]])
    u.changed("codes")


def pass_uses(u: Unit, use_ids: Sequence[str]) -> None:
    look_twice(u, values_of(u.conn, PassUse, use_ids, "key"))
    u.changed("codes")


def verify_keys(u: Unit, key_ids: Sequence[str]) -> None:
    u.changed("codes")


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "code": codes,
    "pass_use": pass_uses,
    "code_verify_key": verify_keys,
}
