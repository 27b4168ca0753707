"""Sentences for what a scan turned out to be, and for issuing codes."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "codes.numbers_full": (
        "这一类编号已经用完，没有生成新码。请联系管理员。",
        "All numbers of this kind are used up; no code was made. Please ask the manager.",
    ),
    "code.valid": ("来访证有效，可以放行", "Valid pass: let them in"),
    "code.valid.indoor": ("户内码有效", "Valid household code"),
    "code.valid.outdoor": ("这是户外码，只代表地点", "This is an outdoor code: a place, not a person"),
    "code.valid.asset": ("这是物品码", "This is an item code"),
    "code.valid.locker": ("这是柜门码", "This is a locker code"),
    "code.valid.shift": ("这是班次码", "This is a shift code"),
    "code.valid.duty": ("这是值班码", "This is a duty card"),
    "code.expired": ("来访证已经过期", "This pass has expired"),
    "code.not_yet": ("还没到来访时间", "This pass is not valid yet"),
    "code.used": ("来访证已经用过", "This pass has already been used"),
    "code.revoked": ("这个码已经作废", "This code has been revoked"),
    "code.unknown": ("本机还没有这个码的资料", "This code is not known here yet"),
    "code.forged": ("这个码是假的，请不要放行", "This code is forged: do not let them in"),
    "code.foreign": ("这不是本小区的码", "Not one of this estate's codes"),
    "code.next.valid": ("请核对来人，按回车放行。", "Check who it is, then press Enter to admit."),
    "code.next.valid.indoor": (
        "户内码只证明是哪一户，不证明是谁。请核对来人后登记。",
        "A household code shows the household, not the person. Check who it is, then register.",
    ),
    "code.next.valid.outdoor": (
        "请问来人要去哪里，再按来访登记。",
        "Ask where the visitor is going, then register the visit.",
    ),
    "code.next.valid.asset": (
        "是本小区的物品。请按 F8 借出或收回。",
        "It belongs to this estate. Please lend it or take it back with F8.",
    ),
    "code.next.valid.locker": (
        "是本小区的储物柜。本版还不能在这里开柜，请用原来的钥匙。",
        "It is one of this estate's lockers. This version cannot open it yet; please use its key.",
    ),
    "code.next.valid.shift": (
        "是岗位上的码。请先登录自己的名字再扫一次，就上岗了。",
        "It is the code at the post. Sign on by your own name, scan it again, and you are on duty.",
    ),
    "code.next.valid.duty": (
        "是队员的值班码。再扫一次，本人就上岗或下岗。",
        "It is somebody's duty card. Scan it again, and they clock on or off.",
    ),
    "code.next.expired": ("请业主重新预约，或按来访登记。", "Ask the resident for a new pass, or register the visit."),
    "code.next.not_yet": (
        "请按约定时间再来，或按来访登记。",
        "Ask them to come back at the agreed time, or register the visit.",
    ),
    "code.next.used": (
        "单次来访证只能用一次。请问清来意，按来访登记。",
        "A single-use pass works only once. Ask why they have come and register the visit.",
    ),
    "code.next.revoked": (
        "请勿凭此放行。请联系住户核实，或按来访登记。",
        "Do not let them in on this code. Call the household, or register the visit.",
    ),
    "code.next.unknown": (
        "可能还没有传到本机。请电话联系住户核实，再按来访登记。",
        "It may not have reached this computer. Call the household, then register the visit.",
    ),
    "code.next.forged": (
        "请保持礼貌，不要放行。请联系住户核实，必要时叫值班长。",
        "Stay polite and do not let them in. Call the household, and the shift lead if needed.",
    ),
    "code.next.foreign": (
        "可能拿错了码。请让来人打开本小区的来访证，或按来访登记。",
        "They may have shown the wrong code. Ask for this estate's pass, or register the visit.",
    ),
    "code.is.unknown": ("可能是刚开的，还没有传到本机", "Perhaps just issued, and not here yet"),
    "code.not.unknown": ("不是假码，可也还不能凭它放行", "Not forged, but no reason to admit anyone yet"),
    "code.is.forged": ("样子像本小区的码，防伪对不上", "Looks like one of ours, but its security check fails"),
    "code.not.forged": ("不是本小区发的，不能凭它放行", "Not issued here, and no reason to admit anyone"),
    "code.not.foreign": ("不是来访证，也不是本小区的门码", "Not a visitor pass, nor a code of this estate"),
    "code.say.expired": (
        "来访证过了时间。请住户再发一张，或者我给您登记。",
        '"This pass is out of date. Ask for a new one, or I will sign you in."',
    ),
    "code.say.not_yet": (
        "还没到约好的时间。要现在进，我给您登记。",
        '"You are early. If you need to come in now, I will sign you in."',
    ),
    "code.say.used": ("这张来访证用过了，我给您登记一下。", '"This pass has been used. Let me sign you in."'),
    "code.say.revoked": (
        "这个码停用了。请稍等，我问一下住户。",
        '"This code is no longer in use. One moment, I will call the household."',
    ),
    "code.say.unknown": ("请稍等，我打电话问一下住户。", '"One moment, please. I will call the household."'),
    "code.say.forged": (
        "这个码在这里用不了。请稍等，我问一下住户。",
        '"This code does not work here. One moment, I will call the household."',
    ),
    "code.say.foreign": (
        "请打开住户发给您的来访证，再扫一次。",
        '"Please open the pass the resident sent you, and scan again."',
    ),
    "code.why.outside_hours": ("现在不在每天的有效时段内", "Outside its valid hours"),
    "code.why.other_day": ("今天不在有效的星期内", "Not valid on this day of the week"),
    "code.why.replaced": ("已经换发了新码", "A newer code has replaced it"),
    "code.why.withdrawn": ("已由住户或物业作废", "Revoked by the household or the property office"),
    "code.why.no_record": ("码是真的，但本机没有记录", "Genuine, but there is no record of it here"),
    "code.why.other_key": ("是别处签发的，本机不认得", "Issued elsewhere; this desk does not know the issuer"),
    "code.why.newer": ("由更新的程序生成，本机读不懂", "Made by a newer program that this one cannot read"),
    "code.why.bad_check": ("码的防伪位不对", "Its security characters are wrong"),
    "code.why.bad_signature": ("码的防伪签名不对", "Its security signature is wrong"),
    "code.why.damaged": ("码不完整", "The code is incomplete"),
    "code.revoked.lost": ("挂失", "Reported lost"),
    "code.revoked.moved": ("住户已搬走", "The household moved out"),
    "code.revoked.misused": ("被他人冒用", "Misused"),
    "code.revoked.damaged": ("码已损坏", "Damaged"),
    "code.revoked.mistake": ("开错了", "Issued by mistake"),
    "code.revoked.cancelled": ("预约已取消", "The visit was cancelled"),
    "code.revoked.replaced": ("已补办新码", "Replaced"),
    "code.foreign.empty": ("空白码", "An empty code"),
    "code.foreign.binary": ("无法显示的码", "A code without text"),
    "code.foreign.too_long": ("内容过长的码", "A code with too much in it"),
    "code.foreign.wechat": ("微信码", "A WeChat code"),
    "code.foreign.alipay": ("支付宝码", "An Alipay code"),
    "code.foreign.url": ("网址，没有打开", "A web address; it was not opened"),
    "code.foreign.wifi": ("无线网络码", "A Wi-Fi code"),
    "code.foreign.contact": ("名片", "A contact card"),
    "code.foreign.phone": ("电话或短信码", "A phone or text message code"),
    "code.foreign.barcode": ("商品条码", "A product barcode"),
    "code.foreign.parcel": ("快递单号", "A parcel number"),
    "code.foreign.hidden": ("含隐藏字符的码，请小心", "A code with hidden characters; be careful"),
    "code.foreign.text": ("普通文字", "Plain text"),
    "codes.expired": (
        "来访证已经过期，没有放行。请业主重新预约，或按来访登记。",
        "The pass has expired; nobody was admitted. Ask for a new pass, or register the visit.",
    ),
    "codes.not_yet": (
        "还没到来访时间，没有放行。请按约定时间再来。",
        "The pass is not valid yet; nobody was admitted. Ask them to come back at the agreed time.",
    ),
    "codes.used": (
        "来访证已经用过，没有放行。请问清来意，按来访登记。",
        "The pass has already been used; nobody was admitted. Ask why they have come and register the visit.",
    ),
    "codes.revoked": (
        "来访证已经作废，没有放行。请联系住户。",
        "The pass was revoked; nobody was admitted. Please call the household.",
    ),
    "codes.not_a_pass": (
        "这不是来访证，没有放行。请按来访登记。",
        "This is not a pass; nobody was admitted. Please register the visit.",
    ),
    "codes.not_live": (
        "这个码已经停用，没有改动。请补办新码。",
        "This code is no longer in use; nothing was changed. Please issue a new one.",
    ),
    "codes.already_issued": (
        "已经有一个在用的码，没有再生成。要换新码请用“补办”。",
        "There is already a code in use; no other was made. To replace it, press 'Replace'.",
    ),
    "codes.household_unknown": (
        "没有找到这一户，没有生成码。请重新选择房号。",
        "This household was not found; no code was made. Please choose the room again.",
    ),
    "codes.pass_not_replaced": (
        "这张来访证不能补办，没有改动。请另开一张。",
        "This pass cannot be replaced; nothing was changed. Please issue a new one.",
    ),
    "codes.pass_spent": (
        "这张来访证的次数已用完，没有补办。请另开一张。",
        "This pass has no entries left and was not replaced. Please issue a new one.",
    ),
    "codes.uses": (
        "次数不对，没有开证。最多 {most} 次。",
        "The number of entries is not right; no pass was made. At most {most}.",
    ),
    "codes.window_empty": (
        "时间不对，没有开证。结束要在开始之后。",
        "The times are not right; no pass was made. The end must come after the beginning.",
    ),
    "codes.window_past": (
        "时间已经过去，没有开证。请选今后的时间。",
        "This time has passed; no pass was made. Please choose a later one.",
    ),
    "codes.window_long": (
        "时间太长，没有开证。最多 {days} 天。",
        "The time is too long; no pass was made. At most {days} days.",
    ),
    "codes.key_form": (
        "钥匙文件不对，没有导入。请核对文件。",
        "The key's format is wrong; it was not imported. Please check the file.",
    ),
    "codes.serial_twice": (
        "编号有重复，没有改动。请核对编号。",
        "A serial appears twice; nothing was changed. Please check it.",
    ),
    "codes.serial_unknown": (
        "没有这个编号，没有改动。请核对后再输。",
        "There is no such serial; nothing was changed. Please check it.",
    ),
    "paper.stopped": ("已停止，没有写文件。", "Stopped; no file was written."),
}
