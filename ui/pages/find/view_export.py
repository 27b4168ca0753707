"""The export: which days, where to, and how far it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDir, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from ui.texts import sentence
from ui.widgets import BigButton, Card, DateField, Field, Form, ProgressCard, label

if TYPE_CHECKING:
    from ui.pages.find.presenter import FindPresenter

MONTH = 30
FIELDS = (
    "visitor_type",
    "name",
    "phone",
    "plate",
    "company",
    "party_size",
    "purpose_code",
    "purpose",
    "proof",
    "items_in",
    "items_out",
)


class ExportPanel(Card):
    """closed()."""

    closed = Signal()

    def __init__(self, presenter: FindPresenter) -> None:
        self._presenter = presenter
        self.ask_path: Callable[[str, str], str] = self._ask_path
        super().__init__(tone="info")
        self._note = label("", "quiet")
        today = presenter.today()
        end = QDate(today.year, today.month, today.day)
        self.first, self.last = DateField(end.addDays(-MONTH)), DateField(end)
        form = Form(columns=2)
        self._fields = [form.add(Field("", editor)) for editor in (self.first, self.last)]
        self.save, self._no = BigButton("", "main", "file-export"), BigButton("", "quiet", "", "Esc")
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self._no)
        row.addStretch(1)
        self.progress = ProgressCard("")
        self.progress.hide()
        self.body.addWidget(self._note)
        self.body.addWidget(form)
        self.body.addWidget(self.progress)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.save.clicked.connect(self._on_save)
        self._no.clicked.connect(self._on_no)
        self.running = False
        presenter.progress = self._on_progress
        presenter.ended = self._on_ended
        self.retranslate()

    def _on_save(self) -> None:
        if self.running:
            return
        name = f"visits-{self.last.date().toString('yyyyMMdd')}.xlsx"
        path = self.ask_path(self.tr("导出到"), name)
        if not path:
            return
        self._begin()
        first, last = self.first.date().toPython(), self.last.date().toPython()
        self._presenter.export(path, first, last, json.dumps(self._titles(), ensure_ascii=False))  # type: ignore[arg-type]

    def _begin(self) -> None:
        self.running = True
        old, self.progress = self.progress, ProgressCard(self.tr("正在导出"))
        self.body.replaceWidget(old, self.progress)
        old.hide()
        old.deleteLater()
        self.progress.cancelled.connect(self._presenter.cancel)
        self.progress.show()
        self.save.setEnabled(False)

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.set_progress(done, total)

    def _on_ended(self, good: bool, rows: int) -> None:
        self.running = False
        self.save.setEnabled(True)
        words = self.tr("已导出 {n} 行", "", rows).format(n=rows) if good else self.tr("没有导出，也没有留下半个文件")
        self.progress.finish(words, "ok" if good else "warn")

    def _on_no(self) -> None:
        if self.running:
            self._presenter.cancel()
        self.closed.emit()

    def _ask_path(self, title: str, name: str) -> str:
        kinds = self.tr("表格 (*.xlsx);;CSV 文件 (*.csv)")
        return QFileDialog.getSaveFileName(self, title, str(Path(QDir.homePath()) / name), kinds)[0]

    def _titles(self) -> dict[str, str]:
        words = {name: sentence(f"visit.field.{name}") for name in FIELDS}
        return words | {
            "state": self.tr("状态"), "in_at": self.tr("进门"), "out_at": self.tr("离开"), "out_source": self.tr("怎么离开的"),
            "place": self.tr("到访"), "pass_serial": self.tr("来访证"), "clock_quality": self.tr("时间可信"),
        }  # fmt: skip

    def retranslate(self) -> None:
        self.set_title(self.tr("导出来访记录"))
        if not hasattr(self, "_no"):
            return
        self._note.setText(self.tr("姓名、电话和门牌在表格里是遮住的。导出会留下记录。"))
        for field, text in zip(self._fields, (self.tr("从哪天"), self.tr("到哪天")), strict=True):
            field.set_words(text)
        self.save.setText(self.tr("选个地方，导出"))
        self._no.setText(self.tr("返回"))
