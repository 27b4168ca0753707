"""What is said when somebody has clocked on or off: the same words on every page."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "clocking.on": ("{label}上岗了：{shift}", "{label} is on duty: {shift}"),
    "clocking.on_log": (
        "{label}上岗了。没有排班，时间先记下",
        "{label} is on duty, without a shift; the time is noted",
    ),
    "clocking.on_signed": ("{label}上岗了：{shift}，值班台交给您", "{label} is on duty: {shift}. The desk is yours"),
    "clocking.on_log_signed": (
        "{label}上岗了，值班台交给您。没有排班，时间先记下",
        "{label} is on duty and the desk is yours. There is no shift; the time is noted",
    ),
    "clocking.again": ("{label}刚才已经记过了，没有再记", "{label} was recorded a moment ago; nothing was added"),
    "clocking.off": ("{label}下岗了，辛苦了！", "{label} is off duty. Thank you!"),
    "clocking.off_helped": (
        "{label}下岗了。今天您帮了 {n} 人，辛苦了！",
        "{label} is off duty. You helped {n} people today. Thank you!",
    ),
    "clocking.thanks": (
        "{label}离开了值班台。今天这里帮了 {n} 人，辛苦了！",
        "{label} has left the desk. {n} people were helped here today. Thank you!",
    ),
    "clocking.next": ("{label}接着下一班：{shift}", "{label} goes on with the next shift: {shift}"),
}
