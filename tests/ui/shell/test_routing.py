"""Where scans and typed texts go, without a screen."""

from __future__ import annotations

from typing import Any

import pytest

from desk.codes.rules import Answer
from desk.codes.views import DigitsAnswer, Identified
from desk.core.errors import Refused, Trouble
from desk.core.events import ScanSeen
from ui.shell.routing import Router


class Page:
    def __init__(self, raw: bool = False, answer: bool = False) -> None:
        self.raw, self.answer = raw, answer
        self.got: list[Any] = []

    def on_raw_scan(self, seen: ScanSeen) -> bool:
        self.got.append(seen)
        return self.raw

    def on_scan(self, answer: Any) -> bool:
        self.got.append(answer)
        return self.answer


class Screen:
    """Target that writes down what was asked of it."""

    def __init__(self, page: Page | None = None) -> None:
        self.page, self.asking = page, False
        self.did: list[tuple[str, Any]] = []

    def front(self) -> Page | None:
        return self.page

    def busy(self) -> bool:
        return self.asking

    def __getattr__(self, name: str) -> Any:
        return lambda *words: self.did.append((name, *words))  # type: ignore[arg-type]


class Answers:
    """A desk that answers every question at once with the same value."""

    def __init__(self, answer: Any) -> None:
        self.answer, self.asked = answer, 0

    def read(self, work: Any, done: Any, failed: Any) -> None:
        self.asked += 1
        done(self.answer)

    write = read


VALID, FORGED, FOREIGN = Identified(Answer.VALID), Identified(Answer.FORGED), Identified(Answer.FOREIGN)
SEEN = ScanSeen("1", "GHX", 1, "camera")


def router(answer: Any, screen: Screen) -> Router:
    return Router(Answers(answer), screen, lambda error: screen.did.append(("problem", error)), screen.sign_on)


def test_a_scan_nobody_wants_opens_the_result_with_a_tone() -> None:
    screen = Screen(Page())
    router(VALID, screen).scan(SEEN)
    assert screen.did == [("tone", "good"), ("result", VALID)]
    screen = Screen()
    router(FORGED, screen).scan(SEEN)
    assert screen.did == [("tone", "bad"), ("result", FORGED)]


def test_the_page_in_front_may_take_it_raw_or_identified() -> None:
    screen = Screen(Page(raw=True))
    router(VALID, screen).scan(SEEN)
    assert screen.did == []
    screen = Screen(Page(answer=True))
    router(VALID, screen).scan(SEEN)
    assert screen.did == [("tone", "good")]
    assert screen.page is not None
    assert screen.page.got == [SEEN, VALID]


def test_a_badge_signs_on() -> None:
    screen = Screen()
    router(None, screen).scan(SEEN)
    assert screen.did == [("sign_on", "GHX")]


def test_a_scan_waits_for_the_answer_to_a_question() -> None:
    screen = Screen()
    screen.asking = True
    route = router(VALID, screen)
    route.scan(SEEN)
    assert screen.did == []
    screen.asking = False
    route.settle()
    assert ("result", VALID) in screen.did
    screen.did.clear()
    route.settle()
    assert screen.did == []


@pytest.mark.parametrize(
    "text", ["张伟", "zhangwei", "3-1-1202", "沪A12345", "Anna Maria Smith", "欧阳abcdefghijklmnop"]
)
def test_words_are_searched(text: str) -> None:
    screen = Screen()
    router(VALID, screen).typed(f" {text} ")
    assert screen.did == [("find", text)]


@pytest.mark.parametrize("digits", ["1202", "345678", "10400001111"])
def test_digits_are_never_guessed(digits: str) -> None:
    screen = Screen()
    router(VALID, screen).typed(digits)
    assert screen.did == [("short_list", digits)]


def test_a_code_typed_by_hand_is_identified_and_a_long_word_is_searched() -> None:
    screen = Screen()
    router(VALID, screen).typed("GHABCDEFGHJKLMNP")
    assert ("result", VALID) in screen.did
    screen = Screen()
    router(FOREIGN, screen).typed("wolfeschlegelstein")
    assert screen.did == [("find", "wolfeschlegelstein")]


def test_nothing_typed_is_nothing() -> None:
    screen = Screen()
    router(VALID, screen).typed("   ")
    assert screen.did == []


@pytest.mark.parametrize(
    ("answer", "did"),
    [
        (DigitsAnswer(wait_ms=1200), ("refuse", "scan.digits_wait", {"seconds": 2})),
        (DigitsAnswer(tries_left=4), ("refuse", "scan.digits_none", {"tries_left": 4})),
        (DigitsAnswer((VALID, FORGED)), ("choose", (VALID, FORGED))),
        (DigitsAnswer((VALID,)), ("result", VALID)),
    ],
)
def test_six_digits(answer: DigitsAnswer, did: tuple[Any, ...]) -> None:
    screen = Screen()
    router(answer, screen).digits("123456")
    assert screen.did[-1] == did


class Notes(Answers):
    """Writes down what is to be written, and may refuse it."""

    def __init__(self, answer: Any, error: Exception | None = None) -> None:
        super().__init__(answer)
        self.writes, self.error = 0, error

    def write(self, work: Any, done: Any, failed: Any) -> None:
        self.writes += 1
        failed(self.error) if self.error is not None else done("")


@pytest.mark.parametrize("answer", [VALID, FORGED, FOREIGN])
def test_every_scan_is_noted_after_its_card(answer: Any) -> None:
    screen, desk = Screen(), Notes(answer)
    Router(desk, screen, lambda error: screen.did.append(("problem", error))).scan(SEEN)
    assert desk.writes == 1
    assert screen.did[-1] == ("result", answer)


def test_a_badge_is_not_noted_and_neither_is_a_long_word() -> None:
    for given, text in ((None, "GHABCDEFGHJKLMNP"), (FOREIGN, "wolfeschlegelstein")):
        desk = Notes(given)
        Router(desk, Screen(), lambda error: None).typed(text)
        assert desk.writes == 0


@pytest.mark.parametrize(("error", "told"), [(Refused("right.missing"), 0), (Trouble("store.disk_full"), 1)])
def test_what_could_not_be_noted_never_takes_the_card_away(error: Exception, told: int) -> None:
    screen = Screen()
    Router(Notes(VALID, error), screen, lambda one: screen.did.append(("problem", one))).scan(SEEN)
    assert ("result", VALID) in screen.did
    assert [one for one in screen.did if one[0] == "problem"] == [("problem", error)] * told
