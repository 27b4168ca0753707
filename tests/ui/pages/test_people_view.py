"""The people page on the screen: every panel in both languages and at 200 %, masked until a reason is given."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk.people.reads import find_household
from tests.ui import audit, audit_words
from tests.ui.pages.gate import DeskNow, Shell
from ui import i18n
from ui.pages.people.model import Issue, Note, Panel, PeopleModel, Sheet
from ui.pages.people.presenter import PeoplePresenter
from ui.pages.people.view import PeoplePage
from ui.pages.people.view_sheet import explain
from ui.shell.ports import Ports
from ui.texts import table
from ui.theme import apply_theme

LOOKS = [("zh_CN", 24), ("en", 24), ("zh_CN", 40), ("en", 40)]
COUNTS = {
    "rows": 10_000,
    "households_new": 3_450,
    "people_new": 9_049,
    "people_changed": 12,
    "unchanged": 7,
    "refused": 2,
}
SHEET = Sheet(
    "checked", "residents.xlsx", counts=COUNTS, columns={"building": "A", "unit": "B", "room": "C", "name": "D"},
    samples=(("3-1-12**", "Vance *", "*******5678", "owner"),),
    issues=(
        Issue(4, "E", "phone", "partly", "people.phone_odd"), Issue(9, "C", "room", "refused", "people.room_missing")
    ),
)  # fmt: skip
NOTES = (
    Note("standing", "s", "Vance *", "visit.type.domestic", "12-01"),
    Note("permit", "p", "Homewise", "visit.type.contractor", "12-01"),
    Note("visit", "v", "Holt *", "visit.type.guest", "11-18 08:00"),
)


def make(qtbot: QtBot, ports: Ports) -> PeoplePage:
    ports.desk.session = SimpleNamespace(state=SimpleNamespace(active_id="op"))  # type: ignore[misc, assignment]
    page = PeoplePage(PeoplePresenter(ports))
    qtbot.addWidget(page)
    page.resize(1196, 617)
    page.show()
    qtbot.waitExposed(page)
    page.on_show()
    return page


@pytest.fixture
def page(qtbot: QtBot, ports: Ports) -> PeoplePage:
    return make(qtbot, ports)


def words(page: PeoplePage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def household(desk: DeskNow) -> str:
    found = desk.ask(find_household, "3-1-1202")
    return str(found.id)


def faults(page: PeoplePage, lang: str) -> list[str]:
    audit_words.settle()
    return [
        *audit.nameless(page), *audit.fixed_names(page), *audit.small_targets(page), *audit_words.cut_off(page),
        *audit_words.cut_columns(page), *audit_words.sideways(page),
        *audit.filled_button_is_not_enter(page, page.main_button()),
        *([one for one in audit_words.wrong_language(page, lang) if lang == "en" and "欧阳" not in one]),
    ]  # fmt: skip


def panels(page: PeoplePage, home: str) -> Iterator[str]:
    """Put every panel and every stage of an import in front, one after the other."""
    presenter = page._presenter
    change = presenter.change
    yield "home"
    presenter.find("ouyang")
    yield "found"
    presenter.open_household(home)
    yield "household"
    assert page.model.card is not None
    change(card=type(page.model.card)(**{**vars(page.model.card), "notes": NOTES}))
    yield "household with notes"
    page.acts.why()
    yield "reason"
    presenter.reveal("emergency")
    yield "in full"
    presenter.hide()
    page.acts.edit()
    yield "person"
    change(panel=Panel.MERGE)
    yield "merge"
    change(panel=Panel.STANDING)
    yield "standing"
    presenter.editing.edit_door(home)
    yield "door"
    for stage in ("", "checking", "checked", "writing", "done", "stopped"):
        change(panel=Panel.IMPORT, sheet=Sheet(**{**vars(SHEET), "stage": stage, "total": 10_000}))
        yield f"import {stage}"


@pytest.mark.parametrize(("lang", "base"), LOOKS)
def test_every_panel_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, ports: Ports, desk: DeskNow, lang: str, base: int
) -> None:
    apply_theme(qapp, "light", base)
    i18n.install(lang)
    page = make(qtbot, ports)
    found = [f"{name}: {fault}" for name in panels(page, household(desk)) for fault in faults(page, lang)]
    assert not found, "\n".join(found)


def test_enter_in_the_field_opens_the_household(page: PeoplePage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.home.field, "ouyang")
    qtbot.keyClick(page.home.field, Qt.Key.Key_Return)
    assert page.model.panel is Panel.HOUSEHOLD
    assert page.heading() == "3-1-12**，1 位住户"
    assert "欧阳测试" not in words(page)
    assert "10400005678" not in words(page)


def test_enter_on_a_resident_asks_why_and_one_press_shows_them(page: PeoplePage, qtbot: QtBot, desk: DeskNow) -> None:
    page.on_show(household_id=household(desk))
    qtbot.keyClick(page.household.table, Qt.Key.Key_Return)
    assert page.model.panel is Panel.REASON
    page.reason.reasons.tile("resident_asks").click()
    qtbot.waitUntil(lambda: "欧阳测试" in words(page))
    assert page.heading() == "3-1-1202，1 位住户"
    desk.clock.advance(30_000)
    qtbot.waitUntil(lambda: page.model.shown is None)
    assert "欧阳测试" not in words(page)


def test_another_page_in_front_takes_it_off(page: PeoplePage, desk: DeskNow) -> None:
    page.on_show(household_id=household(desk))
    page._presenter.reveal("emergency")
    page.on_hide()
    assert page.model.shown is None


def test_a_form_left_holds_no_name(page: PeoplePage, desk: DeskNow) -> None:
    page.on_show(household_id=household(desk))
    page.household.edit.click()
    assert page.person.name.text() == "欧阳测试"
    assert page.on_back()
    assert page.person.name.text() == ""


def test_a_half_filled_form_survives(page: PeoplePage, qtbot: QtBot, ports: Ports, desk: DeskNow) -> None:
    page.on_show(household_id=household(desk))
    page.household.add.click()
    page.person.name.setText("李测试")
    again = make(qtbot, ports)
    again.restore(page.draft())
    assert again.model.panel is Panel.PERSON
    assert again.person.name.text() == "李测试"
    page._presenter.new_door()
    page.door.building.setText("9")
    again = make(qtbot, ports)
    again.restore(page.draft())
    assert again.door.building.text() == "9"


def test_a_wrong_form_says_so_and_stays(page: PeoplePage, desk: DeskNow, shell: Shell) -> None:
    page.on_show(household_id=household(desk))
    page.household.add.click()
    page.main_button().click()  # type: ignore[union-attr]
    assert shell.problems == ["people.name_missing"]
    assert page.model.panel is Panel.PERSON


def test_nobody_yet_makes_the_import_the_main_action(page: PeoplePage) -> None:
    page.show_model(PeopleModel(may_import=True, may_edit=True))
    assert page.heading() == "还没有住户"
    assert page.home.empty.isVisible()
    assert not page.home.field.isVisible()
    assert "导入" in page.home.empty._how.text()
    assert page.main_button().text() == "从表格导入"  # type: ignore[union-attr]


def test_rows_of_a_sheet_are_explained_in_words() -> None:
    codes = [code for code in table() if code.startswith("people.sheet.row.")]
    assert len(codes) > 15
    for code in codes:
        said = explain(Issue(2, "A", "name", "refused", code.replace("people.sheet.row.", "people.")))
        assert "people." not in said
