"""The part of a day that is the team's: its month planned, published, changed, worked, certified and handed over."""

from __future__ import annotations

from typing import Any

from desk.codes import service as codes
from desk.codes.rules import Kind as CodeKind
from desk.core.clock import DAY_MS, HOUR_MS, SiteTime
from desk.core.ids import new_id
from desk.duty import (
    reads_certificates,
    reads_changes,
    reads_clock,
    reads_duty,
    reads_export,
    reads_handover,
    reads_hours,
    reads_problem,
    reads_roster,
    reads_shifts,
    reads_team,
    service_certificates,
    service_changes,
    service_clock,
    service_handover,
    service_hours,
    service_items,
    service_publish,
    service_roster,
    service_settle,
    service_team,
    service_templates,
)
from desk.duty.rules import ONE_OR_THREE_NEED, Capacity, DayKind, Says
from desk.duty.rules_availability import Line
from desk.duty.rules_clock import Method
from desk.duty.rules_days import DayRule, Template
from desk.duty.rules_handover import Answer, Body, Group, How, Topic
from desk.duty.rules_handover import Line as OpenLine
from desk.duty.service_handover import Signer
from desk.duty.service_hours import Log
from desk.duty.service_roster import Edit
from desk.duty.service_team import About
from desk.handing_draft import draft
from desk.store.unit import Reading
from tests.sync.gatehouse import Day, Gatehouse, at_gate
from tests.sync.pair import Desk

MONTH, NEXT = "2026-11", "2026-12"  # the day is the 19th
POST = Template(
    "门岗",
    480,
    1080,
    post="门",
    place="南门岗亭",
    least=1,
    most=3,
    minors=True,
    needs=("急救",),
    content="看门",
    sort=1,
)
ROOM = Template(
    "接待", 540, 1200, (4,), place="接待室", least=2, most=3, needs_mix=(ONE_OR_THREE_NEED,), heavy=True, sitting=True,
    capacities=("branch", "committee", "volunteer"), from_day="2026-11-01", until_day="2027-11-01", sort=2,
)  # fmt: skip
ISSUER = {"name": "锦绣苑居民委员会", "head": "周明远", "handler": "陈国华", "contact": "1040 0000 0119"}


class _Month:
    """The shifts of a month by day and name."""

    def __init__(self, at: Gatehouse, month: str) -> None:
        self.found = {(one.day[8:], one.name): one.id for one in at.desk.ask(reads_shifts.shifts, month)}

    def __call__(self, day: int, name: str = "门岗") -> str:
        return self.found[f"{day:02}", name]


def on_duty(at: Gatehouse, operator_id: str) -> None:
    """operator_id: a volunteer's sign-on."""
    who = _team(at, operator_id)
    shift = _month(at, who)
    _said(at, who, shift)
    _worked(at, who, shift)
    _papers(at, who)
    _handed_over(at, who, shift)


def _team(at: Gatehouse, operator_id: str) -> list[str]:
    now = at.clock.now_ms()
    about = (
        About("周敏", Capacity.COMMITTEE, "10400000031", "居委会", ("急救", "手语"), show_name=True, id_kind="居民身份证",
              id_no="310104190001010019", volunteer_no="ZY0001", insured_until=now + 90 * DAY_MS, trained_at=now),
        About("王秀兰", Capacity.VOLUNTEER, "10400000032", operator_id=operator_id, person_id=at.day.people[0],
              most_a_month=8, note="怕狗"),
        About("李小同", Capacity.VOLUNTEER, minor=True, guardian="李大同", guardian_at=now),
        About("陈国华", Capacity.BRANCH, body_name="党总支"),
        About("钱离队", Capacity.PROPERTY),
    )  # fmt: skip
    who = [at.do(service_team.add_member, one) for one in about]
    at.do(service_team.edit_member, who[3], About("陈国华", Capacity.BRANCH, "10400000033", "党总支"))
    at.do(service_team.set_pin, who[0], "2468")
    at.do(service_team.pair, who[0], who[1], "together")
    at.do(service_team.unpair, at.do(service_team.pair, who[2], who[3], "apart"))
    at.do(service_team.say, Line(who[1], Says.CANNOT, 6, start_min=480, end_min=720, reason="带孙子"))
    at.do(service_team.unsay, at.do(service_team.say, Line(who[3], Says.LIKES)))
    listed = {who[0]: [Line(who[0], Says.CAN, from_day="2026-12-01", until_day="2026-12-05")]}
    at.do(service_team.say_month, NEXT, listed, "chat")
    at.do(service_team.let_go, who[4])
    at.do(service_team.let_go, who[3])
    at.do(service_team.take_back, who[3])
    at.day.texts.append(at.do(codes.issue_duty, who[0]).text)
    at.day.texts.append(at.do(codes.issue, CodeKind.SHIFT, new_id(at.clock.now_ms())).text)
    return who


