"""Words in parts, each begun by a rule, that no page break cuts: a matter and the line to answer it stay together."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPagedPaintDevice, QTextBlock, QTextCursor, QTextDocument, QTextFormat

from ui.paper.document import made


def in_parts(markdown: str, device: QPagedPaintDevice) -> QTextDocument:
    """In large print; a part that would run over the end of a page begins the next one, unless it is longer than a page."""
    document = made(markdown)
    document.documentLayout().setPaintDevice(device)
    high = float(device.height())
    document.setPageSize(QSizeF(device.width(), high))
    for first, last in _parts(document):
        top, end = _top(document, first), _bottom(document, last)
        if end - top < high and int(top // high) != int((end - 1) // high):
            _begin_page(first)
    return document


def _parts(document: QTextDocument) -> list[tuple[QTextBlock, QTextBlock]]:
    """First and last block of each part; what stands before the first rule is none."""
    blocks, block = list[QTextBlock](), document.begin()
    while block.isValid():
        blocks.append(block)
        block = block.next()
    rule = QTextFormat.Property.BlockTrailingHorizontalRulerWidth
    starts = [nth for nth, one in enumerate(blocks) if one.blockFormat().hasProperty(rule)]
    return [(blocks[at], blocks[end - 1]) for at, end in zip(starts, [*starts[1:], len(blocks)], strict=True)]


def _top(document: QTextDocument, block: QTextBlock) -> float:
    return document.documentLayout().blockBoundingRect(block).top()


def _bottom(document: QTextDocument, block: QTextBlock) -> float:
    return document.documentLayout().blockBoundingRect(block).bottom()


def _begin_page(block: QTextBlock) -> None:
    cursor, look = QTextCursor(block), block.blockFormat()
    look.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    cursor.setBlockFormat(look)
