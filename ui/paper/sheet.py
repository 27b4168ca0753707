"""A list on A4: title, lines, a table whose head stands on every page. As PDF, on the printer, or as pictures to look at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QTextDocument

from ui.paper.document import print_document
from ui.paper.face import face
from ui.paper.job import Job, copy_mark

MARGIN_MM = 14.0
A4_MM = (210.0, 297.0)
POINTS = 11
MARKS = ("✓", "□")  # cells to tick stand in the middle of their column


@dataclass(frozen=True)
class Sheet:
    """All in words. rows: as many cells as there are heads."""

    title: str
    lines: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: str = ""


def job(sheet: Sheet, name: str) -> Job:
    """The list for a printer, or as a file; it bears names, so the file stays at home."""
    key = str(hash(sheet))  # the same list once more; a list with one more tick is another one
    return Job(name, sheet.title, lambda device, copy: _draw(device, sheet, copy), key, private=True)


def _draw(device: QPagedPaintDevice, sheet: Sheet, copy: bool) -> None:
    _lay_out(device)
    shown = replace(sheet, title=f"{sheet.title} · {copy_mark()}") if copy else sheet
    print_document(_document(shown), device)


def pages(sheet: Sheet, width: int, most: int) -> tuple[list[QImage], int]:
    """The first pages as pictures this many px wide, and how many pages there are."""
    document = _document(sheet)
    scale = width / A4_MM[0]
    margin = MARGIN_MM * scale
    inner = QSizeF(width - 2 * margin, A4_MM[1] * scale - 2 * margin)
    document.setDefaultFont(_font(POINTS / 72 * 25.4 * scale))
    document.setPageSize(inner)
    count = document.pageCount()
    return [_picture(document, number, inner, margin) for number in range(min(most, count))], count


def _picture(document: QTextDocument, number: int, inner: QSizeF, margin: float) -> QImage:
    image = QImage(round(inner.width() + 2 * margin), round(inner.height() + 2 * margin), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(margin, margin - number * inner.height())
    document.drawContents(painter, QRectF(0, number * inner.height(), inner.width(), inner.height()))
    painter.end()
    return image


def _document(sheet: Sheet) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(_font(0))
    document.setDocumentMargin(0)
    boxes = {nth for row in sheet.rows[:1] for nth, cell in enumerate(row) if cell in MARKS}
    sides = ["center" if nth in boxes else "left" for nth in range(len(sheet.heads))]
    head = "".join(f"<th align='{side}'>{escape(cell)}</th>" for cell, side in zip(sheet.heads, sides, strict=True))
    rows = "".join(f"<tr>{_row(row, sides)}</tr>" for row in sheet.rows)
    lines = "".join(f"<p>{escape(line)}</p>" for line in sheet.lines)
    document.setDefaultStyleSheet("* { color: black; } th, td { padding: 3px; } h2 { margin: 0; } p { margin: 4px 0; }")
    document.setHtml(
        f"<h2>{escape(sheet.title)}</h2>{lines}"
        f"<table width='100%' border='1' cellspacing='0' style='border-collapse: collapse; border-color: #777'>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><p style='white-space: pre-wrap'>{escape(sheet.foot)}</p>"  # its gaps are room to sign
    )
    return document


def _row(cells: tuple[str, ...], sides: list[str]) -> str:
    return "".join(f"<td align='{side}'>{escape(cell)}</td>" for cell, side in zip(cells, sides, strict=True))


def _font(px: float) -> QFont:
    """The program's font in px, or in points when px is 0 (a printer's device units are not px)."""
    made = face(px or 10)
    if not px:
        made.setPointSize(POINTS)
    return made


def _lay_out(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)
