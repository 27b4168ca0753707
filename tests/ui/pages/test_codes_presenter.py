"""The codes page's presenter over the real store: issue, replace, withdraw, look up, long runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desk.codes import service
from desk.codes.reads import identify
from desk.codes.rules import Kind
from desk.codes.views import Identified
from desk.core.actor import Actor
from desk.core.errors import Refused, Trouble
from desk.operators.rules import Role, actor_of
from desk.people.reads import find_household
from tests.ui.pages.gate import DeskNow, Shell
from ui.pages.codes.model import CodesModel, Panel
from ui.pages.codes.presenter import REASONS, CodesPresenter
from ui.shell.ports import Ports


class Job:
    """A label run that the test ends."""

    def __init__(self) -> None:
        self.order: dict[str, Any] = {}
        self.cancelled = False

    def start(
        self, order: str, progress: Callable[[int, int], None], ended: Callable[[Exception | None], None]
    ) -> None:
        self.order, self.progress, self.ended = json.loads(order), progress, ended

    def cancel(self) -> None:
        self.cancelled = True
        self.ended(Refused("paper.stopped"))


class Bench:
    """A presenter and everything it showed."""

    def __init__(self, ports: Ports) -> None:
        self.jobs: list[Job] = []
        self.shown: list[CodesModel] = []
        self.presenter = CodesPresenter(ports, self._job)
        self.presenter.show = self.shown.append
        self.presenter.runs.label = lambda issued, prefix, caption: [issued.text, issued.serial, "", caption]
        self.presenter.runs.order = self._order

    def _job(self) -> Job:
        self.jobs.append(Job())
        return self.jobs[-1]

    def _order(self, path: Path, labels: Sequence[Any], here: Any, grid: str) -> str:
        return json.dumps({"path": str(path), "labels": labels, "grid": grid, "estate": here.site_name})

    @property
    def model(self) -> CodesModel:
        return self.presenter.model

    def find(self, text: str) -> None:
        self.presenter.find(text)
        self.presenter.pick(self.model.hits[0])


@pytest.fixture
def bench(ports: Ports) -> Bench:
    made = Bench(ports)
    made.presenter.open()
    return made


def home_id(desk: DeskNow, text: str = "3-1-1202") -> str:
    found = desk.ask(find_household, text)
    return str(found.id)


def test_the_situation_counts_households_without_a_code(bench: Bench, desk: DeskNow) -> None:
    assert (bench.model.households, bench.model.without, bench.model.live) == (2, 2, 0)
    desk.do(lambda u: service.issue_household(u, home_id(desk)))
    bench.presenter.refresh()
    assert (bench.model.without, bench.model.live) == (1, 1)


@pytest.mark.parametrize("typed", ["3-1-1202", "3栋1单元1202室", "欧阳", "ouyang"])
def test_a_household_is_found_and_gets_its_code(bench: Bench, typed: str) -> None:
    bench.find(typed)
    assert bench.model.panel is Panel.SUBJECT
    assert bench.model.live_line() is None
    bench.presenter.issue()
    line = bench.model.live_line()
    assert line is not None
    assert line.live


def test_people_are_masked_among_the_hits(bench: Bench) -> None:
    bench.presenter.find("ouyang")
    assert [(hit.kind, hit.label, hit.who) for hit in bench.model.hits] == [("person", "3-1-12**", "欧阳*")]


def test_a_serial_is_looked_up(bench: Bench, desk: DeskNow) -> None:
    issued = desk.do(lambda u: service.issue_household(u, home_id(desk)))
    bench.find(issued.serial)
    assert bench.model.subject is not None
    assert bench.model.subject.id == home_id(desk)
    bench.presenter.find("H000000001")
    assert bench.model.hits == ()


def test_replacing_revokes_the_old_one_at_once(bench: Bench, desk: DeskNow) -> None:
    bench.find("3-1-1202")
    bench.presenter.issue()
    old = bench.model.live_line()
    assert old is not None
    bench.presenter.reissue(old)
    new = bench.model.live_line()
    assert new is not None
    assert new.id != old.id
    assert bench.model.subject is not None
    assert {line.id: line.state for line in bench.model.subject.lines}[old.id] == "replaced"


def test_withdrawing_takes_a_reason_and_stands_on_the_list(bench: Bench) -> None:
    bench.find("3-1-1202")
    bench.presenter.issue()
    line = bench.model.live_line()
    assert line is not None
    bench.presenter.ask_revoke(line)
    assert bench.model.panel is Panel.REVOKE
    bench.presenter.revoke("lost")
    assert bench.model.panel is Panel.SUBJECT
    assert bench.model.live_line() is None
    bench.presenter.refresh()
    assert [(one.id, one.why) for one in bench.model.revoked] == [(line.id, "code.revoked.lost")]


def test_every_reason_of_the_desk_but_replacing_can_be_chosen() -> None:
    from ui.pages.codes.view import REASONS as ON_SCREEN

    assert sorted(ON_SCREEN) == sorted(REASONS)


@pytest.mark.parametrize(("kind", "used"), [(Kind.INDOOR, True), (Kind.OUTDOOR, True), (Kind.ASSET, True)])
def test_a_scan_on_this_page_says_whether_it_is_ours(bench: Bench, desk: DeskNow, kind: Kind, used: bool) -> None:
    subject = home_id(desk) if kind is not Kind.ASSET else "0" * 32
    issued = desk.do(lambda u: service.issue(u, kind, subject))
    assert bench.presenter.scanned(desk.ask(identify, issued.text)) is used
    assert bench.model.subject is not None
    assert bench.model.subject.verdict is not None
    assert bench.model.subject.verdict.headline == f"code.valid.{kind.value}"
    forged = issued.text[:-1] + ("A" if issued.text[-1] != "A" else "B")
    assert bench.presenter.scanned(desk.ask(identify, forged))
    assert bench.model.subject.verdict.headline == "code.forged"
    assert bench.presenter.scanned(desk.ask(identify, "https://example.com/x"))
    assert bench.model.subject.verdict.foreign == "code.foreign.url"


def test_a_pass_goes_to_the_result_card(bench: Bench) -> None:
    from desk.codes.rules import Answer

    assert not bench.presenter.scanned(Identified(Answer.VALID, kind=Kind.PASS))


def test_a_code_for_every_household_in_batches(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "BATCH", 1)
    bench.presenter.runs.issue_missing("indoor")
    steps = [one.run.done for one in bench.shown if one.run is not None and one.run.stage == "running"]
    assert steps == [0, 1]
    assert bench.model.run is not None
    assert (bench.model.run.stage, bench.model.run.done, bench.model.fresh) == ("done", 2, 2)
    bench.presenter.refresh()
    assert bench.model.without == 0


def test_stopping_keeps_what_is_issued(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "BATCH", 1)

    def stop(model: CodesModel) -> None:
        if model.run is not None and model.run.stage == "running":
            bench.presenter.runs.stop()

    bench.presenter.show = stop
    bench.presenter.runs.issue_missing("indoor")
    assert bench.model.run is not None
    assert (bench.model.run.stage, bench.model.fresh) == ("stopped", 1)
    assert not bench.presenter.runs.busy()


def test_labels_of_those_just_issued_with_their_doors(bench: Bench, desk: DeskNow, tmp_path: Path) -> None:
    desk.do(lambda u: service.issue_household(u, home_id(desk)))
    bench.presenter.runs.issue_missing("indoor")
    bench.presenter.runs.print_sheets(tmp_path / "a.pdf", "indoor", "fresh", "small", captions=True)
    job = bench.jobs[-1]
    assert [label[3] for label in job.order["labels"]] == ["5-101"]
    assert job.order["grid"] == "small"
    job.progress(1, 1)
    job.ended(None)
    assert bench.model.run is not None
    assert (bench.model.run.stage, bench.model.run.path) == ("done", str(tmp_path / "a.pdf"))


def test_a_label_run_that_is_stopped_or_breaks_says_so(bench: Bench, shell: Shell, tmp_path: Path) -> None:
    bench.presenter.runs.issue_missing("indoor")
    bench.presenter.runs.print_sheets(tmp_path / "a.pdf", "indoor", "all", "large", captions=False)
    bench.presenter.runs.stop()
    assert bench.jobs[-1].cancelled
    assert bench.model.run is not None
    assert bench.model.run.stage == "stopped"
    assert shell.problems == []
    bench.presenter.runs.print_sheets(tmp_path / "a.pdf", "indoor", "all", "large", captions=False)
    bench.jobs[-1].ended(Trouble("paper.not_written"))
    assert shell.problems == ["paper.not_written"]
    assert bench.model.panel is Panel.HOME


def test_blank_ones_for_things_that_come_later(bench: Bench) -> None:
    bench.presenter.choose_kind("asset")
    bench.presenter.runs.issue_blank("asset", 3)
    assert bench.model.fresh == 3
    bench.presenter.refresh()
    assert bench.model.live == 3


def test_a_volunteer_looks_up_and_changes_nothing(ports: Ports, desk: DeskNow, shell: Shell) -> None:
    desk.actor = actor_of("", Role.VOLUNTEER)
    bench = Bench(replace(ports))
    bench.presenter.open()
    assert not (bench.model.may_issue)
    assert not (bench.model.may_revoke)
    bench.find("ouyang")
    assert bench.model.subject is not None
    assert bench.model.subject.place == "3-1-12**"
    bench.presenter.issue()
    assert shell.problems == ["right.missing"]


def test_back_leads_step_by_step(bench: Bench) -> None:
    bench.find("3-1-1202")
    assert bench.presenter.back()
    assert bench.model.panel is Panel.HOME
    assert bench.presenter.back()
    assert bench.model.asked == ""
    assert not bench.presenter.back()


def test_doors_are_for_those_who_may_browse(desk: DeskNow) -> None:
    from desk.codes.reads_lists import doors

    with pytest.raises(Refused, match=r"right\.missing"):
        desk.ask(doors, Actor("", "volunteer"))


def test_one_may_go_elsewhere_while_labels_are_made(bench: Bench, shell: Shell, tmp_path: Path) -> None:
    bench.presenter.runs.issue_missing("indoor")
    bench.presenter.runs.print_sheets(tmp_path / "a.pdf", "indoor", "all", "middle", captions=False)
    bench.presenter.go_back()
    assert shell.went == [("back", {})]
    bench.presenter.open()
    assert bench.model.panel is Panel.RUN
    bench.jobs[-1].ended(None)
    bench.presenter.go_back()
    assert bench.model.panel is Panel.HOME
