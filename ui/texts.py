"""Codes of the desk and its drivers as sentences, in both languages. The only room that knows them.

Each room has its table in `ui/texts_<room>.py`: code -> (Chinese, English). A sentence says what was NOT done and what to do
now; facts stand in braces and come from the Refused or Trouble. A test demands a sentence for every code in the tree.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

import ui
from desk.core.errors import Fault
from ui import i18n

Sentence = tuple[str, str]
UNKNOWN: Sentence = (
    "这一步没有做成。请再试一次；还是不行，请记下「{code}」并告诉管理员。",
    "This was not done. Please try again; if it happens again, note '{code}' and tell the manager.",
)
BUG: Sentence = (
    "程序遇到了意外，这一步没有做成，已记下的内容都在。请再试一次。",
    "Something unexpected happened and this was not done. Everything already recorded is safe. Please try again.",
)


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


@cache
def table() -> Mapping[str, Sentence]:
    """Every sentence by code. Tables are found by file, so that a new room brings its own."""
    found: dict[str, Sentence] = {}
    for module in pkgutil.iter_modules(ui.__path__):
        if module.name.startswith("texts_"):
            found |= importlib.import_module(f"ui.{module.name}").TEXTS
    return found


def sentence(code: str, facts: Mapping[str, object] | None = None, lang: str = "") -> str:
    """What to say for a code, in the language of the moment. A code nobody wrote a sentence for is named, never hidden."""
    both = table().get(code, UNKNOWN)
    text = both[0] if (lang or i18n.current()) == i18n.SOURCE else both[1]
    return text.format_map(_Facts({"code": code, **(facts or {})}))


def named(name: str, code: str) -> str:
    """The sentence of a code with the name of what it is about before it; "" for no code."""
    words = sentence(code) if code else ""
    return f"{name}：{words}" if name and words else words


def capital(words: str) -> str:
    """With a capital where it stands alone, as in a table; Chinese stays as it is."""
    return words[:1].upper() + words[1:]


def inner(words: str) -> str:
    """Without its capital where it stands inside a sentence; abbreviations and Chinese stay as they are."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def of_error(error: Exception) -> str:
    """A Refused or Trouble in its own words, a bug calmly."""
    if isinstance(error, Fault):
        return sentence(error.code, error.facts)
    return BUG[0] if i18n.current() == i18n.SOURCE else BUG[1]
