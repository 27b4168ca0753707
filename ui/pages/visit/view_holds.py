"""Legal holds on the card of a visit: those that stand, and the panel to place one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.pages.visit.model import Held, VisitModel
from ui.pages.visit.view_panels import Panel
from ui.theme import current
from ui.widgets import AttentionRow, DateField, Field, Form, Themed, label

if TYPE_CHECKING:
    from ui.pages.visit.presenter import VisitPresenter

USUAL_DAYS, LONGEST_DAYS = 180, 5 * 365  # the desk takes at most five years
LONGEST_TEXT = 200


class HoldRows(Themed, QWidget):
    """Every hold that stands. released(id): somebody wants to lift one."""

    released = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.rows: list[AttentionRow] = []
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self.hide()
        self.ready()

    def show_holds(self, model: VisitModel) -> None:
        """Draw them anew."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(one, model.may_hold) for one in model.holds]
        for row in self.rows:
            self._all.addWidget(row)

    def _row(self, one: Held, may: bool) -> AttentionRow:
        title = self.tr("依法保留到 {until}，到期前不会删除").format(until=one.until)
        placed = self.tr("{who} {when} 设").format(who=one.who or self.tr("管理员"), when=one.when)
        sub = " · ".join(part for part in (placed, one.authority, one.reason) if part)
        row = AttentionRow("info", "lock", title, sub, self.tr("解除保留") if may else "")
        row.acted.connect(lambda: self.released.emit(one.id))
        return row

    def restyle(self) -> None:
        self._all.setSpacing(current().space("s"))


class HoldPanel(Panel):
    """Who ordered it, why, and until when; kept by law, not by liking."""

    def __init__(self, presenter: VisitPresenter) -> None:
        self._page_presenter = presenter
        super().__init__(presenter)

    def build(self) -> None:
        self.authority, self.reason, self.until = QLineEdit(), QLineEdit(), DateField()
        form = Form(columns=2)
        self._fields = [Field("", editor) for editor in (self.authority, self.until)]
        for field in self._fields:
            form.add(field)
        self._why = Field("", self.reason)
        for line in (self.authority, self.reason):
            line.setMaxLength(LONGEST_TEXT)
        self._note = label("", "quiet")
        self.body.addWidget(self._note)
        self.body.addWidget(form)
        self.body.addWidget(self._why)

    def begin(self, model: VisitModel) -> None:
        day = self._page_presenter.today()
        today = QDate(day.year, day.month, day.day)
        self.until.setDateRange(today, today.addDays(LONGEST_DAYS))
        self.until.setDate(today.addDays(USUAL_DAYS))
        for line, field in ((self.authority, self._fields[0]), (self.reason, self._why)):
            line.clear()
            field.set_error("")
        self.authority.setFocus()

    def save(self) -> None:
        wrong = [
            field
            for field, line in ((self._fields[0], self.authority), (self._why, self.reason))
            if not line.text().strip()
        ]
        for field in (self._fields[0], self._why):
            field.set_error(self.tr("请填写") if field in wrong else "")
        if wrong:
            wrong[0].editor.setFocus()
            return
        end = self.until.date()
        self._presenter.hold(self.authority.text(), self.reason.text(), end.toPython())
        self.closed.emit()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("依法保留这次来访的记录"))
        self._save.setText(self.tr("保留"))
        if not hasattr(self, "reason"):
            return
        self._note.setText(self.tr("公安、法院等凭公文要求时才保留。到期后照常删除，谁保留的会记下来。"))
        self._fields[0].set_words(self.tr("哪个单位要求的"))
        self._fields[1].set_words(self.tr("保留到哪天"))
        self._why.set_words(self.tr("为什么，公文编号"))
