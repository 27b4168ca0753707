"""What the hut says for each state: the large sentence, the quieter one below it, and the mark beside them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui import moments
from ui.hut.model import HutModel, Step, Wish
from ui.texts import sentence

_BUSY = {
    Wish.MASK: str(QT_TRANSLATE_NOOP("HutWords", "正在出口罩，请稍等")),
    Wish.BORROW: str(QT_TRANSLATE_NOOP("HutWords", "正在开柜门，请稍等")),
    Wish.BACK: str(QT_TRANSLATE_NOOP("HutWords", "正在登记，请稍等")),
}


class Said(NamedTuple):
    title: str
    more: str = ""
    mark: str = "ask"


def _tr(text: str) -> str:
    return QCoreApplication.translate("HutWords", text)


def said(model: HutModel) -> Said:
    """For the steps that are a sentence."""
    if model.step is Step.BUSY:
        return Said(_tr(_BUSY.get(model.wish, _BUSY[Wish.BACK])), "", "expired")
    if model.step is Step.SORRY:
        return Said(sentence(model.code, model.facts), "", "revoked")
    if model.wish is Wish.MASK:
        return Said(
            QCoreApplication.translate("HutWords", "请取走口罩"),
            QCoreApplication.translate("HutWords", "在下面的出口。"),
            "valid",
        )
    return _back(model) if model.wish is Wish.BACK else _borrowed(model)


def _borrowed(model: HutModel) -> Said:
    due = moments.moment(model.due) if model.due is not None else ""
    until = QCoreApplication.translate("HutWords", "请在 {due} 前还回来。还的时候，把物品上的码对着摄像头。").format(
        due=due
    )
    if model.door:
        title = QCoreApplication.translate("HutWords", "{door} 号门开了，请拿走「{name}」，随手关门")
        return Said(title.format(door=model.door, name=model.name), until, "valid")
    title = QCoreApplication.translate("HutWords", "借好了，请拿走「{name}」{where}")
    where = QCoreApplication.translate("HutWords", "（{place}）").format(place=model.where) if model.where else ""
    return Said(title.format(name=model.name, where=where), until, "valid")


def _back(model: HutModel) -> Said:
    if not model.sure:
        return Said(
            QCoreApplication.translate("HutWords", "记下了，谢谢您告诉我们"),
            QCoreApplication.translate("HutWords", "有人会来看，修好、补齐以前不再出借。"), "valid",
        )  # fmt: skip
    if model.door:
        title = QCoreApplication.translate("HutWords", "{door} 号门开了，请放进去，随手关门").format(door=model.door)
    elif model.where:
        title = QCoreApplication.translate("HutWords", "还好了，请放回「{place}」").format(place=model.where)
    else:
        title = QCoreApplication.translate("HutWords", "还好了，谢谢")
    return Said(title, QCoreApplication.translate("HutWords", "坏了或少了东西，请按下面的按钮告诉我们。"), "valid")


def ticket(model: HutModel) -> Said:
    """For the matter that something became. sure: it surely did not come."""
    if model.wish is Wish.MASK:
        title = (
            QCoreApplication.translate("HutWords", "口罩没有出来，已经报给门岗")
            if model.sure
            else QCoreApplication.translate("HutWords", "口罩可能卡住了，已经报给门岗")
        )
    elif model.sure:
        title = QCoreApplication.translate("HutWords", "柜门没有打开，已经报给门岗")
    else:
        title = QCoreApplication.translate("HutWords", "不知道柜门开了没有，已经报给门岗")
    more = QCoreApplication.translate("HutWords", "请用手机拍下这个单号。到任何一个门岗出示，都能查到处理结果。")
    return Said(title, more, "revoked")


def helping(model: HutModel) -> Said:
    """Before and after somebody is called."""
    if model.step is Step.HELP:
        return Said(QCoreApplication.translate("HutWords", "要叫人来帮忙吗？"))
    if model.seen:
        return Said(
            QCoreApplication.translate("HutWords", "有人看到了，正在处理"),
            QCoreApplication.translate("HutWords", "请在这里等一会儿。"), "valid",
        )  # fmt: skip
    if model.stored and model.gate:
        return Said(
            QCoreApplication.translate("HutWords", "正在呼叫「{gate}」").format(gate=model.gate),
            QCoreApplication.translate("HutWords", "请在这里等。没人来就打电话："), "valid",
        )  # fmt: skip
    if model.phone:
        return Said(
            QCoreApplication.translate("HutWords", "这里现在连不到有人的门岗，请打电话"),
            QCoreApplication.translate("HutWords", "呼叫已经记下，连上后门岗会看到。") if model.stored else "",
        )
    return Said(QCoreApplication.translate("HutWords", "这里现在连不到有人的门岗，请到门岗找人"))
