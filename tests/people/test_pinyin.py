"""Pinyin: surnames read as people say them, other readings kept, nothing lost on rare characters."""

from __future__ import annotations

import subprocess
import sys

import pytest

from desk.people import pinyin


@pytest.mark.parametrize(
    ("name", "usual", "other"),
    [
        ("曾国藩", "zeng guo fan", "ceng guo fan"),
        ("单田芳", "shan tian fang", "dan tian fang"),
        ("仇英", "qiu ying", "chou ying"),
        ("解缙", "xie jin", "jie jin"),
        ("区永权", "ou yong quan", "qu yong quan"),
        ("區永權", "ou yong quan", "qu yong quan"),
        ("查良镛", "zha liang yong", "cha liang yong"),
        ("翟天临", "zhai tian lin", "di tian lin"),
        ("覃海洋", "qin hai yang", "tan hai yang"),
        ("缪斯文", "miao si wen", "mou si wen"),
        ("朴树", "piao shu", "pu shu"),
        ("盖明", "ge ming", "gai ming"),
        ("宓小小", "fu xiao xiao", "mi xiao xiao"),
        ("尉迟敬德", "yu chi jing de", "wei chi jing de"),
        ("万俟小白", "mo qi xiao bai", "wan qi xiao bai"),
        ("吕绿", "lv lv", "lu lu"),
        ("张乐", "zhang le", "zhang yue"),
    ],
)
def test_both_readings_of_a_surname(name: str, usual: str, other: str) -> None:
    found = [" ".join(one) for one in pinyin.spellings(name)]
    assert found[0] == usual
    assert other in found


def test_a_surname_character_inside_a_name_is_read_as_usual() -> None:
    assert pinyin.syllables("李单解") == ("li", "dan", "jie")


def test_rare_characters_have_a_reading() -> None:
    assert pinyin.syllables("李𬱖") == ("li", "wei")
    assert pinyin.syllables("刘䶮") == ("liu", "yan")
    assert pinyin.syllables("𠮷田") == ("ji", "tian")


def test_names_without_chinese_have_none() -> None:
    assert pinyin.spellings("Anna Smith") == ()
    assert pinyin.syllables("") == ()


def test_many_readings_stay_few() -> None:
    assert len(pinyin.spellings("乐朝长行盛茜晟")) <= pinyin.MAX_SPELLINGS


def test_importing_the_room_does_not_load_the_dictionary() -> None:
    code = "import sys, desk.people.tokens, desk.people.query; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_dictionary_is_loaded_without_phrases() -> None:
    code = (
        "import sys; from desk.people import pinyin; pinyin.load(); import pypinyin.constants as c;"
        "sys.exit(len(c.PHRASES_DICT) > 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
