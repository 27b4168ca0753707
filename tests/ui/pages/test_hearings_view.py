"""The reception page over the real store: the sitting, a visit, read back and signed, the lists, the month on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS
from desk.duty import service_handover
from desk.duty.rules_handover import Body, How
from desk.duty.service_handover import Signer
from desk.hearings import reads, service
from desk.hearings.drafts import MatterDraft, Reporter
from desk.hearings.rules import Category, Receiver
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.ui.pages.at_once import AtOnce
from tests.ui.pages.gate import Shell, ports_of
from tests.ui.pages.house import MORNING, VOLUNTEER, House
from tests.ui.paper_now import PaperNow
from ui import i18n
from ui.pages.hearings.page import PAGE
from ui.pages.hearings.view import BEGIN, BODIES, CALLS, MATTERS, MONTH, READ, TODAY, VISIT, HearingsPage

WHO = Reporter("邹测试", "10400001234", "3-1-1202")


@pytest.fixture
def house(store: Store, clock: FakeClock, actor: Actor, tmp_path: Path) -> House:
    clock.set(MORNING)
    made = House(store, clock, actor, tmp_path)
    made.lanes = AtOnce()  # type: ignore[attr-defined]
    return made


@pytest.fixture
def page(qtbot: QtBot, house: House, shell: Shell) -> HearingsPage:
    made = PAGE.make(ports_of(house, shell))
    assert isinstance(made, HearingsPage)
    qtbot.addWidget(made)
    made.resize(1196, 640)
    made.show()
    qtbot.waitExposed(made)
    made.come_to_front()
    return made


@pytest.fixture
def sitting(house: House, page: HearingsPage) -> str:
    def work(u: object) -> None:
        now, gate = u.now, u.gate_id  # type: ignore[attr-defined]
        who = (Receiver("a" * 32, "刘书记", "branch"), Receiver("c" * 32, "张经理", "property"))
        service.plan(u, [service.Plan("b" * 32, "2026-11-19", now, now + 2 * HOUR_MS, "接待室", gate, who)])  # type: ignore[arg-type]

    house.do(work)
    page.refresh()
    found = page.today.sitting()
    assert found is not None
    return found.id


def press(page: HearingsPage, words: str) -> None:
    page.foot.press(words)


def fill(page: HearingsPage, text: str, answer: str = "") -> None:
    page.visit.said.setPlainText(text)
    page.visit.answer.setPlainText(answer)
    if not answer:
        page.visit.later.click()


def heard(page: HearingsPage, text: str = "楼道堆物", answer: str = "已联系保洁") -> None:
    press(page, "来了一位居民")
    page.visit.name.setText("邹测试")
    fill(page, text, answer)
    press(page, "都记好了")
    assert page.panel == READ


def test_an_empty_day_says_how_to_begin(page: HearingsPage) -> None:
    assert page.heading() == "今天没有排接待，也没有在办的事"
    press(page, "临时开一场接待")
    assert page.panel == BEGIN
    press(page, "开始接待")
    assert page.begin._label.error()
    page.begin.label.setText("陈主任")
    press(page, "开始接待")
    assert page.panel == TODAY
    assert page.heading() == "正在接待，已经来了 0 位"


def test_the_sitting_of_the_roster_stands_there_big(page: HearingsPage, sitting: str) -> None:
    assert page.heading() == "今天有接待"
    assert page.today._when.text() == "08:00-10:00"
    assert "刘书记（党总支）、张经理（物业）" in page.today._who.text()


def test_a_visit_with_two_matters_is_read_back_and_signed(
    page: HearingsPage, house: House, sitting: str, clock: FakeClock
) -> None:
    press(page, "来了一位居民")
    page.visit.name.setText("邹测试")
    fill(page, "楼道堆物", "已联系保洁")
    clock.advance(1000)  # they keep the order in which they were begun
    press(page, "再加一件事")
    assert page.visit.said.toPlainText() == ""
    fill(page, "灯不亮")
    press(page, "都记好了")
    assert page.panel == READ
    assert "答复：已联系保洁" in page.read.words()
    assert "交给物业，11-22 之前答复您。" in page.read.words()
    assert "邹" not in page.read.words()
    page.read.pad.begin_stroke(QPointF(10, 10))
    page.read.pad.go_on(QPointF(90, 60))
    press(page, "签好了")
    visit = house.ask(reads.sitting, house.actor, sitting).visits[0]
    assert visit.reporter.confirmed == "signature"
    assert [row.answer for row in visit.matters] == ["已联系保洁", ""]
    assert page.panel == TODAY


def test_nobody_goes_without_an_answer_or_a_day(page: HearingsPage, house: House, sitting: str) -> None:
    press(page, "来了一位居民")
    press(page, "都记好了")
    assert page.visit._text.error()
    page.visit.said.setPlainText("灯不亮")
    press(page, "都记好了")
    assert page.visit._answer.error()
    assert house.ask(reads.sitting, house.actor, sitting).visits == ()


def test_somebody_unnamed_leaves_nothing(page: HearingsPage, house: House, sitting: str) -> None:
    press(page, "来了一位居民")
    page.visit.name.setText("邹测试")
    page.visit.anonymous.setChecked(True)
    assert page.visit.name.text() == ""
    fill(page, "太吵", "会去说")
    press(page, "都记好了")
    press(page, "居民说对")
    reporter = house.ask(reads.sitting, house.actor, sitting).visits[0].reporter
    assert (reporter.anonymous, reporter.confirmed) == (True, "read_back")


def test_the_other_side_of_a_quarrel_is_heard_beside_the_first(page: HearingsPage, house: House, sitting: str) -> None:
    press(page, "来了一位居民")
    page.visit.mediation.setChecked(True)
    fill(page, "楼上太吵", "约周六谈")
    press(page, "都记好了")
    press(page, "居民说对")
    (first,) = page.today.sitting().visits  # type: ignore[union-attr]
    page.today.other.emit(first)
    fill(page, "没有吵", "约周六谈")
    press(page, "都记好了")
    visits = house.ask(reads.sitting, house.actor, sitting).visits
    assert {visit.reporter.other_side_of for visit in visits} == {"", first.hearing_id}


def test_a_sitting_is_closed_once_all_is_settled(page: HearingsPage, house: House, sitting: str, shell: Shell) -> None:
    heard(page)
    press(page, "居民说对")
    press(page, "结束接待")
    assert shell.problems == []
    assert page.today.sitting().state == "closed"  # type: ignore[union-attr]


def test_a_substitute_is_written_beside_the_absent(page: HearingsPage, sitting: str) -> None:
    page.today.substitute.click()
    assert page.panel == BEGIN
    page.begin.absent.set_key("a" * 32)
    page.begin.label.setText("陈主任")
    press(page, "换好了")
    assert "陈主任（党总支）（顶班）" in page.today._who.text()


def test_the_lists_open_a_matter_and_cover_a_number(
    page: HearingsPage, house: House, shell: Shell, clock: FakeClock
) -> None:
    matter_id = house.new_id()
    house.do(lambda u: service.note(u, MatterDraft(matter_id, Category.FACILITY, "灯不亮"), WHO))
    house.do(lambda u: service.reply(u, matter_id, "下午换"))
    page.on_show(room=MATTERS)
    page.matters.table.opened.emit(page.model.lines[0])
    assert shell.went[-1] == ("matter", {"matter_id": matter_id})
    page.on_show(room=CALLS)
    (call,) = page.model.calls
    assert (call.name, call.answer) == ("邹*", "下午换")
    page._presenter.reveal(call.matter_id, call.hearing_id)
    assert page.calls._shown[matter_id] == ("邹测试　10400001234", 30)
    page.rooms[TODAY].click()
    assert page.calls._shown == {}


def test_the_month_goes_to_the_wall_without_names(
    page: HearingsPage, house: House, sitting: str, paper: PaperNow
) -> None:
    heard(page, "3-1-1202 的邹测试说太吵", "王师傅去看过")
    press(page, "居民说对")
    page.rooms[MONTH].click()
    shown = page.month.paper()
    assert shown is not None
    assert [(item.text, item.answer) for item in shown.items] == [("某户的某某说太吵", "某师傅去看过")]
    page.month._toggle(0)
    left = page.month.paper()
    assert left is not None
    assert left.items == ()
    press(page, "打印小结")
    assert paper.titles() == ["2026年11月接待小结"]


def test_the_month_waits_for_whoever_was_handed_the_desk(
    page: HearingsPage, house: House, sitting: str, paper: PaperNow, shell: Shell
) -> None:
    heard(page, "太吵", "王师傅去看过")
    press(page, "居民说对")
    page.rooms[MONTH].click()
    handed = house.do(lambda u: service_handover.make(u, Body(), Signer(How.PIN, "d" * 32)))
    press(page, "打印小结")
    assert (paper.titles(), shell.problems) == ([], ["handover.unaccepted"])
    house.do(lambda u: service_handover.accept(u, handed, Signer(How.CODE, "e" * 32)))
    press(page, "打印小结")
    assert len(paper.titles()) == 1


def test_months_go_back_and_forth_and_not_into_the_future(page: HearingsPage) -> None:
    page.rooms[MONTH].click()
    assert page.month.after.isHidden()
    page.month.before.click()
    assert page.month._title.text() == "2026年10月"
    page.month.after.click()
    assert page.month._title.text() == "2026年11月"


def test_a_form_half_filled_survives_and_esc_goes_home(page: HearingsPage, sitting: str) -> None:
    press(page, "来了一位居民")
    fill(page, "灯不亮", "下午换")
    press(page, "再加一件事")
    draft = page.draft()
    page.visit.clear()
    page.restore(draft)
    assert page.visit.form().matters[0].text == "灯不亮"
    assert page.on_back()
    assert page.panel == TODAY
    press(page, "来了一位居民")
    assert page.panel == VISIT
    assert page.visit.form().matters[0].answer == "下午换"


def test_what_comes_next_week_is_told(page: HearingsPage, house: House) -> None:
    def work(u: object) -> None:
        start = u.now + 7 * DAY_MS  # type: ignore[attr-defined]
        who = (Receiver("", "王主任", "committee"),)
        service.plan(u, [service.Plan("d" * 32, "2026-11-26", start, start + HOUR_MS, "接待室", u.gate_id, who)])  # type: ignore[arg-type, attr-defined]

    house.do(work)
    page.refresh()
    assert "11-26 08:00-09:00 王主任（居委会）" in page.today._coming.text()


def test_the_manager_says_who_answers_and_how_soon(page: HearingsPage, house: House) -> None:
    page.rooms[BODIES].click()
    page.bodies.body.set_key("committee")
    page.bodies.name.setText("锦绣居委")
    page.bodies.phones.setPlainText("陈主任 1040 0000 0120\n值班：10400000121")
    page.bodies.category.set_key("noise")
    page.bodies.first.show_value(2)
    page.bodies.hours.set_key("480-1200")
    press(page, "存上")
    body = next(one for one in house.ask(service.bodies) if one.code == "committee")
    assert (body.name, [(one.who, one.phone) for one in body.phones]) == (
        "锦绣居委", [("陈主任", "1040 0000 0120"), ("值班", "10400000121")],
    )  # fmt: skip
    assert page.model.limits["noise"].first_min == 120
    assert (page.model.limits["noise"].from_min, page.model.limits["noise"].until_min) == (480, 1200)
    house.actor = VOLUNTEER
    page.refresh()
    assert page.rooms[BODIES].isHidden()


def choose(page: HearingsPage, code: str) -> None:
    page.bodies.body.set_key(code)
    page.bodies.body.picked.emit(code)


def test_a_body_is_added_given_its_matters_and_taken_away(page: HearingsPage, house: House, shell: Shell) -> None:
    page.rooms[BODIES].click()
    choose(page, "+")
    assert page.bodies.drop.isHidden()
    press(page, "存上")
    assert shell.problems == ["matter.body_name"]
    page.bodies.name.setText("电梯维保")
    page.bodies.level.set_key("0")
    page.bodies.phones.setPlainText("值班 1040 0000 0150")
    for key, box in page.bodies.kinds.items():
        box.setChecked(key == "lift")
    press(page, "存上")
    made = next(one for one in house.ask(service.bodies) if one.name == "电梯维保")
    assert (made.categories, made.phones[0].phone) == (("lift",), "1040 0000 0150")
    assert page.bodies.body.key() == made.code, "the form stays at what was written"
    assert page.bodies.kinds["lift"].isChecked()
    choose(page, "property")
    assert not page.bodies.kinds["lift"].isChecked()
    assert page.bodies.kinds["parking"].isChecked()
    assert page.bodies.drop.isHidden(), "the usual ones stay"
    choose(page, made.code)
    page.bodies.drop.click()
    assert made.code not in {one.code for one in house.ask(service.bodies)}
    assert page.bodies.body.key() == "property"


def test_what_a_body_owes_goes_on_paper(page: HearingsPage, house: House, sitting: str, paper: PaperNow) -> None:
    for nth, (text, kind) in enumerate(
        (("灯不亮", Category.FACILITY), ("太吵", Category.NOISE), ("车位被占", Category.PARKING))
    ):
        draft = MatterDraft(f"{nth + 1}" * 32, kind, text, "3 号楼")
        house.do(lambda u, draft=draft: service.note(u, draft, WHO))
    house.do(lambda u: service.told(u, "1" * 32, "王经理"))
    page.refresh()
    page.rooms[MATTERS].click()
    view = page.matters
    assert view.slip.isHidden()
    assert len(view.table.rows()) == 3
    view.owner.set_key("property")
    view.owner.picked.emit("property")
    assert [line.text for line in view.table.rows()] == ["灯不亮", "车位被占"]
    view.slip.click()
    view.sheet.click()
    assert paper.titles() == ["待办事项单", "待办事项单"]
    found = []
    page._presenter.owed("property", found.append)
    made = view.paper(found[0])
    assert [slip.text for slip in made.slips] == ["灯不亮", "车位被占"]
    assert made.slips[0].told.endswith("王经理")
    assert made.slips[1].told == ""
    assert "邹测试" not in str(made)
    house.do(lambda u: [service.reply(u, one * 32, "办了") and service.close(u, one * 32) for one in "13"])
    page.refresh()
    assert view.owner.key() == "", "it owes nothing any more"
    assert [line.text for line in view.table.rows()] == ["太吵"]


def test_in_english(page: HearingsPage, sitting: str) -> None:
    i18n.install("en")
    page.refresh()
    assert page.heading() == "Residents are received today"
    press(page, "A resident has come")
    assert page.heading() == "Please sit down and take your time"
