"""What the wire knows of each kind of record: how it merges and who may see which field. The hub's allow-list.

On a desk it is read off the tables (store.wire_rows); the hub, which has no tables of rooms, loads the kept list
`kinds_list.py`, and a test holds both together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.wire.sharing import Merge, Sharing


@dataclass(frozen=True)
class Kind:
    """One kind. fields: name -> who may see it (only fields that travel); inner: JSON field -> fields of its values.

    key: fields by which people know the thing, if two of one key are an entry too many; files: fields that name
    attachments; by_hub: no desk writes it.
    """

    name: str
    merge: Merge
    fields: Mapping[str, Sharing] = field(default_factory=dict)
    inner: Mapping[str, Mapping[str, Sharing]] = field(default_factory=dict)
    key: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()
    by_hub: bool = False

    def fault(self, fields: Mapping[str, Any]) -> str | None:
        """Why these fields may not stand in an operation of this kind: `wire.field_unknown`, `wire.not_sealed`, None."""
        return _fault(self.fields, fields, self.inner)


def _fault(
    allowed: Mapping[str, Sharing], fields: Mapping[str, Any], inner: Mapping[str, Mapping[str, Sharing]]
) -> str | None:
    for name, value in fields.items():
        if name not in allowed:
            return "wire.field_unknown"
        if name in inner and isinstance(value, Mapping) and not _closed(value):  # each field of it by its own class
            if fault := _fault(inner[name], value, {}):
                return fault
        elif allowed[name] is Sharing.SEALED and not _closed(value):
            return "wire.not_sealed"
    return None


def _closed(value: Any) -> bool:
    """Sealed, or plainly empty: that a field is empty is no secret."""
    return value in (None, "", [], {}) or (isinstance(value, Mapping) and set(value) == {"s"})


class Kinds:
    """All kinds a program knows."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self._kinds = {kind.name: kind for kind in kinds}

    def get(self, name: str) -> Kind | None:
        return self._kinds.get(name)

    def __iter__(self) -> Iterator[Kind]:
        return iter(self._kinds.values())

    def __contains__(self, name: object) -> bool:
        return name in self._kinds
