"""Every code has a sentence in both languages, with the facts it is given and no others."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.core.errors import Refused, Trouble
from ui import i18n, texts

ELSEWHERE = {"hub", "bench"}  # told on the hub's own pages and by commands of developers
ROOT = Path(__file__).resolve().parents[2]
RAISING = {"Refused", "Trouble", "HealthChanged"}
CODE = re.compile(r"^[a-z_]+(\.[a-z_]+)+$")


def codes_raised() -> Iterator[tuple[str, str]]:
    """(code, file) of every literal code given to Refused, Trouble or HealthChanged on a desk."""
    for room in ("desk", "drivers", "ui"):
        for path in (ROOT / room).rglob("*.py"):
            if ELSEWHERE & set(path.relative_to(ROOT).parts):
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in RAISING:
                    for word in node.args[:2]:
                        if isinstance(word, ast.Constant) and isinstance(word.value, str) and CODE.match(word.value):
                            yield word.value, path.name


def test_every_code_has_a_sentence() -> None:
    missing = sorted({f"{code} ({where})" for code, where in codes_raised() if code not in texts.table()})
    assert not missing, "no sentence in ui/texts_*.py for: " + ", ".join(missing)


@pytest.mark.parametrize("code", sorted(texts.table()))
def test_both_languages_say_the_same_facts(code: str) -> None:
    chinese, english = texts.table()[code]
    facts = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (chinese, english)]
    assert facts[0] == facts[1]
    assert re.search(r"[\u4e00-\u9fff]", chinese)
    assert not re.search(r"[\u4e00-\u9fff]", english)
    assert "失败" not in chinese


def test_facts_are_filled_in_and_a_missing_one_does_not_break_the_sentence() -> None:
    assert "4" in texts.sentence("operator.pin_wrong", {"tries_left": 4}, "en")
    assert "…" in texts.sentence("operator.pin_wrong", {}, "zh_CN")


def test_an_unknown_code_is_named() -> None:
    assert "room.fact" in texts.sentence("room.fact")


def test_errors_in_their_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_lang", ["en"])
    assert texts.of_error(Refused("right.missing")).startswith("Your role")
    assert texts.of_error(Trouble("store.disk_full")).startswith("The disk")
    assert texts.of_error(ValueError("x")) == texts.BUG[1]


def test_words_alone_and_inside_a_sentence() -> None:
    assert (texts.capital("not valid today"), texts.capital("今天不可以"), texts.capital("")) == (
        "Not valid today", "今天不可以", "",
    )  # fmt: skip
    assert (texts.inner("Household"), texts.inner("ID number"), texts.inner("姓名")) == (
        "household",
        "ID number",
        "姓名",
    )
