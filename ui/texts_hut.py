"""Sentences of the unattended hut, said to whoever stands before it: what was not done, and what to do now."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "hut.has_enough": (
        "您家已经借了 {most} 件，这次没有借。请先还一件再来。",
        "Your household has {most} things already; nothing was lent. Please return one first.",
    ),
    "hut.lent_already": ("已经借过了，请看看柜门。", "It is lent to you already. Please look at the door of the locker."),
    "hut.not_done": ("这一步没有做成，请按「求助」。", "This was not done. Please press Help."),
    "hut.not_for_borrowing": (
        "这不是住户码，没有借。请出示家里的住户码。",
        "This is not a household code; nothing was lent. Please show the code of your household.",
    ),
    "hut.code_not_good": (
        "这张码现在不能用，什么也没有做。请按「求助」，或到有人的门岗看一下。",
        "This code is not good now; nothing was done. Please press Help, or ask at a gate with somebody there.",
    ),
    "hut.code_unknown": (
        "这里还不认识这张码，什么也没有做。请按「求助」，或到有人的门岗看一下。",
        "This code is not known here yet; nothing was done. Please press Help, or ask at a gate with somebody there.",
    ),
    "hut.code_forged": (
        "这张码不是本小区发的，什么也没有做。请用家里原来的住户码。",
        "This code was not issued by this estate; nothing was done. Please use the code your household was given.",
    ),
    "hut.not_ours": ("小屋只认住户码和物品上的码。", "The hut reads household codes and the labels of its things only."),
    "hut.no_masks": ("现在没有口罩，请按「求助」。", "No masks now. Please press Help."),
    "hut.face_unknown": ("没有认出来，请出示家里的住户码", "Not recognised. Please show the code of your household"),
    "hut.face_alike": (
        "有长得像的住户，请再出示家里的住户码",
        "There is somebody who looks like you. Please show the code of your household",
    ),
    "hut.face_homes": (
        "您名下不止一处房子，请出示这一处的住户码",
        "More than one home is yours. Please show the code of the one",
    ),
    "hut.face_stopped": ("刷脸现在用不了，请出示家里的住户码", "Faces do not work now. Please show the code of your household"),
    "hut.nothing": ("现在没有可以借的，请过一会儿再来。", "Nothing to borrow now. Please come back later."),
}  # fmt: skip
