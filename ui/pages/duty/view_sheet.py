"""The month as it will hang on the wall or stand in the chat group."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import moments
from ui.pages.duty.model import Sheet
from ui.paper import roster_sheet
from ui.paper.roster_sheet import Roster
from ui.widgets import EmptyState, Themed, show_if


class SheetView(Themed, QWidget):
    """A picture of the month as wide as the page; `roster()` is what is printed and saved."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        self._whole = QPixmap()
        self._picture, self._empty = QLabel(), EmptyState("calendar-event", "", "")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._picture)
        self._column.addWidget(self._empty, 1)
        self.ready()

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Another month, or the same one as it stands now."""
        if sheet == self._sheet and not self._whole.isNull():
            return
        self._sheet = sheet
        self._draw()

    def roster(self) -> Roster | None:
        """The month in words, None while it is not published."""
        sheet = self._sheet
        if sheet is None or not sheet.published:
            return None
        short = QLocale.FormatType.ShortFormat
        weekdays = tuple(QLocale().dayName(day, short) for day in range(1, 8))
        return Roster(
            self.tr("{month} 值班表").format(month=moments.month(sheet.month)), sheet.site, weekdays, sheet.weeks
        )

    def retranslate(self) -> None:
        self._empty.show_state(
            "calendar-event", self.tr("值班表会在这里"), self.tr("班长在排班页公布这个月以后，就能打印、发群。")
        )
        self._picture.setAccessibleName(self.tr("全月值班表"))
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _draw(self) -> None:
        roster = self.roster()
        self._whole = QPixmap.fromImage(roster_sheet.picture(roster)) if roster is not None else QPixmap()
        show_if(self._picture, roster is not None)
        show_if(self._empty, self._sheet is not None and roster is None)
        self._fit()

    def _fit(self) -> None:
        """As wide as the page; its width must not hold the page open."""
        if self._whole.isNull() or self.width() < 50:
            return
        smooth = Qt.TransformationMode.SmoothTransformation
        self._picture.setMinimumWidth(1)
        self._picture.setPixmap(self._whole.scaledToWidth(self.width(), smooth))
