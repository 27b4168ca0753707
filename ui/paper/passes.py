"""A visitor pass on its way to the visitor: printed slip, picture to send, and full screen to be photographed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QDateTime,
    QLocale,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTime,
)
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter, QPdfWriter, QPen

from desk.codes import matrix, serials
from desk.codes.matrix import Level
from desk.codes.rules import Window
from desk.codes.views import Issued
from desk.core.clock import SiteTime
from ui.paper import qr
from ui.paper.face import face
from ui.paper.job import Job, copy_mark, painting
from ui.paper.strip import ROLL_MM, fitting, roll, width_on

THERMAL_PX = 576  # 72 mm at 203 dots an inch: the printing width of 80 mm paper
PICTURE_PX = 1080
SPARE_MM = 1.0  # a page a hair too short would shrink the slip


@dataclass(frozen=True)
class Slip:
    """What stands on a pass, in words. No name and no phone of a visitor; the household only masked."""

    text: str
    serial: str
    digits: str
    estate: str
    household: str
    phone_line: str
    when: tuple[str, ...]
    uses: str
    mark: str = ""


def slip_of(issued: Issued, estate: str, gate_phone: str, household: str, time: SiteTime) -> Slip:
    """The words for an issued pass. household: masked label, as CodeView carries it; time: of the site."""
    phone = QCoreApplication.translate("Paper", "门岗电话 {phone}").format(phone=gate_phone) if gate_phone else ""
    return Slip(
        issued.text, serials.show_serial(issued.serial), serials.show_digits(issued.digits), estate,
        QCoreApplication.translate("Paper", "到访 {household}").format(household=household) if household else "",
        phone, when_lines(issued.window, time), uses_line(issued.uses),
    )  # fmt: skip


def when_lines(window: Window, time: SiteTime) -> tuple[str, ...]:
    """When a pass is good, in one to four short lines."""
    lines = []
    if window.not_before is not None:
        lines.append(QCoreApplication.translate("Paper", "{time} 起").format(time=_moment(window.not_before, time)))
    if window.expires_at is not None:
        lines.append(QCoreApplication.translate("Paper", "{time} 止").format(time=_moment(window.expires_at, time)))
    if window.daily_from is not None and window.daily_to is not None:
        start, end = _hour(window.daily_from), _hour(window.daily_to)
        lines.append(QCoreApplication.translate("Paper", "每天 {start} 到 {end}").format(start=start, end=end))
    if window.weekdays:
        days = [
            QLocale().dayName(day + 1, QLocale.FormatType.ShortFormat) for day in range(7) if window.weekdays >> day & 1
        ]
        lines.append(QCoreApplication.translate("Paper", "只在 {days}").format(days=" ".join(days)))
    return tuple(lines)


def uses_line(uses: int) -> str:
    """How often a pass is good."""
    if uses == 0:
        return QCoreApplication.translate("Paper", "有效期内可以多次进门")
    if uses == 1:
        return QCoreApplication.translate("Paper", "只能进门一次")
    return QCoreApplication.translate("Paper", "可以进门 {n} 次").format(n=uses)


def _moment(at_ms: int, time: SiteTime) -> str:
    local = time.local(at_ms)
    moment = QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
    return QLocale().toString(moment, QCoreApplication.translate("Paper", "M月d日 ddd HH:mm"))


def _hour(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


@dataclass(frozen=True)
class _Block:
    """A piece of the column: text (size in ems), a code (text empty, code set) or a rule (both empty)."""

    text: str = ""
    size: float = 1.0
    bold: bool = False
    code: str = ""
    gap: float = 0.35


def _blocks(slip: Slip) -> tuple[_Block, ...]:
    parts = (
        _Block(slip.mark, 1.3, True),
        _Block(slip.estate, 1.15, True),
        _Block(QCoreApplication.translate("Paper", "来访证"), 1.5, True),
        _Block(slip.household, 1.15),
        *(_Block(line, 1.0, gap=0.15) for line in slip.when),
        _Block(slip.uses),
        _Block(code=slip.text, gap=0.2),
        _Block(QCoreApplication.translate("Paper", "扫不出时，请报这六位数")),
        _Block(slip.digits, 2.3, True),
        _Block(),
        _Block(QCoreApplication.translate("Paper", "编号 {serial}").format(serial=slip.serial), 0.9),
        _Block(slip.phone_line, 0.9),
        _Block(QCoreApplication.translate("Paper", "码里没有姓名和电话。请勿转给别人。"), 0.85),
    )
    return tuple(part for part in parts if part.text or part.code or part == _Block())


class _Column:
    """Sets blocks under each other on a width in device units. Level Q on paper that gets creased, M on screens."""

    def __init__(self, slip: Slip, width: float, level: Level) -> None:
        self.blocks, self.width = _blocks(slip), width
        self.em, self.margin = width / 17, width / 24
        self.code = matrix.matrix(slip.text, level)

    def height(self, painter: QPainter) -> float:
        """How tall the column will be."""
        return self._set(painter, paint=False)

    def paint(self, painter: QPainter) -> None:
        self._set(painter, paint=True)

    def _set(self, painter: QPainter, paint: bool) -> float:
        y = self.margin
        for block in self.blocks:
            y += self._one(painter, block, y, paint) + block.gap * self.em
        return y + self.margin - self.em * 0.2

    def _one(self, painter: QPainter, block: _Block, y: float, paint: bool) -> float:
        if block.code:
            return self._code(painter, y, paint)
        if not block.text:
            if paint:
                painter.setPen(QPen(Qt.GlobalColor.black, max(1, self.em / 20), Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(self.margin, y), QPointF(self.width - self.margin, y))
            return self.em * 0.2
        return self._text(painter, block, y, paint)

    def _code(self, painter: QPainter, y: float, paint: bool) -> float:
        side = qr.module_size(self.code, self.width) * qr.modules(self.code)
        if paint:
            qr.draw(painter, self.code, QRectF(0, y, self.width, side))
        return side

    def _text(self, painter: QPainter, block: _Block, y: float, paint: bool) -> float:
        painter.setFont(face(block.size * self.em, block.bold))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        space = QRectF(self.margin, y, self.width - 2 * self.margin, self.em * 40)
        needed = painter.boundingRect(space, flags, block.text)
        if paint:
            painter.setPen(Qt.GlobalColor.black)
            painter.drawText(QRectF(space.x(), y, space.width(), needed.height() + 1), flags, block.text)
        return needed.height()


def slip_image(slip: Slip, width_px: int = THERMAL_PX, level: Level = Level.Q) -> QImage:
    """The slip as a picture just as tall as it needs: for a receipt printer (Q), or to send (M)."""
    column = _Column(slip, width_px, level)
    picture = QImage(width_px, round(_height_of(column)), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    column.paint(painter)
    painter.end()
    return picture


def picture(slip: Slip) -> QImage:
    """The pass as a picture to send to the visitor's phone."""
    return slip_image(slip, PICTURE_PX, Level.M)


