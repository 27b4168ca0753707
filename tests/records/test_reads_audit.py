"""The trail: whole as written, and every kind of tampering is named by its line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from desk.core.actor import Actor
from desk.records.reads_audit import AuditFilter, any_elsewhere, each_line, lines, verify
from desk.store import outbox
from desk.store.store import Store
from desk.store.tables import AuditLine
from tests.fakes.clock import FakeClock

SUBJECT = "a" * 32


@pytest.fixture
def written(store: Store, actor: Actor, clock: FakeClock) -> Store:
    for n in range(10):
        clock.advance(1000)
        with store.unit(actor) as u:
            u.audit(f"test.act{n % 2}", "thing", SUBJECT, n=n)
    return store


def tamper(store: Store, statement: Any) -> None:
    with store._writer.begin() as conn:
        conn.execute(statement)


def num_of(store: Store, n: int) -> int:
    with store.reading() as r:
        return next(line.num for line in each_line(r, AuditFilter()) if line.detail.get("n") == n)


def test_whole(written: Store) -> None:
    with written.reading() as r:
        report = verify(r)
    assert report.whole
    assert report.lines >= 10


def flipped(detail: dict[str, Any]) -> dict[str, Any]:
    """One bit of one byte."""
    raw = bytearray(json.dumps(detail).encode())
    raw[-2] ^= 1
    return dict(json.loads(raw))


@pytest.mark.parametrize(
    ("column", "change"),
    [
        ("detail", flipped),
        ("action", lambda old: "test.other"),
        ("operator_id", lambda old: "f" * 32),
        ("at", lambda old: old + 1),
        ("role", lambda old: "volunteer"),
        ("subject_id", lambda old: None),
        ("hash", lambda old: bytes((old[0] ^ 1, *old[1:]))),
    ],
)
def test_a_changed_line_is_named(written: Store, column: str, change: Callable[[Any], Any]) -> None:
    num = num_of(written, 4)
    with written.reading() as r:
        old = r.conn.execute(select(AuditLine.__table__.c[column]).where(AuditLine.num == num)).scalar_one()
    tamper(written, update(AuditLine).where(AuditLine.num == num).values({column: change(old)}))
    with written.reading() as r:
        report = verify(r)
    assert (report.first_break, report.why) == (num, "changed")


def test_a_removed_line_is_named_by_the_one_after(written: Store) -> None:
    num = num_of(written, 4)
    tamper(written, delete(AuditLine).where(AuditLine.num == num))
    with written.reading() as r:
        report = verify(r)
    assert (report.first_break, report.why) == (num + 1, "missing")


def test_a_cut_end_is_seen(written: Store) -> None:
    num = num_of(written, 9)
    tamper(written, delete(AuditLine).where(AuditLine.num == num))
    with written.reading() as r:
        report = verify(r)
    assert (report.first_break, report.why) == (num, "cut")


def test_an_inserted_line_is_seen(written: Store) -> None:
    with written.reading() as r:
        row = dict(r.conn.execute(select(AuditLine.__table__).order_by(AuditLine.num.desc())).mappings().first() or {})
    row["num"] += 1
    tamper(written, insert(AuditLine).values(**{**row, "id": "e" * 32}))
    with written.reading() as r:
        assert verify(r).first_break == row["num"]


def test_lines_of_other_desks_do_not_break_ours(written: Store) -> None:
    with written.reading() as r:
        assert not any_elsewhere(r)
        row = dict(r.conn.execute(select(AuditLine.__table__)).mappings().first() or {})
    row.update(num=None, id="e" * 32, device_id="d" * 32, prev_hash=b"", hash=b"")  # links do not travel
    tamper(written, insert(AuditLine).values(**row))
    with written.reading() as r:
        assert verify(r).whole
        assert verify(r).others == 1
        assert [line.here for line in lines(r, AuditFilter(), limit=2)] == [False, True]
        assert any_elsewhere(r)
        assert {line.device_id for line in lines(r, AuditFilter(device_id=r.device_id))} == {r.device_id}
        assert outbox.first_break(r) is None


def test_filters_and_pages(written: Store, clock: FakeClock) -> None:
    with written.reading() as r:
        found = lines(r, AuditFilter(action="test.act0"))
        assert [line.detail["n"] for line in found] == [8, 6, 4, 2, 0]
        page = lines(r, AuditFilter(subject_id=SUBJECT), limit=3)
        rest = lines(r, AuditFilter(subject_id=SUBJECT), limit=3, before_num=page[-1].num)
        assert [line.detail["n"] for line in page + rest] == [9, 8, 7, 6, 5, 4]
        since = clock.now_ms() - 1000
        assert [line.detail["n"] for line in lines(r, AuditFilter(since=since))] == [9, 8]
        assert [line.detail["n"] for line in each_line(r, AuditFilter(until=since, subject_id=SUBJECT))] == list(range(8))  # fmt: skip
