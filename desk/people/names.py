"""Names: how they are cleaned before they are stored, folded before they are compared, and when two are near."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from desk.core.errors import Refused
from desk.people import pinyin
from desk.people.variants import OLD_GB18030, VARIANTS, is_han

MAX_NAME = 64
DOT = "·"
_DOTS = dict.fromkeys(map(ord, "・•‧∙⋅●．･‣˙᛫"), DOT)
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SPACES = re.compile(r"\s+")
_DROPPED = frozenset(
    {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
)  # control, bidi and other invisible signs, halves, unassigned


@dataclass(frozen=True)
class Near:
    """Why two names may be one person: `same`, `same_pinyin`, `part_of` or `one_off`.

    `strong` is False for a two-character name with one character off, which half a street shares:
    fit to be offered to a person who asks, not to be raised as an alarm.
    """

    reason: str
    strong: bool = True


def normalise(text: str) -> str:
    """The form a name is stored and shown in: NFC, half-width letters, one kind of dot, no invisible signs.

    Characters of planes 2 and 3 stay as they are; those that GB 18030-2000 kept in the private use area get their
    code points. Blanks between Chinese characters are dropped (`张 三`), between words of letters one stays.
    """
    text = unicodedata.normalize("NFC", text).translate(_DOTS).translate(_WIDE).translate(OLD_GB18030)
    text = _SPACES.sub(" ", text)
    text = "".join(c for c in text if unicodedata.category(c) not in _DROPPED)
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", text)).strip(" " + DOT)
    return _squeeze(re.sub(rf" ?{DOT}[ {DOT}]*", DOT, text))


def _squeeze(text: str) -> str:
    kept = []
    for i, char in enumerate(text):
        if char == " " and (is_han(text[i - 1]) or is_han(text[i + 1])):
            continue
        kept.append(char)
    return "".join(kept)


def checked(text: str) -> str:
    """A normalised name fit to be stored. Raises Refused("people.name_missing" | "people.name_long" | "people.name_odd")."""
    name = normalise(text)
    if not name:
        raise Refused("people.name_missing")
    if len(name) > MAX_NAME:
        raise Refused("people.name_long", limit=MAX_NAME)
    if not any(unicodedata.category(c)[0] == "L" or unicodedata.category(c) == "Co" for c in name):
        raise Refused("people.name_odd")
    return name


def plain_letters(text: str) -> str:
    """Lower case without accents: `José` -> `jose`; other scripts untouched."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in folded if not "\u0300" <= c <= "\u036f"))


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The form names are compared in: variants merged, case and accents dropped, blanks, dots and hyphens gone."""
    plain = plain_letters(normalise(text)).translate(VARIANTS)
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LMN" or unicodedata.category(c) == "Co")


def near(a: str, b: str) -> Near | None:
    """Why a person should look at both names, or None. Never says that they are the same person."""
    left, right = fold(a), fold(b)
    if not left or not right:
        return None
    latin = left.isascii() and right.isascii()
    if left == right or (latin and _words(a) == _words(b)):
        return Near("same")
    if min(len(left), len(right)) < 2:
        return None
    if _sounds_alike(a, b):
        return Near("same_pinyin")
    if _part_of(a, b):
        return Near("part_of")
    shorter = min(len(left), len(right))
    if (not latin or shorter >= 4) and _one_off(left, right):
        return Near("one_off", strong=shorter > 2)
    return None


def _words(name: str) -> list[str]:
    return sorted(re.findall(r"[a-z0-9]+", plain_letters(name)))


def _sounds_alike(a: str, b: str) -> bool:
    mine, yours = set(pinyin.spellings(normalise(a))), set(pinyin.spellings(normalise(b)))
    return any(len(one) > 1 for one in mine & yours)


def _part_of(a: str, b: str) -> bool:
    """`阿依古丽` and `阿依古丽·买买提`: one whole part of a name with a dot."""
    mine, yours = [fold(p) for p in normalise(a).split(DOT)], [fold(p) for p in normalise(b).split(DOT)]
    if (len(mine) == 1) == (len(yours) == 1):
        return False
    whole, parts = (mine[0], yours) if len(mine) == 1 else (yours[0], mine)
    return len(whole) > 2 and whole in parts


def _one_off(a: str, b: str) -> bool:
    """One character changed, missing, or too many; or two neighbours swapped."""
    if len(a) == len(b):
        off = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        return len(off) == 1 or (
            len(off) == 2 and off[1] == off[0] + 1 and a[off[0]] == b[off[1]] and a[off[1]] == b[off[0]]
        )
    if abs(len(a) - len(b)) != 1:
        return False
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
