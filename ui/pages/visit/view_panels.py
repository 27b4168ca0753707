"""Inner panels of the card of a visit, one open at a time: why look, what was wrong, nights, watch list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.pages.visit.model import CORRECTED, VisitModel
from ui.texts import sentence
from ui.widgets import BigButton, Card, Field, FlowLayout, Form, PickBox, Stepper, label, show_if

if TYPE_CHECKING:
    from ui.pages.visit.presenter import VisitPresenter

REASONS = {
    "visitor_here": "user-check", "resident_asks": "user", "delivery": "package", "emergency": "urgent",
    "authority": "building-bank", "correction": "pencil",
}  # fmt: skip
DAYS = (30, 90, 180)
NIGHTS = 30


class Panel(Card):
    """An inner panel with its own two buttons. closed()."""

    closed = Signal()

    def __init__(self, presenter: VisitPresenter) -> None:
        self._presenter = presenter
        self._save, self._no = BigButton("", "main", "check"), BigButton("", "quiet", "", "Esc")
        super().__init__(tone="info")
        self._save.clicked.connect(self.save)
        self._no.clicked.connect(self.closed)
        self.build()
        row = QHBoxLayout()
        row.addWidget(self._save)
        row.addWidget(self._no)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.retranslate()

    def build(self) -> None:
        """Fields of the panel."""

    def begin(self, model: VisitModel) -> None:
        """It was opened on a visit."""

    def save(self) -> None:
        """The main button."""

    def main(self) -> BigButton:
        return self._save

    def retranslate(self) -> None:
        self._no.setText(self.tr("不做了"))


class RevealPanel(Panel):
    """Six reasons; one press shows everything for 30 s."""

    def build(self) -> None:
        holder = QWidget()
        holder.setProperty("role", "clear")
        flow = FlowLayout(holder, gap="m", equal=True, columns=2)
        self.tiles = {reason: BigButton("", "tile", icon) for reason, icon in REASONS.items()}
        for reason, tile in self.tiles.items():
            tile.clicked.connect(lambda _=False, reason=reason: self._chosen(reason))
            flow.addWidget(tile)
        self.body.addWidget(holder)
        show_if(self._save, False)
        self._save.hide()

    def begin(self, model: VisitModel) -> None:
        next(iter(self.tiles.values())).setFocus()

    def _chosen(self, reason: str) -> None:
        self._presenter.reveal(reason)
        self.closed.emit()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("为什么要看完整信息？选一个，30 秒后自动遮住"))
        for reason, tile in getattr(self, "tiles", {}).items():
            tile.setText(sentence(f"reveal.{reason}"))


class CorrectPanel(Panel):
    """Only what is wrong is filled in; the old values stay in the history."""

    def build(self) -> None:
        form = Form(columns=3)
        self.lines = {name: QLineEdit() for name in CORRECTED}
        self._fields = {name: form.add(Field("", line)) for name, line in self.lines.items()}
        self.party = Stepper(1, 200)
        self._party = form.add(Field("", self.party))
        self.reason = QLineEdit()
        self._reason = Field("", self.reason)
        self.body.addWidget(form)
        self.body.addWidget(self._reason)

    def begin(self, model: VisitModel) -> None:
        masked = {"name": model.name, "phone": model.phone, "plate": model.plate, "company": model.company}
        for name, line in self.lines.items():
            line.clear()
            line.setPlaceholderText(masked.get(name) or (model.badge_no if name == "badge_no" else ""))
        self._before = model.party
        self.party.show_value(model.party)
        self.reason.clear()
        self._reason.set_error("")
        self.lines["name"].setFocus()

    def save(self) -> None:
        fields: dict[str, Any] = {name: line.text() for name, line in self.lines.items() if line.text().strip()}
        if self.party.value() != self._before:
            fields["party_size"] = self.party.value()
        if not self.reason.text().strip():
            self._reason.set_error(self.tr("请写一句为什么更正"))
            self.reason.setFocus()
            return
        self._presenter.correct(self.reason.text(), fields)
        self.closed.emit()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("只填要改的，其他空着。原来的内容会留在经过里"))
        self._save.setText(self.tr("记下更正"))
        if not hasattr(self, "lines"):
            return
        for name, field in self._fields.items():
            field.set_words(sentence(f"visit.field.{name}"))
            self.lines[name].setAccessibleName(sentence(f"visit.field.{name}"))
        self._party.set_words(sentence("visit.field.party_size"))
        self.party.words = self.tr("{n} 人")
        self.party.name(sentence("visit.field.party_size"))
        self._reason.set_words(self.tr("为什么更正"))


class NightsPanel(Panel):
    """A guest sleeps here."""

    def build(self) -> None:
        self.nights = Stepper(1, NIGHTS)
        self._field = Field("", self.nights)
        self.body.addWidget(self._field)

    def begin(self, model: VisitModel) -> None:
        self.nights.show_value(1)
        self._save.setFocus()

    def save(self) -> None:
        self._presenter.stays(self.nights.value())
        self.closed.emit()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("过夜的客人不会被当成没离开"))
        self._save.setText(self.tr("记下过夜"))
        if hasattr(self, "nights"):
            self._field.set_words(self.tr("住几晚"))
            self.nights.words = self.tr("{n} 晚")
            self.nights.name(self.tr("住几晚"))


class WatchPanel(Panel):
    """An entry of the watch list: reason, what to do, who answers for it, how long."""

    def build(self) -> None:
        self.reason, self.advice, self.owner, self.days = QLineEdit(), QLineEdit(), QLineEdit(), PickBox()
        form = Form(columns=2)
        self._fields = [Field("", editor) for editor in (self.reason, self.advice, self.owner, self.days)]
        for field in self._fields:
            form.add(field)
        self._note = label("", "quiet")
        self.body.addWidget(self._note)
        self.body.addWidget(form)

    def begin(self, model: VisitModel) -> None:
        for line in (self.reason, self.advice, self.owner):
            line.clear()
        for field in self._fields:
            field.set_error("")
        self.days.set_key(str(DAYS[0]))
        self.reason.setFocus()

    def save(self) -> None:
        wrong = False
        for field, line in zip(self._fields[::2], (self.reason, self.owner), strict=True):
            field.set_error("" if line.text().strip() else self.tr("请填写"))
            wrong = wrong or bool(field.error())
        if not wrong:
            self._presenter.watch(self.reason.text(), self.advice.text(), self.owner.text(), int(self.days.key()))
            self.closed.emit()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("加入关注名单"))
        self._save.setText(self.tr("加入"))
        if not hasattr(self, "reason"):
            return
        self._note.setText(self.tr("只是提醒，不会自动拦下任何人。到期自动移出，经理会复查。"))
        words = (self.tr("理由"), self.tr("下次来时请怎么做"), self.tr("由谁负责"), self.tr("多久"))
        for field, text in zip(self._fields, words, strict=True):
            field.set_words(text)
        self.days.set_choices([(str(n), self.tr("{n} 天").format(n=n)) for n in DAYS])
