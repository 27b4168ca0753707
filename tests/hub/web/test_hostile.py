"""Bytes meant to hurt: bombs, a million fields, the year 9999, frames cut anywhere; refused, in bounded memory."""

from __future__ import annotations

import gzip
import json
import os
import socket
import tracemalloc
import zlib
from collections.abc import Callable

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.hub import bodies
from desk.wire import chain
from desk.wire.messages import MAX_BYTES, BadMessage, pack_push
from tests.conftest import LogWatch
from tests.hub.web.served import NetDesk, Served

MIB = 1024 * 1024


def peak(work: Callable[[], object]) -> int:
    """Bytes that Python held at most during this, above what it held before."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def bomb(unpacked: int) -> bytes:
    folding = zlib.compressobj(9, zlib.DEFLATED, bodies.GZIP)
    return b"".join([*(folding.compress(bytes(MIB)) for _ in range(unpacked // MIB)), folding.flush()])


def test_a_bomb_never_unfolds(net: NetDesk) -> None:
    packed = bomb(1024 * MIB)
    assert len(packed) < 2 * MIB
    head = {"Content-Encoding": "gzip"}
    answers = []
    held = peak(lambda: answers.append(net.request("POST", "/sync/v1/push", packed, **head)))
    assert (answers[0].status_code, answers[0].json()["code"]) == (413, "wire.too_large")
    assert held < 40 * MIB, held


def test_a_bomb_of_a_stranger_is_not_even_opened(served: Served, net: NetDesk) -> None:
    packed = bomb(256 * MIB)
    stranger = served.desk(site_id=net.site_id)
    answers = []
    held = peak(
        lambda: answers.append(stranger.request("POST", "/sync/v1/push", packed, **{"Content-Encoding": "gzip"}))
    )
    assert answers[0].status_code == 401
    assert held < 4 * MIB, held
    answer = served.client.post("/sync/v1/enrol", content=packed[:60_000], headers={"Content-Encoding": "gzip"})
    assert answer.status_code in (400, 413)


def test_a_bomb_in_a_bomb_stays_packed() -> None:
    inner = gzip.compress(bomb(64 * MIB))
    assert bodies.unpack(inner, "gzip")[:2] == b"\x1f\x8b"
    with pytest.raises(BadMessage):
        bodies.unpack(bomb(9 * MIB), "gzip")


def test_more_than_a_message_may_hold(net: NetDesk, served: Served) -> None:
    for body in (os.urandom(bodies.SENT_LIMIT + 1),):
        answer = net.ask("push", body)
        assert (answer.status_code, answer.json()["code"]) == (413, "wire.too_large")

    def endless() -> object:
        for _ in range(2 * bodies.SENT_LIMIT // MIB):
            yield os.urandom(MIB)

    fields = net.signed("POST", "/sync/v1/push", b"")
    held = []
    try:
        held.append(served.client.post("/sync/v1/push", content=endless(), headers=fields).status_code)  # type: ignore[arg-type]
    except httpx.HTTPError:  # the hub closed the line while we were still sending: as good
        held.append(413)
    assert held == [413]


def op_line(**changed: object) -> bytes:
    line: dict[str, object] = {
        "v": 1, "id": os.urandom(16).hex(), "hlc": "019ad00000000000-aaaaaaaa", "k": "visit", "act": "add",
        "eid": os.urandom(16).hex(), "f": {}, "by": "u1", "at": 1, "off": None, "tx": "", "txn": 1,
    }  # fmt: skip
    return json.dumps({**line, **changed}, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def raw_push(desk: NetDesk, *lines: bytes, n: int | None = None) -> bytes:
    head = json.dumps({"proto": 1, "incarnation": desk.incarnation, "base": 0,
                       "base_hash": chain.start(desk.incarnation).hex(), "n": len(lines) if n is None else n})  # fmt: skip
    return b"\n".join((head.encode(), *lines, b""))


def test_a_million_fields(net: NetDesk) -> None:
    many = {f"{n:x}": 0 for n in range(600_000)}
    body = raw_push(net, op_line(f=many))
    assert len(body) < MAX_BYTES
    answers = []
    held = peak(lambda: answers.append(net.ask("push", body, packed=True)))
    assert answers[0].status_code == 200
    assert [line["code"] for line in answers[0].json()["refused"]] == ["wire.too_large"]
    assert held < 60 * MIB, held
    deep = b'{"v":1,"id":' + b"[" * 1_000_000 + b"]" * 1_000_000 + b"}"
    for hostile in (deep, b"[" * 5_000_000, b"{" * 100_000):
        assert net.ask("hello", hostile, packed=True).status_code == 400


@pytest.mark.parametrize(
    "changed",
    [
        {"hlc": "ffffffffffffffff-aaaaaaaa"}, {"hlc": "0e677d21fdbf0000-aaaaaaaa"}, {"at": 253_402_300_799_999},
        {"at": 2**70}, {"at": -(2**70)}, {"at": 1e300}, {"hlc": 5}, {"f": []}, {"f": {"gate": {"a": [1] * 1000}}},
        {"id": "x"}, {"k": "Visit!"}, {"act": "explode"}, {"v": 99}, {"v": -1}, {"by": "u" * 1000}, {"base": {"a": 1}},
    ],
)  # fmt: skip
def test_the_year_9999_and_wrong_types_do_not_stop_the_queue(net: NetDesk, changed: dict[str, object]) -> None:
    """Whatever the line is, the next push of the same desk goes through, and the log can be read."""
    lines = [op_line(**changed), op_line(f={"gate": "南门"})]
    answer = net.ask("push", raw_push(net, *lines))
    assert answer.status_code == 200, answer.text
    assert answer.json()["acked"] == 2
    net.ops = lines
    net.write(gate="北门")
    assert net.push(base=2).acked == 3


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.floats(0, 0.999), flip=st.integers(0, 255))
def test_a_frame_cut_or_bent_anywhere_is_refused_whole(net: NetDesk, cut: float, flip: int) -> None:
    fresh = NetDesk(net.served, net.key, net.site_id, net.device_id)
    for _ in range(5):
        fresh.write(gate="南门")
    body = fresh.batch()
    at = int(len(body) * cut)
    head = net.hello().json()["heads"][f"s:{net.site_id}"]
    assert net.ask("push", body[:at]).status_code == 400
    bent = net.ask("push", body[:at] + bytes([body[at] ^ flip or 1]) + body[at + 1 :], packed=True)
    assert bent.status_code in (200, 400), bent.text
    assert net.hello().json()["heads"][f"s:{net.site_id}"] - head in range(6)
    assert net.request(
        "POST", "/sync/v1/push", gzip.compress(body)[: at + 8], **{"Content-Encoding": "gzip"}
    ).status_code in (200, 400)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    door=st.sampled_from(["push", "pull", "find", "hello", "snapshot", "digest", "invite", "rotate"]),
    body=st.binary(max_size=300),
)
def test_no_bytes_break_a_door(net: NetDesk, door: str, body: bytes) -> None:
    assert net.ask(door, body).status_code in (400, 404)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    door=st.sampled_from(["push", "pull", "find", "hello", "snapshot", "digest", "invite", "rotate"]),
    body=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["scope", "seq", "chain", "limit", "points", "token", "proto", "n"]), inner, max_size=6),
        max_leaves=20,
    ),
)  # fmt: skip
def test_no_json_breaks_a_door(net: NetDesk, door: str, body: object) -> None:
    assert net.ask(door, json.dumps(body).encode() + b"\n").status_code in (400, 403, 404)


def test_a_connection_that_says_nonsense(served: Served, log_watch: LogWatch) -> None:
    log_watch.expect("Invalid HTTP request")
    host, _, port = served.url.removeprefix("http://").partition(":")
    for bytes_sent in (b"\x16\x03\x01\x00\xa5", b"GET\r\n\r\n", b"POST /sync/v1/push HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
                       b"POST /sync/v1/push HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999\r\n\r\n"):  # fmt: skip
        with socket.create_connection((host, int(port)), timeout=10) as line:
            line.sendall(bytes_sent)
            answer = line.recv(4096)
            assert answer.startswith((b"HTTP/1.1 400", b"HTTP/1.1 413")), answer
    assert served.client.get("/healthz").status_code == 200


def test_an_empty_push_is_no_harm(net: NetDesk) -> None:
    from desk.wire.messages import Push

    empty = pack_push(Push(net.incarnation, 0, chain.start(net.incarnation).hex(), ()))
    assert net.ask("push", empty).json()["result"] == "ok"
