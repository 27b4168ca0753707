"""What is forgotten of passes and scans, and what is not."""

from sqlalchemy import func, select

from desk.codes import reads, service, service_passes, service_retention
from desk.codes.rules import Answer, Window
from desk.codes.tables import PassUse, Scan
from desk.codes.views import PassRequest
from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.events import ScanSeen
from desk.core.ids import new_id
from desk.store import search
from desk.store.outbox import first_break
from desk.store.store import Store
from tests.fakes.clock import FakeClock

HOME = "a" * 32


def test_a_pass_long_over_loses_whose_it_was(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        asked = PassRequest(Window(u.now, u.now + HOUR_MS), HOME, visitor_ref="b" * 32)
        old, held = service_passes.issue_pass(u, asked), service_passes.issue_pass(u, asked)
        service_passes.use_pass(u, reads.identify(u, old.text), "visit-1", "e" * 32)
    clock.advance(31 * DAY_MS)
    with store.unit(actor) as u:
        fresh = service_passes.issue_pass(u, PassRequest(Window(u.now, u.now + HOUR_MS), HOME))
        rule = service_retention.retention_rules()[0]
        cutoff = u.now - 30 * DAY_MS
        assert [rule.purge(u, cutoff, frozenset({held.code_id})) for _ in range(2)] == [1, 0]
    with store.reading() as r:
        seen = {name: reads.identify(r, one.text) for name, one in (("old", old), ("held", held), ("fresh", fresh))}
        assert r.conn.execute(select(PassUse.visit_id)).scalar() is None
        assert search.find(r.conn, old.serial.lower(), search.DocKind.PASS, 5) == []
        assert first_break(r) is None
    assert {name: one.subject_id for name, one in seen.items()} == {"old": "", "held": HOME, "fresh": HOME}
    assert seen["old"].answer is Answer.EXPIRED
    assert seen["old"].first_use is not None


def test_scans_go(store: Store, actor: Actor, clock: FakeClock) -> None:
    for _ in range(2):
        with store.unit(actor) as u:
            scan = ScanSeen(new_id(u.now), "https://x.example", u.now, "camera")
            service.record_scan(u, scan, reads.identify(u, scan.text))
        clock.advance(DAY_MS)
    with store.unit(actor) as u:
        assert [service_retention.forget_scans(u, u.now - DAY_MS) for _ in range(2)] == [1, 0]
        assert u.conn.execute(select(func.count()).select_from(Scan)).scalar() == 1
        assert first_break(u) is None
