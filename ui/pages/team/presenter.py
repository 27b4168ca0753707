"""The team: who is of it, when they can, the shifts of a week, days off. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from ui.pages.team import asks
from ui.pages.team.listening import Listening
from ui.pages.team.model import PARTS, LineForm, MemberForm, Panel, TeamModel, TemplateRow
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

OVER = {Panel.TIMES: Panel.MEMBER, Panel.PIN: Panel.MEMBER, Panel.TEMPLATE: Panel.SHIFTS}


class TeamPresenter:
    """`show(model)` is set by the view; `told(what, n)` says in words what was done; `wrong(error)` shows it in the form."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[TeamModel], None] = ignore
        self.told: Callable[..., None] = ignore
        self.model = TeamModel()
        self.listening = Listening(self)
        self._same_name = ""

    # -- coming and going

    def open(self, panel: str = "", member_id: str = "") -> None:
        if panel:
            self.model = replace(self.model, panel=Panel(panel))
        self.refresh()
        if member_id:
            self.open_member(member_id)

    def refresh(self) -> None:
        from desk.duty.rules import month_after

        today = self.ports.desk.time.day(self.ports.clock.now_ms()).isoformat()
        month = self.model.month or (month_after(today[:7]) if int(today[8:]) > 15 else today[:7])
        self.model = replace(self.model, may_edit=self.ports.desk.actor.may("duty.edit"), today=today, month=month)
        self.turns.read("overview", lambda r: asks.overview(r, today[:7]), lambda fields: self.change(**fields))
        if self.model.panel is Panel.TIMES:
            self._times()

    def back(self) -> bool:
        """One panel back; False when the page itself may be left."""
        panel = self.model.panel
        if panel is Panel.HOME:
            return False
        after = OVER.get(panel, Panel.HOME)
        if after is Panel.HOME:
            self.model = replace(self.model, form=MemberForm(), chosen="")
        self.change(panel=after)
        return True

    def go_back(self) -> None:
        if not self.back():
            self.ports.go.back()

    def go(self, panel: Panel) -> None:
        self.change(panel=panel)
        if panel is Panel.TIMES:
            self._times()

    def abandon(self) -> None:
        self.show, self.told = ignore, ignore

    def change(self, **fields: Any) -> None:
        self.model = replace(self.model, **fields)
        self.show(self.model)

    def turn_to(self, month: str) -> None:
        """The month that availability is taken for."""
        self.change(month=month, ticks=())
        if self.model.pasted:
            self.listening.read(self.model.pasted)

    # -- members

    def new_member(self) -> None:
        self._same_name = ""
        self.change(panel=Panel.MEMBER, form=MemberForm(), chosen="")

    def open_member(self, member_id: str) -> None:
        """A member's form; name and phone stand in it in full, so it takes the right to edit and is written down."""
        from desk.duty import service_team

        if not self.ports.desk.actor.may("duty.edit"):
            return
        time = self.ports.desk.time
        self.turns.write(
            "look", lambda u: asks.form(service_team.open_member(u, member_id), time),
            lambda form: self.change(panel=Panel.MEMBER, form=form, chosen=form.id),
        )  # fmt: skip

    def save_member(self, form: MemberForm) -> None:
        """Add or change; the second press with the same name means another person."""
        from desk.duty import service_team

        about, again = self._about(form), form.name == self._same_name

        def work(u: Any) -> str:
            if not form.id:
                return service_team.add_member(u, about, same_name=again)
            service_team.edit_member(u, form.id, about)
            return form.id

        self.change(form=form)
        self.turns.write("member", work, lambda _: self._saved(form), lambda error: self._refused(error, form))

    def set_pin(self, pin: str) -> None:
        """A PIN to clock on by; "" takes it away."""
        from desk.duty import service_team

        member_id = self.model.form.id
        self.turns.write(
            "member",
            lambda u: service_team.set_pin(u, member_id, pin),
            lambda _: self._pin_set(bool(pin)),
        )

    def let_go(self) -> None:
        from desk.duty import service_team

        member_id = self.model.form.id
        self.turns.write("member", lambda u: service_team.let_go(u, member_id), lambda _: self._left(member_id))

    def take_back(self, member_id: str) -> None:
        from desk.duty import service_team

        self.turns.write("member", lambda u: service_team.take_back(u, member_id), lambda _: self._done("back"))

    # -- when somebody can

    def add_line(self, form: LineForm) -> None:
        from desk.duty import service_team
        from desk.duty.rules_availability import Line

        start, end = PARTS[form.part]
        one_day = form.when == "day"
        day = form.day if one_day else ""
        line = Line(self.model.chosen, form.says, 0 if one_day else int(form.when), day, day, start, end)
        self.turns.write("line", lambda u: service_team.say(u, line), lambda _: self._done("line"))

    def drop_line(self, line_id: str) -> None:
        from desk.duty import service_team

        self.turns.write("line", lambda u: service_team.unsay(u, line_id), lambda _: self._done("unsaid"))

    def pair(self, other_id: str, kind: str) -> None:
        from desk.duty import service_team

        one = self.model.chosen
        self.turns.write("pair", lambda u: service_team.pair(u, one, other_id, kind), lambda _: self._done("pair"))

    def unpair(self, pair_id: str) -> None:
        from desk.duty import service_team

        self.turns.write("pair", lambda u: service_team.unpair(u, pair_id), lambda _: self._done("unpaired"))

    # -- shifts of a week, days off

    def open_template(self, row: TemplateRow) -> None:
        self.change(panel=Panel.TEMPLATE, template=row)

    def save_template(self, row: TemplateRow) -> None:
        from desk.duty import reads_team, service_templates

        def work(u: Any) -> str:
            known = next((one for one in reads_team.templates(u) if one.id == row.id), None)
            return service_templates.save_template(u, asks.template_of(row, known))

        self.change(template=row)
        self.turns.write("template", work, lambda _: self._done("template", Panel.SHIFTS))

    def drop_template(self, template_id: str) -> None:
        from desk.duty import service_templates

        self.turns.write(
            "template", lambda u: service_templates.drop_template(u, template_id),
            lambda _: self._done("template_gone", Panel.SHIFTS),
        )  # fmt: skip

    def add_days(
        self, first: str, last: str, name: str, kind: str = "holiday", template_id: str = "", least: int = 1
    ) -> None:
        """Days off; or days on which one kind of shift is closed, or extra with so many people."""
        from desk.duty import service_templates
        from desk.duty.rules_days import DayRule

        def work(u: Any) -> list[str]:
            if not template_id:
                return service_templates.add_holidays(u, first, last, name)
            rule = DayRule(first, kind, template_id, name, least if kind == "extra" else None)
            return service_templates.set_days(u, first, last, rule)

        self.turns.write("days", work, lambda ids: self._done("days", n=len(ids)))

    def drop_day(self, day_id: str) -> None:
        from desk.duty import service_templates

        self.turns.write("days", lambda u: service_templates.drop_day(u, [day_id]), lambda _: self._done("day_gone"))

    # -- answers

    def _about(self, form: MemberForm) -> Any:
        from desk.duty.service_team import About

        time = self.ports.desk.time

        def at(day: str) -> int | None:
            return time.at(date.fromisoformat(day)) if day else None

        guardian_at = at(form.guardian_day) if form.minor else None
        return About(
            form.name, form.capacity, form.phone, form.body_name, tuple(form.skills.replace("、", " ").split()),
            form.operator_id, "", form.show_name, form.minor, form.guardian, guardian_at, at(form.insured_day), at(form.trained_day), most_a_month=form.most,
            note=form.note,
        )  # fmt: skip

    def _saved(self, form: MemberForm) -> None:
        self._same_name = ""
        self.model = replace(self.model, form=MemberForm(), chosen="")
        self._done("added" if not form.id else "edited", Panel.HOME)

    def _pin_set(self, there: bool) -> None:
        self.change(form=replace(self.model.form, has_pin=there))
        self._done("pin" if there else "pin_gone", Panel.MEMBER)

    def _refused(self, error: Exception, form: MemberForm) -> None:
        if getattr(error, "code", "") == "duty.name_known":
            self._same_name = form.name
        self.ports.say.problem(error)

    def _left(self, member_id: str) -> None:
        self.model = replace(self.model, form=MemberForm(), chosen="")
        self._done("left", Panel.HOME, member_id)

    def _done(self, what: str, panel: Panel | None = None, more: object = "", n: int = 0) -> None:
        if panel is not None:
            self.change(panel=panel)
        self.told(what, n, more)
        self.refresh()

    def _times(self) -> None:
        member_id = self.model.chosen
        self.turns.read("times", lambda r: asks.times(r, member_id), lambda fields: self.change(**fields))
