"""Sentences of the public screen: what cannot hang there, and what to do instead."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "screen.empty": (
        "没有存上：还没有写标题。请写几个字，看不见的符号不算。",
        "Not saved: there is no heading yet. Please write a few words; invisible signs do not count.",
    ),
    "screen.title_long": (
        "没有存上：标题有 {length} 个字，最多 {most} 个，再多远处看不清。请改短一点。",
        "Not saved: the heading has {length} characters, at most {most} can be read from afar. Please shorten it.",
    ),
    "screen.too_long": (
        "没有存上：内容有 {length} 个字，最多 {most} 个，再多没人看得完。请留下最要紧的，其余的打印张贴。",
        "Not saved: the text has {length} characters, at most {most} can be read. Keep what matters most and print the rest.",
    ),
    "screen.too_many_lines": (
        "没有存上：内容有 {lines} 行，最多 {most} 行。请合并几行。",
        "Not saved: the text has {lines} lines, at most {most}. Please join some of them.",
    ),
    "screen.ends_before_it_begins": (
        "没有存上：结束时间在开始之前。请改一下时间。",
        "Not saved: it would end before it begins. Please change the times.",
    ),
    "screen.already_over": (
        "没有存上：结束时间已经过去，不会再显示。请把结束时间往后改。",
        "Not saved: the end has passed already, so it would never show. Please choose a later end.",
    ),
    "screen.time_wrong": (
        "没有存上：日期或时间看不懂。请重新选一下。",
        "Not saved: the date or time cannot be read. Please choose again.",
    ),
    "screen.too_far": (
        "没有存上：一条公告最多挂 {days} 天。请把结束时间改早。",
        "Not saved: a notice hangs for at most {days} days. Please choose an earlier end.",
    ),
    "screen.approver_missing": (
        "没有存上：公示要写明由谁审定。请填审定人的姓名，公示屏上不显示。",
        "Not saved: a public announcement needs whoever approved it. Please enter their name; it is not shown.",
    ),
    "screen.looks_like.phone": (
        "没有存上：里面有一串像电话的号码。私人号码不能上屏。办公电话请先记到“常用电话”里，再写进公告。",
        "Not saved: there is something like a phone number. Private numbers must not be shown. Enter an office number under "
        "'Useful numbers' first, then it may stand here.",
    ),
    "screen.looks_like.id_number": (
        "没有存上：里面有一串像身份证号的号码。请删掉，证件号码不能上屏。",
        "Not saved: there is something like an ID number. Please remove it; such numbers must not be shown.",
    ),
    "screen.looks_like.name_door": (
        "没有存上：里面有人的姓名和房号连在一起。请去掉房号，或者不写姓名。",
        "Not saved: somebody's name stands together with a room. Please leave out the room or the name.",
    ),
    "screen.looks_like.markup": (
        "没有存上：里面有网页代码，像 <b> 这样的。公示屏只显示文字，请删掉这些记号。",
        "Not saved: there is web code in it, such as <b>. The screen shows plain words; please remove these marks.",
    ),
    "screen.kind": (
        "没有存上：紧急通知不能在这里写。请用“紧急通知”里准备好的话。",
        "Not saved: an emergency is not written here. Please use the sentences prepared for it.",
    ),
    "screen.gone": (
        "没有改动：这条公告已经不在了，可能在别的门岗删掉了。",
        "Nothing was changed: this notice is gone; it may have been removed at another gate.",
    ),
    "screen.no_sentence": (
        "没有存上：紧急用语至少要留一句，按住 F4 显示的就是第一句。",
        "Not saved: at least one emergency sentence must stay. Holding F4 shows the first one.",
    ),
    "screen.too_many_sentences": (
        "没有存上：紧急用语最多 {most} 句，多了来不及选。",
        "Not saved: at most {most} emergency sentences; with more there is no time to choose.",
    ),
    "screen.number_wrong": (
        "没有存上：每个电话要写名称和号码，号码只用数字、空格和短横线。",
        "Not saved: each number needs a name and digits; only digits, blanks and dashes in the number.",
    ),
    "screen.too_many_numbers": (
        "没有存上：常用电话最多 {most} 个，多了一屏放不下。",
        "Not saved: at most {most} useful numbers fit on the screen.",
    ),
    "screen.usual.0.title": ("紧急情况，请听从工作人员指挥", "Emergency: please follow the staff"),
    "screen.usual.0.text": (
        "请不要乘电梯，从楼梯走到空地。\n请照看好老人和孩子。",
        "Do not take the lift; walk down the stairs to open ground.\nPlease look after old people and children.",
    ),
    "screen.usual.1.title": ("火警，请马上离开楼房", "Fire: please leave the building now"),
    "screen.usual.1.text": (
        "弯腰走楼梯，不要乘电梯，不要回去拿东西。\n到空地集合，等清点人数。",
        "Bend low, take the stairs, no lift, do not go back for things.\nGather on open ground to be counted.",
    ),
    "screen.usual.2.title": ("大风暴雨，请留在室内", "Storm: please stay indoors"),
    "screen.usual.2.text": (
        "关好门窗，收回阳台上的东西。\n不要站在树下和广告牌下。",
        "Close doors and windows, bring things in from the balcony.\nDo not stand under trees or signs.",
    ),
    "screen.usual.3.title": ("临时停水停电，正在抢修", "Water or power is off, repair under way"),
    "screen.usual.3.text": (
        "请关好水龙头和电器。\n恢复时间会在这里通知。",
        "Please turn off taps and appliances.\nThe time it comes back will be shown here.",
    ),
    "screen.kind.notice": ("公告", "Notice"),
    "screen.kind.official": ("公示", "Announcement"),
    "screen.kind.emergency": ("紧急通知", "Emergency"),
    "screen.state.coming": ("还没开始", "To come"),
    "screen.state.shown": ("正在显示", "On screen"),
    "screen.state.ended": ("已结束", "Ended"),
    "screen.state.retracted": ("已撤下", "Taken down"),
}
