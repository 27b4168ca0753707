"""Sentences of the sync page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desk.sync.rules_now import State
from ui.pages.sync.model import SyncModel
from ui.shell.strip import StripWords

if TYPE_CHECKING:
    from desk.sync.reads_conflicts import Conflict, Side
    from desk.sync.reads_now import SyncNow

HIDDEN = "＊＊＊＊"


class SyncWords(QObject):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._strip = StripWords(self)

    def ago(self, now_ms: int, at: int | None) -> str:
        return self._strip.ago(now_ms, at)

    # -- the situation

    def heading(self, model: SyncModel) -> tuple[str, str]:
        """What the page says first, and the line under it."""
        if model.found is None:
            return self.tr("正在看，请稍候"), ""
        if model.busy == "agree":
            return self.tr("正在与中心对齐，请稍候"), ""
        now = model.found.now
        return self._situation(now), self._explained(now)

    def _situation(self, now: SyncNow) -> str:
        count = f"{now.waiting:,}"
        if now.state is State.NO_LINE:
            since = self.ago(now.ages.now, now.ages.heard_at)
            words = self.tr("{ago}起没有线路，待传 {n} 条") if now.waiting else self.tr("{ago}起没有线路，没有要传的")
            return words.format(ago=since, n=count)
        return {
            State.ALONE: self.tr("这台电脑自己工作，没有连中心"),
            State.AGREED: self.tr("已与中心对齐，没有要传的"),
            State.SENDING: self.tr("正在送，待传 {n} 条").format(n=count),
            State.STUCK: self.tr("有 {n} 条一直没送出去").format(n=count),
            State.NEVER: self.tr("已连到中心，还没有对齐过"),
            State.COPIED: self.tr("这台电脑像是恢复或复制过"),
            State.WENT_BACK: self.tr("中心退回过旧数据"),
            State.REVOKED: self.tr("中心停用了这台电脑"),
            State.TOO_OLD: self.tr("程序太旧，中心不再收"),
        }[now.state]

    def _explained(self, now: SyncNow) -> str:
        if now.state is State.ALONE:
            return self.tr("记录都存在本机，一样都不少。连上中心后，几个门岗可以看到同样的内容。")
        if now.state in (State.COPIED, State.WENT_BACK):
            return self.tr("不用做什么，记录没有丢。请看下面的说明，看过按「知道了」。")
        if now.state is State.REVOKED:
            return self.tr("记录都还在本机，现在只能看，不能登记。要重新用，请管理员再连一次。")
        if now.state is State.TOO_OLD:
            return self.tr("记录都还在本机。请安装新版程序，装好后自动接着送。")
        agreed = self.tr("上次对齐：{ago}").format(ago=self.ago(now.ages.now, now.ages.agreed_at))
        if now.waiting and now.ages.oldest_at is not None:
            oldest = self.tr("最早的一条：{ago}").format(ago=self.ago(now.ages.now, now.ages.oldest_at))
            return f"{agreed} · {oldest}"
        return agreed

    def past(self, now: SyncNow) -> list[tuple[str, str]]:
        """What happened once and a person should have read: (title, what it means)."""
        found = []
        if now.state is State.COPIED:
            found.append((
                self.tr("{ago}发现：有另一份同样的数据也在和中心说话").format(ago=self.ago(now.ages.now, now.ages.copied_at)),
                self.tr("可能是恢复了备份，或者硬盘被复制到另一台电脑。没送出去的都重新送了，一条也没丢。如果真有两台在用，请停掉一台。"),
            ))  # fmt: skip
        if now.state is State.WENT_BACK:
            found.append((
                self.tr("{ago}发现：中心恢复过一份旧备份").format(ago=self.ago(now.ages.now, now.ages.went_back_at)),
                self.tr("中心缺的内容，这台电脑正在补回去。不用做什么。"),
            ))  # fmt: skip
        return found

    # -- kinds and fields

    def kind(self, kind: str) -> str:
        """What a kind of record is called."""
        return {
            "asset": self.tr("借用物品"), "asset_claim": self.tr("借还"), "asset_stock": self.tr("物品件数"),
            "borrower": self.tr("借用人"), "loan_event": self.tr("借用经过"), "reservation": self.tr("预约借用"),
            "audit_line": self.tr("操作记录"), "binding": self.tr("谁住哪里"), "binding_end": self.tr("搬走"),
            "code": self.tr("码和来访证"), "code_scan": self.tr("扫码记录"), "code_verify_key": self.tr("验码的钥匙"),
            "consent": self.tr("同意书"), "disclosure": self.tr("信息提供"), "gate": self.tr("门岗"),
            "goods": self.tr("寄放"), "household": self.tr("门牌"), "legal_hold": self.tr("依法保留"),
            "notice_delivered": self.tr("通知已看"), "operator": self.tr("值班的人"), "pass_use": self.tr("来访证使用"),
            "permit": self.tr("施工许可"), "person": self.tr("住户"), "privacy_answer": self.tr("个人信息答复"),
            "privacy_request": self.tr("个人信息请求"), "recurring_pass": self.tr("常来的人"),
            "retention_run": self.tr("到期清理"), "roll_call": self.tr("清点"), "roll_call_mark": self.tr("清点记号"),
            "setting": self.tr("设置"), "site": self.tr("小区"), "tally": self.tr("骑手快递计数"),
            "visit_event": self.tr("来访"), "watch_entry": self.tr("关注名单"), "redaction": self.tr("删除"),
            "district_notice": self.tr("街道通知"), "sitting": self.tr("接待日"), "hearing": self.tr("来反映的居民"),
            "matter_event": self.tr("反映的事"), "owner_body": self.tr("办事的单位"), "alarm": self.tr("报警"),
            "alarm_step": self.tr("报警处理"), "wearer": self.tr("呼救按钮是谁的"), "automation": self.tr("自动规则"),
            "automation_run": self.tr("自动喷雾"), "face_lane": self.tr("人脸通道"), "face_deed": self.tr("人脸处理记录"),
        }.get(kind, self.tr("其他内容"))  # fmt: skip

    def field(self, kind: str, field: str) -> str:
        """What two people changed."""
        if kind == "setting":
            return self.tr("设置")
        return {
            "name": self.tr("名字"), "display_name": self.tr("姓名"), "phone": self.tr("电话"),
            "phone_last4": self.tr("电话尾号"), "plates": self.tr("车牌"), "plate": self.tr("车牌"),
            "building": self.tr("楼栋"), "unit": self.tr("单元"), "room": self.tr("房号"), "address": self.tr("地址"),
            "role": self.tr("身份"), "active": self.tr("在用还是停用"), "pin_hash": self.tr("密码"),
            "badge_hash": self.tr("工作卡"), "reason": self.tr("原因"), "advice": self.tr("怎么做"),
            "expires_at": self.tr("到期时间"), "until_at": self.tr("到期时间"), "from_at": self.tr("开始时间"),
            "valid_until": self.tr("到期时间"), "status": self.tr("状态"), "what": self.tr("东西"),
            "shelf": self.tr("放在哪里"), "company": self.tr("公司"), "workers": self.tr("工人"), "tools": self.tr("工具"),
            "alias": self.tr("称呼"), "taken_by": self.tr("谁取走的"), "taken_at": self.tr("取走时间"),
        }.get(field, self.tr("内容"))  # fmt: skip

    def title(self, one: Conflict) -> str:
        """`欧阳*：两个人改了电话`."""
        words = self.tr("{whom}：两个人改了{field}") if one.whom else self.tr("{kind}：两个人改了{field}")
        return words.format(whom=one.whom, kind=self.kind(one.kind), field=self.field(one.kind, one.field))

    def value(self, side: Side, when: Any, full: Any = None) -> str:
        """A value as the card shows it. when(ms) -> words; full: what to show in its place."""
        value, shape = (side.value if full is None else full), side.shape
        if shape == "secret":
            return HIDDEN
        if shape == "time":
            return str(when(value))
        if shape == "minute":
            return f"{value // 60:02d}:{value % 60:02d}"
        if shape == "yes":
            return self.tr("是") if value else self.tr("否")
        if isinstance(value, tuple | list):
            value = " ".join(value)
        return str(value) if value != "" else self.tr("（空）")

    def author(self, side: Side, when: Any) -> str:
        """`王老师 · 北门 · 今天 10:20`."""
        by = side.by or self.tr("不清楚是谁")
        return " · ".join(part for part in (by, side.gate, when(side.at)) if part)

    def done(self, what: str, count: int) -> str:
        """What went well."""
        return {
            "agree": self.tr("已与中心对齐"),
            "enrol": self.tr("已连到中心，现在开始送"),
            "unlink": self.tr("已断开，记录都在本机"),
            "settled": self.tr("定好了，别的门岗也会知道"),
            "out": self.tr("已存到 U 盘，共 {n} 条").format(n=f"{count:,}"),
            "in": self.tr("已从 U 盘读入 {n} 条").format(n=f"{count:,}"),
        }.get(what, "")
