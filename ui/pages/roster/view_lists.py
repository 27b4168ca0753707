"""Lists around the month: who is affected, gaps in words, the swaps' inbox, proposals, shifts at risk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from ui.pages.roster.model import Box, Proposal, RiskRow, RosterModel
from ui.pages.roster.view_words import comma, day_words, semicolon, trouble_words
from ui.texts import sentence
from ui.widgets import Column, Field, ListPanel, label, show_if

if TYPE_CHECKING:
    from ui.pages.roster.presenter import RosterPresenter

WHY_MOST = 100


class PublishPanel(ListPanel):
    """Who hears of it; a line why."""

    LEAST = 2

    def __init__(self, presenter: RosterPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("谁"), lambda row: row.who, 6),
                Column(self.tr("新排上"), lambda row: self._days(row.gained)),
                Column(self.tr("不用来了"), lambda row: self._days(row.lost)),
            ],
            lambda row: row.who, "users", self.tr("受影响的人"),
        )  # fmt: skip
        self.why = QLineEdit()
        self.why.setMaxLength(WHY_MOST)
        self.field = Field("", self.why, optional=True)
        self._holes = label("", "", "warn")
        self.column.insertWidget(0, self._holes)
        self.column.insertWidget(1, self.field)
        self.ready()

    def retranslate(self) -> None:
        self.field.set_words(self.tr("为什么改（大家会看到）"))

    def draw(self, model: RosterModel) -> None:
        parts = []
        if model.gaps:
            parts.append(
                self.tr("还有 {n} 个班缺人，公布以后也可以再补。", "", len(model.gaps)).format(n=len(model.gaps))
            )
        if model.hard:
            parts.append(self.tr("有 {n} 处硬冲突。", "", model.hard).format(n=model.hard))
        self._holes.setText(" ".join(parts))
        show_if(self._holes, bool(parts))
        show_if(self.field, bool(model.version))
        how = self.tr("公布以后，大屏和「今日我当班」就按这份排班显示。")
        title = self.tr("第一次公布，所有排上的人都会看到")
        self.show_rows(model.touched, title, how)

    @staticmethod
    def _days(shifts: Sequence[tuple[str, str]]) -> str:
        return comma([f"{day_words(day)} {name}" for day, name in shifts])


class GapsPanel(ListPanel):
    """Every gap and conflict in words; Enter opens the shift."""

    def __init__(self, presenter: RosterPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("哪一班"), lambda box: f"{day_words(box.day)} {box.name}", 11),
                Column(self.tr("怎么回事"), self._words),
            ],
            lambda box: box.id, "circle-check", self.tr("空缺和冲突"), tell=self._words,
        )  # fmt: skip
        self.table.opened.connect(lambda box: presenter.open_shift(box.id) if isinstance(box, Box) else None)
        self.ready()

    def draw(self, model: RosterModel) -> None:
        rows = [
            box
            for box in model.boxes
            if not box.over and not box.cancelled and (box.lack or any(one.wrong for one in box.cells))
        ]
        self.show_rows(rows, self.tr("没有空缺，也没有冲突"), self.tr("可以公布了。"))

    @staticmethod
    def _words(box: Box) -> str:
        return semicolon(trouble_words(box))


class ProposalsPanel(ListPanel):
    """Rosters of other desks that came second."""

    def __init__(self, presenter: RosterPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("哪一份"), self._which, 14),
                Column(self.tr("有什么不同"), lambda row: self.tr("{n} 处和现在不一样", "", row.changes).format(n=row.changes)),
            ],
            lambda row: row.id, "copy", self.tr("另一份排班"),
        )  # fmt: skip
        self.ready()

    def draw(self, model: RosterModel) -> None:
        self.show_rows(model.proposals, self.tr("没有别的排班"), self.tr("两台电脑同时公布时，后到的一份会列在这里。"))

    def _which(self, row: Proposal) -> str:
        words = self.tr("这台电脑公布的第 {n} 版") if row.own else self.tr("另一台电脑公布的第 {n} 版")
        return words.format(n=row.version)

    def current(self) -> Proposal | None:
        row = self.table.current_row()
        return row if isinstance(row, Proposal) else None


class RiskPanel(ListPanel):
    """Shifts of the next day and a half that somebody should see to; Enter opens one."""

    def __init__(self, presenter: RosterPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("哪一班"), lambda row: f"{day_words(row.day)} {row.name} {row.hours[:5]}", 14),
                Column(self.tr("有几人"), lambda row: self.tr("{n} / {least} 人").format(n=row.here, least=row.least), 5),
                Column(self.tr("要留意什么"), self._why, tone=lambda _: "warn"),
            ],
            lambda row: row.shift_id, "circle-check", self.tr("可能没人的班"), tell=self._why,
        )  # fmt: skip
        self.table.opened.connect(lambda row: presenter.open_shift(row.shift_id) if isinstance(row, RiskRow) else None)
        self.ready()

    def draw(self, model: RosterModel) -> None:
        how = self.tr("快到的班里缺人，或者有人还没说会不会来，都会列在这里。")
        self.show_rows(model.risks, self.tr("今明两天的班都安排好了"), how)

    @staticmethod
    def _why(row: RiskRow) -> str:
        return semicolon([f"{whom} {sentence(code)}".strip() for code, whom in row.why])
