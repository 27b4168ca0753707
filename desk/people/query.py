"""What was typed into a search field -> an expression for the index, and the check of what the index cannot know.

Typed text comes from people, input methods in mid-composition (`zhang'w`, `张wei`), scanners and strangers: only words
made by `tokens.safe`, always quoted, reach the expression, so no input can break it. Nothing is guessed: `1202` may be a
room, the end of a phone number, a plate or a pick-up code, and finds all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise

from desk.people import pinyin, rooms, tokens
from desk.people.rooms import Address
from desk.people.variants import is_han

MAX_TYPED = 64
MAX_TERMS = 8
NAME, PHONE, ROOM, PLATE, CODE, WORDS = "name", "phone", "room", "plate", "code", "words"
LONGEST_ROOM = 5  # digits
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ˈ`"))  # what input methods put between the syllables being composed


@dataclass(frozen=True)
class Query:
    """match: expression for `store.search.find`; "" when nothing was typed that could be found.

    readings: every way the input may be meant (`name`, `phone`, `room`, `plate`, `code`, `words`).
    needles: runs that must stand in a row as typed, by characters or pinyin; place: the input read as an address.
    """

    match: str
    readings: tuple[str, ...] = ()
    needles: tuple[str, ...] = ()
    place: Address | None = None

    @property
    def needs_check(self) -> bool:
        """The index alone may return too much: fetch more than the page shows and keep rows that pass `check`."""
        return bool(self.needles)

    def check(self, *texts: str) -> bool:
        """True when the full (unmasked) texts of a row hold what was typed: give every name, plate, room and word."""
        place = self.place
        if place is not None and any(_stands_at(place, text) for text in texts if text):
            return True
        folded = [tokens.fold(text).replace(" ", "") for text in texts if text]
        return all(any(holds(text, needle) for text in folded) for needle in self.needles)


NOTHING = Query("")


def parse(text: str) -> Query:
    """Read what was typed so far, pre-edit text included. Never raises, whatever comes in."""
    typed = text[: 4 * MAX_TYPED].translate(_APOSTROPHES)[:MAX_TYPED]
    terms = tokens.fold(typed).split()[:MAX_TERMS]
    if not terms:
        return NOTHING
    readings = {meaning: None for term in terms for run in tokens.runs(term) for meaning in _readings(run)}
    match = " AND ".join(_group(list(group)) for _, group in groupby(terms, _shape))
    place = rooms.parse_part(typed)
    if place is not None:
        readings[ROOM] = None
        match = f"({match}) OR {_place(place)}"
    return Query(match, tuple(readings), tuple(term for term in terms if _must_stand(term)), place)


def holds(text: str, needle: str) -> bool:
    """True when the folded text holds the needle somewhere, its letters standing for themselves or for pinyin.

    `张伟明` holds `张w`, `张wei`, `张wm`, `伟m`, `zhangw明`; the last syllable may be half typed.
    """
    reached: set[int] = set()
    for char in text:
        reached = {to for at in (*reached, 0) for to in _steps(char, needle, at)}
        if len(needle) in reached:
            return True
    return False


def _steps(char: str, needle: str, at: int) -> list[int]:
    """Where in the needle one may stand after this character of the text."""
    if needle[at] == char:
        return [at + 1]
    if not (is_han(char) and needle[at].isascii()):
        return []
    rest, found = needle[at:], []
    for syllable in pinyin.readings(char):
        if rest.startswith(syllable):
            found.append(at + len(syllable))
        elif syllable.startswith(rest):
            found.append(len(needle))
        if rest[0] == syllable[0]:
            found.append(at + 1)
    return found


def _stands_at(place: Address, text: str) -> bool:
    there = rooms.parse_part(text)
    return there is not None and all(
        not mine or mine == theirs or (part == 2 and theirs.startswith(mine))
        for part, (mine, theirs) in enumerate(
            ((place.building, there.building), (place.unit, there.unit), (place.room, there.room))
        )
    )


def _must_stand(term: str) -> bool:
    """Two Chinese characters are one word of the index; longer runs and mixtures are only its parts."""
    return not term.isascii() and (len(term) > 2 or not all(map(is_han, term)))


def _shape(term: str) -> str:
    if not term.isascii():
        return f"words {term}"
    return "digits" if term.isdigit() else "letters" if term.isalpha() else "mixed"


def _group(terms: list[str]) -> str:
    """Terms of one shape in a row: each must be found, or all of them written together (`zhang wei`, `138 1234`)."""
    each = [_term(term) for term in terms]
    if len(terms) == 1:
        return each[0]
    joined = "".join(terms)
    return f"(({' AND '.join(each)}) OR {_word(tokens.phone_digits(joined) if joined.isdigit() else joined)})"


def _term(term: str) -> str:
    parts = list(tokens.runs(term))
    found = [_chinese(run) if is_han(run[0]) else _word(run) for run in parts]
    for i, (left, right) in enumerate(pairwise(parts), start=1):
        if is_han(left[-1]) and right.isascii() and right.isalpha():
            found[i] = f"({_quoted(left[-1] + right[0])} OR {found[i]})"
    return found[0] if len(found) == 1 else "(" + " AND ".join(found) + ")"


def _chinese(run: str) -> str:
    if len(run) == 1:
        return _quoted(run)
    pairs = list(dict.fromkeys(a + b for a, b in pairwise(run)))
    return _quoted(pairs[0]) if len(pairs) == 1 else "(" + " AND ".join(map(_quoted, pairs)) + ")"


def _word(run: str) -> str:
    """Letters up to five and digits up to three are exact words of the index, anything longer is a beginning."""
    word = tokens.safe(run)
    if run.isascii() and run.isdigit():
        return f"({_quoted(word)} OR {_quoted(f'r{word}x')})" if len(run) < tokens.TAIL else f"{_quoted(word)}*"
    if run.isascii() and not run.isalpha():
        return f"{_quoted(word)}*"
    exact = len(run) <= tokens.EDGE
    return _quoted(word) if exact else f"{_quoted(word)}*"


def _place(place: Address) -> str:
    building, unit, room = (tokens.safe(tokens.fold(p)) for p in (place.building, place.unit, place.room))
    if not building:
        return _quoted(room)
    if not room:
        return _quoted(f"r{building}x{unit}x" if unit else f"r{building}x")
    return f"{_quoted(f'r{building}x{unit}x{room}' if unit else f'r{building}x{room}')}*"


def _quoted(word: str) -> str:
    return f'"{word}"'


def _readings(run: str) -> tuple[str, ...]:
    if not run.isascii():
        return (NAME, WORDS)
    if not run.isdigit():
        return (NAME, WORDS, PLATE, CODE) if run.isalpha() else (PLATE, CODE, WORDS)
    if len(run) < tokens.PLATE_TAIL:
        return (ROOM,)
    if len(run) == tokens.PLATE_TAIL:
        return (ROOM, PHONE, PLATE)
    return (ROOM, PHONE, PLATE, CODE) if len(run) <= LONGEST_ROOM else (PHONE, CODE)
