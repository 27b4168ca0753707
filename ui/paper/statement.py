"""A statement of hours: every record that counts, its sum, and a signed code that proves the whole."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter

from ui.paper.job import Job, copy_mark
from ui.paper.table import Head, Table, paint

NOTE = '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:source>{code}</dc:source></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'


@dataclass(frozen=True)
class Served:
    """One record in words: day, from and until, hours, what was done, where, in what capacity."""

    day: str
    time: str
    hours: str
    content: str
    place: str
    capacity: str


@dataclass(frozen=True)
class Statement:
    """Everything the paper says. hours: the sum; period: first to last day; issued: the day."""

    number: str
    name: str
    volunteer_no: str
    period: str
    hours: str
    times: int
    issuer: str
    contact: str
    issued: str
    code: str
    rows: tuple[Served, ...]


def job(one: Statement) -> Job:
    """The statement for a printer, or as a file; it bears a name, so the file stays at home."""
    title = QCoreApplication.translate("Paper", "志愿服务时长清单")
    return Job(title, title, lambda device, copy: draw(device, one, copy), one.number, private=True)


def draw(device: QPagedPaintDevice, one: Statement, copy: bool = False) -> int:
    """Paint it; returns how many pages. In a PDF the code stands in its notes too, so that the file proves itself."""
    note(device, one.code)
    return paint(device, table(one), copy_mark() if copy else "")


def note(device: QPagedPaintDevice, code: str) -> None:
    """Write the code into the notes of a PDF."""
    if isinstance(device, QPdfWriter) and code:
        device.setDocumentXmpMetadata(NOTE.format(code=code).encode())


def table(one: Statement) -> Table:
    """The words of the paper."""
    lines = [
        QCoreApplication.translate("Paper", "姓名：{name}").format(name=one.name),
        QCoreApplication.translate("Paper", "志愿者编号：{no}").format(no=one.volunteer_no) if one.volunteer_no else "",
        QCoreApplication.translate("Paper", "服务日期：{period}").format(period=one.period),
        QCoreApplication.translate("Paper", "合计 {hours} 小时，{n} 次").format(hours=one.hours, n=one.times),
        QCoreApplication.translate("Paper", "编号：{number}").format(number=one.number),
    ]
    heads = (
        Head(QCoreApplication.translate("Paper", "日期"), 13, True), Head(QCoreApplication.translate("Paper", "时间"), 14, True),
        Head(QCoreApplication.translate("Paper", "小时"), 8, True), Head(QCoreApplication.translate("Paper", "服务内容"), 26), Head(QCoreApplication.translate("Paper", "地点"), 20),
        Head(QCoreApplication.translate("Paper", "身份"), 13),
    )  # fmt: skip
    rows = tuple((row.day, row.time, row.hours, row.content, row.place, row.capacity) for row in one.rows)
    foot = (
        QCoreApplication.translate("Paper", "开具单位：{issuer}（盖章）　　联系方式：{contact}　　日期：{day}").format(
            issuer=one.issuer, contact=one.contact, day=one.issued
        ),
        QCoreApplication.translate("Paper", "时长为实际服务时间，不含往返途中。右上角的码可以核验真伪。"),
    )
    return Table(
        QCoreApplication.translate("Paper", "志愿服务时长清单"),
        tuple(filter(None, lines)),
        heads,
        rows,
        foot,
        one.code,
        points=9.5,
    )
