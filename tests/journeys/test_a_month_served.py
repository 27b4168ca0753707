"""A month of duty from its first name to the sealed paper: gathered, filled, published, shown, swapped, worked, handed over, certified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTime

from desk import chores
from desk.codes.service import issue_duty
from desk.duty import service_items
from desk.operators import service as operators
from tests.duty.worlds import BLOCKS
from tests.journeys.a_month import Story, altered, code_of, verified
from tests.journeys.conftest import Running
from tests.journeys.gates import admit
from tests.ui.paper_now import Printers
from tests.ui.test_paper_labels import pages
from tests.ui.test_paper_notice import text_of
from ui.pages.roster.model import Panel
from ui.pages.roster.panel_generate_model import Stage
from ui.public_screen.model import What
from ui.shell import papers
from ui.shell.papers import Papers

MONTH = "2026-12"
TUESDAY, THURSDAY, FRIDAY = (date(2026, 12, day) for day in (1, 3, 4))
VOLUNTEERS = {
    "王秀兰": "7153",
    "李志强": "8264",
    "赵建国": "9375",
    "孙玉梅": "6042",
    "吴小红": "5931",
    "郑大伟": "4820",
}
CHAT = """#接龙 12月值班
1. 王秀兰 工作日
2. 李志强 周一到周五
3. 赵建国 工作日都可以
4. 孙玉梅 工作日
5. 吴小红 每天
6. 郑大伟 都可以
7. 陈国华 周二上午"""
CLOCK_PIN = "2468"
MORNING, NOON, RECEPTION = "上午门岗", "中午门岗", "上午接待"


@dataclass
class People:
    """Whom the roster made what on Thursday: two of the morning, one of noon, and who takes that shift."""

    first: str = ""
    second: str = ""
    noon: str = ""
    relief: str = ""
    labels: dict[str, str] = field(default_factory=dict)

    def label(self, member_id: str) -> str:
        return self.labels[member_id]


@pytest.fixture(params=["zh_CN", "en"])
def story(request: pytest.FixtureRequest, on_duty: Running, pictures: Path, tmp_path: Path) -> Iterator[Story]:
    """The six who will serve can sign on, two keys hang at the gate, and there is no printer."""

    def build(u: Any) -> None:
        for name, pin in VOLUNTEERS.items():
            operators.add_operator(u, name, "volunteer", pin)
        service_items.add_item(u, "大门钥匙", 2, "key")

    on_duty.write(build)
    voice = on_duty.program.voice
    papers.install(Papers(voice, lambda: "", tmp_path / "own", throwaway=True, system=Printers(tmp_path)))
    yield Story(on_duty, request.param, pictures, tmp_path / "own")
    papers.install(None)


def test_a_month_is_filled_published_shown_swapped_worked_handed_over_and_certified(story: Story) -> None:
    _the_team_is_gathered(story)
    _the_week_has_shifts(story)
    _the_month_fills_itself(story)
    _it_is_published(story)
    who = _thursday(story)
    _they_can_sign(story, who)
    screen = _the_public_screen_shows_it(story)
    _a_shift_is_swapped(story, who, screen)
    _two_come(story, who, screen)
    _one_hands_over(story, who)
    _the_other_goes(story, who)
    _what_was_forgotten_is_confirmed(story, who)
    _a_statement_is_issued(story, who)
    _a_certificate_is_issued(story, who)


def _the_team_is_gathered(story: Story) -> None:
    """One by the form, the others out of the chat."""
    page = story.go("team")
    story.see("team-empty", ("值班队伍还没有人", "The team is empty"))
    story.press(("加一位", "Add"))
    story.write(page.member.name, "周敏")
    page.member.capacity.set_key("committee")
    page.member.show_name.click()
    story.see("member", ("加一位队员", "Add a member"))
    story.press(("加入队伍", "Join the team"))
    story.reads(("值班队伍有 1 位", "The team has 1 member"))
    story.press(("贴接龙", "Chat list"))
    page.paste.box.insertPlainText(CHAT)
    story.see("chat-of-strangers", ("7 行里看懂了 0 行", "0 of 7 lines understood"))
    for nth, name in enumerate((*VOLUNTEERS, "陈国华")):
        page.paste.table.mark(nth)
        page.paste.capacity.set_key("branch" if name == "陈国华" else "volunteer")
        story.press((f"{name}加入队伍", f"{name} joins the team"))
        story.running.until(lambda nth=nth: len(page.model.heard[nth].members) == 1)
    story.see("chat-understood", ("7 行里看懂了 7 行", "7 of 7 lines understood"))
    story.press(("存看懂的 7 行", "Save the 7 lines understood"))
    story.running.until(lambda: not page.model.heard)
    story.press(("返回", "Back"))
    story.see("team", ("值班队伍有 8 位", "The team has 8 members"), ("居委会", "Residents' committee"))


def _the_week_has_shifts(story: Story) -> None:
    story.press(("班次", "Shifts"))
    panel = story.running.page().template
    for name, start, end, most in ((MORNING, (8, 0), (11, 30), 2), (NOON, (11, 30), (15, 0), 1), (RECEPTION, (9, 0), (11, 0), 1)):  # fmt: skip
        story.press(("加一种班次", "Add a shift"))
        story.running.until(panel.isVisible)
        story.write(panel.name, name)
        panel.start.setTime(QTime(*start))
        panel.end.setTime(QTime(*end))
        panel.least.show_value(most)
        panel.most.show_value(most)
        if name == RECEPTION:
            panel.days.set_days((2,))
            panel.one_or_three.click()
            panel.sitting.click()
            story.see("shift", ("加一种班次", "Add a shift"))
        story.press(("存上", "Save"))
        story.reads((name, name))
        story.running.until(lambda: not panel.isVisible())
    story.see("shifts", ("每周有 3 种班次", "3 kinds of shift a week"), ("11:30-15:00", "11:30-15:00"))
    story.press(("返回", "Back"))


def _the_month_fills_itself(story: Story) -> None:
    story.press(("排班", "Roster"))
    page = story.running.page()
    story.reads(("11 月还没有排班", "Nothing is planned for Nov yet"))
    story.press(("下个月", "Next month"))
    story.see("month-empty", ("12 月还没有排班", "Nothing is planned for Dec yet"))
    story.press(("开始排 12 月", "Begin Dec"))
    story.running.until(lambda: len(page.model.boxes) == 23 * 2 + 5)
    story.press(("自动排班", "Auto-fill"))
    story.see("generate", ("自动排 12 月的班", "Fill Dec automatically"))
    story.press(("开始排班", "Fill the month"))
    part = page._presenter.generating
    story.running.until(lambda: part.model.stage is Stage.DONE, timeout=60_000)
    story.see(
        "generated",
        ("12 月的班排好了", "Dec is filled"),
        ("74 个位置都有人，规则都守住了。", "All 74 places are filled and every rule is kept."),
    )


def _it_is_published(story: Story) -> None:
    story.press(("看排班表", "Look at the roster"))
    story.see("month", ("12 月排班还没公布：都排满了", "Dec not published: all filled"))
    story.press(("公布…", "Publish ..."))
    story.see("publish", ("第一次公布，所有排上的人都会看到", "The first time: everybody in it will see it"))
    story.press(("公布 12 月排班", "Publish Dec"))
    story.see("published", ("12 月排班已公布：都排满了", "Dec published: all filled"))


def _thursday(story: Story) -> People:
    """Who is in what on the 3rd, and somebody who is free at noon."""
    page = story.running.page()
    boxes = {box.name: box for box in page.model.boxes if box.day == THURSDAY.isoformat()}
    first, second = (cell.who.id for cell in boxes[MORNING].cells)
    (noon,) = boxes[NOON].cells
    taken = {first, second, noon.who.id}
    team = story.go("team").model.here
    relief = next(one.id for one in team if one.capacity == "volunteer" and one.id not in taken)
    return People(first, second, noon.who.id, relief, {one.id: one.label for one in team})


def _they_can_sign(story: Story, who: People) -> None:
    """Two by the PIN they sign on with, one by a PIN for the clock alone."""
    page = story.go("team")
    for member in (who.first, who.relief):
        story.open(page.home.table, lambda row, member=member: row.id == member)
        story.reads((f"{who.label(member)}的资料", f"About {who.label(member)}"))
        chosen = next(key for key, label in page.model.operators if label == who.label(member))
        page.member.operator.set_key(chosen)
        story.press(("存上", "Save"))
        story.reads(("值班队伍有 8 位", "The team has 8 members"))
    story.open(page.home.table, lambda row: row.id == who.second)
    story.press(("签到密码", "PIN"))
    for again in (
        ("请本人按 4 到 8 位数字", "The member presses 4 to 8 digits"),
        ("请再按一遍同样的密码", "Press the same PIN once more"),
    ):
        story.reads(again)
        story.type_pin(page.pin.pad, CLOCK_PIN)
    story.see("pin", ("密码设好了", "The PIN is set"))


def _the_public_screen_shows_it(story: Story) -> Any:
    """On Tuesday in the hall: the week, who is on, today's reception."""
    story.at(TUESDAY, 9, 10)
    story.running.shell.matter_clock.ask()  # the quarter of a minute in which the sitting is made of the roster
    screen = story.hall()
    story.running.until(lambda: bool(screen.shown.beside.sittings))
    week = screen.canvas.rotation.now
    assert week.what is What.ROSTER
    assert [row.day for row in week.rows if row.title == NOON] == [f"2026-12-0{day}" for day in (1, 2, 3, 4)]
    assert all(row.names for row in week.rows)
    assert [row.title for row in week.rows if row.now] == [MORNING, RECEPTION]
    assert screen.shown.beside.duty.until == "11:00"
    assert {one.words for one in screen.shown.beside.sittings[0].names} <= {"周敏", "陈老师"}
    story.keep("public-screen", screen.window)
    return screen


