"""The codes page on the screen: every panel in both languages and at 200 %, and what its buttons do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk.codes import service
from desk.people.reads import find_household
from tests.ui import audit, audit_words
from tests.ui.pages.gate import DeskNow, Shell
from tests.ui.test_paper_qr import read
from ui import i18n
from ui.pages.codes.model import CodeLine, CodesModel, Panel, Run
from ui.pages.codes.presenter import CodesPresenter
from ui.pages.codes.view import CodesPage
from ui.pages.codes.view_words import CodeWords
from ui.paper.run import LabelRun
from ui.shell.ports import Ports
from ui.theme import apply_theme

LOOKS = [("zh_CN", 24), ("en", 24), ("zh_CN", 40), ("en", 40)]


def make(qtbot: QtBot, ports: Ports) -> CodesPage:
    page = CodesPage(CodesPresenter(ports, LabelRun))
    qtbot.addWidget(page)
    page.resize(1196, 617)
    page.show()
    qtbot.waitExposed(page)
    page.on_show()
    return page


@pytest.fixture
def page(qtbot: QtBot, ports: Ports) -> CodesPage:
    return make(qtbot, ports)


def household(desk: DeskNow) -> str:
    found = desk.ask(find_household, "3-1-1202")
    return str(found.id)


def faults(page: CodesPage, lang: str) -> list[str]:
    audit_words.settle()
    return [
        *audit.nameless(page), *audit.fixed_names(page), *audit.small_targets(page), *audit_words.cut_off(page),
        *audit_words.cut_columns(page), *audit_words.sideways(page),
        *audit.filled_button_is_not_enter(page, page.main_button()),
        *([one for one in audit_words.wrong_language(page, lang) if lang == "en" and "测试" not in one]),
    ]  # fmt: skip


def panels(page: CodesPage) -> Iterator[str]:
    """Put every panel and every stage of a run in front, one after the other."""
    change = page._presenter.change
    yield "home"
    page._presenter.find("3-1")
    yield "hits"
    page._presenter.pick(page.model.hits[0])
    yield "subject"
    page._presenter.issue()
    yield "issued"
    line = page.model.live_line()
    assert line is not None
    page._presenter.ask_revoke(line)
    yield "revoke"
    page._presenter.print_one(line)
    yield "one label"
    change(panel=Panel.LABELS, chosen=None, fresh=3_411)
    yield "labels"
    for kind in ("outdoor", "asset", "locker", "shift"):
        change(panel=Panel.MAKE, kind=kind)
        yield f"make {kind}"
    for what in ("issue", "labels"):
        for stage in ("preparing", "running", "stopped", "done"):
            change(panel=Panel.RUN, kind="indoor", run=Run(what, stage, 1_000, 3_411, "/home/gate/labels.pdf"))
            yield f"{what} {stage}"
    change(panel=Panel.PASSES, run=None)
    yield "passes"


@pytest.mark.parametrize(("lang", "base"), LOOKS)
def test_every_panel_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, ports: Ports, lang: str, base: int
) -> None:
    apply_theme(qapp, "light", base)
    i18n.install(lang)
    page = make(qtbot, ports)
    found = [f"{name}: {fault}" for name in panels(page) for fault in faults(page, lang)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_no_panel_scrolls_around_a_list_that_scrolls(qtbot: QtBot, ports: Ports, desk: DeskNow, lang: str) -> None:
    from desk.codes.reads import identify

    i18n.install(lang)
    page = make(qtbot, ports)
    page.resize(1196, 543)  # with a line of the moment under it
    found = []
    for name in panels(page):
        audit_words.settle()
        found += [f"{name}: {fault}" for fault in audit_words.scrolls_within_scroll(page)]
    assert page.on_scan(desk.ask(identify, "https://example.com/pay"))
    audit_words.settle()
    found += audit_words.scrolls_within_scroll(page)
    assert not found, "\n".join(found)


def test_the_heading_says_how_many_have_none(page: CodesPage) -> None:
    assert page.heading() == "还有 2 户没有户内码"
    assert page.main_button() is not None
    assert page.main_button().text() == "给这 2 户发户内码"  # type: ignore[union-attr]


def test_issuing_for_everybody_is_asked_first(page: CodesPage, shell: Shell) -> None:
    page.main_button().click()  # type: ignore[union-attr]
    assert page.model.run is not None
    assert page.heading() == "户内码已发好"
    assert page.main_button().text() == "打印标签"  # type: ignore[union-attr]


def test_enter_in_the_field_opens_and_does_not_issue(page: CodesPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.home.field, "3-1-1202")
    qtbot.keyClick(page.home.field, Qt.Key.Key_Return)
    assert page.model.panel is Panel.SUBJECT
    assert page.model.without == 2


def test_enter_on_a_code_presses_the_main_action(page: CodesPage, qtbot: QtBot, desk: DeskNow) -> None:
    desk.do(lambda u: service.issue_household(u, household(desk)))
    page.on_show(household_id=household(desk))
    qtbot.keyClick(page.subject.table, Qt.Key.Key_Return)
    assert page.model.panel is Panel.LABELS


def test_withdrawing_needs_a_reason(page: CodesPage, desk: DeskNow) -> None:
    desk.do(lambda u: service.issue_household(u, household(desk)))
    page.on_show(household_id=household(desk))
    page.foot.press("作废")
    assert page.main_button() is None
    page.reasons.reasons.tile("lost").click()
    page.main_button().click()  # type: ignore[union-attr]
    assert page.model.live_line() is None


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_one_label_as_a_picture(page: CodesPage, desk: DeskNow, tmp_path: Path, ending: str, shell: Shell) -> None:
    issued = desk.do(lambda u: service.issue_household(u, household(desk)))
    page.on_show(household_id=household(desk))
    path = tmp_path / f"label{ending}"
    page.where = lambda *words: path  # type: ignore[assignment, misc]
    page.foot.press("存成图片")
    assert path.exists()
    assert str(path) in shell.said[-1]
    if ending == ".png":
        assert read(QImage(str(path))) == [issued.text]


def test_a_picture_that_cannot_be_written_says_so(page: CodesPage, desk: DeskNow, tmp_path: Path, shell: Shell) -> None:
    desk.do(lambda u: service.issue_household(u, household(desk)))
    page.on_show(household_id=household(desk))
    page.where = lambda *words: tmp_path / "gone" / "label.png"  # type: ignore[assignment, misc]
    page.foot.press("存成图片")
    assert shell.problems == ["paper.not_written"]


def test_what_was_typed_survives_a_change_of_language(page: CodesPage, qtbot: QtBot, ports: Ports) -> None:
    qtbot.keyClicks(page.home.field, "ouy")
    page.home.kinds.tile("outdoor").click()
    again = make(qtbot, ports)
    again.restore(page.draft())
    assert (again.home.field.text(), again.model.kind) == ("ouy", "outdoor")


def test_the_verdict_on_a_foreign_code_stands_big(page: CodesPage, desk: DeskNow) -> None:
    from desk.codes.reads import identify

    assert page.on_scan(desk.ask(identify, "https://example.com/pay"))
    words = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "这不是本小区的码" in words
    assert page.on_back()
    assert page.model.panel is Panel.HOME


def test_an_estate_without_households_leads_to_their_import(page: CodesPage, shell: Shell) -> None:
    page.show_model(CodesModel(may_issue=True))
    assert page.heading() == "还没有住户，导入名单后就能发码"
    button = page.main_button()
    assert button is not None
    assert button.text() == "先去导入住户名单"
    button.click()
    assert shell.went[-1][0] == "people"


def test_that_a_code_was_replaced_is_said_once_a_row() -> None:
    line = CodeLine("c1", "indoor", "H 1", "replaced", 1, "3-1-1202", "10:00", "11:00", "code.revoked.replaced")
    words = CodeWords()
    assert words.since(line) == "11:00 停用"
    assert words.ended(line).endswith("11:00 已补办新码")
