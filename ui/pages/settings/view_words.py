"""Words the sections share: roles, kinds of data, kinds of requests."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk.operators.rules import Role
from ui.texts import sentence


def role(key: str) -> str:
    """A role, or what acts without one."""
    if key in tuple(Role):
        return sentence(f"role.{key}")
    return {
        "locked": QCoreApplication.translate("Settings", "锁屏时"),
        "system": QCoreApplication.translate("Settings", "系统"),
        "command": QCoreApplication.translate("Settings", "命令行"),
        "recovery": QCoreApplication.translate("Settings", "恢复码"),
        "nobody": QCoreApplication.translate("Settings", "系统"),
    }.get(key, key)


def kind(key: str) -> str:
    """A kind of data with an end."""
    return {
        "visitor.guest": QCoreApplication.translate("Settings", "亲友来访"),
        "visitor.courier": QCoreApplication.translate("Settings", "快递来访"),
        "visitor.rider": QCoreApplication.translate("Settings", "骑手来访"),
        "visitor.domestic": QCoreApplication.translate("Settings", "家政来访"),
        "visitor.contractor": QCoreApplication.translate("Settings", "维修装修来访"),
        "visitor.agent": QCoreApplication.translate("Settings", "中介来访"),
        "visitor.official": QCoreApplication.translate("Settings", "公务来访"),
        "visitor.works": QCoreApplication.translate("Settings", "施工来访"),
        "visitor.other": QCoreApplication.translate("Settings", "其他来访"),
        "visitor.returning": QCoreApplication.translate("Settings", "常来访客的自动填写"),
        "first_timer": QCoreApplication.translate("Settings", "临时帮忙的人"),
        "goods": QCoreApplication.translate("Settings", "寄放物品"),
        "watch": QCoreApplication.translate("Settings", "已结束的关注"),
        "standing": QCoreApplication.translate("Settings", "到期的长期通行"),
        "permit": QCoreApplication.translate("Settings", "到期的施工许可"),
        "visitor.pass": QCoreApplication.translate("Settings", "用过的来访证"),
        "resident.moved_out": QCoreApplication.translate("Settings", "搬走的住户"),
        "form_draft": QCoreApplication.translate("Settings", "没填完的登记"),
        "security_log.scan": QCoreApplication.translate("Settings", "扫码记录"),
        "disclosure": QCoreApplication.translate("Settings", "提供登记"),
        "privacy_request": QCoreApplication.translate("Settings", "个人信息请求"),
        "hearing": QCoreApplication.translate("Settings", "反映人的姓名和电话"),
        "loan.borrower": QCoreApplication.translate("Settings", "还清东西的借用人"),
        "loan.reservation": QCoreApplication.translate("Settings", "过期预约的联系方式"),
        "matter": QCoreApplication.translate("Settings", "办完的事的内容"),
        "screen": QCoreApplication.translate("Settings", "撤下和到期的公告"),
        "duty.left": QCoreApplication.translate("Settings", "离队的队员"),
        "handover": QCoreApplication.translate("Settings", "交班单里的内容"),
        "duty.reason": QCoreApplication.translate("Settings", "请假和换班的原因"),
        "duty.words": QCoreApplication.translate("Settings", "核对时长时说的话"),
        "certificate": QCoreApplication.translate("Settings", "证明没办成、撤回的原因"),
        "dispensed": QCoreApplication.translate("Settings", "口罩机领取的住户"),
        "consent.face": QCoreApplication.translate("Settings", "刷脸的评估和处理记录"),
        "alarm": QCoreApplication.translate("Settings", "报警里的门牌、号码和记录"),
    }.get(key, key)


def request(key: str) -> str:
    """What somebody asks about their own data."""
    return {
        "access": QCoreApplication.translate("Settings", "查看"),
        "copy": QCoreApplication.translate("Settings", "要一份复印件"),
        "correct": QCoreApplication.translate("Settings", "更正"),
        "delete": QCoreApplication.translate("Settings", "删除"),
        "explain": QCoreApplication.translate("Settings", "要求说明"),
        "withdraw": QCoreApplication.translate("Settings", "撤回同意"),
        "object": QCoreApplication.translate("Settings", "不同意电脑自动做的决定"),
    }.get(key, key)


def outcome(key: str) -> str:
    return {
        "": QCoreApplication.translate("Settings", "还没有答复"),
        "granted": QCoreApplication.translate("Settings", "已照办"),
        "partly": QCoreApplication.translate("Settings", "部分照办"),
        "refused": QCoreApplication.translate("Settings", "没有照办"),
    }.get(key, key)


def subject(key: str) -> str:
    """What the doctor looked at."""
    return {
        "disk": QCoreApplication.translate("Settings", "磁盘空间"),
        "key": QCoreApplication.translate("Settings", "数据的钥匙"),
        "store": QCoreApplication.translate("Settings", "数据文件"),
        "clock": QCoreApplication.translate("Settings", "电脑时间"),
        "hub": QCoreApplication.translate("Settings", "和中心的连接"),
        "backup": QCoreApplication.translate("Settings", "备份"),
        "serial ports": QCoreApplication.translate("Settings", "串口"),
        "cameras": QCoreApplication.translate("Settings", "摄像头"),
    }.get(key, key)


def remedy(key: str) -> str:
    """What to do when the doctor did not like it."""
    return {
        "disk": QCoreApplication.translate("Settings", "磁盘快满了，请清理出 1 GB 以上。"),
        "store": QCoreApplication.translate("Settings", "请马上备份，然后联系管理员。"),
        "clock": QCoreApplication.translate("Settings", "请在电脑的系统设置里把日期和时间调准。"),
        "backup": QCoreApplication.translate("Settings", "请在「备份与恢复」里备份一次。"),
    }.get(key, QCoreApplication.translate("Settings", "请联系管理员。"))


def section(key: str) -> str:
    return {
        "looks": QCoreApplication.translate("Settings", "显示与声音"),
        "place": QCoreApplication.translate("Settings", "本门岗"),
        "devices": QCoreApplication.translate("Settings", "摄像头、扫码枪、打印机"),
        "faces": QCoreApplication.translate("Settings", "刷脸"),
        "hut": QCoreApplication.translate("Settings", "无人小屋"),
        "operators": QCoreApplication.translate("Settings", "值班人员"),
        "keeping": QCoreApplication.translate("Settings", "保护与期限"),
        "backup": QCoreApplication.translate("Settings", "备份与恢复"),
        "moving": QCoreApplication.translate("Settings", "换电脑、请人帮忙"),
        "watch": QCoreApplication.translate("Settings", "关注名单"),
        "export": QCoreApplication.translate("Settings", "导出"),
        "privacy": QCoreApplication.translate("Settings", "个人信息"),
        "registers": QCoreApplication.translate("Settings", "提供和同意的登记"),
        "audit": QCoreApplication.translate("Settings", "操作记录"),
        "about": QCoreApplication.translate("Settings", "关于"),
    }[key]
