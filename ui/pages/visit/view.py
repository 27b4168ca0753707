"""One visit on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.pages.visit.model import Full, VisitModel
from ui.pages.visit.view_holds import HoldPanel, HoldRows
from ui.pages.visit.view_panels import CorrectPanel, NightsPanel, Panel, RevealPanel, WatchPanel
from ui.pages.visit.view_parts import FullCard, HistoryCard
from ui.shell.page import Page
from ui.shell.ports import Question
from ui.texts import inner, sentence
from ui.widgets import Banner, BigButton, Card, FlowLayout, facts, show_if

if TYPE_CHECKING:
    from ui.pages.visit.presenter import VisitPresenter

HOUR_MIN = 60


class VisitPage(Page):
    """Facts, history, and the acts its state allows; one inner panel at a time."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"visits", "session", "codes"})

    def __init__(self, presenter: VisitPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.model: VisitModel | None = None
        self._facts: QWidget | None = None
        self._open: Panel | None = None
        self.full, self.history = FullCard(), HistoryCard()
        self._card, self._note = Card(), Banner(closable=False)
        self.panels: dict[str, Panel] = {
            "reveal": RevealPanel(presenter), "correct": CorrectPanel(presenter), "nights": NightsPanel(presenter),
            "watch": WatchPanel(presenter), "hold": HoldPanel(presenter),
        }  # fmt: skip
        for panel in self.panels.values():
            panel.hide()
            panel.closed.connect(self._close)
            self.body.addWidget(panel)
        self.body.addWidget(self.full)
        self.holds = HoldRows()
        self.holds.released.connect(self._on_release)
        self.body.addWidget(self.holds)
        self._both = QWidget()
        self._both.setProperty("role", "clear")
        flow = FlowLayout(self._both, gap="m", equal=True, columns=2)
        flow.addWidget(self._card)
        flow.addWidget(self.history)
        self._card.body.addWidget(self._note)
        acts = QWidget()
        acts.setProperty("role", "clear")
        self._quiet_acts = FlowLayout(acts, gap="s")
        self._card.body.addStretch(1)
        self.history.body.addWidget(acts)  # the shorter of the two: here they are seen without scrolling
        self.body.addWidget(self._both, 1)
        self._make_buttons()
        presenter.show = self.show_model
        presenter.full = self._on_full
        presenter.done = self._on_done
        self.ready()

    def _make_buttons(self) -> None:
        presenter = self._presenter
        self.out, self.enter = BigButton("", "main", "door-exit"), BigButton("", "main", "door-enter")
        self.reveal, self.correct = BigButton("", "quiet", "eye"), BigButton("", "quiet", "pencil")
        self.undo, self.give = BigButton("", "row", "arrow-back-up"), BigButton("", "row", "ticket")
        self.nights, self.watch = BigButton("", "row", "moon"), BigButton("", "row", "flag")
        self.hold = BigButton("", "row", "lock")
        self.leave = BigButton("", "quiet", "", "Esc")
        self.set_main(self.out)
        for button in (self.enter, self.reveal, self.correct, self.leave):
            self.add_action(button)
        for button in (self.nights, self.undo, self.give, self.watch, self.hold):
            self._quiet_acts.addWidget(button)
        self.out.clicked.connect(lambda: presenter.check_out())
        self.enter.clicked.connect(presenter.enter)
        self.undo.clicked.connect(presenter.undo)
        self.leave.clicked.connect(presenter.leave)
        self.give.clicked.connect(self._on_give)
        for button, name in (
            (self.reveal, "reveal"),
            (self.correct, "correct"),
            (self.nights, "nights"),
            (self.watch, "watch"),
            (self.hold, "hold"),
        ):
            button.clicked.connect(lambda _=False, name=name: self.open_panel(name))

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        if visit_id := str(arguments.get("visit_id", "")):
            self._close()
            self._presenter.open(visit_id)

    def on_hide(self) -> None:
        self.full.finish()

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_back(self) -> bool:
        if self._open is not None:
            self._close()
            return True
        return False

    def main_button(self) -> QAbstractButton | None:
        if self._open is not None:
            return self._open.main()
        if self.model is None:
            return None
        return self.out if self.model.may_leave else self.enter if self.model.may_enter else self.leave

    # -- drawing

    def show_model(self, model: VisitModel) -> None:
        """Draw a visit."""
        self.model = model
        self.set_heading(self._heading_words(model), self._sub_words(model))
        if self._facts is not None:
            self._card.body.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
        self._facts = facts(self._pairs(model), columns=1)
        self._card.body.insertWidget(1, self._facts)
        note = self._note_words(model)
        self._note.show_text(note, "warn" if model.watched or model.minor else "info")
        show_if(self._note, bool(note))
        self.history.show_events(model.events)
        self.holds.show_holds(model)
        show_if(self.holds, bool(model.holds) and (self._open is None or self._open is self.panels["reveal"]))
        for button, wanted in (
            (self.out, model.may_leave), (self.enter, model.may_enter), (self.reveal, model.may_reveal),
            (self.correct, model.may_correct), (self.undo, model.may_undo), (self.give, bool(model.code_id)),
            (self.nights, model.may_leave and model.kind == "guest" and not model.overnight), (self.watch, model.may_watch),
            (self.hold, model.may_hold),
        ):  # fmt: skip
            show_if(button, wanted)

    def _heading_words(self, model: VisitModel) -> str:
        kind, state = sentence(f"visit.type.{model.kind}"), sentence(f"visit.state.{model.state}")
        if model.state == "admitted" and model.presence != "inside":
            state = sentence(f"visit.presence.{model.presence}")
        who = model.name or self.tr("没有留姓名")
        return self.tr("{kind} {name}：{state}").format(kind=kind, name=who, state=inner(state))

    def _sub_words(self, model: VisitModel) -> str:
        if model.stay_min is not None and model.state == "admitted":
            hours, minutes = divmod(model.stay_min, HOUR_MIN)
            if not model.stay_min:
                return self.tr("刚进来")
            if not hours:
                return self.tr("进来 {n} 分钟", "", minutes).format(n=minutes)
            return self.tr("进来 {h} 小时 {m} 分").format(h=hours, m=minutes)
        return ""

    def _pairs(self, model: VisitModel) -> list[tuple[str, str]]:
        people = self.tr("{n} 人").format(n=model.party) if model.party > 1 else ""
        declined = self.tr("、").join(sentence(f"visit.field.{name}") for name in model.declined)
        pairs = (
            (self.tr("到访"), model.place), (self.tr("人数"), people), (self.tr("预约"), model.expected_at),
            (self.tr("进门"), model.in_at), (self.tr("离开"), model.out_at), (self.tr("时限"), self._due(model)),
            (self.tr("谁同意"), sentence(f"visit.proof.{model.proof}") if model.proof != "none" else ""),
            (self.tr("电话"), model.phone), (self.tr("车牌"), model.plate), (self.tr("单位"), model.company),
            (self.tr("事由"), sentence(f"visit.purpose.{model.purpose}") if model.purpose else ""),
            (self.tr("证件"), self._document(model)), (self.tr("临时牌"), model.badge_no), (self.tr("码的编号"), model.pass_serial),
            (self.tr("没有给"), declined),
        )  # fmt: skip
        return [pair for pair in pairs if pair[1]]

    def _due(self, model: VisitModel) -> str:
        return self.tr("{time} 前离开").format(time=model.due_at) if model.due_at else ""

    def _document(self, model: VisitModel) -> str:
        kind = sentence(f"visit.id.{model.id_kind}") if model.id_kind != "none" else ""
        return " ".join(part for part in (kind, model.id_masked) if part)

    def _note_words(self, model: VisitModel) -> str:
        if model.anonymised:
            return self.tr("保存期满，个人信息已经删除，只留下次数和时间。")
        if model.watched:
            return self.tr("这位在关注名单上，离开时请登记。")
        if model.minor:
            return self.tr("孩子独自来的，离开时请登记。")
        if model.clock_doubt:
            return self.tr("登记时电脑时间可能不准。")
        return ""

    def retranslate(self) -> None:
        if self.model is None:
            self.set_heading(self.tr("正在打开这次来访"))
        self.out.setText(self.tr("登记离开"))
        self.enter.setText(self.tr("来了，去登记"))
        self.reveal.setText(self.tr("看完整信息"))
        self.correct.setText(self.tr("更正"))
        self.undo.setText(self.tr("撤销上一步"))
        self.give.setText(self.tr("再给一次来访证"))
        self.nights.setText(self.tr("过夜"))
        self.watch.setText(self.tr("加入关注名单"))
        self.hold.setText(self.tr("依法保留"))
        self.leave.setText(self.tr("返回"))
        if self.model is not None:
            self.show_model(self.model)

    # -- panels and answers

    def open_panel(self, name: str) -> None:
        """reveal, correct, nights, watch or hold."""
        if self.model is None:
            return
        self._close()
        self._open = self.panels[name]
        self._open.show()
        self._open.begin(self.model)
        self._foot.hide()
        self._both.setVisible(name == "reveal")
        show_if(self.holds, name == "reveal" and bool(self.model.holds))
        self.scroller.verticalScrollBar().setValue(0)

    def _close(self) -> None:
        if self._open is not None:
            self._open.hide()
            self._open = None
            self._foot.show()
            self._both.show()
            show_if(self.holds, self.model is not None and bool(self.model.holds))

    def _on_release(self, hold_id: str) -> None:
        question = Question(
            self.tr("现在就解除保留吗？"), self.tr("解除后，过了保存期的个人信息会在下次清理时删除，找不回来。"),
            self.tr("解除保留"), self.tr("继续保留"), danger=True,
        )  # fmt: skip
        self._presenter.release(hold_id, question)

    def _on_give(self) -> None:
        if self.model is not None:
            self._presenter.show_pass(self.model.code_id)

    def _on_full(self, full: Full | None) -> None:
        if full is None:
            self.full.finish()
        else:
            self.full.show_full(full)
            self.scroller.verticalScrollBar().setValue(0)

    def _on_done(self, act: str, undo: Callable[[], None] | None) -> None:
        who = self.model.name if self.model is not None else ""
        left = self.tr("已登记离开：{who}").format(who=who) if who else self.tr("已登记离开")
        words = {
            "left": left, "undone": self.tr("已撤销上一步"), "corrected": self.tr("更正已记下"),
            "overnight": self.tr("过夜已记下"), "watched": self.tr("已加入关注名单，经理会复查"),
            "held": self.tr("已依法保留，到期前不会删除"), "released": self.tr("保留已解除，照常到期删除"),
        }[act]  # fmt: skip
        self._presenter.offer_undo(words, undo)
