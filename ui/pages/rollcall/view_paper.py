"""The list as it will stand on paper, page by page; one press prints it or saves it as PDF, with no dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.core.errors import Fault
from ui.hardware.printing import save
from ui.pages.rollcall.model import MARKS, RollModel, RollRow
from ui.pages.rollcall.view_table import mark_word
from ui.paper import sheet
from ui.paper.sheet import Sheet
from ui.shell import papers
from ui.theme import current
from ui.widgets import BigButton, FlowLayout, Themed, set_role

if TYPE_CHECKING:
    from ui.pages.rollcall.presenter import RollCallPresenter


NAME = "roll-call"
WIDE_EMS = 34  # a page as it is shown, in letters of the base text
SHOWN = 3  # pages to look at; each takes 4 MB


class PaperView(Themed, QWidget):
    """Pages one above the other, as wide as there is room."""

    def __init__(self, presenter: RollCallPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._model = RollModel()
        self._pages: list[QLabel] = []
        self.count = 0
        self.print_now, self.save = BigButton("", "main", "printer"), BigButton("", "quiet", "download")
        self.print_now.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        row = QWidget()
        set_role(row, "clear")
        flow = FlowLayout(row, gap="m")
        flow.addWidget(self.print_now)
        flow.addWidget(self.save)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(row)
        self._column.addStretch(1)
        self.ready()

    def show_model(self, model: RollModel, room: int) -> None:
        """Lay the pages out anew. room: how wide they may be, in px."""
        self.clear()
        self._model = model
        width = min(current().text() * WIDE_EMS, room)
        pictures, self.count = sheet.pages(self.sheet(), width, SHOWN)
        self._pages = [self._page(QPixmap.fromImage(picture)) for picture in pictures]
        for nth, page in enumerate(self._pages):
            page.setAccessibleName(self.tr("第 {n} 页").format(n=nth + 1))
            self._column.insertWidget(1 + nth, page, 0, Qt.AlignmentFlag.AlignHCenter)

    def clear(self) -> None:
        """Away with the pages: names are not kept where nobody looks."""
        for page in self._pages:
            self._column.removeWidget(page)
            page.deleteLater()
        self._pages = []

    def retranslate(self) -> None:
        self.print_now.setText(self.tr("打印"))
        self.save.setText(self.tr("存成 PDF"))

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))

    def sheet(self) -> Sheet:
        """Words of the paper."""
        model = self._model
        title = self.tr("清点报告") if model.closed else self.tr("清点名单")
        if model.drill:
            title = self.tr("{title}（演练）").format(title=title)
        begun, ended = model.stamp
        when = self.tr("{start} 到 {end}").format(start=begun, end=ended) if ended else begun
        figures = self.tr(
            "在册 {people} 人；平安 {safe}，已离开 {left}，找过没找到 {missing}，还没见到 {open}；另有不确定 {uncertain} 人"
        ).format(
            people=model.people, safe=model.safe, left=model.left, missing=model.not_found, open=model.open,
            uncertain=model.uncertain,
        )  # fmt: skip
        heads = (
            self.tr("姓名"), self.tr("到哪一户"), self.tr("电话"), self.tr("人数"), self.tr("进门"),
            *(mark_word(mark) for mark in MARKS),
        )  # fmt: skip
        return Sheet(
            f"{model.estate} · {title}", (" · ".join(part for part in (model.gate, when) if part), figures), heads,
            tuple(self._cells(row) for row in model.rows), self.tr("用完请收回，当天销毁。签名：　　　　　　时间："),
        )  # fmt: skip

    def _cells(self, row: RollRow) -> tuple[str, ...]:
        name = row.name or self.tr("没留姓名")
        if not row.certain:
            name = self.tr("{name}（不确定）").format(name=name)
        ticks = tuple("✓" if row.mark == mark else "□" for mark in MARKS)
        return name, row.place, row.phone, str(row.people), row.since, *ticks

    def _page(self, picture: QPixmap) -> QLabel:
        made = QLabel()
        made.setPixmap(picture)
        return made

    def _on_print(self) -> None:
        papers.send(sheet.job(self.sheet(), NAME), self)

    def _on_save(self) -> None:
        try:
            path = self._presenter.prints() / f"{NAME}.pdf"
            save(sheet.job(self.sheet(), NAME), path)
        except Fault as fault:
            self._presenter.problem(fault)
        else:
            self._presenter.done(self.tr("已存成 PDF：{path}").format(path=path))
