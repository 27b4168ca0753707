"""Noting a matter and its card, over the real store: the page in both languages, each act, the papers, the covered number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desk.core.actor import Actor
from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.hearings import reads, service
from desk.hearings.views import MatterRow
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.ui.pages.at_once import AtOnce
from tests.ui.pages.gate import Shell, ports_of
from tests.ui.pages.house import MORNING, VOLUNTEER, House
from tests.ui.paper_now import PaperNow
from ui import i18n
from ui.matters.photos import MOST
from ui.pages.matter.page import PAGE
from ui.pages.matter.view import ACT, CARD, NOTE, NOTED, MatterPage


@pytest.fixture
def house(store: Store, clock: FakeClock, actor: Actor, tmp_path: Path) -> House:
    clock.set(MORNING)
    made = House(store, clock, actor, tmp_path)
    made.lanes = AtOnce()  # type: ignore[attr-defined]
    return made


@pytest.fixture
def page(qtbot: QtBot, house: House, shell: Shell) -> MatterPage:
    made = PAGE.make(ports_of(house, shell))
    assert isinstance(made, MatterPage)
    qtbot.addWidget(made)
    made.resize(1196, 640)
    made.show()
    qtbot.waitExposed(made)
    made.come_to_front()
    return made


def rows(house: House) -> tuple[MatterRow, ...]:
    found: tuple[MatterRow, ...] = house.ask(reads.recent, house.actor)
    return found


def note(page: MatterPage, text: str = "门厅的灯不亮", place: str = "3 号楼", name: str = "") -> str:
    page.note.said.setPlainText(text)
    page.note.place.setText(place)
    page.note.name.setText(name)
    page.note.phone.setText("10400001234" if name else "")
    page.main_button().click()  # type: ignore[union-attr]
    assert page.noted.noted is not None
    return page.noted.noted.id


def act(page: MatterPage, name: str, text: str = "") -> None:
    page._on_begin(name)
    assert page.panel == ACT
    page.act.said.setPlainText(text)
    page.main_button().click()  # type: ignore[union-attr]


def test_words_choose_the_kind_and_enter_notes_it(page: MatterPage, house: House, shell: Shell, qtbot: QtBot) -> None:
    assert page.panel == NOTE
    page.note.said.setPlainText("电梯停在七楼")
    qtbot.waitUntil(lambda: page.note.pad.choice() == "lift")
    qtbot.keyClick(page.note.said, Qt.Key.Key_Return)
    assert page.panel == NOTED
    (row,) = rows(house)
    assert (row.category.value, row.text) == ("lift", "电梯停在七楼")
    assert shell.said[-1].startswith("记下了，编号 M ")
    shell.undo_[-1]()
    assert rows(house) == ()


def test_a_kind_that_was_pressed_stays(page: MatterPage, house: House, qtbot: QtBot) -> None:
    page.note.pad.tiles["noise"].click()
    note(page, "灯一直闪")
    assert rows(house)[0].category.value == "noise"


def test_nothing_is_noted_without_words(page: MatterPage, house: House) -> None:
    page.main_button().click()  # type: ignore[union-attr]
    assert page.panel == NOTE
    assert page.note._text.error()
    assert rows(house) == ()


def test_what_is_like_it_is_offered_and_joined(page: MatterPage, house: House, qtbot: QtBot) -> None:
    first = note(page)
    page._on_next()
    page.note.said.setPlainText("门厅灯坏了")
    page.note.place.setText("3号楼")
    page._presenter.typed(page.note.form())
    qtbot.waitUntil(page.note.same.isVisible)
    page.note.same.acted.emit()
    page.main_button().click()  # type: ignore[union-attr]
    assert page.noted.noted is not None
    assert page.noted.noted.joined
    assert house.ask(reads.card, house.actor, first).row.supporters == 1


def test_a_matter_of_life_says_whom_to_call_first(page: MatterPage) -> None:
    page.note.said.setPlainText("有人困在电梯里")
    page._presenter.typed(page.note.form())
    assert page.note.life.isVisible()
    assert "119" in page.note.life.text().split("！")[0]


def test_an_incident_is_only_written_down(page: MatterPage, house: House) -> None:
    page.foot.press("改记异常情况")
    note(page, "岗亭断电十分钟")
    assert rows(house)[0].kind.value == "incident"
    assert "异常情况" in page.noted._lines[1].text()


def red(path: Path, wide: int = 40) -> Path:
    picture = QImage(wide, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(path))
    return path


def test_a_photo_is_looked_at_kept_at_once_and_belongs_to_the_matter(
    page: MatterPage, house: House, tmp_path: Path
) -> None:
    photos = page.note.photos
    photos.add_file(red(tmp_path / "photo.png"))
    assert photos.card is not None
    assert not page.note.form().photos, "nobody has looked at it yet"
    photos.card.finish("yes")
    (name,) = page.note.form().photos
    assert photos.data(name) is not None, "a small one stands in the form"
    matter_id = note(page)
    page.on_show(matter_id=matter_id)
    assert page.card.model is not None
    assert page.card.model.photos == (name,)
    kept = page.card.photos.data(name)
    assert kept is not None
    assert kept.startswith(b"\xff\xd8")


def test_photos_are_looked_at_one_after_another_and_taken_out_again(
    page: MatterPage, house: House, tmp_path: Path
) -> None:
    photos = page.note.photos
    for number in range(3):
        photos.add_file(red(tmp_path / f"{number}.png", 40 + number))
    seen = []
    for result in ("yes", "", "yes"):
        assert photos.card is not None
        assert photos.card not in seen, "the next one"
        seen.append(photos.card)
        photos.card.finish(result)
    first, second = page.note.form().photos
    photos._thumbs[first].click()
    assert photos.card is not None
    photos.card.finish("remove")
    assert page.note.form().photos == (second,)


def test_no_more_photos_than_a_matter_may_have(page: MatterPage, tmp_path: Path) -> None:
    photos = page.note.photos
    for number in range(MOST + 2):
        photos.add_file(red(tmp_path / f"{number}.png", 40 + number))
    for _ in range(MOST):
        assert photos.card is not None
        photos.card.finish("yes")
    assert len(page.note.form().photos) == MOST
    assert photos.shoot.isHidden()
    assert not photos._waiting
    note(page)


def test_a_photo_that_has_not_come_from_the_other_gate_is_said(page: MatterPage, house: House) -> None:
    matter_id = note(page)
    house.do(lambda u: service.add_photos(u, matter_id, ("a" * 64,)))
    page.on_show(matter_id=matter_id)
    assert "1 张还没传到这里" in page.card.photos._count.text()
    i18n.install("en")
    page.on_show(matter_id=matter_id)
    assert "1 not here yet" in page.card.photos._count.text()


def test_a_file_that_is_no_picture_and_a_camera_without_one_are_said(
    page: MatterPage, shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "words.png").write_text("no picture")
    page.note.photos.add_file(tmp_path / "words.png")
    page.note.photos.shoot.click()
    assert shell.problems == ["picture.unreadable", "picture.no_camera"]


def test_the_card_counts_and_each_act_is_written(page: MatterPage, house: House, clock: FakeClock) -> None:
    matter_id = note(page)
    clock.advance(5 * HOUR_MS + 20 * MINUTE_MS)
    page.on_show(matter_id=matter_id)
    assert page.heading() == "公共设施 · 还剩 40 分钟"
    act(page, "told", "值班室小王")
    assert house.ask(reads.card, house.actor, matter_id).row.told_at == clock.now_ms()
    act(page, "accept", "小王")
    act(page, "assign")
    act(page, "wait", "等灯泡")
    assert page.heading() == "公共设施 · 还剩 40 分钟"
    act(page, "reply", "下午换")
    assert page.card.clock.isHidden()
    act(page, "resolve", "换好了")
    act(page, "called", "没人接")
    act(page, "confirm", "好了")
    act(page, "reopen", "又坏了")
    assert house.ask(reads.card, house.actor, matter_id).reopened == 1
    act(page, "resolve", "换了整灯")
    act(page, "close")
    assert house.ask(reads.card, house.actor, matter_id).row.state.value == "closed"


def test_a_late_one_says_whom_to_call_and_prints_a_slip(
    page: MatterPage, house: House, clock: FakeClock, paper: PaperNow
) -> None:
    house.do(lambda u: service.save_body(u, "committee", "", 1, [service.Phone("陈主任", "10400000120")], ["noise"]))
    matter_id = note(page)
    clock.advance(7 * HOUR_MS)
    house.do(lambda u: service.escalate(u, u.now))
    page.on_show(matter_id=matter_id)
    assert page.card.alert.isVisible()
    assert page.card.model is not None
    assert page.card.model.to_tell.phones == (("陈主任", "10400000120"),)
    slip = page.card.slip()
    assert slip is not None
    assert (slip.owner, slip.level, slip.noted_at) == ("居委会", "逾期未答复，报社区", "11-19 08:00")
    page.foot.press("打印督办单")
    assert paper.titles() == ["督办单"]


def test_who_said_it_is_covered_again(page: MatterPage, house: House) -> None:
    page.on_show(matter_id=note(page, name="邹测试"))
    assert "邹*" in page.card.who.text()
    page.card.reveal.click()
    assert "10400001234" in page.card.who.text()
    page.on_hide()
    assert "10400001234" not in page.card.who.text()


def test_a_volunteer_hands_nothing_over_and_closes_nothing(page: MatterPage, house: House) -> None:
    matter_id = note(page)
    house.actor = VOLUNTEER
    page.on_show(matter_id=matter_id)
    assert page.card.model is not None
    assert not {"assign", "close"} & set(page.card.model.acts)


def test_back_goes_from_an_act_to_the_card_and_then_away(page: MatterPage) -> None:
    page.on_show(matter_id=note(page))
    page._on_begin("reply")
    assert page.on_back()
    assert page.panel == CARD
    page._on_more()
    assert page.on_back()
    assert not page.on_back()


def test_what_is_half_written_survives(page: MatterPage) -> None:
    page.note.said.setPlainText("灯")
    page.note.place.setText("3 号楼")
    draft: dict[str, Any] = page.draft()
    page.note.clear()
    assert page.draft() == {}
    page.restore(draft)
    assert (page.note.said.toPlainText(), page.note.place.text()) == ("灯", "3 号楼")


def test_in_english(page: MatterPage, qtbot: QtBot) -> None:
    i18n.install("en")
    qtbot.waitUntil(lambda: page.heading() == "What does the resident say?")
    page.on_show(matter_id=note(page))
    assert page.heading().startswith("Facilities · 6 h left")
