"""Sentences of sign-on, PINs and the lock."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "role.volunteer": ("志愿者", "Volunteer"),
    "role.guard": ("保安", "Guard"),
    "role.shift_lead": ("值班长", "Shift lead"),
    "role.manager": ("管理员", "Manager"),
    "role.auditor": ("检查员", "Auditor"),
    "role.technician": ("技术员", "Technician"),
    "operator.pin_wrong": (
        "密码不对，没有登录。请再输一次，还可以试 {tries_left} 次。",
        "Wrong PIN; nobody was signed on. Please try again. Tries left: {tries_left}.",
    ),
    "operator.pin_wait": (
        "试错次数太多，现在不能登录。请等 {wait_s} 秒再试，或者刷卡。",
        "Too many wrong tries; nobody was signed on. Wait {wait_s} seconds or use a card.",
    ),
    "operator.pin_needed": ("换成{label}需要密码，请输入。", "Switching to {label} needs the PIN. Please enter it."),
    "operator.no_pin": (
        "{label}还没有设密码，没有登录。请刷卡，或者让管理员设密码。",
        "{label} has no PIN yet; nobody was signed on. Use a card, or ask the manager to set one.",
    ),
    "operator.gone": (
        "名单上已经没有这个人，没有登录。请让管理员核对人员名单。",
        "This person is no longer on the list; nobody was signed on. Please ask the manager.",
    ),
    "operator.expired": (
        "{label}的担保时间到了，没有登录。请让值班长重新担保。",
        "{label} is no longer vouched for; nobody was signed on. Please ask the shift lead to vouch again.",
    ),
    "operator.too_many": (
        "同时当班最多 {most} 人，没有登录。请先让一位下班。",
        "At most {most} people can be on duty at once; nobody was signed on. Please sign somebody off first.",
    ),
    "operator.badge_unknown": (
        "这张卡没有登记过，没有登录。请点名字输密码，或者让管理员绑定。",
        "This card is not registered; nobody was signed on. Use your name and PIN, or ask the manager to bind it.",
    ),
    "operator.badge_short": (
        "这个卡号太短，没有绑定。请换一张卡，至少要 {shortest} 位。",
        "This card's number is too short and was not bound. Use another card with at least {shortest} characters.",
    ),
    "operator.badge_taken": (
        "这张卡已经是别人的，没有绑定。请换一张卡。",
        "This card belongs to somebody else and was not bound. Please use another card.",
    ),
    "operator.name_empty": (
        "还没有写姓名，没有保存。请填写姓名。",
        "The name is empty; nothing was saved. Please enter it.",
    ),
    "operator.not_first": (
        "已经有管理员了，没有再建。请用管理员的名字登录。",
        "There is already a manager; no other was added. Please sign on as the manager.",
    ),
    "operator.not_manager": (
        "恢复码只能重设管理员的密码，没有改动。请选择管理员。",
        "The recovery code only resets a manager's PIN; nothing was changed. Please choose a manager.",
    ),
    "operator.not_on_duty": (
        "这位现在不在班，没有改动。请先点名字登录。",
        "This person is not on duty; nothing was changed. Please sign on first.",
    ),
    "operator.last_manager": (
        "这是最后一位管理员，没有改动。请先设另一位管理员。",
        "This is the last manager; nothing was changed. Please appoint another one first.",
    ),
    "operator.role_unknown": (
        "没有这种身份，没有保存。请从列表里选择。",
        "There is no such role; nothing was saved. Please choose one from the list.",
    ),
    "operator.recovery_wrong": (
        "恢复码不对，密码没有改。请核对后再输，还可以试 {tries_left} 次。",
        "Wrong recovery code; the PIN was not changed. Please check it. Tries left: {tries_left}.",
    ),
    "pin.shape": (
        "密码没有保存。请用 {shortest} 到 {longest} 位数字。",
        "The PIN was not saved. Please use {shortest} to {longest} digits.",
    ),
    "pin.easy": (
        "这个密码太好猜，没有保存。请不要用连号或重复的数字。",
        "This PIN is too easy to guess and was not saved. Avoid runs and repeated digits.",
    ),
    "pin.birthday": (
        "这个密码像生日，没有保存。请换一个。",
        "This PIN looks like a birthday and was not saved. Please choose another one.",
    ),
    "session.locked": (
        "已经锁屏，没有做。请先点名字登录。",
        "The desk is locked; this was not done. Please sign on first.",
    ),
}
