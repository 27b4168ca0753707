"""The reception room of the demonstration: a sitting that runs, one of last week, and matters in every state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS, SiteTime
from desk.core.errors import Refused
from desk.demo.names import People
from desk.hearings import service
from desk.hearings.drafts import ANONYMOUS, MatterDraft, Reporter
from desk.hearings.rules import Category, Confirmed, MatterKind, Receiver
from desk.hearings.service_sittings import sitting_id_of
from desk.people.rooms import Address
from desk.receiving_days import plan_sittings
from desk.store.unit import Unit

PLACE = "南门接待室"
_NOW = (Receiver("", "周书记", "branch"), Receiver("", "陈主任", "committee"), Receiver("", "张经理", "property"))
_BODIES = (
    ("property", "锦绣苑物业", 0, (("值班室", "1040 0000 0110"), ("维修班", "1040 0000 0111"))),
    ("committee", "居委会", 1, (("陈主任", "1040 0000 0120"), ("社区值班", "1040 0000 0121"))),
    ("owners", "业委会", 0, (("徐主任", "1040 0000 0130"),)),
    ("sub_district", "街道网格中心", 2, (("值班电话", "1040 0000 0140"),)),
)


def fill(u: Unit, people: People, homes: Mapping[Address, str], time: SiteTime) -> None:
    """One unit of ordinary work, some of it at moments that are past."""
    usual = {body.code: body.categories for body in service.bodies(u)}
    for code, name, level, phones in _BODIES:
        service.save_body(u, code, name, level, [service.Phone(*one) for one in phones], usual.get(code, ()))
    doors = list(homes)[7 :: min(29, max(1, len(homes) // 20))][:14]
    who = [
        Reporter(
            people.name(), people.phone(), f"{door.building}-{door.unit}-{door.room}".replace("--", "-"), homes[door]
        )
        for door in doors
    ]
    _last_week(u, who, time)
    _today(u, who, time)
    _at_the_window(u, who)
    plan_sittings(u, time)


@contextmanager
def _then(u: Unit, ago_ms: int) -> Iterator[None]:
    """As if it were that long ago. Raises Refused("seed.not_throwaway") in any other store."""
    if not u.is_throwaway:
        raise Refused("seed.not_throwaway")
    now = u.now
    u.now = now - ago_ms
    try:
        yield
    finally:
        u.now = now


def _draft(u: Unit, category: Category, text: str, place: str, **fields: object) -> MatterDraft:
    return MatterDraft(u.new_id(), category, text, place, **fields)  # type: ignore[arg-type]


def _sitting(u: Unit, shift_id: str, time: SiteTime, start_at: int) -> str:
    end_at = min(start_at + 2 * HOUR_MS, time.day_start(start_at) + DAY_MS - MINUTE_MS)  # also when it is made at night
    plan = service.Plan(shift_id, time.day(start_at).isoformat(), start_at, end_at, PLACE, u.gate_id, _NOW)
    service.plan(u, [plan])
    return sitting_id_of(shift_id)


def _last_week(u: Unit, who: list[Reporter], time: SiteTime) -> None:
    with _then(u, 7 * DAY_MS):
        sitting = _sitting(u, u.new_id(), time, u.now)
        visits = (
            (who[0], (_draft(u, Category.NOISE, "广场舞晚上九点半还没停，孩子睡不着", "中心花园", answer="和领队说好了，八点半结束"),)),
            (who[1], (
                _draft(u, Category.FACILITY, "晾衣架松了，怕掉下来砸到人", "6 号楼西侧", due_at=u.now + 3 * DAY_MS),
                _draft(u, Category.PARKING, "消防通道总有车停着", "东门", answer="今天起放锥桶，保安每小时看一次"),
            )),
        )  # fmt: skip
        for reporter, drafts in visits:
            hearing = u.new_id()
            service.record_visit(u, sitting, hearing, reporter, drafts)
            service.confirm_hearing(u, hearing, Confirmed.READ_BACK)
        one, other = u.new_id(), u.new_id()
        quarrel = _draft(
            u,
            Category.DISPUTE,
            "楼上空调滴水，滴到我家窗台，说了几次没用",
            "9 号楼",
            mediation=True,
            due_at=u.now + 9 * DAY_MS,
        )
        service.record_visit(u, sitting, one, who[2], [quarrel], mediation=True)
        answer = _draft(
            u,
            Category.DISPUTE,
            "水管是楼下装歪的，我家没有责任",
            "9 号楼",
            mediation=True,
            answer="周六上午两家一起到接待室谈",
        )
        service.record_visit(u, sitting, other, ANONYMOUS, [answer], mediation=True, other_side_of=one)
        service.reply(u, quarrel.matter_id, "周六上午两家一起到接待室谈，物业带水管工来")
        service.wait(u, quarrel.matter_id, "等周六调解", u.now + 9 * DAY_MS)
        u.now += 2 * HOUR_MS
        service.close_sitting(u, sitting)
    repaired = visits[1][1][0].matter_id
    with _then(u, 5 * DAY_MS):
        service.resolve(u, repaired, "六个晾衣架都换了新螺丝")
    with _then(u, 4 * DAY_MS):
        service.confirm(u, repaired, "居民看过了，说好")
        service.close(u, repaired)


def _today(u: Unit, who: list[Reporter], time: SiteTime) -> None:
    begun = min(40 * MINUTE_MS, u.now - time.day_start(u.now))  # shortly after midnight it began with the day
    with _then(u, begun):
        sitting = _sitting(u, u.new_id(), time, u.now)
        service.open_sitting(u, sitting)
    with _then(u, min(25 * MINUTE_MS, begun)):
        hearing = u.new_id()
        drafts = [
            _draft(u, Category.HYGIENE, "二单元楼道堆了旧家具，轮椅过不去", "2 号楼 3 楼", due_at=u.now + 2 * DAY_MS),
            _draft(u, Category.SERVICE, "想知道电梯维保多久一次", "2 号楼", answer="每半个月一次，记录贴在电梯里"),
        ]
        service.record_visit(u, sitting, hearing, who[3], drafts)
        service.confirm_hearing(u, hearing, Confirmed.READ_BACK)


def _at_the_window(u: Unit, who: list[Reporter]) -> None:
    with _then(u, 3 * DAY_MS):
        water = _draft(u, Category.UTILITY, "厨房下水道反水", "11 号楼")
        service.note(u, water, who[4])
    with _then(u, 3 * DAY_MS - 2 * HOUR_MS):
        service.accept(u, water.matter_id, "维修班老王")
        service.resolve(u, water.matter_id, "主管道疏通了，试了三遍都通")
    with _then(u, DAY_MS):
        bikes = _draft(u, Category.EBIKE, "有人把电瓶拿回楼里充电", "4 号楼 2 单元")
        service.note(u, bikes, who[5])
    with _then(u, 20 * HOUR_MS):
        service.reply(u, bikes.matter_id, "物业今晚上门劝，明天车棚加四个充电口")
    with _then(u, 6 * HOUR_MS + 25 * MINUTE_MS):
        lift = _draft(u, Category.LIFT, "电梯门关不上，一直响", "5 号楼")
        service.note(u, lift, who[6])
    service.escalate(u, u.now)
    with _then(u, 15 * MINUTE_MS):
        service.told(u, lift.matter_id, "陈主任，说马上联系维保")
    with _then(u, 5 * HOUR_MS + 18 * MINUTE_MS):
        light = _draft(u, Category.FACILITY, "门厅的灯不亮，晚上老人不敢走", "3 号楼门厅")
        service.note(u, light, who[7])
    with _then(u, 2 * HOUR_MS):
        service.note(u, _draft(u, Category.FACILITY, "门厅灯坏了", "3号楼 门厅", repeat_of=light.matter_id), who[8])
        service.note(u, _draft(u, Category.OTHER, "岗亭断电十分钟，已经恢复", "南门岗亭", kind=MatterKind.INCIDENT))
    with _then(u, HOUR_MS):
        service.note(u, _draft(u, Category.SECURITY, "地下车库的门开着没人管", "B1 车库东口"), who[9])
