"""Bytes from outside: whatever comes, the hub answers in words, keeps an unbroken log and does not swell."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.core.ids import new_id
from desk.hub import reads
from desk.hub.db import open_sqlite
from desk.hub.hub import Hub
from desk.hub.schema import prepare
from desk.wire import chain
from desk.wire.answers import Hello, HelloAnswer
from desk.wire.hlc import Hlc
from desk.wire.messages import MAX_BYTES, PROTO, Line, Push, pack_push
from tests.fakes.clock import FakeClock
from tests.hub.conftest import KEY
from tests.hub.test_push import verified
from tests.hub.toys import KINDS, ToyDesk, door

FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def sqlite_desk(tmp_path: Path, clock: FakeClock) -> ToyDesk:
    db = open_sqlite(tmp_path / "fuzz.db", KEY)
    prepare(db)
    return ToyDesk.enrolled(Hub(db, KINDS, clock), clock)


@FUZZ
@given(changes=st.lists(st.tuples(st.integers(0, 2000), st.binary(max_size=3)), min_size=1, max_size=4))
def test_damaged_pushes(sqlite_desk: ToyDesk, changes: list[tuple[int, bytes]]) -> None:
    desk = sqlite_desk.copy()
    desk.incarnation = new_id(desk.clock.now_ms())
    desk.ops = []
    for kind, fields in (
        ("visit", {"gate": "南"}),
        ("loan", {"item": "轮椅"}),
        ("points", {"account": "a", "amount": 1}),
    ):
        desk.write(kind, **fields)
    data = bytearray(pack_push(desk.batch()))
    for place, piece in changes:
        data[place % len(data) : place % len(data) + len(piece)] = piece
    status, answer = desk.knock("push", bytes(data))
    assert status in (200, 400), answer
    assert isinstance(msgspec.json.decode(answer), dict)
    verified(desk)


@FUZZ
@given(
    fields=st.dictionaries(
        st.sampled_from(["item", "releases", "account", "amount", "phone", "card", "eids", "x"]), VALUES
    ),
    kind=st.sampled_from(["visit", "resident", "points", "loan", "redaction", "unheard_of"]),
    act=st.sampled_from(["add", "set", "del", "undel", "redact", "dance"]),
)
def test_lines_of_any_content(sqlite_desk: ToyDesk, fields: dict[str, object], kind: str, act: str) -> None:
    desk = sqlite_desk.copy()
    desk.incarnation, desk.ops = new_id(desk.clock.now_ms()), []
    try:
        desk.write(kind, act, **fields)
    except (ValueError, UnicodeEncodeError):
        return  # no desk could write this
    desk.write("visit")
    status, answer = desk.knock("push", pack_push(desk.batch()))
    assert status == 200, answer
    assert msgspec.json.decode(answer)["acked"] == 2


NASTY = [
    b'{"v":1}',
    b"null",
    b'"' + b"x" * 500_000 + b'"',
    b"[" * 50_000 + b"]" * 50_000,
    b'{"v":1,"f":' + b'{"a":' * 20_000 + b"1" + b"}" * 20_000 + b"}",
    b"{" + b",".join(b'"f%d":1' % number for number in range(60_000)) + b"}",
    b'{"v":' + b"9" * 5_000 + b"}",
    b'{"v":1e999,"id":"\\ud800"}',
]


@pytest.mark.parametrize("body", NASTY, ids=lambda body: body[:12].decode())
def test_nasty_lines_are_evidence_and_stay_small(desk: ToyDesk, body: bytes) -> None:
    desk.ops.append(body)
    desk.write("visit")
    data = pack_push(desk.batch())
    tracemalloc.start()
    status, answer = desk.knock("push", data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert status == 200, answer
    assert msgspec.json.decode(answer)["acked"] == 2
    assert most < 30 * len(data) + 8_000_000
    assert len(verified(desk).lines) == 2


def test_a_million_fields_in_one_line(desk: ToyDesk) -> None:
    op = msgspec.json.decode(desk.op("visit", "add").canonical())
    body = msgspec.json.encode({**op, "f": {f"f{number}": 1 for number in range(70_000)}})
    assert (
        desk.send(Push(desk.incarnation, 0, desk.hash_at(0).hex(), (Line(body),))).refused[0].code == "wire.too_large"
    )


def test_a_clock_of_the_year_9999(desk: ToyDesk) -> None:
    op = msgspec.json.decode(desk.op("visit", "add").canonical())
    desk.ops = [msgspec.json.encode({**op, "hlc": "ffffffffffffffff-00000000", "at": 253_402_300_799_999})]
    assert desk.push().refused == []
    assert verified(desk).lines[0].clock[:12] == f"{desk.clock.now_ms():012x}"
    desk.write("visit")
    assert desk.push(1).acked == 2


def test_more_than_a_message_may_hold(desk: ToyDesk) -> None:
    status, _ = desk.knock("push", b"x" * (MAX_BYTES + 1))
    assert status == 413
    lines = tuple(Line(b"{}") for _ in range(501))
    assert (
        desk.knock("push", pack_push(Push(desk.incarnation, 0, chain.start(desk.incarnation).hex(), lines)))[0] == 413
    )


@pytest.mark.parametrize("incarnation", ["", "zz", "0" * 31, "é" * 32])
def test_a_life_that_has_no_proper_name(desk: ToyDesk, incarnation: str) -> None:
    desk.write("visit")
    push = Push(incarnation, 0, desk.hash_at(0).hex(), (Line(desk.ops[0]),))
    assert desk.knock("push", pack_push(push))[0] == 400


@pytest.mark.parametrize("base", [-1, 2**70])
def test_a_place_that_is_none(desk: ToyDesk, base: int) -> None:
    desk.write("visit")
    data = pack_push(desk.batch()).replace(b'"base":0', b'"base":%d' % base)
    assert desk.knock("push", data)[0] in (200, 400)


def test_words_that_no_database_takes_hold_up_nothing(desk: ToyDesk) -> None:
    """PostgreSQL knows no NUL in a text and no long word in an index; neither knows a number beyond 64 bits."""
    desk.hlc = Hlc(desk.clock.now_ms() + 86_400_000, 0, desk.hlc.device)
    held = desk.write("operator", by="", label="a\0b" * 100, role="guard", active=True)
    desk.push()  # a held clock value: from now on the hub looks bases up
    desk.write("setting", by=held.eid, key="a\0", value="b\0")
    desk.write("resident", phone="1\0", base={"phone": "\0"})
    for _ in range(2):
        desk.write("door", building="3\0", room="x" * 50_000)
        desk.write("loan", item="轮椅\0" * 5_000)
        desk.write("points", account="a\0" + "b" * 9_000, amount=1)
    desk.write("points", account="c", amount=2**63)
    desk.write("points", account="d", amount=-(2**63) - 1)
    for _ in range(3):
        desk.write("points", account="c", amount=2**53)
    desk.ops.append(b'{"v":1,"k":"a\\u0000b","eid":"\\u0000","id":"\\u0000"}')
    answer = desk.push(1)
    assert answer.acked == len(desk.ops)
    assert [line.code for line in answer.refused] == ["wire.malformed"]
    tasks = desk.hub.db.read(lambda conn: reads.tasks(conn, desk.site_id))
    assert sorted(task.sort for task in tasks) == ["double_claim", "double_entry", "right_missing"]
    assert sum(desk.hub.db.read(lambda conn: reads.balances(conn, desk.site_id, "points")).values()) == 2 + 3 * 2**53
    assert len(verified(desk).lines) == len(desk.ops)


def test_a_name_that_no_database_takes(desk: ToyDesk) -> None:
    said = Hello(PROTO, "0.2\0", 1, desk.incarnation, 0, 0, 0, 0, 0, "南\0门")
    assert door(desk.hub, desk.caller, "hello", said, HelloAnswer).proto == PROTO
