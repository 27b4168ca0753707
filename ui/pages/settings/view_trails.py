"""Sections: the audit trail, and exports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit

from ui import export_heads, texts
from ui.pages.settings import view_words
from ui.pages.settings.model import AuditModel, AuditRow, ExportModel
from ui.pages.settings.view_panel import Panel, said_label, say
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.card import Card
from ui.widgets.form import Field, Form
from ui.widgets.key_table import KeyTable, least_height
from ui.widgets.keyset_model import Column, KeysetModel
from ui.widgets.pickers import DateField, PickBox
from ui.widgets.progress_card import ProgressCard
from ui.widgets.themed import label, show_if

PAGE_ROWS = 200
ROWS_HIGH = 1  # at least; it takes all the height there is, so that the page does not scroll as well
HERE = "here"


class TrailTable(KeyTable):
    MODEST = True


class AuditPanel(Panel):
    FILLS = True

    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show = self.show_model
        self.model = AuditModel()
        self._result = AttentionRow("ok", "circle-check", "")
        self.since, self.who, self.where = PickBox(), PickBox(), PickBox()
        self._form = Form(columns=3)
        self._fields = [self._form.add(Field("", box)) for box in (self.since, self.who, self.where)]
        for box in (self.since, self.who, self.where):
            box.picked.connect(lambda _: self.table_model.reload())
        self.table_model = KeysetModel((), self._fetch, PAGE_ROWS, self)
        self.table = TrailTable(self.table_model)
        self._empty = label("", "quiet")
        self.table_model.emptied.connect(lambda: show_if(self._empty, True))
        self.table_model.arrived.connect(lambda count: show_if(self._empty, count == 0))
        for widget in (self._result, self._form, self._empty, self.table):
            self.column.addWidget(widget, 1 if widget is self.table else 0)
        self._empty.hide()
        self._began = False
        self.ready()

    def heading(self) -> tuple[str, str]:
        return self.tr("操作记录"), self.tr("谁在什么时候做了什么。只能看，谁也改不了。")

    def main(self) -> str:
        return self.tr("检查记录有没有被动过")

    def act(self) -> None:
        self.presenter.verify()

    def refresh(self) -> None:
        super().refresh()
        self._began = False

    def show_model(self, model: AuditModel) -> None:
        people, turned = model.people != self.model.people, model.elsewhere != self.model.elsewhere
        self.model = model
        show_if(self._fields[2], model.elsewhere)
        if turned:
            self.table_model.set_columns(self._columns())
        if people or not self._began:
            self.who.set_choices([("", self.tr("所有人")), *model.people])
        if not self._began:
            self._began = True
            self.table_model.reload()
        self._say()

    def _fetch(self, after: AuditRow | None, reply: Any) -> None:
        days = int(self.since.key() or 7)
        since = _today(self.presenter).addDays(-days).toString(Qt.DateFormat.ISODate) if days else ""
        self.presenter.page(after, since, self.who.key(), reply, PAGE_ROWS, self.where.key() == HERE)

    def _say(self) -> None:
        model = self.model
        show_if(self._result, bool(model.verified))
        if model.verified == "busy":
            self._result.show_matter("info", "hourglass", self.tr("正在逐条核对，请稍候"))
        elif model.verified == "whole":
            said = self.tr("{n} 条记录都完整，没有被动过").format(n=f"{model.lines:,}")
            others = self.tr("另有 {n} 条是别的电脑写的，请在那台电脑上检查。", "", model.others)
            sub = others.format(n=f"{model.others:,}") if model.others else ""
            self._result.show_matter("ok", "circle-check", said, sub)
        elif model.verified:
            why = {
                "changed": self.tr("第 {n} 条被改过"),
                "missing": self.tr("第 {n} 条之前少了记录"),
                "cut": self.tr("第 {n} 条以后的记录被删了"),
            }[model.verified]
            self._result.show_matter(
                "bad", "alert-octagon", why.format(n=model.first_break), self.tr("请马上备份，并告诉管理员和社区。")
            )

    def restyle(self) -> None:
        super().restyle()
        self.table.setMinimumHeight(current().table("row") + least_height(ROWS_HIGH))

    def retranslate(self) -> None:
        days = (
            (1, self.tr("今天和昨天")),
            (7, self.tr("最近 7 天")),
            (31, self.tr("最近一个月")),
            (0, self.tr("全部")),
        )
        key = self.since.key() or "7"
        self.since.set_choices([(str(n), words) for n, words in days])
        self.since.set_key(key)
        for field, words in zip(self._fields, (self.tr("哪几天"), self.tr("谁"), self.tr("哪台电脑")), strict=True):
            field.set_words(words)
        where = self.where.key()
        self.where.set_choices([("", self.tr("所有电脑")), (HERE, self.tr("只看这一台"))])
        self.where.set_key(where)
        self.who.set_choices([("", self.tr("所有人")), *self.model.people])
        self.table.setAccessibleName(self.tr("操作记录"))
        self._empty.setText(self.tr("这几天没有记录。请换一段时间，或者选「所有人」。"))
        self.table_model.set_columns(self._columns())
        self._say()

    def _columns(self) -> tuple[Column, ...]:
        """Which desk wrote a line is told where there is more than one."""
        when = Column(self.tr("时间"), lambda row: row.when, 9)
        who = Column(self.tr("谁"), lambda row: view_words.role(row.who), 6)
        what = Column(self.tr("做了什么"), lambda row: texts.sentence(f"audit.{row.action}"))
        where = Column(self.tr("哪台电脑"), lambda row: row.where or self.tr("这一台"), 6)
        return (when, who, where, what) if self.model.elsewhere else (when, who, what)


class ExportPanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        self.model = ExportModel()
        self.kind, self.form = PickBox(), PickBox()
        self.kind.picked.connect(lambda _: self._draw())
        today = _today(presenter)
        self.since, self.until = DateField(today.addDays(-30)), DateField(today)
        self._form = Form(columns=2)
        self._fields = [self._form.add(Field("", one)) for one in (self.kind, self.form, self.since, self.until)]
        self.full = QCheckBox()
        self.full.toggled.connect(lambda _: self._draw())
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self._reason_field = Field("", self.reason)
        self._card = Card()
        for widget in (self._form, self.full, self._reason_field):
            self._card.body.addWidget(widget)
        self._progress = ProgressCard("")
        self._progress.cancelled.connect(presenter.cancel)
        self._said = said_label()
        for widget in (self._card, self._progress, self._said):
            self.column.addWidget(widget)
        self.ready()

    def heading(self) -> tuple[str, str]:
        if self.model.stage == "running":
            return self.tr("正在导出「{file}」").format(file=self.model.file), self.tr("可以照常登记。")
        return self.tr("导出成表格"), self.tr("姓名、电话默认打星号。导出会记在操作记录里。")

    def main(self) -> str:
        return "" if self.model.stage == "running" else self.tr("导出")

    def act(self) -> None:
        if self.full.isChecked() and not self.reason.text().strip():
            self._reason_field.set_error(texts.sentence("export.reason"))
            self.reason.setFocus()
            return
        ending = self.form.key()
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("存到哪里？"), f"{self.kind.currentText()}.{ending}", f"*.{ending}"
        )
        if name:
            self.export(Path(name))

    def export(self, path: Path) -> None:
        """Begin; progress and the way out stand on the page."""
        kind = self.kind.key()
        days = [
            one.date().toString(Qt.DateFormat.ISODate) if kind != "people" else "" for one in (self.since, self.until)
        ]
        reason = self.reason.text().strip() if self.full.isChecked() else ""
        heads = {column: export_heads.head(column) for column in self.presenter.columns(kind)}
        self.presenter.start(kind, self.form.key(), path, days[0], days[1], reason, heads)

    def refresh(self) -> None:
        said = {
            "visits": self.tr("来访记录"), "people": self.tr("住户名单"), "service": self.tr("服务时长"),
            "audit": self.tr("操作记录"), "disclosures": self.tr("提供登记"), "requests": self.tr("个人信息请求"),
            "consents": self.tr("同意和撤回"),
        }  # fmt: skip
        self.kind.set_choices([(key, said[key]) for key in self.presenter.kinds()])
        super().refresh()

    def show_model(self, model: ExportModel) -> None:
        turned = model.stage != self.model.stage
        self.model = model
        running = model.stage == "running"
        show_if(self._card, not running)
        show_if(self._progress, running)
        if running:
            if turned:
                self._progress.set_progress(0, 0)
            self._progress.set_progress(model.done, model.total)
        if turned:
            done = self.tr("导出好了：{file}，{n} 行。").format(file=model.file, n=f"{model.rows:,}")
            say(self._said, done if model.stage == "done" else "")
            self.turned.emit()
        self._draw()

    def _draw(self) -> None:
        manager = self.presenter.ports.desk.actor.may("export.people")
        show_if(self.full, manager and self.kind.key() != "audit")
        show_if(self._reason_field, self.full.isChecked() and not self.full.isHidden())
        for field in self._fields[2:]:
            show_if(field, self.kind.key() != "people")

    def _on_wrong(self, error: Exception) -> None:
        say(self._said, texts.of_error(error), "bad")

    def retranslate(self) -> None:
        said = (self.tr("导出什么"), self.tr("表格格式"), self.tr("从哪天"), self.tr("到哪天"))
        for field, words in zip(self._fields, said, strict=True):
            field.set_words(words)
        self.form.set_choices([("xlsx", "Excel (.xlsx)"), ("csv", "CSV")])
        self.full.setText(self.tr("不打星号，要写明理由"))
        self._reason_field.set_words(self.tr("理由"), self.tr("会记在操作记录里"))
        self._draw()


def _today(presenter: Any) -> QDate:
    """The day of the site, which need not be that of the computer."""
    day = presenter.ports.desk.time.day(presenter.ports.clock.now_ms())
    return QDate(day.year, day.month, day.day)
