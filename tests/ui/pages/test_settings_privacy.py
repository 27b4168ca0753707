"""Requests and registers on the screen: taken down with the keyboard, answered, printed, and nothing left in a field."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desk.operators.rules import COMMAND
from desk.people.service import add_person
from desk.people.service_bindings import bind, give_consent
from desk.people.service_households import add_household
from desk.records.reads_privacy import disclosures, requests
from tests.ui.pages.test_settings_view import Shown, shown
from ui.paper.job import Job
from ui.shell import papers

__all__ = ["shown"]
NAME = "欧阳测试"


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """What would have gone to a printer."""
    found: list[Job] = []

    def send(job: Job, parent: Any = None, then: Any = None) -> bool:
        found.append(job)
        return True

    monkeypatch.setattr(papers, "send", send)
    return found


def resident(on: Shown) -> str:
    with on.desk.store.unit(COMMAND) as u:
        home = add_household(u, "3", "1", "1202")
        person = add_person(u, NAME, "10912340078")
        bind(u, person, home, "owner")
        give_consent(u, person, "care", "1")
    return person


def asked(on: Shown) -> list[Any]:
    with on.desk.store.reading() as r:
        return requests(r)


def take(on: Shown, qtbot: QtBot, kind: str) -> Any:
    panel = on.panel("privacy")
    panel._ask.click()
    form = panel.asking
    form.kind.set_key(kind)
    form.identified.set_key("document")
    form.edits["asked_by"].setText(NAME)
    form.subject.set_key("person")
    form.subject.picked.emit("person")
    form.edits["whose"].setText("0078")
    form.edits["whose"].textEdited.emit("0078")
    qtbot.waitUntil(lambda: form._matches.count() == 1)
    form._matches.itemAt(0).widget().button.click()
    assert not form.fields["whose"].isVisible()
    on.page.main.click()
    qtbot.waitUntil(lambda: len(asked(on)) == 1)
    return panel


def test_a_deletion_from_the_window_to_the_printed_page(shown: Shown, qtbot: QtBot, printed: list[Job]) -> None:
    person = resident(shown)
    panel = take(shown, qtbot, "delete")
    [one] = asked(shown)
    assert (one.kind, one.subject_id, one.identified) == ("delete", person, "document")
    assert panel.step == "list"
    panel._rows.itemAt(0).widget().button.click()
    qtbot.waitUntil(lambda: panel.answering.model.id == one.id)
    answering = panel.answering
    assert answering.model.asked_by == NAME
    assert answering.erase.isVisible()
    assert not answering.fields["reason"].isVisible()
    answering.erase.setChecked(True)
    shown.page.main.click()
    qtbot.waitUntil(lambda: len(printed) == 1)
    assert asked(shown)[0].erased == 1
    assert printed[0].private
    assert panel.step == "list"


def test_a_withdrawal_takes_the_one_consent_back(shown: Shown, qtbot: QtBot, printed: list[Job]) -> None:
    resident(shown)
    panel = take(shown, qtbot, "withdraw")
    panel._begin_answer(asked(shown)[0].id)
    qtbot.waitUntil(lambda: "care" in panel.answering.consents)
    assert panel.answering.values()["withdraw"] == ("care",)
    assert not panel.answering.erase.isVisible()
    panel.answering.outcome.set_key("refused")
    panel.answering.outcome.picked.emit("refused")
    assert panel.answering.values()["withdraw"] == ()
    assert panel.answering.fields["reason"].isVisible()
    shown.page.main.click()
    qtbot.waitUntil(lambda: bool(panel._said.text()))
    assert printed == []


def test_a_volunteer_takes_down_and_answers_nothing(shown: Shown) -> None:
    resident(shown)
    shown.become("volunteer")
    panel = shown.panel("privacy")
    panel.presenter.take({"kind": "access", "asked_by": NAME, "identified": "known"}, lambda: None)
    assert len(asked(shown)) == 1
    assert not panel._rows.itemAt(0).widget().button.isVisible()


def test_going_back_leaves_nothing_typed(shown: Shown) -> None:
    panel = shown.panel("privacy")
    panel._ask.click()
    panel.asking.edits["asked_by"].setText(NAME)
    assert shown.page.on_back()
    assert panel.step == "list"
    panel._ask.click()
    assert panel.asking.edits["asked_by"].text() == ""


def test_the_notice_is_read_on_the_screen(shown: Shown, qtbot: QtBot) -> None:
    panel = shown.panel("privacy")
    panel._read.click()
    qtbot.waitUntil(lambda: panel.step == "notice")
    assert "15 个工作日内" in panel._text.text()
    assert shown.page.on_back()


def test_an_entry_asks_for_what_its_sort_needs(shown: Shown, qtbot: QtBot, printed: list[Job]) -> None:
    panel = shown.panel("registers")
    panel._give.click()
    panel.entry.set_key("viewing")
    panel.entry.picked.emit("viewing")
    assert not panel._data.isVisible()
    assert not panel.fields["basis"].isVisible()
    for name, words in (
        ("recipient", "某派出所"),
        ("officer", "周警官"),
        ("purpose", "找走失老人"),
        ("given", "南门 9 点到 10 点"),
    ):
        panel.edits[name].setText(words)
    shown.page.main.click()
    qtbot.waitUntil(lambda: panel.step == "list")
    with shown.desk.store.reading() as r:
        assert [one.entry for one in disclosures(r)] == ["viewing"]
    for act in (panel._print, panel._print_consents, panel._review, panel._breach):
        act.click()
    qtbot.waitUntil(lambda: len(printed) == 4)


def test_consents_are_listed_by_purpose(shown: Shown, qtbot: QtBot) -> None:
    resident(shown)
    panel = shown.panel("registers")
    qtbot.waitUntil(lambda: panel._agreed.count() == 1)
    panel.purpose.set_key("face")
    panel.purpose.picked.emit("face")
    qtbot.waitUntil(lambda: panel._agreed.count() == 0)