def _month(at: Gatehouse, who: list[str]) -> _Month:
    at.do(service_templates.save_template, POST)
    room = at.do(service_templates.save_template, ROOM)
    at.do(service_templates.drop_template, at.do(service_templates.save_template, Template("夜班", 1200, 360)))
    at.do(service_templates.add_holidays, "2026-11-28", "2026-11-29", "停两天")
    at.do(service_templates.set_day, DayRule("2026-11-27", DayKind.EXTRA, room, "加一场", 2))
    at.do(service_templates.drop_day, [at.do(service_templates.set_day, DayRule("2026-11-26", DayKind.CLOSED, room))])
    for month in (MONTH, NEXT):
        at.do(service_roster.open_month, month)
    shift = _Month(at, MONTH)
    wanted = [Edit(shift(day), who[day % 2]) for day in range(17, 26)] + [Edit(shift(19, "接待"), who[0], locked=True)]
    wanted.append(Edit(shift(26, "接待"), who[3]))
    undo = at.do(service_roster.apply, [*wanted, Edit(shift(27), who[2])])
    at.do(service_roster.apply, undo[:1])
    at.do(service_publish.publish, MONTH, in_spite=True)
    at.do(service_roster.apply, [Edit(shift(30), who[2]), Edit(shift(25), who[25 % 2], present=False)])
    at.do(service_publish.publish, MONTH, "多一位", in_spite=True)
    more = at.do(service_roster.add_shift, "2026-11-30", Template("搬运", 600, 720, content="搬东西"))
    at.do(service_roster.edit_shift, more, Template("搬运", 660, 780, place="活动室"))
    at.do(service_roster.cancel_shift, shift(24), "下雪")
    for verb in (service_roster.cancel_shift, service_roster.restore_shift):
        at.do(verb, shift(23), *(["停电"] if verb is service_roster.cancel_shift else []))
    at.do(service_roster.repeat_last_month, NEXT)
    at.do(service_roster.delete_shift, _Month(at, NEXT)(31))
    return shift


def _said(at: Gatehouse, who: list[str], shift: _Month) -> None:
    """What was said of the published month: one of everything."""
    lan, guohua = who[1], who[3]
    at.do(service_changes.set_approval, service_changes.ALWAYS)
    at.do(service_changes.confirm, shift(20), who[0])
    swap = at.do(service_changes.offer, shift(20), who[0], guohua, reason="要去医院")
    at.do(service_changes.accept, swap)
    at.do(service_changes.approve, swap)
    refused = at.do(service_changes.offer, shift(21), lan)
    at.do(service_changes.refuse, refused, "人手不够")
    at.do(service_changes.withdraw, at.do(service_changes.offer, shift(21), lan))
    at.do(service_changes.offer, shift(23), lan, who[0], shift(22))
    at.do(service_changes.excuse, shift(22), who[0], "探亲")
    at.do(service_changes.stand_in, shift(22), who[0], guohua, "顶一天")
    at.do(service_changes.join, shift(27), lan)
    at.do(service_changes.leave, shift(27), lan, "记错了")
    at.do(service_changes.undo, at.do(service_changes.join, shift(27), guohua))
    at.do(service_changes.no_show, shift(18), who[0], "没有来")


def _worked(at: Gatehouse, who: list[str], shift: _Month) -> None:
    """Come and gone by card and by hand, forgotten, pressed for the wrong one; looked through afterwards."""
    came = at.clock.now_ms() - HOUR_MS
    at.do(service_clock.clock_on, who[1], shift(19), Method.PIN, came)
    wrong = at.do(service_clock.clock_on, who[2], "")
    at.do(service_clock.take_back, wrong.events)
    at.do(service_clock.scan, who[0], Method.CODE)
    at.clock.advance(HOUR_MS)
    at.do(service_clock.scan, who[0], Method.CODE)
    at.do(service_clock.clock_off, who[1])
    at.do(service_clock.clock_on, who[3], "", Method.DESK)
    now = at.clock.now_ms()
    done = [
        at.do(
            service_hours.log, Log(who[n], now - (4 + n) * HOUR_MS, now - (3 + n) * HOUR_MS, "搬器材", "各处", "张阿姨")
        )
        for n in (2, 3)
    ]
    at.do(service_hours.verify, done[:1])
    at.do(service_hours.ask, done[1], "少算了")
    at.do(service_hours.correct, done[1], now - 8 * HOUR_MS, now - 6 * HOUR_MS, "按签到表")
    more = at.do(service_hours.log, Log(who[3], now - 30 * HOUR_MS, now - 29 * HOUR_MS, "送通知"))
    at.do(service_hours.refuse, more, "不是那天")
    at.do(service_settle.settle_due)


