"""What can be done on each panel of the devices page, its heading, and what was done in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.pages.devices.model import STEPS, DevicesModel, Panel, Step
from ui.pages.devices.view_words import act_words, word
from ui.texts import sentence
from ui.widgets.foot import Act

if TYPE_CHECKING:
    from ui.pages.devices.presenter import DevicesPresenter
    from ui.pages.devices.view import DevicesPage

Words = tuple[str, str]


class DevicesActs(QObject):
    def __init__(self, page: DevicesPage, presenter: DevicesPresenter) -> None:
        super().__init__(page)
        self._page, self._presenter = page, presenter

    # -- the heading

    def situation(self, model: DevicesModel) -> Words:
        """The heading of a panel and the quieter line under it."""
        makers: dict[Panel, Callable[[DevicesModel], Words]] = {
            Panel.HOME: self._home_words, Panel.DEVICE: self._device_words, Panel.ADD: self._add_words,
            Panel.STOCK: self._stock_words, Panel.HISTORY: self._history_words,
        }  # fmt: skip
        return makers[model.panel](model)

    def _home_words(self, model: DevicesModel) -> Words:
        if not model.devices:
            return (self.tr("还没有接设备") if model.ready else self.tr("正在看接了什么")), ""
        bad, count = len(model.bad), len(model.devices)
        if bad:
            words = self.tr("{n} 台设备有问题", "", bad).format(n=bad)
        else:
            words = self.tr("{n} 台设备都正常", "", count).format(n=count)
        parts = []
        if model.asks:
            parts.append(self.tr("{n} 件事没把握，请看一看", "", len(model.asks)).format(n=len(model.asks)))
        if model.low:
            parts.append(self.tr("快没有了：{names}").format(names=self.tr("、").join(one.name for one in model.low)))
        return words, self.tr("；").join(parts)

    def _device_words(self, model: DevicesModel) -> Words:
        return model.open.row.name, word("role", model.open.row.role)

    def _add_words(self, model: DevicesModel) -> Words:
        adding = model.adding
        if adding.id:
            return self.tr("改「{name}」").format(name=adding.name), ""
        words = {
            Step.PORT: self.tr("接的是哪一个？"), Step.KIND: self.tr("它是什么？"), Step.MODEL: self.tr("是哪种型号？"),
            Step.TRY: self.tr("看看它在不在"), Step.NAME: self.tr("给它起个名字"),
        }[adding.step]  # fmt: skip
        at = STEPS.index(adding.step) + 1
        return words, self.tr("加设备，第 {n} 步，共 {all} 步").format(n=at, all=len(STEPS))

    def _stock_words(self, model: DevicesModel) -> Words:
        if not model.stock:
            return self.tr("还没有登记耗材"), ""
        if model.low:
            return self.tr("{n} 样快没有了", "", len(model.low)).format(n=len(model.low)), self.tr("按最近两周用的算。")
        return self.tr("耗材都够用"), self.tr("按最近两周用的算。")

    def _history_words(self, model: DevicesModel) -> Words:
        sub = model.open.row.name if model.of_device else ""
        if model.asks:
            words = self.tr("{n} 件事没把握，请看一看", "", len(model.asks)).format(n=len(model.asks))
            return words, sub or self.tr("看过实物，再告诉我成了没有。")
        return self.tr("设备做过的事"), sub

    # -- the foot

    def of(self, model: DevicesModel) -> list[Act]:
        """The acts of a panel, the main one first."""
        makers: dict[Panel, Callable[[DevicesModel], list[Act]]] = {
            Panel.HOME: self._home, Panel.DEVICE: self._device, Panel.ADD: self._add, Panel.STOCK: self._stock,
            Panel.HISTORY: self._history,
        }  # fmt: skip
        acts = makers[model.panel](model)
        if model.panel is not Panel.HOME:
            acts.append(Act(self.tr("返回"), "", self._page.go_back, kind="quiet", key="Esc"))
        return acts

    def _home(self, model: DevicesModel) -> list[Act]:
        go, acts = self._presenter.go, []
        if model.asks:
            acts.append(Act(self.tr("看没把握的"), "help-circle", lambda: go(Panel.HISTORY)))
        if model.may_edit:
            kind = "" if not acts else "quiet"
            acts.append(Act(self.tr("加设备"), "plus", self._presenter.adding.begin, kind=kind, enabled=model.ready))
        acts.append(Act(self.tr("耗材"), "package", lambda: go(Panel.STOCK), kind="quiet"))
        if not model.asks:
            acts.append(Act(self.tr("做过的事"), "history", lambda: go(Panel.HISTORY), kind="quiet"))
        return acts

    def _device(self, model: DevicesModel) -> list[Act]:
        row, acts = (
            model.open.row,
            [Act(self.tr("做过的事"), "history", lambda: self._presenter.go(Panel.HISTORY), kind="quiet")],
        )
        if model.may_edit:
            words, off = (self.tr("启用"), False) if row.off else (self.tr("停用"), True)
            acts += [
                Act(self.tr("改设置"), "pencil", self._presenter.adding.change_device, kind="quiet"),
                Act(words, "lock-open" if row.off else "ban", lambda: self._presenter.switch(off), kind="quiet"),
                Act(self.tr("去掉"), "trash", self._presenter.remove, kind="quiet"),
            ]
        return acts

    def _add(self, model: DevicesModel) -> list[Act]:
        adding, add, panel = model.adding, self._presenter.adding, self._page.add
        if adding.step is Step.MODEL:
            return [Act(self.tr("看看它在不在"), "search", lambda: add.keep_settings(panel.model_step.settings()))]
        if adding.step is Step.TRY:
            name = word("role", adding.role)
            if adding.probe == "ok":
                return [Act(self.tr("下一步"), "arrow-right", lambda: add.go_on(name))]
            again = Act(self.tr("再问一次"), "refresh", add.probe, enabled=not adding.probing)
            return [
                again,
                Act(self.tr("先加上，以后再接"), "", lambda: add.go_on(name), kind="quiet", enabled=not adding.probing),
            ]
        if adding.step is Step.NAME:
            return [Act(self.tr("保存"), "check", self._save)]
        return []

    def _save(self) -> None:
        step = self._page.add.name_step
        self._presenter.adding.save(step.name.text(), step.place.text())

    def _stock(self, model: DevicesModel) -> list[Act]:
        panel = self._page.stock
        row = panel.current()
        if panel.mode:
            return [Act(self.tr("保存"), "check", self._keep)]
        acts = []
        if row is not None and row.here and model.may_use:
            acts.append(Act(self.tr("补货"), "plus", lambda: self._ask("refill")))
            acts.append(Act(self.tr("数一数"), "list-check", lambda: self._ask("count"), kind="quiet"))
        if model.may_edit:
            acts.append(Act(self.tr("加一样"), "package", lambda: self._ask("item"), kind="quiet" if acts else ""))
            if row is not None:
                acts.append(Act(self.tr("改"), "pencil", lambda: self._ask("change"), kind="quiet"))
        return acts

    def _ask(self, mode: str) -> None:
        panel = self._page.stock
        row = panel.fresh() if mode == "item" else panel.current()
        panel.ask("item" if mode == "change" else mode, row)
        self._page.say_foot()

    def _keep(self) -> None:
        self._page.stock.keep()
        self._page.say_foot()

    def _history(self, model: DevicesModel) -> list[Act]:
        row = self._page.history.current()
        if row is None or not row.ask or not model.may_use:
            return []
        resolve = self._presenter.resolve
        what = act_words(row)
        return [  # neither by Enter: somebody is to look first
            Act(
                self.tr("看过了：「{what}」成了").format(what=what),
                "check",
                lambda: resolve(row.id, True),
                kind="quiet",
            ),
            Act(self.tr("看过了：没成"), "x", lambda: resolve(row.id, False), kind="quiet"),
        ]

    # -- what was done

    def told(self, what: str, *facts: Any) -> None:
        """A quiet line, with an undo where there is one."""
        say, presenter = self._presenter.ports.say, self._presenter
        if what == "removed":
            say.undo(self.tr("去掉了「{name}」").format(name=facts[0].name), lambda: presenter.put_back(facts[0]))
        elif what == "refilled":
            words = self.tr("补了 {n} 份", "", int(facts[0])).format(n=facts[0])
            say.undo(words, lambda: presenter.undo_refill(facts[1]))
        elif what == "counted":
            apart = int(facts[0])
            say.done(self.tr("记下了，和账上差 {n}").format(n=apart) if apart else self.tr("记下了，和账上一样"))
        else:
            words = {
                "added": self.tr("加好了"), "saved": self.tr("保存了"), "off": self.tr("停用了"), "on": self.tr("启用了"),
                "resolved": self.tr("记下了"), "item": self.tr("保存了"),
            }[what]  # fmt: skip
            say.done(words)

    def acted(self, acted: Any) -> None:
        """What came of a try."""
        say = self._presenter.ports.say
        if acted.outcome.value == "done":
            say.tone("good")
            say.done(self.tr("成了"))
        else:
            say.tone("bad")
            self._page.show_answer(acted.outcome.value, sentence(acted.code) if acted.code else "")
