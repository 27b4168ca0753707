"""The right side of the admit form: is it the same person, and who agreed to the visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.pages.admit.model import AdmitModel, Suggestion
from ui.texts import sentence
from ui.theme import current
from ui.widgets import BigButton, Choice, Chooser, Field, FlowLayout, IconView, Themed, label, set_role, show_if

if TYPE_CHECKING:
    from ui.pages.admit.presenter import AdmitPresenter

ICONS = {
    "code": "qrcode",
    "prereg": "calendar-event",
    "recurring": "ticket",
    "phone": "phone",
    "intercom": "bell",
    "override": "user-check",
}
CARDS = {
    "watch": ("warn", "flag"),
    "inside": ("info", "door-enter"),
    "expected": ("info", "calendar-event"),
    "pass": ("info", "ticket"),
}


class SuggestionCard(Themed, QFrame):
    """One question to the person at the desk. yes(), no()."""

    yes = Signal()
    no = Signal()

    def __init__(self, one: Suggestion) -> None:
        super().__init__()
        self._one = one
        tone, icon = CARDS.get(one.kind, ("info", "user-search"))
        self.setProperty("role", "note")
        set_role(self, tone=tone)
        self._mark = IconView(icon, tone, "tile")
        self._title, self._sub = label("", "strong"), label("", "muted")
        self._yes, self._no = BigButton("", "row"), BigButton("", "row")
        self._yes.clicked.connect(self.yes)
        self._no.clicked.connect(self.no)
        self._row = QHBoxLayout(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._sub)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._yes)
        self._row.addWidget(self._no)
        self.ready()

    def yes_button(self) -> BigButton:
        return self._yes

    def _titles(self) -> str:
        one = self._one
        if one.kind == "watch":
            return self.tr("{name} 在关注名单上，是这位吗？").format(name=one.label)
        if one.kind == "expected":
            return self.tr("预约的是 {name}，{when}，是这位吗？").format(name=one.label, when=one.when)
        if one.kind == "inside":
            return self.tr("{name} 还登记在里面，是同一位吗？").format(name=one.label)
        if one.kind == "pass":
            return self.tr("{name} 有长期通行证，是这位吗？").format(name=one.label)
        return self.tr("{name} 是同一位吗？").format(name=one.label)

    def _subs(self) -> str:
        one = self._one
        parts = [sentence(f"visit.why.{one.why}")] if one.why else []
        if one.place:
            parts.append(one.place)
        if one.kind == "person" and one.when:
            parts.append(self.tr("上次 {when}").format(when=one.when))
        if one.kind == "inside" and one.when:
            parts.append(self.tr("{when} 进门").format(when=one.when))
        if one.kind == "pass" and one.advice:
            parts.append(sentence(f"visit.says.{one.advice}"))
        if one.kind == "watch" and one.advice:
            parts.append(one.advice)
        return " · ".join(parts)

    def retranslate(self) -> None:
        self._title.setText(self._titles())
        self._sub.setText(self._subs())
        self._yes.setText(self.tr("是同一位"))
        self._no.setText(self.tr("不是"))

    def restyle(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.space("m"), theme.space("s"), theme.space("s"), theme.space("s"))
        self._row.setSpacing(theme.space("s"))


class SidePanel(Themed, QWidget):
    """Suggestions above, confirmation below, the reason when the operator decides, a child alone."""

    def __init__(self, presenter: AdmitPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self._shown: tuple[Suggestion, ...] = ()
        self.cards: list[SuggestionCard] = []
        self._proofs: tuple[str, ...] | None = None
        self.chooser: Chooser | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._cards = QVBoxLayout()
        self._known = _Note("user-check", "ok")
        self._watch = _Note("flag", "warn")
        self.not_now = _Note("clock-exclamation", "warn")
        self._ask = label("", "lead")
        self._wrong = label("", "error")
        self._place = QVBoxLayout()
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.textEdited.connect(lambda text: presenter.change(reason=text))
        self._reason = Field("", self.reason)
        self._quick = QWidget()
        self._quick.setProperty("role", "clear")
        flow = FlowLayout(self._quick, gap="s")
        self._reasons = [BigButton("", "row") for _ in range(3)]
        for button in self._reasons:
            button.clicked.connect(lambda _=False, b=button: self._take_reason(b.text()))
            flow.addWidget(button)
        self.minor = BigButton("", "row", "square")
        self.minor.setCheckable(True)
        self.minor.clicked.connect(lambda on: presenter.change(minor=on))
        self._column.addLayout(self._cards)
        for widget in (self._known, self._watch, self.not_now, self._ask, self._wrong):
            self._column.addWidget(widget)
        self._column.addLayout(self._place)
        for part in (self._reason, self._quick, self.minor):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.ready()

    def show_model(self, model: AdmitModel) -> None:
        """Draw the questions as they stand."""
        self._show_cards(model.suggestions)
        self._show_proofs(model.proofs)
        if self.chooser is not None:
            self.chooser.set_choice(model.proof)
        deciding = model.proof == "override"
        if self.reason.text() != model.reason:
            self.reason.setText(model.reason)
        show_if(self._reason, deciding)
        show_if(self._quick, deciding and not model.reason)
        lacks = model.lacks if model.wrong else ()
        self._reason.set_error(self.tr("请写一句理由") if "reason" in lacks else "")
        self._wrong.setText(self.tr("请先选一种，再放行"))
        show_if(self._wrong, "proof" in lacks)
        self._known.show_text(self.tr("已认出：{name}，资料已填好").format(name=model.known))
        show_if(self._known, bool(model.known))
        self._watch.show_text(self.tr("关注名单：{advice}。由您决定，不会自动拦下。").format(advice=model.watch))
        show_if(self._watch, bool(model.watch))
        says = sentence(f"visit.says.{model.permit_says}") if model.permit_says else ""
        self.not_now.show_text(self.tr("施工许可{says}。要放行，由您决定，请写一句理由。").format(says=says))
        show_if(self.not_now, bool(says))
        show_if(self._ask, not says)
        self._ask.setText(self.tr("孩子独自来：请先联系住户") if model.minor else self.tr("谁同意了这次来访？"))
        self.minor.setChecked(model.minor)
        self.minor.set_icon("square-check" if model.minor else "square")
        show_if(self.minor, model.kind in ("guest", "other"))

    def _show_cards(self, found: tuple[Suggestion, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(one) for one in found]
        for card in self.cards:
            self._cards.addWidget(card)

    def _card(self, one: Suggestion) -> SuggestionCard:
        card = SuggestionCard(one)
        card.yes.connect(lambda: self._presenter.confirm(one))
        card.no.connect(lambda: self._presenter.dismiss(one))
        return card

    def _show_proofs(self, proofs: tuple[str, ...]) -> None:
        if proofs == self._proofs:
            return
        self._proofs = proofs
        if self.chooser is not None:
            self._place.removeWidget(self.chooser)
            self.chooser.hide()
            self.chooser.deleteLater()
        words = {
            "code": self.tr("扫了户内码"), "prereg": self.tr("住户预约过"), "recurring": self.tr("长期通行证"),
            "phone": self.tr("电话里同意"), "intercom": self.tr("对讲里同意"), "override": self.tr("由我决定"),
        }  # fmt: skip
        subs = {"override": self.tr("要写理由")}
        choices = [Choice(key, ICONS[key], words[key], subs.get(key, "")) for key in proofs]
        self.chooser = Chooser(choices, columns=2 if len(proofs) == 4 else 3)
        self.chooser.setAccessibleName(self.tr("谁同意了这次来访？"))
        self.chooser.chosen.connect(lambda key: self._presenter.change(proof=key))
        self._place.addWidget(self.chooser)

    def _take_reason(self, words: str) -> None:
        self._presenter.change(reason=words)

    def retranslate(self) -> None:
        self._reason.set_words(self.tr("理由"))
        for button, words in zip(
            self._reasons,
            (self.tr("打了两次电话没人接"), self.tr("看过证件"), self.tr("物业通知过")),
            strict=True,
        ):
            button.setText(words)
        self.minor.setText(self.tr("14 岁以下，独自来"))
        for card in self.cards:
            card.retranslate()

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))
        self._cards.setSpacing(current().space("s"))


class _Note(Themed, QFrame):
    """A quiet sentence with a mark."""

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        self.setProperty("role", "note")
        set_role(self, tone=tone)
        self._row = QHBoxLayout(self)
        self._words = label("")
        self._row.addWidget(IconView(icon, tone))
        self._row.addWidget(self._words, 1)
        self.hide()
        self.ready()

    def show_text(self, text: str) -> None:
        self._words.setText(text)

    def restyle(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("m"), theme.space("s"))
        self._row.setSpacing(theme.space("m"))
