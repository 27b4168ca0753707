"""Readers that write a number: each line that is one becomes a card, every other is noise."""

from __future__ import annotations

from drivers.api import Noise
from drivers.cards.card_text import CardTextDecoder
from tests.drivers.streams import readings, whole


def test_a_line_is_a_card() -> None:
    (card,) = readings(whole(CardTextDecoder(), b"0006547886\r\n"))
    assert (card.kind, card.fields) == ("card", {"uid": "0063E9AE", "printed": "0006547886"})


def test_a_line_that_is_no_number_is_noise_that_says_nothing_of_it() -> None:
    assert whole(CardTextDecoder(), b"hello there\r") == [Noise("number", 11)]
    assert whole(CardTextDecoder("8h"), b"0006547886\r") == [Noise("number", 10)]


def test_as_a_keyboard_types_it() -> None:
    """What the face hands over: the digits of a burst and the return key."""
    assert [card.fields["uid"] for card in readings(CardTextDecoder("10d").feed(b"0006547886\n"))] == ["0063E9AE"]


def test_without_an_end_a_pause_ends_it() -> None:
    decoder = CardTextDecoder(end="pause")
    assert decoder.feed(b"0006547886") == []
    assert [card.fields["uid"] for card in readings(decoder.idle(0.2))] == ["0063E9AE"]
