"""Two gates and a hub: a shift worked and handed over at one stands at the other; of two months published at once one holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk.codes.service import issue_duty
from desk.core.clock import SiteTime
from desk.duty import reads_shifts, service_items, service_publish, service_roster, service_team, service_templates
from desk.duty.reads_shifts import shifts
from desk.duty.rules import month_after
from desk.duty.rules_days import Template
from desk.duty.service_roster import Edit
from desk.duty.service_team import About
from desk.operators import service as operators
from tests.journeys.a_month import Story, verified
from tests.journeys.conftest import Moved, Running, Start
from tests.journeys.gates import act, admit, agree, sign_on, two_gates
from tests.sync.net.hubs import HubProcess
from tests.ui.paper_now import Printers
from tests.ui.test_paper_notice import text_of
from ui.shell import papers
from ui.shell.papers import Papers

PIN = "7153"
MORNING, NOON = "上午门岗", "中午门岗"


@dataclass
class Gates:
    """Two windows of one estate, and what time it is there."""

    south: Story
    north: Story
    world: Moved

    @property
    def both(self) -> tuple[Running, Running]:
        return self.south.running, self.north.running

    def at(self, day: date, hour: int, minute: int = 0) -> None:
        """It is so late; whoever sits there signs on anew."""
        self.world.advance(SiteTime().at(day, hour, minute) - self.world.now_ms())

    def agree(self) -> None:
        """Everything said at one gate is known at the other."""
        for one in self.both:
            sign_on(one)
        agree(*self.both)


@pytest.fixture
def gates(hub: HubProcess, tmp_path: Path, world: Moved, start: Start, pictures: Path) -> Gates:
    south, north = two_gates(hub, tmp_path, world, start)
    stories = (Story(one, "zh_CN", pictures, tmp_path / "own") for one in (south, north))
    return Gates(*stories, world)


def tomorrow(world: Moved) -> date:
    return SiteTime().day(world.now_ms()) + timedelta(days=1)


@pytest.fixture
def served(gates: Gates) -> dict[str, str]:
    """Tomorrow 王秀兰 serves 8-11 at the south gate and 李志强 11-14; member ids by name."""
    day, who = tomorrow(gates.world), dict[str, str]()

    def build(u: Any) -> None:
        for name in ("王秀兰", "李志强"):
            operator = operators.add_operator(u, name, "volunteer", PIN).operator_id
            who[name] = service_team.add_member(u, About(name, operator_id=operator))
        for name, start in ((MORNING, 480), (NOON, 660)):
            service_templates.save_template(u, Template(name, start, start + 180, place="南门岗亭", content=name))
        month = day.isoformat()[:7]
        service_roster.open_month(u, month)
        ids = {one.name: one.id for one in shifts(u, month) if one.day == day.isoformat()}
        service_roster.apply(u, [Edit(ids[MORNING], who["王秀兰"]), Edit(ids[NOON], who["李志强"])])
        service_publish.publish(u, month, in_spite=True)
        service_items.add_item(u, "大门钥匙", 2, "key")

    act(gates.south.running, build)
    return who


def test_a_shift_worked_and_handed_over_at_one_gate_stands_at_the_other(
    gates: Gates, served: dict[str, str], tmp_path: Path
) -> None:
    day, south, north = tomorrow(gates.world), gates.south, gates.north
    cards = {name: south.running.write(lambda u, one=one: issue_duty(u, one)).text for name, one in served.items()}
    gates.at(day, 7, 55)
    sign_on(south.running)
    south.go("duty")
    south.scan(cards["王秀兰"])
    south.reads((f"王老师上岗了：{MORNING} 08:00-11:00，值班台交给您", ""))
    gates.agree()
    north.go("duty")
    north.see("at-the-other-gate-on-duty", ("现在有 1 人在岗", ""), ("王老师", ""), ("07:55 起在岗", ""))

    gates.at(day, 9)
    sign_on(south.running)
    admit(south.running, "邹一")
    gates.at(day, 10, 45)
    _handed_over(south, gates, day, cards["李志强"])
    gates.agree()
    north.go("duty")
    north.see("at-the-other-gate-relieved", ("11:00 下岗", ""), ("李老师", ""), ("11:00 起在岗", ""))
    page = north.go("handover")
    north.press(("以前的", ""))
    north.see("at-the-other-gate-handovers", ("王老师交给李老师", ""), ("南门", ""))
    page.past.rows[0].button.click()
    north.see(
        "at-the-other-gate-handover",
        ("王老师，10:45（密码）", ""),
        ("李老师，11:00（工作码）", ""),
        ("1 位客人还在里面", ""),
    )
    _certified_at_the_other_gate(gates, day, served["王秀兰"], tmp_path)


def _handed_over(south: Story, gates: Gates, day: date, card: str) -> None:
    sign_on(south.running)
    page = south.go("handover")
    south.reads(("1 位客人还在里面", ""))
    south.press(("看过了", ""))
    south.press(("对得上", ""))
    south.press(("写好了，签字交班", ""))
    south.reads(("王老师，请输入密码", ""))
    south.type_pin(page.sign.pad, PIN)
    south.reads(("交班单写好了，请接班的人看过签字", ""))
    gates.at(day, 11)
    sign_on(south.running)
    south.go("handover")
    south.press(("我来接班，签字", ""))
    south.scan(card)
    south.reads(("交接好了，现在由李老师当班", ""), ("王老师下班了，今天帮了 1 人，谢谢！", ""))


def _certified_at_the_other_gate(gates: Gates, day: date, member: str, tmp_path: Path) -> None:
    """Hours made at the south gate are stated at the north gate, and the paper is good at both."""
    north, month = gates.north, day.isoformat()[:7]
    papers.install(
        Papers(north.running.program.voice, lambda: "", north.papers, throwaway=True, system=Printers(tmp_path))
    )
    page = north.go("hours", month=month)
    north.see("at-the-other-gate-hours", ("大家一共服务了 3 小时", ""), ("王老师 | 志愿者 | 3 小时 | 1", ""))
    north.open(page.month.table, lambda row: row.member_id == member)
    north.reads((MORNING, ""), ("08:00-11:00", ""))
    north.press(("开证明", ""))
    north.reads(("给谁开证明，哪段日子？", ""))
    page.form.set_values({"kind": "statement", "from_day": f"{month}-01", "until_day": day.isoformat()})
    north.press(("申请", ""))
    north.open(page.papers.table, lambda row: row.kind == "statement")
    north.press(("打印", ""))
    north.reads(("已存成文件", ""))
    papers.install(None)
    (pdf,) = north.papers.rglob("*.pdf")
    words = text_of(pdf)
    for one in ("王秀兰", MORNING, "南门岗亭", "3"):
        assert one in words
    gates.agree()
    for one in gates.both:
        code, said = verified(one.program.desk.home.root, str(pdf), "--name", "王秀兰")
        assert (code, said["proof"], said["hours"], said["holder"]) == (0, "good", "3", True)
    south = gates.south
    south.go("hours", panel="papers")
    south.see("paper-at-the-first-gate", ("王老师", ""), ("3 小时", ""))


def test_of_two_months_published_at_once_one_stands_and_the_other_is_a_proposal(gates: Gates, hub: HubProcess) -> None:
    month = month_after(tomorrow(gates.world).isoformat()[:7], 1)
    who: dict[str, str] = {}

    def build(u: Any) -> None:
        for name in ("王秀兰", "李志强"):
            who[name] = service_team.add_member(u, About(name))
        service_templates.save_template(u, Template(MORNING, 480, 660, weekdays=(1,)))
        service_roster.open_month(u, month)

    act(gates.south.running, build)
    gates.agree()
    hub.kill()
    mine = {gates.north: who["李志强"], gates.south: who["王秀兰"]}
    for story, member in mine.items():
        _published(story, month, member)
    hub.start()
    gates.agree()
    gates.agree()
    issue = {story: story.running.read(lambda r: reads_shifts.what_stands(r, month)) for story in mine}
    assert issue[gates.south] == issue[gates.north]
    stands = issue[gates.south].issue
    assert stands is not None
    lost = next(story for story, member in mine.items() if member not in {cell.member_id for cell in stands.cells})
    won = gates.south if lost is gates.north else gates.north
    _the_loser_proposes(lost, won, month, mine, gates)


def _published(story: Story, month: str, member: str) -> None:
    """One member into every shift, and published with the button."""

    def fill(u: Any) -> None:
        service_roster.apply(u, [Edit(one.id, member) for one in shifts(u, month)])

    sign_on(story.running)
    act(story.running, fill)
    page = story.go("roster", month=month)
    story.running.until(lambda: page.model.ready and page.model.month == month and page.model.changed)
    story.press(("公布…", ""))
    story.running.until(lambda: page.publishing.isVisible())
    page.main_button().click()
    story.running.until(lambda: page.model.version == 1)


def _the_loser_proposes(lost: Story, won: Story, month: str, mine: dict[Story, str], gates: Gates) -> None:
    label = {story: story.running.read(lambda r, who=who: _label(r, who)) for story, who in mine.items()}
    page = lost.go("roster", month=month)
    lost.running.until(lambda: page.model.ready and bool(page.model.proposals))
    lost.running.until(lambda: _who_stands(page) >= {label[won]})  # the month comes a moment after the proposals
    lost.see("month-that-stands", ("另一份排班", ""))
    lost.press(("另一份排班", ""))
    lost.see("proposal", ("采用这一份", ""), ("不采用", ""))
    lost.press(("采用这一份", ""))
    lost.running.until(lambda: page.model.version == 2 and not page.model.proposals)
    gates.agree()
    page = won.go("roster", month=month)
    won.running.until(lambda: page.model.version == 2 and _who_stands(page) == {label[lost]})
    won.see("adopted-at-the-other-gate", ("已公布", ""))


def _label(r: Any, member: str) -> str:
    from desk.duty import reads_team

    return reads_team.labels(r)[member]


def _who_stands(page: Any) -> set[str]:
    return {cell.who.label for box in page.model.boxes for cell in box.cells if not cell.fresh}
