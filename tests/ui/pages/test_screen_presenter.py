"""The page of the public screen, the emergency card and the briefing over the real store."""

from __future__ import annotations

from typing import Any

import pytest

from desk.core.clock import HOUR_MS
from desk.operators.rules import actor_of, locked_actor
from desk.screen import reads, service
from desk.screen.rules import Kind, Line, LineKind, Named, Wanted
from desk.screen.service_lines import replace_lines
from tests.ui.pages.gate import DeskNow, Shell
from ui.pages.briefing.model import BriefingModel
from ui.pages.briefing.presenter import BriefingPresenter
from ui.pages.screen.model import Draft, ScreenModel
from ui.pages.screen.presenter import ScreenPresenter
from ui.pages.takeover.model import TakeoverModel
from ui.pages.takeover.presenter import TakeoverPresenter
from ui.shell.ports import Ports


class Bench:
    def __init__(self, ports: Ports) -> None:
        self.presenter = ScreenPresenter(ports)
        self.models: list[ScreenModel] = []
        self.drafts: list[Draft] = []
        self.checked: list[str] = []
        self.down: list[tuple[str, str]] = []
        self.saved = 0
        self.presenter.show, self.presenter.edit = self.models.append, self.drafts.append
        self.presenter.check = lambda code, facts: self.checked.append(code)
        self.presenter.retracted = lambda title, item_id: self.down.append((title, item_id))
        self.presenter.saved = self._on_saved
        self.presenter.refresh()

    def _on_saved(self) -> None:
        self.saved += 1

    def write(self, **fields: Any) -> Draft:
        self.presenter.new()
        return Draft(**{**vars(self.drafts[-1]), "title": "周六停水", **fields})

    @property
    def states(self) -> list[tuple[str, str]]:
        return [(row.title, row.state) for row in self.models[-1].rows]


@pytest.fixture
def bench(ports: Ports) -> Bench:
    return Bench(ports)


def test_a_notice_is_written_changed_taken_down_and_put_back(bench: Bench, shell: Shell, desk: DeskNow) -> None:
    assert bench.presenter.save(bench.write())
    assert bench.states == [("周六停水", "shown")]
    item_id = bench.models[-1].rows[0].id
    bench.presenter.open(item_id)
    assert bench.drafts[-1].title == "周六停水"
    bench.presenter.save(Draft(**{**vars(bench.drafts[-1]), "title": "周日停水", "here_only": True}))
    assert bench.states == [("周日停水", "shown")]
    bench.presenter.retract(item_id)
    bench.presenter.refresh()
    assert bench.down == [("周日停水", item_id)]
    assert bench.states == [("周日停水", "retracted")]
    bench.presenter.offer_undo("已撤下", item_id)
    shell.undo_[-1]()
    bench.presenter.refresh()
    assert bench.states == [("周日停水", "shown")]
    assert bench.saved == 2


def test_what_cannot_hang_is_said_while_one_writes_and_refused(bench: Bench, shell: Shell) -> None:
    for text, code in (("请打 10400001234", "screen.looks_like.phone"), ("<b>停水</b>", "screen.looks_like.markup"),
                       ("停" * 50_000, "screen.too_long"), ("上午 9:00 到 11:00", "")):  # fmt: skip
        bench.presenter.look(bench.write(text=text))
        assert bench.checked[-1] == code
    bench.presenter.look(Draft())
    assert bench.checked[-1] == ""
    bench.presenter.save(bench.write(text="请打 10400001234"))
    assert shell.problems == ["screen.looks_like.phone"]
    assert not bench.saved


def test_a_time_nobody_can_read_is_refused_before_anything_is_written(bench: Bench, shell: Shell) -> None:
    assert not bench.presenter.save(bench.write(until_day="明天"))
    assert not bench.presenter.save(bench.write(until_time="晚上"))
    assert shell.problems == ["screen.time_wrong"] * 2


def test_a_volunteer_sees_and_changes_nothing(bench: Bench, desk: DeskNow, shell: Shell) -> None:
    bench.presenter.save(bench.write())
    desk.actor = actor_of("0" * 31 + "2", "volunteer")
    bench.presenter.refresh()
    assert not bench.models[-1].may_edit
    bench.presenter.retract(bench.models[-1].rows[0].id)
    bench.presenter.save_sentences([("走楼梯", "")])
    bench.presenter.lies_on_paper([bench.models[-1].rows[0].id])
    assert shell.problems == ["right.missing"] * 2


def test_sentences_numbers_and_rules_are_kept(bench: Bench, desk: DeskNow) -> None:
    assert bench.presenter.save_sentences([("着火了，快走", "走楼梯"), ("", "")])
    assert bench.presenter.save_numbers([("物业", "1040 0000 0110"), ("", "")], "消防通道不停车")
    model = bench.models[-1]
    assert model.sentences == (("着火了，快走", "走楼梯"),)
    assert (model.numbers, model.rules) == ((("物业", "1040 0000 0110"),), "消防通道不停车")


def test_without_a_running_screen_there_is_no_monitor_to_choose(bench: Bench) -> None:
    bench.presenter.choose("x", on=True, scheme="dark")
    assert not bench.models[-1].where.places
    assert bench.presenter.around("as it is") == "as it is"


def test_paper_gets_what_stands_on_the_screen(bench: Bench) -> None:
    told: list[dict[str, Any]] = []
    bench.presenter.printed = told.append
    bench.presenter.save(bench.write())
    bench.presenter.wall()
    bench.presenter.board()
    assert [item.title for item in told[0]["wall"].shown] == ["周六停水"]
    assert {"board", "rules", "here", "house"} == told[1].keys()
    bench.presenter.lies_on_paper([bench.models[-1].rows[0].id])
    bench.presenter.refresh()
    assert bench.models[-1].rows[0].printed


def test_a_held_key_takes_over_once_and_a_person_ends_it(ports: Ports, desk: DeskNow, shell: Shell) -> None:
    presenter, models = TakeoverPresenter(ports), list[TakeoverModel]()
    presenter.show = models.append
    desk.actor = locked_actor("")
    presenter.key_held()
    first = models[-1].running
    assert first == reads.USUAL[0].title
    presenter.take(1)
    presenter.key_held()  # held again: what a person chose stays
    assert models[-1].running == reads.USUAL[1].title
    assert models[-1].since
    assert not models[-1].may_edit
    assert shell.tones.count("alarm") == 3
    presenter.end()
    assert models[-1].running == ""


def test_the_briefing_counts_the_day(ports: Ports, desk: DeskNow) -> None:
    now = desk.clock.now_ms()

    def build(u: Any) -> None:
        names = (Named("王老师", "volunteer"),)
        lines = [Line(LineKind.SHIFT, u.new_id(), now - HOUR_MS, now + HOUR_MS, "门岗", names, "", u.gate_id)]
        lines.append(Line(LineKind.OPEN, u.new_id(), 0, 0, gate_id=u.gate_id, number=3))
        replace_lines(u, tuple(LineKind), lines)
        service.save(u, Wanted(Kind.NOTICE, "停水", "", now, now + HOUR_MS))

    desk.do(build)
    presenter, models = BriefingPresenter(ports), list[BriefingModel]()
    presenter.show = models.append
    presenter.refresh()
    model = models[-1]
    assert [(one.names, one.now) for one in model.shifts] == [(("王老师",), True)]
    assert (model.matters, model.notices, model.expected, model.inside) == (3, ("停水",), 0, 0)
