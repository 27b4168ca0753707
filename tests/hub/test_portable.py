"""The hub promises to run on databases spread over many machines: what those cannot do must not be in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Table, UniqueConstraint, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable

from desk.hub.db import Db
from desk.hub.hub import Hub
from desk.hub.schema import prepare
from desk.hub.tables import META
from tests.hub.toys import ToyDesk

HUB = Path(__file__).resolve().parents[2] / "desk" / "hub"
TABLES = sorted(META.tables.values(), key=lambda table: str(table.name))
# Written so that a hit is a word of SQL and not of prose.
FORBIDDEN = re.compile(
    r"\b(LISTEN|NOTIFY|UNLISTEN|TRIGGER|DEFERRABLE|EXCLUDE USING|SERIAL|BIGSERIAL|NEXTVAL|CURRVAL|CREATE SEQUENCE"
    r"|pg_\w*advisory\w*|pg_notify|xmin|ctid|ILIKE|TABLESPACE|LOCK TABLE|SKIP LOCKED|RETURNING|MERGE INTO|GENERATED ALWAYS"
    r"|AUTOINCREMENT|ON CONFLICT ON CONSTRAINT|LATERAL|JSONB|DO UPDATE SET \w+ = \w+\.\w+ \+)\b"
)
CALLS = {
    "Sequence",
    "Identity",
    "Computed",
    "ForeignKey",
    "ForeignKeyConstraint",
    "ExcludeConstraint",
    "Trigger",
    "DDL",
}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_every_key_begins_with_the_site(table: Table) -> None:
    assert next(iter(table.primary_key.columns)).name == "site_id"
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            assert next(iter(constraint.columns)).name == "site_id", constraint.name
    assert not [index.name for index in table.indexes if index.unique and next(iter(index.columns)).name != "site_id"]
    assert not table.foreign_keys


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
@pytest.mark.parametrize("dialect", [postgresql.dialect(), sqlite.dialect()], ids=["postgresql", "sqlite"])
def test_the_database_numbers_nothing_by_itself(table: Table, dialect: object) -> None:
    made = str(CreateTable(table).compile(dialect=dialect))  # type: ignore[arg-type]
    assert not FORBIDDEN.search(made.upper())
    assert "DEFAULT" not in made.upper()


def words_of_sql(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in a module that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", sorted(HUB.glob("*.py")), ids=lambda path: path.name)
def test_no_word_that_only_one_database_knows(path: Path) -> None:
    found = [f"{path.name}:{line}: {text[:60]}" for line, text in words_of_sql(path) if FORBIDDEN.search(text)]
    assert not found
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {
        getattr(node.func, "id", getattr(node.func, "attr", ""))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    }
    assert not called & (CALLS | {"returning"})


def test_the_lint_sees_what_it_looks_for() -> None:
    for text in ("SELECT pg_advisory_xact_lock(1)", "LISTEN heads", "INSERT INTO t VALUES (1) RETURNING seq"):
        assert FORBIDDEN.search(text), text


# Tables of one row a site, which the hub may look through as a whole.
WIDE = {"site", "hub_fact", "enrol_code", "nonce", "hub_session", "hub_user", "guard", "hub_audit", "parked"}


def test_every_statement_of_the_sync_path_names_the_site(hub: Hub, desk: ToyDesk) -> None:
    said: list[str] = []
    listen(hub.db, said)
    made = desk.write("resident", phone="1040000001")
    desk.write("points", account="a", amount=3)
    desk.write("loan", item="轮椅")
    desk.write("loan", item="轮椅")
    desk.write("redaction", "redact", eids=[made.eid])
    desk.push()
    desk.pull()
    hub.rebuild(desk.site_id)
    assert len(said) > 20
    names = {str(table.name) for table in TABLES} - WIDE
    for statement in said:
        if re.match(r"\s*(SELECT|UPDATE|DELETE)", statement) and (set(re.findall(r"\w+", statement)) & names):
            assert re.search(r"WHERE.*site_id = ", statement, re.DOTALL), statement


def listen(db: Db, said: list[str]) -> None:
    for engine in {db.writer, db.reader}:

        @event.listens_for(engine, "before_cursor_execute")
        def _heard(conn: Connection, cursor: object, statement: str, *more: object) -> None:
            said.append(statement)


def test_making_the_tables_twice_changes_nothing(db: Db) -> None:
    assert prepare(db) == prepare(db)
