"""Labels: sheets of codes as PDF, a single label as picture or SVG. Each shows its serial and whom to call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter, QPen

from desk.codes import matrix, payload, serials
from desk.codes.matrix import Level
from desk.codes.rules import Kind
from desk.codes.views import Issued
from ui.paper import qr
from ui.paper.face import face
from ui.paper.files import Cancelled, whole
from ui.paper.job import stamp

DPI = 1200
MM = DPI / 25.4
PNG_DPI = 600


@dataclass(frozen=True)
class Label:
    """One label: what the code says, its serial as printed, and a caption (a door) only where the site wants one."""

    text: str
    serial: str
    title: str
    caption: str = ""


@dataclass(frozen=True)
class Imprint:
    """What every label of a run says besides its code."""

    estate: str
    phone_line: str

    @staticmethod
    def of(estate: str, gate_phone: str) -> Imprint:
        line = QCoreApplication.translate("Paper", "门岗电话 {phone}").format(phone=gate_phone) if gate_phone else ""
        return Imprint(estate, line)


@dataclass(frozen=True)
class Sheet:
    """An A4 grid. Margins in mm; cells are equal, lines to cut along stand between them."""

    columns: int = 4
    rows: int = 6
    margin_x: float = 8
    margin_y: float = 10.5

    @property
    def per_page(self) -> int:
        return self.columns * self.rows

    def cell(self, place: int) -> QRectF:
        """The box of the n-th label of a page, in mm."""
        width, height = (210 - 2 * self.margin_x) / self.columns, (297 - 2 * self.margin_y) / self.rows
        row, column = divmod(place, self.columns)
        return QRectF(self.margin_x + column * width, self.margin_y + row * height, width, height)


SMALL, MIDDLE, LARGE = Sheet(5, 8, 5, 8.5), Sheet(), Sheet(2, 3)
"""40, 24 and 6 labels a page."""


def kind_title(kind: Kind) -> str:
    """What the label calls itself."""
    return {
        Kind.INDOOR: QCoreApplication.translate("Paper", "户内码"),
        Kind.OUTDOOR: QCoreApplication.translate("Paper", "户外码"),
        Kind.ASSET: QCoreApplication.translate("Paper", "物品码"),
        Kind.LOCKER: QCoreApplication.translate("Paper", "柜门码"),
        Kind.SHIFT: QCoreApplication.translate("Paper", "班次码"),
        Kind.DUTY: QCoreApplication.translate("Paper", "值班码"),
        Kind.PASS: QCoreApplication.translate("Paper", "来访证"),
    }[kind]


def label_of(issued: Issued, url_prefix: str = "", caption: str = "") -> Label:
    """The label of an issued code; url_prefix: the site's address around ids, so that a phone shows no gibberish."""
    text = payload.url_form(url_prefix, issued.text)
    return Label(text, serials.show_serial(issued.serial), kind_title(issued.kind), caption)


def write_sheets(
    path: Path,
    labels: Sequence[Label],
    imprint: Imprint,
    sheet: Sheet = MIDDLE,
    progress: Callable[[int, int], None] = lambda done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> bool:
    """Write label sheets as PDF; False when it was cancelled, and then there is no file.

    progress(labels done, of) comes after every page. Needs a QGuiApplication; runs on any thread or process.
    Raises Trouble("paper.not_written").
    """
    done = False
    with whole(path) as file:
        writer = QPdfWriter(file)
        writer.setResolution(DPI)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF())
        writer.setTitle(imprint.estate)
        writer.setCreator("Gatehouse Desk")
        painter = QPainter(writer)
        try:
            _pages(painter, writer, labels, imprint, sheet, progress, cancelled)
            done = True
        finally:
            painter.end()
    return done