def _papers(at: Gatehouse, who: list[str]) -> None:
    year = ("2026-01-01", SiteTime().day(at.clock.now_ms()).isoformat())
    first = at.do(service_certificates.apply, who[2], *year, purpose="评优秀志愿者")
    at.do(service_certificates.accept, first)
    papers = {"id_kind": "居民身份证", "id_no": "310104201001010018", "volunteer_no": "ZY0002"}
    at.day.texts.append(at.do(service_certificates.issue, first, ISSUER, papers).code)
    at.do(service_certificates.post, first)
    second = at.do(service_certificates.statement, who[2], *year)
    at.do(service_certificates.withdraw, second.id, "算错了")
    third = at.do(service_certificates.apply, who[3], *year)
    at.do(service_certificates.refuse, third, "材料不全")


def _handed_over(at: Gatehouse, who: list[str], shift: _Month) -> None:
    keys = at.do(service_items.add_item, "大门钥匙", 3, "key")
    at.do(service_items.edit_item, keys, "大门钥匙", 2, "key")
    at.do(service_items.drop_item, at.do(service_items.add_item, "手电筒"))
    at.do(service_handover.hold_over, shift(18), Signer(How.DESK, who[0], at.desk.actor.operator_id))
    seen = at.desk.ask(draft, at.desk.actor).body
    groups = (Group(Topic.INSIDE, 4, (OpenLine("guest", 4),)), Group(Topic.GOODS, 1, (OpenLine("goods", name="李*"),)))
    answers = {Topic.INSIDE.value: Answer(tick=True), Topic.GOODS.value: Answer(note="晚上来取")}
    counted = tuple(type(one)(one.item_id, one.name, one.expected, one.expected - 1, "借走一把") for one in seen.items)
    body = Body(groups, answers, counted, "门禁有点慢")
    made = at.do(service_handover.make, body, Signer(How.PIN, who[0]), shift(19), shift(20))
    at.do(service_handover.accept, made, Signer(How.CODE, who[1]), "都在")


# --- what the screens say -------------------------------------------------------------------------------------------


def duty_screens(r: Reading, desk: Desk, day: Day) -> dict[str, Any]:
    """Every list, grid and card of the duty room."""
    return {**_team_screens(r), **_month_screens(r), **_hour_screens(r, day), **_handover_screens(r, desk, day)}


def _team_screens(r: Reading) -> dict[str, Any]:
    return {
        "team": reads_team.members(r, left=True),
        "availability": reads_team.lines(r),
        "pairs": reads_team.pairs(r),
        "shift templates": reads_team.templates(r),
        "days": reads_team.day_rules(r),
        "pins": {one.id: reads_clock.pin_hash_of(r, one.id) for one in reads_team.members(r)},
    }


def _month_screens(r: Reading) -> dict[str, Any]:
    months = reads_shifts.months(r)
    shifts = [one.id for month in months for one in reads_shifts.shifts(r, month)]
    return {
        "months": {month: reads_roster.month(r, month) for month in months},
        "to generate": {month: reads_problem.problem(r, month) for month in months},
        "served": reads_shifts.assignments(r, shifts),
        "swaps": reads_changes.inbox(r),
        "at risk": reads_changes.at_risk(r),
        "stories": {shift: found for shift in shifts if (found := reads_changes.story(r, shift))},
        "who could": {shift: reads_changes.who_could(r, shift) for shift in shifts[-3:]},
    }


def _hour_screens(r: Reading, day: Day) -> dict[str, Any]:
    found = reads_hours.records(r)
    papers = reads_certificates.certificates(r)
    return {
        "on duty": reads_duty.board(r),
        "own shifts": {one.id: reads_duty.own_shifts(r, one.id) for one in reads_team.members(r)},
        "at the clock": {one.id: reads_duty.person(r, one.id) for one in reads_team.members(r)},
        "hours": {month: reads_hours.month(r, month) for month in reads_shifts.months(r)},
        "records": found,
        "hours that wait": reads_hours.waits(r),
        "stories of hours": [reads_hours.story(r, one.id) for one in found],
        "hours as a sheet": list(reads_export.rows(r, 1, r.now, masked=False)),
        "papers": papers,
        "listed": [reads_certificates.listed(r, one) for one in papers],
        "checked": [reads_certificates.check(r, text, "李小同", "310104201001010018") for text in day.texts],
    }


def _handover_screens(r: Reading, desk: Desk, day: Day) -> dict[str, Any]:
    there = at_gate(r, day)
    return {
        "handovers": reads_handover.history(r, everywhere=True),
        "counted": reads_handover.items(there),
        "handed over to nobody": reads_handover.waiting(there),
        "to hand over": draft(there, desk.actor),
    }
