"""Lending on the screen: one panel at a time; Esc goes back to what is in and out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from desk.people.reads_doors import Door
from ui.pages.lending.model import Back, BookForm, Card, Done, Form, Full, Home, Loan, Thing, Who
from ui.pages.lending.view_book import BookView
from ui.pages.lending.view_done import DoneView
from ui.pages.lending.view_home import HomeView
from ui.pages.lending.view_keep import KeepView
from ui.pages.lending.view_lend import LendView
from ui.pages.lending.view_now import NowView
from ui.pages.lending.view_thing import ThingView
from ui.pages.lending.view_who import WhoFields
from ui.pages.lending.view_words import LendingWords
from ui.paper import asset_label, slip
from ui.shell import papers
from ui.shell.page import Page
from ui.widgets import BigButton, show_if
from ui.widgets import Card as Surface
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from ui.pages.lending.presenter import LendingPresenter

HOME, LEND, NOW, DONE, THING, WHO, KEEP, BOOK = "home", "lend", "now", "done", "thing", "who", "keep", "book"


class LendingPage(Page):
    TOPICS: ClassVar[frozenset[str]] = frozenset({"lending"})

    def __init__(self, presenter: LendingPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, LendingWords()
        self.home = HomeView(presenter)
        self.lend, self.now, self.done = LendView(presenter), NowView(presenter), DoneView()
        self.thing, self.who = ThingView(presenter), WhoFields(presenter)
        self.keep, self.book = KeepView(presenter), BookView(presenter)
        self._named = Surface()
        self._named.body.addWidget(self.who)
        self._named.body.addStretch(1)
        self.panel, self._lending = HOME, ""
        self._came_back: Back | None = None  # just now: a slip for whoever brought it
        self._panels: dict[str, QWidget] = {
            HOME: self.home, LEND: self.lend, NOW: self.now, DONE: self.done, THING: self.thing, WHO: self._named,
            KEEP: self.keep, BOOK: self.book,
        }  # fmt: skip
        for widget in self._panels.values():
            self.body.addWidget(widget, 1)
        self.foot = Foot(self)
        self._wire()
        self.ready()

    def _wire(self) -> None:
        presenter = self._presenter
        presenter.home, presenter.card, presenter.handed = self.show_home, self.show_card, self.show_done
        presenter.back, presenter.full, presenter.blank = self._on_returned, self._on_full, self._on_blank
        presenter.doors, presenter.door, presenter.somebody = self._on_doors, self._on_door, self._on_somebody
        presenter.book.labelled, presenter.book.kept = self._on_labelled, lambda: self._turn(HOME)
        presenter.book.form, presenter.book.lines = self._on_line, self._on_lines
        self.home.thing.connect(self._on_thing)
        self.home.loan.connect(lambda loan: presenter.open(loan.asset_id))
        self.who.entered.connect(self._on_named)

    @property
    def model(self) -> Home:
        return self.home.home

    # --- the contract of a page ---------------------------------------------------------------------------------------

    def on_show(self, **arguments: Any) -> None:
        if "asset_id" in arguments:
            self._presenter.open(str(arguments["asset_id"]), bool(arguments.get("scanned")))
        elif arguments.get("now"):
            self._turn(NOW)
        elif "panel" in arguments:
            self._turn(str(arguments["panel"]))
        elif self.panel not in (LEND, BOOK):
            self._turn(HOME)
        self._presenter.refresh()

    def on_hide(self) -> None:
        self.thing.cover()

    def refresh(self) -> None:
        self._presenter.refresh()
        if self.panel == THING and self.thing.thing is not None:
            self._presenter.open(self.thing.thing.id)
        elif self.panel == BOOK:
            self._presenter.book.refresh()

    def on_scan(self, answer: Any) -> bool:
        return self._presenter.scanned(answer)

    def on_back(self) -> bool:
        if self.panel == HOME:
            return False
        self._turn(THING if self.panel == WHO and self.thing.thing is not None else HOME)
        return True

    def main_button(self) -> BigButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        return self.lend.form().as_draft()

    def restore(self, draft: Mapping[str, Any]) -> None:
        self._kept_draft = Form.of(draft)
        self.lend.restore(self._kept_draft)
        self._turn(LEND)

    def retranslate(self) -> None:
        self.done.say()
        self._say()

    # --- what comes back ----------------------------------------------------------------------------------------------

    def show_home(self, home: Home) -> None:
        self.home.show_home(home)
        waits = getattr(self, "_kept_draft", None)
        self.lend.show_home(home)
        if waits is not None:  # the names of its things were not known when it was taken back
            self._kept_draft = None
            self.lend.restore(waits)
        self.now.show_home(home)
        self.keep.show_home(home)
        self._say()

    def show_card(self, card: Card, scanned: bool) -> None:
        """A label that was held up: what is in goes out, what is out comes back."""
        if scanned and not card.thing.out and not card.thing.cares and not self._words.forbidden(card.thing.bars):
            self._begin(card.thing)
            return
        self.thing.show_card(card, scanned)
        if self.panel != WHO:
            self._turn(THING)

    def show_done(self, done: Done) -> None:
        self.lend.clear()
        self.done.show_done(done)
        self._turn(DONE)
        if done.again:
            self._presenter.say(self.tr("刚才已经借出去了，没有重复登记"))
        else:
            words = self.tr("已借出：{what}").format(what=self.tr("、").join(done.titles))
            self._presenter.offer_undo(words, done.id)

    def _on_returned(self, back: Back) -> None:
        self._presenter.loans.offer_undo(self._words.back(back.title, back.condition, back.late_min), back)
        self._turn(HOME)
        self._came_back = back
        self._say()
        self._presenter.refresh()

    def _on_full(self, full: Full) -> None:
        if self.panel == THING:
            self.thing.show_full(full)

    def _on_doors(self, doors: tuple[Door, ...]) -> None:
        self._fields().door.show_doors(doors)

    def _on_door(self, door: Door) -> None:
        """A household code: whoever takes something, of the form that is open or of a new one."""
        if self.panel not in (LEND, WHO, KEEP):
            self._begin(None)
        self._fields().set_door(door)

    def _on_somebody(self, who: Who) -> None:
        if self.panel not in (LEND, WHO, KEEP):
            self._begin(None)
        self._fields().show_who(who)

    def _on_blank(self, asset_id: str) -> None:
        self._turn(BOOK)
        self._on_new(asset_id)
        self._presenter.say(self.tr("这张物品码还没有对应的东西，请在这里写下它是什么"))

    def _on_labelled(self, text: str, serial: str, thing: Thing, estate: str, phone: str) -> None:
        papers.send(asset_label.job(text, serial, thing.title, estate, phone), self)

    def _on_line(self, form: BookForm) -> None:
        self.book.show_form(form)
        self._say()

    def _on_lines(self, things: tuple[Thing, ...]) -> None:
        self.book.show_lines(things)
        self._say()

    def _fields(self) -> WhoFields:
        return {WHO: self.who, KEEP: self.keep.who}.get(self.panel, self.lend.who)

    # --- turning ------------------------------------------------------------------------------------------------------

    def _turn(self, panel: str) -> None:
        if panel == BOOK and self.panel != BOOK:
            self.book.show_form(self._presenter.book.begin())
            self._presenter.book.refresh()
        self.panel = panel
        for name, widget in self._panels.items():
            show_if(widget, name == panel)
        self._came_back = None
        if panel != THING:
            self.thing.cover()
        if panel == NOW:
            self.now.begin()
        self._say()

    def _begin(self, thing: Thing | None) -> None:
        self.lend.begin()
        if thing is not None:
            self.lend.add(thing)
        self._turn(LEND)
        self.lend.who.begin()

    def _on_thing(self, thing: Thing) -> None:
        """A row of what is here: what is free begins a handing out, anything else is looked at."""
        if thing.out or thing.cares or self._words.forbidden(thing.bars):
            self._presenter.open(thing.id)
        else:
            self._begin(thing)

    # --- words and acts -----------------------------------------------------------------------------------------------

    def _say(self) -> None:
        self.set_heading(*self._headline())
        self.foot.show_acts(self._acts())

    def _headline(self) -> tuple[str, str]:
        match self.panel:
            case "lend":
                return self.tr("借什么？借给谁？"), self.tr("扫物品码，再扫户内码，就好了")
            case "now":
                return self.tr("急用：拿哪一件？"), self.tr("按一下就能拿走，是谁借的后面再补")
            case "done":
                return self.tr("借出去了"), ""
            case "who":
                return self.tr("是谁借的？"), self.tr("扫户内码，或选房号")
            case "keep":
                return self.tr("谁要预约什么？"), ""
            case "book":
                return self.tr("物品册"), self.tr("点一行来改，或写新的一件")
            case "thing":
                return self._of_thing(), ""
        unknown = self.model.unknown
        sub = self.tr("{n} 件急用拿走的还没记是谁", "", unknown).format(n=unknown) if unknown else ""
        return self._words.heading(self.model), sub or self.tr("扫物品码：在的借出去，借出去的收回来")

    def _of_thing(self) -> str:
        loan, thing = self.thing.loan, self.thing.thing
        if loan is None or thing is None:
            return thing.title if thing is not None else ""
        if loan.late_min:
            return self.tr("{title}：{late}，请提醒归还").format(title=thing.title, late=self._words.due(loan))
        return self.tr("{title}：{due}").format(title=thing.title, due=self._words.due(loan))

    def _acts(self) -> list[Act]:
        back = Act(self.tr("返回"), "", self._on_leave, "quiet", key="Esc")
        match self.panel:
            case "lend":
                return [
                    Act(self.tr("借出去"), "check", self.lend.lend),
                    Act(self.tr("清空"), "trash", self.lend.clear),
                    back,
                ]
            case "now":
                return [back]
            case "done":
                return self._done_acts()
            case "who":
                return [Act(self.tr("记下是谁"), "check", self._on_named), back]
            case "keep":
                return [Act(self.tr("预约"), "calendar-plus", self.keep.keep), back]
            case "book":
                return [*self._book_acts(), back]
            case "thing":
                return [*self._thing_acts(), back]
        acts = [
            Act(self.tr("借出去"), "plus", lambda: self._begin(None)),
            Act(self.tr("急用，先拿走"), "urgent", lambda: self._turn(NOW), "alarm"),
            Act(self.tr("预约"), "calendar-plus", self._on_keep),
        ]
        if self._came_back is not None and self._came_back.loan_id:
            proof = slip.job(self._words.slip_back(self._came_back), "return", ("loan_back", self._came_back.loan_id))
            if papers.prints_at_once(proof):
                acts.append(Act(self.tr("打印还条"), "printer", lambda: papers.send(proof, self)))
        if self.model.edits:
            acts.append(Act(self.tr("物品册"), "clipboard-list", lambda: self._turn(BOOK)))
        return [*acts, back]

    def _done_acts(self) -> list[Act]:
        return [
            Act(self.tr("好了"), "check", self._on_finish),
            Act(self.tr("打印借条"), "printer", lambda: papers.send(slip.job(self.done.slip(), "loan"), self)),
            Act(self.tr("再借一件"), "plus", lambda: self._begin(None)),
        ]

    def _thing_acts(self) -> list[Act]:
        thing, loan = self.thing.thing, self.thing.loan
        if thing is None:
            return []
        if loan is not None:
            acts = [Act(self.tr("收回"), "check", self.thing.give_back)]
            if not loan.known:
                acts.append(Act(self.tr("记下是谁"), "user-plus", lambda: self._on_who(loan)))
            else:
                acts += [
                    Act(self.tr("看联系方式"), "eye", self.thing.reveal),
                    Act(self.tr("已提醒"), "bell", self.thing.remind),
                ]
            if self.model.edits:
                acts.append(Act(self.tr("找不回来了"), "x", lambda: self._on_lost(loan)))
            return acts
        return self._in_acts(thing)

    def _in_acts(self, thing: Thing) -> list[Act]:
        loans, eid = self._presenter.loans, thing.id
        care = {
            "dirty": Act(self.tr("擦洗好了"), "check", lambda: loans.put_right(eid, self.tr("记下了：可以借了"))),
            "damaged": Act(self.tr("修好了"), "tools", lambda: loans.put_right(eid, self.tr("记下了：可以借了"))),
            "lost": Act(self.tr("找到了"), "search", lambda: loans.put_right(eid, self.tr("记下了：找到了"))),
            "incomplete": Act(self.tr("都补齐了"), "package", lambda: loans.restock(eid, self.tr("记下了：补齐了"))),
        }
        acts = [care[thing.condition]] if thing.condition in care else []
        if not self._words.forbidden(thing.bars):
            acts.append(Act(self.tr("借出去"), "plus", lambda: self._begin(thing)))
        if thing.condition == "ok" and not thing.gives:
            acts.append(Act(self.tr("坏了"), "tools", lambda: loans.broken(eid, self.tr("记下了：坏了，先不外借"))))
        return acts

    def _book_acts(self) -> list[Act]:
        thing = self.book.thing()
        acts = [
            Act(self.tr("存"), "check", self.book.save),
            Act(self.tr("新的一件"), "plus", self._on_new),
        ]
        if thing is not None:
            gone = thing.retired
            acts += [
                Act(self.tr("打印物品码"), "qrcode", lambda: self._presenter.book.label(thing)),
                Act(
                    self.tr("重新出借") if gone else self.tr("不再出借"), "refresh" if gone else "ban",
                    lambda: self._presenter.book.retire(thing.id, gone, self.tr("存好了")),
                ),
            ]  # fmt: skip
        return acts

    def _on_new(self, asset_id: str = "") -> None:
        self.book.begin(asset_id)
        self._say()

    def _on_keep(self) -> None:
        self._turn(KEEP)
        thing = self.home.current_thing()
        self.keep.begin(thing.id if thing is not None and not thing.gives else "")

    def _on_who(self, loan: Loan) -> None:
        self._lending = loan.lending_id
        self.who.show_who(Who())
        self._turn(WHO)
        self.who.begin()

    def _on_named(self) -> None:
        who, thing = self.who.who(), self.thing.thing
        if not who.known:
            self.who.set_error(self.tr("请选房号，或写称呼和电话"))
        elif thing is not None:
            self._turn(THING)
            self._presenter.loans.identify(self._lending, thing.id, who, self.tr("记下了：是谁借的"))

    def _on_lost(self, loan: Loan) -> None:
        self._presenter.loans.give_up(loan.id, loan.asset_id, self.tr("记下了：找不回来了，不扣任何人的分"))

    def _on_finish(self) -> None:
        if picture := self.done.signature():
            self._presenter.sign(self.done.done.id, picture, self.tr("签名存好了"))
        self._turn(HOME)

    def _on_leave(self) -> None:
        if not self.on_back():
            self._presenter.leave()
