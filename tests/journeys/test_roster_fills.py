"""A month fills itself through the real window and the real process: a gap in words, undone, stopped, and a process that dies."""

from __future__ import annotations

import time
from typing import Any

import pytest

from desk.duty import reads_shifts, service_roster, service_team, service_templates
from desk.duty.rules import ONE_OR_THREE_NEED, Says
from desk.duty.rules_availability import Line
from desk.duty.rules_days import Template
from desk.duty.service_team import About
from tests.journeys.conftest import Running
from ui.pages.roster.panel_generate_model import Stage
from ui.widgets import AttentionRow

MONTH = "2026-12"
SITTING = Template("上午接待", 540, 660, (2, 4), least=2, most=2, needs_mix=(ONE_OR_THREE_NEED,), sitting=True)


@pytest.fixture
def roster(on_duty: Running) -> Running:
    """December is opened; of the 1 and 3 there is one, who is away on the 10th."""

    def build(u: Any) -> None:
        for name in ("甲测试", "乙测试", "丙测试", "丁测试"):
            service_team.add_member(u, About(name, "volunteer"))
        head = service_team.add_member(u, About("戊测试", "branch"))
        service_team.say(u, Line(head, Says.CANNOT, from_day="2026-12-10", until_day="2026-12-10"))
        for template in (SITTING, Template("门岗", 840, 1020, least=1, most=2)):
            service_templates.save_template(u, template)
        service_roster.open_month(u, MONTH)

    on_duty.write(build)
    on_duty.shell.to("roster", month=MONTH, panel="generate")
    on_duty.until(lambda: part(on_duty).model.month == MONTH and bool(part(on_duty).model.fair))
    return on_duty


def part(running: Running) -> Any:
    return running.page()._presenter.generating


def planned(running: Running) -> int:
    return len(running.read(lambda r: reads_shifts.cells(r, MONTH)))


def begin(running: Running) -> None:
    main = running.page().main_button()
    assert main.text() == "开始排班"
    main.click()


def test_it_fills_says_the_gap_and_is_undone(roster: Running) -> None:
    begin(roster)
    roster.until(lambda: part(roster).model.stage is Stage.DONE, timeout=60_000)
    panel = roster.page().generate
    assert planned(roster) == 10 * 2 + 31
    (row,) = panel.holes.findChildren(AttentionRow)
    assert row._title.text() == "12月10日 周四 上午接待 09:00-11:00：党总支、三驾马车都没有人能来"
    assert row._sub.text() == "合适的有 1 位，原因都一样：那天来不了。"
    act = next(one for one in panel.acts() if one.words == "撤销这次排班")
    act.do()
    roster.until(lambda: planned(roster) == 0)
    assert part(roster).model.stage is Stage.CHOOSE


def test_stopped_within_a_second(roster: Running) -> None:
    begin(roster)
    roster.until(lambda: part(roster).model.wanted > 0 or not part(roster).model.busy, timeout=60_000)
    asked = time.monotonic()
    part(roster).stop()
    roster.until(lambda: not part(roster).model.busy)
    assert time.monotonic() - asked < 1
    if part(roster).model.stage is Stage.STOPPED:  # else it had been done before it was asked
        assert planned(roster) == 0


def test_a_process_that_dies_is_said_and_the_next_one_does_it(roster: Running) -> None:
    begin(roster)
    part(roster)._child._process.kill()
    roster.until(lambda: part(roster).model.stage is Stage.FAILED)
    assert planned(roster) == 0
    assert "没有动" in roster.page().generate._note.text()
    begin(roster)
    roster.until(lambda: part(roster).model.stage is Stage.DONE, timeout=60_000)
