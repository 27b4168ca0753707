"""The devices page on the screen: one panel at a time, the acts of the moment at the foot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.pages.devices.model import Adding, DevicesModel, Panel, Setting, Step
from ui.pages.devices.view_acts import DevicesActs
from ui.pages.devices.view_add import AddPanel
from ui.pages.devices.view_device import DevicePanel
from ui.pages.devices.view_home import HistoryPanel, HomePanel
from ui.pages.devices.view_stock import StockPanel
from ui.shell.page import Page
from ui.widgets import Banner, show_if
from ui.widgets.foot import Foot

if TYPE_CHECKING:
    from ui.pages.devices.presenter import DevicesPresenter


class _Draws(Protocol):
    def draw(self, model: DevicesModel) -> None: ...


class DevicesPage(Page):
    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"devices", "device_standing", "device_ports", "device_history", "stock", "session"}
    )

    def __init__(self, presenter: DevicesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.model = presenter.model
        self.answer = Banner()
        self.answer.closed.connect(lambda: show_if(self.answer, False))
        show_if(self.answer, False)
        self.body.addWidget(self.answer)
        self.home, self.history, self.device = HomePanel(presenter), HistoryPanel(presenter), DevicePanel(presenter)
        self.add, self.stock = AddPanel(presenter), StockPanel(presenter)
        self._panels: dict[Panel, QWidget] = {
            Panel.HOME: self.home, Panel.DEVICE: self.device, Panel.ADD: self.add, Panel.STOCK: self.stock,
            Panel.HISTORY: self.history,
        }  # fmt: skip
        for panel in self._panels.values():
            panel.hide()
            self.body.addWidget(panel, 1)
        self.foot = Foot(self)
        self.acts = DevicesActs(self, presenter)
        presenter.show, presenter.told, presenter.acted = self.show_model, self.acts.told, self.acts.acted
        presenter.paper = _try_page
        for table in (self.home.table, self.history.table, self.stock.table):
            table.moved.connect(self.say_foot)
        self.destroyed.connect(presenter.abandon)
        self.ready()

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        self._presenter.open(str(arguments.get("panel", "")), str(arguments.get("device_id", "")))

    def on_hide(self) -> None:
        self._presenter.hide()

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_back(self) -> bool:
        show_if(self.answer, False)
        if self.model.panel is Panel.STOCK and self.stock.mode:
            self.stock.ask("")
            self.say_foot()
            return True
        return self._presenter.back()

    def go_back(self) -> None:
        if not self.on_back():
            self._presenter.ports.go.back()

    def main_button(self) -> QAbstractButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        """A device on its way in."""
        adding = self.model.adding
        if self.model.panel is not Panel.ADD:
            return {}
        step = self.add.name_step
        name, place = (step.name.text(), step.place.text()) if adding.step is Step.NAME else (adding.name, adding.place)
        kept = {one: getattr(adding, one) for one in ("id", "training", "address", "role", "driver", "probe")}
        settings = [[one.name, one.value, list(one.choices)] for one in adding.settings]
        return {
            **kept,
            "step": adding.step.value,
            "drivers": list(adding.drivers),
            "settings": settings,
            "name": name,
            "place": place,
        }

    def restore(self, draft: Mapping[str, Any]) -> None:
        fields = dict(draft)
        fields["step"] = Step(fields["step"])
        fields["drivers"] = tuple(fields["drivers"])
        fields["settings"] = tuple(Setting(name, value, tuple(choices)) for name, value, choices in fields["settings"])
        self._presenter.change(panel=Panel.ADD, adding=Adding(**fields))

    # -- drawing

    def show_model(self, model: DevicesModel) -> None:
        before, self.model = self.model, model
        for panel, widget in self._panels.items():
            widget.setVisible(panel is model.panel)
        drawn: _Draws = self._panels[model.panel]  # type: ignore[assignment]
        drawn.draw(model)
        self.set_heading(*self.acts.situation(model))
        self.say_foot()
        if before.panel is not model.panel:
            show_if(self.answer, False)
            self.scroller.verticalScrollBar().setValue(0)

    def say_foot(self) -> None:
        self.foot.show_acts(self.acts.of(self.model))
        self._main = self.foot.main()

    def show_answer(self, outcome: str, words: str) -> None:
        """What came of a try that did not simply go well."""
        self.answer.show_text(words, "warn" if outcome == "unknown" else "bad")
        show_if(self.answer, True)

    def retranslate(self) -> None:
        if self.model.known:
            self.show_model(self.model)


def _try_page(options: Mapping[str, Any]) -> str:
    from ui.paper.dots import try_page

    return try_page(options)
