"""Words that belong on one A4 page: the largest print that still fits, set closer than a page of running text."""

from __future__ import annotations

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from ui.paper.document import made

SIZES = (14.0, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5)  # points; nothing smaller is put on a wall
POSTER = (24.0, 22.0, 20.0, 18.0, 16.0, 15.0)
HEADINGS = {1: 1.7, 2: 1.2}  # of the text, by level
PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
FIRST_COLUMN = 62  # percent: what it is about; the answer beside it is short
LINE = 88.0  # percent of what the font asks for, which leaves room for marks that Chinese and English have none of


def poster(markdown: str, device: QPagedPaintDevice) -> QTextDocument:
    """As `fitted`, and larger where there is room: to be read on a wall, standing."""
    return fitted(markdown, device, (*POSTER, *SIZES))


def fitted(markdown: str, device: QPagedPaintDevice, sizes: tuple[float, ...] = SIZES) -> QTextDocument:
    """The document in the first of these sizes that takes one page of the device; in the last one if none does."""
    page = QSizeF(device.width(), device.height())
    for points in sizes:
        document = _close(markdown, points)
        document.documentLayout().setPaintDevice(device)
        document.setPageSize(page)
        if document.pageCount() == 1:
            break
    return document


def _close(markdown: str, points: float) -> QTextDocument:
    document = made(markdown)
    letters = document.defaultFont()
    letters.setPointSizeF(points)
    document.setDefaultFont(letters)
    document.setDocumentMargin(0)
    block = document.begin()
    while block.isValid():
        _set_block(block, points)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame, points)
    return document


def _set_block(block: QTextBlock, points: float) -> None:
    cursor = QTextCursor(block)
    form = block.blockFormat()
    level = form.headingLevel()
    form.setLineHeight(LINE, PROPORTIONAL)
    in_table = cursor.currentTable() is not None
    after_list = bool(block.previous().textList()) and not block.textList()
    form.setTopMargin(points * (0.8 if level == 2 else 0.25 if after_list else 0))
    form.setBottomMargin(0 if in_table or block.textList() else points * 0.25)
    if level == 1:
        form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    cursor.setBlockFormat(form)
    if level in HEADINGS:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setFontPointSize(points * HEADINGS[level])
        look.setFontWeight(QFont.Weight.Bold)
        cursor.setCharFormat(look)


def _set_table(table: QTextTable, points: float) -> None:
    form = table.format()
    form.setCellPadding(points * 0.4)
    form.setCellSpacing(0)
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setTopMargin(points * 0.2)
    form.setBottomMargin(points * 0.5)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    rest = 100 - FIRST_COLUMN
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, part) for part in (FIRST_COLUMN, rest)]
    )
    table.setFormat(form)
