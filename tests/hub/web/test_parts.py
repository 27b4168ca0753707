"""Small parts on their own: nonces, guards, logs, the budget of bodies, pins."""

from __future__ import annotations

import asyncio
import gzip
import io
import json
import logging
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import Refused, Trouble
from desk.hub import bodies, guards, logs, opening, tls
from desk.hub.db import Db
from desk.hub.nonces import MemoryNonces, TableNonces
from desk.hub.serving import Listen
from desk.hub.tables_admin import NONCE
from desk.wire.messages import BadMessage
from desk.wire.signing import WINDOW_MS, Signed

NOW = 1_795_000_000_000


def signed(nonce: str = "n", at: int = NOW, device: str = "b") -> Signed:
    return Signed("a" * 32, device * 32, nonce, at)


@pytest.mark.parametrize("kind", ["memory", "table"])
def test_a_nonce_counts_once_for_each_device(db: Db, kind: str) -> None:
    nonces = MemoryNonces(NOW - 1000) if kind == "memory" else TableNonces(db)
    assert nonces.refusal(signed(), NOW) == ""
    assert nonces.refusal(signed(), NOW) == "auth.replayed"
    assert nonces.refusal(signed(device="c"), NOW) == ""
    assert nonces.refusal(signed("other"), NOW) == ""
    nonces.forget(NOW + WINDOW_MS // 2)
    assert nonces.refusal(signed(), NOW) == "auth.replayed"


def test_what_was_signed_before_the_process_began_may_be_a_replay() -> None:
    nonces = MemoryNonces(NOW + 700)
    assert nonces.refusal(signed(at=NOW), NOW + 900) == ""  # the same second: `created` knows no finer
    assert nonces.refusal(signed("x", at=NOW - 1000), NOW + 900) == "auth.stale"


def test_nonces_do_not_pile_up(db: Db) -> None:
    memory, table = MemoryNonces(NOW), TableNonces(db)
    for n in range(50):
        memory.refusal(signed(str(n), NOW + n * 60_000), NOW)
        table.refusal(signed(str(n), NOW + n * 60_000), NOW)
    later = NOW + 60 * 60_000
    for nonces in (memory, table):
        nonces.forget(later)
    assert len(memory._by_minute) < 8
    rows = db.read(lambda c: c.execute(NONCE.select()).all())
    assert all(row.at > later - 2 * WINDOW_MS for row in rows)


def test_guesses_wait_longer_each_time_and_are_forgiven(db: Db) -> None:
    subject = guards.subject("account", "李老师")
    assert "李" not in subject
    waits = []
    for _ in range(12):
        db.write(lambda c: guards.note_wrong(c, NOW, subject))
        try:
            db.read(lambda c: guards.check(c, NOW, "account.wait", subject))
            waits.append(0)
        except Refused as no:
            waits.append(no.facts["wait_s"])  # type: ignore[arg-type]
    assert waits == [0, 0, 0, 0, 15, 30, 60, 120, 300, 900, 900, 900]
    db.read(lambda c: guards.check(c, NOW + 900_000, "account.wait", subject))
    db.write(lambda c: guards.forgive(c, subject))
    db.read(lambda c: guards.check(c, NOW, "account.wait", subject))
    db.write(lambda c: guards.note_wrong(c, NOW, subject))
    db.write(lambda c: guards.forget(c, NOW + 2 * 86_400_000))
    assert db.read(lambda c: c.execute(guards.GUARD.select()).all()) == []


@given(st.binary(max_size=5000))
def test_a_body_comes_out_as_it_went_in(body: bytes) -> None:
    packed, encoding = bodies.pack(body, "gzip, br")
    assert bodies.unpack(packed, encoding) == body
    assert bodies.pack(body, "br") == (body, "")


@given(st.integers(0, 3000), st.integers(-2, 2))
def test_the_limit_is_exact(limit: int, beside: int) -> None:
    body = b"x" * max(0, limit + beside)
    for encoding, sent in (("", body), ("gzip", gzip.compress(body))):
        if len(body) <= limit:
            assert bodies.unpack(sent, encoding, limit) == body
        else:
            with pytest.raises(BadMessage, match=r"wire\.too_large"):
                bodies.unpack(sent, encoding, limit)


def test_bodies_together_have_so_much_room() -> None:
    room = bodies.Room(100)
    with room.hold(60):
        with pytest.raises(bodies.Busy), room.hold(41):
            pass
        with room.hold(40):
            pass
    with room.hold(100):
        pass


def test_a_body_is_read_no_further_than_its_limit() -> None:
    given_out = []

    async def stream():  # type: ignore[no-untyped-def]
        for _ in range(100):
            given_out.append(1)
            yield b"x" * 10

    with pytest.raises(BadMessage):
        asyncio.run(bodies.read(stream(), 55))
    assert len(given_out) == 6


def test_the_log_tells_where_a_bug_is_and_nothing_of_what_it_choked_on() -> None:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logs.JsonLines())
    try:
        raise ValueError("INSERT ... parameters: ('王小明', '10400000001')")
    except ValueError:
        record = logging.LogRecord(
            "desk.hub", logging.ERROR, __file__, 1, "Exception in ASGI application", (), sys.exc_info()
        )
    record.facts = {"door": "push", "status": 500}
    handler.emit(record)
    line = json.loads(out.getvalue())
    assert (line["event"], line["door"], line["level"]) == ("Exception in ASGI application", "push", "error")
    assert line["trace"][0] == "ValueError"
    assert "test_parts.py" in line["trace"][1]
    assert "王小明" not in out.getvalue()
    assert "10400000001" not in out.getvalue()


@pytest.mark.parametrize(("host", "near"), [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("192.168.1.5", False), ("hub.example", False)])  # fmt: skip
def test_which_addresses_only_this_machine_reaches(host: str, near: bool) -> None:
    assert tls.is_loopback(host) is near


def test_how_others_reach_it(tmp_path: Path) -> None:
    cert, key = tls.make_certificate(tmp_path, ["hub.example", "192.0.2.9"], NOW)
    assert Listen("127.0.0.1", 0, insecure_http=True).where(81).url == "http://127.0.0.1:81"
    assert Listen("::1", 0, insecure_http=True).where(81).url == "http://[::1]:81"
    behind = Listen("127.0.0.1", 0, insecure_http=True, url="https://hub.example/")
    behind.check()
    assert (behind.where(81).url, behind.where(81).secure, behind.where(81).pin) == ("https://hub.example", True, "")
    own = Listen("192.0.2.9", 443, cert, key)
    own.check()
    assert (own.where(443).url, own.where(443).pin) == ("https://192.0.2.9:443", tls.pin_of(cert))
    assert Listen("192.0.2.9", 443, cert, key, pin=False).where(443).pin == ""
    assert not Listen("0.0.0.0", 443, cert, key).where(443).url.startswith("https://0.0.0.0")
    with pytest.raises(Refused, match=r"hub\.certificate"):
        Listen("192.0.2.9", 443, tmp_path / "none.pem", key).check()


def test_one_process_has_a_file_to_itself(tmp_path: Path) -> None:
    path = str(tmp_path / "hub.db")
    with opening.alone(path):
        with pytest.raises(Trouble, match=r"hub\.served_already"), opening.alone("sqlite:///" + path):
            pass
        with opening.alone("postgresql://x/y"), opening.alone("postgresql://x/y"):
            pass
    with opening.alone(path):
        assert opening.file_of(path) == tmp_path / "hub.db"