def _a_shift_is_swapped(story: Story, who: People, screen: Any) -> None:
    """Offered, agreed to, approved; and the public screen follows."""
    page = story.go("roster", month=MONTH)
    story.running.until(lambda: page.model.ready and page.model.panel is Panel.MONTH)
    box = next(one for one in page.model.boxes if (one.day, one.name) == (THURSDAY.isoformat(), NOON))
    page._presenter.choose(box.id)
    story.enter(page.month.grid)
    noon, relief = who.label(who.noon), who.label(who.relief)
    story.see("shift-opened", ("要 1 人，已有 1 人", "1 of 1 in it"), (noon, noon))
    story.press(("换班", "Swap"))
    story.reads((f"{noon}这一班换给谁？", f"Who takes this shift of {noon}?"))
    story.open(page.asking.others, lambda row: row.who.id == who.relief)
    story.see("in-return", (f"{noon}换回哪一班？", f"Which shift does {noon} take in return?"))
    story.press(("不用换回", "Nothing in return"))
    story.reads(("换班记下了，等人接", "The swap is noted; somebody is to take it"))
    story.press(("返回", "Back"))
    story.press(("换班 1", "Swaps 1"))
    story.see("swap-offered", ("1 个换班在等", "1 swap is waiting"), (f"{noon} 换给：{relief}", f"{noon} to {relief}"))
    story.press((f"{relief}说好", f"{relief} agrees"))
    story.see("swap-agreed", ("说好了", "Agreed"))
    story.press(("同意", "Approve"))
    story.see("swap-approved", ("没有在等的换班", "No swap is waiting"), ("换班定下来了", "The swap holds"))
    assert on_thursday(screen, NOON) == [relief]
    story.keep("public-screen-swapped", screen.window)