def job(slip: Slip, code_id: str = "") -> Job:
    """The slip for a printer, or as a file. code_id: of the pass, for the history of the printer."""
    title = QCoreApplication.translate("Paper", "来访证")
    name = slip.serial.replace(" ", "")
    return Job(
        name, title, lambda device, copy: _draw(device, _marked(slip, copy)), key=f"pass:{slip.serial}",
        strip=lambda wide, copy: slip_image(_marked(slip, copy), wide),
        label=lambda size, copy: screen_image(_marked(slip, copy), size), subject=("pass", code_id),
    )  # fmt: skip


def _marked(slip: Slip, copy: bool) -> Slip:
    return replace(slip, mark=copy_mark()) if copy else slip


def _draw(device: QPagedPaintDevice, slip: Slip) -> None:
    if isinstance(device, QPdfWriter):
        scale = device.resolution() / 25.4
        roll(device, _height_of(_Column(slip, ROLL_MM * scale, Level.Q)) / scale + SPARE_MM)
    with painting(device) as painter:
        wide = width_on(device, painter)
        tall = _Column(slip, wide, Level.Q).height(painter)
        narrow = fitting(wide, tall, painter.viewport().height())
        painter.translate(round((wide - narrow) / 2), 0)
        _Column(slip, narrow, Level.Q).paint(painter)


def _height_of(column: _Column) -> float:
    scratch = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(scratch)
    height = column.height(painter)
    painter.end()
    return height


def screen_image(slip: Slip, size: QSize) -> QImage:
    """The pass to fill a screen: the code as large as it goes, beside it what to read out. White in every theme."""
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    side = min(size.height(), size.width() * 0.6)
    qr.draw(painter, matrix.matrix(slip.text, Level.M), QRectF(0, 0, side, size.height()))
    _beside(painter, slip, QRectF(side, 0, size.width() - side, size.height()))
    painter.end()
    return picture


def _beside(painter: QPainter, slip: Slip, box: QRectF) -> None:
    blocks = [block for block in _blocks(slip) if block.text]
    em = box.width() / 14
    heights = _heights(painter, blocks, em, box)
    while sum(heights) > box.height() and em > 1:
        em *= 0.95
        heights = _heights(painter, blocks, em, box)
    y = max(0.0, (box.height() - sum(heights)) / 2)
    painter.setPen(Qt.GlobalColor.black)
    for block, height in zip(blocks, heights, strict=True):
        painter.setFont(face(block.size * em, block.bold))
        painter.drawText(QRectF(box.x(), y, box.width() - em, height), _WRAPPED, block.text)
        y += height


_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


def _heights(painter: QPainter, blocks: list[_Block], em: float, box: QRectF) -> list[float]:
    space = QRectF(0, 0, box.width() - em, box.height() * 10)
    found = []
    for block in blocks:
        painter.setFont(face(block.size * em, block.bold))
        found.append(painter.boundingRect(space, _WRAPPED, block.text).height() + em * 0.4)
    return found
