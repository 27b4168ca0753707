"""What must hold of a desk that was killed: nothing acknowledged is lost, pages, search index and both trails are whole.

A ledger is a file of JSON lines, one for every unit of work that was committed, written outside the store: `ops` are
[operation, kind, entity], `audit` the link of the audit trail behind it. SQL here is read-only and in the open.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from desk.hub import db as hub_db
from desk.records.reads_audit import verify
from desk.store import outbox
from desk.store.integrity import all_faults
from desk.store.kinds import synced_tables
from desk.store.store import Store
from desk.store.unit import Reading
from desk.wire import chain

Line = Mapping[str, Any]
SHOWN = 3  # ids named of a difference
_MISSING_OPS = "SELECT value FROM json_each(?) WHERE unhex(value) NOT IN (SELECT op_id FROM outbox)"
_MISSING_LINKS = "SELECT value FROM json_each(?) WHERE unhex(value) NOT IN (SELECT hash FROM audit_line)"


def read(ledger: Path) -> list[Line]:
    """Whole lines; a last one that the kill has cut acknowledges nothing."""
    text = ledger.read_text(encoding="ascii") if ledger.exists() else ""
    return [json.loads(line) for line in text.split("\n")[:-1]]


def look(store: Store, lines: Sequence[Line]) -> dict[str, Any]:
    """`faults`: what is wrong, in words for a log; empty when all is well."""
    faults = all_faults(store.path, store.key)
    with store.reading() as r:
        audit = verify(r)
        if audit.first_break is not None:
            faults.append(f"the audit trail breaks at line {audit.first_break} ({audit.why})")
        if (line := outbox.first_break(r)) is not None:
            faults.append(f"the outbox chain breaks at line {line}")
        faults += lost(r, lines)
        waiting = outbox.waiting(r)
    return {
        "faults": faults, "units": len(lines), "records": sum(len(line["ops"]) for line in lines),
        "audit_lines": audit.lines, "waiting": waiting,
    }  # fmt: skip


def lost(r: Reading, lines: Iterable[Line]) -> list[str]:
    """Acknowledged and not there: operations of the outbox, rows of their tables, links of the audit trail."""
    ops, rows, links = _acknowledged(lines)
    faults = _told("operations that were acknowledged are lost", _rest(r, _MISSING_OPS, ops))
    faults += _told("audit lines that were acknowledged are lost", _rest(r, _MISSING_LINKS, links))
    for kind in sorted(rows.keys() & synced_tables().keys()):  # a redaction has no table of its own
        query = f"SELECT value FROM json_each(?) WHERE unhex(value) NOT IN (SELECT id FROM {kind})"  # noqa: S608 - our kinds
        faults += _told(f"rows of {kind} that were acknowledged are lost", _rest(r, query, sorted(rows[kind])))
    return faults


def look_at_hub(store: Store, database: str, lines: Iterable[Line]) -> list[str]:
    """Faults of the hub's log of this site, and of its agreement with the desk, once the desk has told it everything."""
    with store.reading() as r:
        site, faults = r.site_id, _told("operations wait still", [str(n) for n in [outbox.waiting(r)] if n])
        here = _told_by(r)
    db = hub_db.open_db(database)
    try:
        with db.reader.connect() as conn:
            logged = conn.exec_driver_sql(
                "SELECT seq, op_id, clock, body, chain FROM op_log WHERE site_id = ? ORDER BY seq",
                (bytes.fromhex(site),),
            ).all()
            there = conn.exec_driver_sql("SELECT eid, kind FROM entity WHERE site_id = ?", (bytes.fromhex(site),)).all()
    finally:
        db.close()
    held = Counter(bytes(line.op_id).hex() for line in logged)
    ops, _, _ = _acknowledged(lines)
    faults += _told("operations that were acknowledged never came to the hub", [op for op in ops if op not in held])
    faults += _told("operations stand twice in the hub's log", [op for op, times in held.items() if times > 1])
    faults += _log_faults(f"scope:s:{site}", logged)
    theirs = {bytes(one.eid).hex() for one in there if one.kind in synced_tables()}
    return faults + _told("rows stand only at the desk or only at the hub", sorted(here ^ theirs))


def _log_faults(scope: str, logged: Sequence[Any]) -> list[str]:
    value = chain.start(scope)
    for number, line in enumerate(logged, 1):
        value = chain.link(value, line.clock.encode() + b" " + bytes(line.body or b""))
        if line.seq != number or (line.body is not None and value != bytes(line.chain)):
            return [f"the hub's log breaks at {number}"]
        value = bytes(line.chain)
    return []


def _told_by(r: Reading) -> set[str]:
    """Entities this desk has written operations about; invented history of an estate is in its tables alone."""
    query = f"SELECT DISTINCT eid FROM outbox WHERE kind IN ({', '.join(map(repr, synced_tables()))})"  # noqa: S608
    return {bytes(row[0]).hex() for row in r.conn.exec_driver_sql(query)}


def _acknowledged(lines: Iterable[Line]) -> tuple[list[str], dict[str, set[str]], list[str]]:
    """(operations, entities by kind, links of the audit trail)."""
    ops: list[str] = []
    rows: dict[str, set[str]] = {}
    links: list[str] = []
    for line in lines:
        links.append(line["audit"])
        for op, kind, eid in line["ops"]:
            ops.append(op)
            rows.setdefault(kind, set()).add(eid)
    return ops, rows, links


def _rest(r: Reading, query: str, wanted: Sequence[str]) -> list[str]:
    return [str(row[0]) for row in r.conn.exec_driver_sql(query, (json.dumps(wanted),))]


def _told(words: str, which: Sequence[str]) -> list[str]:
    return [f"{words}: {len(which)} ({', '.join(which[:SHOWN])})"] if which else []
