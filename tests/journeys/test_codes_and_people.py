"""Codes and residents through the real window: a label that reads back, a code replaced, half a minute in full, a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from sqlalchemy import select

from desk.codes import service as codes
from desk.codes.reads import identify
from desk.codes.rules import Answer, Kind
from desk.codes.tables import Scan
from desk.core.clock import DAY_MS
from desk.people import reads as people
from desk.people.service import add_person, bind
from desk.reception import service as reception
from desk.reception.rules import VisitorType
from desk.reception.rules_windows import Window
from tests.journeys.conftest import Running
from tests.ui.test_paper_labels import pages
from tests.ui.test_paper_qr import read
from ui.pages.codes.model import Panel as CodesPanel
from ui.pages.people.model import Panel
from ui.widgets.dialog_card import DialogCard

SHEET = """楼栋,单元,房号,姓名,电话,身份
5,1,101,欧阳小满,10400000001,业主
5,1,102,司马长风,不知道,业主
5,1,,李明月,10400000003,租客
5,1,104,阿依古丽·买买提,10400000004,家人
5,1,105,,10400000005,家人
"""


def household(running: Running) -> str:
    found = running.read(lambda r: people.find_household(r, "3-1-1202"))
    return str(found.id)


def open_codes(running: Running) -> Any:
    """The household's codes, found by its room."""
    running.shell.to("codes")
    page = running.page()
    page.home.field.setText("3-1-1202")
    running.until(lambda: bool(page.model.hits))
    running.qtbot.keyClick(page.home.field, Qt.Key.Key_Return)
    running.until(lambda: page.model.panel is CodesPanel.SUBJECT)
    return page


def scan(running: Running, text: str) -> None:
    for char in text:
        running.qtbot.keyClick(running.window.scan_line.field, char)
    running.qtbot.keyClick(running.window.scan_line.field, Qt.Key.Key_Return)


def test_a_code_is_issued_and_its_printed_label_reads_back(on_duty: Running, tmp_path: Path) -> None:
    page = open_codes(on_duty)
    assert page.model.live_line() is None
    page.main_button().click()
    on_duty.until(lambda: page.model.live_line() is not None)

    path = tmp_path / "label.pdf"
    page.where = lambda *words: path
    page.main_button().click()
    on_duty.until(lambda: page.model.panel is CodesPanel.LABELS)
    page.labels.grid.set_choice("large")
    page.main_button().click()
    on_duty.until(lambda: page.model.run is not None and page.model.run.stage == "done", 30_000)
    assert str(path) in "".join(label.text() for label in page.run.findChildren(QLabel))

    (text,) = read(pages(path)[0])
    answer = on_duty.read(lambda r: identify(r, text))
    assert (answer.answer, answer.kind, answer.subject_id) == (Answer.VALID, Kind.INDOOR, household(on_duty))


def test_replacing_says_so_first_and_the_old_one_is_withdrawn_at_once(on_duty: Running) -> None:
    old = on_duty.write(lambda u: codes.issue_household(u, household(on_duty)))
    page = open_codes(on_duty)
    on_duty.until(lambda: page.model.live_line() is not None)
    page.foot.button(2).click()
    on_duty.until(lambda: DialogCard.on(on_duty.window) is not None)
    card = DialogCard.on(on_duty.window)
    assert card is not None
    assert "马上作废" in "".join(label.text() for label in card.findChildren(QLabel))
    card.finish("yes")
    on_duty.until(lambda: page.model.live_line() is not None and page.model.live_line().id != old.code_id)

    on_duty.shell.to("help")
    on_duty.window.scan_line.field.setFocus()
    scan(on_duty, old.text)
    on_duty.until(lambda: on_duty.front() == "result")
    assert (on_duty.page().model.headline, on_duty.page().model.mark) == ("code.revoked", "revoked")


