"""A district with sites in every condition, told through the hub's own doors: for the pages and their pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk.core.clock import HOUR_MS, MINUTE_MS, SiteTime
from desk.core.ids import new_id
from desk.hub import accounts, enrolment, places
from desk.hub.hub import Hub
from desk.hub.push import Caller
from desk.wire import enrol
from desk.wire.answers import Hello, PullAsk
from desk.wire.chain import start
from desk.wire.messages import Line, Push
from desk.wire.ops import Op
from tests.fakes.clock import FakeClock

PASSWORD = "long-enough-29"
SITES = (
    "锦绣苑",
    "临江苑",
    "梧桐里",
    "和平新村",
    "东湖花园",
    "春晖小区",
    "望江公寓",
    "百合苑",
    "学府里",
    "建设新村",
    "银杏苑",
)


@dataclass
class Gate:
    """One enrolled desk, to be let speak at any moment."""

    hub: Hub
    clock: FakeClock
    caller: Caller
    name: str
    gate_id: str
    incarnation: str
    written: int = 0

    def push(self, *facts: tuple[str, str, dict[str, Any]]) -> None:
        """Facts of (kind, id or '', fields), as another desk of the site would offer them: no chain to keep up."""
        now = self.clock.now_ms()
        lines = []
        for kind, eid, fields in facts:
            self.written += 1
            hlc = f"{now:012x}{self.written:04x}-{self.caller.device_id[-8:]}"
            lines.append(Line(Op(new_id(now), hlc, kind, "add", eid or new_id(now), "u1", now, fields).canonical()))
        for at in range(0, len(lines), 400):
            answer = self.hub.push(
                self.caller, Push(self.incarnation, 0, "", tuple(lines[at : at + 400]), offered=True)
            )
            assert not answer.refused, answer.refused

    def hello(self, waiting: int = 0, oldest_at: int = 0, off_ms: int = 0, **more: Any) -> None:
        now = self.clock.now_ms()
        said = Hello(1, "0.2.0", 1, self.incarnation, now + off_ms, waiting, oldest_at, name=self.name, **more)
        self.hub.hello(self.caller, said)

    def pull(self, district_id: str = "") -> None:
        """Ask for what comes after everything there is."""
        for scope in (f"s:{self.caller.site_id}", *([f"d:{district_id}"] if district_id else [])):
            page: Any = self.hub.pull(self.caller, PullAsk(scope, 0, start(f"scope:{scope}").hex()))
            self.hub.pull(self.caller, PullAsk(scope, *page.end))
        self.hub.seen.flush(self.hub.db)

    def visits(self, n: int, kind: str = "guest", what: str = "admitted") -> None:
        body = {"s": "c2VhbGVk"}
        fact = {"visit_id": new_id(1), "step": 1, "kind": what, "at": self.clock.now_ms(), "gate_id": self.gate_id,
                "visitor_type": kind, "party_size": 2, "body": body}  # fmt: skip
        self.push(*[("visit_event", "", fact)] * n)

    def riders(self, n: int, kind: str = "rider") -> None:
        fact = {"at": self.clock.now_ms(), "kind": kind, "n": 1, "platform": "", "gate_id": self.gate_id}
        self.push(*[("tally", "", fact)] * n)


@dataclass
class Estate:
    """district_id, gates by site name, and the accounts that may sign in with PASSWORD."""

    hub: Hub
    clock: FakeClock
    key: Ed25519PrivateKey
    district_id: str
    gates: dict[str, Gate]
    planned: str
    admin: str = "管理员"
    officer: str = "李老师"

    def moved(self, hub: Hub, clock: FakeClock) -> Estate:
        """The same estate in a copy of its database."""
        gates = {name: replace(gate, hub=hub, clock=clock) for name, gate in self.gates.items()}
        clock.set(self.clock.now_ms())
        return replace(self, hub=hub, clock=clock, gates=gates)

    @classmethod
    def build(cls, hub: Hub, clock: FakeClock, key: Ed25519PrivateKey) -> Estate:
        clock.set(SiteTime().at(date(2026, 11, 19), 8))
        now = clock.now_ms()
        district_id = hub.db.write(lambda c: places.make_district(c, now, "start", "临江街道"))
        made = cls(hub, clock, key, district_id, {}, "")
        for name in SITES:
            made.gates[name] = made.enrolled(name)
        made.planned = hub.db.write(lambda c: places.plan_site(c, now, "start", district_id, "南园新苑"))
        made.account(made.admin, accounts.ADMIN)
        made.account(made.officer, accounts.OFFICER)
        made._live_a_day()
        return made

    def account(self, name: str, role: str, district_id: str = "") -> str:
        """An account that has chosen its password already."""
        now = self.clock.now_ms()

        def add(conn: Any) -> str:
            made = accounts.add(conn, now, "start", name, role, district_id or self.district_id, PASSWORD)
            accounts.set_password(conn, now, accounts.get(conn, made), made, PASSWORD)
            return made

        return self.hub.db.write(add)

    def enrolled(self, site_name: str, desk_name: str = "南门", site_id: str = "") -> Gate:
        now, own = self.clock.now_ms(), Ed25519PrivateKey.generate()
        site, device, gate = site_id or new_id(now), new_id(now), new_id(now)

        def enter(conn: Any) -> None:
            named = site_id or places.plan_site(conn, now, "start", self.district_id, site_name)
            code = enrolment.make_code(conn, now, "start", named)
            ask = enrol.EnrolAsk(1, code.text, "", device, site, desk_name, "0.2.0")
            enrol.signed_ask(own, ask)
            enrolment.enrol(conn, now, self.key, ask)

        self.hub.db.write(enter)
        made = Gate(self.hub, self.clock, Caller(site, device), desk_name, gate, new_id(now))
        made.push(("site", site, {"name": site_name}), ("gate", gate, {"name": desk_name, "phone": ""}))
        return made

    def _live_a_day(self) -> None:
        """From the morning to now: one gate falls silent, one has a wrong clock, one much to send, one things to settle."""
        end = self.clock.now_ms() + 8 * HOUR_MS
        quiet, slow, busy = self.gates["望江公寓"], self.gates["学府里"], self.gates["和平新村"]
        for n, gate in enumerate(self.gates.values()):
            gate.visits(9 + 7 * n % 31)
            gate.visits(3 + n % 5, "contractor")
            gate.visits(n % 3, "agent", "refused")
            gate.riders(40 + 23 * n % 80)
            gate.riders(5 + n, "courier")
        self.clock.set(end - 3 * HOUR_MS)
        quiet.hello(waiting=17, oldest_at=self.clock.now_ms() - 20 * MINUTE_MS)
        quiet.pull()
        self.clock.set(end - 2 * MINUTE_MS)
        for gate in self.gates.values():
            if gate is not quiet:
                gate.hello(off_ms=11 * MINUTE_MS if gate is slow else 0, tables={"faces": 120} if gate is busy else {})
                gate.pull(self.district_id)
        self.clock.set(end - MINUTE_MS // 2)
        busy.hello(waiting=1240, oldest_at=end - 26 * HOUR_MS, tables={"faces": 120})
        self.clock.set(end)
        self._parked(self.gates["锦绣苑"])

    def _parked(self, gate: Gate) -> None:
        """Lines that do not apply here: one of a newer desk, one that held what may not leave a desk."""
        now = self.clock.now_ms()
        lines = [
            Op(
                new_id(now),
                f"{now:012x}{n:04x}-{gate.caller.device_id[-8:]}",
                kind,
                "add",
                new_id(now),
                "u1",
                now,
                fields,
            )
            for n, (kind, fields) in enumerate([("wish", {"text": "x"}), ("person", {"name": "x"})])
        ]
        push = Push(gate.incarnation, 0, "", tuple(Line(op.canonical()) for op in lines), offered=True)
        assert len(self.hub.push(gate.caller, push).refused) == 2
