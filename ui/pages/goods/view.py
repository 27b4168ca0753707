"""Goods on the screen: the shelf, the form, the code, one thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from ui.pages.goods.model import Code, Form, Full, Shelf, Taken, Thing
from ui.pages.goods.view_code import CodeView
from ui.pages.goods.view_park import ParkView
from ui.pages.goods.view_shelf import ShelfView
from ui.pages.goods.view_thing import ThingView
from ui.pages.goods.view_words import GoodsWords
from ui.paper import slip
from ui.shell import papers
from ui.shell.page import Page
from ui.widgets import BigButton, show_if
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from ui.pages.goods.presenter import GoodsPresenter

SHELF, PARK, CODE, THING = "shelf", "park", "code", "thing"


class GoodsPage(Page):
    """One panel at a time; Esc goes back to the shelf."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"goods"})

    def __init__(self, presenter: GoodsPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, GoodsWords()
        presenter.shelf, presenter.thing, presenter.parked = self.show_shelf, self.show_thing, self.show_code
        presenter.taken, presenter.full = self._on_taken, self._on_full
        self.model = Shelf()
        self.panel = SHELF
        self.shelf, self.park = ShelfView(presenter), ParkView(presenter)
        self.code, self.thing = CodeView(), ThingView(presenter)
        self._panels: dict[str, QWidget] = {SHELF: self.shelf, PARK: self.park, CODE: self.code, THING: self.thing}
        for widget in self._panels.values():
            self.body.addWidget(widget, 1)
        self.foot = Foot(self)
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        if "goods_id" in arguments:
            self._presenter.open(str(arguments["goods_id"]))
        elif "code" in arguments:
            self._turn(SHELF)
            self._presenter.by_code(str(arguments["code"]))
        elif self.panel != PARK:
            self._turn(SHELF)
        self._presenter.refresh()

    def on_hide(self) -> None:
        self.code.clear()
        self.thing.cover()

    def refresh(self) -> None:
        self._presenter.refresh()
        if self.panel == THING and self.thing.thing is not None:
            self._presenter.open(self.thing.thing.id)

    def on_back(self) -> bool:
        if self.panel == SHELF:
            return False
        self._turn(SHELF)
        return True

    def main_button(self) -> BigButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        return self.park.form().as_draft()

    def restore(self, draft: Mapping[str, Any]) -> None:
        self.park.show_form(Form.of(draft))
        self._turn(PARK)

    def show_shelf(self, shelf: Shelf) -> None:
        self.model = shelf
        self.shelf.show_shelf(shelf)
        self._say()

    def show_thing(self, thing: Thing, code: str) -> None:
        opened = self.panel != THING
        self.thing.show_thing(thing, code)
        if opened:
            self._turn(THING)
            self.thing.code.setFocus()
        self._say()

    def show_code(self, code: Code) -> None:
        self.code.show_code(code)
        self.park.clear()
        self._turn(CODE)

    def retranslate(self) -> None:
        self._say()

    def _turn(self, panel: str) -> None:
        self.panel = panel
        for name, widget in self._panels.items():
            show_if(widget, name == panel)
        if panel != CODE:
            self.code.clear()
        if panel != THING:
            self.thing.cover()
        if panel == SHELF:
            self.shelf.begin()
        self._say()

    def _say(self) -> None:
        self.set_heading(*self._headline())
        self.foot.show_acts(self._acts())

    def _headline(self) -> tuple[str, str]:
        if self.panel == PARK:
            return self.tr("放下的是什么，给哪一户？"), ""
        if self.panel == CODE:
            return self.tr("已记下，请把取件码告诉住户"), ""
        if self.panel == THING and self.thing.thing is not None:
            if self.thing.thing.overdue and not self.thing.thing.reminded:
                return self.tr("放了超过 48 小时，请提醒住户"), ""
            return self.tr("有人来取？请对取件码"), ""
        return self._words.heading(self.model), self.tr("点一件，交给取件人") if self.model.things else ""

    def _acts(self) -> list[Act]:
        back = Act(self.tr("返回"), "", self._on_leave, "quiet", key="Esc")
        if self.panel == PARK:
            return [Act(self.tr("放好了，给取件码"), "check", self.park.park), back]
        if self.panel == CODE:
            return [
                Act(self.tr("已告诉住户"), "check", lambda: self._turn(SHELF)),
                Act(self.tr("打印取件条"), "printer", self._on_print),
                Act(self.tr("再登记一件"), "plus", self._on_begin),
            ]
        if self.panel == THING:
            return [*self._thing_acts(), back]
        return [Act(self.tr("登记寄放"), "plus", self._on_begin), back]

    def _thing_acts(self) -> list[Act]:
        desk = self.thing.by_desk
        return [
            Act(self.tr("交给取件人"), "package", self.thing.hand_out),
            Act(
                self.tr("用取件码") if desk else self.tr("没有取件码"),
                "keyboard" if desk else "user-check",
                self._on_desk,
            ),
            Act(self.tr("看门牌"), "eye", self._on_reveal),
            Act(self.tr("已提醒住户"), "bell", self._on_remind),
        ]

    def _on_begin(self) -> None:
        self._turn(PARK)
        self.park.begin()

    def _on_desk(self) -> None:
        self.thing.set_by_desk(not self.thing.by_desk)
        (self.thing.taker if self.thing.by_desk else self.thing.code).setFocus()
        self._say()

    def _on_reveal(self) -> None:
        if self.thing.thing is not None:
            self._presenter.reveal(self.thing.thing.id)

    def _on_remind(self) -> None:
        if self.thing.thing is not None:
            self._presenter.remind(self.thing.thing.id, self.tr("记下了：已提醒住户"))

    def _on_full(self, full: Full) -> None:
        if self.panel == THING:
            self.thing.show_full(full)

    def _on_taken(self, what: Taken) -> None:
        words = self.tr("刚才已经交出去了，没有重复登记") if what.again else self.tr("已交给取件人")
        self._presenter.offer_undo(words, what)
        self._turn(SHELF)

    def _on_print(self) -> None:
        papers.send(slip.job(self.code.slip()), self)

    def _on_leave(self) -> None:
        if not self.on_back():
            self._presenter.leave()
