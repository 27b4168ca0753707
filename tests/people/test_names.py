"""Names: what is kept, what is dropped, when two are near."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk.core.errors import Refused
from desk.people import names


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  张 三 ", "张三"),
        ("张　三", "张三"),
        ("\u202e张\u200b三\x00\x07", "张三"),
        ("阿依古丽・买买提", "阿依古丽·买买提"),
        ("阿依古丽 • 买买提", "阿依古丽·买买提"),
        ("阿依古丽‧买买提", "阿依古丽·买买提"),
        ("Ｊｏｓｅ\u0301   García", "José García"),
        ("李𬱖", "李𬱖"),
        ("𰻝𰻝", "𰻝𰻝"),
        ("\ue863陈\ue864", "\ue863陈\u9fbb"),
        ("O'Brien", "O'Brien"),
        ("·张·", "张"),
    ],
)
def test_normalise(typed: str, kept: str) -> None:
    assert names.normalise(typed) == kept


@given(st.text(max_size=200))
def test_normalise_settles_and_hides_nothing(text: str) -> None:
    once = names.normalise(text)
    assert names.normalise(once) == once
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in once)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "people.name_missing"),
        ("\u200b \x00", "people.name_missing"),
        ("张" * 65, "people.name_long"),
        ("12345", "people.name_odd"),
        ("---", "people.name_odd"),
    ],
)
def test_unfit_names_are_refused(typed: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        names.checked(typed)
    assert caught.value.code == code
    assert typed.strip() == "" or typed not in str(caught.value)


def test_sixty_four_characters_of_plane_two_fit() -> None:
    assert names.checked("𠮷" * 64) == "𠮷" * 64


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("张伟", "张伟", "same"),
        ("張偉", "张伟", "same"),
        ("Anna Smith", "smith, ANNA", "same"),
        ("阿依古丽・买买提", "阿依古丽买买提", "same"),
        ("张伟", "章卫", "same_pinyin"),
        ("曾小", "增小", "same_pinyin"),
        ("单雄信", "山雄信", "same_pinyin"),
        ("吕娜", "鲁娜", "same_pinyin"),
        ("阿依古丽", "阿依古丽·买买提", "part_of"),
        ("张建国", "张建军", "one_off"),
        ("欧阳娜", "欧阳娜娜", "one_off"),
        ("张国建", "张建国", "one_off"),
        ("Robert", "Rupert", None),
        ("Robert", "Robrt", "one_off"),
        ("张建国", "李建军", None),
        ("张", "章", None),
        ("张", "张", "same"),
        ("", "张", None),
        ("\x00", "", None),
    ],
)
def test_near(a: str, b: str, reason: str | None) -> None:
    for left, right in ((a, b), (b, a)):
        found = names.near(left, right)
        assert (found.reason if found else None) == reason


def test_one_off_in_two_characters_is_weak() -> None:
    found = names.near("张伟", "张三")
    assert found is not None
    assert not found.strong


@given(st.text(max_size=40), st.text(max_size=40))
@example("0", "0Þ")
def test_near_goes_both_ways(a: str, b: str) -> None:
    assert names.near(a, b) == names.near(b, a)
