"""Search documents: the words a row is found by, for names, phones, plates, rooms, passes and free text.

The scheme is measured on 1,000,000 visits (edge tokens, `detail=none`): a query of up to five letters or three digits is
one exact word, a longer one a prefix. Words hold ASCII letters and digits and Chinese characters only, so that the
tokenizer of the index can never split one in two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from desk.people import names, pinyin, rooms
from desk.people.variants import VARIANTS, is_han

EDGE = 5  # letters: a query up to this length is one exact word
TAIL = 4  # digits of a phone: shortest ending that is a word of its own
PLATE_TAIL = 3
_Maker = Callable[[str], tuple[str, ...]]


def fold(text: str) -> str:
    """Text in the form documents and queries share: half-width, lower case, no accents, variants merged, no signs.

    Everything that is neither letter, digit nor mark becomes a blank; letters of other scripts stay.
    """
    text = names.plain_letters(unicodedata.normalize("NFKC", text)).translate(VARIANTS)
    kept = [c if unicodedata.category(c)[0] in "LMN" or unicodedata.category(c) == "Co" else " " for c in text]
    return " ".join("".join(kept).split())


def safe(word: str) -> str:
    """A word the index takes as one: ASCII letters, digits and Chinese as they are, anything else as its code point."""
    return "".join(c if (c.isascii() and c.isalnum()) or is_han(c) else f"u{ord(c):x}" for c in word)


def document(
    names: Iterable[str] = (),
    phones: Iterable[str] = (),
    plates: Iterable[str] = (),
    rooms: Iterable[str] = (),
    words: Iterable[str] = (),
    codes: Iterable[str] = (),
) -> str:
    """The search document of a row: distinct words separated by blanks, ready for `Unit.index`.

    names: of people, found by characters and by pinyin. phones: full or last four digits. plates: car plates.
    rooms: household labels (`3-1-1202`). words: purpose, company, goods. codes: pass numbers, pick-up codes, serials.
    Empty and None-like values are skipped.
    """
    found: dict[str, None] = {}
    for text, maker in _makers(names, phones, plates, rooms, words, codes):
        if text:
            found.update(dict.fromkeys(maker(text)))
    return " ".join(found)


def _makers(*groups: Iterable[str]) -> Iterator[tuple[str, _Maker]]:
    makers: tuple[_Maker, ...] = (_name, _phone, _plate, _room, _words, _code)
    for group, maker in zip(groups, makers, strict=True):
        for text in group:
            yield text, maker


@lru_cache(maxsize=20_000)
def _name(text: str) -> tuple[str, ...]:
    clean = names.normalise(text)[: names.MAX_NAME]
    found = [*_words(clean), *_words(clean.replace(names.DOT, "")), *_touching(clean)]
    for syllables in pinyin.spellings(clean):
        found += spelt(syllables)
    parts = clean.split(names.DOT)
    for part in parts[1:]:
        for syllables in pinyin.spellings(part):
            found += spelt(syllables)
    return tuple(dict.fromkeys(found))


def prose(text: str) -> str:
    """The words of a text that is long and written once: nothing of it is kept in memory."""
    return " ".join(dict.fromkeys(_words.__wrapped__(text)))


def spelt(syllables: Sequence[str]) -> list[str]:
    """Words of one reading: whole, its beginnings, initials, given name and its beginnings, surname with initials."""
    whole, initials = "".join(syllables), "".join(s[0] for s in syllables)
    found = [whole, *(whole[:n] for n in range(1, EDGE + 1)), *(initials[:n] for n in range(2, len(initials) + 1))]
    for i in range(1, len(syllables)):
        found.append("".join(syllables[i:]))
    given = "".join(syllables[1:])
    found += [given[:n] for n in range(3, EDGE + 1) if len(given) > n]
    if len(syllables) > 2:
        found += [initials[1:], syllables[0] + initials[1:]]
    return list(dict.fromkeys(found))


def _touching(name: str) -> list[str]:
    """A character and the initial after it (`张w` for 张伟): what stands in the field while an input method composes."""
    chars = "".join(c for c in name.translate(VARIANTS) if is_han(c))
    return [
        left + initial
        for left, right in pairwise(chars)
        for initial in dict.fromkeys(syllable[0] for syllable in pinyin.readings(right))
    ]


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for run in runs(fold(text)):
        if is_han(run[0]):
            found += [*run, *(a + b for a, b in pairwise(run))]
        else:
            found += [safe(run), *(safe(run[:n]) for n in range(1, EDGE + 1))]
    return tuple(found)


def runs(folded: str) -> Iterator[str]:
    """Runs of Chinese characters, of ASCII letters and digits, and of other scripts, in a folded text."""
    for piece in folded.split():
        start = 0
        for i in range(1, len(piece) + 1):
            if i == len(piece) or _kind(piece[i]) != _kind(piece[start]):
                yield piece[start:i]
                start = i


def _kind(char: str) -> int:
    return 0 if char.isascii() else (1 if is_han(char) else 2)


def _digits(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isascii() and c.isdigit())


def phone_digits(text: str) -> str:
    """Digits of a phone number without the country's 86."""
    digits = _digits(text)
    return digits[2:] if len(digits) == 13 and digits.startswith("861") else digits


def _phone(text: str) -> tuple[str, ...]:
    digits = phone_digits(text)[-15:]
    if len(digits) <= TAIL:
        return (digits,) if digits else ()
    return (digits[:3], *(digits[i:] for i in range(len(digits) - TAIL + 1)))


def _plate(text: str) -> tuple[str, ...]:
    plate = fold(text).replace(" ", "")[:16]
    if not plate or not is_han(plate[0]):
        return _code(text)
    return (plate[0], safe(plate[:2]), *_tailed(safe(plate[1:])))


def _code(text: str) -> tuple[str, ...]:
    return _tailed(safe(fold(text).replace(" ", ""))[:64])


def _tailed(code: str) -> tuple[str, ...]:
    """The whole, every ending, and its beginning as long as that is letters (a query of letters is exact)."""
    if not code:
        return ()
    letters = next((i for i, c in enumerate(code) if not c.isalpha()), len(code))
    heads = (code[:n] for n in range(2, min(letters, EDGE) + 1))
    return (code, *heads, *(code[i:] for i in range(1, len(code) - PLATE_TAIL + 1)))


@lru_cache(maxsize=20_000)
def _room(text: str) -> tuple[str, ...]:
    place = rooms.parse_part(text)
    return room_words(place) if place is not None else _words(text)


def room_words(place: rooms.Address) -> tuple[str, ...]:
    """`r3x1x1202`, `r3x1202`, `1202`, and the building and the unit alone."""
    building, unit, room = (safe(fold(part).replace(" ", "")) for part in (place.building, place.unit, place.room))
    found = [room] if room else []
    if building:
        found += [f"r{building}x{room}", f"r{building}x"]
        if unit:
            found += [f"r{building}x{unit}x{room}", f"r{building}x{unit}x"]
    return tuple(found)
