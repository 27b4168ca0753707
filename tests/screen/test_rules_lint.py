"""The lint sees phones, ID numbers and names with doors in whatever dress, and leaves dates, hours and sums alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.screen.rules_lint import Looks, lint

WIDE = dict(zip("0123456789", "０１２３４５６７８９", strict=True))
HAN = dict(zip("0123456789", "零一二三四五六七八九", strict=True))
RING = dict(zip("0123456789", "⓪①②③④⑤⑥⑦⑧⑨", strict=True))
BIG = dict(zip("0123456789", "零壹贰叁肆伍陆柒捌玖", strict=True))
PLAIN = {digit: digit for digit in "0123456789"}
GAPS = ["", " ", "-", "—", ".", "·", "  ", " - ", "\u200b", "，", "/", "\u3000", "\n"]

phones = st.text("0123456789", min_size=4, max_size=8).map("1040".__add__)
dresses = st.sampled_from([PLAIN, WIDE, HAN, RING, BIG])
before = st.sampled_from(["电话", "请打", "联系 ", "", "tel:", "热线："])
after = st.sampled_from(["。", " 咨询", "", "，谢谢"])


def looks(text: str, **known: frozenset[str]) -> set[Looks]:
    return {one.looks for one in lint(text, **known)}


@given(phones, dresses, st.data(), before, after)
def test_a_phone_in_any_grouping_and_dress_is_seen(
    phone: str, dress: dict[str, str], data: st.DataObject, ahead: str, behind: str
) -> None:
    gaps = data.draw(st.lists(st.sampled_from(GAPS), min_size=len(phone), max_size=len(phone)))
    text = ahead + "".join(dress[digit] + gap for digit, gap in zip(phone, gaps, strict=True)) + behind
    found = lint(text)
    assert found, text
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@given(st.integers(10**16, 10**17 - 1), st.sampled_from("0123456789Xx"), dresses, st.sampled_from(["", " ", "-"]))
def test_an_id_number_is_seen_whether_its_check_character_is_right_or_not(
    number: int, check: str, dress: dict[str, str], gap: str
) -> None:
    digits = str(number)
    text = "身份证" + gap.join(dress.get(c, c) for c in (digits[:6], digits[6:14], digits[14:])) + check
    text = "".join(dress.get(c, c) for c in text)
    assert looks(text) == {Looks.ID_NUMBER}, text


@given(
    st.sampled_from(
        ["3-1-1202", "3号楼1202室", "３栋１单元１２０２室", "三栋一二〇二室", "1202室", "88弄3号1202室", "12幢0301"]
    ),
    st.sampled_from(["王阿姨", "欧阳先生", "业主张建国", "李女士", "住户 陈某", "Anna Smith", "刘*芳"]),
    st.sampled_from(["{door} {name}", "{name}（{door}）", "{name} {door}", "请{door}的{name}来取快递"]),
    st.sampled_from(["", "\u200b", "\u2060"]),
)
def test_a_name_with_a_door_is_seen(door: str, name: str, form: str, hidden: str) -> None:
    text = hidden.join(form.format(door=door, name=name))
    assert Looks.NAME_DOOR in looks(text), text


@pytest.mark.parametrize(
    "text",
    [
        "2026年11月22日 14:00—16:00 停水", "2026-11-22 14:00-16:00 停水", "11.22-11.23 停水", "11-22 上午停电",
        "时间：9:00-11:00，14:00-16:00", "1、2、3、4、5、6、7、8号楼停水", "一、二、三、四、五、六、七号楼停水", "12345 热线",
        "报警110 火警119 急救120", "共计 1,200,000 元", "周六上午在101室活动，请大家参加", "2025-2026年度物业费",
        "3号楼楼组长王老师", "3-1-1202 漏水已修好", "王老师今天接待。101室有空调。", "沪消防委〔2016〕29号",
        "二〇二六年十一月二十二日", "8:00 — 20:00 每人限 2 份", "拨打120找王主任", "12月1日至12月31日，1号楼至12号楼",
    ],
)  # fmt: skip
def test_what_a_notice_ordinarily_says_is_let_through(text: str) -> None:
    assert not lint(text), text


@given(st.dates(), st.integers(0, 23), st.integers(0, 59), st.sampled_from(["-", "/", "."]))
def test_dates_and_hours_are_no_phones(day: object, hour: int, minute: int, mark: str) -> None:
    year, month, date = str(day).split("-")
    if not year.startswith(("19", "20")):
        return
    assert not lint(f"{year}{mark}{month}{mark}{date} {hour:02}:{minute:02} 停水")


@given(st.lists(st.integers(1, 99), min_size=2, max_size=12, unique=True))
def test_a_list_of_buildings_is_no_phone(numbers: list[int]) -> None:
    assert not lint("、".join(map(str, sorted(numbers))) + "号楼今晚停水")


def test_numbers_everybody_may_see_may_stand_and_no_others() -> None:
    known = frozenset({"104000000119"})
    assert not lint("门岗 1040 0000 0119", numbers=known)
    assert looks("门岗 1040 0000 0119 / 1040 0000 0120", numbers=known) == {Looks.PHONE}


def test_a_name_the_estate_knows_is_seen_beside_a_door() -> None:
    assert not lint("3-1-1202 阿依古丽", names=frozenset())
    assert looks("3-1-1202 阿依古丽", names=frozenset({"阿依古丽"})) == {Looks.NAME_DOOR}


@pytest.mark.parametrize(
    "text", ["<b>停水</b>", "<script>alert(1)</script>", "<img src=x onerror=y>", "&lt;b&gt;", "{{ x }}"]
)
def test_markup_is_seen(text: str) -> None:
    assert looks(text) == {Looks.MARKUP}


@given(st.text(max_size=300))
def test_any_text_is_read_to_its_end(text: str) -> None:
    for one in lint(text):
        assert 0 <= one.start < one.end <= len(text)


@given(st.text("0123456789-. 一二三室号楼王建国先生\n，<>&", max_size=200))
def test_texts_made_of_the_lints_own_letters_are_read_to_their_end(text: str) -> None:
    for one in lint(text):
        assert 0 <= one.start < one.end <= len(text)
