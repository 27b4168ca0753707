"""Sentences of the first run and of opening the desk."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "welcome.site_empty": (
        "还没有写小区的名字，请填写后再往下走。",
        "The estate has no name yet. Please enter it to go on.",
    ),
    "welcome.gate_empty": (
        "还没有写门岗的名字，请填写后再往下走。",
        "The gate has no name yet. Please enter it to go on.",
    ),
    "welcome.code_differs": (
        "和恢复码不一样。请对照纸上再输，或者点「再看一次恢复码」重新抄。",
        "This is not the recovery code. Check it against your paper, or show the code again and copy it afresh.",
    ),
    "pin.differs": (
        "两次输的不一样，密码没有设好。请重新设一个。",
        "The two entries differ; no PIN was set. Please set it again.",
    ),
    "pin.missing": (
        "还没有设密码。请在右边按 4 到 8 位数字。",
        "There is no PIN yet. Please enter 4 to 8 digits on the right.",
    ),
    "key.passphrase_short": (
        "口令太短，没有采用。请写至少 {least} 个字。",
        "The passphrase is too short and was not used. Please use at least {least} characters.",
    ),
    "key.passphrase_differs": (
        "两次写的口令不一样，没有采用。请再写一次。",
        "The two passphrases differ and were not used. Please enter it again.",
    ),
    "backup.other_key": (
        "这份备份要用它自己的恢复码打开，没有恢复。请输入做备份那台电脑的恢复码。",
        "This backup opens only with its own recovery code; nothing was restored. Please enter that code.",
    ),
    "paper.waits": (
        "「{name}」现在印不了，{what}先等着：十分钟内恢复了会自己印出来。原因请看“设备”。",
        "{name} cannot print now. The {what} waits: it comes out by itself if the printer works again within ten minutes. "
        "See Devices for the cause.",
    ),
    "paper.not_printed": (
        "「{what}」没有打印出来，打印机「{printer}」没有接受。请看看纸和电源，再打印一次；记录都已存好。",
        "'{what}' was not printed: the printer '{printer}' did not take it. Check its paper and power and print again. "
        "Everything is recorded.",
    ),
    "paper.not_taken": (
        "打印机现在不接受，没有打印。请看看纸和电源，再打印一次。",
        "The printer is not accepting jobs; nothing was printed. Check its paper and power, then print again.",
    ),
}
