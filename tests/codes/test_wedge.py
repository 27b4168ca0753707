"""Hands and scanners on one keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes.wedge import LEAST, Code, Pass, WedgeFilter

Press = tuple[str, int]
ANY_KEY = st.one_of(st.characters(codec="utf-8"), st.sampled_from(["", "\r", "\n", "\t", "你好世界朋友", "a", "1"]))
HUMAN_GAP = st.integers(61, 3_000)
BURST_TEXT = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=LEAST, max_size=140).filter(
    lambda text: len(set(text[:LEAST])) > 1
)


class Keyboard:
    """Feeds keys as the shell does: number of the press as the key, tick when it is due."""

    def __init__(self) -> None:
        self.filter: WedgeFilter[int] = WedgeFilter()
        self.passed: list[int] = []
        self.codes: list[str] = []
        self.now = 0
        self.count = 0

    def press(self, char: str, gap: int, repeat: bool = False) -> None:
        self.wait(gap)
        self._take(self.filter.feed(char, self.now, self.count, repeat))
        self.count += 1

    def wait(self, ms: int) -> None:
        until = self.now + ms
        due = self.filter.deadline_ms
        if due is not None and due <= until:
            self._take(self.filter.tick(due))
        self.now = until

    def _take(self, events: list[Pass[int] | Code]) -> None:
        for event in events:
            if isinstance(event, Code):
                self.codes.append(event.text)
            else:
                self.passed.append(event.key)


@given(st.lists(st.tuples(ANY_KEY, HUMAN_GAP), max_size=40))
def test_hands_pass_unchanged_and_in_order(presses: list[tuple[str, int]]) -> None:
    keyboard = Keyboard()
    for char, gap in presses:
        keyboard.press(char, gap)
    keyboard.wait(100)
    assert keyboard.passed == list(range(len(presses)))
    assert keyboard.codes == []


@given(st.lists(st.tuples(ANY_KEY, st.integers(0, 200)), max_size=60))
def test_no_key_is_lost_twice_or_out_of_order(presses: list[tuple[str, int]]) -> None:
    keyboard = Keyboard()
    for char, gap in presses:
        keyboard.press(char, gap)
    keyboard.wait(100)
    assert keyboard.passed == sorted(set(keyboard.passed))
    gone = [presses[n][0] for n in range(len(presses)) if n not in set(keyboard.passed)]
    kept = "".join(char for char in gone if char not in ("\r", "\n", "\t"))
    assert kept == "".join(keyboard.codes)
    if not keyboard.codes:
        assert gone == []


@given(
    BURST_TEXT,
    st.lists(st.integers(0, 29), min_size=140, max_size=140),
    st.sampled_from(["", "\r", "\n", "\t", "\r\n"]),
)
def test_a_burst_is_a_code(text: str, gaps: list[int], suffix: str) -> None:
    keyboard = Keyboard()
    for char, gap in zip(text, [500, *gaps], strict=False):
        keyboard.press(char, gap)
    for char in suffix:
        keyboard.press(char, 5)
    keyboard.wait(100)
    assert keyboard.codes == [text]
    assert keyboard.passed == []


@given(BURST_TEXT, BURST_TEXT, st.lists(st.tuples(st.sampled_from("abc12"), HUMAN_GAP), min_size=1, max_size=8))
def test_scan_between_typing(first: str, second: str, typed: list[tuple[str, int]]) -> None:
    keyboard = Keyboard()
    for text in (first, second):
        for char in text:
            keyboard.press(char, 61 if char is text[0] and keyboard.now == 0 else 2)
        keyboard.press("\r", 2)
        for char, gap in typed:
            keyboard.press(char, gap)
        keyboard.wait(200)
    assert keyboard.codes == [first, second]
    assert len(keyboard.passed) == 2 * len(typed)


def test_a_hiccup_does_not_cut_a_recognised_code() -> None:
    keyboard = Keyboard()
    for nth, char in enumerate("P1:ABCDEFGHIJ"):
        keyboard.press(char, 55 if nth == 9 else 10)
    keyboard.press("\r", 10)
    assert keyboard.codes == ["P1:ABCDEFGHIJ"]


@pytest.mark.parametrize("gap", [5, 20])
def test_a_key_held_down_is_no_code(gap: int) -> None:
    keyboard = Keyboard()
    keyboard.press("a", 500)
    for _ in range(30):
        keyboard.press("a", gap, repeat=True)
    for _ in range(30):
        keyboard.press("b", gap)
    keyboard.wait(100)
    assert keyboard.codes == []
    assert keyboard.passed == list(range(61))


def test_roll_over_of_five_keys_passes() -> None:
    keyboard = Keyboard()
    for char in "hello":
        keyboard.press(char, 8)
    keyboard.press("\r", 8)
    assert keyboard.passed == [0, 1, 2, 3, 4, 5]


def test_committed_text_of_an_input_method_passes_at_once() -> None:
    keyboard = Keyboard()
    keyboard.press("张三丰李四王五", 500)
    assert keyboard.passed == [0]


def test_time_stamps_that_jump_back_lose_nothing() -> None:
    filter_: WedgeFilter[int] = WedgeFilter()
    events = [*filter_.feed("a", 1_000, 0), *filter_.feed("b", 10, 1), *filter_.tick(500)]
    assert events == [Pass(0), Pass(1)]


def test_nothing_held_longer_than_a_thirtieth_of_a_second() -> None:
    filter_: WedgeFilter[int] = WedgeFilter()
    filter_.feed("a", 100, 0)
    assert filter_.deadline_ms == 131
    assert filter_.tick(130) == []
    assert filter_.tick(131) == [Pass(0)]
    assert filter_.deadline_ms is None