def on_thursday(screen: Any, title: str) -> list[str]:
    """Who stands in that shift on the public screen."""
    rows = screen.canvas.rotation.now.rows
    return next(
        [name.words for name in row.names] for row in rows if (row.day, row.title) == (THURSDAY.isoformat(), title)
    )


def _two_come(story: Story, who: People, screen: Any) -> None:
    """One by the card, who has the desk with it; the other by PIN."""
    first, second = who.label(who.first), who.label(who.second)
    story.at(THURSDAY, 7, 55)
    story.go("duty")
    story.scan(story.running.write(lambda u: issue_duty(u, who.first)).text)
    story.see(
        "card-scanned",
        (f"{first}上岗了：{MORNING} 08:00-11:30，值班台交给您", f"{first} is on duty: {MORNING} 08:00-11:30. The desk is yours"),
        ("07:55 起在岗", "Here since 07:55"),
    )  # fmt: skip
    page = _at_the_clock(story, second)
    story.see("pin-asked", (f"{second}来上岗？", f"{second} comes on duty?"))
    story.type_pin(page.person.pad, CLOCK_PIN)
    story.see("both-on-duty", ("现在有 2 人在岗", "2 people are on duty"))
    story.at(THURSDAY, 8, 1)
    screen._on_minute()
    story.running.until(lambda: {one.words for one in screen.shown.beside.duty.names} == {first, second})
    assert on_thursday(screen, NOON) == [who.label(who.relief)]
    story.keep("public-screen-on-duty", screen.window)


