"""The page of a matter: the form of F9, the receipt, the card, one act at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.matters.words import MatterWords, spaced
from ui.pages.matter.model import CardModel, Noted, NoteForm
from ui.pages.matter.view_act import ActView
from ui.pages.matter.view_card import CardView
from ui.pages.matter.view_note import NoteView
from ui.pages.matter.view_noted import NotedView
from ui.paper import matter_slip
from ui.shell import papers
from ui.shell.page import Page
from ui.widgets import BigButton, show_if
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from ui.pages.matter.presenter import MatterPresenter
    from ui.pages.matter.presenter_card import CardPresenter

NOTE, NOTED, CARD, ACT = "note", "noted", "card", "act"
SHOWN_ACTS = 4
AGAIN_MS = 20_000  # minutes pass without anything being written
ICONS = {
    "reply": "messages", "told": "phone", "accept": "user-check", "assign": "arrow-right", "wait": "hourglass",
    "resolve": "circle-check", "called": "phone", "confirm": "mood-smile", "reopen": "repeat", "close": "check",
}  # fmt: skip


class MatterPage(Page):
    """One panel at a time. Esc goes from an act to the card, from the card to where one was."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"matters", "hearings", "blobs"})

    def __init__(self, presenter: MatterPresenter, cards: CardPresenter) -> None:
        super().__init__()
        self._presenter, self._cards, self._words = presenter, cards, MatterWords()
        presenter.noted = self.show_noted
        cards.show, cards.acted = self.show_card, self._on_acted
        self.panel, self._more = NOTE, False
        self.note, self.noted = NoteView(presenter), NotedView()
        self.card, self.act = CardView(cards), ActView(cards)
        cards.full = self.card.show_full
        self.act.entered.connect(self._on_act)
        self._panels: dict[str, QWidget] = {NOTE: self.note, NOTED: self.noted, CARD: self.card, ACT: self.act}
        for name, widget in self._panels.items():
            self.body.addWidget(widget, 1)
            show_if(widget, name == NOTE)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        self.foot = Foot(self)
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        if "matter_id" in arguments:
            self._cards.open(str(arguments["matter_id"]))
            self._turn(CARD)
        elif self.panel != NOTE or arguments:
            self._turn(NOTE)
            self.note.begin(str(arguments.get("kind", "")))
        else:
            self.note.begin()
        self._again.start()

    def on_hide(self) -> None:
        self._again.stop()
        self.card.cover()

    def refresh(self) -> None:
        if self.panel == CARD and self.card.model is not None:
            self._cards.open(self.card.model.line.id)

    def on_back(self) -> bool:
        if self.panel == ACT or self._more:
            self._turn(CARD)
            return True
        if self.panel == NOTED:
            self._turn(NOTE)
        return False

    def main_button(self) -> BigButton | None:
        return self.foot.main()

    def draft(self) -> dict[str, Any]:
        return self.note.form().as_draft()

    def restore(self, draft: Mapping[str, Any]) -> None:
        self.note.show_form(NoteForm.of(draft))
        self._turn(NOTE)

    def show_noted(self, noted: Noted) -> None:
        """It is written down."""
        self.note.clear()
        self.noted.show_noted(noted)
        self._turn(NOTED)
        self._presenter.offer_undo(self.tr("记下了，编号 {number}").format(number=spaced(noted.number)), noted.id)

    def show_card(self, model: CardModel) -> None:
        self.card.show_card(model)
        if self.panel not in (CARD, ACT):
            self._turn(CARD)
        self._say()

    def retranslate(self) -> None:
        self._say()

    def _turn(self, panel: str) -> None:
        self.panel, self._more = panel, False
        for name, widget in self._panels.items():
            show_if(widget, name == panel)
        if panel != CARD:
            self.card.cover()
        self.scroller.verticalScrollBar().setValue(0)
        self._say()

    def _say(self) -> None:
        self.set_heading(*self._headline())
        self.foot.show_acts(self._acts())

    def _headline(self) -> tuple[str, str]:
        if self.panel == NOTE:
            incident = self.note.kind() == "incident"
            return (self.tr("发生了什么异常情况？") if incident else self.tr("居民反映什么事？")), ""
        if self.panel == NOTED:
            return self.tr("记下了"), ""
        if self.panel == ACT:
            return self.act.heading(), ""
        model = self.card.model
        if model is None:
            return "…", ""
        sub = self.tr("编号 {number}").format(number=spaced(model.line.number))
        if model.line.kind == "incident":
            sub = self.tr("异常情况 · {sub}").format(sub=sub)
        return f"{self._words.category(model.line.category)} · {self._words.clock(model.line)}", sub

    def _acts(self) -> list[Act]:
        back = Act(self.tr("返回"), "", self._on_leave, "quiet", key="Esc")
        if self.panel == NOTE:
            incident = self.note.kind() == "incident"
            other = self.tr("改记居民反映") if incident else self.tr("改记异常情况")
            return [Act(self.tr("记下"), "check", self.note.note), Act(other, "switch-horizontal", self._on_kind), back]
        if self.panel == NOTED:
            return self._noted_acts()
        if self.panel == ACT:
            return [Act(self.tr("记下"), "check", self._on_act), back]
        return self._card_acts(back)

    def _noted_acts(self) -> list[Act]:
        noted = self.noted.noted
        assert noted is not None
        found = [Act(self.tr("打印回执"), "printer", self._on_receipt)]
        if noted.kind == "incident":
            found = []
        found.append(Act(self.tr("看这件事"), "eye", lambda: self._presenter.open(noted.id), "quiet" if found else ""))
        return [
            *found,
            Act(self.tr("再记一件"), "plus", self._on_next, "quiet"),
            Act(self.tr("返回"), "", self._on_leave, "quiet", key="Esc"),
        ]

    def _card_acts(self, back: Act) -> list[Act]:
        model = self.card.model
        if model is None:
            return [back]
        words = {
            "reply": self.tr("写答复"), "told": self.tr("打过电话了"), "accept": self.tr("有人接手"),
            "assign": self.tr("交给谁办"), "wait": self.tr("在等"), "resolve": self.tr("办好了"),
            "called": self.tr("回访过"), "confirm": self.tr("居民满意"), "reopen": self.tr("没办好"), "close": self.tr("办结"),
        }  # fmt: skip
        order = list(model.acts)
        if model.line.level and not model.line.told and "told" in order:
            order.insert(0, order.pop(order.index("told")))
        elif "confirm" in order:
            order.insert(0, order.pop(order.index("confirm")))
        acts = [Act(words[name], ICONS[name], lambda name=name: self._on_begin(name)) for name in order]  # type: ignore[misc]
        shown, rest = acts[:SHOWN_ACTS], acts[SHOWN_ACTS:]
        slip = Act(
            self.tr("打印督办单") if model.line.level else self.tr("打印交办单"), "printer", self._on_slip, "quiet"
        )
        receipt = Act(self.tr("打印回执"), "printer", self._on_receipt, "quiet")
        sheet = Act(self.tr("打 A4 单子"), "printer", self._on_sheet, "quiet")
        rest += [slip, sheet, *([receipt] if model.code else [])]
        other = Act(self.tr("更多"), "dots", self._on_more, "quiet")
        if self._more:
            return [*(replace(one, kind="quiet") for one in rest), back]
        return [*shown, *([slip] if model.line.level else []), other, back]

    def _on_more(self) -> None:
        self._more = True
        self._say()

    def _on_begin(self, act: str) -> None:
        if self.card.model is not None:
            self.act.begin(act, self.card.model)
            self._turn(ACT)
            self.act.begin(act, self.card.model)

    def _on_act(self) -> None:
        if self.card.model is not None:
            self._cards.act(self.card.model.line.id, self.act.draft())

    def _on_acted(self, act: str) -> None:
        model = self.card.model
        if model is None:
            return
        self._turn(CARD)
        self._cards.open(model.line.id)
        if act != "photo":
            self._cards.offer_undo(self.tr("记上了"), model.line.id)

    def _on_kind(self) -> None:
        self.note.set_kind("matter" if self.note.kind() == "incident" else "incident")
        self._say()

    def _on_next(self) -> None:
        self._turn(NOTE)
        self.note.begin()

    def _on_receipt(self) -> None:
        paper = self.noted.receipt() if self.panel == NOTED else self.card.receipt()
        if paper is not None:
            papers.send(matter_slip.receipt_job(paper), self)

    def _on_slip(self) -> None:
        paper = self.card.slip()
        if paper is not None:
            papers.send(matter_slip.slip_job(paper), self)

    def _on_sheet(self) -> None:
        """The same in large print, where there is no printer for slips."""
        paper = self.card.slip()
        if paper is not None:
            papers.send(matter_slip.slip_sheet(paper), self)

    def _on_leave(self) -> None:
        if not self.on_back():
            self._presenter.leave()
