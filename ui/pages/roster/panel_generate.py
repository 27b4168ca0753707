"""Filling a month by itself: what to keep, how far it is and a way to stop, what came out, and how even it is.

For the page: `GeneratePanel(part, open_shift, to_month, undo, may_undo)`; `part.open(month)` when it comes up, `acts()` for the foot
after every `changed`, `situation()` for the heading. Esc: the page leaves it as any panel; the work goes on.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import moments
from ui.pages.roster.model import RosterModel
from ui.pages.roster.panel_generate_model import GenerateModel, Stage
from ui.pages.roster.panel_generate_part import ENOUGH, Generating
from ui.pages.roster.panel_generate_words import HoleWords
from ui.pages.roster.view_fairness import FairnessCard
from ui.pages.roster.view_words import comma
from ui.theme import current
from ui.widgets import AttentionRow, Card, Choice, Chooser, ProgressCard, label, show_if
from ui.widgets.foot import Act
from ui.widgets.themed import Themed

KEEP, ANEW = "keep", "anew"
SHOWN = 40  # holes in a row of rows; a month with more has other troubles


class GeneratePanel(Themed, QWidget):
    changed = Signal()

    def __init__(
        self,
        part: Generating,
        open_shift: Callable[[str], object],
        to_month: Callable[[], object],
        undo: Callable[[], object],
        may_undo: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.part, self._open_shift, self._to_month = part, open_shift, to_month
        self._undo, self._may_undo = undo, may_undo
        self._words = HoleWords(self)
        self._progress: ProgressCard | None = None
        self.chooser = Chooser(self._choices(), columns=2)
        self.chooser.chosen.connect(lambda key: part.choose(key == KEEP))
        self._ask, self._note = Card(), label("", "quiet")
        self._ask.body.addWidget(self.chooser)
        self._ask.body.addWidget(self._note)
        self._result, self._said, self._how = Card(), label("", "lead"), label("", "quiet")
        self._result.body.addWidget(self._said)
        self._result.body.addWidget(self._how)
        self.holes, self.kept = Card(" "), Card(" ", tone="warn")
        self.fairness = FairnessCard()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for card in (self._ask, self._result, self.holes, self.kept, self.fairness):
            self._column.addWidget(card)
        self._column.addStretch(1)
        self._drawn: GenerateModel | None = None
        part.show = self.show_part
        self.destroyed.connect(part.abandon)
        self.ready()

    # -- for the page

    def situation(self) -> tuple[str, str]:
        """Heading and the quiet line under it."""
        model = self.part.model
        month = moments.month(model.month, model.today) if model.month else ""
        if model.busy:
            return self.tr("正在排 {month}的班").format(month=month), self.tr("可以先去做别的，排好了会留在这里")
        if model.stage is Stage.DONE:
            return self.tr("{month}的班排好了").format(month=month), self.tr("还没有公布，可以先看一看、改一改")
        return self.tr("自动排 {month}的班").format(month=month), self.tr("守住所有规则，尽量让大家班数一样多")

    def acts(self) -> list[Act]:
        """What can be done now, besides going back; the first is what Enter presses."""
        model = self.part.model
        if model.busy:
            return []
        if model.stage is Stage.DONE:
            undo = [Act(self.tr("撤销这次排班"), "arrow-back-up", self._undo_it, "quiet")] if self._may_undo() else []
            again = Act(self.tr("再排一次"), "refresh", self.part.again, "quiet")
            return [Act(self.tr("看排班表"), "check", self._to_month), *undo, again]
        return [Act(self.tr("开始排班"), "calendar-user", self.part.start)]

    # -- drawing

    def draw(self, model: RosterModel) -> None:
        """Nothing of the page's own model is shown here."""

    def show_part(self, model: GenerateModel) -> None:
        """The part's model has changed."""
        choosing = not model.busy and model.stage is not Stage.DONE
        show_if(self._ask, choosing)
        show_if(self.chooser, choosing and bool(model.planned))
        self.chooser.set_choice(KEEP if model.keep else ANEW)
        self._note.setText(self._note_words(model))
        self._draw_progress(model)
        show_if(self._result, model.stage is Stage.DONE)
        if model.stage is Stage.DONE:
            self._draw_result(model)
        self._draw_rows(model)
        show_if(self.fairness, not model.busy and bool(model.fair))
        self.fairness.draw(model.fair)
        self._drawn = model
        self.changed.emit()

    def _draw_progress(self, model: GenerateModel) -> None:
        if not model.busy:
            if self._progress is not None:
                self._progress.hide()
                self._progress.deleteLater()
                self._progress = None
            return
        if self._progress is None:
            self._progress = ProgressCard(self.tr("已经有人的位置"))
            self._progress.cancelled.connect(self.part.stop)
            self._column.insertWidget(0, self._progress)
        if model.stage is Stage.RUNNING:
            self._progress.set_progress(model.filled, model.wanted if model.step != "loading" else 0, self._step(model))

    def _step(self, model: GenerateModel) -> str:
        if model.step == "loading":
            return self.tr("正在看谁哪天有空")
        if model.step == "filling":
            return self.tr("正在把位置补满。停下来的话，原来的排班不动。")
        words = self.tr("位置都试过了，正在让大家班数一样多（{seconds} 秒）。停下来的话，原来的排班不动。")
        return words.format(seconds=model.seconds)

    def _draw_result(self, model: GenerateModel) -> None:
        empty = max(0, model.wanted - model.filled)
        if empty:
            said = self.tr("{wanted} 个位置里有 {n} 个还没有人。", "", empty).format(wanted=model.wanted, n=empty)
        elif model.holes:
            said = self.tr("{wanted} 个位置都有人，还有要求没满足。").format(wanted=model.wanted)
        else:
            said = self.tr("{wanted} 个位置都有人，规则都守住了。").format(wanted=model.wanted)
        self._said.setText(said)
        self._result.set_tone("warn" if model.holes else "ok")
        lines = [self._better(model)]
        over = [one.who for one in model.fair if one.over]
        if over:
            lines.append(self.tr("比自己希望的多排了 1 班：{who}。先问问他们愿不愿意。").format(who=comma(over)))
        if not (model.put or model.out):
            lines.append(self.tr("和原来排的一样，没有改动。"))
        self._how.setText("\n".join(lines))

    def _better(self, model: GenerateModel) -> str:
        if model.proven or (model.better is not None and model.better < ENOUGH):
            return self.tr("用了 {n} 秒。已经算到底，没有更均匀的排法。").format(n=max(1, model.seconds))
        return self.tr("用了 {n} 秒，时间到了。规则都守住了，班数也许还能再均匀一点：可以再排一次。").format(
            n=model.seconds
        )

    def _draw_rows(self, model: GenerateModel) -> None:
        if self._drawn is not None and (self._drawn.holes, self._drawn.kept) == (model.holes, model.kept):
            return
        for card, count in ((self.holes, len(model.holes)), (self.kept, len(model.kept))):
            _clear(card)
            show_if(card, bool(count))
        self._titles(model)
        for hole in model.holes[:SHOWN]:
            row = AttentionRow(
                "warn", "user-exclamation", self._words.title(hole), self._words.why(hole), self.tr("看这一班")
            )
            row.acted.connect(lambda shift=hole.shift_id: self._open_shift(shift))
            self.holes.body.addWidget(row)
        for one in model.kept[:SHOWN]:
            self.kept.body.addWidget(label(self._words.kept(one)))

    def _titles(self, model: GenerateModel) -> None:
        self.holes.set_title(self.tr("还差 {n} 处，原因在下面", "", len(model.holes)).format(n=len(model.holes)))
        self.kept.set_title(
            self.tr("您固定的这 {n} 处和规则冲突，照您的意思留着", "", len(model.kept)).format(n=len(model.kept))
        )

    def _note_words(self, model: GenerateModel) -> str:
        if model.stage is Stage.STOPPED:
            return self.tr("已停下，原来的排班没有动。")
        if model.stage is Stage.FAILED:
            return self.tr("没有排成，原来的排班没有动。可以再试一次。")
        if model.planned:
            return self.tr("排好以后还可以改，也可以整个撤销；公布以前，别人看不到。")
        return self.tr("这个月还没有排人。排好以后还可以改，也可以整个撤销；公布以前，别人看不到。")

    def _choices(self) -> list[Choice]:
        return [
            Choice(KEEP, "lock", self.tr("只补空缺"), self.tr("已经排上的人都不动")),
            Choice(ANEW, "refresh", self.tr("重新排"), self.tr("固定的和本人说好的不动，其余重新安排")),
        ]

    def _undo_it(self) -> None:
        self._undo()
        self.part.again()

    def retranslate(self) -> None:
        self.chooser.setAccessibleName(self.tr("已经排上的人怎么办"))

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))


def _clear(card: Card) -> None:
    for n in reversed(range(card.body.count())):
        item = card.body.itemAt(n)
        if item is not None and (widget := item.widget()) is not None:
            widget.hide()
            card.body.removeWidget(widget)
            widget.deleteLater()
