"""A chat list: what is understood, what is said not to be, and nothing lost of whatever is pasted."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.duty.rules import Says
from desk.duty.rules_chat import Doubt, read, settle, taken
from desk.duty.rules_chat_words import understand

MONTH = "2026-12"
NAMES = {"王秀兰": ["w"], "王老师": ["w"], "李志强": ["l"], "周敏": ["z"], "王建国": ["a", "b"], "Anna Smith": ["s"]}
AM, PM, EVE, ALL = (0, 780), (720, 1140), (1020, 1440), (0, 1440)


def said(text: str) -> list[tuple[str, int | str, tuple[int, int]]]:
    """(says, weekday or first-last day, hours) of each line."""
    return [
        (line.says, line.weekday if line.from_day[8:] == "01" and line.until_day[8:] == "31" else _days(line.from_day, line.until_day), (line.start_min, line.end_min))
        for line in understand(text, MONTH).lines
    ]  # fmt: skip


def _days(first: str, last: str) -> str:
    return first[8:] if first == last else f"{first[8:]}-{last[8:]}"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("周二上午 周四下午", [("can", 2, AM), ("can", 4, PM)]),
        ("每周三全天", [("can", 3, ALL)]),
        ("周一、三、五上午", [("can", 1, AM), ("can", 3, AM), ("can", 5, AM)]),
        ("星期一到星期三", [("can", 1, ALL), ("can", 2, ALL), ("can", 3, ALL)]),
        ("12月3日、10日、17日上午", [("can", "03", AM), ("can", "10", AM), ("can", "17", AM)]),
        ("12/5 12/12 晚上", [("can", "05", EVE), ("can", "12", EVE)]),
        ("12.5,12.6", [("can", "05", ALL), ("can", "06", ALL)]),
        ("5-8号上午下午", [("can", "05-08", AM), ("can", "05-08", PM)]),
        ("12-5", [("can", "05", ALL)]),
        ("2026-12-06 9点-11点半", [("can", "06", (540, 690))]),
        ("上午:周二、周四", [("can", 2, AM), ("can", 4, AM)]),
        ("周末不行", [("cannot", 6, ALL), ("cannot", 7, ALL)]),
        ("不能来:24号", [("cannot", "24", ALL)]),
        ("周二可以，周四不行，最好周六上午", [("can", 2, ALL), ("cannot", 4, ALL), ("likes", 6, AM)]),
        ("都可以", [("can", 0, ALL)]),
        ("每天下午", [("can", 0, PM)]),
        (" 每天", [("can", 0, ALL)]),
        ("我每天", [("can", 0, ALL)]),
        ("12月8日 来不了", [("cannot", "08", ALL)]),
        ("周六日都可以", [("can", 6, ALL), ("can", 7, ALL)]),
        ("工作日都可以", [("can", day, ALL) for day in (1, 2, 3, 4, 5)]),
        ("周二上午都行", [("can", 2, AM)]),
        ("上午都可以", [("can", 0, AM)]),
        ("周二不行，周四都有空", [("cannot", 2, ALL), ("can", 4, ALL)]),
        ("12月5日周六上午", [("can", "05", AM)]),
        ("工作日晚上", [("can", day, EVE) for day in (1, 2, 3, 4, 5)]),
    ],
)
def test_what_people_write(text: str, lines: list[object]) -> None:
    assert said(text) == lines
    assert understand(text, MONTH).unknown == ()


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [("12月32日", "no_day", "12月32日"), ("30号到3号", "no_day", "30号到3号"), ("11月5日上午", "other_month", "11月5日"),
     ("12月5日周五", "other_weekday", "周五"), ("周二上午 带小孙子", "unknown", "带小孙子")],
)  # fmt: skip
def test_what_is_doubtful_is_named(text: str, field: str, words: str) -> None:
    assert words in getattr(understand(text, MONTH), field)


def test_a_list_with_heading_numbers_and_titles() -> None:
    heard = read(
        "#接龙\n12月值班报名\n\n1. 王秀兰 周二上午\n2、李志强（3栋）周四\n3 周敏老师：周五\n(4) Anna Smith 12/5",
        MONTH,
        NAMES,
    )
    assert heard.heading == ("#接龙", "12月值班报名")
    assert [(row.name, row.members, row.ready) for row in heard.rows] == [
        ("王秀兰", ("w",), True), ("李志强", ("l",), True), ("周敏", ("z",), True), ("Anna Smith", ("s",), True),
    ]  # fmt: skip
    assert all(row.clear for row in heard.rows)


def test_names_unknown_double_and_twice() -> None:
    heard = read("赵六 周一\n王建国 周二\n王秀兰 周三\n王老师 周四", MONTH, NAMES)
    assert [set(row.doubts) for row in heard.rows] == [{Doubt.NOBODY}, {Doubt.TWO_NAMES}, set(), {Doubt.TWICE}]
    assert [line.weekday for line in taken(heard.rows)["w"]] == [3, 4]
    named = settle(heard.rows[1], "b")
    assert named.ready
    assert set(taken([named])) == {"b"}


def test_nothing_said_of_time() -> None:
    assert read("王秀兰 报名", MONTH, NAMES).rows[0].doubts.keys() == {Doubt.NO_TIME}


def test_50000_characters_are_answered_at_once_and_nothing_is_lost() -> None:
    began = time.monotonic()
    long = read("1. 王秀兰 周二" + "上午下午" * 12_500, MONTH, NAMES)
    assert long.rows[0].doubts.keys() == {Doubt.LONG}
    many = read("\n".join(f"{n}. 王秀兰 周二上午" for n in range(1, 4_000)), MONTH, NAMES)
    assert len(many.rows) == 3_999
    assert Doubt.MANY in many.rows[-1].doubts
    assert time.monotonic() - began < 5


PIECES = st.lists(
    st.sampled_from(["周二", "12月5日", "99号", "上午", "晚上", "不行", "可以", "，", " ", "到", "王秀兰", "\n", "3.", "#", "🙂", "9点", "-", "12/"])
    | st.text(max_size=4),
    max_size=30,
).map("".join)  # fmt: skip


@given(PIECES)
def test_anything_pasted_comes_back_row_by_row(text: str) -> None:
    heard = read(text, MONTH, NAMES)
    written = [line for line in text.splitlines() if line.strip()]
    assert len(heard.rows) + len(heard.heading) == len(written)
    for row in heard.rows:
        assert row.ready == (
            not row.doubts.keys() & {Doubt.NOBODY, Doubt.TWO_NAMES, Doubt.NO_TIME, Doubt.LONG, Doubt.MANY}
        )
        for line in row.lines:
            assert line.says in list(Says)
            assert 0 <= line.start_min < line.end_min <= 1440
            assert "2026-12-01" <= line.from_day <= line.until_day <= "2026-12-31"
