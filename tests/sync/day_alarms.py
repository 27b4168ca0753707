"""The part of a day that nobody planned: buttons, a manhole, a door at night, a spray, and who wears what."""

from __future__ import annotations

from typing import Any

from desk.alarms import reads, rights, service
from desk.alarms.rules import Answered, RingsAt, Sort
from desk.alarms.rules_automation import USUAL, Automation, Does
from desk.alarms.rules_dust import Dust
from desk.alarms.views import Call
from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.ids import new_id
from desk.store.unit import Reading
from tests.sync.gatehouse import Day, Gatehouse, at_gate

SISTER = Call("欧阳梅", "女儿", "10400000021")
NEIGHBOUR = Call("周邻居", "邻居", "10400000022")
BUTTON = service.WearerDraft(
    "pendant", "841904", "欧阳兰", "3-1-1202", "腿脚不便", (SISTER, NEIGHBOUR), consent_by="self"
)


def by_machine(at: Gatehouse, verb: Any, *args: Any) -> Any:
    """What no person does."""
    at.clock.advance(MINUTE_MS)
    with at.desk.store.unit(rights.MACHINE) as u:
        return verb(u, *args)


def alarmed(at: Gatehouse, resident: str) -> None:
    """One of everything that can happen to an alarm, a wearer and a rule."""
    worn = at.do(service.save_wearer, BUTTON)
    at.do(service.save_wearer, service.WearerDraft(**{**vars(BUTTON), "person_id": resident, "note": ""}), worn)
    at.do(service.drop_wearer, at.do(service.save_wearer, service.WearerDraft(**{**vars(BUTTON), "number": "841905"})))
    device = new_id(at.clock.now_ms())
    pressed = service.Heard(Sort.SOS, "sos:841904", device, "南门接收器", number="841904")
    call = by_machine(at, service.raise_alarm, pressed).alarm_id
    by_machine(at, service.raise_alarm, pressed)
    at.do(service.seen, call)
    at.do(service.called, call, "欧阳梅", Answered.NO_ANSWER)
    at.do(service.did, call, "志愿者上门，老人在家")
    at.do(service.close, call, "误碰，人没事")
    at.do(service.reopen, call)
    at.do(service.close, call, "", True)
    cover = service.Heard(Sort.MANHOLE, f"{device}:2", device, "井盖传感器", 2, place="3 号楼北侧", battery=90)
    by_machine(at, service.raise_alarm, cover)
    by_machine(at, service.over, cover.key)
    dust = Automation("", Does.DUST, "扬尘喷雾", device, relay_id=device, dust=Dust(75, 5, 10, 60))
    rule = at.do(service.save_automation, dust)
    run = by_machine(at, service.begin_run, rule, 120.0)
    by_machine(at, service.end_run, rule, run, "done")
    by_machine(at, service.begin_run, rule, 130.0)
    by_machine(at, service.settle_runs)
    at.do(service.pause, Automation(**{**vars(dust), "id": rule}), HOUR_MS)
    at.do(service.resume, rule)
    at.do(service.pause, USUAL[0], HOUR_MS)
    at.do(service.drop_automation, at.do(service.save_automation, USUAL[1]))
    at.do(service.save_rings_at, RingsAt(at.day.gate, "值班室", "1040 0000 0110"))


def alarm_screens(r: Reading, day: Day) -> dict[str, Any]:
    """Every list and card of alarms."""
    there = at_gate(r, day)
    return {
        "alarms": reads.recent(r),
        "open alarms": reads.open_alarms(r),
        "ringing": reads.ringing(there),
        "alarm cards": [reads.card(r, one.id) for one in reads.recent(r)],
        "wearers": reads.wearers(r),
        "automations": reads.automations(r),
        "rings at": reads.rings_at(r),
    }
