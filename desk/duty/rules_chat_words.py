"""What words of a chat list say of time: days, weekdays, parts of the day, hours, and whether one can. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desk.duty.rules import DAY_MIN, Says, days_of, weekday_of
from desk.duty.rules_availability import Line

_NUM = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, **{str(n): n for n in range(1, 8)}}
_W = "[一二三四五六日天1-7]"


def _day(nth: str) -> str:
    return rf"(?:(?:20\d\d[年/.])?(?P<m{nth}>\d{{1,2}})[月/.])?(?P<d{nth}>\d{{1,2}})(?:[日号]|(?![\d点:：时]))"


_TO = r"\s*(?:[-–—~～至到])\s*"
TOKENS = re.compile(
    "|".join(
        (
            r"(?P<dated>20\d\d-(?P<dm>\d{1,2})-(?P<dd>\d{1,2}))",
            rf"(?P<hours>(?P<h1>\d{{1,2}})(?:[:：点时](?P<n1>\d\d|半)?分?){_TO}(?P<h2>\d{{1,2}})(?:[:：点时](?P<n2>\d\d|半)?分?))",
            rf"(?P<weekdays>每?(?:周|星期|礼拜)(?P<w1>{_W}){_TO}(?:周|星期|礼拜)?(?P<w2>{_W}))",
            rf"(?P<weeks>每?(?:周|星期|礼拜)(?P<w>{_W}(?:[、,，和及]?{_W}(?![月日号/.\d]))*))",
            r"(?P<weekend>双休日?|周末)",
            r"(?P<work>工作日|平时|平日)",
            r"(?P<every>每天|天天|全部|整月|任何时[候间]|随时|任意)",
            r"(?P<all>全天|整天|一天|白天)",
            r"(?P<morning>上午|早上|早晨|早班|清晨)",
            r"(?P<noon>中午)",
            r"(?P<afternoon>下午|午后|中班)",
            r"(?P<evening>晚上|晚间|夜里|夜间|晚班|夜班|傍晚)",
            r"(?P<no>不行|不能|不可以?|没空|没有空|没时间|没有时间|请假|除外|不在|不来|来不了|不参加|休息|有事|不方便)",
            r"(?P<likes>最好|优先|希望|首选|想)",
            r"(?P<yes>可以|有空|能来?|行|空|ok|OK|√|✓)",
            rf"(?P<range>{_day('r')}{_TO}(?:(?P<m2>\d{{1,2}})[月/.])?(?P<d2>\d{{1,2}})[日号]?)",
            rf"(?P<day>{_day('')})",
            r"(?P<also>都)",
            r"(?P<gap>[，,;；。.!！|｜])",
            r"(?P<filler>(?:[\s、:：()（）+＋和及与以也我的是在本人值班当服务只仅月报名参加~～“”\"'-]|每(?!天)|来(?!不了))+)",
        )
    )
)
PARTS = {
    "morning": (0, 13 * 60), "noon": (10 * 60, 15 * 60), "afternoon": (12 * 60, 19 * 60), "evening": (17 * 60, DAY_MIN),
    "all": (0, DAY_MIN),
}  # fmt: skip
LINES_MAX = 80  # of one row


@dataclass(frozen=True)
class Said:
    """What a row says: lines without a member, and the pieces in doubt."""

    lines: tuple[Line, ...]
    unknown: tuple[str, ...]
    no_day: tuple[str, ...]
    other_month: tuple[str, ...]
    other_weekday: tuple[str, ...]


@dataclass
class _Term:
    """Days somebody named: a weekday of the month (day ""), or days; hours None until a part of the day is said."""

    weekday: int = 0
    first: str = ""
    last: str = ""
    hours: tuple[int, int] | None = None
    says: Says | None = None


@dataclass
class _Hearing:
    """A row while it is read, from left to right. clause: where the present piece between commas begins."""

    month: str
    terms: list[_Term] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    no_day: list[str] = field(default_factory=list)
    other_month: list[str] = field(default_factory=list)
    other_weekday: list[str] = field(default_factory=list)
    lead: tuple[int, int] | None = None  # a part of the day said before its days
    mood: Says | None = None  # can, cannot or likes, said before its days
    clause: int = 0
    missed: bool = False  # the day last named is none: the part of the day after it belongs to it
    touching: bool = False  # nothing but spaces since the last term

    def day(self, words: str, month: str, number: str, until_month: str = "", until: str = "") -> None:
        first = self._iso(words, month, number)
        self.missed = not first
        last = self._iso(words, until_month or month, until) if until else first
        if first and last and last < first:
            self.no_day.append(words)
        elif first and last:
            self._add(_Term(first=first, last=last))

    def weekday(self, days: list[int], words: str) -> None:
        """After a single day it only says which weekday that is (12月5日周六)."""
        before = self.terms[-1] if self.terms and len(days) == 1 else None
        if before and before.first and before.first == before.last and before.hours is None and self.touching:
            if weekday_of(before.first) != days[0]:
                self.other_weekday.append(words)
            return
        for day in days:
            self._add(_Term(weekday=day))

    def part(self, hours: tuple[int, int]) -> None:
        waiting = [term for term in self.terms if term.hours is None]
        for term in waiting:
            term.hours = hours
        if waiting:
            return
        last = self.terms[-1] if self.terms and self.touching else None
        if last is not None and last.hours is not None and last.hours != hours:  # 周二上午下午
            self.terms.append(_Term(last.weekday, last.first, last.last, hours, last.says))
        elif last is None and not self.missed:
            self.lead = hours
        self.missed = False

    def feel(self, says: Says) -> None:
        here = [term for term in self.terms[self.clause :] if term.says is None or term.says is self.mood]
        if here and says is not Says.LIKES:
            for term in here:
                term.says, term.hours = says, term.hours or (0, DAY_MIN)
            self.clause = len(self.terms)
            self.mood = None
        else:
            self.mood = says

    def gap(self) -> None:
        self.clause = len(self.terms)

    def _add(self, term: _Term) -> None:
        term.hours, term.says = self.lead, self.mood
        if len(self.terms) < LINES_MAX:
            self.terms.append(term)

    def _iso(self, words: str, month: str, number: str) -> str:
        if month and int(month) != int(self.month[5:]):
            self.other_month.append(words)
            return ""
        found = f"{self.month}-{int(number):02d}"
        if found not in days_of(self.month):
            self.no_day.append(words)
            return ""
        return found


def understand(text: str, month: str) -> Said:
    """Read what follows a name. Weekdays hold for the days of this month only."""
    hearing = _Hearing(month)
    for kind, found, words in _tokens(text):
        _hear(hearing, kind, found, words)
        if kind in ("day", "range", "dated", "weeks", "weekdays", *PARTS, "weekend", "work", "every", "hours"):
            hearing.touching = True
        elif kind not in ("filler", "also"):
            hearing.touching = False
    if not hearing.terms and hearing.mood is Says.CAN and not (hearing.no_day or hearing.other_month):
        hearing.weekday([0], text)  # 都可以, with no day named
    lines = tuple(dict.fromkeys(_line(term, month) for term in hearing.terms))
    return Said(
        lines, tuple(hearing.unknown), tuple(dict.fromkeys(hearing.no_day)), tuple(dict.fromkeys(hearing.other_month)),
        tuple(hearing.other_weekday),
    )  # fmt: skip


def _hear(hearing: _Hearing, kind: str, found: re.Match[str] | None, words: str) -> None:
    if found is None:
        hearing.unknown.append(words)
    elif kind == "dated":
        hearing.day(words, found["dm"], found["dd"])
    elif kind == "day":
        hearing.day(words, found["m"] or "", found["d"])
    elif kind == "range":
        _range(hearing, found, words)
    elif kind == "weeks":
        hearing.weekday([_NUM[c] for c in found["w"] if c in _NUM], words)
    elif kind in _DAYS or kind == "weekdays":
        days = _DAYS.get(kind) or _between(_NUM[found["w1"]], _NUM[found["w2"]])
        hearing.weekday(days, words)
    elif kind in PARTS:
        hearing.part(PARTS[kind])
    elif kind == "hours":
        _hours(hearing, found, words)
    elif kind in _MOODS:
        hearing.feel(_MOODS[kind])
    elif kind == "gap":
        hearing.gap()


_DAYS = {"weekend": [6, 7], "work": [1, 2, 3, 4, 5], "every": [0]}
_MOODS = {"no": Says.CANNOT, "yes": Says.CAN, "likes": Says.LIKES}


def _range(hearing: _Hearing, found: re.Match[str], words: str) -> None:
    """12月5-8日; 12-5 without 日 is a day written with a dash when its first number is this month."""
    dash = found["mr"] is None and found["m2"] is None and not words.rstrip().endswith(("日", "号"))
    if dash and int(found["dr"]) == int(hearing.month[5:]) and int(found["d2"]) < int(found["dr"]):
        hearing.day(words, found["dr"], found["d2"])
    else:
        hearing.day(words, found["mr"] or "", found["dr"], found["m2"] or "", found["d2"])


def _hours(hearing: _Hearing, found: re.Match[str], words: str) -> None:
    def minute(hour: str, rest: str | None) -> int:
        return int(hour) * 60 + (30 if rest == "半" else int(rest or 0))

    start, end = minute(found["h1"], found["n1"]), minute(found["h2"], found["n2"])
    if end <= start < 13 * 60 and end + 720 > start:  # 9点到5点
        end += 720
    if 0 <= start < end <= DAY_MIN:
        hearing.part((start, end))
    else:
        hearing.unknown.append(words)


def _between(first: int, last: int) -> list[int]:
    return [(first - 1 + n) % 7 + 1 for n in range((last - first) % 7 + 1)]


def _tokens(text: str) -> Iterator[tuple[str, re.Match[str] | None, str]]:
    """(kind, match, words) from left to right; what fits nothing comes as one piece with kind ""."""
    at, lost = 0, ""
    while at < len(text):
        found = TOKENS.match(text, at)
        if found is None:
            lost += text[at]
            at += 1
            continue
        if lost.strip():
            yield "", None, lost.strip()
        lost = ""
        kind = next(name for name in _KINDS if found.group(name) is not None)
        yield kind, found, found.group()
        at = found.end()
    if lost.strip():
        yield "", None, lost.strip()


_KINDS = (
    "dated", "hours", "weekdays", "weeks", "weekend", "work", "every", "all", "morning", "noon", "afternoon", "evening",
    "no", "likes", "yes", "range", "day", "also", "gap", "filler",
)  # fmt: skip


def _line(term: _Term, month: str) -> Line:
    days = days_of(month)
    start, end = term.hours or (0, DAY_MIN)
    says = term.says or Says.CAN
    return Line("", says, term.weekday, term.first or days[0], term.last or days[-1], start, end, "chat")
