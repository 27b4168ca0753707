"""What syncing tidies at night, and the weekly comparison: does this desk hold what the hub holds?"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.store import outbox, sync_rows
from desk.store.kinds import synced_tables
from desk.sync.asking import answered
from desk.sync.engine import SYNC
from desk.sync.reads_held import done_since, held, unread
from desk.sync.rounds import Rounds
from desk.sync.transport import DIGEST
from desk.wire.answers import pack, unpack
from desk.wire.digest import DigestAnswer, DigestAsk

OUTBOX_DAYS = 45  # twice the interval of a hub's backups and more
LOG_DAYS = 60
FACT_DAYS = 28  # older facts may have been let go here by retention: they are not compared
TIDY_MS, COMPARE_MS, AGAIN_MS, LOOK_MS = DAY_MS, 7 * DAY_MS, HOUR_MS, 10 * MINUTE_MS
TIDIED, COMPARED = "sync.tidied", "sync.compared"
DISTRICTS = frozenset({"district_notice"})  # they come by the district's own log


class Night:
    """Does what is due after a good round; each at most once in its time, whether the desk runs at night or not."""

    def __init__(self) -> None:
        self._asked_at = self._looked_at = 0

    def __call__(self, rounds: Rounds, going: Callable[[], bool]) -> None:
        if 0 <= rounds.clock.now_ms() - self._looked_at < LOOK_MS:
            return
        with rounds.store.reading() as r:
            self._looked_at = now = r.now
            tidy_due = not done_since(r, TIDIED, now - TIDY_MS)
            quiet = outbox.waiting(r) == 0 and now - self._asked_at >= AGAIN_MS  # it makes the hub read a whole site
            compare_due = quiet and not done_since(r, COMPARED, now - COMPARE_MS)
        if compare_due and going():
            self._asked_at = now
            compare(rounds)
        if tidy_due and going():
            tidy(rounds)


def tidy(rounds: Rounds) -> None:
    """Let go of bodies and lines that no hub can ask for any more."""
    with rounds.store.unit(SYNC) as u:
        bodies = outbox.thin(u, u.now - OUTBOX_DAYS * DAY_MS)
        lines = sync_rows.forget_log(u, u.now - LOG_DAYS * DAY_MS)
        u.audit(TIDIED, bodies=bodies, lines=lines)


def compare(rounds: Rounds) -> list[str] | None:
    """The kinds in which this desk and the hub differ; None when they cannot be compared now (something is on its way).

    A difference is written into the trail, and mended from both ends: the hub's things are taken in once more, and the
    next round offers it what it lacks.
    """
    with rounds.store.reading() as r:
        scope, since = f"s:{r.site_id}", r.now - FACT_DAYS * DAY_MS
    answer = unpack(DigestAnswer, answered(rounds.transport.ask(DIGEST, pack(DigestAsk(scope, since)))))
    with rounds.store.reading() as r:
        seq, value = sync_rows.cursor(r, scope)
        if (seq, value.hex()) != (answer.seq, answer.chain) or outbox.waiting(r):
            return None
        different = differing(held(r, since), answer.kinds, unread(r))
    with rounds.store.unit(SYNC) as u:
        u.audit(COMPARED, same=not different, kinds=different)
        u.changed("sync")
    if different:
        mend(rounds, scope)
    return different


def mend(rounds: Rounds, scope: str) -> None:
    """Take in everything of the hub once more; the position stays, and a gap is noted, so that restating runs."""
    with rounds.store.reading() as r:
        seq, value = sync_rows.cursor(r, scope)
    rounds.engine.bootstrap.run(scope)
    with rounds.store.unit(SYNC) as u:
        sync_rows.set_cursor(u, scope, seq, value)
        sync_rows.set_gap(u, scope, True)


def differing(here: Mapping[str, tuple[int, str]], there: Mapping[str, tuple[int, str]], unread: set[str]) -> list[str]:
    """Kinds whose count or sum is not the same; those with lines that this program cannot read are left out."""
    known = set(synced_tables()) - DISTRICTS - unread
    return sorted(kind for kind in known if here.get(kind) != there.get(kind))
