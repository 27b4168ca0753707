"""The proxy does each fault as it says, and nothing when told nothing: a test that drops nothing proves nothing."""

from __future__ import annotations

import gzip
import http.client
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.chaos.faults import Fault, What, dice, script
from tests.chaos.proxy import FaultProxy

LOST = (http.client.HTTPException, ConnectionError)


class Hub(ThreadingHTTPServer):
    """Counts the bodies it gets and answers each with twice its bytes; `/chunks` in chunks."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.bodies: list[bytes] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Hub

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.bodies.append(body)
        self.send_response(200)
        if self.path == "/chunks":
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"%x\r\n%b\r\n" % (len(body), body) * 2 + b"0\r\n\r\n")
            return
        self.send_header("content-length", str(2 * len(body)))
        self.end_headers()
        self.wfile.write(body * 2)

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def hub() -> Iterator[Hub]:
    with Hub() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def post(port: int, body: bytes, path: str = "/x", headers: dict[str, str] | None = None) -> tuple[int, bytes]:
    """One request on a new connection. Raises one of LOST when the line dies."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        line.request("POST", path, body, headers or {})
        answer = line.getresponse()
        return answer.status, answer.read()
    finally:
        line.close()


def lost(port: int, body: bytes) -> bool:
    try:
        post(port, body)
    except LOST:
        return True
    return False


def test_a_good_line_carries_everything_on_one_connection(hub: Hub) -> None:
    with FaultProxy(hub.port) as line:
        wire = http.client.HTTPConnection("127.0.0.1", line.port, timeout=5)
        for number in range(5):
            wire.request("POST", "/x", b"%d" % number)
            assert wire.getresponse().read() == b"%d%d" % (number, number)
        wire.close()
        assert post(line.port, b"abc", "/chunks") == (200, b"abcabc")
        assert [seen.status for seen in line.log] == [200] * 6
        assert (line.log[-1].sent, line.log[-1].received) == (3, 6)


@pytest.mark.parametrize(
    ("what", "reaches", "answered"),
    [
        (What.DROP_REQUEST, [], False), (What.DROP_ANSWER, [b"body"], False), (What.TWICE, [b"body"] * 2, True),
        (What.LATE, [], False), (What.CUT_REQUEST, [b"bo"], True), (What.CUT_ANSWER, [b"body"], False),
    ],
)  # fmt: skip
def test_each_fault_loses_what_it_says(hub: Hub, what: What, reaches: list[bytes], answered: bool) -> None:
    with FaultProxy(hub.port, script(Fault(what))) as line:
        assert lost(line.port, b"body") is not answered
        assert hub.bodies == reaches
        assert post(line.port, b"next") == (200, b"nextnext"), "the line is good again"


def test_a_late_request_comes_after_a_newer_one(hub: Hub) -> None:
    with FaultProxy(hub.port, script(Fault(What.LATE))) as line:
        assert lost(line.port, b"first")
        assert post(line.port, b"second") == (200, b"secondsecond")
    assert hub.bodies == [b"second", b"first"]


def test_a_short_answer_looks_whole(hub: Hub) -> None:
    with FaultProxy(hub.port, script(Fault(What.SHORT_ANSWER))) as line:
        assert post(line.port, b"body") == (200, b"body"), "half of bodybody, and the length says so"


def test_a_status_never_reaches_the_hub(hub: Hub) -> None:
    with FaultProxy(hub.port, script(Fault(What.STATUS, 503))) as line:
        assert post(line.port, b"body")[0] == 503
    assert hub.bodies == []


def test_a_slow_line_and_a_delay_lose_nothing(hub: Hub) -> None:
    big = bytes(5000)
    with FaultProxy(hub.port, script(Fault(What.SLOW, 500_000), Fault(What.DELAY, 0.01))) as line:
        assert [post(line.port, big), post(line.port, big)] == [(200, big * 2)] * 2


def test_a_pulled_cable_kills_what_is_open_and_can_be_put_back(hub: Hub) -> None:
    with FaultProxy(hub.port) as line:
        wire = http.client.HTTPConnection("127.0.0.1", line.port, timeout=5)
        wire.request("POST", "/x", b"1")
        assert wire.getresponse().read() == b"11"
        with line.unplugged():
            assert lost(line.port, b"2")
            with pytest.raises(LOST):
                once_more(wire)
        wire.close()
        assert post(line.port, b"4") == (200, b"44")
    assert hub.bodies == [b"1", b"4"]


def once_more(wire: http.client.HTTPConnection) -> None:
    wire.request("POST", "/x", b"3")
    wire.getresponse()


def test_a_hub_that_is_down_is_a_dead_line(hub: Hub) -> None:
    with FaultProxy(port_of_nobody()) as line:
        assert lost(line.port, b"x")


def port_of_nobody() -> int:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as gone:
        return int(gone.server_address[1])


def test_kept_traffic_is_seen_unpacked(hub: Hub) -> None:
    with FaultProxy(hub.port, keep=True) as line:
        post(line.port, gzip.compress(b"canary " * 30), headers={"Content-Encoding": "gzip", "X-Mark": "head"})
        seen = b"\n".join(line.traffic())
    assert b"canary canary" in seen
    assert b"X-Mark: head" in seen


def test_the_same_seed_is_the_same_weather() -> None:
    drawn = [[dice(seed, 0.4)(n, "POST", "/") for n in range(1, 400)] for seed in (7, 7, 8)]
    assert drawn[0] == drawn[1] != drawn[2]
    seen = Counter(fault.what for fault in drawn[0])
    assert set(seen) == set(What)
    assert 0.5 < seen[What.NOTHING] / 399 < 0.7


def test_rough_weather_does_every_harm_there_is(hub: Hub) -> None:
    with FaultProxy(hub.port, dice(3, 0.6)) as line:
        died = sum(lost(line.port, b"%05d" % number) for number in range(150))
    seen = Counter(hub.bodies)
    never = [n for n in range(150) if b"%05d" % n not in seen]
    assert died > 20
    assert never
    assert any(count > 1 for count in seen.values())
    assert any(len(body) < 5 for body in seen), "cut requests"
    assert hub.bodies != sorted(hub.bodies), "out of order"
