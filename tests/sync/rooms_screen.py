"""What people of the simulation hang on the public screen and take down."""

from __future__ import annotations

from random import Random

from desk.core.clock import DAY_MS, HOUR_MS
from desk.duty.reads_team import site_time
from desk.screen import reads, service
from desk.screen.rules import Kind, Wanted
from desk.showing import feed as feed_lines
from desk.store.unit import Unit


def _wanted(u: Unit, rng: Random) -> Wanted:
    official = rng.random() < 0.3
    late = reads.moment(u)
    return Wanted(
        Kind.OFFICIAL if official else Kind.NOTICE, f"第{rng.randrange(9)}号通知", "请走西门。", late - HOUR_MS,
        late + rng.choice((HOUR_MS, DAY_MS)), approver="居民区党总支" if official else "",
    )  # fmt: skip


def hang(u: Unit, rng: Random) -> None:
    service.save(u, _wanted(u, rng))


def change(u: Unit, rng: Random) -> None:
    found = sorted(one.id for one in reads.items(u) if one.kind is not Kind.EMERGENCY and one.retracted_at is None)
    if found:
        service.save(u, _wanted(u, rng), rng.choice(found))


def retract(u: Unit, rng: Random) -> None:
    found = sorted(one.id for one in reads.items(u))
    if found:
        service.retract(u, rng.choice(found))


def alarm(u: Unit, rng: Random) -> None:
    if rng.random() < 0.5:
        service.take_over(u, rng.randrange(3))
    else:
        service.end_emergency(u)


def feed(u: Unit, rng: Random) -> None:
    feed_lines(u, site_time(u))


ACTS = ((3, hang), (3, change), (3, retract), (1, alarm), (1, feed))
