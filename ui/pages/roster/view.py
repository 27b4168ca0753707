"""The roster page on the screen: one panel at a time, the month's way beside the heading, the acts at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.pages.roster.model import Panel, RosterModel
from ui.pages.roster.panel_generate import GeneratePanel
from ui.pages.roster.view_acts import RosterActs
from ui.pages.roster.view_edit import EditPanel
from ui.pages.roster.view_lists import GapsPanel, ProposalsPanel, PublishPanel, RiskPanel
from ui.pages.roster.view_month import MonthPanel
from ui.pages.roster.view_shift import AskPanel, ShiftPanel
from ui.pages.roster.view_swaps import ReturnPanel, SwapsPanel
from ui.pages.roster.view_told import RosterTold
from ui.shell.page import Page
from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.foot import Foot
from ui.widgets.themed import show_if

if TYPE_CHECKING:
    from ui.pages.roster.presenter import RosterPresenter


class _Draws(Protocol):
    def draw(self, model: RosterModel) -> None: ...


class RosterPage(Page):
    TOPICS: ClassVar[frozenset[str]] = frozenset({"duty", "session"})

    def __init__(self, presenter: RosterPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        presenter.show = self.show_model
        self.model = presenter.model
        self.month = MonthPanel(presenter)
        self.shift, self.asking = ShiftPanel(presenter), AskPanel(presenter)
        self.publishing, self.gaps, self.swapping = PublishPanel(presenter), GapsPanel(presenter), SwapsPanel(presenter)
        self.proposing, self.risk = ProposalsPanel(presenter), RiskPanel(presenter)
        self.returning, self.editing = ReturnPanel(presenter), EditPanel()
        self.generate = GeneratePanel(
            presenter.generating,
            presenter.open_shift,
            lambda: presenter.go(Panel.MONTH),
            presenter.undo,
            presenter.generated_last,
        )
        self._panels: dict[Panel, QWidget] = {
            Panel.MONTH: self.month, Panel.SHIFT: self.shift, Panel.ASK: self.asking, Panel.PUBLISH: self.publishing,
            Panel.GAPS: self.gaps, Panel.SWAPS: self.swapping, Panel.PROPOSALS: self.proposing, Panel.RISK: self.risk,
            Panel.GENERATE: self.generate,
            Panel.RETURN: self.returning,
            Panel.EDIT: self.editing,
        }  # fmt: skip
        for panel in self._panels.values():
            panel.hide()
            self.body.addWidget(panel, 1)
        self._way()
        self.foot = Foot(self)
        self.acts = RosterActs(self, presenter)
        presenter.told = RosterTold(self, presenter).told
        self.generate.changed.connect(self._on_generating)
        self.swapping.table.moved.connect(self._say_foot)
        self.proposing.table.moved.connect(self._say_foot)
        self.destroyed.connect(presenter.abandon)
        self._large = current().large()
        self._first_week = -1
        self.ready()

    def _way(self) -> None:
        """The month before and after, one week in large, undo."""
        presenter = self._presenter
        self.before, self.after = BigButton("", "row", "chevron-left"), BigButton("", "row", "chevron-right")
        self.zoom, self.back_one = BigButton("", "row", "eye"), BigButton("", "row", "arrow-back-up")
        for button in (self.before, self.after, self.back_one):
            button.set_alone(True)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.zoom.clicked.connect(self._toggle)
        self.back_one.clicked.connect(presenter.undo)
        for button in (self.back_one, self.zoom, self.before, self.after):
            self.beside.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        if self._large and not self.model.month:  # large letters: a week at a time
            day = self._presenter.ports.desk.time.day(self._presenter.ports.clock.now_ms()).day
            self._first_week = (day - 1) // 7
        self._presenter.open(
            str(arguments.get("month", "")), str(arguments.get("panel", "")), str(arguments.get("shift_id", ""))
        )

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_back(self) -> bool:
        return self._presenter.back()

    def main_button(self) -> QAbstractButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        """Where one was; the plan itself is stored with every change."""
        model = self.model
        return {"month": model.month, "week": model.week, "why": self.publishing.why.text(), "chosen": model.chosen}

    def restore(self, draft: dict[str, Any]) -> None:  # type: ignore[override]
        self.publishing.why.setText(str(draft.get("why", "")))
        fields = {"month": str(draft.get("month", "")), "chosen": str(draft.get("chosen", ""))}
        self._presenter.change(**fields, week=int(draft.get("week", -1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._presenter.undo()
        else:
            super().keyPressEvent(event)

    # -- drawing

    def retranslate(self) -> None:
        super().retranslate()
        self.before.setText(self.tr("上个月"))
        self.after.setText(self.tr("下个月"))
        self.back_one.setText(self.tr("改回去 Ctrl+Z"))
        if hasattr(self, "foot"):
            self.show_model(self.model)

    def show_model(self, model: RosterModel) -> None:
        if self._first_week >= 0 and model.ready:
            week, self._first_week = self._first_week, -1
            self._presenter.change(week=week)
            return
        before, self.model = self.model, model
        for panel, widget in self._panels.items():
            widget.setVisible(panel is model.panel)
        if model.panel is not Panel.EDIT or before.panel is not Panel.EDIT:  # a form is filled once
            drawn: _Draws = self._panels[model.panel]  # type: ignore[assignment]
            drawn.draw(model)
        self.set_heading(*self.acts.situation(model))
        self._say_way(model)
        self._say_foot()
        if before.panel is not model.panel:
            self.scroller.verticalScrollBar().setValue(0)
            self._take_keyboard(model.panel)

    def _on_generating(self) -> None:
        if self.model.panel is Panel.GENERATE:
            self.set_heading(*self.acts.situation(self.model))
            self._say_foot()

    def _say_way(self, model: RosterModel) -> None:
        month = model.panel is Panel.MONTH
        week = model.week >= 0
        for button in (self.before, self.after):
            show_if(button, month)
        self.before.setText(self.tr("上一周") if week else self.tr("上个月"))
        self.after.setText(self.tr("下一周") if week else self.tr("下个月"))
        show_if(self.zoom, month and bool(model.boxes))
        show_if(self.back_one, month and model.undo > 0)
        self.zoom.setText(self.tr("看整月") if week else self.tr("看一周"))

    def _say_foot(self) -> None:
        self.foot.show_acts(self.acts.of(self.model))
        self._main = self.foot.main()

    def _take_keyboard(self, panel: Panel) -> None:
        """Inside the page the keyboard follows; it stays on the scan line for who has not left that. A form takes it."""
        if panel is Panel.EDIT:
            self.editing.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        focus = self.window().focusWidget()
        if focus is None or not (focus is self or self.isAncestorOf(focus)):
            return
        first: dict[Panel, QWidget] = {
            Panel.MONTH: self.month.grid, Panel.SHIFT: self.shift.others, Panel.ASK: self.asking.others,
            Panel.GAPS: self.gaps.table, Panel.SWAPS: self.swapping.table, Panel.RISK: self.risk.table,
            Panel.RETURN: self.returning.table,
        }  # fmt: skip
        target = first.get(panel)
        if target is None or not target.isVisibleTo(self):
            target = self.foot.main() or self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self) -> None:
        """A week in large: the one of the marked shift, of today, or the first."""
        model = self.model
        if model.week >= 0:
            self._presenter.zoom(-1)
            return
        box = model.box()
        day = box.day if box else model.today if model.today in model.days else model.days[0]
        self._presenter.zoom(model.days.index(day) // 7)

    def _step(self, by: int) -> None:
        model = self.model
        week = model.week + by
        if model.week >= 0 and 0 <= week <= (len(model.days) - 1) // 7:
            self._presenter.zoom(week)
        else:
            keep = model.week >= 0
            self._presenter.step(by)
            if keep:
                self._presenter.zoom(0)
