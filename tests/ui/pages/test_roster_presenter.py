"""The roster's presenter over the real store: a month begun, filled, undone, published; swaps and stand-ins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.duty import reads_changes, reads_roster, service_templates
from desk.operators.rules import actor_of
from tests.ui.pages.gate import DeskNow, Shell
from tests.ui.pages.team_day import fill
from ui.pages.roster.model import Box, Panel, Pick, RosterModel
from ui.pages.roster.presenter import RosterPresenter
from ui.shell.ports import Ports

NOW, NEXT = "2026-11", "2026-12"


class Watched:
    """A presenter and what it told its view."""

    def __init__(self, ports: Ports) -> None:
        self.presenter = RosterPresenter(ports)
        self.told: list[str] = []
        self.presenter.told = lambda what, *_: self.told.append(what)

    @property
    def model(self) -> RosterModel:
        return self.presenter.model


@pytest.fixture
def page(desk: DeskNow, ports: Ports) -> Watched:
    fill(desk)
    watched = Watched(ports)
    watched.presenter.open()
    return watched


def ahead(page: Watched, people: int = 1) -> Box:
    """A published shift that is still ahead, with so many people."""
    boxes = (
        b for b in page.model.boxes if not b.begun and len([c for c in b.cells if c.state == "published"]) == people
    )
    return next(box for box in boxes if box.lack is None)


def test_it_opens_on_this_month(page: Watched) -> None:
    model = page.model
    assert (model.month, model.version, model.changed, len(model.days)) == (NOW, 1, False, 30)
    assert [row.name for row in model.rows][:2] == ["上午门岗", "上午接待"]
    assert model.gaps
    assert all(not box.over for box in model.gaps)
    people = {cell.who for box in model.boxes for cell in box.cells}
    assert len({who.mark for who in people}) == len(people)
    assert sum(who.mark in who.label for who in people) > 20


def test_a_month_is_begun_filled_from_the_last_and_undone(page: Watched) -> None:
    page.presenter.step(1)
    assert (page.model.month, page.model.boxes, page.model.ready) == (NEXT, (), True)
    page.presenter.begin()
    assert len(page.model.boxes) > 80
    page.presenter.repeat()
    filled = sum(len(box.cells) for box in page.model.boxes)
    assert filled > 80
    assert page.model.undo == 1
    page.presenter.undo()
    assert not any(box.cells for box in page.model.boxes)
    assert page.told == ["opened", "repeated", "undone"]


def test_put_move_lock_and_undo_step_by_step(page: Watched, desk: DeskNow) -> None:
    page.presenter.step(1)
    page.presenter.begin()
    one, other = page.model.boxes[0], page.model.boxes[3]
    who = desk.ask(reads_changes.who_could, one.id)[0][0].id
    page.presenter.put(one.id, who)
    page.presenter.move(who, one.id, other.id)
    page.presenter.lock(other.id, [who], True)
    box = page.model.box(other.id)
    assert box is not None
    assert [(cell.who.id, cell.locked) for cell in box.cells] == [(who, True)]
    for _ in range(3):
        page.presenter.undo()
    assert not any(found.cells for found in page.model.boxes)
    page.presenter.undo()  # nothing left: nothing happens
    assert page.told[-1] == "undone"


def test_a_conflict_is_there_at_once(page: Watched, shell: Shell) -> None:
    morning = [box for box in page.model.boxes if box.day == "2026-11-24" and box.name.startswith("上午")]
    gate, sitting = (next(box for box in morning if box.name == name) for name in ("上午门岗", "上午接待"))
    who = gate.cells[0].who.id
    page.presenter.put(sitting.id, who)
    cells = [next(c for c in b.cells if c.who.id == who) for b in page.model.boxes if b.id in (gate.id, sitting.id)]
    assert ["duty.wrong.overlap" in cell.wrong for cell in cells] == [True, True]
    assert page.model.hard == 2
    page.presenter.publish()
    assert shell.problems == ["duty.conflicts"]
    page.presenter.publish(in_spite=True)
    assert page.model.version == 2


def test_publishing_again_lists_who_is_affected(page: Watched, shell: Shell) -> None:
    box = ahead(page)
    page.presenter.take_out(box.id, box.cells[0].who.id)
    assert [(one.who, len(one.lost), len(one.gained)) for one in page.model.touched] == [(box.cells[0].who.label, 1, 0)]
    page.presenter.go(Panel.PUBLISH)
    page.presenter.publish("感冒")
    assert (page.model.version, page.model.changed, page.model.panel) == (2, False, Panel.MONTH)
    page.presenter.publish()
    assert shell.problems == ["duty.nothing_new"]


def test_excuse_and_stand_in(page: Watched) -> None:
    box = ahead(page)
    page.presenter.open_shift(box.id)
    page.presenter.changing.excuse()
    found = page.model.box()
    assert found is not None
    assert (found.cells[0].state, found.lack is not None) == ("excused", True)
    page.presenter.changing.pick(Pick.STAND_IN)
    willing = next(one for one in page.model.candidates if not one.why)
    page.presenter.changing.picked(willing.who.id)
    found = page.model.box()
    assert found is not None
    assert found.lack is None
    assert {cell.who.id: cell.state for cell in found.cells}[willing.who.id] == "confirmed"
    assert page.told == ["excuse", "stand_in"]


def test_a_swap_goes_through_the_inbox(page: Watched, desk: DeskNow) -> None:
    box = ahead(page)
    page.presenter.open_shift(box.id)
    page.presenter.changing.pick(Pick.OFFER)
    page.presenter.changing.picked("")
    page.presenter.go(Panel.SWAPS)
    row = next(one for one in page.model.swaps if one.shift_id == box.id)
    assert (row.state, row.taker) == ("offered", "")
    page.presenter.changing.pick(Pick.TAKER, row.id, box.id)
    willing = next(one for one in page.model.candidates if not one.why)
    page.presenter.changing.picked(willing.who.id)
    assert page.model.panel is Panel.SWAPS
    page.presenter.changing.approve(row.id)
    assert next(one.state for one in page.model.swaps if one.id == row.id) == "approved"
    found = page.model.box(box.id)
    assert found is not None
    assert [cell.who.id for cell in found.cells] == [willing.who.id]
    page.presenter.changing.undo(row.id)
    assert not desk.ask(reads_roster.month, NOW).changed


def test_a_swap_for_a_shift_in_return(page: Watched) -> None:
    box = ahead(page)
    page.presenter.open_shift(box.id)
    page.presenter.changing.pick(Pick.OFFER)
    busy = next(
        one for one in page.model.candidates
        if not one.why and any(not b.begun and b.cells and b.cells[0].who.id == one.who.id for b in page.model.boxes)
    )  # fmt: skip
    page.presenter.changing.picked(busy.who.id)
    assert page.model.panel is Panel.RETURN
    other = next(b for b in page.model.returns if b.lack is None)
    page.presenter.changing.offer(other.id)
    assert page.model.panel is Panel.SHIFT
    page.presenter.go(Panel.SWAPS)
    row = next(one for one in page.model.swaps if one.shift_id == box.id)
    assert row.in_return == f"{other.day} {other.name}"
    assert row.taker == busy.who.label


def test_one_shift_more_and_other_hours_for_one(page: Watched, shell: Shell) -> None:
    page.presenter.step(1)
    page.presenter.begin()
    page.presenter.choose(page.model.boxes[0].id)
    page.presenter.edit_shift()
    assert (page.model.panel, page.model.form.day) == (Panel.EDIT, page.model.boxes[0].day)
    page.presenter.save_shift(replace(page.model.form, name="义诊", most=1))
    box = next(one for one in page.model.boxes if one.name == "义诊")
    assert (box.hours, page.model.panel) == ("09:00-11:00", Panel.MONTH)
    page.presenter.open_shift(box.id)
    page.presenter.edit_shift(box.id)
    page.presenter.save_shift(replace(page.model.form, end_min=720, least=2, most=3))
    found = page.model.box(box.id)
    assert found is not None
    assert (found.hours, found.least, page.model.panel) == ("09:00-12:00", 2, Panel.SHIFT)
    page.presenter.edit_shift(box.id)
    page.presenter.save_shift(replace(page.model.form, name=" "))
    assert shell.problems == ["duty.template_name"]
    assert page.model.panel is Panel.EDIT


def test_a_new_holiday_is_brought_into_an_opened_month(page: Watched, desk: DeskNow) -> None:
    page.presenter.step(1)
    page.presenter.begin()
    desk.do(lambda u: service_templates.add_holidays(u, "2026-12-25", "2026-12-25", "放假"))
    page.presenter.refresh()
    assert (page.model.idle, page.model.missing) == (3, 0)
    page.presenter.fit("放假")
    assert (page.model.idle, [box.why_cancelled for box in page.model.boxes if box.cancelled]) == (0, ["放假"] * 3)


def test_who_approves_is_chosen(page: Watched) -> None:
    assert page.model.approval == "always"
    page.presenter.changing.set_approval("never")
    assert page.model.approval == "never"


def test_a_shift_is_cancelled_and_restored(page: Watched) -> None:
    box = ahead(page)
    page.presenter.open_shift(box.id)
    page.presenter.changing.cancel_shift("停电")
    found = page.model.box()
    assert found is not None
    assert (found.cancelled, found.why_cancelled, found.lack) == (True, "停电", None)
    page.presenter.changing.restore_shift()
    assert page.told == ["cancelled", "restored"]


def test_a_volunteer_reads_and_does_not_edit(page: Watched, desk: DeskNow, shell: Shell) -> None:
    desk.actor = actor_of("0" * 31 + "2", "volunteer")
    page.presenter.refresh()
    assert (page.model.may_edit, page.model.may_publish, page.model.may_swap) == (False, False, True)
    page.presenter.begin()
    assert shell.problems == ["right.missing"]


def test_back_goes_one_panel_at_a_time(page: Watched) -> None:
    page.presenter.open_shift(ahead(page).id)
    page.presenter.changing.pick(Pick.STAND_IN)
    assert page.presenter.back()
    assert page.model.panel is Panel.SHIFT
    assert page.presenter.back()
    assert page.model.panel is Panel.MONTH
    assert not page.presenter.back()


def test_weeks_are_counted_from_the_first(page: Watched) -> None:
    page.presenter.zoom(9)
    assert page.model.week == 4
    page.presenter.step(1)
    assert page.model.week == 0
    page.presenter.zoom(-5)
    assert page.model.week == -1
