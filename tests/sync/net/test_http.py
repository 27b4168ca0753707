"""The line to a hub: pinned keys, wrong clocks, strangers in between, answers that are too much; and no secret in it."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk import syncing
from desk.app import Desk
from desk.core.clock import SystemClock
from desk.core.errors import Refused, Trouble
from desk.core.ids import new_id
from desk.hub import tls as hub_tls
from desk.operators.rules import COMMAND
from desk.store import identity
from desk.sync.http import HttpTransport, Who
from desk.sync.line import Line
from desk.wire.enrol import Ticket
from tests.fakes.clock import FakeClock
from tests.sync.net.hubs import HubProcess, enrolled, gates, standing, write

Closing = Callable[[Desk], Desk]
DAY = 86_400_000


@contextmanager
def stranger(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """Somebody who answers as they like."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", 0)))
            answer(self)

        do_GET = do_POST

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def say(handler: BaseHTTPRequestHandler, status: int, body: bytes, **fields: str) -> None:
    handler.send_response(status)
    for name, value in fields.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def transport(url: str, clock: FakeClock | None = None) -> HttpTransport:
    now = SystemClock().now_ms()
    who = Who(new_id(now), new_id(now), Ed25519PrivateKey.generate())
    return HttpTransport(url, "", who, clock or SystemClock())


def code_of(url: str, door: str = "hello") -> str:
    made = transport(url)
    try:
        made.ask(door, b"{}")
    except (Trouble, Refused) as fault:
        return fault.code
    finally:
        made.close()
    return ""


def test_a_clock_a_day_off_recovers(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    for number, off in enumerate((DAY, -DAY)):
        clock = FakeClock(SystemClock().now_ms() + off)
        desk = closing(standing(tmp_path / str(number), clock=clock))
        syncing.enrol(desk, hub.ticket(), COMMAND)
        clock.set(SystemClock().now_ms() - off)  # somebody turns it the other way
        write(desk, "0100-1")
        syncing.once(desk)
        with desk.store.reading() as r:
            assert identity.here(r).waiting == 0
            assert abs(int(r.identity["hub_offset_ms"]) - off) < 60_000


def test_the_hub_s_key_is_pinned(tmp_path: Path, closing: Closing) -> None:
    now = SystemClock().now_ms()
    cert, key = hub_tls.make_certificate(tmp_path / "tls", ["127.0.0.1"], now)
    extra = ("--cert", str(cert), "--key", str(key))
    (tmp_path / "hub").mkdir()
    hub = HubProcess(tmp_path / "hub", extra=extra, scheme="https", pin=hub_tls.pin_of(cert))
    hub.start()
    try:
        desk = closing(enrolled(hub, tmp_path / "a"))
        assert gates(desk)
        other = closing(standing(tmp_path / "b"))
        ticket = hub.ticket()
        with pytest.raises(Trouble, match=r"sync\.pin"):
            syncing.enrol(other, Ticket(1, ticket.url, "0" * 64, ticket.code), COMMAND)
        with pytest.raises(Trouble, match=r"sync\.tls"):  # without a pin an authority would have to vouch for it
            syncing.enrol(other, Ticket(1, ticket.url, "", ticket.code), COMMAND)
        syncing.enrol(other, ticket, COMMAND)  # the code was never shown to anybody else
        hub.stop()
        cert2, key2 = hub_tls.make_certificate(tmp_path / "tls2", ["127.0.0.1"], now)
        hub.extra = ("--cert", str(cert2), "--key", str(key2))
        hub.start()
        with pytest.raises(Trouble, match=r"sync\.pin"):
            syncing.once(desk)
        hub.stop()
        hub.extra = extra
        hub.start()
        syncing.once(desk)
    finally:
        hub.kill()


def test_nobody_there(tmp_path: Path) -> None:
    from tests.chaos.processes import free_port

    assert code_of(f"http://127.0.0.1:{free_port()}") == "sync.no_line"


@pytest.mark.parametrize(
    ("status", "body", "fields", "code"),
    [
        (200, b"<html>please sign in</html>", {}, "sync.not_a_hub"),
        (302, b"", {"Location": "http://203.0.113.1/"}, "sync.not_a_hub"),
        (502, b"bad gateway", {}, "sync.hub_trouble"),
        (503, b'{"code":"hub.busy","hub_ms":1}', {"hub_ms": "1"}, "sync.hub_trouble"),
        (404, b"", {"hub_ms": "1"}, "sync.hub_trouble"),
        (401, b'{"code":"auth.unknown_key"}', {"hub_ms": "1"}, "sync.unknown_here"),
        (401, b'{"code":"auth.clock"}', {"hub_ms": "1"}, "sync.not_believed"),
        (403, b'{"code":"hub.scope"}', {"hub_ms": "1"}, "sync.hub_trouble"),
        (403, b'{"code":"hub.device_unknown"}', {"hub_ms": "1"}, "sync.unknown_here"),
        (200, b"x", {"hub_ms": "1", "Content_Encoding": "gzip"}, "sync.page_broken"),
        (200, b"x", {"hub_ms": "1", "Content_Encoding": "br"}, "sync.page_broken"),
        (200, gzip.compress(bytes(9 * 1024 * 1024)), {"hub_ms": "1", "Content_Encoding": "gzip"}, "sync.page_broken"),
        (200, bytes(9 * 1024 * 1024), {"hub_ms": "1"}, "sync.page_broken"),
        (200, gzip.compress(b"whole", mtime=0)[:-4], {"hub_ms": "1", "Content_Encoding": "gzip"}, "sync.page_broken"),
    ],
)
def test_what_somebody_else_answers(status: int, body: bytes, fields: dict[str, str], code: str) -> None:
    with stranger(lambda handler: say(handler, status, body, **fields)) as url:
        assert code_of(url) == code


def test_an_answer_that_breaks_off() -> None:
    def cut(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("hub-ms", "1")
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b"only this")
        handler.close_connection = True

    with stranger(cut) as url:
        assert code_of(url) == "sync.no_line"


def test_a_kept_connection_that_died_is_opened_again() -> None:
    asked: list[str] = []

    def once_each(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.headers["Signature-Input"])
        say(handler, 200, b"{}", hub_ms=str(SystemClock().now_ms()))
        handler.close_connection = True  # without saying so

    with stranger(once_each) as url:
        made = transport(url)
        try:
            for _ in range(3):
                assert made.ask("hello", b"{}").status == 200
        finally:
            made.close()
    assert len(set(asked)) == len(asked)  # each anew signed


def test_a_line_that_was_cut_ends_at_once() -> None:
    arrived, leave = threading.Event(), threading.Event()

    def hang(handler: BaseHTTPRequestHandler) -> None:
        arrived.set()
        leave.wait(20)

    found: list[str] = []
    with stranger(hang) as url:
        made = transport(url)

        def ask() -> None:
            try:
                made.ask("hello", b"{}")
            except Trouble as trouble:
                found.append(trouble.code)

        thread = threading.Thread(target=ask)
        thread.start()
        assert arrived.wait(10)
        made.cut()
        thread.join(2)
        assert found == ["sync.stopped"]
        leave.set()
        made.close()


def test_a_hub_under_a_path_of_a_proxy() -> None:
    seen: list[str] = []

    def note(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.path)
        say(handler, 200, b"{}", hub_ms="1")

    with stranger(note) as url:
        line = Line(f"{url}/gate/")
        try:
            assert line.send("POST", "/sync/v1/hello", b"{}", {}).status == 200
        finally:
            line.close()
    assert seen == ["/gate/sync/v1/hello"]
