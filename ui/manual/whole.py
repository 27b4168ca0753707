"""The manual as one file: HTML with its pictures inside, and a PDF with contents and page numbers."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from ui.manual import book
from ui.manual.reader import PICTURE, space_out
from ui.paper.document import MARGIN_MM, made
from ui.paper.files import whole
from ui.paper.job import painting
from ui.shell.shortcuts import key_table

POINTS = 13
SHARE = 0.82  # of the page's width: two pictures and their words fit one page
FOOT_MM = 8.0
DPI = 200
STYLE = (
    "body{font:20px/1.6 'Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif;max-width:46em;margin:2em auto;"
    "padding:0 1em;color:#111;background:#fff}img{max-width:100%;border:1px solid #888}table{border-collapse:collapse}"
    "td,th{border:1px solid #888;padding:.3em .8em;text-align:left}h1{margin-top:2em}"
)
_IMAGE = re.compile(r'<img src="([^"]+)"[^>]*>')
_DRESS = re.compile(r' (?:style|align|border|cellspacing|cellpadding|width)="[^"]*"')
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_SPAN = re.compile(r"</?span[^>]*>")


def title() -> str:
    return QCoreApplication.translate("Manual", "门岗台使用说明")


def markdown(lang: str, pages: dict[str, int] | None = None) -> str:
    """All of it. pages: where each chapter begins, for the table of contents; without it the contents are a plain list."""
    parts = [f"# {title()}"]
    for room in book.rooms():
        parts.append(f"**{room.title[lang]}**")
        parts.append("\n".join(_line(chapter.name, lang, pages) for chapter in room.chapters))
    parts += [book.words(chapter.name, lang).replace(book.KEYS, key_table()) for chapter in book.chapters()]
    return book.with_pictures("\n\n".join(parts), lambda step: book.picture_file(step, lang).is_file())


def _line(chapter: str, lang: str, pages: dict[str, int] | None) -> str:
    page = f" … {pages[chapter]}" if pages else ""
    return f"- {book.title(chapter, lang)}{page}"


def html(lang: str) -> str:
    """One file that needs no other."""
    document = made(markdown(lang), POINTS)
    found = _BODY.search(document.toHtml())
    inner = _DRESS.sub("", _SPAN.sub("", found.group(1) if found else ""))
    body = _IMAGE.sub(lambda image: _inside(book.picture_file(image.group(1), lang)), inner)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title()}</title>'
    return f'<!DOCTYPE html><html lang="{lang.replace("_", "-")}"><head>{head}<style>{STYLE}</style></head><body>{body}</body></html>'


def _inside(picture: Path) -> str:
    data = base64.b64encode(picture.read_bytes()).decode()
    return f'<img alt="{picture.stem}" src="data:image/webp;base64,{data}">'


def save_pdf(lang: str, path: Path) -> None:
    """Raises Trouble("paper.not_written")."""
    with whole(path) as device:
        writer = QPdfWriter(device)
        writer.setResolution(DPI)
        writer.setTitle(title())
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
        blank = {chapter.name: 0 for chapter in book.chapters()}
        pages = begins(laid_out(lang, blank, writer), lang)
        _print(laid_out(lang, pages, writer), writer)


def laid_out(lang: str, pages: dict[str, int], writer: QPdfWriter) -> QTextDocument:
    """The document at the size of the paper; every chapter begins on a page of its own."""
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(made("", POINTS).defaultFont())
    document.setMarkdown(markdown(lang, pages))
    _add_pictures(document, lang, writer.width() * SHARE)  # after the words: new words throw them away
    document.setDocumentMargin(0)
    space_out(document, POINTS)
    _break_pages(document)
    document.setPageSize(QRectF(0, 0, writer.width(), writer.height() - _foot(writer)).size())
    return document


def _add_pictures(document: QTextDocument, lang: str, width: float) -> None:
    """width: in dots of the paper. Qt takes a picture's own size for dots of the screen and enlarges it for the paper."""
    width *= QGuiApplication.primaryScreen().logicalDotsPerInchY() / DPI
    for chapter in book.chapters():
        for step in book.pictures(book.words(chapter.name, lang)):
            picture = QImage(str(book.picture_file(step, lang)))
            if not picture.isNull():
                picture.setDevicePixelRatio(picture.width() / width)
                document.addResource(PICTURE, QUrl(step), picture)


def _break_pages(document: QTextDocument) -> None:
    block = document.begin().next()
    while block.isValid():
        if block.blockFormat().headingLevel() == 1:
            form = QTextBlockFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).mergeBlockFormat(form)
        block = block.next()


def begins(document: QTextDocument, lang: str) -> dict[str, int]:
    """Page on which each chapter begins, the first page is 1."""
    height, layout = document.pageSize().height(), document.documentLayout()
    tops = []
    block = document.begin().next()
    while block.isValid():
        if block.blockFormat().headingLevel() == 1:
            rect = layout.blockBoundingRect(block)
            tops.append(int((rect.top() + rect.height() / 2) // height) + 1)
        block = block.next()
    return dict(zip((chapter.name for chapter in book.chapters()), tops, strict=True))


def _foot(writer: QPdfWriter) -> float:
    return FOOT_MM / 25.4 * writer.resolution()


def _print(document: QTextDocument, writer: QPdfWriter) -> None:
    size = document.pageSize()
    with painting(writer) as painter:
        ink: Any = QAbstractTextDocumentLayout.PaintContext()  # the stubs know none of its fields
        ink.palette = QPalette(Qt.GlobalColor.white)
        ink.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        for number in range(document.pageCount()):
            if number:
                writer.newPage()
            painter.save()
            painter.translate(0, -number * size.height())
            ink.clip = QRectF(0, number * size.height(), size.width(), size.height())
            painter.setClipRect(ink.clip)
            document.documentLayout().draw(painter, ink)
            painter.restore()
            _number(painter, QRectF(0, size.height(), size.width(), _foot(writer)), number + 1)


def _number(painter: QPainter, foot: QRectF, number: int) -> None:
    painter.setPen(Qt.GlobalColor.black)
    painter.drawText(foot, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter, str(number))
