"""Plans a month, publishes it, and sees to what comes after: swaps, stand-ins, excuses. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ui.pages.roster import asks
from ui.pages.roster.changing import Changing
from ui.pages.roster.model import Panel, RosterModel, ShiftForm
from ui.pages.roster.panel_generate_part import Generating
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.duty.service_roster import Edit

UNDO_MOST = 100


class RosterPresenter:
    """`show(model)` is set by the view; `told(what, n)` says in words what a verb did."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[RosterModel], None] = ignore
        self.told: Callable[..., None] = ignore
        self.model = RosterModel()
        self.changing = Changing(self)
        self._undo: list[Sequence[Edit]] = []
        self._generated: Sequence[Edit] = ()
        self.generating = Generating(ports, self.on_generated)

    # -- coming and going

    def open(self, month: str = "", panel: str = "", shift_id: str = "") -> None:
        """Came to the front; the month is today's unless one was looked at before or is asked for."""
        wanted = month or self.model.month or self.ports.desk.time.day(self.ports.clock.now_ms()).isoformat()[:7]
        if shift_id:
            self.model = replace(self.model, panel=Panel.SHIFT, chosen=shift_id, member="")
        elif panel:
            self.model = replace(self.model, panel=Panel(panel))
        self.turn_to(wanted)

    def refresh(self) -> None:
        if self.model.month:
            self.turn_to(self.model.month)

    def turn_to(self, month: str) -> None:
        """Another month."""
        if month != self.model.month:
            self._undo.clear()
            self.model = replace(self.model, undo=0, week=min(self.model.week, 0))
        may, time = self.ports.desk.actor.may, self.ports.desk.time
        self.model = replace(
            self.model, may_edit=may("duty.edit"), may_publish=may("duty.publish"), may_swap=may("duty.swap")
        )
        self.turns.read("month", lambda r: asks.month(r, month, time), self._on_month)
        if self.model.panel is Panel.SWAPS:
            self.turns.read("swaps", lambda r: asks.swaps(r, time), lambda rows: self.change(swaps=rows))
        if self.model.panel is Panel.GENERATE:
            self.generating.open(month)
        if self.model.panel in (Panel.SHIFT, Panel.ASK):
            self.ask_candidates()

    def step(self, by: int) -> None:
        """The month before or after."""
        from desk.duty.rules import month_after

        self.turn_to(month_after(self.model.month, by))

    def zoom(self, week: int) -> None:
        """A week in large (0 is the first of the month), -1: the whole month."""
        self.change(week=max(-1, min(week, (len(self.model.days) - 1) // 7)))

    def back(self) -> bool:
        """One panel back; False when the page itself may be left."""
        if self.model.panel is Panel.MONTH:
            return False
        self.change(
            panel={
                Panel.ASK: Panel.SHIFT,
                Panel.RETURN: Panel.ASK,
                Panel.EDIT: Panel.SHIFT if self.model.form.id else Panel.MONTH,
            }.get(self.model.panel, Panel.MONTH)
        )
        return True

    def go_back(self) -> None:
        if not self.back():
            self.ports.go.back()

    def go(self, panel: Panel) -> None:
        """Another panel, freshly filled."""
        self.change(panel=panel)
        if panel is Panel.GENERATE:
            self.generating.open(self.model.month)
        if panel is Panel.SWAPS:
            time = self.ports.desk.time
            self.turns.read("swaps", lambda r: asks.swaps(r, time), lambda rows: self.change(swaps=rows))

    def abandon(self) -> None:
        """The view is gone (another language, other colours)."""
        self.show, self.told = ignore, ignore

    def change(self, **fields: Any) -> None:
        self.model = replace(self.model, **fields)
        self.show(self.model)

    # -- a shift

    def open_shift(self, shift_id: str) -> None:
        """One shift: who is in it and who could be asked."""
        box = self.model.box(shift_id)
        first = box.cells[0].who.id if box and box.cells else ""
        self.change(panel=Panel.SHIFT, chosen=shift_id, member=first, candidates=())
        self.ask_candidates()

    def choose(self, shift_id: str) -> None:
        """A shift is marked in the grid."""
        if shift_id != self.model.chosen:
            self.change(chosen=shift_id)

    def mark(self, member_id: str) -> None:
        if member_id != self.model.member:
            self.change(member=member_id)

    def ask_candidates(self) -> None:
        shift_id = self.model.chosen
        self.turns.read("candidates", lambda r: asks.candidates(r, shift_id), lambda rows: self.change(candidates=rows))

    # -- the plan

    def begin(self) -> None:
        """Make the shifts of the month."""
        from desk.duty import service_roster

        month = self.model.month
        self.turns.write("open", lambda u: service_roster.open_month(u, month), lambda n: self._done("opened", n))

    def fit(self, why: str) -> None:
        """Bring the month up to its templates and days off."""
        from desk.duty import service_roster

        month = self.model.month
        self.turns.write(
            "open", lambda u: service_roster.fit_month(u, month, why), lambda n: self._done("fitted", sum(n))
        )

    def edit_shift(self, shift_id: str = "") -> None:
        """The form of the opened shift, or of one more on the day that is marked."""
        box = self.model.box(shift_id or self.model.chosen)
        if shift_id and box is not None:
            start, end = (_minute(text) for text in box.hours.split("-"))
            form = ShiftForm(box.id, box.day, box.name, box.place, start, end, box.least, box.most)
        else:
            form = ShiftForm(day=box.day if box else max(self.model.today, self.model.days[0]))
        self.change(panel=Panel.EDIT, form=form)

    def save_shift(self, form: ShiftForm) -> None:
        from desk.duty import reads_shifts, service_roster
        from desk.duty.rules_days import Template

        def work(u: Any) -> None:
            known = reads_shifts.shift(u, form.id) if form.id else None
            base = (
                Template(form.name, form.start_min, form.end_min)
                if known is None
                else service_roster.as_template(known)
            )
            wanted = replace(
                base, name=form.name, place=form.place, start_min=form.start_min, end_min=form.end_min,
                least=form.least, most=form.most, content=base.content or form.name,
            )  # fmt: skip
            if form.id:
                service_roster.edit_shift(u, form.id, wanted)
            else:
                service_roster.add_shift(u, form.day, wanted)

        self.change(form=form)
        panel = Panel.SHIFT if form.id else Panel.MONTH
        self.turns.write("shift", work, lambda _: self._after("shift", panel))

    def put(self, shift_id: str, member_id: str) -> None:
        from desk.duty.service_roster import Edit

        self.apply([Edit(shift_id, member_id)], "put")

    def take_out(self, shift_id: str, member_id: str) -> None:
        from desk.duty.service_roster import Edit

        self.apply([Edit(shift_id, member_id, present=False)], "out")

    def move(self, member_id: str, source: str, target: str) -> None:
        """Dragged from one shift to another."""
        from desk.duty.service_roster import Edit

        if source != target:
            self.apply([Edit(source, member_id, present=False), Edit(target, member_id)], "moved")

    def lock(self, shift_id: str, member_ids: Sequence[str], locked: bool) -> None:
        from desk.duty.service_roster import Edit

        box = self.model.box(shift_id)
        cells = [one for one in box.cells if one.who.id in member_ids] if box else []
        edits = [Edit(shift_id, one.who.id, capacity=one.capacity, locked=locked) for one in cells]
        if edits:
            self.apply(edits, "locked" if locked else "unlocked")

    def apply(self, edits: Sequence[Edit], what: str) -> None:
        """Change the plan; the change can be taken back with undo. `what` is said in words by the view."""
        from desk.duty import service_roster

        wanted = list(edits)
        self.turns.write("plan", lambda u: service_roster.apply(u, wanted), lambda undo: self._on_applied(undo, what))

    def undo(self) -> None:
        """Take back the last change of the plan."""
        from desk.duty import service_roster

        if self._undo and not self.turns.busy("plan"):
            edits = self._undo.pop()
            self.turns.write("plan", lambda u: service_roster.apply(u, edits), lambda _: self._undone())

    def undoing(self) -> Callable[[], None]:
        """Takes back what was changed just now; nothing else, when that has been taken back by other means."""
        newest = self._undo[-1] if self._undo else ()
        return lambda: self.undo() if self._undo and self._undo[-1] is newest else None

    def remember(self, undo: Sequence[Edit]) -> None:
        """Edits that take back what somebody else put into the plan (the pattern, the generator)."""
        self._undo = [*self._undo, undo][-UNDO_MOST:]
        self.model = replace(self.model, undo=len(self._undo))

    def on_generated(self, undo: Sequence[Edit]) -> None:
        """A generated month has come into the plan."""
        self._generated = undo
        self.remember(undo)
        self.show(self.model)

    def generated_last(self) -> bool:
        """Is what the generator did the newest change, so that undo takes back just that?"""
        return bool(self._undo) and self._undo[-1] is self._generated

    def repeat(self) -> None:
        """Fill the holes with last month's weekly pattern."""
        from desk.duty import service_roster

        month = self.model.month
        self.turns.write("plan", lambda u: service_roster.repeat_last_month(u, month), self._on_repeated)

    # -- publishing

    def publish(self, why: str = "", in_spite: bool = False) -> None:
        from desk.duty import service_publish

        month = self.model.month
        self.turns.write(
            "publish", lambda u: service_publish.publish(u, month, why, in_spite),
            lambda done: self._after("published", Panel.MONTH, done.version),
        )  # fmt: skip

    def adopt(self, issue_id: str) -> None:
        from desk.duty import service_publish

        self.turns.write(
            "publish", lambda u: service_publish.adopt(u, issue_id),
            lambda done: self._after("adopted", Panel.MONTH, done.version),
        )  # fmt: skip

    def decline(self, issue_id: str) -> None:
        from desk.duty import service_publish

        self.turns.write(
            "publish", lambda u: service_publish.decline(u, issue_id), lambda _: self._after("declined", Panel.MONTH)
        )

    # -- answers

    def _on_month(self, fields: dict[str, Any]) -> None:
        self.change(**fields)

    def _on_applied(self, undo: Sequence[Edit], what: str) -> None:
        self.remember(undo)
        self._done(what, len(undo))

    def _undone(self) -> None:
        self.change(undo=len(self._undo))
        self._done("undone", 0)

    def _on_repeated(self, done: Any) -> None:
        self.remember(done.undo)
        self.told("repeated", done.count, done.left_out)
        self.refresh()

    def _done(self, what: str, n: int) -> None:
        self.told(what, n)
        self.refresh()

    def _after(self, what: str, panel: Panel, n: int = 0) -> None:
        self.change(panel=panel)
        self._done(what, n)


def _minute(clock: str) -> int:
    """`09:30` as minutes of the day."""
    return int(clock[:2]) * 60 + int(clock[3:5])
