"""Words of clocking, hours and certificates: what was refused, what a record is marked with, and the lines of the trail."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # clocking
    "clock.unknown": (
        "名单里没有这位队员，没有记上岗。请在「队员」里找一找。",
        "This person is not on the team, so nothing was recorded. Please look under Team.",
    ),
    "clock.left": (
        "{label}已经不在队里，没有记上岗。要回来帮忙，请班长先在「队员」里恢复。",
        "{label} is no longer on the team, so nothing was recorded. A shift lead can bring them back under Team.",
    ),
    "clock.already_on": (
        "{label}已经在岗，没有再记一次。要走了请按下岗。",
        "{label} is on duty already; it was not recorded twice. Press Clock off when they leave.",
    ),
    "clock.not_on": (
        "{label}没有上岗的记录，没有记下岗。忘了打卡，请到「时长」里补记。",
        "{label} is not on duty, so nothing was recorded. If they forgot to clock on, add it under Hours.",
    ),
    "clock.shift_cancelled": (
        "这个班取消了，没有记上岗。来帮忙的，请不选班次直接上岗。",
        "That shift was cancelled, so nothing was recorded. To help anyway, clock on without a shift.",
    ),
    "clock.said_ahead": (
        "这个时间还没到，没有记。请看一下时间再填。",
        "That time has not come yet; nothing was recorded. Please check it.",
    ),
    "clock.said_long_ago": (
        "超过 {hours} 小时以前的上岗不能在这里补，没有记。请到「时长」里补记。",
        "More than {hours} hours ago cannot be entered here; nothing was recorded. Please add it under Hours.",
    ),
    "clock.said_before_in": (
        "下岗比上岗还早，没有记。请看一下时间再填。",
        "That is before they came; nothing was recorded. Please check the time.",
    ),
    "clock.too_late": (
        "已经过了十分钟，不能撤回。请到「时长」里更正。",
        "More than ten minutes have passed, so it cannot be taken back. Please correct it under Hours.",
    ),
    "clock.code_not_good": (
        "这个码不能用来打卡，没有记。请换值班码，或者按名字上岗。",
        "This code does not clock anybody on; nothing was recorded. Use a duty card, or pick the name.",
    ),
    "clock.nobody_here": (
        "值班台没有人登录，不知道是谁上岗，没有记。请先登录，或者扫自己的值班码。",
        "Nobody is signed on, so we do not know who came; nothing was recorded. Sign on first, or scan your own card.",
    ),
    "clock.not_in_team": (
        "登录的人不在值班队里，没有记。请班长在「队员」里加上，并选好登录名。",
        "Whoever is signed on is not on the team; nothing was recorded. A shift lead can add them under Team.",
    ),
    "clock.no_pin": (
        "{label}没有设密码，没有记。请扫值班码，或者由值班台代记。",
        "{label} has no PIN; nothing was recorded. Scan their card, or let the desk record it.",
    ),
    # hours
    "hours.content_empty": (
        "没有写做了什么，没有记。请写几个字。",
        "It does not say what was done; nothing was recorded. A few words will do.",
    ),
    "hours.span_wrong": (
        "结束要比开始晚，没有记。请看一下时间。",
        "The end must be after the start; nothing was recorded. Please check the times.",
    ),
    "hours.too_long": (
        "一次最多 {hours} 小时，没有记。跨天的请分开记。",
        "One record is {hours} hours at most; nothing was recorded. Please split it by day.",
    ),
    "hours.ahead": (
        "时间还没到，没有记。做完再记。",
        "That time has not come yet; nothing was recorded. Please enter it afterwards.",
    ),
    "hours.long_ago": (
        "超过 {days} 天的不能补记，没有记。请和社区商量。",
        "More than {days} days ago cannot be added; nothing was recorded. Please ask the community office.",
    ),
    "hours.overlap": (
        "这段时间已经有一条记录，没有再记。请先看看那一条。",
        "There is a record of that time already; nothing was recorded. Please look at that one first.",
    ),
    "hours.time_wrong": (
        "时间没看懂，没有记。请写成 9:30 这样。",
        "The time is not clear; nothing was recorded. Please write it like 9:30.",
    ),
    "hours.moved_far": (
        "改到了另一天，没有改。请重新补记一条。",
        "That is another day; nothing was changed. Please add a new record instead.",
    ),
    "hours.reason_empty": (
        "没有写原因，没有改。请写几个字。",
        "There is no reason; nothing was changed. A few words will do.",
    ),
    "hours.gone": (
        "这条记录刚才有人改过，没有动它。请看最新的一条。",
        "Somebody has just changed this record; it was left alone. Please look at the newest one.",
    ),
    "hours.own": (
        "自己的时长不能自己确认，没有改。请另一位班长或管理员来看。",
        "Nobody confirms their own hours; nothing was changed. Please ask another shift lead or manager.",
    ),
    "hours.pick": ("选一位", "Choose somebody"),
    "hours.nobody": (
        "还没有选人，没有记下。请先选一位。",
        "Nothing was noted: nobody is chosen. Please choose somebody.",
    ),
    "hours.flag.late": ("来晚了", "Came late"),
    "hours.flag.left_early": ("走早了", "Left early"),
    "hours.flag.pause": ("中间离开过", "With a break"),
    "hours.flag.double": ("多扫了一次", "Scanned twice"),
    "hours.flag.forgot": ("忘了下岗，按班次结束算", "Forgot to clock off; shift's end taken"),
    "hours.flag.no_in": ("忘了上岗，按班次开始算", "Forgot to clock on; shift's start taken"),
    "hours.flag.stayed": ("比班次晚走", "Stayed past the end"),
    "hours.flag.long": ("超过 12 小时", "Over 12 hours"),
    "hours.flag.said": ("时间是事后说的", "The time was told afterwards"),
    "hours.flag.doubt": ("当时电脑的时间可能不准", "The clock may have been wrong"),
    "hours.flag.friend": ("别人代记的", "Recorded by somebody else"),
    "hours.flag.carried": ("和同一张卡一起来去", "Same card next to it, coming and going"),
    "hours.flag.cancelled": ("班次后来取消了", "The shift was cancelled"),
    "hours.flag.gone": ("班次已经查不到", "The shift is not known any more"),
    "hours.flag.no_shift": ("没有排班", "No shift"),
    "hours.flag.overlap": ("和另一条时间重叠", "Overlaps another record"),
    "hours.credit.counts": ("已计入", "Counts"),
    "hours.credit.waits": ("待确认", "To confirm"),
    "hours.credit.asked": ("本人说有误", "Questioned"),
    "hours.credit.refused": ("不计入", "Does not count"),
    "hours.close.clock": ("打卡", "Clocked"),
    "hours.close.log": ("补记", "Added by hand"),
    "hours.close.auto": ("自动补全", "Filled in"),
    "hours.close.correction": ("更正", "Corrected"),
    # certificates
    "certificate.days_wrong": (
        "结束日期要在开始之后，没有申请。请改一下。",
        "The last day must be after the first; nothing was asked for.",
    ),
    "certificate.days_ahead": (
        "{day}还没到，没有开。结束日期请选到今天为止。",
        "{day} has not come yet, so it was not made. Please choose a last day up to today.",
    ),
    "certificate.no_hours": (
        "这段日子还没有已计入的时长，没有开。请先确认待确认的记录。",
        "No hours count in that time yet, so it was not made. Please confirm what waits first.",
    ),
    "certificate.step": (
        "这张证明已经走到下一步了，没有再改。请看最新的情况。",
        "This certificate has moved on already; nothing was changed. Please look at where it stands.",
    ),
    "certificate.own": (
        "自己的证明不能自己开，没有开。请另一位管理员来办。",
        "Nobody issues their own certificate; it was not made. Please ask another manager.",
    ),
    "certificate.lacks": (
        "证明还缺几项，没有开。请把姓名、证件、负责人、经办人和联系方式填齐。",
        "Something is missing, so it was not issued. Please fill in the document, head, handler and contact.",
    ),
    "certificate.file_unreadable": (
        "这个文件打不开，没有查。请换一张清楚的照片或原来的 PDF。",
        "This file cannot be read; nothing was checked. Please use a clear photo or the PDF itself.",
    ),
    "certificate.kind.statement": ("服务时长清单", "Statement of hours"),
    "certificate.kind.certificate": ("志愿服务证明", "Certificate"),
    "certificate.state.applied": ("已申请", "Asked for"),
    "certificate.state.accepted": ("已受理", "Accepted"),
    "certificate.state.refused": ("没有受理", "Declined"),
    "certificate.state.issued": ("已出具", "Issued"),
    "certificate.state.posted": ("公示中", "Posted"),
    "certificate.state.done": ("公示期满", "Complete"),
    "certificate.state.withdrawn": ("已撤回", "Withdrawn"),
    # lines of the trail
    "hours.logged": ("补记了服务时长", "Hours added by hand"),
    "hours.verified": ("确认了服务时长", "Hours confirmed"),
    "hours.refused": ("判定时长不计入", "Hours declined"),
    "hours.asked": ("本人说时长有误", "Hours questioned"),
    "hours.corrected": ("更正了服务时长", "Hours corrected"),
    "certificate.applied": ("申请了服务证明", "Certificate asked for"),
    "certificate.accepted": ("受理了服务证明", "Certificate accepted"),
    "certificate.refused": ("没有受理服务证明", "Certificate declined"),
    "certificate.issued": ("出具了服务证明", "Certificate issued"),
    "certificate.posted": ("开始公示服务证明", "Certificate posted"),
    "certificate.withdrawn": ("撤回了服务证明", "Certificate withdrawn"),
}
