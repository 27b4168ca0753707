"""The handover on the screen and on paper: ticks, counts, signatures, both languages; nothing read aloud names anybody."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk.duty.rules_handover import Answer, Body, Count, Group, Lack, Line, Topic
from tests.ui.pages.test_today_view import Desk
from tests.ui.paper_now import PaperNow
from tests.ui.test_paper_notice import text_of
from ui import i18n
from ui.pages.handover.model import Drafted, Filled, HandoverModel, Panel, Person, Put, Shift, Signature
from ui.pages.handover.view import HandoverPage
from ui.pages.handover.view_words import HandoverWords
from ui.shell.relief import ReliefModel, Stand
from ui.shell.relief_bar import ReliefBar

GROUPS = (
    Group(Topic.OVERSTAY, 2, (Line("contractor", 2, "a", "欧阳*", "8", minutes=-75, at=5, tone="warn"),)),
    Group(Topic.INSIDE, 12, (Line("guest", 10), Line("domestic", 2), Line("unregistered", 3), Line("roll_call"))),
    Group(Topic.MATTERS, 4, (Line("noise", number="M123456789", minutes=40, tone="warn"),
                             Line("lift", number="M987654321", minutes=-12, tone="bad"), Line("sitting")), 1),
    Group(Topic.GOODS, 3, (Line("overdue", name="3", place="A1", minutes=-3000, tone="warn"),), 2),
    Group(Topic.WATCH, 1, (Line("guest", name="司马*", place="5", at=5),)),
    Group(Topic.DUTY, 1, (Line("gap", 1, at=5, tone="warn"),)),
    Group(Topic.NOTICES, 1, (Line("unread", tone="bad"),)),
    Group(Topic.DEVICES, known=False),
)  # fmt: skip
KEYS, RADIO = Count("k", "大门钥匙", 3, kind="key"), Count("r", "对讲机", 2)
BODY = Body(GROUPS, items=(KEYS, RADIO))
SHIFT = Shift("门岗", "14:00-17:00", ("王老师",))
NEXT = Shift("晚班", "17:00-20:00", ("李老师", "张老师"))
DRAFT = HandoverModel(known=True, drafted=Drafted(BODY, SHIFT, "s", NEXT, times={5: "16:30"}))
ANSWERS = {group.topic.value: Answer(tick=True) for group in GROUPS[1:]} | {"overstay": Answer(note="已打电话")}
DONE = Body(GROUPS, ANSWERS, (Count("k", "大门钥匙", 3, 2, "物业借走一把"), Count("r", "对讲机", 2, 2)), "卡机有点慢")
OUT, INTO = (
    Signature("王老师", "16:55", "pin", "2026-11-20 16:55"),
    Signature("李老师", "17:01", "code", "2026-11-20 17:01"),
)
WAITS = Put(
    "h" * 32,
    "16:55",
    DONE,
    SHIFT,
    0,
    False,
    OUT,
    None,
    "南门",
    True,
    {5: "16:30"},
    "2026-11-20 16:55",
    {5: "11-20 16:30"},
)
TAKEN = Put(
    "h" * 32,
    "16:55",
    DONE,
    SHIFT,
    150,
    False,
    OUT,
    INTO,
    "南门",
    True,
    {5: "16:30"},
    "2026-11-20 16:55",
    {5: "11-20 16:30"},
)
HELD = Put("i" * 32, "17:12", DONE, SHIFT, 12, True, OUT, None, "南门")
PEOPLE = (Person("李老师", "m", "o", True, True), Person("张老师", "n"))


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> HandoverPage:
    made = HandoverPage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1196, 617)
    made.show()
    qtbot.waitExposed(made)
    made.show_model(DRAFT)
    return made


def shown(page: HandoverPage) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page) and one.text())


def words(page: HandoverPage) -> list[str]:
    return [act.words for act in page.foot._acts]


def test_each_open_group_has_one_tick_and_what_there_is_none_of_is_one_line(page: HandoverPage, desk: Desk) -> None:
    rows = [topic for topic, row in page.drafted.rows.items() if row.isVisibleTo(page)]
    assert rows == [group.topic for group in GROUPS if group.open]
    page.drafted.rows[Topic.INSIDE].tick.click()
    page.drafted.rows[Topic.GOODS].look.click()
    assert ("tick", "inside", True) in desk.asked
    assert ("look_at", "goods") in desk.asked
    text = shown(page)
    for part in ("装修维修 · 欧阳* · 8 栋 · 超时 1 小时 15 分", "亲友 10 位、家政 2 位、3 位没登记离开、清点还没结束",
                 "还剩 40 分钟", "其他 1 件", "A1 架", "16:30 的班还缺 1 人", "设备要自己看一眼"):  # fmt: skip
        assert part in text
    page.show_model(HandoverModel(known=True))
    assert not [row for row in page.drafted.rows.values() if row.isVisibleTo(page)]


def test_a_note_counts_and_a_difference_asks_why(page: HandoverPage, desk: Desk) -> None:
    row = page.drafted.rows[Topic.INSIDE]
    assert not row.note.isVisibleTo(page)
    row.write.click()
    assert row.note.isVisibleTo(page)
    count = page.drafted.counts["k"]
    assert not count.note.isVisibleTo(page)
    count.minus.click()
    count.right.click()
    assert [one[1:] for one in desk.asked if one[0] == "count"] == [("k", 2), ("k", 3)]
    page.show_model(HandoverModel(known=True, drafted=DRAFT.drafted, filled=Filled({}, {"k": (2, "")})))
    assert count.note.isVisibleTo(page)
    page.drafted.lack(Lack.REASON, "k")
    assert page.focusWidget() is count.note
    page.drafted.lack(Lack.TICK, "goods")
    assert page.focusWidget() is page.drafted.rows[Topic.GOODS].tick
    page.drafted.lack(Lack.COUNT, "r")
    assert page.focusWidget() is page.drafted.counts["r"].right


def test_the_heading_says_how_it_stands(page: HandoverPage) -> None:
    assert page.heading() == "交班前还有 9 项要看"
    done = {one.topic.value: Answer(tick=True) for one in GROUPS}
    filled = Filled(done, {"k": (3, ""), "r": (2, "")})
    page.show_model(HandoverModel(known=True, drafted=DRAFT.drafted, filled=filled))
    assert page.heading() == "都看过了，可以签字交班"
    page.show_model(HandoverModel(known=True, drafted=Drafted(BODY, SHIFT, "s", None, 12)))
    assert page.heading() == "该交班了，已经过了 12 分钟"
    assert "没人来接班，我留下" in words(page)
    page.show_model(HandoverModel(known=True, drafted=Drafted(BODY, SHIFT, "s", None, 12, "17:12")))
    assert "没人来接班，我留下" not in words(page)
    assert "17:12 起留下值守" in page.drafted.held.text()


def test_one_that_waits_is_read_and_signed(page: HandoverPage, desk: Desk) -> None:
    page.show_model(HandoverModel(Panel.READ, True, put=WAITS))
    text = shown(page)
    for part in (
        "王老师，16:55（密码）",
        "还没人签",
        "已打电话",
        "大门钥匙　应有 3，实有 2",
        "物业借走一把",
        "卡机有点慢",
    ):
        assert part in text
    page.foot.press("我来接班，签字")
    page.foot.press("重写一份")
    assert desk.asked[-2:] == [("take_over",), ("correct",)]
    page.show_model(HandoverModel(Panel.READ, True, put=TAKEN, took="李老师", left="王老师", thanks=46))
    assert page.heading() == "交接好了，现在由李老师当班"
    assert "王老师下班了，今天帮了 46 人，谢谢！" in shown(page)
    page.foot.press("开始当班")
    assert desk.asked[-1] == ("begin_duty",)


def test_whoever_signs_chooses_a_name_and_types(page: HandoverPage, desk: Desk) -> None:
    page.show_model(HandoverModel(Panel.SIGN, True, put=WAITS, taking=True, people=PEOPLE))
    assert [one.text() for one in page.sign.tiles] == ["李老师", "张老师"]
    page.sign.tiles[1].click()
    assert desk.asked[-1] == ("choose", PEOPLE[1])
    page.show_model(HandoverModel(Panel.SIGN, True, put=WAITS, taking=True, people=PEOPLE, asking=PEOPLE[0]))
    assert page.heading() == "李老师，请输入密码"
    assert page.focusWidget() is page.sign.pad
    page.sign.pad.entered.emit("8264")
    assert desk.asked[-1] == ("pin", "8264")


def test_those_of_before(page: HandoverPage, desk: Desk) -> None:
    page.show_model(HandoverModel(Panel.PAST, True, past=(TAKEN, HELD)))
    text = shown(page)
    assert "王老师交给李老师" in text
    assert "没人接班，王老师留下值守" in text
    assert "大门钥匙对不上 · 比下班时间晚了 2 小时 30 分" in text
    page.past.rows[0].button.click()
    assert desk.asked[-1] == ("look", TAKEN.id)
    page.show_model(HandoverModel(Panel.PAST, True))
    assert "还没有交过班" in shown(page)


def test_the_list_of_what_is_counted(page: HandoverPage, desk: Desk) -> None:
    page.show_model(HandoverModel(Panel.ITEMS, True, drafted=DRAFT.drafted, may_items=True))
    page.items.name.setText(" 手电筒 ")
    page.foot.press("加上")
    assert desk.asked[-1] == ("add_item", "手电筒", 1, "item")
    page.foot.press("加上")
    assert page.items._field.error()
    row = page.items.rows["k"]
    row.expected._plus.click()
    assert desk.asked[-1] == ("edit_item", "k", "大门钥匙", 4, "key")
    row.off.click()
    assert desk.asked[-1][:2] == ("drop_item", "k")


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_read_aloud_names_nobody_and_no_place(qtbot: QtBot, lang: str) -> None:
    i18n.install(lang)
    aloud = HandoverWords().aloud(DONE)
    assert "12" in aloud
    assert not [
        part
        for part in ("欧阳", "司马", "王老师", "8 栋", "Bldg", "A1", "M123456789", "M 123", "已打电话")
        if part in aloud
    ]


@pytest.mark.parametrize("model", [
    DRAFT, HandoverModel(Panel.READ, True, put=WAITS), HandoverModel(Panel.READ, True, put=HELD),
    HandoverModel(Panel.SIGN, True, people=PEOPLE), HandoverModel(Panel.PAST, True, past=(TAKEN, HELD)),
    HandoverModel(Panel.ITEMS, True, drafted=DRAFT.drafted),
], ids=["draft", "waits", "held", "sign", "past", "items"])  # fmt: skip
def test_in_english_no_chinese_is_left_but_what_people_wrote(page: HandoverPage, model: HandoverModel) -> None:
    i18n.install("en")
    page.show_model(model)
    written = "欧阳*司马*门岗晚班王老师李老师张老师大门钥匙对讲机已打电话物业借走一把卡机有点慢南门、"
    left = {char for char in shown(page) + "".join(words(page)) if "一" <= char <= "鿿"} - set(written)
    assert not left


@pytest.mark.parametrize("put", [WAITS, TAKEN, HELD], ids=["waits", "taken", "held"])
def test_on_paper_it_bears_both_signatures_or_room_for_them(page: HandoverPage, paper: PaperNow, put: Put) -> None:
    page.show_model(HandoverModel(Panel.READ, True, put=put))
    page.foot.press("打小条")
    page.foot.press("打 A4")
    assert paper.titles() == ["交接班记录"] * 2
    for path in paper.pdfs():
        text = "".join(text_of(path).split())
        for part in ("交接班记录", "2位超时没有离开", "物业借走一把", "卡机有点慢", "王老师"):
            assert part in text
        assert ("李老师" in text) is (put is TAKEN)
        assert ("值守人" in text) is put.held_over
        assert "2026-11-2016:55" in text  # paper is read on another day


def test_the_line_over_every_page_says_how_it_stands_and_leaves_its_own_page_alone(qtbot: QtBot) -> None:
    bar = ReliefBar()
    qtbot.addWidget(bar)
    said: list[Any] = []
    bar.pressed.connect(lambda: said.append(True))
    for stand, part in (
        (Stand.DUE, "再过 18 分钟"),
        (Stand.OVER, "还没交班"),
        (Stand.HELD, "留下值守"),
        (Stand.WAITING, "来访照常登记"),
    ):
        bar.show_model(ReliefModel(stand, 18))
        assert part in bar.line.text()
        assert not bar.isHidden() or bar.parentWidget() is None
    bar.line.button.click()
    assert said == [True]
    bar.put_away(True)
    assert bar.isHidden()
    bar.put_away(False)
    bar.show_model(ReliefModel())
    assert bar.isHidden()


def test_what_happened_and_was_only_written_down_is_told(qapp: object) -> None:
    group = Group(Topic.INCIDENTS, 1, (Line("fire", number="M987654321", at=5),))
    words = HandoverWords()
    assert words.title(group) == "这一班记了 1 件异常情况"
    assert words.lines(group, {5: "16:30"}) == ["着火冒烟 · M 987 654 321 · 16:30"]