def _at_the_clock(story: Story, label: str) -> Any:
    """Their name is looked up."""
    page = story.go("duty")
    story.press(("上岗、下岗", "Clock on or off"))
    story.running.until(lambda: page.who.isVisible() and bool(page.who.table.rows()))
    story.open(page.who.table, lambda row: row.label == label)
    story.running.until(lambda: page.person.isVisible())
    return page


def _one_hands_over(story: Story, who: People) -> None:
    """Drafted twenty minutes before the end, ticked and counted, signed by PIN and by card."""
    first, relief = who.label(who.first), who.label(who.relief)
    story.at(THURSDAY, 9, 30)
    for name in ("邹一", "邹二"):
        admit(story.running, name)
    story.at(THURSDAY, 11, 12)
    story.go("today")
    story.running.shell._ask_relief()
    story.see("relief-near", ("再过 18 分钟下班，交班单已经列好", "The shift ends in 18 min; the handover is drafted"))
    story.press(("去交班", "Hand over"))
    page = story.running.page()
    story.see("handover-draft", ("2 位客人还在里面", "2 visitors are inside"), ("应有 2", "2 expected"))
    story.press(("看过了", "Seen"))
    story.press(("对得上", "All there"))
    story.see("handover-seen", ("都看过了，可以签字交班", "All seen, ready to sign"))
    story.press(("写好了，签字交班", "Done, sign"))
    story.see("handover-who-signs", ("谁交班？请点名字", "Who hands over? Choose a name"))
    story.press((first, first))
    story.reads((f"{first}，请输入密码", f"{first}, please type your PIN"))
    story.type_pin(page.sign.pad, VOLUNTEERS[_name(first)])
    story.see(
        "handover-signed-by-one",
        ("交班单写好了，请接班的人看过签字", "The handover is written; the relief reads and signs it"),
    )
    story.at(THURSDAY, 11, 30)
    story.press(("我来接班，签字", "Take over, sign"))
    story.scan(story.running.write(lambda u: issue_duty(u, who.relief)).text)
    story.see(
        "handover-signed-by-both",
        (f"交接好了，现在由{relief}当班", f"Handed over: {relief} is on duty now"),
        (f"{first}下班了，今天帮了 2 人，谢谢！", f"{first} is off duty and helped 2 people today. Thank you!"),
    )
    story.press(("开始当班", "Begin"))


def _name(label: str) -> str:
    """Of the volunteers no two share a surname."""
    return next(name for name in VOLUNTEERS if name[0] == label[0])


def _the_other_goes(story: Story, who: People) -> None:
    """By PIN, and is thanked; whoever came at noon forgets to go."""
    second = who.label(who.second)
    story.at(THURSDAY, 11, 31)
    page = _at_the_clock(story, second)
    story.reads((f"{second}在岗，07:55 来的。要下岗吗？", f"{second} is on duty since 07:55. Clock off?"))
    story.type_pin(page.person.pad, CLOCK_PIN)
    story.see(
        "thanks",
        (f"{second}下岗了。今天您帮了 2 人，辛苦了！", f"{second} is off duty. You helped 2 people today. Thank you!"),
        ("现在有 1 人在岗", "1 person is on duty"),
        ("11:31 下岗", "Left at 11:31"),
    )
    story.at(FRIDAY, 9)
    desk = story.running.program.desk
    desk.lanes.run("chores", lambda: chores.run_due(desk))


