"""Papers of faces: the notice before anything, the receipt with the code to withdraw, what was deleted where, the sign."""

from __future__ import annotations

import re
from string import Template

from PySide6.QtCore import QCoreApplication

from desk.core.clock import SiteTime
from desk.core.paths import resources
from desk.faces.views import GateResult, Lane, Receipt, Result, Withdrawn
from ui import i18n, moments
from ui.paper import column
from ui.paper.column import Block
from ui.paper.document import job
from ui.paper.job import Job
from ui.paper.one_page import fitted, poster

_CODE = re.compile(r"[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}")
SITE = SiteTime()


def is_code(text: str) -> bool:
    """Whether a scan may be the code of a receipt."""
    return _CODE.fullmatch(text.strip().upper()) is not None


def notice_text(lane: Lane, lang: str = "") -> str:
    """The notice in Markdown, for the screen, for reading aloud and for paper."""
    name = "faces.zh_CN.md" if (lang or i18n.current()) == i18n.SOURCE else "faces.en.md"
    facts = {
        "handler": lane.handler, "contact": lane.contact, "purpose": lane.purpose, "necessity": lane.necessity,
        "version": lane.notice_version,
    }  # fmt: skip
    text = (resources() / "legal" / name).read_text(encoding="utf-8")
    return Template(text).substitute({key: plain(value) for key, value in facts.items()})


def notice_job(lane: Lane, lang: str = "") -> Job:
    """One A4 page."""
    title = QCoreApplication.translate("FacePaper", "录入人脸告知书")
    return job(notice_text(lane, lang), title, title, make=fitted)


def sign_text(lane: Lane, gate: str) -> str:
    """What hangs where the camera sees."""
    said = (
        "# " + QCoreApplication.translate("FacePaper", "本区域有人脸识别"),
        "## " + plain(lane.place),
        QCoreApplication.translate("FacePaper", "只认自愿录入的住户；其他人的脸不识别，不保存，不录像。"),
        "**"
        + QCoreApplication.translate("FacePaper", "不想刷脸，请用二维码、门卡、密码，或者找值班的人，一样方便。")
        + "**",
        QCoreApplication.translate("FacePaper", "用来：{purpose}").format(purpose=plain(lane.purpose)),
        QCoreApplication.translate("FacePaper", "处理者：{handler}").format(handler=plain(lane.handler)),
        QCoreApplication.translate("FacePaper", "联系人和电话：{contact}").format(contact=plain(lane.contact)),
        QCoreApplication.translate("FacePaper", "撤回和删除：到任何一个门岗，凭回执或者证件，当场办。"),
        plain(gate),
    )
    return "\n\n".join(said)


def sign_job(lane: Lane, gate: str) -> Job:
    """A4, in the largest print that fits: to be read standing."""
    title = QCoreApplication.translate("FacePaper", "人脸识别提示牌")
    return job(sign_text(lane, gate), title, title, make=poster)


def receipt_blocks(receipt: Receipt, estate: str, time: SiteTime = SITE) -> tuple[Block, ...]:
    """The receipt on 80 mm. It bears no name: whoever finds it learns nothing."""

    def day(at: int) -> str:
        return moments.day(time.local(at))

    until = min(receipt.keep_until, receipt.confirm_by)
    lines = (
        QCoreApplication.translate("FacePaper", "{day} 录入").format(day=day(receipt.enrolled_at)),
        QCoreApplication.translate("FacePaper", "{day} 前来确认一次还要不要；没有确认，自动删除").format(
            day=day(until)
        ),
        QCoreApplication.translate("FacePaper", "无论如何最多存到 {day}").format(day=day(receipt.keep_until)),
    )
    parts = (
        Block(estate, 1.15, True, middle=True),
        Block(QCoreApplication.translate("FacePaper", "人脸录入回执"), 1.5, True, middle=True),
        Block(receipt.gate, middle=True),
        Block(QCoreApplication.translate("FacePaper", "撤回码"), middle=True),
        Block(receipt.code, 1.5, True, middle=True),
        Block(code=receipt.code),
        *(Block(line) for line in lines),
        Block(rule=True),
        Block(
            QCoreApplication.translate("FacePaper", "不想要了，到任何一个门岗，扫这个码或者报撤回码，当场删除。"),
            1.1,
            True,
        ),
        Block(QCoreApplication.translate("FacePaper", "回执丢了，带证件来也可以。")),
        Block(QCoreApplication.translate("FacePaper", "处理者：{handler}").format(handler=receipt.handler), 0.95),
        Block(QCoreApplication.translate("FacePaper", "联系人和电话：{contact}").format(contact=receipt.contact), 0.95),
        Block(QCoreApplication.translate("FacePaper", "回执上没有姓名，请自己收好。"), 0.85),
    )
    return tuple(part for part in parts if part.text or part.code or part.rule)


