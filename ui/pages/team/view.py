"""The team page on the screen: one panel at a time, the acts of the moment at the foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.pages.team.model import MemberForm, Panel, TeamModel, TemplateRow
from ui.pages.team.view_acts import TeamActs
from ui.pages.team.view_days import DaysPanel
from ui.pages.team.view_home import HomePanel, ShiftsPanel
from ui.pages.team.view_member import MemberPanel, TimesPanel
from ui.pages.team.view_paste import PastePanel
from ui.pages.team.view_pin import PinPanel
from ui.pages.team.view_sheet import SheetPanel
from ui.pages.team.view_template import TemplatePanel
from ui.shell.page import Page
from ui.widgets.foot import Foot

if TYPE_CHECKING:
    from ui.pages.team.presenter import TeamPresenter

ONCE = (Panel.MEMBER, Panel.TEMPLATE, Panel.PIN)  # forms are filled when they are opened, not while one types in them


class _Draws(Protocol):
    def draw(self, model: TeamModel) -> None: ...


class TeamPage(Page):
    TOPICS: ClassVar[frozenset[str]] = frozenset({"duty", "operators", "session"})

    def __init__(self, presenter: TeamPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        presenter.show = self.show_model
        self.model = presenter.model
        self.home, self.shifts, self.days = HomePanel(presenter), ShiftsPanel(presenter), DaysPanel(presenter)
        self.member, self.times, self.template = MemberPanel(), TimesPanel(presenter), TemplatePanel()
        self.paste, self.sheet = PastePanel(presenter), SheetPanel(presenter)
        self.pin = PinPanel(presenter.set_pin)
        self._panels: dict[Panel, QWidget] = {
            Panel.HOME: self.home, Panel.MEMBER: self.member, Panel.TIMES: self.times, Panel.PASTE: self.paste,
            Panel.SHEET: self.sheet, Panel.SHIFTS: self.shifts, Panel.TEMPLATE: self.template, Panel.DAYS: self.days, Panel.PIN: self.pin,
        }  # fmt: skip
        for panel in self._panels.values():
            panel.hide()
            self.body.addWidget(panel, 1)
        self.foot = Foot(self)
        self.acts = TeamActs(self, presenter)
        presenter.told = self.acts.told
        for table in (self.home.table, self.shifts.table, self.days.table, self.times.table, self.paste.table):
            table.moved.connect(self._say_foot)
        self.times.other.picked.connect(lambda _: self._say_foot())
        self.destroyed.connect(presenter.abandon)
        self.ready()

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        self._presenter.open(str(arguments.get("panel", "")), str(arguments.get("member_id", "")))

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_back(self) -> bool:
        return self._presenter.back()

    def main_button(self) -> QAbstractButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        """A half-filled form, a pasted list, ticks."""
        model = self.model
        kept: dict[str, Any] = {"panel": model.panel.value, "month": model.month}
        if model.panel is Panel.MEMBER:
            kept["form"] = asdict(self.member.form())
        if model.panel is Panel.TEMPLATE:
            kept["template"] = asdict(self.template.row())
        if model.panel is Panel.PASTE:
            kept |= {"pasted": self.paste.box.toPlainText(), "settled": [list(one) for one in model.settled]}
        if model.ticks:
            kept["ticks"] = [list(one) for one in model.ticks]
        return kept

    def restore(self, draft: Mapping[str, Any]) -> None:
        fields: dict[str, Any] = {"month": str(draft.get("month", ""))}
        if "form" in draft:
            form = MemberForm(**draft["form"])
            fields |= {"panel": Panel.MEMBER, "form": form, "chosen": form.id}
        elif "template" in draft:
            row = dict(draft["template"])
            row |= {name: tuple(row[name]) for name in ("weekdays", "capacities")}
            fields |= {"panel": Panel.TEMPLATE, "template": TemplateRow(**row)}
        elif "pasted" in draft:
            settled = tuple((int(nth), str(who)) for nth, who in draft.get("settled", ()))
            fields |= {"panel": Panel.PASTE, "pasted": str(draft["pasted"]), "settled": settled}
        elif draft.get("panel") in (Panel.SHEET, Panel.SHIFTS, Panel.DAYS):
            fields["panel"] = Panel(draft["panel"])
        fields["ticks"] = tuple((str(who), str(letters)) for who, letters in draft.get("ticks", ()))
        self._presenter.change(**fields)
        if "pasted" in draft:
            self._presenter.listening.read(str(draft["pasted"]))

    # -- drawing

    def show_model(self, model: TeamModel) -> None:
        before, self.model = self.model, model
        moved = before.panel is not model.panel
        for panel, widget in self._panels.items():
            widget.setVisible(panel is model.panel)
        opened = moved and before.panel not in (Panel.TIMES, Panel.PIN)
        another = before.form.id != model.form.id
        if model.panel not in ONCE or opened or (model.panel is Panel.MEMBER and another):
            drawn: _Draws = self._panels[model.panel]  # type: ignore[assignment]
            drawn.draw(model)
        self.set_heading(*self.acts.situation(model))
        self._say_foot()
        if moved:
            self.scroller.verticalScrollBar().setValue(0)
            self._take_keyboard(model.panel)

    def _say_foot(self) -> None:
        self.foot.show_acts(self.acts.of(self.model))
        self._main = self.foot.main()

    def _take_keyboard(self, panel: Panel) -> None:
        """Forms, the box and the sheet are there to be typed into; lists take it when the page had it."""
        typed: dict[Panel, QWidget] = {
            Panel.MEMBER: self.member.name, Panel.PASTE: self.paste.box, Panel.SHEET: self.sheet.grid,
            Panel.TEMPLATE: self.template.name, Panel.TIMES: self.times.says, Panel.DAYS: self.days.first,
            Panel.PIN: self.pin.pad,
        }  # fmt: skip
        if panel in typed:
            typed[panel].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        focus = self.window().focusWidget()
        if focus is not None and (focus is self or self.isAncestorOf(focus)):
            lists: dict[Panel, QWidget] = {Panel.HOME: self.home.table, Panel.SHIFTS: self.shifts.table}
            lists.get(panel, self).setFocus(Qt.FocusReason.OtherFocusReason)
