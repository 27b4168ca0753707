"""The result card on the screen: big mark, sentence, who and where, one main button with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.result.model import Next, Outcome, ResultModel
from ui.shell.page import Page
from ui.texts import sentence
from ui.theme import current
from ui.widgets.banner import Banner
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card, Fact, facts
from ui.widgets.result_head import ResultHead
from ui.widgets.result_mark import tone_of
from ui.widgets.themed import show_if

if TYPE_CHECKING:
    from ui.pages.result.presenter import ResultPresenter

MAIN_CHARS, MAIN_MOST = 16, 420  # the main button is hard to miss, and leaves room for the others at 200 %
STRANGE = ("unknown", "forged", "foreign")  # answers that come with no visitor and no household
NBSP = "\u00a0"  # a number is not broken over two lines
SHOWN = 4  # residents named on the card
Line = tuple[str, str]


class ResultPage(Page):
    """Shows one answer; the presenter decides what Enter does."""

    def __init__(self, presenter: ResultPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        presenter.show = self.show_model
        presenter.done = self._on_done
        self.model: ResultModel | None = None
        self._facts: QWidget | None = None
        self._card = Card()
        self._head = ResultHead("valid", "")
        self._advice = Banner(closable=False)
        self._middle = QWidget()
        self._middle.setProperty("role", "clear")
        self._lines_box, self._say = QVBoxLayout(self._middle), Fact("", "", "lead")
        self._lines_box.setContentsMargins(0, 0, 0, 0)
        self._lines_box.addStretch(1)
        self._lines_box.addWidget(self._say)
        self._lines_box.addStretch(1)
        self._card.body.addWidget(self._head)
        self._card.body.addWidget(self._middle, 1)
        self._card.body.addWidget(self._advice)
        self.body.addWidget(self._card, 1)
        self._go = BigButton("", "main", "door-enter")
        self._go.clicked.connect(presenter.act)
        self._other = BigButton("", "quiet", "user-plus")
        self._other.clicked.connect(presenter.register)
        self._home = BigButton("", "quiet", "home")
        self._home.clicked.connect(presenter.open_household)
        self._lent_to = BigButton("", "quiet", "wheelchair")
        self._lent_to.clicked.connect(presenter.open_lent)
        self._hands = BigButton("", "quiet", "machine-dispenser")
        self._hands.clicked.connect(presenter.hand_out)
        self._clock = BigButton("", "quiet", "clock-exclamation")
        self._clock.clicked.connect(presenter.check_clock)
        self._back = BigButton("", "quiet", "", "Esc")
        self._back.clicked.connect(presenter.leave)
        self.set_main(self._go)
        self.add_action(self._other)
        self.add_action(self._home)
        self.add_action(self._lent_to)
        self.add_action(self._hands)
        self.add_action(self._clock)
        self.add_action(self._back)
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        answer = arguments.get("answer")
        if answer is not None:
            self._presenter.open(answer)
            if self.model is not None:
                self._presenter.speak(sentence(self.model.headline))  # a sentence by its code holds nobody's name

    def show_model(self, model: ResultModel) -> None:
        """Draw an answer."""
        self.model = model
        self._card.set_tone(tone_of(model.mark))
        self._head.show_result(model.mark, self._headline(model), self._about(model))
        self._advice.show_text(self._advice_text(model), tone_of(model.mark))
        self._show_facts(model)
        self._say_buttons(model)

    def restyle(self) -> None:
        super().restyle()
        self._go.setMinimumWidth(min(current().text() * MAIN_CHARS, MAIN_MOST))

    def retranslate(self) -> None:
        self._back.setText(self.tr("返回"))
        self._say.set_word(self.tr("可以说"))
        if self.model is not None:
            self.show_model(self.model)

    def _headline(self, model: ResultModel) -> str:
        if model.next is Next.CHECK_OUT:
            return self.tr("来访人在场，可以登记离开")
        return sentence(model.headline)

    def _advice_text(self, model: ResultModel) -> str:
        if model.next is Next.CHECK_OUT:
            return self.tr("要出门的，按回车登记离开。要进门的，先核对是不是本人。")
        if model.watched:
            return self.tr("这位在关注名单上，请先看备注再决定。") + sentence(model.advice)
        doubt = self.tr("电脑时间可能不准，请核对日期。") if model.clock_doubt else ""
        return doubt + sentence(model.advice)

    def _about(self, model: ResultModel) -> str:
        parts = [self._uses(model), self._window(model)]
        if model.why:
            parts.insert(0, sentence(model.why))
        if model.serial:
            parts.append(self.tr("编号 {serial}").format(serial=model.serial).replace(" ", NBSP))
        return " · ".join(part for part in parts if part)

    def _uses(self, model: ResultModel) -> str:
        if model.uses == 1:
            return self.tr("单次")
        if model.uses == 0:
            return self.tr("时段内不限次数")
        if model.uses > 1 and model.uses_left is not None:
            return self.tr("还可以用 {n} 次", "", model.uses_left).format(n=model.uses_left)
        return ""

    def _window(self, model: ResultModel) -> str:
        if model.today:
            return self.tr("今天 {start} 到 {end} 有效").format(start=model.from_, end=model.until)
        if model.from_ and model.until:
            return self.tr("{start} 到 {end} 有效").format(start=model.from_, end=model.until)
        return self.tr("{end} 前有效").format(end=model.until) if model.until else ""

    def _show_facts(self, model: ResultModel) -> None:
        if self._facts is not None:
            self._lines_box.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
        columns = 1 if model.answer in STRANGE else 2  # sentences, not words
        gap = "m" if self.tight() else "xl"
        self._facts = facts(self._lines(model), columns, role="lead", gap=gap)
        self._lines_box.insertWidget(1, self._facts)
        self._lines_box.setSpacing(current().space(gap))
        self._say.set_value(sentence(f"code.say.{model.answer}") if model.answer else "")
        show_if(self._say, bool(model.answer))

    def on_tight(self) -> None:
        """What to do next stands above the facts where they would push it out of sight."""
        body = self._card.body
        body.removeWidget(self._advice)
        body.insertWidget(body.indexOf(self._head) + 1 if self.tight() else body.count(), self._advice)
        self.retranslate()

    def _lines(self, model: ResultModel) -> list[Line]:
        who = model.visitor
        if who and model.visitor_type:
            who = self.tr("{name} · {type}").format(name=who, type=sentence(f"visit.type.{model.visitor_type}"))
        if who and model.party_size > 1:
            who = self.tr("{name}（{n} 人）").format(name=who, n=model.party_size)
        if who and model.standing:
            who = self.tr("{name}（住户长期放行）").format(name=who)
        return [
            line
            for line in (
                (self.tr("这是什么"), self._what(model)),
                (self.tr("请注意"), sentence(f"code.not.{model.answer}") if model.answer in STRANGE else ""),
                (self.tr("来访人"), who),
                (self.tr("到访") if model.kind == "visitor_pass" else self.tr("哪一户"), self._where(model)),
                (self.tr("预约"), self._announced(model)),
                (self.tr("第几次"), self._nth(model)),
                (self.tr("车牌"), model.plate),
                (self.tr("进门"), model.in_since),
                (self.tr("第一次用"), " ".join(part for part in (model.used_at, model.used_gate) if part)),
                (self.tr("作废"), self._revoked(model)),
                (self.tr("住户"), self._residents(model)),
                (self.tr("今天来过"), self._today(model)),
                (self.tr("还没还"), self._lent(model)),
                (self.tr("本人今天"), self._been(model)),
                (
                    self.tr("施工许可"),
                    self.tr("{n} 份在有效期", "", model.permits).format(n=model.permits) if model.permits else "",
                ),
            )
            if line[1]
        ]

    def _what(self, model: ResultModel) -> str:
        """Of a code that tells nothing about anybody."""
        if model.foreign:
            return sentence(f"code.foreign.{model.foreign}")
        return sentence(f"code.is.{model.answer}") if model.answer in STRANGE else ""

    def _where(self, model: ResultModel) -> str:
        if not model.place and model.next is Next.ADMIT and model.visitor:
            return self.tr("没有写哪一户，请问清楚")
        return model.place

    def _announced(self, model: ResultModel) -> str:
        if not model.made_at:
            return ""
        return self.tr("{time} 在{gate}约好").format(time=model.made_at, gate=model.made_gate or self.tr("门岗"))

    def _nth(self, model: ResultModel) -> str:
        if model.next is not Next.ADMIT or model.uses_left is None or model.uses < 1:
            return ""
        if model.uses == 1:
            return self.tr("第一次，只能用一次")
        nth = model.uses - model.uses_left + 1
        return self.tr("第 {n} 次，一共可用 {total} 次").format(n=nth, total=model.uses)

    def _been(self, model: ResultModel) -> str:
        if model.next is not Next.ADMIT or model.been < 0:
            return ""
        return self.tr("来过 {n} 次", "", model.been).format(n=model.been) if model.been else self.tr("今天第一次来")

    def _residents(self, model: ResultModel) -> str:
        if not model.household or model.kind not in ("indoor", "outdoor", "visitor_pass"):
            return ""
        if not model.residents:
            return self.tr("还没有登记住户")
        names = self.tr("、").join(model.residents[:SHOWN])
        more = len(model.residents) - SHOWN
        return self.tr("{names}等 {n} 位").format(names=names, n=len(model.residents)) if more > 0 else names

    def _today(self, model: ResultModel) -> str:
        if not model.household:
            return ""
        if not model.visits_today:
            return self.tr("这一户今天还没有别的来访")
        who = " ".join(
            part for part in (model.last_at, model.last_who, sentence(f"visit.type.{model.last_type}")) if part
        )
        return self.tr("{n} 次，最近 {who}", "", model.visits_today).format(n=model.visits_today, who=who)

    def _lent(self, model: ResultModel) -> str:
        """`轮椅（过了归还时间）`: said while somebody of that household stands here."""
        if not model.lent:
            return ""
        things = self.tr("、").join(model.lent)
        return self.tr("{things}（过了归还时间）").format(things=things) if model.lent_late else things

    def _revoked(self, model: ResultModel) -> str:
        reason = sentence(model.revoked_why) if model.revoked_why else ""
        return " ".join(part for part in (model.revoked_at, reason) if part)

    def _say_buttons(self, model: ResultModel) -> None:
        words, icon = {
            Next.ADMIT: (self.tr("放行"), "door-enter"),
            Next.CHECK_OUT: (self.tr("登记离开"), "door-exit"),
            Next.REGISTER: (self.tr("按来访登记"), "user-plus"),
            Next.NOTHING: (self.tr("知道了"), "check"),
        }[model.next]
        self._go.setText(words)
        self._go.set_icon(icon)
        self._other.setText(self.tr("不是本人") if self.tight() else self.tr("不是本人，按来访登记"))
        self._other.setVisible(model.next in (Next.ADMIT, Next.CHECK_OUT))
        self._clock.setText(self.tr("核对时间"))
        self._clock.setVisible(model.may_confirm)
        self._home.setText(self.tr("看这一户"))
        self._home.setVisible(model.household)
        self._lent_to.setText(self.tr("看借的东西"))
        self._lent_to.setVisible(bool(model.lent))
        self._hands.setText(self.tr("发一份{name}").format(name=model.hands_out))
        self._hands.setVisible(bool(model.hands_out))

    def _on_done(self, outcome: Outcome) -> None:
        left, who = outcome.act is Next.CHECK_OUT, self._who()
        if who:
            words = (self.tr("已登记离开：{who}") if left else self.tr("已放行：{who}")).format(who=who)
        else:
            words = self.tr("已登记离开") if left else self.tr("已放行，已记下")
        if outcome.repeated:
            words = self.tr("刚才已经放行过了，没有重复登记")
        self._presenter.offer_undo(words, outcome)

    def _who(self) -> str:
        """Masked, for the bar that may be read in the middle of the next visitor."""
        model = self.model
        if model is None or not model.visitor:
            return ""
        if model.party_size > 1:
            return self.tr("{name} 等 {n} 人").format(name=model.visitor, n=model.party_size)
        return model.visitor
