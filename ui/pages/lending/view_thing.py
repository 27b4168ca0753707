"""One thing opened: who has it and until when, how it comes back, what is to be done to it, what happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.lending.model import Card as CardModel
from ui.pages.lending.model import Full, Loan, Thing, Used
from ui.pages.lending.view_how import HowPad
from ui.pages.lending.view_words import LendingWords
from ui.texts import sentence
from ui.theme import current
from ui.widgets import (
    Banner,
    BigButton,
    Card,
    Field,
    PickBox,
    Sides,
    Stepper,
    Themed,
    facts,
    label,
    show_if,
)

if TYPE_CHECKING:
    from ui.pages.lending.presenter import LendingPresenter

SECOND_MS = 1000
SHOWN = 6


class PartRow(Themed, QWidget):
    """A part of a kit and how many of it are gone."""

    def __init__(self, part: Used) -> None:
        super().__init__()
        self.part = part
        self.setProperty("role", "clear")
        self._name, self.gone = label("", ""), Stepper(0, max(1, part.want))
        self.gone.show_value(0)
        self.gone.name(part.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self.gone)
        self.ready()

    def retranslate(self) -> None:
        part = self.part
        words = [self.tr("{name}（应有 {n}）").format(name=part.name, n=part.want)]
        if part.gone:
            words.append(self.tr("已经少 {n}").format(n=part.gone))
        if part.expired:
            words.append(self.tr("{day} 过期了").format(day=part.until))
        self._name.setText("，".join(words))
        self.gone.words = self.tr("用了 {n}")
        self.gone.show_value(self.gone.value())


class ThingView(Themed, QWidget):
    """`show_card(card, scanned)`; `give_back()`, `extend()`, `remind()`, `reveal()` act on what is shown."""

    def __init__(self, presenter: LendingPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, LendingWords()
        self.card: CardModel | None = None
        self.scanned = False
        self._full: Full | None = None
        self._left = 0
        self._facts: QWidget | None = None
        self.parts: list[PartRow] = []
        self.how = HowPad()
        self.wiped, self.longer, self.extend_it = QCheckBox(), PickBox(), BigButton("", "quiet", "calendar-plus")
        self._note, self._door = Banner(closable=False), label("", "strong")
        self._longer, self._steps = Field("", self.longer), label("", "muted")
        self._kit_words = label("", "strong")
        self._told, self._back = Card(), Card("…")
        self._holder, self._list = QWidget(), QVBoxLayout()
        self._lay_out()
        self._clock = QTimer(self, interval=SECOND_MS)
        self._clock.timeout.connect(self._on_second)
        self.extend_it.clicked.connect(self.extend)
        self.ready()

    def _lay_out(self) -> None:
        self._holder.setProperty("role", "clear")
        self._holder.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._more = QWidget()
        self._more.setProperty("role", "clear")
        beside = QHBoxLayout(self._more)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._longer, 1)
        beside.addWidget(self.extend_it, 0, Qt.AlignmentFlag.AlignBottom)
        for widget in (self._note, self._door, self._more):
            self._told.body.addWidget(widget)
        self._told.body.addStretch(1)
        self._told.body.addWidget(self._steps)
        for widget in (self.how, self.wiped, self._kit_words, self._holder):
            self._back.body.addWidget(widget)
        self._back.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Sides(self._told, self._back, (1, 1), ems=36), 1)

    # --- what is shown ------------------------------------------------------------------------------------------------

    @property
    def thing(self) -> Thing | None:
        return self.card.thing if self.card is not None else None

    @property
    def loan(self) -> Loan | None:
        return self.card.thing.loan if self.card is not None else None

    def show_card(self, card: CardModel, scanned: bool) -> None:
        fresh = self.card is None or self.card.thing.id != card.thing.id
        self.card, self.scanned = card, scanned
        if fresh or [one.part for one in self.parts] != list(card.parts):
            self._lay_parts(card)
        if fresh:
            self.cover()
            self.wiped.setChecked(True)
            self.longer.set_key("h2")
        self._say()
        if fresh:
            self.how.set_choice("ok")

    def show_full(self, full: Full) -> None:
        """The borrower, counted down."""
        if self.loan is not None and full.lending_id == self.loan.lending_id:
            self._full, self._left = full, full.seconds
            self._clock.start()
            self._say_door()

    def cover(self) -> None:
        self._full = None
        self._clock.stop()
        self._say_door()

    # --- acts ---------------------------------------------------------------------------------------------------------

    def give_back(self) -> None:
        thing = self.thing
        if thing is not None:
            gone = {row.part.name: row.gone.value() for row in self.parts}
            said = self.how.choice()
            self._presenter.loans.give_back(thing.id, said, gone, self.wiped.isChecked() or not thing.hygiene)

    def extend(self) -> None:
        loan, key = self.loan, self.longer.key()
        if loan is not None and key:
            self._presenter.loans.extend(loan.id, loan.asset_id, key, self.tr("记下了：归还时间往后延"))

    def remind(self) -> None:
        loan = self.loan
        if loan is not None:
            self._presenter.loans.remind(loan.id, loan.asset_id, max(1, loan.stage), self.tr("记下了：已提醒"))

    def reveal(self) -> None:
        if self.loan is not None:
            self._presenter.loans.reveal(self.loan.lending_id)

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.longer.set_choices(self._words.longer())
        if not self.longer.key():
            self.longer.set_key("h2")
        self._longer.set_words(self.tr("还要用"))
        self.extend_it.setText(self.tr("延长"))
        self.wiped.setText(self.tr("已经擦干净、消过毒"))
        self._kit_words.setText(self.tr("包里用掉了什么？没用就不动"))
        self._say()

    def restyle(self) -> None:
        self._list.setSpacing(current().space("s"))

    def _say(self) -> None:
        card = self.card
        if card is None:
            return
        thing, loan = card.thing, card.thing.loan
        self._say_facts(card)
        self._say_note(card)
        show_if(self._more, loan is not None)
        show_if(self._back, loan is not None)
        self._back.set_title(self.tr("还回来时怎么样？"))
        self.how.show_kit(bool(card.parts))
        show_if(self.wiped, thing.hygiene)
        for part in (self._kit_words, self._holder):
            show_if(part, bool(card.parts))
        self._say_steps(card)
        self._say_door()

    def _say_facts(self, card: CardModel) -> None:
        thing, loan = card.thing, card.thing.loan
        if self._facts is not None:
            self._facts.hide()
            self._facts.deleteLater()
        if loan is None:
            pairs = [(self.tr("情况"), self._words.state(thing)), (self.tr("放在"), thing.place)]
        else:
            pairs = [
                (self.tr("谁借的"), self._words.who(loan)), (self.tr("借出"), loan.since), (self.tr("归还"), loan.due),
                (self.tr("提醒过"), loan.reminded),
                (self.tr("一起借的"), self.tr("还有 {n} 件").format(n=loan.others) if loan.others else ""),
            ]  # fmt: skip
        pairs.append((self.tr("岗亭"), "" if thing.here else thing.gate))
        if card.kept:
            pairs.append((self.tr("预约"), "；".join(f"{one.span} {one.who}" for one in card.kept[:2])))
        self._facts = facts([pair for pair in pairs if pair[1]], 1)
        self._told.body.insertWidget(0, self._facts)

    def _say_note(self, card: CardModel) -> None:
        thing, loan = card.thing, card.thing.loan
        text, tone = "", "warn"
        if loan is not None and loan.disputed:
            text, tone = self.tr("两个岗亭都登记借出了这一件。请当面看清在谁那里，收回一次就清楚了。"), "bad"
        elif loan is not None and not loan.known:
            text = self.tr("急用先拿走的，还没记是谁。")
        elif thing.condition == "incomplete":
            text = self.tr("少了：{what}。补齐以前不外借。").format(what=self._missing(card) or self.tr("有东西"))
        elif thing.condition in ("dirty", "damaged", "lost"):
            text = self._words.bars((thing.condition,))
        elif any(one.expired for one in card.parts):
            text = self.tr("包里有过期的东西，请换新：{what}").format(
                what=self.tr("、").join(one.name for one in card.parts if one.expired)
            )
        elif not thing.here:
            text, tone = self.tr("这是{gate}的东西，用完请送回那里。").format(gate=thing.gate), "info"
        show_if(self._note, bool(text))
        self._note.show_text(text, tone)

    def _missing(self, card: CardModel) -> str:
        return self.tr("、").join(f"{one.name}×{one.gone}" for one in card.parts if one.gone)

    def _say_steps(self, card: CardModel) -> None:
        lines = []
        for step in card.steps[:SHOWN]:
            how = sentence(f"asset.condition.{step.condition}") if step.condition not in ("", "ok") else ""
            parts = (step.at, sentence(f"asset.step.{step.what}"), step.who, how, step.words, step.operator)
            lines.append(" · ".join(part for part in parts if part))
        self._steps.setText("\n".join(lines))
        show_if(self._steps, bool(lines) and card.thing.loan is None)

    def _say_door(self) -> None:
        show_if(self._door, self._full is not None)
        if self._full is None:
            self._door.clear()  # hidden is not gone: a screen reader would still find it
        else:
            full = self._full
            parts = [one for one in (full.place, full.name, full.phone) if one] or [self.tr("没有留下联系方式")]
            parts.append(self.tr("{n} 秒后遮住").format(n=self._left))
            self._door.setText(" · ".join(parts))

    def _lay_parts(self, card: CardModel) -> None:
        for row in self.parts:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.parts = [PartRow(one) for one in card.parts]
        for row in self.parts:
            self._list.addWidget(row)

    def _on_second(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.cover()
        else:
            self._say_door()