def test_every_scan_is_noted_with_what_came_of_it(on_duty: Running) -> None:
    good = on_duty.write(lambda u: codes.issue_household(u, household(on_duty))).text
    forged = good[:-1] + ("A" if good[-1] != "A" else "B")
    on_duty.shell.to("help")
    on_duty.window.scan_line.field.setFocus()
    for text, headline in ((good, "code.valid.indoor"), (forged, "code.forged")):
        scan(on_duty, text)
        on_duty.until(lambda headline=headline: on_duty.front() == "result" and _headline(on_duty) == headline)
    on_duty.until(lambda: len(_noted(on_duty)) == 2)
    assert _noted(on_duty) == ["valid", "forged"]


def test_a_household_code_opens_its_card_and_the_form(on_duty: Running) -> None:
    issued = on_duty.write(lambda u: codes.issue_household(u, household(on_duty)))
    on_duty.shell.to("help")
    on_duty.window.scan_line.field.setFocus()
    scan(on_duty, issued.text)
    on_duty.until(lambda: on_duty.front() == "result" and on_duty.page().model.household)
    assert on_duty.page().model.place == "3-1-12**"
    on_duty.page().main_button().click()
    on_duty.until(lambda: on_duty.front() == "admit")


def test_in_full_takes_a_reason_and_ends_after_thirty_seconds(on_duty: Running) -> None:
    home = household(on_duty)
    on_duty.write(lambda u: bind(u, add_person(u, "欧阳小满", "10400000001"), home, "owner"))
    on_duty.shell.to("people", household_id=home)
    page = on_duty.page()
    on_duty.until(lambda: page.model.panel is Panel.HOUSEHOLD and bool(page.model.card.residents))
    assert "欧阳小满" not in _words(page)
    page.foot.button(1).click()
    on_duty.until(lambda: page.model.panel is Panel.REASON)
    page.reason.reasons.tile("visitor_here").click()
    on_duty.until(lambda: page.model.shown is not None)
    on_duty.until(lambda: "欧阳小满" in _words(page))
    on_duty.clock.advance(29_000)
    on_duty.until(lambda: page.model.shown is not None and page.model.shown.left_s == 1)
    on_duty.clock.advance(1_000)
    on_duty.until(lambda: page.model.shown is None)
    on_duty.until(lambda: "欧阳小满" not in _words(page))


def test_a_permit_and_a_standing_pass_open_from_the_household_by_key_and_click(on_duty: Running) -> None:
    home, now = household(on_duty), on_duty.clock.now_ms()
    window = Window(now - DAY_MS, now + 30 * DAY_MS)
    permit = on_duty.write(
        lambda u: reception.add_permit(u, permit_no="装修7", company="测试装饰", window=window, household_id=home)
    )
    standing, issued = on_duty.write(
        lambda u: reception.give_standing(
            u, household_id=home, alias="司徒阿姨", visitor_type=VisitorType.DOMESTIC, window=window, with_code=True
        )
    )
    on_duty.shell.to("people", household_id=home)
    people_page = on_duty.page()
    notes = people_page.household.notes
    on_duty.until(lambda: notes.count() == 2)

    notes.mark(f"permit:{permit}")
    notes.setFocus()
    on_duty.qtbot.keyClick(notes, Qt.Key.Key_Return)
    on_duty.until(lambda: on_duty.front() == "grant" and on_duty.page().model is not None)
    on_duty.until(lambda: "装修7" in _words(on_duty.page()))
    assert on_duty.page().heading() == "测试装饰的施工许可：现在有效"
    on_duty.page().foot.press("提前结束")
    _say_yes(on_duty)
    on_duty.until(lambda: on_duty.page().model.says == "window.revoked")
    _escape(on_duty)
    on_duty.until(lambda: notes.count() == 1)
    assert people_page.model.panel is Panel.HOUSEHOLD

    _click_first(on_duty, notes)
    on_duty.until(lambda: on_duty.front() == "grant" and _kind(on_duty) == "standing")
    card = on_duty.page()
    card.main_button().click()  # its code: to be shown, printed, read out
    on_duty.until(lambda: on_duty.front() == "passcard" and on_duty.page().model is not None)
    assert on_duty.page().model.issued.code_id == issued.code_id
    _escape(on_duty)
    _click_first(on_duty, notes)
    on_duty.until(lambda: on_duty.front() == "grant")
    card.foot.press("作废")
    _say_yes(on_duty)
    on_duty.until(lambda: card.model.over)
    assert on_duty.read(lambda r: identify(r, issued.text)).answer is Answer.REVOKED
    assert not card.model.may_show
    assert standing == card.model.id
    _escape(on_duty)
    on_duty.until(lambda: not people_page.household.notes.isVisible())


