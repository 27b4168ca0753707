"""A desk reduced to what a hub sees of it: operations in a chain, pushed and pulled through the byte-level doors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from desk.core.ids import new_id
from desk.hub.doors import answer
from desk.hub.hub import Hub
from desk.hub.push import Caller
from desk.wire import chain
from desk.wire.answers import FindAnswer, FindAsk, NoPage, PullAsk, PushAnswer, pack, unpack
from desk.wire.hlc import Hlc
from desk.wire.kinds import Kind, Kinds
from desk.wire.messages import Line, Page, Push, pack_push, unpack_page
from desk.wire.ops import Op
from desk.wire.sharing import Merge, Sharing
from tests.fakes.clock import FakeClock

SITE = Sharing.SITE
KINDS = Kinds(
    [
        Kind("visit", Merge.FACT, {"gate": SITE, "purpose": SITE, "id_number": Sharing.SEALED}),
        Kind("resident", Merge.RECORD, {"phone": SITE, "note": SITE, "card": SITE}, {"card": {"uid": SITE}}),
        Kind("points", Merge.LEDGER, {"account": SITE, "amount": SITE}),
        Kind("loan", Merge.CLAIM, {"item": SITE, "releases": SITE}),
        Kind("door", Merge.RECORD, {"building": SITE, "room": SITE, "note": SITE}, key=("building", "room")),
        Kind(
            "report", Merge.RECORD, {"words": SITE, "photos": SITE, "paper": SITE}, files=frozenset({"photos", "paper"})
        ),
        Kind("decree", Merge.RECORD, {"words": SITE}, by_hub=True),
        Kind("setting", Merge.RECORD, {"key": SITE, "value": SITE}),
        Kind(
            "operator",
            Merge.RECORD,
            {"label": SITE, "role": SITE, "active": SITE, "valid_until": SITE, "pin_hash": Sharing.SEALED},
        ),
    ]
)


def door(hub: Hub, caller: Caller, name: str, message: Any, kind: Any) -> Any:
    """Ask, expect 200, and read the answer."""
    status, body = answer(hub, caller, name, pack(message))
    assert status == 200, (status, body)
    return unpack(kind, body)


@dataclass
class ToyDesk:
    """One device. ops: what it has written in this life, in order; ids are random, so copies differ from then on."""

    hub: Hub
    clock: FakeClock
    site_id: str
    device_id: str
    incarnation: str = ""
    ops: list[bytes] = field(default_factory=list)
    at: tuple[int, str] = (0, "")
    pulled: list[bytes] = field(default_factory=list)
    hlc: Hlc = field(default_factory=lambda: Hlc(0, 0, ""))

    @classmethod
    def enrolled(cls, hub: Hub, clock: FakeClock, site_id: str = "", district_id: str = "") -> ToyDesk:
        site_id, device_id = site_id or new_id(clock.now_ms()), new_id(clock.now_ms())
        hub.admit(site_id, device_id, name="南门", district_id=district_id)
        desk = cls(hub, clock, site_id, device_id, new_id(clock.now_ms()))
        desk.hlc = Hlc(0, 0, device_id[24:])
        return desk

    @property
    def caller(self) -> Caller:
        return Caller(self.site_id, self.device_id)

    @property
    def scope(self) -> str:
        return f"s:{self.site_id}"

    def copy(self) -> ToyDesk:
        """The same disk in another machine."""
        return replace(self, ops=list(self.ops), pulled=list(self.pulled))

    # --- writing ----------------------------------------------------------------------------------------------------

    def op(
        self, kind: str, act: str, eid: str = "", *, base: dict[str, str] | None = None, by: str = "u1", **fields: Any
    ) -> Op:
        now = self.clock.now_ms()
        self.hlc = self.hlc.tick(now)
        return Op(new_id(now), str(self.hlc), kind, act, eid or new_id(now), by, now, fields, base or {})

    def write(self, kind: str, act: str = "add", eid: str = "", **fields: Any) -> Op:
        """One operation at the end of the outbox."""
        op = self.op(kind, act, eid, **fields)
        self.ops.append(op.canonical())
        return op

    # --- pushing ----------------------------------------------------------------------------------------------------

    def hash_at(self, seq: int) -> bytes:
        found = chain.start(self.incarnation)
        for body in self.ops[:seq]:
            found = chain.link(found, body)
        return found

    def batch(self, base: int = 0, end: int | None = None) -> Push:
        return Push(self.incarnation, base, self.hash_at(base).hex(), tuple(Line(body) for body in self.ops[base:end]))

    def push(self, base: int = 0, end: int | None = None) -> PushAnswer:
        return self.send(self.batch(base, end))

    def offer(self, lines: Iterable[Line]) -> PushAnswer:
        return self.send(Push(self.incarnation, 0, "", tuple(lines), offered=True))

    def send(self, push: Push) -> PushAnswer:
        status, body = self.knock("push", pack_push(push))
        assert status == 200, (status, body)
        return unpack(PushAnswer, body)

    def knock(self, name: str, body: bytes) -> tuple[int, bytes]:
        return answer(self.hub, self.caller, name, body)

    # --- pulling ----------------------------------------------------------------------------------------------------

    def page(self, seq: int, chain_hex: str, limit: int = 500, scope: str = "") -> Page | NoPage:
        status, body = self.knock("pull", pack(PullAsk(scope or self.scope, seq, chain_hex, limit)))
        if status == 200:
            return unpack_page(body)
        assert status in (409, 410), (status, body)
        return unpack(NoPage, body)

    def first_page(self, limit: int = 500) -> Page | NoPage:
        return self.page(0, self.start, limit)

    @property
    def start(self) -> str:
        return chain.start("scope:" + self.scope).hex()

    def pull(self) -> Page:
        """The whole log from its beginning, as one page."""
        page = self.first_page()
        assert isinstance(page, Page)
        lines = list(page.lines)
        while page.lines and page.end[0] < page.head:
            following = self.page(*page.end)
            assert isinstance(following, Page)
            page = following
            lines += page.lines
        return replace(page, start=(0, self.start), lines=tuple(lines))

    def find(self, points: list[tuple[int, str]]) -> int:
        return door(self.hub, self.caller, "find", FindAsk(self.scope, points), FindAnswer).index
