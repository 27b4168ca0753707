"""Gaps and kept places of a generated month in words, in the language of the moment."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.pages.roster.panel_generate_model import Hole, Kept, Place, Why
from ui.pages.roster.view_words import comma, day_words
from ui.texts import sentence


def hole_title(hole: Hole) -> str:
    """`12月12日 周六 上午接待：党总支、居委会、业委会或物业都没有人能来`."""
    where = " ".join(filter(None, (day_words(hole.day), hole.name, hole.hours)))
    if hole.kind == "mix":
        words = QCoreApplication.translate("Generate", "{where}：{who}没有人能来")
        return words.format(where=where, who=_any(hole))
    if hole.kind == "skill":
        words = QCoreApplication.translate("Generate", "{where}：会{skill}的人一位也来不了")
        return words.format(where=where, skill=hole.skill)
    missing = hole.missing  # a plain name: lupdate passes over a count with a dot in it
    return QCoreApplication.translate("Generate", "{where}：还缺 {n} 人", "", missing).format(where=where, n=missing)


def hole_why(hole: Hole) -> str:
    """Why nobody is there, and what to do."""
    if not hole.asked:
        return QCoreApplication.translate("Generate", "队里没有合适的人。可以添一位，或者改这一班的要求。")
    if len(hole.why) == 1 and hole.why[0].code == "duty.hold.long":
        return QCoreApplication.translate(
            "Generate", "这一班太长，谁也不能连着值这么久。请拆成几班，或者自己指定一个人。"
        )
    asked = hole.asked
    words = QCoreApplication.translate("Generate", "合适的有 {n} 位：{why}。", "", asked)
    return words.format(n=asked, why=comma([_why(one) for one in hole.why]))


def kept_words(kept: Kept) -> str:
    """`12月2日 周三 上午门岗，王老师：前一晚是夜班，休息不够`."""
    words = QCoreApplication.translate("Generate", "{place}：{what}").format(
        place=_place(kept.place), what=sentence(kept.code)
    )
    if not kept.others:
        return words
    others = comma([_place(one) for one in kept.others])
    return QCoreApplication.translate("Generate", "{words}（还有 {others}）").format(words=words, others=others)


def _why(one: Why) -> str:
    """`2 位那天来不了（王老师、李老师）`; of many only the number."""
    count = one.count
    said = QCoreApplication.translate("Generate", "{n} 位{why}", "", count).format(n=count, why=sentence(one.code))
    if count > len(one.who):
        return said
    return QCoreApplication.translate("Generate", "{said}（{who}）").format(said=said, who=comma(one.who))


def _any(hole: Hole) -> str:
    names = [sentence(f"duty.capacity.{one}") for one in hole.of]
    return QCoreApplication.translate("Generate", "、").join(names)


def _place(place: Place) -> str:
    where = " ".join(filter(None, (day_words(place.day) if place.day else "", place.name)))
    return (
        QCoreApplication.translate("Generate", "{where}，{who}").format(where=where, who=place.who)
        if where
        else place.who
    )
