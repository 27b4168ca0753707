"""The part of a day with faces: the lane is switched on, somebody agrees, is enrolled, and takes it back."""

from __future__ import annotations

from typing import Any

from desk.core.clock import SiteTime
from desk.faces import reads, reads_deeds, reads_lane, service, service_deeds, service_lane
from desk.faces.rules_lane import Deed, Why, Wish
from desk.store.unit import Reading, Unit
from tests.sync.gatehouse import Day, Gatehouse, at_gate

WISH = Wish(
    "自愿刷脸进门", "少带一张卡", "PIA-2026-07", "2026-11-01", "锦绣苑居委会", "欧阳梅 1040 0000 0110", "南门门厅"
)


def on(u: Unit) -> str:
    return service_lane.switch_on(u, WISH, SiteTime().day(u.now))


def faced(at: Gatehouse, resident: str, other: str) -> None:
    """One of everything that is written down of faces."""
    at.do(service_lane.switch_off, True)
    notice = at.do(on)
    at.do(service_lane.set_strict, True)
    at.do(service_deeds.declined)
    stays = at.do(service_deeds.agree, resident, notice)
    child = at.do(service_deeds.agree, other, notice, "欧阳梅，母亲", True)
    for deed in (Deed.ENROLLED, Deed.SUSPENDED, Deed.RESUMED, Deed.CONFIRMED):
        at.do(service_deeds.note, stays, deed)
    at.do(service_deeds.note, child, Deed.ENROLLED)
    at.do(service.withdraw, other, notice, True)
    at.do(service_deeds.note_erased, {child: Why.WITHDRAWN})


def face_screens(r: Reading, day: Day) -> dict[str, Any]:
    """What the pages of faces and the papers say."""
    there = at_gate(r, day)
    said = reads.acts(r)
    return {
        "lane": reads_lane.lane_of(r, day.gate),
        "filing": reads_lane.filing(there),
        "standing": reads.standing(r),
        "faces": [
            reads_deeds.results(there, one.id, one.id in reads.standing(r), reads_lane.lanes_on(r)) for one in said
        ],
        "codes": [service.withdrawal_code(r, one.id) for one in said],
        "minors": [reads_deeds.was_minor(r, one.id) for one in said],
    }
