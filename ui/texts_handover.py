"""Handover: what could not be done and what to do now; what the trail calls its acts."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "handover.group_open": (
        "还有没看过的事，没有交班。请逐条打勾，或写一句话。",
        "Not handed over: something has not been looked at. Please tick each group or write a note.",
    ),
    "handover.not_counted": (
        "还有东西没数，没有交班。请数一数。",
        "Not handed over: something has not been counted. Please count it.",
    ),
    "handover.difference": (
        "数目对不上，没有交班。请写一句为什么。",
        "Not handed over: a count differs. Please write why.",
    ),
    "handover.gone": (
        "找不到这份交班单，没有签字。请重新打开交接班。",
        "Not signed: this handover is not there. Please open Handover again.",
    ),
    "handover.newer": (
        "后来又写了一份交班单，这份没有签。请签最新的那份。",
        "Not signed: another handover was written after this one. Please sign the newest.",
    ),
    "handover.accepted": (
        "这份交班单已经有人接了，没有再签。",
        "Not signed again: somebody has already taken over.",
    ),
    "handover.same_person": (
        "交班和接班是同一个人，没有签。请接班的人来签。",
        "Not signed: the one who goes cannot take over. Please have the relief sign.",
    ),
    "handover.not_over": (
        "这一班还没到时间，没有记延时。",
        "Staying on was not noted: this shift has not ended yet.",
    ),
    "handover.stranger": (
        "队里没有这个人，也没有值班账号，没有签字。请换一位，或先请管理员登记。",
        "Not signed: this person is neither of the team nor signs on here. Please choose another, or ask the manager to add them.",
    ),
    "handover.no_pin": (
        "{label}没有设密码，没有签字。请扫工作码，或请管理员设密码。",
        "Not signed: {label} has no PIN. Please scan their card, or ask the manager to set one.",
    ),
    "handover.pin_wrong": (
        "密码不对，没有签字。请再输一次，还可以试 {tries_left} 次。",
        "Not signed: the PIN is not right. Please type it again; {tries_left} tries are left.",
    ),
    "handover.code_not_good": (
        "这不是有效的工作码，没有签字。请扫值班人员的工作码，或输入密码。",
        "Not signed: this is no valid card of the team. Please scan a duty card, or type the PIN.",
    ),
    "handover.unaccepted": (
        "交班单还没人接，没有导出。请接班的人先签字；来访登记照常。",
        "Not exported: a handover waits for its second signature. Please have the relief sign; visitors are admitted as always.",
    ),
    "items.name": ("请写东西的名字，没有存上。", "Not saved: please write what it is called."),
    "items.expected": ("数目请写 0 到 {most}，没有存上。", "Not saved: the number must be 0 to {most}."),
    "items.many": (
        "要数的东西已经有 {most} 样，没有再加。请先去掉几样。",
        "Not added: {most} things are counted already. Please remove some first.",
    ),
    "audit.handover.made": ("写了交班单", "Handover written"),
    "audit.handover.accepted": ("接了班", "Handover accepted"),
    "audit.handover.held_over": ("没人接班，留下来值守", "Stayed on, no relief came"),
    "audit.items.added": ("加了要数的东西", "Counted item added"),
    "audit.items.edited": ("改了要数的东西", "Counted item changed"),
    "audit.items.dropped": ("去掉了要数的东西", "Counted item removed"),
}
