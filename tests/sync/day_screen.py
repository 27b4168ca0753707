"""The part of a day that everybody may see: notices hung, changed and taken down, an emergency, the lines of other rooms."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desk import showing
from desk.core.clock import DAY_MS, HOUR_MS
from desk.duty.reads_team import site_time
from desk.screen import reads, service, service_settings
from desk.screen.rules import Kind, Number, Sentence, Wanted
from desk.store.unit import Reading
from tests.sync.gatehouse import Day, Gatehouse, at_gate


def shown(at: Gatehouse) -> None:
    """One of everything that can be done with the screen."""
    now = at.clock.now_ms()
    at.do(service_settings.say_numbers, [Number("物业值班室", "1040 0000 0110")])
    at.do(service_settings.say_rules, "来访请先到门岗。\n电动车不进楼道。")
    at.do(service_settings.prepare, [Sentence("请留在室内", "关好门窗。")])
    water = Wanted(Kind.NOTICE, "周六上午停水", "请提前接好用水。", now - HOUR_MS, now + DAY_MS, sort=2)
    notice = at.do(service.save, water)
    at.do(service.save, replace(water, title="周日上午停水", gates=(at.day.gate,)), notice.id)
    official = Wanted(Kind.OFFICIAL, "充电棚公示", "有意见请到接待室。", now, now + 6 * DAY_MS, approver="党总支")
    at.do(service.printed, [at.do(service.save, official).id])
    down = at.do(service.save, replace(water, title="电梯检修"))
    at.do(service.retract, down.id)
    back = at.do(service.save, replace(water, title="包饺子"))
    at.do(service.retract, back.id)
    at.do(service.put_back, back.id)
    at.do(service.take_over, 0)
    at.do(service.end_emergency)
    at.do(service.take_over, 0)


def screen_screens(r: Reading, day: Day) -> dict[str, Any]:
    """The editor's list, the board as it hangs at the gate of that day, and what other rooms would have it say."""
    there = at_gate(r, day)
    return {
        "notices": reads.items(r),
        "board": reads.board(there),
        "prepared": reads.prepared(r),
        "numbers": reads.numbers(r),
        "rules": reads.rules(r),
        "roster on the screen": showing.roster(there, site_time(r)),
        "sittings on the screen": showing.sittings(there),
        "open on the screen": showing.counts(there),
    }
