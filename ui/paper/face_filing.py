"""The filing pack of FM 15: who handles faces, what for and how, how many, how they are kept safe, and what was done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desk.core.clock import SiteTime
from desk.faces.rules_kept import CONFIRM_DAYS, FILING_WORKING_DAYS, FULL, MOVED_OUT_DAYS, Meter
from desk.faces.rules_lane import RECORD_YEARS, Deed
from desk.faces.views import Filing, GateCount
from ui import moments
from ui.paper.document import job, save_pdf
from ui.paper.faces import SITE, plain
from ui.paper.job import Job
from ui.paper.parts import in_parts


def filing_job(filing: Filing, time: SiteTime = SITE) -> Job:
    """A4 pages; no resident stands on them."""
    title = _title()
    return job(filing_text(filing, time), "face-filing", title, f"face-filing:{filing.made_at}", True, in_parts)


def filing_save(filing: Filing, path: Path, time: SiteTime = SITE) -> None:
    """The same as PDF. Raises Trouble("paper.not_written")."""
    save_pdf(filing_text(filing, time), path, in_parts)


def filing_text(filing: Filing, time: SiteTime = SITE) -> str:
    """The pack in Markdown."""
    lines = [
        "# " + _title(), "**" + plain(filing.site) + "**", plain(filing.address), _made(filing, time),
        _head(QCoreApplication.translate("FacePaper", "一、数量")), *_count(filing), *_gates(filing, time),
        _head(QCoreApplication.translate("FacePaper", "三、处理方式")), *_method(filing),
        _head(QCoreApplication.translate("FacePaper", "四、保存期限")), *_kept(),
        _head(QCoreApplication.translate("FacePaper", "五、安全措施")), *_safe_by(),
        _head(QCoreApplication.translate("FacePaper", "六、处理规则和操作规程")), *_rules(),
        _head(QCoreApplication.translate("FacePaper", "七、近三年的处理记录")), *_done(filing),
        _head(QCoreApplication.translate("FacePaper", "八、请另附")), *_beside(),
    ]  # fmt: skip
    return "\n\n".join(line for line in lines if line)


def _title() -> str:
    return QCoreApplication.translate("FacePaper", "人脸识别备案材料")


def _head(words: str) -> str:
    return f"---\n\n## {words}"


def _made(filing: Filing, time: SiteTime) -> str:
    return QCoreApplication.translate("FacePaper", "{time} 由门岗台生成").format(
        time=moments.moment(time.local(filing.made_at))
    )


def _count(filing: Filing) -> tuple[str, ...]:
    held = filing.held
    due = QCoreApplication.translate("FacePaper", "已到 {full} 人：{days} 个工作日内要向省级网信部门备案。")
    return (
        QCoreApplication.translate("FacePaper", "同意刷脸、尚未撤回的人：{n} 人（同一个人只算一次）。").format(
            n=held.people
        ),
        QCoreApplication.translate("FacePaper", "其中不满十四周岁：{n} 人，均由监护人同意。").format(n=filing.minors),
        QCoreApplication.translate("FacePaper", "离备案的 {full} 人还差 {left} 人。").format(full=FULL, left=held.left)
        if held.meter is not Meter.FILE_NOW
        else due.format(full=FULL, days=FILING_WORKING_DAYS),
    )


def _gates(filing: Filing, time: SiteTime) -> list[str]:
    lines = [_head(QCoreApplication.translate("FacePaper", "二、处理者和门岗"))]
    for one in filing.gates:
        lines += _gate(one, time)
    if not filing.gates:
        lines.append(QCoreApplication.translate("FacePaper", "没有门岗打开过刷脸。"))
    return lines


def _gate(one: GateCount, time: SiteTime) -> tuple[str, ...]:
    lane, day = one.lane, moments.day(time.local(one.lane.at))
    stands = (
        QCoreApplication.translate("FacePaper", "{day} 起打开，本门岗存有 {n} 人")
        if lane.on
        else QCoreApplication.translate("FacePaper", "{day} 起关闭，本门岗存有 {n} 人")
    )
    return (
        "### " + plain(one.gate),
        stands.format(day=day, n=one.people),
        QCoreApplication.translate("FacePaper", "处理者：{handler}").format(handler=plain(lane.handler)),
        QCoreApplication.translate("FacePaper", "联系人和电话：{contact}").format(contact=plain(lane.contact)),
        QCoreApplication.translate("FacePaper", "目的：{purpose}").format(purpose=plain(lane.purpose)),
        QCoreApplication.translate("FacePaper", "必要性：{necessity}").format(necessity=plain(lane.necessity)),
        QCoreApplication.translate("FacePaper", "采集区域：{place}").format(place=plain(lane.place)),
        QCoreApplication.translate("FacePaper", "影响评估：{reference}（{day}）").format(
            reference=plain(lane.assessment), day=lane.assessed_on
        ),
        QCoreApplication.translate("FacePaper", "告知书版本：{version}").format(version=lane.notice_version),
    )


def _method(filing: Filing) -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "FacePaper", "摄像头画面在本机内存里换算成 128 个数字，画面随即丢弃；比对也在本机。"
        ),
        QCoreApplication.translate("FacePaper", "模型：{method}").format(method=plain(filing.method)),
        *(f"`{name}` SHA-256 `{digest}`" for name, digest in sorted(filing.digests.items())),
        QCoreApplication.translate(
            "FacePaper", "只用来认出本人，不推断情绪、健康等其他信息；没有翻拍检测，靠转头和当面看。"
        ),
    )


def _kept() -> tuple[str, ...]:
    return (
        "- "
        + QCoreApplication.translate("FacePaper", "撤回当场删除；搬走满 {days} 天删除").format(days=MOVED_OUT_DAYS),
        "- "
        + QCoreApplication.translate("FacePaper", "满 {days} 天没有再确认的删除；最长 {years} 年").format(
            days=CONFIRM_DAYS, years=RECORD_YEARS
        ),
        "- " + QCoreApplication.translate("FacePaper", "影响评估和处理记录保存 {years} 年").format(years=RECORD_YEARS),
    )


def _safe_by() -> tuple[str, ...]:
    return (
        "- "
        + QCoreApplication.translate(
            "FacePaper", "模板库单独加密（AES-256-GCM），密钥与业务数据分开，每次改动换新密钥"
        ),
        "- " + QCoreApplication.translate("FacePaper", "模板和画面不联网、不同步、不进日志、不进普通备份和导出"),
        "- "
        + QCoreApplication.translate("FacePaper", "模型文件和模板库每次打开都验真伪，不对就停用刷脸，其他业务不受影响"),
        "- " + QCoreApplication.translate("FacePaper", "录入、停用、设置、备份各有权限，全部留痕，留痕不能改"),
    )


def _rules() -> tuple[str, ...]:
    return (
        "- " + QCoreApplication.translate("FacePaper", "先告知，再单独同意，再采集；拒绝不影响进门和办事"),
        "- " + QCoreApplication.translate("FacePaper", "二维码、门卡、密码、人工登记始终可以用"),
        "- " + QCoreApplication.translate("FacePaper", "不满十四周岁由管理员办理，核对监护人身份并由监护人同意"),
        "- " + QCoreApplication.translate("FacePaper", "任何门岗都能撤回，凭撤回码或者证件，当场给出删除结果"),
        "- " + QCoreApplication.translate("FacePaper", "长得像的两人要用第二种方式核对；认不出不等于拒绝"),
    )


def _done(filing: Filing) -> tuple[str, ...]:
    words = {
        Deed.AGREED: QCoreApplication.translate("FacePaper", "单独同意"),
        Deed.ENROLLED: QCoreApplication.translate("FacePaper", "录入"),
        Deed.CONFIRMED: QCoreApplication.translate("FacePaper", "年度确认"),
        Deed.SUSPENDED: QCoreApplication.translate("FacePaper", "暂停"),
        Deed.RESUMED: QCoreApplication.translate("FacePaper", "恢复"),
        Deed.ERASED: QCoreApplication.translate("FacePaper", "删除"),
    }
    times = QCoreApplication.translate("FacePaper", "{what}：{n} 次")
    return tuple("- " + times.format(what=words[deed], n=filing.done.get(deed.value, 0)) for deed in Deed)


def _beside() -> tuple[str, ...]:
    return (
        "- " + QCoreApplication.translate("FacePaper", "个人信息保护影响评估报告全文（门岗台只记编号和日期）"),
        "- " + QCoreApplication.translate("FacePaper", "处理者的证明文件和负责人信息"),
        "- "
        + QCoreApplication.translate("FacePaper", "有变更或者停止使用，{days} 个工作日内办理变更、注销").format(
            days=FILING_WORKING_DAYS
        ),
    )
