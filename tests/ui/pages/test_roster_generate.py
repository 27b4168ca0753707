"""The month fills itself: the part that starts the process and takes its answer, and the panel in all its states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.actor import Actor
from desk.core.clock import SiteTime
from desk.core.errors import Refused, Trouble
from desk.duty import generating, reads_problem, reads_shifts
from desk.duty.problem import Cell, Conflict, Options, Rule
from desk.duty.rules import day_start
from desk.store.store import Store
from tests.duty.worlds import MONTH, World, small
from tests.fakes.clock import FakeClock
from tests.ui.pages.at_once import ChildNow
from tests.ui.pages.gate import DeskNow, Shell, ports_of
from ui import i18n
from ui.pages.roster.panel_generate import ANEW, GeneratePanel
from ui.pages.roster.panel_generate_model import Fair, GenerateModel, Hole, Kept, Place, Stage, Why
from ui.pages.roster.panel_generate_part import Generating
from ui.pages.roster.view_fairness import FairnessCard
from ui.theme import apply_theme
from ui.widgets import AttentionRow


class ChildLater(ChildNow):
    """A process that waits until the test lets it tell and end."""

    def start(self, words: Any, line: Callable[[Any], None], ended: Callable[[Exception | None], None]) -> None:
        self.words, self.line, self.ended = tuple(words), line, ended


@pytest.fixture
def world(store: Store, actor: Actor, clock: FakeClock) -> World:
    clock.set(day_start(SiteTime(), "2026-11-20"))
    return small(store, actor)


@pytest.fixture
def shell() -> Shell:
    return Shell()


@pytest.fixture
def child() -> ChildLater:
    return ChildLater([])


@pytest.fixture
def part(world: World, clock: FakeClock, shell: Shell, child: ChildLater) -> Generating:
    ports = ports_of(DeskNow(world.store, clock, world.actor), shell)
    ports.extras["child"] = lambda: child
    part = Generating(ports, undone.append)
    undone.clear()
    part.open(MONTH)
    return part


undone: list[Any] = []


def told(world: World, keep: bool = False) -> list[dict[str, Any]]:
    """What the process tells of this month."""
    with world.store.reading() as r:
        problem = reads_problem.problem(r, MONTH, keep, Options(seconds=5))
    lines: list[Any] = []
    generating.run(problem, lines.append)
    return lines


def planned(world: World) -> int:
    with world.store.reading() as r:
        return len(reads_shifts.cells(r, MONTH))


# --- the part


def test_it_begins_with_what_stands(part: Generating, world: World) -> None:
    assert (part.model.stage, part.model.planned, len(part.model.fair)) == (Stage.CHOOSE, 0, 4)
    world.put("2026-12-05", "王秀兰")
    part.refresh()
    assert part.model.planned == 1
    assert {one.who: one.now for one in part.model.fair}["王老师"] == 1


def test_it_fills_the_plan_and_can_be_undone(part: Generating, world: World, child: ChildLater, shell: Shell) -> None:
    part.choose(False)
    part.start()
    assert child.words == ("generate-roster", MONTH, "--json", "--progress")
    assert part.model.busy
    for line in told(world):
        child.line(line)
    assert (part.model.filled, part.model.wanted) == (51, 51)
    assert planned(world) == 0
    child.ended(None)
    assert (part.model.stage, part.model.put, part.model.holes, part.model.proven) == (Stage.DONE, 51, (), True)
    assert planned(world) == 51
    assert [len(edits) for edits in undone] == [51]
    assert sum(one.now for one in part.model.fair) == 51


def test_keep_is_said_to_the_process_and_again_means_anew(part: Generating, child: ChildLater) -> None:
    part.start()
    assert child.words[-1] == "--keep"
    child.ended(None)
    part.again()
    assert (part.model.stage, part.model.keep) == (Stage.CHOOSE, False)


def test_stopped_leaves_the_plan(part: Generating, world: World, child: ChildLater, shell: Shell) -> None:
    part.start()
    lines = told(world)
    child.line(lines[0])
    part.stop()
    assert (child.cancelled, part.model.stage) == (True, Stage.STOPPING)
    child.line(lines[-1])  # it was done at the same moment: whoever said stop is believed
    child.ended(Refused("duty.generating_cancelled"))
    assert (part.model.stage, planned(world), shell.problems) == (Stage.STOPPED, 0, [])


def test_a_process_that_dies_is_a_sentence(part: Generating, world: World, child: ChildLater, shell: Shell) -> None:
    part.start()
    child.ended(Trouble("program.child"))
    assert part.model.stage is Stage.FAILED
    assert shell.problems == ["program.child"]
    part.start()
    assert part.model.stage is Stage.RUNNING


def test_only_one_at_a_time_and_another_month_waits(part: Generating, child: ChildLater) -> None:
    part.start()
    child.words = ()
    part.start()
    part.open("2027-01")
    assert child.words == ()
    assert part.model.month == MONTH


def test_gaps_and_kept_places_have_names_and_reasons(part: Generating, world: World, child: ChildLater) -> None:
    world.put("2026-12-01", "周敏", shift="上午接待", locked=True)
    part.start()
    answer = generating.answer_of(told(world)[-1])
    assert answer is not None
    shift = world.shift("2026-12-01", "上午接待").id
    kept = Conflict(Cell(shift, world.who["周敏"], "committee"), Rule.AWAY)
    holds = _without(world.who["周敏"], world)
    child.line({"roster": asdict(replace(answer, conflicts=(kept,), gaps=tuple(holds)))})
    child.ended(None)
    (one,) = part.model.kept
    assert (one.place, one.code) == (Place("2026-12-01", "上午接待", "周老师"), "duty.kept.away")
    assert {hole.kind for hole in part.model.holes} == {"mix"}
    assert part.model.holes[0].why == (Why("duty.hold.away", 1, ("周老师",)),)


def _without(member: str, world: World) -> list[Any]:
    """The gaps of the same month when this member is away on every day."""
    from desk.duty.solver import solve

    with world.store.reading() as r:
        problem = reads_problem.problem(r, MONTH, False, Options(seconds=5))
    away = frozenset((member, shift.id) for shift in problem.shifts)
    return list(solve(replace(problem, away=away, locked=())).gaps)


# --- the panel

FAIR = (
    Fair("王老师", "volunteer", 8, 5),
    Fair("李老师", "volunteer", 9, 4),
    Fair("陈老师", "volunteer", 6, 3, 3, 0),
    Fair("周老师", "branch", 9, 6),
)
HOLES = (
    Hole("s1", "2026-12-12", "上午接待", "09:00-11:00", "mix", 1, ("branch", "committee", "owners", "property"), asked=3,
         why=(Why("duty.hold.away", 2, ("周老师", "吴老师")), Why("duty.hold.rest", 1, ("郑老师",)))),
    Hole("s2", "2026-12-13", "夜班", "22:00-06:00", "heads", 2, asked=9, why=(Why("duty.hold.cap", 9),)),
    Hole("s3", "2026-12-14", "急救值守", "14:00-17:00", "skill", 1, skill="急救"),
    Hole("s4", "2026-12-15", "大夜", "08:00-15:00", "heads", 1, asked=2, why=(Why("duty.hold.long", 2),)),
)  # fmt: skip
DONE = GenerateModel(Stage.DONE, MONTH, "2026-11-20", filled=48, wanted=51, seconds=3, put=48, holes=HOLES, fair=FAIR,
                     kept=(Kept(Place("2026-12-02", "门岗", "王老师"), "duty.kept.rest", (Place("2026-12-01", "夜班", "王老师"),)),))  # fmt: skip


class Acted:
    def __init__(self) -> None:
        self.shifts: list[str] = []
        self.undone = self.left = 0
        self.may_undo = True

    def undo(self) -> None:
        self.undone += 1

    def leave(self) -> None:
        self.left += 1


@pytest.fixture
def acted() -> Acted:
    return Acted()


@pytest.fixture
def panel(part: Generating, acted: Acted, qtbot: QtBot) -> GeneratePanel:
    panel = GeneratePanel(part, acted.shifts.append, acted.leave, acted.undo, lambda: acted.may_undo)
    qtbot.addWidget(panel)
    panel.resize(1100, 900)
    panel.show()
    return panel


def show(panel: GeneratePanel, model: GenerateModel) -> None:
    panel.part.model = model
    panel.show_part(model)


def rows(panel: GeneratePanel) -> list[str]:
    return [
        f"{row._title.text()}|{row._sub.text()}" for row in panel.holes.findChildren(AttentionRow) if row.isVisible()
    ]


def test_choosing(panel: GeneratePanel, acted: Acted, child: ChildLater) -> None:
    panel.part.show(panel.part.model)
    assert not panel.chooser.isVisible()  # nobody is in the month yet
    show(panel, replace(panel.part.model, planned=3))
    assert panel.chooser.isVisible()
    panel.chooser.tile(ANEW).click()
    assert not panel.part.model.keep
    (start,) = panel.acts()
    start.do()
    assert child.words[-1] == "--progress"


def test_running_and_stopping(panel: GeneratePanel, child: ChildLater) -> None:
    panel.part.start()
    child.line(
        {"progress": {"stage": "evening", "filled": 40, "wanted": 51, "seconds": 2.5, "value": 5.0, "bound": 4.0}}
    )
    assert panel._progress is not None
    assert panel._progress._figure.text().startswith("40 / 51")
    assert panel.situation()[0] == "正在排 12 月的班"
    assert panel.acts() == []
    panel._progress._cancel.click()
    assert child.cancelled
    child.ended(None)
    assert panel._progress is None
    assert "没有动" in panel._note.text()


def test_done_in_words(panel: GeneratePanel, acted: Acted, qtbot: QtBot) -> None:
    show(panel, DONE)
    qtbot.waitUntil(lambda: len(rows(panel)) == len(HOLES))
    assert rows(panel) == [
        "12月12日 周六 上午接待 09:00-11:00：党总支、三驾马车都没有人能来|合适的有 3 位：2 位那天来不了（周老师、吴老师）、1 位夜班前后要休息（郑老师）。",
        "12月13日 周日 夜班 22:00-06:00：还缺 2 人|合适的有 9 位，原因都一样：这个月的班数已经到顶。",
        "12月14日 周一 急救值守 14:00-17:00：会急救的人一位也来不了|队里没有合适的人。可以添一位，或者改这一班的要求。",
        "12月15日 周二 大夜 08:00-15:00：还缺 1 人|这一班太长，谁也不能连着值这么久。请拆成几班，或者自己指定一个人。",
    ]
    assert panel._said.text() == "51 个位置里有 3 个还没有人。"
    panel.holes.findChildren(AttentionRow)[1].button.click()
    assert acted.shifts == ["s2"]
    look, undo, again = panel.acts()
    look.do()
    undo.do()
    assert (acted.left, acted.undone, panel.part.model.stage) == (1, 1, Stage.CHOOSE)
    assert again.words == "再排一次"
    acted.may_undo = False
    show(panel, DONE)
    assert [act.words for act in panel.acts()] == ["看排班表", "再排一次"]


def test_all_filled_or_out_of_time(panel: GeneratePanel) -> None:
    good = replace(DONE, filled=51, holes=(), kept=(), proven=True)
    show(panel, good)
    assert panel._said.text() == "51 个位置都有人，规则都守住了。"
    assert not panel.holes.isVisible()
    assert "没有更均匀的排法" in panel._how.text()
    show(panel, replace(good, proven=False, better=0.1, put=0, fair=(Fair("王老师", "volunteer", 1, 4, 3, 1),)))
    assert "时间到了" in panel._how.text()
    assert "多排了 1 班：王老师" in panel._how.text()
    assert "没有改动" in panel._how.text()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("stage", list(Stage))
def test_every_state_in_both_languages(panel: GeneratePanel, lang: str, stage: Stage) -> None:
    i18n.install(lang)
    show(panel, replace(DONE, stage=stage))
    assert not panel.grab().isNull()
    if lang == "en":
        words = " ".join(
            [*panel.situation(), panel._note.text(), panel._said.text(), *(act.words for act in panel.acts())]
        )
        assert "排" not in words


def test_how_even_in_words_and_bars(qtbot: QtBot) -> None:
    card = FairnessCard()
    qtbot.addWidget(card)
    card.draw(FAIR)
    assert card.words("volunteer", FAIR[:3]) == (
        "志愿者 2 人：每人 13 班，一样多",
        "另有 1 位希望少排，不算在内。",
        True,
    )
    assert card.words("branch", FAIR[3:]) == ("党总支 1 人：15 班", "", True)
    uneven = (Fair("甲老师", "unit", 3, 0), Fair("乙老师", "unit", 9, 0))
    assert card.words("unit", uneven) == ("共建单位 2 人：每人 3 到 9 班，相差 6 班", "", False)
    card.draw(uneven)
    card.resize(900, 400)
    card.show()
    before = card.grab().toImage()
    card.draw((Fair("甲老师", "unit", 3, 6), Fair("乙老师", "unit", 9, 0)))
    assert card.grab().toImage() != before


def test_more_room_makes_more_columns(qtbot: QtBot, qapp: QApplication) -> None:
    card = FairnessCard()
    qtbot.addWidget(card)
    card.draw(tuple(Fair(f"{n}老师", "unit", n, 0) for n in range(12)))
    bars = card._groups["unit"][2]
    assert bars.heightForWidth(1200) < bars.heightForWidth(400)
    tall = bars.heightForWidth(1200)
    apply_theme(qapp, "light", 40)
    assert bars.heightForWidth(1200) > tall