def _pages(
    painter: QPainter,
    writer: QPdfWriter,
    labels: Sequence[Label],
    imprint: Imprint,
    sheet: Sheet,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    brush = _Brush(imprint, sheet.cell(0).width() * MM, sheet.cell(0).height() * MM)
    for start in range(0, len(labels), sheet.per_page):
        if cancelled():
            raise Cancelled
        if start:
            writer.newPage()
        stamp(painter)
        page = labels[start : start + sheet.per_page]
        for place, label in enumerate(page):
            cell = sheet.cell(place)
            brush.draw(painter, label, cell.x() * MM, cell.y() * MM)
        progress(start + len(page), len(labels))


class _Brush:
    """Draws labels of one size. Lengths in device units; type sizes follow the cell."""

    def __init__(self, imprint: Imprint, width: float, height: float) -> None:
        self.imprint, self.width, self.height = imprint, width, height
        line = min(height / 11, width / 11)
        self._head, self._serial, self._foot = (
            face(line * 0.72, bold=True), face(line * 0.86, bold=True), face(line * 0.68)
        )  # fmt: skip
        self._line = line
        self._pen = QPen(QColor(0xB0, 0xB0, 0xB0), 0)

    def draw(self, painter: QPainter, label: Label, x: float, y: float) -> None:
        """One label with its top left corner at x, y."""
        line = self._line
        painter.setPen(self._pen)
        painter.drawRect(QRectF(x, y, self.width, self.height))
        painter.setPen(Qt.GlobalColor.black)
        self._text(painter, self._head, x, y + line * 0.35, self._elided(_heading(label, self.imprint), self._head))
        top, bottom = _text_lines(self.imprint)
        box = QRectF(x, y + top * line, self.width, self.height - (top + bottom) * line)
        qr.draw(painter, matrix.draw(label.text, Level.Q), box)
        self._text(painter, self._serial, x, y + self.height - (bottom + 0.1) * line, label.serial)
        self._text(painter, self._foot, x, y + self.height - 1.2 * line, self.imprint.phone_line)

    def _text(self, painter: QPainter, font: QFont, x: float, y: float, text: str) -> None:
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(x, y, self.width, self._line), flags, text)

    def _elided(self, text: str, font: QFont) -> str:
        return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, self.width * 0.94)


def label_image(label: Label, imprint: Imprint, width_mm: float = 50, height_mm: float = 50) -> QImage:
    """A single label as a picture of 600 dots an inch."""
    scale = PNG_DPI / 25.4
    picture = QImage(round(width_mm * scale), round(height_mm * scale), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    picture.setDotsPerMeterX(round(scale * 1000))
    picture.setDotsPerMeterY(round(scale * 1000))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _Brush(imprint, picture.width() - 1, picture.height() - 1).draw(painter, label, 0, 0)
    painter.end()
    return picture


def label_svg(label: Label, imprint: Imprint, width_mm: float = 50, height_mm: float = 50) -> str:
    """A single label as SVG; one user unit is a millimetre. Text stays text."""
    code = matrix.draw(label.text, Level.Q)
    line = min(width_mm, height_mm) / 11
    top, bottom = (lines * line for lines in _text_lines(imprint))
    side = min(width_mm, height_mm - top - bottom)
    step = side / qr.modules(code)
    left = (width_mm - side) / 2 + matrix.QUIET * step
    above = top + (height_mm - top - bottom - side) / 2 + matrix.QUIET * step
    rows = (
        (_heading(label, imprint), line * 1.1, line * 0.72, 700),
        (label.serial, height_mm - bottom + line * 0.7, line * 0.86, 700),
        (imprint.phone_line, height_mm - line * 0.5, line * 0.68, 400),
    )
    texts = "".join(
        f'<text x="{width_mm / 2:g}" y="{y:.3f}" font-size="{size:.3f}" font-weight="{weight}">{escape(text)}</text>'
        for text, y, size, weight in rows
        if text
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_mm:g}mm" height="{height_mm:g}mm" '
        f'viewBox="0 0 {width_mm:g} {height_mm:g}"><rect width="100%" height="100%" fill="#fff"/>'
        f'<path transform="translate({left:.4f} {above:.4f}) scale({step:.5f})" shape-rendering="crispEdges" '
        f'd="{qr.svg_path(code)}"/><g text-anchor="middle" font-family="Noto Sans SC, sans-serif">{texts}</g></svg>'
    )


def _heading(label: Label, imprint: Imprint) -> str:
    return "  ".join(part for part in (imprint.estate, label.title, label.caption) if part)


def _text_lines(imprint: Imprint) -> tuple[float, float]:
    """Lines of text above and below the code."""
    return 1.2, 2.1 if imprint.phone_line else 1.2
