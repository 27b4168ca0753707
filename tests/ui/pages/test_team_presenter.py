"""The team's presenter over the real store: members, a pasted list with what is not understood, ticks, shifts, days."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.duty import reads_team
from tests.ui.pages.gate import DeskNow, Shell
from ui.pages.team.model import LineForm, MemberForm, Panel, TeamModel, TemplateRow
from ui.pages.team.presenter import TeamPresenter
from ui.shell.ports import Ports


class Watched:
    def __init__(self, ports: Ports) -> None:
        self.presenter = TeamPresenter(ports)
        self.told: list[tuple[str, int]] = []
        self.undo: list[object] = []
        self.presenter.told = self._told
        self.presenter.open()

    def _told(self, what: str, n: int = 0, more: object = "") -> None:
        self.told.append((what, n))
        self.undo.append(more)

    @property
    def model(self) -> TeamModel:
        return self.presenter.model

    def add(self, *names: str, capacity: str = "volunteer") -> None:
        for name in names:
            self.presenter.save_member(MemberForm(name=name, capacity=capacity))


@pytest.fixture
def page(desk: DeskNow, ports: Ports) -> Watched:
    return Watched(ports)


def said(desk: DeskNow, label: str) -> list[tuple[str, int, str, str]]:
    team = {one.label: one.id for one in desk.ask(reads_team.members)}
    return [
        (one.says, one.weekday, one.from_day, one.source) for one in desk.ask(reads_team.lines).get(team[label], [])
    ]


def test_somebody_joins_is_changed_and_leaves(page: Watched, desk: DeskNow) -> None:
    page.add("王秀兰")
    assert [(one.label, one.capacity) for one in page.model.here] == [("王老师", "volunteer")]
    page.presenter.open_member(page.model.here[0].id)
    form = page.model.form
    assert form.name == "王秀兰"
    page.presenter.save_member(
        replace(
            form,
            skills="急救、手语",
            most=4,
            minor=True,
            guardian="李建国",
            guardian_day="2026-11-01",
            insured_day="2026-11-17",
            trained_day="2026-10-01",
        )
    )
    found = desk.ask(reads_team.members)[0]
    assert (found.skills, found.most_a_month, found.guardian) == (("急救", "手语"), 4, "李建国")
    assert page.model.here[0].notes == ("minor", "uninsured")
    page.presenter.open_member(found.id)
    assert (page.model.form.insured_day, page.model.form.trained_day) == ("2026-11-17", "2026-10-01")
    page.presenter.let_go()
    assert page.model.here == ()
    page.presenter.take_back(found.id)
    assert len(page.model.here) == 1


def test_the_same_name_needs_a_second_press(page: Watched, shell: Shell) -> None:
    page.add("王秀兰")
    form = MemberForm(name="王秀兰")
    page.presenter.save_member(form)
    assert shell.problems == ["duty.name_known"]
    page.presenter.save_member(form)
    assert len(page.model.here) == 2


def test_times_and_pairs(page: Watched) -> None:
    page.add("王秀兰", "李志强")
    page.presenter.open_member(page.model.here[0].id)
    page.presenter.go(Panel.TIMES)
    page.presenter.add_line(LineForm("can", "2", "", "morning"))
    page.presenter.add_line(LineForm("cannot", "day", "2026-12-05", "all"))
    other = next(one.id for one in page.model.here if one.id != page.model.chosen)
    page.presenter.pair(other, "together")
    assert [(one.says, one.weekday, one.from_day) for one in page.model.times] == [
        ("can", 2, ""),
        ("cannot", 0, "2026-12-05"),
    ]
    assert [one.kind for one in page.model.pairs] == ["together"]
    page.presenter.drop_line(page.model.times[0].id)
    page.presenter.unpair(page.model.pairs[0].id)
    assert len(page.model.times) == 1
    assert page.model.pairs == ()


LIST = "#接龙\n1. 王秀兰 周二上午\n2. 李志强 12月32日上午 周五\n3. 诸葛小明 周三\n4. 周敏 带小孙子来\n5. 王秀兰 12月5日"


def test_a_list_is_read_and_what_is_not_understood_stays(page: Watched, desk: DeskNow) -> None:
    page.add("王秀兰", "李志强", "周敏")
    assert page.model.month == "2026-12"
    page.presenter.listening.read(LIST)
    assert [row.ready for row in page.model.heard] == [True, True, False, False, True]
    assert page.model.heading == ("#接龙",)
    page.presenter.listening.save()
    assert page.told[-1] == ("heard", 2)
    assert said(desk, "王老师") == [("can", 2, "2026-12-01", "chat"), ("can", 0, "2026-12-05", "chat")]
    assert page.model.pasted == "3. 诸葛小明 周三\n4. 周敏 带小孙子来"
    kept = next(line for lines in desk.ask(reads_team.lines).values() for line in lines if line.weekday == 5)
    assert "12月32日" in kept.reason
    undo = page.undo[-1]
    assert callable(undo)
    undo()
    assert not any(desk.ask(reads_team.lines).values())
    assert page.model.pasted == LIST


def test_a_second_row_of_somebody_adds_to_the_first(page: Watched, desk: DeskNow) -> None:
    page.add("王秀兰")
    page.presenter.listening.read("1. 王秀兰 周二上午\n2. 王秀兰 再说")
    page.presenter.listening.save()
    page.presenter.listening.read("2. 王秀兰 周四上午")
    page.presenter.listening.save()
    assert sorted(weekday for _, weekday, _, _ in said(desk, "王老师")) == [2, 4]
    page.presenter.listening.read("")
    page.presenter.listening.read("王秀兰 周六")  # another list: what the last one said goes
    page.presenter.listening.save()
    assert [weekday for _, weekday, _, _ in said(desk, "王老师")] == [6]


def test_who_is_meant_is_said_and_who_is_new_joins(page: Watched, desk: DeskNow) -> None:
    page.add("王秀兰")
    page.presenter.listening.read("1. 兰姐 周二\n2. 诸葛小明 周三")
    page.presenter.listening.settle(page.model.heard[0], page.model.here[0].id)
    page.presenter.listening.take_in(page.model.heard[1], "unit")
    assert [row.ready for row in page.model.heard] == [True, True]
    page.presenter.listening.save()
    assert page.model.pasted == ""
    assert [one.capacity for one in desk.ask(reads_team.members) if one.name == "诸葛小明"] == ["unit"]
    assert said(desk, "王老师")[0][1] == 2


def test_50000_characters_are_answered_and_kept(page: Watched) -> None:
    page.add("王秀兰")
    text = "1. 王秀兰 " + "周二上午" * 12_500
    page.presenter.listening.read(text)
    assert [code for code, _ in page.model.heard[0].doubts] == ["duty.doubt.long"]
    assert page.model.pasted == text


def test_a_sheet_is_typed_by_letters(page: Watched, desk: DeskNow) -> None:
    page.add("王秀兰", "李志强")
    one, other = (member.id for member in page.model.here)
    page.presenter.listening.tick(one, "ca1xa")
    page.presenter.listening.tick(other, "")
    assert dict(page.model.ticks) == {one: "AC", other: ""}
    page.presenter.listening.save_sheet()
    assert page.told[-1] == ("sheet", 2)
    assert page.model.ticks == ()
    labels = {member.id: member.label for member in page.model.here}
    assert [(says, day) for says, day, _, _ in said(desk, labels[one])] == [("can", 1), ("can", 2)]
    assert [says for says, _, _, _ in said(desk, labels[other])] == ["cannot"]
    undo = page.undo[-1]
    assert callable(undo)
    undo()
    assert said(desk, labels[one]) == []


def test_shifts_of_a_week_and_days_off(page: Watched, desk: DeskNow, shell: Shell) -> None:
    page.presenter.save_template(
        TemplateRow(name="上午门岗", one_or_three=True, skills="急救", capacities=("property",))
    )
    row = page.model.templates[0]
    assert (row.name, row.one_or_three, row.skills, page.model.panel) == ("上午门岗", True, "急救", Panel.SHIFTS)
    page.presenter.save_template(replace(row, least=5))
    assert shell.problems == ["duty.template_people"]
    page.presenter.save_template(replace(row, one_or_three=False, start_min=480))
    assert (page.model.templates[0].start_min, page.model.templates[0].one_or_three) == (480, False)
    page.presenter.add_days("2027-01-01", "2027-01-03", "元旦")
    assert page.told[-1] == ("days", 3)
    page.presenter.drop_day(page.model.days[0].id)
    assert [one.day for one in page.model.days] == ["2027-01-02", "2027-01-03"]
    page.presenter.add_days("2027-01-05", "2027-01-05", "封路", "closed", row.id)
    page.presenter.add_days("2027-01-09", "2027-01-10", "庙会", "extra", row.id, 4)
    assert [(one.day[8:], one.kind, one.template, one.least) for one in page.model.days[2:]] == [
        ("05", "closed", "上午门岗", 0), ("09", "extra", "上午门岗", 4), ("10", "extra", "上午门岗", 4),
    ]  # fmt: skip
    page.presenter.drop_template(row.id)
    assert page.model.templates == ()


def test_back_goes_one_panel_at_a_time(page: Watched) -> None:
    page.add("王秀兰")
    page.presenter.open_member(page.model.here[0].id)
    page.presenter.go(Panel.TIMES)
    assert page.presenter.back()
    assert page.model.panel is Panel.MEMBER
    assert page.presenter.back()
    assert (page.model.panel, page.model.form) == (Panel.HOME, MemberForm())
    assert not page.presenter.back()
