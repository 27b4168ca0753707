"""The page of assisted sessions: who stands here, what is being done for them, the receipt, those of before."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.people.reads_doors import Door
from ui.pages.assisted.model import AssistedModel, Panel
from ui.pages.assisted.presenter import AssistedPresenter
from ui.pages.assisted.view_words import AssistedWords
from ui.paper import document
from ui.shell import papers
from ui.shell.page import Page
from ui.widgets.card import Card
from ui.widgets.chooser import Choice, Chooser
from ui.widgets.door_field import DoorField
from ui.widgets.foot import Act, Foot
from ui.widgets.keyset_model import Column
from ui.widgets.list_panel import ListPanel
from ui.widgets.themed import label, show_if

HOWS = (("code", "qrcode"), ("card", "ticket"), ("document", "id"), ("known", "heart-handshake"))


class AssistedPage(Page):
    TOPICS: ClassVar[frozenset[str]] = frozenset({"assisted"})

    def __init__(self, presenter: AssistedPresenter) -> None:
        super().__init__()
        self.presenter, self.model = presenter, AssistedModel()
        self._words = AssistedWords(self)
        self.door, self.surface = DoorField(), Card()
        self.who = Chooser([], 3)
        self.how = Chooser([Choice(key, icon, *self._words.how(key)) for key, icon in HOWS], 4)
        self._who_words, self._how_words = label("", "strong"), label("", "strong")
        self._rule, self.told = label("", "muted"), label("")
        self.list = PastList(self._words)
        self._lay_out()
        self.foot = Foot(self)
        self.door.searched.connect(presenter.search)
        self.door.picked.connect(presenter.pick)
        self.how.chosen.connect(presenter.choose_how)
        presenter.show, presenter.doors = self.show_model, self.door.show_doors
        self._people: tuple[Any, ...] = ()
        self.ready()

    def _lay_out(self) -> None:
        self._begin = QWidget()
        self._begin.setProperty("role", "clear")
        column = QVBoxLayout(self._begin)
        column.setContentsMargins(0, 0, 0, 0)
        inner = self.surface.body
        for part in (self.door, self._who_words, self.who, self._how_words, self.how, self._rule):
            inner.addWidget(part)
        inner.addStretch(1)
        column.addWidget(self.surface, 1)
        self._told_card = Card()
        self._told_card.body.addWidget(self.told)
        self._told_card.body.addStretch(1)
        for part in (self._begin, self._told_card, self.list):
            self.body.addWidget(part, 1)

    def on_show(self, **arguments: Any) -> None:
        self.presenter.open(str(arguments.get("household_id", "")))
        if self.model.panel is Panel.BEGIN and not self.model.door_id:
            self.door.line.setFocus()

    def refresh(self) -> None:
        self.presenter.refresh()

    def on_scan(self, answer: Any) -> bool:
        return self.presenter.scan(answer)

    def on_back(self) -> bool:
        return self.presenter.back()

    def main_button(self) -> Any:
        return self.foot.main()

    def show_model(self, model: AssistedModel) -> None:
        """Draw the panel of the moment."""
        self.model = model
        show_if(self._begin, model.panel is Panel.BEGIN)
        show_if(self._told_card, model.panel in (Panel.RUNNING, Panel.RECEIPT))
        show_if(self.list, model.panel is Panel.PAST)
        {
            Panel.BEGIN: self._show_begin,
            Panel.RUNNING: self._show_running,
            Panel.RECEIPT: self._show_receipt,
            Panel.PAST: self._show_past,
        }[model.panel]()

    def retranslate(self) -> None:
        self.door.set_words(self.tr("哪一户"), self.tr("也可以请他出示住户码，一扫就好"))
        self._who_words.setText(self.tr("是哪一位"))
        self._how_words.setText(self.tr("怎么认出是本人"))
        self._rule.setText(self.tr("本人要在场。只记下是怎么认出来的，不记证件号。"))
        self.who.setAccessibleName(self._who_words.text())
        self.how.setAccessibleName(self._how_words.text())
        self.show_model(self.model)

    def _show_begin(self) -> None:
        model = self.model
        self.set_heading(self.tr("替谁办事？"), self.tr("老人不会用、不方便时，由您代办，办了什么都记下"))
        self.door.show_door(Door(model.door_id, model.door, "") if model.door_id else None)
        for part in (self._who_words, self.who):
            show_if(part, bool(model.people))
        if model.people != self._people:
            self._people = model.people
            self._make_who()
        self.who.set_choice(model.who)
        self.how.set_choice(model.how)
        acts = [Act(self.tr("开始代办"), "heart-handshake", self.presenter.begin, enabled=model.ready)]
        if model.may_read:
            acts.append(Act(self.tr("以前的代办"), "history", self.presenter.past, "quiet"))
        self.foot.show_acts([*acts, self._leave()])

    def _make_who(self) -> None:
        """Tiles for the people of this household."""
        former = self.who
        self.who = Chooser([Choice(one.id, "user", one.name) for one in self._people], 3)
        self.who.setAccessibleName(self._who_words.text())
        self.who.chosen.connect(self.presenter.choose_who)
        self.surface.body.replaceWidget(former, self.who)
        former.hide()
        former.deleteLater()

    def _show_running(self) -> None:
        model = self.model
        self.set_heading(self.tr("正在替 {who} 办事").format(who=self._words.whom(model.who, model.door)))
        since = self.tr("{time} 开始 · {how}").format(time=model.since, how=self._words.by(model.how))
        self.told.setText(
            "\n".join((since, "", *self._words.done(model.done, self.tr("还没有办什么。请到别的页去办。"))))
        )
        self.foot.show_acts(
            [
                Act(self.tr("办完了"), "check", self.presenter.end),
                Act(self.tr("去办事"), "arrow-right", self.presenter.go_on, "quiet"),
                self._leave(),
            ]
        )

    def _show_receipt(self) -> None:
        receipt = self.model.receipt
        if receipt is None:
            return
        self.set_heading(self.tr("办完了，请念给本人听"), self.tr("要的话，印一张给他带走"))
        self.told.setText("\n".join(self._words.receipt(receipt)))
        self.foot.show_acts(
            [
                Act(self.tr("好了"), "check", self.presenter.leave),
                Act(self.tr("打印回执"), "printer", self._on_print, "quiet"),
                self._leave(),
            ]
        )

    def _show_past(self) -> None:
        self.set_heading(self.tr("以前的代办"), self.tr("近 90 天"))
        how = self.tr("有人代办以后，这里会列出来：谁、替哪一户、办了几件。不写姓名。")
        self.list.show_rows(self.model.past, self.tr("还没有人代办"), how)
        self.foot.show_acts([self._leave()])

    def _leave(self) -> Act:
        return Act(self.tr("返回"), "", self.presenter.leave, "quiet", key="Esc")

    def _on_print(self) -> None:
        receipt = self.model.receipt
        if receipt is not None:
            title = self.tr("代办回执")
            lines = (line.replace("*", r"\*") for line in self._words.receipt(receipt))  # masks are no emphasis
            text = "\n\n".join((f"# {title}", *lines))
            papers.send(document.job(text, title, title, key=text, private=True), self)


class PastList(ListPanel):
    """Sessions of before: no names, and what was done below the marked one."""

    def __init__(self, words: AssistedWords) -> None:
        columns = (
            Column(words.head("at"), lambda row: row.at, 7),
            Column(words.head("door"), lambda row: row.door, 6),
            Column(words.head("by"), lambda row: row.by, 5),
            Column(words.head("how"), words.row_how, 7),
            Column(words.head("count"), lambda row: str(row.count), 3, right=True),
            Column(words.head("why"), words.row_why),
        )
        super().__init__(
            columns, lambda row: row.id, "history", words.head("past"), spare=(3,), tell=words.row, more=True
        )
        self.ready()
