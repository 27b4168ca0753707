"""Registers and forms on paper: what others were given, who agreed to what, the yearly review, the notice after a leak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from desk.core.clock import SiteTime
from desk.people.reads_consents import ConsentView
from desk.records.reads_privacy import DisclosureView
from desk.reviewing import Review
from ui import moments
from ui.paper import about_words as words
from ui.paper.document import job
from ui.paper.faces import SITE, plain
from ui.paper.job import Job
from ui.paper.parts import in_parts

Facts = Mapping[str, Any]


class Words(Protocol):
    """What the settings call roles, rules of retention and outcomes."""

    def role(self, key: str) -> str: ...
    def kind(self, key: str) -> str: ...
    def outcome(self, key: str) -> str: ...


BLANK = "＿＿＿＿＿＿＿＿＿＿＿＿"


def register_job(facts: Facts, time: SiteTime = SITE) -> Job:
    """facts: estate, handler, made_at, entries, names."""
    title = QCoreApplication.translate("AboutPaper", "个人信息提供登记表")
    return job(register_text(facts, time), "register", title, private=True, make=in_parts)


def register_text(facts: Facts, time: SiteTime = SITE) -> str:
    lines = _head(QCoreApplication.translate("AboutPaper", "个人信息提供登记表"), facts, time)
    for one in facts["entries"]:
        lines += _entry(one, str(facts["names"].get(one.operator_id, "")), time)
    if not facts["entries"]:
        lines.append(QCoreApplication.translate("AboutPaper", "没有提供给别人过。"))
    return "\n\n".join(line for line in lines if line)


def consents_job(facts: Facts, time: SiteTime = SITE) -> Job:
    """facts: estate, handler, made_at, consents."""
    title = QCoreApplication.translate("AboutPaper", "同意和撤回登记表")
    return job(consents_text(facts, time), "consents", title, private=True, make=in_parts)


def consents_text(facts: Facts, time: SiteTime = SITE) -> str:
    lines = [
        *_head(QCoreApplication.translate("AboutPaper", "同意和撤回登记表"), facts, time),
        *(_consent(one, time) for one in facts["consents"]),
    ]
    if not facts["consents"]:
        lines.append(QCoreApplication.translate("AboutPaper", "没有人同意或者撤回过。"))
    return "\n\n".join(line for line in lines if line)


def review_job(review: Review, house: Words, time: SiteTime = SITE) -> Job:
    """Two pages for the folder: figures, and what a person has to look at. house: words of the settings."""
    title = QCoreApplication.translate("AboutPaper", "个人信息保护自查表")
    return job(review_text(review, house, time), "review", title, make=in_parts)


def review_text(review: Review, house: Words, time: SiteTime = SITE) -> str:
    facts = {"estate": review.estate, "handler": review.handler, "made_at": review.made_at}
    lines = _head(QCoreApplication.translate("AboutPaper", "个人信息保护自查表"), facts, time)
    since = moments.day(time.local(review.since))
    lines += [
        "---\n\n## " + QCoreApplication.translate("AboutPaper", "一、最近一年的数字（{day} 起）").format(day=since),
        *_figures(review, house, time),
        "---\n\n## " + QCoreApplication.translate("AboutPaper", "二、各类内容存多久"),
        _list(
            QCoreApplication.translate("AboutPaper", "{kind}：{n} 天").format(kind=house.kind(kind), n=n)
            for kind, n in review.days.items()
        ),
        "---\n\n## " + QCoreApplication.translate("AboutPaper", "三、请人逐条看过，打勾"),
        _list("☐ " + text for text in _questions()),
        QCoreApplication.translate("AboutPaper", "检查人：{blank}　日期：{blank}").format(blank=BLANK),
    ]
    return "\n\n".join(line for line in lines if line)


def breach_job(facts: Facts) -> Job:
    """facts: estate, handler, phone."""
    title = QCoreApplication.translate("AboutPaper", "个人信息泄露通知")
    return job(breach_text(facts), "breach", title, make=in_parts)


def breach_text(facts: Facts) -> str:
    """The notice of PIPL 57, to be filled in by hand: kinds, cause, possible harm, what was done, what one can do, contact."""
    asked = (
        QCoreApplication.translate("AboutPaper", "发现的时间"),
        QCoreApplication.translate("AboutPaper", "涉及哪几类信息"),
        QCoreApplication.translate("AboutPaper", "涉及多少人"),
        QCoreApplication.translate("AboutPaper", "原因"),
        QCoreApplication.translate("AboutPaper", "可能造成的危害"),
        QCoreApplication.translate("AboutPaper", "我们已经采取的措施"),
        QCoreApplication.translate("AboutPaper", "您可以怎样减轻危害"),
    )
    return "\n\n".join(
        (
            "# " + QCoreApplication.translate("AboutPaper", "个人信息泄露通知"),
            "**" + plain(str(facts["estate"])) + "**",
            QCoreApplication.translate(
                "AboutPaper", "（依据《个人信息保护法》第五十七条，通知受影响的人，并报告履行个人信息保护职责的部门）"
            ),
            *(f"**{text}**：{BLANK}{BLANK}" for text in asked),
            QCoreApplication.translate("AboutPaper", "负责人：{who}　电话：{phone}").format(
                who=plain(str(facts["handler"])), phone=plain(str(facts["phone"])) or BLANK
            ),
            "---",
            "## " + QCoreApplication.translate("AboutPaper", "给值班的人"),
            _list(
                (
                    QCoreApplication.translate("AboutPaper", "先停：拔掉网线，或者在「设置」里断开中心，不要关机"),
                    QCoreApplication.translate("AboutPaper", "再报：马上告诉管理员、社区；有偷盗、勒索就报 110"),
                    QCoreApplication.translate("AboutPaper", "再查：导出操作记录，看谁在什么时候看过、导出过"),
                    QCoreApplication.translate("AboutPaper", "再说：填好上面的内容，通知受影响的人，报告网信部门"),
                    QCoreApplication.translate("AboutPaper", "最后记：在「提供和同意的登记」里登记通知了谁"),
                )
            ),
            QCoreApplication.translate("AboutPaper", "日期：{blank}　签字：{blank}").format(blank=BLANK),
        )
    )


def _head(title: str, facts: Facts, time: SiteTime) -> list[str]:
    made = QCoreApplication.translate("AboutPaper", "{when} 由门岗台打印")
    return [
        "# " + title,
        "**" + plain(str(facts["estate"])) + "**",
        QCoreApplication.translate("AboutPaper", "负责人：{who}").format(who=plain(str(facts["handler"])))
        if facts["handler"]
        else "",
        made.format(when=moments.moment(time.local(int(facts["made_at"])))),
    ]


def _entry(one: DisclosureView, by: str, time: SiteTime) -> list[str]:
    period = " – ".join(day for day in (one.period_from, one.period_until) if day)
    said = (
        (QCoreApplication.translate("AboutPaper", "给了谁"), one.recipient),
        (QCoreApplication.translate("AboutPaper", "来办的人"), one.officer),
        (QCoreApplication.translate("AboutPaper", "公文或合同"), one.document),
        (QCoreApplication.translate("AboutPaper", "法律依据"), one.basis),
        (QCoreApplication.translate("AboutPaper", "做什么用"), one.purpose),
        (QCoreApplication.translate("AboutPaper", "怎么给的"), one.method),
        (QCoreApplication.translate("AboutPaper", "哪几类"), "、".join(words.data(word) for word in one.data)),
        (QCoreApplication.translate("AboutPaper", "哪几天的"), period),
        (QCoreApplication.translate("AboutPaper", "实际给了什么"), one.given),
        (QCoreApplication.translate("AboutPaper", "经手"), by),
    )
    head = f"---\n\n### {moments.moment(time.local(one.at))}　{words.entry(one.entry)}"
    return [head, _list(f"{title}：{plain(text)}" for title, text in said if text)]


def _consent(one: ConsentView, time: SiteTime) -> str:
    act = (
        QCoreApplication.translate("AboutPaper", "同意")
        if one.act == "given"
        else QCoreApplication.translate("AboutPaper", "撤回")
    )
    parts = (
        moments.moment(time.local(one.at)) if one.at else "",
        one.who or QCoreApplication.translate("AboutPaper", "已删除的人"),
        act,
        words.agreed(one.purpose),
        QCoreApplication.translate("AboutPaper", "监护人") if one.guardian else "",
        one.notice_version[:12],
    )
    return "- " + "　".join(plain(part) for part in parts if part)


def _figures(review: Review, house: Words, time: SiteTime) -> list[str]:
    none = QCoreApplication.translate("AboutPaper", "没有")
    backup = moments.moment(time.local(review.backup_at)) if review.backup_at else none

    def counted(of: Mapping[str, int], word: Any) -> str:
        return "、".join(f"{word(key)} {n}" for key, n in sorted(of.items())) or none

    return [
        _list(
            (
                QCoreApplication.translate("AboutPaper", "登录的人：{roles}").format(
                    roles=counted(review.roles, house.role)
                ),
                QCoreApplication.translate("AboutPaper", "值班队员 {n} 人，其中记过培训的 {trained} 人").format(
                    n=review.team, trained=review.trained
                ),
                QCoreApplication.translate("AboutPaper", "个人信息请求：{asked}；过期的 {late} 件").format(
                    asked=counted(review.asked, lambda key: house.outcome("" if key == "open" else key)),
                    late=review.late,
                ),
                QCoreApplication.translate("AboutPaper", "提供给别人：{entries}").format(
                    entries=counted(review.entries, words.entry)
                ),
                QCoreApplication.translate("AboutPaper", "有效的同意：{consents}；撤回 {n} 次").format(
                    consents=counted(review.consents, words.agreed), n=review.withdrawn
                ),
                QCoreApplication.translate("AboutPaper", "依法保留：{n} 项").format(n=review.holds),
                QCoreApplication.translate("AboutPaper", "自动清理 {runs} 次，删除 {n} 条；报告被改动 {bad} 份").format(
                    runs=review.runs, n=review.erased, bad=review.changed_reports
                ),
                QCoreApplication.translate("AboutPaper", "操作记录 {n} 条，完整：{whole}").format(
                    n=review.trail_lines,
                    whole=QCoreApplication.translate("AboutPaper", "是")
                    if review.trail_whole
                    else QCoreApplication.translate("AboutPaper", "否"),
                ),
                QCoreApplication.translate("AboutPaper", "最近的备份：{when}").format(when=backup),
                QCoreApplication.translate("AboutPaper", "每一类记录（共 {n} 类）都定了删除办法").format(
                    n=review.kinds
                ),
            )
        )
    ]


def _questions() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("AboutPaper", "告知书贴在窗口，写的负责人、电话、期限都对"),
        QCoreApplication.translate("AboutPaper", "只登记办事要用的；不愿意报的没有被拒绝进门"),
        QCoreApplication.translate("AboutPaper", "离岗的人都停用了登录"),
        QCoreApplication.translate("AboutPaper", "新来的人都学过怎么保护个人信息，并记在队员资料里"),
        QCoreApplication.translate(
            "AboutPaper", "和物业、厂家等的委托合同写明了目的、期限、种类、保护措施和到期删除，编号已登记"
        ),
        QCoreApplication.translate("AboutPaper", "刷脸打开的，影响评估没有过期；目的、办法变了的重新评估过"),
        QCoreApplication.translate("AboutPaper", "不满十四周岁的信息由监护人同意，单独审批"),
        QCoreApplication.translate("AboutPaper", "公共屏、公告墙上没有未经同意的姓名"),
        QCoreApplication.translate("AboutPaper", "演练过一次备份恢复，也演练过一次泄露通知"),
    )


def _list(lines: Iterable[str]) -> str:
    return "\n".join("- " + line for line in lines)
