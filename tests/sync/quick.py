"""Statements are compiled once for all the stores of a history: a third of its time goes there otherwise."""

from __future__ import annotations

from sqlalchemy import Engine
from sqlalchemy.util import LRUCache

_MADE: LRUCache[object, object] = LRUCache(4000)
_DIALECTS: dict[str, object] = {}


def share(kind: str, *engines: Engine) -> None:
    """Engines of one kind use one dialect, by which compiled statements are known, and one place for these."""
    for engine in engines:
        engine.dialect = _DIALECTS.setdefault(kind, engine.dialect)  # type: ignore[assignment]
        engine._compiled_cache = _MADE  # type: ignore[assignment]
