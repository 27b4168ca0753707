"""Registration on the screen: tiles for the type, then one form, then the card of what was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from ui.pages.admit.model import AdmitModel, Done, PassState
from ui.pages.admit.view_card import CardPanel
from ui.pages.admit.view_done import DonePanel
from ui.pages.admit.view_fields import FieldsPanel
from ui.pages.admit.view_permit import PermitPanel
from ui.pages.admit.view_side import SidePanel
from ui.pages.admit.view_types import TypePanel
from ui.shell.page import Page
from ui.texts import inner, sentence
from ui.theme import current
from ui.widgets import Banner, BigButton, Card, FlowLayout, set_role, show_if

if TYPE_CHECKING:
    from desk.codes.views import Issued
    from desk.reception.rules_card import Card as IdCard
    from ui.pages.admit.presenter import AdmitPresenter

KEEP_MS = 1500  # after the last change the form is kept in the store
MAIN_CHARS, MAIN_MOST = 14, 380


class AdmitPage(Page):
    """Tiles, form, card: one of the three."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"permits", "session"})

    def __init__(self, presenter: AdmitPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.model = AdmitModel()
        self.types = TypePanel()
        self.types.chosen.connect(self._on_chosen)
        self.fields, self.side = FieldsPanel(presenter), SidePanel(presenter)
        self.card, self.permit, self.done_card = CardPanel(presenter), PermitPanel(presenter), DonePanel()
        self.permit.picked.connect(lambda: QTimer.singleShot(0, self, self._on_permit))
        self._back_again = Banner(tone="info", action=" ")
        self._back_again.acted.connect(self._clear)
        self._states = (self._lifted(self.types), self._form(), self.done_card)
        for widget in self._states:
            self.body.addWidget(widget, 1)
        self._make_buttons()
        self._keep = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keep.timeout.connect(presenter.keep)
        presenter.show = self.show_model
        presenter.counted = self._on_counted
        presenter.admitted = self._on_admitted
        presenter.refused = self._on_refused
        presenter.passes.paper = self._on_paper
        self.ready()
        presenter.start()

    def _lifted(self, inner: QWidget) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inner)
        column.addStretch(1)
        return holder

    def _form(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._back_again)
        sides = QWidget()
        sides.setProperty("role", "clear")
        flow = FlowLayout(sides, gap="m", equal=True, columns=2)
        left = Card()
        left.body.addWidget(self.fields)
        flow.addWidget(left)
        flow.addWidget(self._right())
        column.addWidget(sides)
        column.addStretch(1)
        return holder

    def _right(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card()
        card.body.addWidget(self.side)
        for widget in (self.card, card, self.permit):
            column.addWidget(widget)
        column.addStretch(1)
        return holder

    def _make_buttons(self) -> None:
        presenter = self._presenter
        self.go = BigButton("", "main", "door-enter")
        self.kind = BigButton("", "row", "switch-horizontal")
        self.no = BigButton("", "quiet", "ban")
        self.empty = BigButton("", "row", "trash")
        self.give = BigButton("", "quiet", "ticket")
        self.paper = BigButton("", "quiet", "printer")
        self.open = BigButton("", "quiet", "eye")
        self.next = BigButton("", "quiet", "user-plus")
        self.leave = BigButton("", "quiet", "", "Esc")
        for button, act in (
            (self.go, self._on_go), (self.kind, presenter.change_type), (self.no, self._on_no), (self.empty, self._clear),
            (self.give, presenter.passes.give), (self.paper, presenter.passes.print), (self.open, presenter.open_visit), (self.next, presenter.again),
            (self.leave, self._on_leave),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, act=act: act())
        self.set_main(self.go)
        for button in (self.give, self.paper, self.open, self.next, self.no, self.leave):
            self.add_action(button)
        for button in (self.kind, self.empty):
            self.beside.addWidget(button)

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        self._presenter.open(arguments)
        if self.model.kind and self.model.done is None:
            QTimer.singleShot(0, self, self._take_keyboard)

    def on_hide(self) -> None:
        if self._keep.isActive():
            self._keep.stop()
            self._presenter.keep()

    def refresh(self) -> None:
        self._presenter.look()

    def on_scan(self, answer: Any) -> bool:
        used = self._presenter.scanned(answer)
        if used:
            QTimer.singleShot(0, self, self._go_on)
        return used

    def on_card(self, card: IdCard) -> bool:
        used = self._presenter.placed(card)
        if used:
            QTimer.singleShot(0, self, self._go_on)
        return used

    def on_back(self) -> bool:
        if self.model.done is not None:
            self._presenter.again()
            return False
        if self.model.kind and not self._begun():
            self._presenter.change_type()
            return True
        return False

    def main_button(self) -> QAbstractButton | None:
        if not self.model.kind:
            return self.types.tile("guest")
        return self.go

    def on_lack(self) -> bool:
        self._take_keyboard()
        return True

    def draft(self) -> dict[str, Any]:
        return self._presenter.draft()

    def restore(self, draft: Mapping[str, Any]) -> None:
        self._presenter.restore(draft)

    # -- drawing

    def show_model(self, model: AdmitModel) -> None:
        """Draw the state."""
        before = self.model
        changed = (model.kind, model.done) != (before.kind, before.done)
        if model != before and model.done is None:
            self._keep.start()
        self.model = model
        if model.done is not None:
            self.done_card.show_done(model.done, model.paper)
        elif model.kind:
            self.fields.show_model(model)
            self.side.show_model(model)
            self.card.show_model(model)
            self.permit.show_model(model)
            show_if(self.permit, model.asks("permit"))
        state = 2 if model.done is not None else 1 if model.kind else 0
        for number, widget in enumerate(self._states):
            widget.setVisible(number == state)
        show_if(self._back_again, model.restored and model.done is None)
        self._say()
        if changed:
            self.scroller.verticalScrollBar().setValue(0)

    def _say(self) -> None:
        model, done = self.model, self.model.done
        form = bool(model.kind) and done is None
        set_role(self._heading, tone="warn" if form and model.permit_says else "")
        waits = form and model.waits
        paper = done is not None and model.paper not in (PassState.NONE, PassState.ASKED)  # one row of buttons
        self.set_lack(self.tr("还差：{names}。写好才能放行。").format(names=self._lacking()) if waits else "")
        for button, wanted in (
            (self.go, form or done is not None), (self.kind, form), (self.no, form), (self.empty, form and self._begun()),
            (self.give, done is not None), (self.paper, paper), (self.open, done is not None and not paper),
            (self.next, done is not None), (self.leave, done is None or model.paper is PassState.ASKED),
        ):  # fmt: skip
            show_if(button, wanted)
        if done is not None:
            self._say_done(model.paper)
        elif model.kind:
            self.set_heading(self._form_heading(), self._form_sub(), keep=True)
            self._say_go()
        else:
            self.set_heading(self.tr("谁来了？请选一种"), self.tr("也可以直接扫住户给的户内码或来访证"))

    def _say_done(self, paper: PassState) -> None:
        """They may walk in; where the desk asks, Enter prints a pass."""
        asks = paper is PassState.ASKED
        self.set_heading(self.tr("请来访人进门"), self.tr("要印一张来访证吗？不用就按“好了”") if asks else "")
        self.go.setText(self.tr("打印来访证") if asks else self.tr("好了"))
        self.go.set_icon("printer" if asks else "check")
        self.leave.setText(self.tr("好了") if asks else self.tr("返回"))

    def _say_go(self) -> None:
        """Over a permit that does not hold the button says whose word it is, and is not ready before the reason."""
        deciding = bool(self.model.permit_says)
        self.go.setText(self.tr("由我决定，放行") if deciding else self.tr("放行"))
        self.go.set_icon("user-check" if deciding else "door-enter")

    def _form_heading(self) -> str:
        kind = sentence(f"visit.type.{self.model.kind}")
        if self.model.permit_says:
            says = sentence(f"visit.says.{self.model.permit_says}")
            return self.tr("{kind}来访：施工许可{says}").format(kind=kind, says=says)
        if self.model.door is not None:
            return self.tr("{kind}来访，去 {door}").format(kind=kind, door=self.model.door.label)
        return self.tr("{kind}来访，请填写").format(kind=kind)

    def _lacking(self) -> str:
        """What is missing, by name."""
        names = [inner(sentence(f"visit.field.{name}")) for name in self.model.lacks]
        return self.tr("、").join(names)

    def _form_sub(self) -> str:
        names = self._lacking()
        if self.model.waits:
            return ""  # said under the button
        if not names and self.model.permit_says:
            return self.tr("理由会记下，按回车由您放行")
        if not names:
            return self.tr("都齐了，按回车放行")
        return self.tr("还差：{names}").format(names=names)

    def retranslate(self) -> None:
        self.kind.setText(self.tr("换类型"))
        self.no.setText(self.tr("住户不同意"))
        self.empty.setText(self.tr("清空"))
        self.give.setText(self.tr("给一张来访证"))
        self.open.setText(self.tr("打开这次来访"))
        self.paper.setText(self.tr("再印一张"))
        self.next.setText(self.tr("再登记一位"))
        self.leave.setText(self.tr("返回"))
        self._back_again.show_text(self.tr("上次没登完的内容还在，已经放回来了。"), "info")
        self._back_again.button.setText(self.tr("清空"))
        self._say()

    def restyle(self) -> None:
        super().restyle()
        self.go.setMinimumWidth(min(current().text() * MAIN_CHARS, MAIN_MOST))

    # -- acts

    def _begun(self) -> bool:
        model = self.model
        return bool(model.door or model.minor or any(text.strip() for text in model.values.values()))

    def _on_chosen(self, kind: str) -> None:
        self._presenter.choose(kind)
        if self.model.kind:
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        """The first field that is empty."""
        if not self.front or not self.model.kind or self.model.done is not None:
            return
        first = self.fields.first_missing() or (self.side.reason if "reason" in self.model.lacks else None)
        if first is not None and first.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """A code has filled the door: on with the next missing field, unless one is writing in another."""
        focus = self.window().focusWidget()
        writing = isinstance(focus, QLineEdit) and self.isAncestorOf(focus) and focus.isVisible()
        if not writing or not focus.text().strip():
            self._take_keyboard()

    def _on_permit(self) -> None:
        """Picked one that does not hold: on to what is missing, mostly the reason."""
        if self.model.waits:
            self._take_keyboard()

    def _on_go(self) -> None:
        if self.model.paper is PassState.ASKED:
            self._presenter.passes.print()
            return
        if self.model.done is not None:
            self._presenter.leave()
            return
        self._presenter.admit()
        if self.model.wrong:
            self._take_keyboard()

    def _on_no(self) -> None:
        self._presenter.refuse(self.tr("住户不同意"))

    def _clear(self) -> None:
        self._undo(self.tr("已清空"), self._presenter.clear())

    def _on_leave(self) -> None:
        self._presenter.leave()

    def _on_counted(self, kind: str, undo: Callable[[], None]) -> None:
        words = self.tr("骑手放行，已记 1 次") if kind == "rider" else self.tr("快递放行，已记 1 次")
        self._undo(words, undo)

    def _on_admitted(self, done: Done) -> None:
        if not done.repeated:
            who = done.name
            if who and done.party > 1:
                who = self.tr("{name} 等 {n} 人").format(name=who, n=done.party)
            words = self.tr("已放行：{who}").format(who=who) if who else self.tr("已放行，已记下")
            self._undo(words, lambda: self._presenter.undo(done.visit_id))

    def _on_paper(self, issued: Issued, place: str, here: Any, then: Callable[[bool], None]) -> None:
        from ui.paper.passes import job, slip_of
        from ui.shell import papers

        slip = slip_of(issued, here.site_name, here.gate_phone, place, self._presenter.time())
        papers.send(job(slip, issued.code_id), self, then)

    def _on_refused(self, undo: Callable[[], None]) -> None:
        self._undo(self.tr("没有放行，已记下"), undo)

    def _undo(self, words: str, undo: Callable[[], None]) -> None:
        self._presenter.offer_undo(words, undo)
