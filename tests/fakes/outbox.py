"""The outbox as a desk of the site reads it: sealed fields opened."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from desk.store.store import Store
from desk.store.tables import Outbox
from desk.wire.seal import Sealer


def opened(store: Store) -> list[dict[str, Any]]:
    """Every operation whose body still stands, in order, its sealed fields as plain values."""
    with store.reading() as r:
        bodies = (
            r.conn.execute(select(Outbox.body).where(Outbox.body.is_not(None)).order_by(Outbox.num)).scalars().all()
        )
        sealer = Sealer(r.secret("site-seal"))
    ops = [json.loads(body) for body in bodies]
    return [{**op, "f": _open(op["f"], op, sealer)} for op in ops]


def text(store: Store) -> str:
    """All of it as one text, to look for what must or must not be there."""
    return json.dumps(opened(store), ensure_ascii=False)


def _open(fields: dict[str, Any], op: dict[str, Any], sealer: Sealer) -> dict[str, Any]:
    plain = {}
    for name, value in fields.items():
        if isinstance(value, dict) and set(value) == {"s"}:
            plain[name] = sealer.open(value, op["k"], name, op["eid"])
        elif isinstance(value, dict):
            plain[name] = _open(value, op, sealer)
        else:
            plain[name] = value
    return plain
