"""A hub behind a real server on loopback, and a desk that speaks to it over HTTP with signed requests."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import httpx
import uvicorn
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk.core.ids import new_id
from desk.hub import enrolment, places
from desk.hub.face import Face
from desk.hub.hub import Hub
from desk.hub.serving import build_app
from desk.wire import answers, chain, enrol
from desk.wire.messages import Line, Push, pack_push
from desk.wire.ops import Op
from desk.wire.signing import sign
from tests.fakes.clock import FakeClock

T = TypeVar("T")


@dataclass
class Served:
    """hub and face: what runs behind `url`, in this process, so that a test can look into it."""

    hub: Hub
    face: Face
    clock: FakeClock
    url: str
    client: httpx.Client

    def district(self, name: str = "临江街道") -> str:
        return self.hub.db.write(lambda conn: places.make_district(conn, self.hub.now(), "test", name))

    def site(self, district_id: str, name: str = "锦绣苑") -> str:
        return self.hub.db.write(lambda conn: places.plan_site(conn, self.hub.now(), "test", district_id, name))

    def code(self, site_id: str, keybox: str = "") -> str:
        return self.hub.db.write(lambda c: enrolment.make_code(c, self.hub.now(), "test", site_id, keybox)).text

    def desk(self, **made: Any) -> NetDesk:
        """A desk that is not enrolled yet."""
        return NetDesk(self, **made)

    def enrolled(self, name: str = "锦绣苑", district_id: str = "") -> NetDesk:
        """The first desk of a new site."""
        desk = self.desk()
        answer = desk.enrol(self.code(self.site(district_id or self.district(), name)))
        assert answer.status_code == 200, answer.text
        return desk


@dataclass
class NetDesk:
    """One device with its own key. off_ms: how far its idea of the hub's time is from the hub's."""

    served: Served
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    site_id: str = ""
    device_id: str = ""
    incarnation: str = ""
    off_ms: int = 0
    ops: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        now = self.served.clock.now_ms()
        self.site_id, self.device_id = self.site_id or new_id(now), self.device_id or new_id(now)
        self.incarnation = self.incarnation or new_id(now)

    def enrol(self, code: str, *, site_id: str | None = "own", h: int = 1) -> httpx.Response:
        site = self.site_id if site_id == "own" else site_id
        ask = enrol.EnrolAsk(h, code, "", self.device_id, site, "南门", "0.2.0")
        return self.served.client.post("/sync/v1/enrol", content=enrol.signed_ask(self.key, ask))

    def signed(self, method: str, target: str, body: bytes = b"") -> dict[str, str]:
        now = self.served.clock.now_ms() + self.off_ms
        return sign(self.key, self.site_id, self.device_id, method, target, body, now)

    def request(self, method: str, target: str, body: bytes = b"", **head: str) -> httpx.Response:
        fields = {**head, **self.signed(method, target, body)}
        return self.served.client.request(method, target, content=body, headers=fields)

    def ask(self, door: str, body: bytes, *, packed: bool = False) -> httpx.Response:
        if packed:
            return self.request("POST", f"/sync/v1/{door}", gzip.compress(body), **{"Content-Encoding": "gzip"})
        return self.request("POST", f"/sync/v1/{door}", body)

    def poll(self, wait_s: int = 0, **known: int) -> httpx.Response:
        scopes = "&".join(f"{name[0]}:{name[1:]}={seq}" for name, seq in known.items())
        return self.request("GET", f"/sync/v1/poll?wait={wait_s}&{scopes}")

    def hello(self) -> httpx.Response:
        said = answers.Hello(1, "0.2.0", 1, self.incarnation, self.served.clock.now_ms(), waiting=3, name="南门")
        return self.ask("hello", answers.pack(said))

    def write(self, kind: str = "visit", **fields: Any) -> Op:
        now = self.served.clock.now_ms()
        op = Op(
            new_id(now),
            f"{now:012x}{len(self.ops):04x}-{self.device_id[-8:]}",
            kind,
            "add",
            new_id(now),
            "u1",
            now,
            fields,
        )
        self.ops.append(op.canonical())
        return op

    def batch(self, base: int = 0) -> bytes:
        found = chain.start(self.incarnation)
        for body in self.ops[:base]:
            found = chain.link(found, body)
        return pack_push(Push(self.incarnation, base, found.hex(), tuple(Line(body) for body in self.ops[base:])))

    def push(self, base: int = 0) -> answers.PushAnswer:
        answer = self.ask("push", self.batch(base), packed=True)
        assert answer.status_code == 200, answer.text
        return answers.unpack(answers.PushAnswer, answer.content)


@contextmanager
def serving(hub: Hub, clock: FakeClock, **options: Any) -> Iterator[Served]:
    """A real uvicorn on a free port of loopback, in a thread of its own."""
    face, app = build_app(hub, options.pop("where", None))
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, access_log=False, **options)
    server = uvicorn.Server(config)
    ready = threading.Event()
    told = server.startup

    async def startup(*args: Any, **named: Any) -> None:
        await told(*args, **named)
        ready.set()

    server.startup = startup  # type: ignore[method-assign]
    thread = threading.Thread(target=server.run, name="served")
    thread.start()
    assert ready.wait(20)
    port = server.servers[0].sockets[0].getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    with httpx.Client(base_url=url, timeout=30) as client:
        yield Served(hub, face, clock, url, client)
    face.close_soon()
    server.should_exit = True
    thread.join(20)
    assert not thread.is_alive()
