"""The panels behind the first: codes of a household, why to withdraw, how many, label sheets, long work, passes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from ui.pages.codes.model import CodeLine, CodesModel, Run, Verdict
from ui.pages.codes.view_words import CodeWords
from ui.texts import sentence
from ui.theme import current
from ui.widgets import (
    Card,
    Choice,
    Chooser,
    Column,
    Field,
    KeysetModel,
    KeyTable,
    PickBox,
    ProgressCard,
    ResultHead,
    label,
    least_height,
    show_if,
    tone_of,
)
from ui.widgets.keyset_model import Reply
from ui.widgets.themed import Themed

MOST = 5000  # blank codes in one go
ROWS, NARROW_EMS, ISSUED = 2, 38, 3  # ISSUED: the column that gives way


class PanelBox(Themed, QWidget):
    """A column of widgets without margins."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def restyle(self) -> None:
        self.column.setSpacing(current().space("m"))


class CodeTable(KeyTable):
    """Codes one under the other; `selected` when another row is marked."""

    MODEST = True
    selected = Signal()

    def __init__(self, columns: Sequence[Column]) -> None:
        self._lines: tuple[CodeLine, ...] = ()
        self._columns, self._narrow = tuple(columns), False
        super().__init__(KeysetModel(columns, self._fetch))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.selected.emit())

    def show_lines(self, lines: tuple[CodeLine, ...], mark: str = "") -> None:
        """Other rows; `mark`: id of the row to be marked, else the first."""
        if lines == self._lines and not mark:
            return
        self._lines = lines
        model = self.model()
        assert isinstance(model, KeysetModel)
        model.reload()
        at = next((number for number, line in enumerate(lines) if line.id == mark), 0)
        self.setCurrentIndex(model.index(at, 0))

    def line(self) -> CodeLine | None:
        found = self.current_row()
        return found if isinstance(found, CodeLine) else None

    def _fetch(self, after: CodeLine | None, reply: Reply) -> None:
        reply(self._lines if after is None else ())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sides()

    def _fit_sides(self) -> None:
        """Where it is narrow, when a code was issued gives way to what became of it."""
        narrow = self.viewport().width() < NARROW_EMS * current().text()
        model = self.model()
        if narrow != self._narrow and isinstance(model, KeysetModel):
            self._narrow = narrow
            at = self.currentIndex().row()
            model.set_columns([*self._columns[:1], *self._close()] if narrow else self._columns)
            self.setCurrentIndex(model.index(at, 0))

    def _close(self) -> list[Column]:
        """All but the first, closer together."""
        rest = [one for n, one in enumerate(self._columns) if n not in (0, ISSUED)]
        return [replace(one, width=max(0, one.width - 1)) for one in rest]

    def restyle(self) -> None:
        super().restyle()
        self.setMinimumHeight(current().table("row") + least_height(ROWS))


def code_columns(words: CodeWords, titles: Sequence[str]) -> list[Column]:
    """Kind, serial, state, since when, and the rest."""

    def tone(line: CodeLine) -> str:
        return "ok" if line.live else "bad"

    def icon(line: CodeLine) -> str:
        return "circle-check" if line.live else "ban"

    return [
        Column(titles[0], lambda line: words.kind(line.kind), 8),
        Column(titles[1], lambda line: line.serial, 8),
        Column(titles[2], words.state, 8, icon=icon, tone=tone),
        Column(titles[3], lambda line: line.issued, 7),
        Column(titles[4], words.since),
    ]


class SubjectPanel(PanelBox):
    """A household's codes, or the answer to "is this ours?"."""

    def __init__(self, words: CodeWords) -> None:
        super().__init__()
        self._words = words
        self._verdict_card, self._verdict = Card(), ResultHead("valid", "")
        self._verdict_card.body.addWidget(self._verdict)
        titles = (self.tr("种类"), self.tr("编号"), self.tr("状态"), self.tr("发出"), self.tr("说明"))
        self.table = CodeTable(code_columns(words, titles))
        self.table.setAccessibleName(self.tr("这一户的码"))
        self._none = label(self.tr("这一户还没有码。按回车发一个，再打印标签。"), "lead")
        for widget in (self._verdict_card, self._none, self.table):
            self.column.addWidget(widget, 1 if widget is self.table else 0)
        self.column.addStretch(0)
        self.ready()

    def draw(self, model: CodesModel, mark: str = "") -> None:
        subject = model.subject
        if subject is None:
            return
        show_if(self._verdict_card, subject.verdict is not None)
        if subject.verdict is not None:
            self._say(subject.verdict)
        show_if(self.table, bool(subject.lines))
        show_if(self._none, not subject.lines and subject.verdict is None)
        self.table.show_lines(subject.lines, mark)

    def _say(self, verdict: Verdict) -> None:
        self._verdict_card.set_tone(tone_of(verdict.mark))
        parts = [sentence(code) for code in (verdict.why, verdict.foreign) if code]
        parts.append(sentence(verdict.headline.replace("code.", "code.next.", 1)))
        self._verdict.show_result(verdict.mark, sentence(verdict.headline), " · ".join(parts))


