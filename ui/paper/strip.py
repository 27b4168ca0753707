"""Slips on whatever paper is in: all of a roll or of A6, and on larger sheets the corner, as wide as a roll prints."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

ROLL_MM = 80.0
A6_MM = (105.0, 148.0)
PRINTS_MM = 72.0  # what prints of an 80 mm roll
SLACK_MM = 2.0  # drivers call a roll 79.5 or 80.3 mm wide


def width_on(device: QPagedPaintDevice, painter: QPainter) -> float:
    """How wide a slip is on this device's page, in its own units."""
    inner = float(painter.viewport().width())
    if device.pageLayout().fullRect(QPageLayout.Unit.Millimeter).width() <= A6_MM[0] + SLACK_MM:
        return inner
    return min(inner, PRINTS_MM * device.logicalDpiX() / 25.4)


def fitting(wide: float, tall: float, most: float) -> float:
    """The width at which a slip of these sides is no taller than `most`; its height grows with its width."""
    return wide if tall <= most else wide * most / tall


def roll(writer: QPdfWriter, tall_mm: float, wide_mm: float = ROLL_MM) -> None:
    """Give a PDF a page just as long as the slip needs, without margins."""
    size = QSizeF(wide_mm, tall_mm)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
