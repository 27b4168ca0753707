"""Sentences of reception: visits, passes that stand, goods, watch list, roll call."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "visit.fields_missing": (
        "还有几样没填，没有放行。请填好，或者点“不愿提供”。",
        "Something still needs filling in; nobody was admitted. Please fill it in, or press 'Won't say'.",
    ),
    "visit.no_proof": (
        "还没有人同意来访，没有放行。请联系住户，或者写明理由由您决定。",
        "Nobody has agreed to this visit; nobody was admitted. Call the household, or decide yourself with a reason.",
    ),
    "visit.call_host": (
        "孩子独自来访，没有放行。请先给住户打电话。",
        "A child has come alone and was not admitted. Please call the household first.",
    ),
    "visit.reason_missing": (
        "还没有写理由，没有做。请写一句理由。",
        "A reason is needed; this was not done. Please give one.",
    ),
    "locker.done": ("{n} 号柜门开了", "Door {n} is open"),
    "locker.failed": (
        "{n} 号柜门没有开，借还已经记下；要撤销请现在点。{cause}",
        "Door {n} did not open; the loan or return is recorded. Undo it now if need be. {cause}",
    ),
    "locker.unknown": (
        "不知道 {n} 号柜门开了没有，请去看一眼；不会自己再开。{cause}",
        "Nobody knows whether door {n} opened: please look. It will not be told again by itself. {cause}",
    ),
    "barrier.up": ("道闸抬起来了", "The barrier is up"),
    "barrier.pulsed": ("已叫道闸抬起，请看一眼", "The barrier was told to lift: please look"),
    "barrier.failed": (
        "道闸没有抬，放行已经记下。{cause}",
        "The barrier did not lift; the admission is recorded. {cause}",
    ),
    "barrier.unknown": (
        "不知道道闸抬了没有，请看一眼；不会自己再抬。{cause}",
        "Nobody knows whether the barrier lifted: please look. It will not be told again by itself. {cause}",
    ),
    "visit.card_unread": (
        "证件没读出来，表里没有改动。请把证件拿起来，过一会儿再平放一次；还不行就照着填。",
        "The document could not be read; the form is as it was. Please lift it, wait a moment and lay it flat again, "
        "or type it in.",
    ),
    "visit.id_number": (
        "身份证号码有错，没有放行。请对着证件再看一遍，或者空着不填。",
        "The ID number has a mistake; nobody was admitted. Check it against the card, or leave it empty.",
    ),
    "visit.party_size": (
        "人数不对，没有保存。请填 1 到 {most}。",
        "The number of people is not right; nothing was saved. Please enter 1 to {most}.",
    ),
    "visit.text_long": (
        "写的内容太长，没有保存。请写短一些。",
        "The text is too long; nothing was saved. Please shorten it.",
    ),
    "visit.household_unknown": (
        "没有找到这一户，没有保存。请重新选择房号。",
        "This household was not found; nothing was saved. Please choose the room again.",
    ),
    "visit.other_household": (
        "这个码是另一户的，没有放行。请核对要去哪一户。",
        "This code belongs to another household; nobody was admitted. Please check where they are going.",
    ),
    "visit.already_inside": (
        "这位已经在里面了，没有重复登记。",
        "This visitor is already inside; nothing was recorded twice.",
    ),
    "visit.already_left": (
        "这次来访已经结束，没有改动。请重新登记一次来访。",
        "This visit has ended; nothing was changed. Please register a new visit.",
    ),
    "visit.cancelled": (
        "这次来访已经取消，没有放行。请联系住户，或者重新登记。",
        "This visit was cancelled; nobody was admitted. Call the household, or register again.",
    ),
    "visit.state": (
        "这次来访现在不能这样做，没有改动。请看一下它的经过。",
        "This cannot be done with the visit as it stands; nothing was changed. Please look at its history.",
    ),
    "visit.gone": (
        "这次来访的记录已经不在了，没有改动。请返回列表。",
        "This visit no longer exists; nothing was changed. Please go back to the list.",
    ),
    "visit.not_inside": (
        "这位现在不在里面，没有登记离开。",
        "This visitor is not inside; no exit was recorded.",
    ),
    "visit.nothing_to_undo": ("没有可以撤销的了，没有改动。", "There is nothing left to undo; nothing was changed."),
    "visit.not_expected": (
        "没有这次预约，没有放行。请按来访登记。",
        "No such visit is expected; nobody was admitted. Please register the visit.",
    ),
    "visit.proof_not_valid": (
        "出示的码不能作为凭据，没有放行。请联系住户，或者按来访登记。",
        "This code does not authorise the visit; nobody was admitted. Call the household, or register the visit.",
    ),
    "visit.standing_gone": (
        "长期通行证已经没有了，没有放行。请联系住户。",
        "This standing pass no longer exists; nobody was admitted. Please call the household.",
    ),
    "visit.stay_too_long": (
        "住的时间太长，没有保存。最多 {days} 天，请改一下日期。",
        "The stay is too long; nothing was saved. The limit is {days} days; please change the date.",
    ),
    "visit.expected_when": (
        "预约的时间不对，没有保存。请选今后 {days} 天以内的时间。",
        "That time is not possible; nothing was saved. Please choose one within the next {days} days.",
    ),
    "visit.expected_who": (
        "还不知道是谁来，没有保存。请写姓名、电话、车牌、单位或房号中的一样。",
        "We do not know who is coming; nothing was saved. Please give a name, phone, plate, company or room.",
    ),
    "visit.anonymised": (
        "这条记录里的个人信息已经按期限删除，不能再改。",
        "The personal data in this record was deleted when it was due; it can no longer be changed.",
    ),
    "window.dates": (
        "日期不对，没有保存。结束要在开始之后。",
        "The dates are not right; nothing was saved. The end must come after the start.",
    ),
    "window.hours": (
        "时段不对，没有保存。请重新选择时间。",
        "The hours are not right; nothing was saved. Please choose them again.",
    ),
    "window.hour": (
        "现在不在许可的时段内，没有放行。请联系住户，或者写明理由由您决定。",
        "It is outside the permitted hours; nobody was admitted. Call the household, or decide with a reason.",
    ),
    "window.weekday": (
        "今天不在许可的日子里，没有放行。请联系住户，或者写明理由由您决定。",
        "Today is not a permitted day; nobody was admitted. Call the household, or decide with a reason.",
    ),
    "window.weekdays": (
        "还没有选星期几，没有保存。请至少选一天。",
        "No day of the week is chosen; nothing was saved. Please choose at least one.",
    ),
    "window.not_yet": (
        "许可还没有开始，没有放行。请看开始日期。",
        "The permit has not started yet; nobody was admitted. Please check its first day.",
    ),
    "window.expired": (
        "许可已经到期，没有放行。请联系住户续办。",
        "The permit has expired; nobody was admitted. Ask the household to renew it.",
    ),
    "window.revoked": (
        "许可已经作废，没有放行。请联系住户。",
        "The permit was revoked; nobody was admitted. Please call the household.",
    ),
    "window.too_long": (
        "时间太长，没有保存。请缩短有效期。",
        "The period is too long; nothing was saved. Please make it shorter.",
    ),
    "permit.crowd": (
        "人数比许可上的工人多，没有放行。请改人数，或者写明理由由您决定。",
        "More people than the permit has workers; nobody was admitted. Correct the number, or decide with a reason.",
    ),
    "permit.gone": (
        "许可已经不在了，没有改动。请返回列表。",
        "This permit no longer exists; nothing was changed. Please go back to the list.",
    ),
    "permit.number": (
        "还没有写许可证号，没有保存。请填写。",
        "The permit number is missing; nothing was saved. Please enter it.",
    ),
    "permit.workers": (
        "工人太多，没有保存。一张许可最多 {most} 人。",
        "Too many workers; nothing was saved. A permit covers at most {most}.",
    ),
    "standing.alias": (
        "还没有写怎么称呼，没有保存。请写一个称呼。",
        "What to call them is missing; nothing was saved. Please enter a name.",
    ),
    "tally.gone": ("这一次计数已经不在了，没有改动。", "This count no longer exists; nothing was changed."),
    "tally.kind": (
        "只有骑手和快递可以一键放行，没有计数。请按来访登记。",
        "Only riders and couriers can be let in with one key; nothing was counted. Please register the visit.",
    ),
    "goods.code_wrong": (
        "取件码不对，没有交出。请核对后再输。",
        "The pick-up code is wrong; nothing was handed out. Please check it.",
    ),
    "goods.for_whom": (
        "还没有写给谁，没有登记。请选房号；不知道哪一户，就写清是什么。",
        "We do not know who it is for; nothing was recorded. Choose a room, or describe the item if the room is not known.",
    ),
    "goods.who_takes": (
        "还不知道谁来取，没有交出。请输入取件码，或者写下取件人。",
        "We do not know who is collecting it; nothing was handed out. Enter the pick-up code, or who is collecting it.",
    ),
    "goods.gone": (
        "这件寄放物品已经不在了，没有改动。请看一下架子。",
        "This item is no longer on the list; nothing was changed. Please check the shelf.",
    ),
    "watch.reason_missing": (
        "还没有写理由，没有保存。请写清为什么要关注。",
        "The reason is missing; nothing was saved. Please say why.",
    ),
    "watch.owner_missing": (
        "还没有写由谁负责，没有保存。请选一位。",
        "Nobody is responsible for this entry; nothing was saved. Please choose someone.",
    ),
    "watch.expiry": (
        "到期日不对，没有保存。请选今后 {days} 天以内。",
        "The expiry date is not right; nothing was saved. Choose one within {days} days.",
    ),
    "watch.nothing_to_match": (
        "还没有姓名、电话或车牌，没有保存。请至少写一样。",
        "There is no name, phone or plate; nothing was saved. Please give at least one.",
    ),
    "rollcall.closed": (
        "这次清点已经结束，没有改动。请重新开始一次。",
        "This roll call has ended; nothing was changed. Please start a new one.",
    ),
    "rollcall.gone": (
        "没有找到这次清点，没有改动。请重新开始一次。",
        "This roll call was not found; nothing was changed. Please start a new one.",
    ),
    "rollcall.not_on_it": (
        "这位不在清点名单上，没有改动。",
        "This person is not on the roll call; nothing was changed.",
    ),
    "seed.not_throwaway": (
        "这里有真实数据，没有生成演示内容。请换一个空的文件夹。",
        "There is real data here; no demo was made. Please use an empty folder.",
    ),
}
