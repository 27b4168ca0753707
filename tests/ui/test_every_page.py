"""Every page and state, in both languages and several looks: what a screen reader, a keyboard, weak eyes and a queue need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui import audit, audit_words, estate, stage
from tests.ui.cases import CASES, at
from tests.ui.stage import Stage

WIDE, HIGH = 1366, 768
WORDS = [("zh_CN", "light", 24), ("en", "light", 24)]
LOOKS = [("en", "contrast", 24), ("zh_CN", "light", 40), ("en", "light", 40)]
STANDING = stage.in_rail() | {"signon", "help", "more", "urgent", "rollcall", "goods", "result"}
OPENED = {("people", "household"), ("expected", "new"), ("rollcall", "open")}  # cards and forms of standing pages
NAMES_OF_OTHERS = {("settings", "about")}  # libraries and their licences
DOORS_SHOWN = ("find", "people", "codes")
FORMS = ("admit",)  # what one typed oneself
MOST_BACK = 6


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One estate per language, built once."""
    made = {lang: tmp_path_factory.mktemp(lang) / "home" for lang in estate.WORDS}
    for lang, words in estate.WORDS.items():
        estate.build(made[lang], words)
    return made


@pytest.fixture(scope="module")
def on(request: pytest.FixtureRequest, qapp: QApplication, templates: dict[str, Path]) -> Iterator[Stage]:
    lang, scheme, base = request.param
    stand = Stage(qapp, templates[lang], lang, scheme, base)
    yield stand
    stand.close()


def said(look: Any) -> str:
    return "-".join(str(part) for part in look if part)


def clean(faults: dict[str, list[str]]) -> None:
    """Every fault on a line of its own."""
    lines = [f"{what}: {fault}" for what, found in faults.items() for fault in sorted(set(found))]
    assert not lines, "\n".join(lines)


def escape(on: Stage) -> list[str]:
    """Esc leads home from everywhere, in a few steps."""
    home = on.shell.stack.home()
    for _ in range(MOST_BACK):
        if on.front() == home:
            return []
        QTest.keyClick(QApplication.focusWidget() or on.window, Qt.Key.Key_Escape)
        on.rest()
    return [] if on.front() == home else [f"still on {on.front()} after {MOST_BACK} times Esc"]


def secrets(lang: str, name: str) -> list[str]:
    """What only an opened card may show in full: names and telephone numbers; doors too, but where one looks for them."""
    doors = [] if name in DOORS_SHOWN else [door.label for door in estate.DOORS]
    return [*estate.WORDS[lang].persons(), *(estate.phone(n) for n in range(100)), *doors]


@pytest.mark.parametrize("on", WORDS, ids=said, indirect=True)
@pytest.mark.parametrize("case", CASES, ids=said)
def test_everybody_can_use_it(on: Stage, case: tuple[str, str]) -> None:
    name, state = case
    with at(on, name, state) as page:
        faults = {
            "heard": audit.nameless(on.window) + audit.fixed_names(on.window),
            "target": audit.small_targets(on.window),
            "cut": audit_words.cut_off(on.window) + audit_words.cut_columns(page) + audit_words.sideways(page),
            "wide": audit.too_wide(on.window, WIDE, HIGH),
            "language": [] if case in NAMES_OF_OTHERS else audit_words.wrong_language(on.window, on.lang),
            "ragged": audit_words.ragged(on.window, on.lang),
            "enter": audit.filled_button_is_not_enter(page, page.main_button()),
        }
        if name in STANDING and name not in FORMS and case not in OPENED:
            faults["masked"] = audit_words.told_in_full(on.window, secrets(on.lang, name))
        walk = audit.tab_walk(on.window)
        faults["tab"] = audit.out_of_reach(on.window, walk) + audit.wrong_order(page, walk)
        faults["escape"] = escape(on)
    clean(faults)


@pytest.mark.parametrize("on", LOOKS, ids=said, indirect=True)
@pytest.mark.parametrize("case", CASES, ids=said)
def test_every_look_has_room(on: Stage, case: tuple[str, str]) -> None:
    with at(on, *case) as page:
        faults = {
            "target": audit.small_targets(on.window),
            "cut": audit_words.cut_off(on.window) + audit_words.cut_columns(page),
            "wide": audit.too_wide(on.window, WIDE, HIGH),
        }
    clean(faults)
