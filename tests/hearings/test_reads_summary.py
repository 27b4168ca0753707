"""The month for the notice wall: figures that add up, and no name, room, phone or plate in any word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import HOUR_MS
from desk.hearings import reads, service
from desk.hearings.rules import Category
from desk.hearings.rules_names import cleaned
from desk.people.service import add_person
from tests.hearings.conftest import WHO, Window


def test_the_month_counts_and_tells_without_names(window: Window) -> None:
    window.do(add_person, "欧阳海棠", "10400005678")
    told = window.note("3-1-1202 的欧阳海棠说灯不亮,电话 10400005678", WHO, place="3-1-1202 门口")
    window.do(service.reply, told, "王师傅明天来换")
    private = window.note("某人偷东西", private=True)
    window.do(service.reply, private, "已转民警")
    late = window.note(category=Category.NOISE)
    window.clock.advance(7 * HOUR_MS)
    window.do(service.escalate, window.clock.now_ms())
    month = window.ask(lambda r: reads.month_of(r, r.now))
    found = window.ask(reads.summary, month)
    assert (found.matters, found.in_time, found.late, found.raised, found.still_open) == (3, 2, 1, 1, 3)
    assert dict(found.by_category) == {Category.FACILITY: 2, Category.NOISE: 1}
    assert [words[2] for words in found.words] == ["某户的某某说灯不亮,电话 （号码）"]
    assert found.words[0][1] == "某户门口"
    assert found.words[0][3] == "某师傅明天来换"
    assert late


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("请打 104 0000 5678", "请打 （号码）"),
        ("88弄3号1202室漏水", "某户漏水"),
        ("502室的狗叫", "某户的狗叫"),
        ("沪A12345 占了车位", "（号码） 占了车位"),
        ("我叫周测试", "某某"),
        ("陈阿姨说太吵", "某阿姨说太吵"),
        ("3 号楼门厅灯不亮", "3 号楼门厅灯不亮"),
        ("每天 6 点到 22 点", "每天 6 点到 22 点"),
    ],
)
def test_what_names_somebody_is_taken_out(text: str, kept: str) -> None:
    assert cleaned(text) == kept


@given(st.text(alphabet="0123456789 -弄号室楼灯不亮", max_size=40))
def test_no_long_number_stays(text: str) -> None:
    found = cleaned(text)
    run = longest = 0
    for char in found:
        run = run + 1 if char.isdigit() else 0
        longest = max(longest, run)
    assert longest < 5
