"""A ledger outside the store: one line for every unit of work, written once it is committed and before anybody is told more.

A line is one write to a file that is then forced to the disk, so that a kill -9 leaves whole lines behind; desk/bench/soak_check.py
reads them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desk.core.actor import NOBODY, Actor


class Ledger:
    """Stands before the store's door for writing."""

    def __init__(self, path: Path, store: Any) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._store, self._begin = store, store.unit
        store.unit = self._unit

    def close(self) -> None:
        """Nothing is written down from now on."""
        self._store.unit = self._begin
        os.close(self._file)

    @contextmanager
    def _unit(self, actor: Actor = NOBODY) -> Iterator[Any]:
        with self._begin(actor) as u:
            yield u
        line = {"ops": [[op.id, op.kind, op.eid] for op in u._ops], "audit": u._audit_hash.hex()}
        os.write(self._file, (json.dumps(line, separators=(",", ":")) + "\n").encode())
        os.fsync(self._file)
