"""The people page's presenter over the real store: find, open, half a minute in full, correct, merge, sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desk.core.errors import Refused
from desk.operators.rules import Role, actor_of
from desk.people import reads as people
from desk.people.reads import find_household
from desk.people.service import add_person, bind
from desk.records.reads_audit import AuditFilter, lines
from tests.ui.pages.gate import DeskNow, Shell
from ui.pages.people.model import Door, Issue, Panel, PeopleModel
from ui.pages.people.presenter import PeoplePresenter
from ui.shell.ports import Ports


class Child:
    """A piece of work in another process; the test says what it says."""

    def __init__(self) -> None:
        self.words: tuple[str, ...] = ()
        self.cancelled = False

    def start(
        self,
        words: tuple[str, ...],
        line: Callable[[Mapping[str, Any]], None],
        ended: Callable[[Exception | None], None],
    ) -> None:
        self.words, self.line, self.ended = words, line, ended

    def cancel(self) -> None:
        self.cancelled = True
        self.ended(Refused("people.import_cancelled"))


class Bench:
    def __init__(self, ports: Ports) -> None:
        self.children: list[Child] = []
        ports.extras["child"] = self._child
        ports.desk.session = SimpleNamespace(state=SimpleNamespace(active_id="op"))  # type: ignore[misc, assignment]
        self.presenter = PeoplePresenter(ports)
        self.presenter.open()

    def _child(self) -> Child:
        self.children.append(Child())
        return self.children[-1]

    @property
    def model(self) -> PeopleModel:
        return self.presenter.model

    def open(self, text: str = "3-1-1202") -> None:
        self.presenter.find(text)
        self.presenter.pick(self.model.found[0])


@pytest.fixture
def bench(ports: Ports) -> Bench:
    return Bench(ports)


def test_residents_are_found_masked(bench: Bench) -> None:
    assert (bench.model.households, bench.model.residents) == (2, 1)
    bench.presenter.find("ouyang")
    (row,) = bench.model.found
    assert (row.who, row.label, row.phone) == ("欧阳*", "3-1-12**", "*******5678")


def test_buildings_and_their_doors(bench: Bench) -> None:
    assert bench.model.buildings == ("3", "5")
    bench.presenter.browse("3")
    assert [row.label for row in bench.model.found] == ["3-1-1202"]
    bench.presenter.browse("5")
    assert [row.label for row in bench.model.found] == ["5-101"]


def test_a_volunteer_searches_but_does_not_browse(bench: Bench, desk: DeskNow) -> None:
    bench.presenter.browse("3")
    desk.actor = actor_of("", Role.VOLUNTEER)
    bench.presenter.refresh()
    assert bench.model.buildings == ()
    assert bench.model.found == ()
    assert not (bench.model.may_edit)
    assert not (bench.model.may_import)
    bench.open("ouyang")
    assert bench.model.card is not None
    assert bench.model.card.place == "3-1-12**"


def test_a_card_shows_the_floor_and_masked_residents(bench: Bench) -> None:
    bench.open()
    card = bench.model.card
    assert card is not None
    assert (card.place, card.indoor) == ("3-1-12**", "")
    assert [(one.name, one.phone, one.role) for one in card.residents] == [("欧阳*", "*******5678", "owner")]
    assert bench.model.chosen == card.residents[0].id


def test_in_full_with_a_reason_for_thirty_seconds(bench: Bench, desk: DeskNow) -> None:
    bench.open()
    bench.presenter.reveal("visitor_here")
    shown = bench.model.shown
    assert shown is not None
    assert (shown.name, shown.phone, shown.place, shown.left_s) == ("欧阳测试", "10400005678", "3-1-1202", 30)
    desk.clock.advance(12_000)
    bench.presenter.tick()
    assert bench.model.shown is not None
    assert bench.model.shown.left_s == 18
    desk.clock.advance(18_000)
    bench.presenter.tick()
    assert bench.model.shown is None
    told = desk.ask(lambda r: lines(r, AuditFilter()))
    assert [line.action for line in told].count("person.revealed") == 1


def test_a_clock_set_back_does_not_lengthen_the_half_minute(bench: Bench, desk: DeskNow) -> None:
    bench.open()
    bench.presenter.reveal("emergency")
    desk.clock.set(desk.clock.now_ms() - 86_400_000)
    desk.clock.advance(30_000)
    bench.presenter.tick()
    assert bench.model.shown is None


def test_leaving_the_page_takes_it_off_the_screen(bench: Bench) -> None:
    bench.open()
    bench.presenter.reveal("delivery")
    bench.presenter.leave()
    assert bench.model.shown is None


def test_a_reason_that_is_none_shows_nothing(bench: Bench, shell: Shell) -> None:
    bench.open()
    bench.presenter.reveal("curious")
    assert shell.problems == ["people.reason_missing"]
    assert bench.model.shown is None


def test_add_correct_and_consent(bench: Bench, desk: DeskNow) -> None:
    bench.open()
    home = bench.model.card.id  # type: ignore[union-attr]
    bench.presenter.editing.add()
    form = replace(bench.model.form, name="李测试", phone="10400000002", plates="沪A12345，沪B54321", role="tenant")
    bench.presenter.editing.save(replace(form, consents={"contact": True, "face": False}), home)
    assert bench.model.panel is Panel.HOUSEHOLD
    assert [one.role for one in bench.model.card.residents] == ["owner", "tenant"]  # type: ignore[union-attr]
    line = bench.model.card.residents[1]  # type: ignore[union-attr]
    assert desk.ask(people.consents, line.id) == {"contact": True}

    bench.presenter.editing.edit(line)
    assert bench.model.panel is Panel.PERSON
    form = bench.model.form
    assert (form.name, form.plates, form.consents["contact"]) == ("李测试", "沪A12345 沪B54321", True)
    bench.presenter.editing.save(replace(form, role="family", consents={"contact": False}), home)
    assert bench.model.card.residents[-1].role == "family"  # type: ignore[union-attr]
    assert desk.ask(people.consents, line.id) == {"contact": False}


def test_a_form_that_is_wrong_stays_open(bench: Bench, shell: Shell) -> None:
    bench.open()
    bench.presenter.editing.add()
    bench.presenter.editing.save(bench.model.form, bench.model.card.id)  # type: ignore[union-attr]
    assert shell.problems == ["people.name_missing"]
    assert bench.model.panel is Panel.PERSON


def test_moving_out_can_be_taken_back(bench: Bench, desk: DeskNow) -> None:
    bench.open()
    home = bench.model.card.id  # type: ignore[union-attr]
    bench.presenter.editing.edit(bench.model.person())  # type: ignore[arg-type]
    undos: list[Callable[[], None]] = []
    bench.presenter.editing.move_out(bench.model.form, home, undos.append)
    assert bench.model.card.residents == ()  # type: ignore[union-attr]
    undos[0]()
    assert [one.role for one in bench.model.card.residents] == ["owner"]  # type: ignore[union-attr]


def test_two_entries_of_one_person_become_one(bench: Bench, desk: DeskNow) -> None:
    def twin(u: Any) -> None:
        home = find_household(u, "5-101")
        assert home is not None
        bind(u, add_person(u, "欧阳测试", "", ("沪A99999",)), home.id, "tenant")

    desk.do(twin)
    bench.open()
    bench.presenter.editing.edit(bench.model.person())  # type: ignore[arg-type]
    bench.presenter.look_for_other("ouyang")
    (other,) = bench.model.others
    keep = bench.model.form.person_id
    bench.presenter.editing.merge(keep, other.person_id, bench.model.card.id)  # type: ignore[union-attr]
    assert desk.ask(people.counts)["residents"] == 1
    assert len(desk.ask(lambda r: people.households_of(r, keep))) == 2


def test_doors_are_added_corrected_and_removed(bench: Bench, shell: Shell) -> None:
    bench.presenter.editing.save_door(Door("", "7", "", "301"))
    assert bench.model.card is not None
    door_id = bench.model.card.id
    assert bench.model.card.place == "7-301"  # nobody lives there whom it would give away
    bench.presenter.editing.edit_door(door_id)
    bench.presenter.editing.save_door(replace(bench.model.door, room="302"))
    assert bench.model.card.place == "7-302"
    bench.presenter.editing.save_door(Door("", "3", "1", "1202"))
    assert shell.problems == ["people.household_exists"]
    bench.presenter.editing.remove_door(door_id)
    assert bench.model.panel is Panel.HOME


def test_a_household_vouches_for_somebody(bench: Bench, shell: Shell) -> None:
    bench.open()
    card = bench.model.card
    assert card is not None
    bench.presenter.editing.give_standing(card.id, "张阿姨", "domestic", 30, "work", True, card.place)
    assert [(one.kind, one.words) for one in bench.model.card.notes] == [("standing", "张*")]  # type: ignore[union-attr]
    assert shell.went[-1][0] == "passcard"


def test_the_ways_to_other_pages(bench: Bench, shell: Shell) -> None:
    bench.open()
    home = bench.model.card.id  # type: ignore[union-attr]
    bench.presenter.register()
    bench.presenter.codes()
    assert shell.went == [("admit", {"household_id": home}), ("codes", {"household_id": home, "kind": "indoor"})]


REPORT = {
    "rows": 3, "households_new": 1, "people_new": 2, "people_changed": 0, "doors_new": 2, "unchanged": 0, "refused": 1,
    "partly": 0, "skipped": 0, "dry_run": True, "columns": {"name": "D"},
    "samples": [{"row": 2, "place": "3-1-12**", "masked_name": "欧*", "masked_phone": "", "role": "owner"}],
}  # fmt: skip
BAD = {"row": 4, "column": "E", "field": "phone", "code": "people.phone_odd", "grade": "refused"}


def test_a_sheet_is_checked_then_written(bench: Bench, tmp_path: Path) -> None:
    bench.presenter.importing.check(tmp_path / "a.csv")
    child = bench.children[-1]
    assert "--dry-run" in child.words
    assert bench.model.sheet.stage == "checking"
    child.line({"stage": "reading", "done": 1, "total": 3})
    child.line({"issue": BAD})
    child.line({"report": REPORT})
    child.ended(None)
    sheet = bench.model.sheet
    assert (sheet.stage, sheet.new, sheet.issues) == (
        "checked", 5, (Issue(4, "E", "phone", "refused", "people.phone_odd"),)
    )  # fmt: skip
    report = tmp_path / "report.csv"
    bench.presenter.importing.report(report, lambda issue: f"row {issue.row} is wrong")
    assert "row 4 is wrong" in report.read_text(encoding="utf-8-sig")

    bench.presenter.importing.write()
    assert "--dry-run" not in bench.children[-1].words
    bench.children[-1].line({"report": REPORT})
    bench.children[-1].ended(None)
    assert bench.model.sheet.stage == "done"


def test_stopping_says_that_nothing_came_in(bench: Bench, shell: Shell, tmp_path: Path) -> None:
    bench.presenter.importing.check(tmp_path / "a.csv")
    bench.presenter.importing.cancel()
    assert bench.model.sheet.stage == "stopped"
    assert shell.problems == []


def test_a_sheet_that_cannot_be_read_says_why(bench: Bench, shell: Shell, tmp_path: Path) -> None:
    bench.presenter.importing.check(tmp_path / "a.csv")
    bench.children[-1].ended(Refused("people.header_missing"))
    assert bench.model.sheet.stage == ""
    assert shell.problems == ["people.header_missing"]