def test_who_a_permit_was_given_to_is_registered_from_its_card(on_duty: Running) -> None:
    home, now = household(on_duty), on_duty.clock.now_ms()
    permit = on_duty.write(
        lambda u: reception.add_permit(
            u, permit_no="装修7", company="测试装饰", window=Window(now - DAY_MS, now + DAY_MS), household_id=home
        )
    )
    on_duty.shell.to("grant", kind="permit", ref=permit)
    on_duty.until(lambda: on_duty.page().model is not None)
    on_duty.page().main_button().click()
    on_duty.until(lambda: on_duty.front() == "admit" and on_duty.page().model.permit == permit)
    model = on_duty.page().model
    assert (model.kind, model.values["company"], model.door.id, model.lacks) == (
        "contractor", "测试装饰", home, ("name",),
    )  # fmt: skip


def test_a_sheet_with_bad_rows_comes_in_whole_but_for_them(on_duty: Running, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_bytes(SHEET.encode("gb18030"))
    on_duty.shell.to("people", section="import")
    page = on_duty.page()
    page.ask_file = lambda: path
    on_duty.until(lambda: page.model.panel is Panel.IMPORT and page.main_button() is not None)
    page.main_button().click()
    on_duty.until(lambda: page.model.sheet.stage == "checked", 30_000)
    sheet = page.model.sheet
    assert [(one.row, one.field, one.grade) for one in sheet.issues] == [
        (3, "phone", "partly"), (4, "room", "refused"), (6, "name", "refused"),
    ]  # fmt: skip
    assert sheet.samples[0][1] == "欧阳*"
    assert on_duty.read(people.counts)["residents"] == 0  # only checked so far

    report = tmp_path / "report.csv"
    page.ask_report = lambda: report
    page.sheet.save.click()
    assert "房号" in report.read_text(encoding="utf-8-sig")

    page.main_button().click()
    on_duty.until(lambda: page.model.sheet.stage == "done", 30_000)
    assert on_duty.read(people.counts)["residents"] == 3
    on_duty.until(lambda: page.model.residents == 3)


def _escape(running: Running) -> None:
    """Esc comes back to the household."""
    running.qtbot.keyClick(running.window.focusWidget() or running.window, Qt.Key.Key_Escape)
    running.until(lambda: running.front() == "people")


def _click_first(running: Running, notes: Any) -> None:
    running.qtbot.mouseClick(
        notes.viewport(), Qt.MouseButton.LeftButton, pos=notes.visualItemRect(notes.item(0)).center()
    )


def _say_yes(running: Running) -> None:
    running.until(lambda: DialogCard.on(running.window) is not None)
    card = DialogCard.on(running.window)
    assert card is not None
    card.finish("yes")


def _kind(running: Running) -> str:
    model = running.page().model
    return model.kind if model is not None else ""


def _headline(running: Running) -> str:
    model = running.page().model
    return model.headline if model is not None else ""


def _noted(running: Running) -> list[str]:
    rows = select(Scan.answer).order_by(Scan.num)
    return [str(answer) for answer in running.read(lambda r: list(r.conn.execute(rows).scalars()))]


def _words(page: Any) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))
