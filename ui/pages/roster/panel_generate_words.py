"""Gaps and kept places of a generated month in words, in the language of the moment.

A QObject, because lupdate counts (one person, two people) in self.tr only, and passes over a count with a dot in it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.pages.roster.panel_generate_model import Hole, Kept, Place, Why
from ui.pages.roster.view_words import comma, day_words
from ui.texts import sentence

ONE_OR_THREE = {"branch", "committee", "owners", "property"}


class HoleWords(QObject):
    """`title(hole)`, `why(hole)`, `kept(kept)`."""

    def title(self, hole: Hole) -> str:
        """`12月12日 周六 上午接待：党总支、三驾马车都没有人能来`."""
        where = " ".join(filter(None, (day_words(hole.day), hole.name, hole.hours)))
        if hole.kind == "mix":
            return self.tr("{where}：{who}没有人能来").format(where=where, who=self._any(hole))
        if hole.kind == "skill":
            return self.tr("{where}：会{skill}的人一位也来不了").format(where=where, skill=hole.skill)
        missing = hole.missing
        return self.tr("{where}：还缺 {n} 人", "", missing).format(where=where, n=missing)

    def why(self, hole: Hole) -> str:
        """Why nobody is there, and what to do."""
        if not hole.asked:
            return self.tr("队里没有合适的人。可以添一位，或者改这一班的要求。")
        if len(hole.why) == 1 and hole.why[0].code == "duty.hold.long":
            return self.tr("这一班太长，谁也不能连着值这么久。请拆成几班，或者自己指定一个人。")
        asked = hole.asked
        if len(hole.why) == 1:
            words = self.tr("合适的有 {n} 位，原因都一样：{why}。", "", asked)
            return words.format(n=asked, why=sentence(hole.why[0].code))
        reasons = comma([self._reason(one) for one in hole.why])
        return self.tr("合适的有 {n} 位：{why}。", "", asked).format(n=asked, why=reasons)

    def kept(self, kept: Kept) -> str:
        """`12月2日 周三 上午门岗，王老师：夜班之后休息不到 10 小时`."""
        words = self.tr("{place}：{what}").format(place=self._place(kept.place), what=sentence(kept.code))
        if not kept.others:
            return words
        others = comma([self._place(one) for one in kept.others])
        return self.tr("{words}（还有 {others}）").format(words=words, others=others)

    def _reason(self, one: Why) -> str:
        """`2 位那天来不了（王老师、李老师）`; of many only the number."""
        count = one.count
        said = self.tr("{n} 位{why}", "", count).format(n=count, why=sentence(one.code))
        return said if count > len(one.who) else self.tr("{said}（{who}）").format(said=said, who=comma(one.who))

    def _any(self, hole: Hole) -> str:
        if set(hole.of) == ONE_OR_THREE:
            return self.tr("党总支、三驾马车都")
        return comma([sentence(f"duty.capacity.{one}") for one in hole.of])

    def _place(self, place: Place) -> str:
        where = " ".join(filter(None, (day_words(place.day) if place.day else "", place.name)))
        return self.tr("{where}，{who}").format(where=where, who=place.who) if where else place.who
