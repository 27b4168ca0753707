"""The part of a day that is the residents': a reception day from the roster, and matters at the window to their end."""

from __future__ import annotations

from typing import Any

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.ids import new_id
from desk.duty.reads_team import site_time
from desk.hearings import reads, service
from desk.hearings.drafts import ANONYMOUS, MatterDraft, Reporter
from desk.hearings.rules import Category, Confirmed, Limits, MatterKind, Receiver
from desk.hearings.service_bodies import limits
from desk.receiving_days import PICTURE, plan_sittings
from desk.store.unit import Reading, Unit
from desk.sync.blobs import Blobs
from tests.sync.gatehouse import Day, Gatehouse, at_gate
from tests.sync.pair import Desk

PLENTY = 1 << 40  # bytes free


def received(at: Gatehouse, home: str) -> None:
    """Residents come to the sitting of the roster, and to the window."""
    at.do(
        service.save_body, "property", "锦绣苑物业", 0, [service.Phone("值班室", "1040 0000 0110")],
        ["lift", "facility"],
    )  # fmt: skip
    at.do(service.save_limits, Category.LIFT, Limits(first_min=5, resolve_h=24))
    who = Reporter("欧阳兰", "10400000002", "3-1-1202", home, at.day.people[1])
    _sitting(at, who)
    _window(at, who)


def _draft(at: Gatehouse, category: Category, text: str, **more: Any) -> MatterDraft:
    return MatterDraft(new_id(at.clock.now_ms()), category, text, "3 号楼", **more)


def _picture(at: Gatehouse, data: bytes) -> str:
    blobs = Blobs(at.desk.store, at.desk.store.path.parent, free=lambda path: PLENTY)

    def put(u: Unit) -> str:
        return blobs.put(u, PICTURE, data)

    return str(at.do(put))


def _sitting(at: Gatehouse, who: Reporter) -> None:
    at.do(lambda u: plan_sittings(u, site_time(u)))
    planned = next(one for one in at.desk.ask(reads.today) if one.receivers)
    at.do(service.open_sitting, planned.id)
    at.do(service.stand_in, planned.id, planned.receivers[0].member, Receiver("", "周书记", "branch"))
    due = at.clock.now_ms() + DAY_MS
    one, other = new_id(at.clock.now_ms()), new_id(at.clock.now_ms())
    drafts = [
        _draft(at, Category.NOISE, "广场舞九点半还没停", answer="八点半结束"),
        _draft(at, Category.HYGIENE, "楼道堆了旧家具", due_at=due, photos=(_picture(at, b"before"),)),
        _draft(at, Category.DISPUTE, "楼上滴水", mediation=True, private=True, due_at=due),
    ]
    receiver = planned.receivers[0].member
    at.do(service.record_visit, planned.id, one, who, drafts, receiver_id=receiver, mediation=True)
    at.do(service.confirm_hearing, one, Confirmed.SIGNATURE, _picture(at, b"signed"))
    answer = _draft(at, Category.DISPUTE, "水管是楼下装歪的", mediation=True, answer="周六一起谈")
    at.do(service.record_visit, planned.id, other, ANONYMOUS, [answer], mediation=True, other_side_of=one)
    at.do(service.confirm_hearing, other, Confirmed.READ_BACK)
    at.do(service.close_sitting, planned.id)
    at.do(service.summarised, [planned.id])
    at.do(
        service.begin, day="2026-11-19", end_at=at.clock.now_ms() + HOUR_MS, place="活动室",
        receivers=[Receiver("", "陈主任", "committee")],
    )  # fmt: skip


def _window(at: Gatehouse, who: Reporter) -> None:
    """One matter through everything that can be done with it, others that stop on the way."""
    now = at.clock.now_ms()
    lift = _draft(at, Category.LIFT, "电梯门关不上", urgent=True, call_back_at=now + HOUR_MS)
    at.do(service.note, lift, who)
    again = _draft(at, Category.LIFT, "电梯一直响", repeat_of=lift.matter_id)
    at.do(service.note, again, Reporter("慕容测试", "10400000012"))
    at.do(service.doubt)
    for hours in (1, 30):
        at.do(lambda u, h=hours: service.escalate(u, u.now + h * HOUR_MS))
    at.do(service.told, lift.matter_id, "陈主任，说马上来", at.clock.now_ms() - MINUTE_MS)
    at.do(service.assign, lift.matter_id, "property", at.clock.now_ms() + DAY_MS)
    at.do(service.accept, lift.matter_id, "维修班老王")
    at.do(service.wait, lift.matter_id, "等零件", at.clock.now_ms() + DAY_MS)
    at.do(service.reply, lift.matter_id, "零件明天到")
    at.do(service.resolve, lift.matter_id, "换好了", (_picture(at, b"after"),))
    at.do(service.called, lift.matter_id, "没人接", at.clock.now_ms() + HOUR_MS)
    at.do(service.confirm, lift.matter_id, "说好")
    at.do(service.close, lift.matter_id)
    at.do(service.reopen, lift.matter_id, "又响了")
    at.do(service.reply, lift.matter_id, "再来看")
    at.do(service.undo, lift.matter_id)
    at.do(service.correct, again.matter_id, text="五号梯一直响", place="5 号楼", category=Category.FACILITY)
    light = _draft(at, Category.FACILITY, "门厅灯不亮", about_post=True)
    at.do(service.note, light, ANONYMOUS)
    at.do(service.add_photos, light.matter_id, (_picture(at, b"dark"),))
    at.do(service.answer, light.matter_id, "今晚换")
    wrong = _draft(at, Category.OTHER, "记错了")
    at.do(service.note, wrong)
    at.do(service.undo, wrong.matter_id)
    at.do(service.note, _draft(at, Category.OTHER, "岗亭断电十分钟", kind=MatterKind.INCIDENT))


# --- what the screens say -------------------------------------------------------------------------------------------


def hearing_screens(r: Reading, desk: Desk, day: Day) -> dict[str, Any]:
    """Every list and card of the reception room."""
    actor, there = desk.actor, at_gate(r, day)
    matters = reads.recent(r, actor)
    sittings = [*reads.today(there), *reads.coming(there), *reads.past(there)]
    return {
        "matters": matters,
        "open matters": reads.open_matters(r, actor),
        "pressing": reads.pressing(r, actor),
        "matter cards": {one.id: reads.card(r, actor, one.id) for one in matters},
        "call backs": reads.call_backs(r, actor),
        "similar": [reads.similar(r, actor, one.category, one.place, one.id) for one in matters],
        "sittings": sittings,
        "sitting cards": {one.id: reads.sitting(there, actor, one.id) for one in sittings},
        "summary": reads.summary(r, reads.month_of(r, r.now)),
        "bodies": service.bodies(r),
        "limits": {category: limits(r, category) for category in Category},
    }
