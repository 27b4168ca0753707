"""A chapter on the screen: large letters, pictures as wide as there is room, scrolled with keys, wheel or finger."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QSizePolicy, QTextBrowser, QWidget

from ui.manual import book
from ui.theme import current
from ui.widgets.themed import Themed

PICTURE = QTextDocument.ResourceType.ImageResource.value
LINE = 130.0  # percent: room between lines helps weak eyes
MARGIN = 24  # of the document and the scroll bar
PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
SCALE = {1: 1.4, 2: 1.2}  # of the text, by level of the heading


class Reader(Themed, QTextBrowser):
    """`show_chapter(markdown, lang)`; a picture that was not made is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = self._lang = ""
        self._width = 0
        self._at_work = False
        self.setOpenLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # one that comes and goes changes the width
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.ready()

    def show_chapter(self, markdown: str, lang: str) -> None:
        """From its beginning."""
        self._markdown, self._lang = markdown, lang
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def restyle(self) -> None:
        self.setMinimumHeight(current().text() * 6)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self._lay_out()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """The picture of a step, never wider than the page."""
        if int(kind) != PICTURE:
            return None
        url = name if isinstance(name, QUrl) else QUrl(name)
        picture = QImage(str(book.picture_file(url.toString(), self._lang)))
        room = QSize(max(self._width - 2 * MARGIN, 1), picture.height())
        if picture.width() <= room.width():
            return picture
        return picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)

    def _lay_out(self) -> None:
        self._width = self.viewport().width()
        if not self._markdown or self._at_work:
            return
        self._at_work = True  # filling a document may resize its view, which comes here again
        try:
            self._fill()
        finally:
            self._at_work = False

    def _fill(self) -> None:
        at = self.verticalScrollBar().value()
        document = self.document()
        document.clear()
        letters = self.font()
        letters.setPixelSize(current().text())
        document.setDefaultFont(letters)
        document.setDocumentMargin(MARGIN / 2)
        there = book.with_pictures(self._markdown, lambda step: book.picture_file(step, self._lang).is_file())
        document.setMarkdown(there)
        space_out(document, current().text(), pixels=True)
        self.verticalScrollBar().setValue(at)


def space_out(document: QTextDocument, size: float, pixels: bool = False) -> None:
    """Lines apart, headings larger. size: of the text, in pixels or in points."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        form = block.blockFormat()
        level = form.headingLevel()
        if not _holds_picture(block.text()):
            form.setLineHeight(LINE, PROPORTIONAL)
        form.setTopMargin(size * (1.2 if level else 0.3))
        form.setBottomMargin(size * 0.3)
        cursor.setBlockFormat(form)
        if level in SCALE:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(_heading(size * SCALE[level], pixels))
        block = block.next()


def _heading(size: float, pixels: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    if pixels:
        look.setProperty(QTextFormat.Property.FontPixelSize.value, round(size))
    else:
        look.setFontPointSize(size)
    look.setFontWeight(QFont.Weight.Bold)
    return look


def _holds_picture(text: str) -> bool:
    return "\ufffc" in text  # QTextDocument's mark for an object among letters
