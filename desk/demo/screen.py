"""What hangs on the public screen of the demonstration: notices in every state, numbers, emergency sentences."""

from __future__ import annotations

from desk.core.clock import DAY_MS, HOUR_MS
from desk.screen import reads, service, service_settings
from desk.screen.rules import Kind, Number, Wanted
from desk.store.unit import Unit

NUMBERS = (
    Number("物业值班室", "1040 0000 0110"), Number("社区卫生站", "1040 0000 0122"), Number("政务热线", "12345"),
)  # fmt: skip
RULES = (
    "来访请先到门岗，说一声找哪一户，由住户确认。\n外卖、快递报一声就放行，不用登记姓名。\n"
    "电动车不进楼道，充电请到3号楼东侧充电棚。\n消防通道不停车。\n有事请慢慢说，我们记下来，办完告诉您。"
)


def fill(u: Unit) -> None:
    """One unit of ordinary work, done by the manager of the demonstration."""
    service_settings.say_numbers(u, NUMBERS)
    service_settings.say_rules(u, RULES)
    service_settings.prepare(u, reads.USUAL)
    now, day = u.now, DAY_MS
    for kind, title, text, start, end, approver in (
        (
            Kind.NOTICE, "周六上午停水两小时", "9:00 到 11:00，1号楼至6号楼检修水管停水。\n"
            "请提前接好用水，关好水龙头。来水时水可能发黄，放一会儿就清了。", now - 2 * HOUR_MS, now + 3 * day, "",
        ),
        (
            Kind.OFFICIAL, "充电棚建设方案公示", "充电棚建在3号楼东侧空地，共 40 个车位，下个月开工。\n"
            "有意见请到接待室提出，也可以写下来投进意见箱，我们都会答复。", now - day, now + 6 * day, "居民区党总支",
        ),
        (Kind.NOTICE, "欢迎来包饺子", "周日下午两点，在活动室。面和馅都备好了，带上您的手艺就行。", now, now + 5 * day, ""),
        (Kind.NOTICE, "下周开始清理楼道", "请把楼道里的纸箱杂物收回家。需要帮忙搬的，告诉门岗。", now + 2 * day, now + 9 * day, ""),
    ):  # fmt: skip
        service.save(u, Wanted(kind, title, text, start, end, approver=approver))
    mended = service.save(
        u, Wanted(Kind.NOTICE, "2号楼电梯检修", "请走楼梯，或者从1号楼连廊过去。", now - HOUR_MS, now + day)
    )
    service.retract(u, mended.id)