def receipt_job(receipt: Receipt, estate: str, time: SiteTime = SITE) -> Job:
    """On a roll, or in the corner of a larger sheet."""
    title = QCoreApplication.translate("FacePaper", "人脸录入回执")
    return column.job(receipt_blocks(receipt, estate, time), "face-receipt", title, f"face:{receipt.consent_id}")


def result_words(one: GateResult, time: SiteTime = SITE) -> str:
    """What became of a template at one gate, on paper and on the screen."""
    words = {
        Result.DELETED: QCoreApplication.translate("FacePaper", "{gate}：已删除（{time}）"),
        Result.WAITING: QCoreApplication.translate("FacePaper", "{gate}：等待联网，联上就删除"),
        Result.NONE: QCoreApplication.translate("FacePaper", "{gate}：没有存过"),
        Result.HOLDS: QCoreApplication.translate("FacePaper", "{gate}：存着"),
    }[one.result]
    if one.result is Result.WAITING and one.here:
        words = QCoreApplication.translate("FacePaper", "{gate}：还没有删成，程序会接着删")
    return words.format(gate=one.gate, time=moments.moment(time.local(one.at)))


def result_blocks(gone: Withdrawn, estate: str, time: SiteTime = SITE) -> tuple[Block, ...]:
    """The result on 80 mm, gate by gate."""
    waits = any(one.result is Result.WAITING for one in gone.gates)
    parts = (
        Block(estate, 1.15, True, middle=True),
        Block(QCoreApplication.translate("FacePaper", "人脸删除结果"), 1.5, True, middle=True),
        Block(
            QCoreApplication.translate("FacePaper", "{time} 撤回").format(time=moments.moment(time.local(gone.at))),
            middle=True,
        ),
        Block(rule=True),
        *(Block(result_words(one, time), 1.1, True) for one in gone.gates),
        Block(rule=True),
        Block(QCoreApplication.translate("FacePaper", "从现在起，本门岗刷脸认不出您了。"), 1.0),
        Block(
            QCoreApplication.translate("FacePaper", "还在等联网的门岗，过几天拿原来的撤回码来，可以再打一张结果。")
            if waits
            else "",
            0.95,
        ),
        Block(QCoreApplication.translate("FacePaper", "二维码、门卡、密码照常用。"), 0.95),
    )
    return tuple(part for part in parts if part.text or part.rule)


def result_job(gone: Withdrawn, estate: str, time: SiteTime = SITE) -> Job:
    """On a roll, or in the corner of a larger sheet."""
    title = QCoreApplication.translate("FacePaper", "人脸删除结果")
    return column.job(
        result_blocks(gone, estate, time), "face-deleted", title, f"face-gone:{gone.consent_id}:{gone.at}"
    )


def plain(text: str) -> str:
    """What people wrote must not turn into headings or links."""
    return "".join("\\" + c if c in "\\`*_{}[]<>()#+-!|~" else c for c in " ".join(text.split()))
