"""What the site prepares for its public screen: sentences of an emergency, telephone numbers, rules for the printed board."""

from __future__ import annotations

from collections.abc import Sequence

from desk.core.errors import Refused
from desk.screen import reads
from desk.screen.rules import LINE_LONGEST, NUMBERS_MOST, PHONE_LONGEST, PREPARED_MOST, Number, Sentence, line_of
from desk.screen.service import EDIT, TOPIC, checked
from desk.store.unit import Unit

_IN_NUMBERS = frozenset("0123456789 -()+")


def prepare(u: Unit, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Write the sentences of an emergency; the first one is what the key shows. Right screen.edit. Refused: as `save`,
    screen.too_many_sentences(most), screen.no_sentence (one is always there)."""
    u.actor.require(EDIT)
    kept = tuple(
        Sentence(*checked(u, one.title, one.text)) for one in sentences if one.title.strip() or one.text.strip()
    )
    if len(kept) > PREPARED_MOST:
        raise Refused("screen.too_many_sentences", most=PREPARED_MOST)
    if not kept:
        raise Refused("screen.no_sentence")
    u.put_setting(reads.PREPARED, [vars(one) for one in kept])
    u.audit("screen.prepared", n=len(kept))
    u.changed(TOPIC)
    return kept


def say_numbers(u: Unit, numbers: Sequence[Number]) -> tuple[Number, ...]:
    """Write the telephone numbers everybody may see; they may also stand in notices. Right screen.edit.

    Refused: screen.number_wrong, screen.too_many_numbers(most).
    """
    u.actor.require(EDIT)
    kept = []
    for one in numbers:
        name, phone = line_of(one.name)[:LINE_LONGEST], line_of(one.phone)
        if not name and not phone:
            continue
        digits = [c for c in phone if c.isdigit()]
        if not name or len(digits) < 3 or len(phone) > PHONE_LONGEST or not set(phone) <= _IN_NUMBERS:
            raise Refused("screen.number_wrong")
        kept.append(Number(name, phone))
    if len(kept) > NUMBERS_MOST:
        raise Refused("screen.too_many_numbers", most=NUMBERS_MOST)
    u.put_setting(reads.NUMBERS, [vars(one) for one in kept])
    u.audit("screen.numbers", n=len(kept))
    u.changed(TOPIC)
    return tuple(kept)


def say_rules(u: Unit, text: str) -> str:
    """Write the house rules that stand on the printed board, a line each. Right screen.edit. Refused: as `save` of words."""
    u.actor.require(EDIT)
    words = checked(u, "-", text)[1] if text.strip() else ""
    u.put_setting(reads.RULES, words)
    u.changed(TOPIC)
    return words
