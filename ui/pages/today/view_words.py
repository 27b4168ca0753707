"""Today's sentences: what a row of the list says, and the words of the fast lane."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from ui.pages.today.model import Kind, Last, Matter
from ui.pages.today.view_devices import TodayDeviceWords
from ui.pages.today.view_duty import TodayDutyWords
from ui.pages.today.view_handover import TodayHandoverWords
from ui.pages.today.view_lending import TodayLendingWords
from ui.pages.today.view_matters import TodayMatterWords
from ui.texts import sentence

HOUR_MIN = 60
PLATFORMS = {
    "rider": (
        str(QT_TRANSLATE_NOOP("Platforms", "美团")),
        str(QT_TRANSLATE_NOOP("Platforms", "饿了么")),
        str(QT_TRANSLATE_NOOP("Platforms", "京东秒送")),
    ),
    "courier": (
        str(QT_TRANSLATE_NOOP("Platforms", "顺丰")),
        str(QT_TRANSLATE_NOOP("Platforms", "京东")),
        str(QT_TRANSLATE_NOOP("Platforms", "中通")),
        str(QT_TRANSLATE_NOOP("Platforms", "圆通")),
        str(QT_TRANSLATE_NOOP("Platforms", "邮政")),
    ),
}
LOOKS = {
    Kind.ROLL_CALL: ("bad", "list-check"),
    Kind.OVERSTAY: ("warn", "clock-exclamation"),
    Kind.OVERSTAYS_MORE: ("warn", "clock-exclamation"),
    Kind.NIGHT: ("info", "moon"),
    Kind.LATE: ("info", "calendar-event"),
    Kind.GOODS: ("warn", "package"),
    Kind.WATCH_DUE: ("info", "user-shield"),
    Kind.NO_BACKUP: ("warn", "database"),
    Kind.STICK_LATE: ("info", "usb"),
    Kind.STICK_HERE: ("info", "usb"),
    Kind.LITTLE_SPACE: ("warn", "database"),
    Kind.CLOCK: ("warn", "clock-exclamation"),
    Kind.REPLY_LATE: ("bad", "report"),
    Kind.REPLY_SOON: ("warn", "report"),
    Kind.REPLIES_MORE: ("warn", "report"),
    Kind.SITTING: ("info", "messages"),
    Kind.CALL_BACKS: ("info", "phone"),
    Kind.HANDOVER: ("info", "clipboard-list"),
    Kind.HANDOVER_WAITS: ("bad", "clipboard-list"),
    Kind.SHIFTS_AT_RISK: ("warn", "calendar-user"),
    Kind.SWAPS: ("info", "switch-horizontal"),
    Kind.LENT: ("warn", "wheelchair"),
    Kind.LENT_MORE: ("warn", "wheelchair"),
    Kind.LENT_CARE: ("info", "tools"),
    Kind.DEVICE_BAD: ("bad", "plug-connected-x"),
    Kind.DEVICE_UNSURE: ("warn", "help-circle"),
    Kind.STOCK_LOW: ("info", "package"),
}
Line = tuple[str, str, str]  # title, quieter line, word on the button


class TodayWords(QObject):
    """One context of the catalogue for all sentences of the page."""

    def platform(self, word: str) -> str:
        """A platform's name; what the site has written itself stays as written."""
        return QCoreApplication.translate("Platforms", word)

    def fast(self, last: Last) -> str:
        """`美团骑手`, `骑手`: whom one key lets pass."""
        name = self.platform(last.platform)
        if last.kind == "rider":
            return self.tr("{platform}骑手").format(platform=name) if name else self.tr("外卖骑手")
        return self.tr("{platform}快递").format(platform=name) if name else self.tr("快递员")

    def brief(self, last: Last) -> str:
        """`美团`, or `外卖骑手` when no platform was told: for a narrow button."""
        return self.platform(last.platform) or self.fast(last)

    def counted(self, last: Last) -> str:
        return self.tr("{who}放行，已记 1 次").format(who=self.fast(last))

    def greeting(self, hour: int) -> str:
        if hour < 5 or hour >= 22:
            return self.tr("夜深了。")
        if hour < 11:
            return self.tr("上午好。")
        if hour < 13:
            return self.tr("中午好。")
        return self.tr("下午好。") if hour < 18 else self.tr("晚上好。")

    def heading(self, hour: int, matters: int) -> str:
        if matters:
            return self.tr("{hello}有 {n} 件事需要留意", "", matters).format(hello=self.greeting(hour), n=matters)
        return self.tr("{hello}现在没有要处理的事").format(hello=self.greeting(hour))

    def line(self, matter: Matter) -> Line:
        """What stands on a row."""
        match matter.kind:
            case Kind.OVERSTAY:
                return self._overstay(matter)
            case Kind.GOODS:
                return (
                    self.tr("{n} 件寄放超过 48 小时", "", matter.n).format(n=matter.n),
                    self.tr("最早的放了 {hours} 小时，请提醒住户来取").format(hours=matter.hours),
                    self.tr("看架子"),
                )
            case Kind.NO_BACKUP if matter.hours:
                return (
                    self.tr("已经 {n} 天没有备份").format(n=matter.hours // 24),
                    self.tr("记录都在，只是没有第二份。请告诉管理员。"),
                    self.tr("去备份"),
                )
            case Kind.CLOCK:
                return (
                    self.tr("电脑的时间可能不准"),
                    self.tr("记录里有更晚的时间：{time}。请看一下日期，对的话请管理员确认。").format(time=matter.at),
                    self.tr("核对时间") if matter.page else "",
                )
            case Kind.REPLY_LATE | Kind.REPLY_SOON | Kind.REPLIES_MORE | Kind.SITTING | Kind.CALL_BACKS:
                return TodayMatterWords().line(matter)
            case Kind.LENT | Kind.LENT_MORE | Kind.LENT_CARE:
                return TodayLendingWords().line(matter)
            case Kind.DEVICE_BAD | Kind.DEVICE_UNSURE | Kind.STOCK_LOW:
                return TodayDeviceWords().line(matter)
            case Kind.HANDOVER | Kind.HANDOVER_WAITS:
                return TodayHandoverWords().line(matter)
            case Kind.SHIFTS_AT_RISK | Kind.SWAPS:
                return TodayDutyWords().line(matter)
            case _:
                return self._plain(matter)

    def _plain(self, matter: Matter) -> Line:
        n = matter.n
        title, sub, act = {
            Kind.ROLL_CALL: (
                self.tr("清点还没有结束"),
                self.tr("请接着清点，清点完按“结束清点”"),
                self.tr("接着清点"),
            ),
            Kind.OVERSTAYS_MORE: (self.tr("另有 {n} 位超时未离开"), self.tr("请逐位联系"), self.tr("看名单")),
            Kind.NIGHT: (
                self.tr("{n} 位客人过了 23 点还没走", "", n),
                self.tr("住下的请记“今晚住下”，走了的请登记离开"),
                self.tr("看名单"),
            ),
            Kind.LATE: (
                self.tr("{n} 位预约的客人过时未到", "", n),
                self.tr("比约好的时间晚了半小时以上"),
                self.tr("看预约"),
            ),
            Kind.WATCH_DUE: (
                self.tr("关注名单有 {n} 条该复核了", "", n),
                self.tr("满 90 天要再看一次，该删的删掉"),
                self.tr("去复核"),
            ),
            Kind.NO_BACKUP: (
                self.tr("还没有备份过"),
                self.tr("记录都在，只是没有第二份。请告诉管理员。"),
                self.tr("去备份"),
            ),
            Kind.STICK_LATE: (
                self.tr("{n} 天没有备份到 U 盘了", "", n),
                self.tr("插上 U 盘，点一下就好"),
                self.tr("去备份"),
            ),
            Kind.STICK_HERE: (
                self.tr("插着 U 盘「{name}」").format(
                    name=matter.name.translate({123: None, 125: None})
                ),  # formatted again below
                self.tr("顺手备份一份，几十秒就好"),
                self.tr("去备份"),
            ),
            Kind.LITTLE_SPACE: (
                self.tr("电脑的空间快用完了"),
                self.tr("还能照常登记。请告诉管理员清理磁盘。"),
                self.tr("看一下"),
            ),
        }[matter.kind]
        return title.format(n=n), sub, act

    def _overstay(self, matter: Matter) -> Line:
        if matter.over_min < HOUR_MIN:
            title = self.tr("{who}超时 {n} 分钟").format(who=self._who(matter), n=matter.over_min)
        else:
            title = self.tr("{who}超时 {n} 小时").format(who=self._who(matter), n=matter.over_min // HOUR_MIN)
        limit = self.tr("应在 {time} 前离开").format(time=matter.at)
        place = sentence("place.building", {"building": matter.building}) if matter.building else ""
        return title, " · ".join(part for part in (matter.name, place, limit) if part), self.tr("处理")

    def _who(self, matter: Matter) -> str:
        if matter.n > 1 and matter.who in ("contractor", "works"):
            return self.tr("{n} 位师傅", "", matter.n).format(n=matter.n)
        return {
            "minor": self.tr("独自来的孩子"),
            "watched": self.tr("关注名单上的一位"),
            "contractor": self.tr("一位装修师傅"),
            "works": self.tr("一位施工师傅"),
        }.get(matter.who, self.tr("一位来访人"))
