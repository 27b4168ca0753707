"""The certificate of service on one page: the four blocks of 民发〔2015〕149号, room for seal and signatures, the signed code."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPagedPaintDevice, QPainter, QPen

from desk.codes.matrix import Level, matrix
from ui.paper import qr
from ui.paper.face import face
from ui.paper.job import Job, copy_mark, painting
from ui.paper.statement import note
from ui.paper.table import RULE, lay_out

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class Certificate:
    """Everything the paper says, in words."""

    number: str
    name: str
    id_kind: str
    id_no: str
    volunteer_no: str
    period: str
    hours: str
    content: str
    issuer: str
    head: str
    handler: str
    contact: str
    issued: str
    purpose: str
    code: str


def job(one: Certificate) -> Job:
    """The certificate for a printer, or as a file; it bears names, so the file stays at home."""
    title = QCoreApplication.translate("Paper", "志愿服务证明")
    return Job(title, title, lambda device, copy: draw(device, one, copy), one.number, private=True)


def draw(device: QPagedPaintDevice, one: Certificate, copy: bool = False) -> None:
    """Paint the page. Raises Trouble("paper.not_taken")."""
    note(device, one.code)
    lay_out(device)
    with painting(device) as painter:
        _Page(painter, one, copy).run()


def blocks(one: Certificate) -> list[tuple[str, list[tuple[str, str]]]]:
    """The four blocks in words."""
    return [
        (
            QCoreApplication.translate("Paper", "一、志愿者"),
            [
                (QCoreApplication.translate("Paper", "姓名"), one.name), (QCoreApplication.translate("Paper", "证件"), f"{one.id_kind} {one.id_no}".strip()),
                (QCoreApplication.translate("Paper", "志愿者编号"), one.volunteer_no or "—"),
            ],
        ),
        (
            QCoreApplication.translate("Paper", "二、志愿服务"),
            [
                (QCoreApplication.translate("Paper", "服务日期"), one.period),
                (QCoreApplication.translate("Paper", "服务时间"), QCoreApplication.translate("Paper", "{hours} 小时").format(hours=one.hours)),
                (QCoreApplication.translate("Paper", "服务内容"), one.content),
            ],
        ),
        (
            QCoreApplication.translate("Paper", "三、出具单位"),
            [
                (QCoreApplication.translate("Paper", "单位名称"), one.issuer), (QCoreApplication.translate("Paper", "负责人"), one.head),
                (QCoreApplication.translate("Paper", "经办人"), one.handler), (QCoreApplication.translate("Paper", "联系方式"), one.contact),
            ],
        ),
        (
            QCoreApplication.translate("Paper", "四、其他"),
            [
                (QCoreApplication.translate("Paper", "证明编号"), one.number), (QCoreApplication.translate("Paper", "出具日期"), one.issued),
                (QCoreApplication.translate("Paper", "用途"), one.purpose or "—"),
            ],
        ),
    ]  # fmt: skip


class _Page:
    def __init__(self, painter: QPainter, one: Certificate, copy: bool) -> None:
        self._painter, self._one, self._copy = painter, one, copy
        box = painter.viewport()
        self._width, self._height = float(box.width()), float(box.height())
        self._mm = painter.device().logicalDpiX() / 25.4

    def run(self) -> None:
        mm, painter = self._mm, self._painter
        painter.setPen(QPen(QColor(Qt.GlobalColor.black), mm * 0.5))
        painter.drawRect(QRectF(0, 0, self._width, self._height))
        title = QCoreApplication.translate("Paper", "志愿服务证明")
        self._text(title, 9 * mm, QRectF(0, 9 * mm, self._width, 15 * mm), _CENTRE, bold=True)
        if self._copy:
            self._text(
                copy_mark(), 4 * mm, QRectF(0, 3 * mm, self._width - 5 * mm, 6 * mm), Qt.AlignmentFlag.AlignRight
            )
        y = 31 * mm
        for words, rows in blocks(self._one):
            y = self._block(words, rows, y) + 5 * mm
        self._foot(y)

    def _block(self, words: str, rows: list[tuple[str, str]], y: float) -> float:
        mm, painter = self._mm, self._painter
        left, wide = 10 * mm, self._width - 20 * mm
        self._text(words, 4.8 * mm, QRectF(left, y, wide, 8 * mm), _LEFT, bold=True)
        y += 9 * mm
        for word, value in rows:
            high = max(9 * mm, self._high(value, wide - 42 * mm) + 3 * mm, self._high(word, 34 * mm) + 3 * mm)
            painter.setPen(QPen(RULE, mm * 0.2))
            painter.drawRect(QRectF(left, y, wide, high))
            painter.drawLine(round(left + 38 * mm), round(y), round(left + 38 * mm), round(y + high))
            self._text(word, 4.2 * mm, QRectF(left + 2 * mm, y, 34 * mm, high), _LEFT)
            self._text(value, 4.2 * mm, QRectF(left + 40 * mm, y, wide - 42 * mm, high), _LEFT)
            y += high
        return y

    def _foot(self, y: float) -> None:
        mm, one = self._mm, self._one
        side = 38 * mm
        y = min(y, self._height - side - 14 * mm)
        if one.code:
            qr.draw(self._painter, matrix(one.code, Level.M), QRectF(10 * mm, y, side, side))
        words = QCoreApplication.translate(
            "Paper", "本单位证明以上情况属实。谁组织谁记录，谁记录谁证明；出具证明不收费。"
        )
        right = QRectF(10 * mm + side + 6 * mm, y + mm, self._width - side - 26 * mm, 14 * mm)
        self._text(words, 4 * mm, right, _LEFT)
        sign = QCoreApplication.translate("Paper", "负责人签字：　　　　　　经办人签字：")
        self._text(sign, 4.2 * mm, right.translated(0, 14 * mm), _LEFT)
        stamp = QCoreApplication.translate("Paper", "（盖章）　{day}").format(day=one.issued)
        self._text(
            stamp, 4.2 * mm, right.translated(0, 26 * mm), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        proof = QCoreApplication.translate("Paper", "扫码可核验真伪")
        self._text(proof, 3.4 * mm, QRectF(10 * mm, y + side, side, 6 * mm), _CENTRE)

    def _high(self, text: str, wide: float) -> float:
        metrics = QFontMetricsF(face(4.2 * self._mm), self._painter.device())
        return metrics.boundingRect(QRectF(0, 0, wide, 1e6), int(_WRAP), text).height()

    def _text(self, text: str, px: float, box: QRectF, side: Qt.AlignmentFlag, bold: bool = False) -> None:
        self._painter.setPen(QColor(Qt.GlobalColor.black))
        self._painter.setFont(face(px, bold))
        self._painter.drawText(box, int(side) | int(_WRAP), text)
