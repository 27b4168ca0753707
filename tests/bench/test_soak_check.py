"""The check after a kill must be able to fail: whatever is lost, changed or made up is told, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from desk.bench import soak_check
from desk.hub import db as hub_db
from desk.hub import schema
from desk.operators.rules import COMMAND
from desk.people.service import add_person
from desk.store.store import Store
from ui.probes.soak_ledger import Ledger


@pytest.fixture
def ledger(store: Store, tmp_path: Path) -> Path:
    """Of three people written down at this desk."""
    path = tmp_path / "ledger.jsonl"
    kept = Ledger(path, store)
    for n in range(3):
        with store.unit(COMMAND) as u:
            add_person(u, f"测试{n}", f"1040000{n:04d}")
            u.audit("store.looked", n=n)
    kept.close()
    return path


def faults(store: Store, ledger: Path) -> list[str]:
    return list(soak_check.look(store, soak_check.read(ledger))["faults"])


def damage(store: Store, statement: str) -> None:
    with store._writer.begin() as conn:
        conn.execute(text(statement))


def test_what_is_there_is_good(store: Store, ledger: Path) -> None:
    found = soak_check.look(store, soak_check.read(ledger))
    assert (found["faults"], found["units"]) == ([], 3)
    assert found["records"] >= 6


def test_what_was_rolled_back_was_never_acknowledged(store: Store, tmp_path: Path) -> None:
    kept = Ledger(tmp_path / "ledger.jsonl", store)
    with pytest.raises(KeyError), store.unit(COMMAND) as u:
        u.secret(add_person(u, "测试", "10400001234"))  # no such key
    kept.close()
    assert soak_check.read(tmp_path / "ledger.jsonl") == []


def test_a_line_of_a_record_that_was_never_committed_is_told(store: Store, ledger: Path) -> None:
    forged = {"ops": [["e" * 32, "person", "d" * 32]], "audit": "c" * 32}
    with ledger.open("a", encoding="ascii") as file:
        file.write(json.dumps(forged) + "\n")
    assert [fault.split(":")[0] for fault in faults(store, ledger)] == [
        "operations that were acknowledged are lost",
        "audit lines that were acknowledged are lost",
        "rows of person that were acknowledged are lost",
    ]


def test_a_line_the_kill_has_cut_acknowledges_nothing(store: Store, ledger: Path) -> None:
    with ledger.open("a", encoding="ascii") as file:
        file.write('{"ops": [["eeee')
    assert faults(store, ledger) == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM person WHERE num = (SELECT max(num) FROM person)", "rows of person"),
        ("UPDATE audit_line SET role = 'changed' WHERE num = 2", "the audit trail breaks at line 2"),
        ("DELETE FROM audit_line WHERE num = (SELECT max(num) FROM audit_line)", "audit lines that were acknowledged"),
        ("UPDATE outbox SET hash = zeroblob(16) WHERE seq = 3", "the outbox chain breaks at line 3"),
        ("DELETE FROM outbox WHERE seq = (SELECT max(seq) FROM outbox)", "operations that were acknowledged are lost"),
    ],
)
def test_damage_is_told(store: Store, ledger: Path, statement: str, told: str) -> None:
    damage(store, statement)
    assert any(fault.startswith(told) for fault in faults(store, ledger))


def test_a_page_that_was_overwritten_is_told(store: Store, ledger: Path) -> None:
    store.checkpoint()
    raw = bytearray(store.path.read_bytes())
    raw[-2000:-1990] = b"0123456789"
    copy = store.path.with_name("copy.db")
    copy.write_bytes(raw)
    assert soak_check.all_faults(copy, store.key)


def test_a_hub_that_knows_nothing_does_not_agree(store: Store, ledger: Path, tmp_path: Path) -> None:
    db = hub_db.open_db(str(tmp_path / "hub.db"))
    schema.prepare(db)
    db.close()
    found = soak_check.look_at_hub(store, str(tmp_path / "hub.db"), soak_check.read(ledger))
    assert [fault.split(":")[0] for fault in found] == [
        "operations wait still",
        "operations that were acknowledged never came to the hub",
        "rows stand only at the desk or only at the hub",
    ]
