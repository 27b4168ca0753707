"""Sentences of the program itself: bugs, the start, the scan line."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "moment.month": ("{year}年{month}月", "{month} {year}"),
    "moment.month_alone": ("{month} 月", "{month}"),
    "moment.date": ("{month}月{day}日", "{day} {month}"),
    "moment.yesterday": ("昨天", "yesterday"),
    "moment.tomorrow": ("明天", "tomorrow"),
    "program.bug": (
        "程序遇到了意外，刚才这一步可能没有做成，已经记下的内容都在。请看一下列表，需要的话再做一次。",
        "Something unexpected happened; the last step may not have been done. Everything already recorded is safe. "
        "Please check the list and do it again if needed.",
    ),
    "program.no_page": (
        "这个功能还没有装上，没有打开。其他功能照常可用。",
        "This part is not installed yet and was not opened. Everything else works.",
    ),
    "scan.stuck": (
        "看到二维码但读不出来。请把手机调亮、拿远一点，或者输入码下面的六位数字。",
        "A code is in view but cannot be read. Turn up the phone's brightness, hold it further away, or type the six digits under it.",
    ),
    "scan.input_method": (
        "输入法抢走了扫码枪的字，这次没有读到。请再扫一次。",
        "The input method caught the scanner's text; nothing was read. Please scan again.",
    ),
    "scan.digits_wait": (
        "试错的次数太多，现在不能再输六位数字。请等 {seconds} 秒，或者按来访登记。",
        "Too many wrong tries; six digits cannot be entered now. Wait {seconds} seconds, or register the visit.",
    ),
    "scan.digits_none": (
        "没有这六位数字的来访证。请核对后再输，还可以试 {tries_left} 次。",
        "No pass has these six digits. Please check them. Tries left: {tries_left}.",
    ),
    "speech.voiceless": (
        "没有读出声：这台电脑没有装语音。请您照着念。",
        "Not read aloud: this computer has no voice. Please read it out yourself.",
    ),
    "speech.muted": (
        "没有读出声：声音关着。请到设置里打开声音，或者照着念。",
        "Not read aloud: the sound is off. Switch it on in the settings, or read it out yourself.",
    ),
    "speech.none": (
        "这台电脑不会读出声，没有打开。提示音照常响；要读出声，请让管电脑的人装上语音。",
        "This computer has no voice, so reading aloud was not switched on. The tones work; ask whoever looks after the "
        "computer to install one.",
    ),
    "chore.done": ("每天自动做的事做好了。", "The daily work was done."),
    "program.child": (
        "这件事没有做完，已有的数据没有动。请再试一次。",
        "This job was not completed; your data is unchanged. Please try again.",
    ),
    "scan.nothing_in_picture": (
        "这张图片里没有找到二维码。请换一张清楚的图片，或者输入六位数字。",
        "No code was found in this picture. Use a clearer one, or type the six digits.",
    ),
}
