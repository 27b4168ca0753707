"""The team as a list; and the list of shifts of a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import moments
from ui.pages.team.model import MemberRow, TeamModel, TemplateRow
from ui.pages.team.view_words import notes_words
from ui.texts import sentence
from ui.widgets import Column, ListPanel, day_words

if TYPE_CHECKING:
    from ui.pages.team.presenter import TeamPresenter


class HomePanel(ListPanel):
    def __init__(self, presenter: TeamPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("谁"), lambda row: row.label, 6, tone=lambda row: "muted" if row.left else ""),
                Column(self.tr("身份"), lambda row: sentence(f"duty.capacity.{row.capacity}"), 11),
                Column(self.tr("本月"), lambda row: self.tr("{n} 班").format(n=row.count), 4),
                Column(self.tr("说过时间"), lambda row: self.tr("{n} 条").format(n=row.lines) if row.lines else self.tr("没说"), 5),
                Column(self.tr("说明"), notes_words, tone=self._tone),
            ],
            lambda row: row.id, "users", self.tr("值班队伍"), spare=(3,), tell=notes_words,
        )  # fmt: skip
        self.table.opened.connect(lambda row: presenter.open_member(row.id) if isinstance(row, MemberRow) else None)
        self.ready()

    def draw(self, model: TeamModel) -> None:
        title = self.tr("值班的每一位都会列在这里")
        how = self.tr("一位一位加，或者把群里的接龙贴进来，认不出的名字可以直接加入队伍。")
        self.show_rows(model.members if model.with_left else model.here, title, how)

    def current(self) -> MemberRow | None:
        row = self.table.current_row()
        return row if isinstance(row, MemberRow) else None

    @staticmethod
    def _tone(row: MemberRow) -> str:
        return "warn" if {"no_consent", "uninsured", "over_wish"} & set(row.notes) else ""


class ShiftsPanel(ListPanel):
    def __init__(self, presenter: TeamPresenter) -> None:
        super().__init__(
            [
                Column(self.tr("班次"), lambda row: row.name, 7),
                Column(self.tr("几点"), lambda row: f"{moments.hour(row.start_min)}-{moments.hour(row.end_min)}", 6),
                Column(self.tr("星期几"), lambda row: day_words(row.weekdays), 8),
                Column(self.tr("人数"), self._people, 5),
                Column(self.tr("要求"), self._needs),
            ],
            lambda row: row.id, "calendar-event", self.tr("每周的班次"), spare=(3,), tell=self._needs,
        )  # fmt: skip
        self.table.opened.connect(lambda row: presenter.open_template(row) if isinstance(row, TemplateRow) else None)
        self.ready()

    def draw(self, model: TeamModel) -> None:
        title = self.tr("每周有哪些班，都会列在这里")
        self.show_rows(model.templates, title, self.tr("先加一种班次，比如「上午门岗，每天 8:00 到 11:00」。"))

    def _people(self, row: TemplateRow) -> str:
        if row.least == row.most:
            return self.tr("{n} 人").format(n=row.least)
        return self.tr("{least}-{most} 人").format(least=row.least, most=row.most)

    def _needs(self, row: TemplateRow) -> str:
        parts = []
        if row.one_or_three:
            parts.append(self.tr("1 或 3 至少一位"))
        if row.capacities:
            parts.append(self.tr("、").join(sentence(f"duty.capacity.{one}") for one in row.capacities))
        parts += [row.skills] if row.skills else []
        parts += [self.tr("接待日")] if row.sitting else []
        parts += [self.tr("辛苦班")] if row.heavy else []
        return self.tr("；").join(parts)
