"""The English catalogue is whole and fresh, and texts are written so that they can be translated."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TypeGuard

import pytest
from PySide6.QtCore import QCoreApplication

from ui import catalogue, i18n, texts

CHINESE = re.compile(r"[\u4e00-\u9fff]")
HOLES = re.compile(r"{(\w+)}")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, catalogue.Outcome]:
    folder = tmp_path_factory.mktemp("catalogue")
    return folder, catalogue.build(folder)


def test_every_text_has_english(fresh: tuple[Path, catalogue.Outcome]) -> None:
    assert not fresh[1].missing, "write English in resources/translations/en/<room>.toml, then python -m ui.catalogue"


def test_no_english_is_left_over(fresh: tuple[Path, catalogue.Outcome]) -> None:
    assert not fresh[1].unused


def test_the_committed_catalogue_is_fresh(fresh: tuple[Path, catalogue.Outcome]) -> None:
    for path in (catalogue.TS, catalogue.QM):
        assert path.read_bytes() == (fresh[0] / path.name).read_bytes(), "run python -m ui.catalogue"


def test_english_is_english_and_has_the_same_holes() -> None:
    for key, words in catalogue.english().items():
        for english in [words] if isinstance(words, str) else words:
            assert english.strip()
            assert not CHINESE.search(english), key
            assert set(HOLES.findall(english)) <= set(HOLES.findall(key.split("|")[-1])), key
        many = words if isinstance(words, str) else words[-1]
        assert set(HOLES.findall(many)) == set(HOLES.findall(key.split("|")[-1])), key


def test_english_has_no_marks_of_the_chinese_font() -> None:
    """Curly quotes, ellipses and dashes are drawn a whole letter wide and stand as a gap in an English line."""
    wide = re.compile("[\u2013\u2014\u2018-\u201d\u2026]")
    found = [key for key, words in catalogue.english().items() if wide.search(str(words))]
    found += [code for code, (_, english) in texts.table().items() if wide.search(english)]
    assert not found


def test_one_and_many_only_where_the_code_counts(fresh: tuple[Path, catalogue.Outcome]) -> None:
    counted, written = set(), {key for key, words in catalogue.english().items() if not isinstance(words, str)}
    for context in ET.parse(catalogue.TS).iterfind("context"):
        for message in context.iterfind("message[@numerus='yes']"):
            text = message.findtext("source") or ""
            counted |= {text, f"{context.findtext('name')}|{text}"}
    assert written
    assert written <= counted


def test_texts_are_literals() -> None:
    """`tr` of an f-string is taken literally by lupdate and never matches."""
    wrong = []
    for path in (catalogue.ROOT / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and any(_is_tr(inner) for inner in ast.walk(node)):
                wrong.append(f"{path.name}:{node.lineno} tr inside an f-string")
            if _is_tr(node) and not (node.args and isinstance(node.args[0], ast.Constant)):
                wrong.append(f"{path.name}:{node.lineno} tr of something that is no literal")
    assert not wrong


def test_no_bare_chinese_reaches_the_screen() -> None:
    """Chinese in code stands in tr(), translate(), QT_TRANSLATE_NOOP(), a table of sentences or a docstring."""
    wrong = []
    for path in (catalogue.ROOT / "ui").rglob("*.py"):
        if (
            path.name.startswith("texts")
            or path.parent.name in ("paper", "probes", "gallery", "sheets")
            or path.name == "tour.py"
        ):
            continue
        wrong += [f"{path.name}:{line}" for line in _bare(ast.parse(path.read_text(encoding="utf-8")))]
    allowed = {
        "app.py",
        "bar.py",
        "options.py",
        "i18n.py",
        "selftest.py",
    }  # the program's name, weekdays, usage; no screen
    assert not [one for one in wrong if one.split(":")[0] not in allowed]


def _is_tr(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "tr"


def _bare(tree: ast.Module) -> list[int]:
    fine: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (
            getattr(node.func, "attr", "") in ("tr", "translate") or getattr(node.func, "id", "") == "QT_TRANSLATE_NOOP"
        ):
            fine |= {id(inner) for inner in ast.walk(node)}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            fine.add(id(node.value))
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CHINESE.search(node.value)
        and id(node) not in fine
    ]


def test_one_and_many() -> None:
    i18n.install("en")
    words = [QCoreApplication.translate("InsideWords", "现在有 {n} 人在场", "", n) for n in (1, 2)]
    i18n.install("zh_CN")
    assert words == ["{n} person inside", "{n} people inside"]
    assert QCoreApplication.translate("InsideWords", "现在有 {n} 人在场", "", 1) == "现在有 {n} 人在场"


def test_language_changes_live() -> None:
    assert i18n.install("en_GB") == "en"
    assert QCoreApplication.translate("Bar", "换人") == "Switch"
    assert i18n.install("fr") == "zh_CN"
    assert QCoreApplication.translate("Bar", "换人") == "换人"