def _what_was_forgotten_is_confirmed(story: Story, who: People) -> None:
    story.manager_signs_on()
    story.go("hours", month=MONTH)
    story.see(
        "hours-one-waits",
        ("2026年12月，大家一共服务了 7 小时", "Dec 2026: 7 hours served by all"),
        ("还有 1 条等确认，确认后才计入", "1 record waits; it counts once confirmed"),
    )
    story.press(("看等确认的 1 条", "See the 1 that waits"))
    story.see("hours-waits", ("1 条等您确认", "1 record waits for you"), (who.label(who.relief), who.label(who.relief)))
    story.press(("1 条都对，确认", "It is right: confirm"))
    story.see("hours-confirmed", ("都确认好了", "Everything is confirmed"))
    story.press(("返回", "Back"))
    story.see("hours", ("2026年12月，大家一共服务了 10.5 小时", "Dec 2026: 10.5 hours served by all"))


def _a_statement_is_issued(story: Story, who: People) -> None:
    first = who.label(who.first)
    page = story.running.page()
    story.open(page.month.table, lambda row: row.member_id == who.first)
    story.see(
        "hours-of-one", (f"{first} 2026年12月计入 3.5 小时", f"{first}: 3.5 h count in Dec 2026"), (MORNING, MORNING)
    )
    _asked_for(story, {"kind": "statement", "from_day": "2026-12-01", "until_day": "2026-12-04"})
    story.open(page.papers.table, lambda row: row.kind == "statement")
    story.see("statement", (f"{first}的证明出具了", f"{first}'s certificate is issued"))
    pdf, words = _printed(story, "statement-paper")
    for one in (_name(first), MORNING, "08:00-11:30", "3.5", "2026-12-01"):
        assert one in words
    code, said = verified(story.running.program.desk.home.root, str(pdf), "--name", _name(first))
    assert (code, said["proof"], said["hours"], said["holder"]) == (0, "good", "3.5", True)
    story.press(("返回", "Back"))


def _asked_for(story: Story, values: dict[str, str]) -> None:
    page = story.running.page()
    story.press(("开证明", "New certificate"))
    story.reads(("给谁开证明，哪段日子？", "For whom, and for which days?"))
    page.form.set_values(values)
    story.see(f"{values['kind']}-asked-for", ("申请", "Ask for it"))
    story.press(("申请", "Ask for it"))


def _printed(story: Story, name: str) -> tuple[Path, str]:
    """The paper as a file, its first page as a picture, and its words."""
    before = set(story.papers.rglob("*.pdf"))
    story.press(("打印", "Print"))
    story.reads(("已存成文件", "Saved as"))
    (pdf,) = set(story.papers.rglob("*.pdf")) - before
    story.keep(name, pages(pdf)[0])
    return pdf, text_of(pdf)


def _a_certificate_is_issued(story: Story, who: People) -> None:
    """Asked for, accepted, its four blocks, printed, verified, hung up."""
    first, home = who.label(who.first), story.running.program.desk.home.root
    page = story.running.page()
    _asked_for(story, {"kind": "certificate", "from_day": "2026-12-01", "until_day": "2026-12-04", "purpose": "评选"})
    story.open(page.papers.table, lambda row: row.state == "applied")
    story.see("certificate-applied", (f"{first}申请了一张证明", f"{first} asks for a certificate"))
    story.press(("受理", "Accept"))
    story.see("certificate-accepted", (f"{first}的证明可以出具了", f"{first}'s certificate can be issued"))
    story.press(("出具", "Issue"))
    story.reads(("证明上的四项，请核对", "Please check the four blocks of the certificate"))
    page.form.set_values(BLOCKS)
    story.see("certificate-blocks", ("编号并出具", "Number and issue"))
    story.press(("编号并出具", "Number and issue"))
    story.see("certificate-issued", (f"{first}的证明出具了", f"{first}'s certificate is issued"))
    pdf, words = _printed(story, "certificate-paper")
    for one in (_name(first), BLOCKS["id_no"], "3.5", "周敏", "陈国华"):
        assert one in words
    whose = ("--name", _name(first), "--id-no", BLOCKS["id_no"])
    code, said = verified(home, str(pdf), *whose)
    assert (code, said["proof"], said["state"], said["hours"], said["holder"]) == (0, "good", "issued", "3.5", True)
    assert said["number"] in words
    code, said = verified(home, altered(code_of(pdf)), *whose)
    assert (code, said["proof"]) == (1, "forged")
    assert "number" not in said
    story.press(("开始公示", "Begin posting"))
    story.see(
        "certificate-posted",
        (f"{first}的证明正在公示", f"{first}'s certificate is posted"),
        ("公示中，还有 7 天", "Posted, 7 days left"),
    )
