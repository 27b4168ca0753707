"""Bringing residents in from a sheet: the file, what was recognised, what would happen, which rows are left out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.people.model import Issue, Sheet
from ui.texts import sentence, table
from ui.theme import current
from ui.widgets import BigButton, Card, Column, ProgressCard, label, show_if
from ui.widgets.row_table import RowTable
from ui.widgets.themed import Themed

FIELDS = ("building", "unit", "room", "address", "name", "phone", "role", "plate")
ROWS = 3


def why(issue: Issue) -> str:
    """What is wrong with a row and what to do: in short where it was written for sheets, else the code's own sentence."""
    short = issue.code.replace("people.", "people.sheet.row.", 1)
    return sentence(short if short in table() else issue.code)


def explain(issue: Issue) -> str:
    """What is wrong with a row, and what to do, in the language of the moment."""
    return sentence(f"people.grade.{issue.grade}") + " · " + why(issue)


class SheetPanel(Themed, QWidget):
    """One stage after the other: choose, check, look, take over."""

    def __init__(self, cancel: Callable[[], None]) -> None:
        super().__init__()
        self._cancel = cancel
        self._stage = ""
        self._progress: ProgressCard | None = None
        self._how = label("", "quiet")
        self._start = Card()
        self._start.body.addWidget(self._how)
        self._columns = label("", "muted")
        self.samples = RowTable(
            [
                Column(self.tr("房号"), lambda row: row[0], 9),
                Column(self.tr("姓名"), lambda row: row[1], 6),
                Column(self.tr("电话"), lambda row: row[2]),
                Column(self.tr("身份"), lambda row: sentence(f"people.role.{row[3] or 'resident'}"), 6),
            ],
            lambda row: row,
        )
        self.samples.setAccessibleName(self.tr("前几行"))
        self._preview = Card(self.tr("前几行是这样"))
        self._preview.body.addWidget(self._columns)
        self._preview.body.addWidget(self.samples)
        self.issues = RowTable(
            [
                Column(self.tr("行"), lambda row: str(row.row), 3, right=True),
                Column(self.tr("列"), self._where, 6),
                Column(self.tr("结果"), lambda row: sentence(f"people.grade.{row.grade}"), 7),
                Column(self.tr("为什么，怎么改"), why),
            ],
            lambda row: (row.row, row.column, row.code),
        )
        self.issues.setAccessibleName(self.tr("没有导入的行"))
        self.save = BigButton("", "row", "download")
        self._left_out = Card()
        self._left_out.head.addWidget(self.save)
        self._left_out.body.addWidget(self.issues)
        self._counts = Card()
        self._said = label("", "lead")
        self._counts.body.addWidget(self._said)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._start, self._counts, self._left_out, self._preview):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.ready()

    def draw(self, sheet: Sheet) -> None:
        looked = sheet.stage in ("checked", "done")
        show_if(self._start, sheet.stage in ("", "stopped"))
        self._how.setText(
            self.tr("已停止，一行也没有导入。可以再选一个文件。")
            if sheet.stage == "stopped"
            else self.tr(
                "表格里要有楼栋、单元、房号、姓名这几列，电话、车牌、身份可有可无。"
                "选好文件先检查，再由您决定要不要导入；同一个文件再导一次，也不会重复。"
            )
        )
        show_if(self._counts, looked)
        show_if(self._preview, sheet.stage == "checked" and bool(sheet.samples))
        show_if(self._left_out, looked and bool(sheet.issues))
        self._draw_progress(sheet)
        if looked:
            self._draw_result(sheet)
        self._stage = sheet.stage

    def _draw_progress(self, sheet: Sheet) -> None:
        if not sheet.busy:
            if self._progress is not None:
                self._progress.hide()
                self._progress.deleteLater()
                self._progress = None
            return
        if self._progress is None or self._stage != sheet.stage:
            if self._progress is not None:
                self._progress.hide()
                self._progress.deleteLater()
            title = self.tr("正在检查「{file}」") if sheet.stage == "checking" else self.tr("正在导入「{file}」")
            self._progress = ProgressCard(title.format(file=sheet.file))
            self._progress.cancelled.connect(self._cancel)
            self._column.insertWidget(0, self._progress)
        self._progress.set_progress(sheet.done, sheet.total, self.tr("停下来的话，一行也不会导入。"))

    def _draw_result(self, sheet: Sheet) -> None:
        self._counts.set_tone("ok" if sheet.stage == "done" else "")
        self._said.setText(self._words(sheet))
        letters = [
            self.tr("{field}在 {column} 列").format(field=sentence(f"people.field.{name}"), column=sheet.columns[name])
            for name in FIELDS
            if name in sheet.columns
        ]
        self._columns.setText(" · ".join(letters))
        if sheet.samples != self.samples.rows():
            self.samples.show_rows(sheet.samples)
        if sheet.issues != self.issues.rows():
            self.issues.show_rows(sheet.issues)
        self._left_out.set_title(self.tr("这 {n} 行要看一看").format(n=f"{len(sheet.issues):,}"))

    def _words(self, sheet: Sheet) -> str:
        counts = {name: f"{value:,}" for name, value in sheet.counts.items()}
        parts = [
            self.tr("共 {rows} 行。").format(rows=counts.get("rows", "0")),
            self.tr("新增 {homes} 户、{people} 人").format(
                homes=counts.get("households_new", "0"), people=counts.get("people_new", "0")
            ),
            self.tr("，更新 {changed} 人").format(changed=counts.get("people_changed", "0")),
            self.tr("，没有变化 {same} 行").format(same=counts.get("unchanged", "0")),
            self.tr("，不导入 {refused} 行。").format(refused=counts.get("refused", "0")),
        ]
        return "".join(parts)

    def _where(self, issue: Issue) -> str:
        name = sentence(f"people.field.{issue.field}") if issue.field else ""
        return f"{issue.column} {name}".strip()

    def retranslate(self) -> None:
        self.save.setText(self.tr("存成表格"))

    def restyle(self) -> None:
        gap = current().space("m")
        self._column.setSpacing(gap)
        for one in (self.samples, self.issues):
            one.setMinimumHeight(current().height("row") + ROWS * current().height("list"))
