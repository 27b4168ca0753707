"""The operation: one line of the outbox, kept byte for byte from the desk to the hub and back (SYNC 2.3)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

VERSION = 1


@dataclass(frozen=True)
class Op:
    """One change. `f`: fields; `base`: per field, the clock value the author saw; `at`: wall ms; `off`: hub offset ms.

    act: add (fact or new record), set (fields), del, undel, redact.
    """

    id: str
    hlc: str
    kind: str
    act: str
    eid: str
    by: str
    at: int
    f: Mapping[str, Any] = field(default_factory=dict)
    base: Mapping[str, str] = field(default_factory=dict)
    off: int | None = None
    tx: str = ""
    txn: int = 1

    def canonical(self) -> bytes:
        """UTF-8 JSON with sorted keys and no spaces: the bytes that are hashed and sent."""
        line: dict[str, Any] = {
            "v": VERSION, "id": self.id, "hlc": self.hlc, "k": self.kind, "act": self.act, "eid": self.eid,
            "f": dict(self.f), "by": self.by, "at": self.at, "off": self.off, "tx": self.tx, "txn": self.txn,
        }  # fmt: skip
        if self.base:
            line["base"] = dict(self.base)
        return json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