class RevokePanel(PanelBox):
    """Why is it withdrawn? There is no way back."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__()
        self.reasons = Chooser(
            [Choice(reason, "", sentence(f"code.revoked.{reason}")) for reason in reasons], columns=3
        )
        self.column.addWidget(label(self.tr("为什么作废？"), "lead"))
        self.column.addWidget(self.reasons)
        self.column.addStretch(1)
        self.ready()

    def draw(self, model: CodesModel) -> None:
        """A new question: nothing is chosen."""
        self.reasons.set_choice("")


class MakePanel(PanelBox):
    """How many blank ones?"""

    def __init__(self) -> None:
        super().__init__()
        self.count = QSpinBox()
        self.count.setRange(1, MOST)
        self.count.setValue(24)
        self.count.setGroupSeparatorShown(True)
        self._why = label("", "quiet")
        card = Card()
        card.body.addWidget(Field(self.tr("要几个？"), self.count, self.tr("一张 A4 纸印 24 张标签。")))
        card.body.addWidget(self._why)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.ready()

    def draw(self, model: CodesModel) -> None:
        why = {
            "outdoor": self.tr("先印好标签贴上，码只说明地点，不放行。"),
            "asset": self.tr("先印好标签贴在物品上，再扫一下，写下它是什么。"),
            "locker": self.tr("先印好标签贴在柜门上。储物柜在后面的版本里。"),
            "shift": self.tr("印好贴在岗位上，登录后扫它就上岗。"),
        }
        self._why.setText(why.get(model.kind, ""))


class LabelsPanel(PanelBox):
    """What the sheets look like."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = Chooser(
            [
                Choice("small", "", self.tr("一页 40 张"), self.tr("40 × 35 毫米")),
                Choice("middle", "", self.tr("一页 24 张"), self.tr("48 × 46 毫米")),
                Choice("large", "", self.tr("一页 6 张"), self.tr("97 × 92 毫米")),
            ],
            columns=3,
        )
        self.grid.set_choice("middle")
        self.which = PickBox()
        self._which = Field(self.tr("印哪些？"), self.which)
        self.captions = QCheckBox(self.tr("标签上印房号，发放时知道是哪一户"))
        card = Card(self.tr("标签多大？"))
        card.body.addWidget(self.grid)
        card.body.addWidget(self._which)
        card.body.addWidget(self.captions)
        card.body.addWidget(label(self.tr("每张都有编号和门岗电话。码里没有姓名、电话和房号。"), "muted"))
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.ready()

    def draw(self, model: CodesModel, captions: bool) -> None:
        one = model.chosen is not None
        show_if(self._which, not one and model.fresh > 0)
        self.which.set_choices(
            [
                ("fresh", self.tr("刚发的 {n} 张").format(n=f"{model.fresh:,}")),
                ("all", self.tr("在用的全部 {n} 张").format(n=f"{model.live:,}")),
            ]
        )
        if not model.fresh:
            self.which.set_key("all")
        show_if(self.captions, captions)

    def choices(self, model: CodesModel) -> tuple[str, str, bool]:
        """Which, grid and whether doors are printed."""
        which = self.which.key() if model.fresh and model.chosen is None else "all"
        return which, self.grid.choice() or "middle", self.captions.isChecked() and not self.captions.isHidden()


class RunPanel(PanelBox):
    """Long work with a number and a way out."""

    def __init__(self, stop: Callable[[], None]) -> None:
        super().__init__()
        self._stop = stop
        self._card: ProgressCard | None = None
        self._over = True
        self.column.addStretch(1)
        self.ready()

    def draw(self, run: Run, title: str, words: str) -> None:
        """words: under the bar while it runs, the sentence at the end."""
        if self._over or self._card is None:
            self._renew(title)
        assert self._card is not None
        if run.stage in ("preparing", "running"):
            self._card.set_title(title)
            self._card.set_progress(run.done, run.total, words)
        else:
            self._over = True
            self._card.finish(words, "ok" if run.stage == "done" else "warn")

    def _renew(self, title: str) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._over = False
        self._card = ProgressCard(title)
        self._card.cancelled.connect(self._stop)
        self.column.insertWidget(0, self._card)


class PassesPanel(PanelBox):
    """Passes that are good now, soonest to end first."""

    def __init__(self, words: CodeWords) -> None:
        super().__init__()
        titles = (self.tr("编号"), self.tr("到访"), self.tr("发出"), self.tr("有效到"))
        self.table = CodeTable(
            [
                Column(titles[0], lambda line: line.serial, 8),
                Column(titles[1], lambda line: line.place),
                Column(titles[2], lambda line: line.issued, 7),
                Column(titles[3], lambda line: line.ended, 7),
            ]
        )
        self.table.setAccessibleName(self.tr("有效的来访证"))
        self._none = label(self.tr("现在没有有效的来访证。住户预约来访时会开出来。"), "lead")
        self.column.addWidget(self._none)
        self.column.addWidget(self.table, 1)
        self.ready()

    def draw(self, model: CodesModel) -> None:
        show_if(self._none, not model.passes)
        show_if(self.table, bool(model.passes))
        self.table.show_lines(model.passes)
