"""FlowLayout: lays widgets in rows and wraps; with `equal=True` in columns of the same width that fill the row.

`FlowLayout(parent=None, gap="m", equal=False, columns=0)`; `columns` is the most columns when equal (0: as many as fit).
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme import current


class FlowLayout(QLayout):
    def __init__(self, parent: QWidget | None = None, gap: str = "m", equal: bool = False, columns: int = 0) -> None:
        super().__init__(parent)
        self._gap, self._equal, self._columns = gap, equal, columns
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def set_columns(self, columns: int) -> None:
        """Another most, e.g. where the text is large."""
        if columns != self._columns:
            self._columns = columns
            self.invalidate()

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, int, int]]]:
        """Rows of (item, x, width) for the room inside the margins."""
        return self._equal_rows(width) if self._equal else self._loose_rows(width)

    def _equal_rows(self, width: int) -> list[list[tuple[QLayoutItem, int, int]]]:
        items, gap = self._visible(), current().space(self._gap)
        if not items:
            return []
        least = max(item.minimumSize().width() for item in items)
        count = max(1, min((width + gap) // (least + gap), self._columns or len(items), len(items)))
        # Balanced rows: four in two rows are 2 + 2, never 3 + 1.
        count = -(-len(items) // -(-len(items) // count))
        each = (width + gap) / count - gap
        rows = [items[i : i + count] for i in range(0, len(items), count)]
        return [[(item, round(i * (each + gap)), int(each)) for i, item in enumerate(row)] for row in rows]

    def _loose_rows(self, width: int) -> list[list[tuple[QLayoutItem, int, int]]]:
        gap, rows, x = current().space(self._gap), [[]], 0  # type: ignore[var-annotated]
        for item in self._visible():
            wide = min(item.sizeHint().width(), max(width, item.minimumSize().width()))
            if rows[-1] and x + wide > width:
                rows.append([])
                x = 0
            rows[-1].append((item, x, wide))
            x += wide + gap
        return [row for row in rows if row]

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        hint = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        return max(hint, item.minimumSize().height())

    def _place(self, rect: QRect, really: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        y, gap = inner.y(), current().space(self._gap)
        for row in self._rows(inner.width()):
            high = max(self._height(item, wide) for item, _, wide in row)
            for item, x, wide in row if really else ():
                own = high if self._equal else self._height(item, wide)
                item.setGeometry(QRect(inner.x() + x, y + (high - own) // 2, wide, own))
            y += high + gap
        margins = self.contentsMargins()
        return max(0, y - gap - inner.y()) + margins.top() + margins.bottom()

    # -- Qt

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:
        items, gap = self._visible(), current().space(self._gap)
        count = min(self._columns or len(items), len(items)) if self._equal else len(items)
        widths = sorted((item.sizeHint().width() for item in items), reverse=True)[:count]
        width = sum(widths) + gap * max(0, count - 1)
        return QSize(width, self.heightForWidth(width)).expandedTo(self.minimumSize())

    def minimumSize(self) -> QSize:
        items, margins = self._visible(), self.contentsMargins()
        width = max((item.minimumSize().width() for item in items), default=0)
        height = max((item.minimumSize().height() for item in items), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())
