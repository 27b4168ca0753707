"""The people page on the screen: one panel at a time, and the acts of the moment at the foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget

from desk.core.errors import Trouble
from ui.pages.people.model import Door, Form, Panel, PeopleModel
from ui.pages.people.view_acts import PeopleActs
from ui.pages.people.view_card import HouseholdPanel
from ui.pages.people.view_forms import DoorPanel, MergePanel, PersonPanel, ReasonPanel, StandingPanel
from ui.pages.people.view_home import HomePanel
from ui.pages.people.view_sheet import SheetPanel, explain
from ui.shell.page import Page
from ui.widgets.foot import Foot

if TYPE_CHECKING:
    from ui.pages.people.presenter import PeoplePresenter


class PeoplePage(Page):
    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"people", "households", "codes", "standing", "permits", "visits", "session"}
    )

    def __init__(self, presenter: PeoplePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        presenter.show = self.show_model
        self.model = presenter.model
        self.ask_file, self.ask_report = self._ask_file, self._ask_report
        self.home, self.household = HomePanel(presenter), HouseholdPanel(presenter)
        self.reason, self.person = ReasonPanel(presenter.reveal), PersonPanel()
        self.door, self.standing = DoorPanel(), StandingPanel()
        self.merge, self.sheet = MergePanel(presenter.look_for_other), SheetPanel(presenter.importing.cancel)
        self._panels: dict[Panel, QWidget] = {
            Panel.HOME: self.home, Panel.HOUSEHOLD: self.household, Panel.REASON: self.reason,
            Panel.PERSON: self.person, Panel.DOOR: self.door, Panel.STANDING: self.standing, Panel.MERGE: self.merge,
            Panel.IMPORT: self.sheet,
        }  # fmt: skip
        for panel in self._panels.values():
            panel.hide()
            self.body.addWidget(panel, 1)
        self.foot = Foot(self)
        self.acts = PeopleActs(self, presenter)
        self._connect()
        self.destroyed.connect(presenter.abandon)
        self.ready()

    def _connect(self) -> None:
        household, editing = self.household, self._presenter.editing
        household.table.opened.connect(lambda _: self.acts.why())
        household.edit.clicked.connect(self.acts.edit)
        household.add.clicked.connect(editing.add)
        household.codes.clicked.connect(self._presenter.codes)
        household.standing.clicked.connect(lambda: self._presenter.change(panel=Panel.STANDING))
        self.merge.table.moved.connect(self._say_foot)
        self.sheet.save.clicked.connect(self._save_report)

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        self._presenter.open(str(arguments.get("household_id", "")), str(arguments.get("section", "")))

    def on_hide(self) -> None:
        self._presenter.leave()

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_back(self) -> bool:
        return self._presenter.back()

    def main_button(self) -> QAbstractButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        """A half-filled form; the household it belongs to comes back with it."""
        model = self.model
        if model.panel is Panel.DOOR:
            return {"panel": "door", "door": asdict(self.door.door())}
        if model.panel is Panel.PERSON and model.card is not None and not model.form.person_id:
            return {"panel": "person", "household_id": model.card.id, "form": asdict(self.person.form())}
        return {"asked": model.asked}

    def restore(self, draft: Mapping[str, Any]) -> None:
        if draft.get("panel") == "door":
            self._presenter.change(panel=Panel.DOOR, door=Door(**draft["door"]))
        elif draft.get("panel") == "person":
            self._presenter.open_household(draft["household_id"], then=Form(**draft["form"]))
        elif draft.get("asked"):
            self._presenter.find(str(draft["asked"]))

    # -- drawing

    def show_model(self, model: PeopleModel) -> None:
        before, self.model = self.model, model
        moved = before.panel is not model.panel
        held = self._holds_keyboard()
        for panel, widget in self._panels.items():
            widget.setVisible(panel is model.panel)
        self._draw(model, moved, before)
        self.set_heading(*self.acts.situation(model))
        self._say_foot()
        if moved:
            self.scroller.verticalScrollBar().setValue(0)
        if (held and (moved or not self._holds_keyboard())) or (
            moved and model.panel in (Panel.PERSON, Panel.DOOR, Panel.STANDING, Panel.MERGE)
        ):
            self._take_keyboard(model.panel)

    def _draw(self, model: PeopleModel, moved: bool, before: PeopleModel) -> None:
        if before.panel is Panel.PERSON and model.panel in (Panel.HOME, Panel.HOUSEHOLD) and moved:
            self.person.forget()
        draws: dict[Panel, Callable[[], None]] = {
            Panel.HOME: lambda: self.home.draw(model),
            Panel.HOUSEHOLD: lambda: self.household.draw(model),
            Panel.MERGE: lambda: self.merge.draw(model),
            Panel.IMPORT: lambda: self.sheet.draw(model.sheet),
        }
        once: dict[Panel, Callable[[], None]] = {
            Panel.REASON: lambda: self.reason.draw(model),
            Panel.PERSON: lambda: self.person.draw(model.form),
            Panel.DOOR: lambda: self.door.draw(model.door),
            Panel.STANDING: lambda: self.standing.draw(model),
        }
        if model.panel in draws:
            draws[model.panel]()
        elif moved and not (model.panel is Panel.PERSON and before.panel is Panel.MERGE):
            once[model.panel]()

    def _holds_keyboard(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _take_keyboard(self, panel: Panel) -> None:
        """A form takes the keyboard; elsewhere it goes on in the panel when it was on this page before."""
        first = {
            Panel.REASON: self.reason.reasons.tile("visitor_here"), Panel.HOME: self.home.field, Panel.HOUSEHOLD: self.household.table, Panel.PERSON: self.person.name,
            Panel.DOOR: self.door.building, Panel.STANDING: self.standing.alias, Panel.MERGE: self.merge.field,
        }.get(panel)  # fmt: skip
        target = first if first is not None and first.isVisibleTo(self) else self.foot.main()
        (target or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_foot(self) -> None:
        self.foot.show_acts(self.acts.of(self.model))
        self._main = self.foot.main()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.household.turn(self.width())

    def restyle(self) -> None:
        super().restyle()
        self.household.turn(self.width())

    # -- files

    def _ask_file(self) -> Path | None:
        kinds = self.tr("表格 (*.xlsx *.csv);;所有文件 (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选择住户名单"), _documents(), kinds)
        return Path(name) if name else None

    def _ask_report(self) -> Path | None:
        name = str(Path(_documents()) / self.tr("没有导入的行.csv"))
        found, _ = QFileDialog.getSaveFileName(self, self.tr("存到哪里？"), name, "CSV (*.csv)")
        return Path(found).with_suffix(".csv") if found else None

    def choose_file(self) -> None:
        """Choose a sheet; it is checked at once, and nothing is written."""
        path = self.ask_file()
        if path is not None:
            self._presenter.importing.check(path)

    def _save_report(self) -> None:
        path = self.ask_report()
        if path is None:
            return
        try:
            self._presenter.importing.report(path, explain)
        except OSError:
            self._presenter.problem(Trouble("paper.not_written"))
            return
        self._presenter.say_done(self.tr("已存到 {path}").format(path=path))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
