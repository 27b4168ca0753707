"""Papers of matters: the receipt a resident takes home, the slip for the body that has to answer, and all that a body owes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.paper import column, document, parts
from ui.paper.column import Block
from ui.paper.job import Job


@dataclass(frozen=True)
class Receipt:
    """All in words; no name, no door, nothing of what was said. code: the text of the QR code."""

    estate: str
    number: str
    code: str
    category: str
    noted_at: str
    owner: str
    due: str
    phone: str = ""


@dataclass(frozen=True)
class Slip:
    """For the body: what, where, until when, who was told. level: words of the level it was raised to, or empty."""

    estate: str
    number: str
    owner: str
    category: str
    place: str
    text: str
    noted_at: str
    due: str
    level: str = ""
    told: str = ""
    phones: tuple[str, ...] = ()
    gate_phone: str = ""


@dataclass(frozen=True)
class BodyPaper:
    """Everything one body owes. code: of the body; phones: whom to call there; made_at: when this was printed."""

    code: str
    estate: str
    owner: str
    made_at: str
    slips: tuple[Slip, ...]
    phones: tuple[str, ...] = ()
    gate_phone: str = ""


def receipt_blocks(receipt: Receipt) -> tuple[Block, ...]:
    """The receipt on 80 mm."""
    due = QCoreApplication.translate("MatterPaper", "{due} 前会有人答复").format(due=receipt.due) if receipt.due else ""
    phone = _phone(receipt.phone)
    parts = (
        Block(receipt.estate, 1.15, True, middle=True),
        Block(QCoreApplication.translate("MatterPaper", "受理回执"), 1.5, True, middle=True),
        Block(receipt.number, 1.7, True, middle=True),
        Block(code=receipt.code),
        Block(receipt.category, 1.1, middle=True),
        Block(QCoreApplication.translate("MatterPaper", "{time} 记下").format(time=receipt.noted_at), middle=True),
        Block(QCoreApplication.translate("MatterPaper", "先由{owner}办理").format(owner=receipt.owner), middle=True),
        Block(due, 1.1, True, middle=True),
        Block(rule=True),
        Block(
            QCoreApplication.translate("MatterPaper", "到任何一个门岗扫一下，或者报这个号，就知道办到哪一步。"), 0.95
        ),
        Block(phone, 0.95),
        Block(QCoreApplication.translate("MatterPaper", "回执上没有姓名和内容。"), 0.85),
    )
    return tuple(part for part in parts if part.text or part.code or part.rule)


def receipt_job(receipt: Receipt) -> Job:
    title = QCoreApplication.translate("MatterPaper", "受理回执")
    return column.job(receipt_blocks(receipt), f"receipt-{_plain(receipt.number)}", title, f"receipt:{receipt.number}")


def slip_blocks(slip: Slip) -> tuple[Block, ...]:
    """The slip on 80 mm, with room to sign."""
    parts = (
        Block(slip.estate, 1.0, middle=True),
        Block(slip_title(slip), 1.5, True, middle=True),
        Block(slip.level, 1.2, True, middle=True),
        Block(QCoreApplication.translate("MatterPaper", "给：{owner}").format(owner=slip.owner), 1.2, True),
        Block(rule=True),
        *(Block(line) for line in _facts(slip)),
        Block(slip.text, 1.1, True),
        Block(rule=True),
        *(Block(line, 0.95) for line in _foot(slip)),
        Block(QCoreApplication.translate("MatterPaper", "接手人签名"), 0.95, gap=0.1),
        Block(pen=1.6),
        Block(QCoreApplication.translate("MatterPaper", "答复（怎么办、什么时候办）"), 0.95, gap=0.1),
        Block(pen=1.6),
        Block(pen=1.6),
    )
    return tuple(part for part in parts if part.text or part.rule or part.pen)


def slip_job(slip: Slip) -> Job:
    """On a roll, or in the corner of a larger sheet."""
    return column.job(
        slip_blocks(slip), f"slip-{_plain(slip.number)}", slip_title(slip), f"slip:{slip.number}:{slip.level}"
    )


def slip_sheet(slip: Slip) -> Job:
    """The same on a whole A4 page, in large print."""
    blank = "＿" * 22
    lines = [
        f"# {_safe(slip_title(slip))}", f"**{_safe(slip.estate)}**", f"## {_safe(slip.level)}" if slip.level else "",
        "## " + _safe(QCoreApplication.translate("MatterPaper", "给：{owner}").format(owner=slip.owner)),
        *(_safe(line) for line in _facts(slip)), f"**{_safe(slip.text)}**", "---", *(_safe(line) for line in _foot(slip)),
        QCoreApplication.translate("MatterPaper", "接手人签名") + blank,
        QCoreApplication.translate("MatterPaper", "答复（怎么办、什么时候办）"), blank, blank,
    ]  # fmt: skip
    words = "\n\n".join(line for line in lines if line)
    return document.job(
        words, f"slip-{_plain(slip.number)}", slip_title(slip), f"sheet:{slip.number}:{slip.level}", True
    )


def body_blocks(paper: BodyPaper) -> tuple[Block, ...]:
    """Everything a body owes, on 80 mm, with room to answer each matter and to sign once."""
    parts = [
        Block(paper.estate, 1.0, middle=True), Block(body_title(), 1.5, True, middle=True),
        Block(QCoreApplication.translate("MatterPaper", "给：{owner}").format(owner=paper.owner), 1.2, True),
        Block(_count(paper), 1.0), Block(paper.made_at, 0.95),
    ]  # fmt: skip
    for slip in paper.slips:
        parts += [Block(rule=True), Block(slip.level, 1.1, True), *(Block(line, gap=0.1) for line in _facts(slip))]
        parts += [Block(slip.text, 1.1, True), Block(_told(slip), 0.95)]
        parts += [Block(QCoreApplication.translate("MatterPaper", "答复"), 0.95, gap=0.1), Block(pen=1.6)]
    parts += [Block(rule=True), *(Block(line, 0.95) for line in (*paper.phones, _phone(paper.gate_phone)))]
    parts += [Block(QCoreApplication.translate("MatterPaper", "接手人签名"), 0.95, gap=0.1), Block(pen=1.6)]
    return tuple(part for part in parts if part.text or part.rule or part.pen)


def body_job(paper: BodyPaper) -> Job:
    """On a roll, or in the corner of a larger sheet."""
    return column.job(body_blocks(paper), _body_name(paper), body_title(), _body_key("owed", paper))


def body_sheet(paper: BodyPaper) -> Job:
    """The same on whole A4 pages, in large print; each matter stands with its answer, the signature with the last of them."""
    blank = "＿" * 22
    lines = [
        f"# {_safe(body_title())}", f"**{_safe(paper.estate)}**",
        "## " + _safe(QCoreApplication.translate("MatterPaper", "给：{owner}").format(owner=paper.owner)),
        _safe(_count(paper)), _safe(paper.made_at),
    ]  # fmt: skip
    for slip in paper.slips:
        lines += ["---", f"## {_safe(slip.level)}" if slip.level else "", *(_safe(line) for line in _facts(slip))]
        lines += [f"**{_safe(slip.text)}**", _safe(_told(slip))]
        lines.append(QCoreApplication.translate("MatterPaper", "答复") + blank)
    lines += [_safe(line) for line in (*paper.phones, _phone(paper.gate_phone))]
    lines.append(QCoreApplication.translate("MatterPaper", "接手人签名") + blank)
    words = "\n\n".join(line for line in lines if line)
    return document.job(words, _body_name(paper), body_title(), _body_key("owed-sheet", paper), True, parts.in_parts)


def body_title() -> str:
    return QCoreApplication.translate("MatterPaper", "待办事项单")


def _count(paper: BodyPaper) -> str:
    return QCoreApplication.translate("MatterPaper", "共 {n} 件，时间最紧的在最上面").format(n=len(paper.slips))


def _body_name(paper: BodyPaper) -> str:
    return f"owed-{_plain(paper.code)}"


def _body_key(form: str, paper: BodyPaper) -> str:
    return f"{form}:{paper.code}:{paper.made_at}"


def slip_title(slip: Slip) -> str:
    return (
        QCoreApplication.translate("MatterPaper", "督办单")
        if slip.level
        else QCoreApplication.translate("MatterPaper", "交办单")
    )


def _facts(slip: Slip) -> tuple[str, ...]:
    lines = (
        QCoreApplication.translate("MatterPaper", "编号 {number}").format(number=slip.number),
        QCoreApplication.translate("MatterPaper", "类别 {category}").format(category=slip.category),
        QCoreApplication.translate("MatterPaper", "地点 {place}").format(place=slip.place) if slip.place else "",
        QCoreApplication.translate("MatterPaper", "{time} 记下").format(time=slip.noted_at),
        QCoreApplication.translate("MatterPaper", "{due} 前要有人答复").format(due=slip.due) if slip.due else "",
    )
    return tuple(line for line in lines if line)


def _foot(slip: Slip) -> tuple[str, ...]:
    return tuple(line for line in (_told(slip), *slip.phones, _phone(slip.gate_phone)) if line)


def _told(slip: Slip) -> str:
    """When somebody was told by phone, and who: whoever gets the slip can ask them."""
    return QCoreApplication.translate("MatterPaper", "电话告诉过：{told}").format(told=slip.told) if slip.told else ""


def _phone(phone: str) -> str:
    return QCoreApplication.translate("MatterPaper", "门岗电话 {phone}").format(phone=phone) if phone else ""


def _plain(number: str) -> str:
    return "".join(c for c in number if c.isalnum())


def _safe(text: str) -> str:
    """What people wrote must not turn into headings or links."""
    return "".join("\\" + c if c in "\\`*_{}[]<>()#+-!|~" else c for c in " ".join(text.split()))
