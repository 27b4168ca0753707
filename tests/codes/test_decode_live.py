"""Live frames: combined where no single one reads, and the books on a symbol that will not."""

import numpy as np
import pytest

from desk.codes.decode.ballot import Ballot
from desk.codes.decode.live import LOST_MS, LiveDecoder
from desk.codes.decode.mesh import MARGIN, Sheet
from desk.codes.decode.model import Gray
from desk.codes.decode.reader import read
from desk.codes.decode.stack import DEPTH, Stack
from desk.codes.decode.trial import HEIGHT, WIDTH, Bits, film, flat, matrix, trial

FRAME_MS = 33
TEXT = "LOOK AT ME AGAIN AND AGAIN"


def first_read(frames: list[Gray]) -> tuple[int, str, str] | None:
    decoder = LiveDecoder()
    for number, gray in enumerate(frames):
        for one in decoder.feed(gray, number * FRAME_MS):
            return number, one.text, one.step
    return None


@pytest.mark.parametrize(
    ("kind", "seed"), [("noise", 0), ("noise", 3), ("dark", 2), ("bottle", 0), ("bottle", 3), ("bands", 0)]
)
def test_reads_within_a_second_what_no_single_frame_shows(kind: str, seed: int) -> None:
    text, frames = film(kind, seed, 30 if kind == "bands" else 14)
    assert not any(read(gray) for gray in frames)
    found = first_read(frames)
    assert found is not None
    assert found[1] == text


def test_a_clear_frame_is_read_at_once() -> None:
    (found,) = LiveDecoder().feed(flat(matrix(TEXT), 5), 0)
    assert (found.text, found.step) == (TEXT, "raw")


@pytest.mark.parametrize(("kind", "number"), [("smeared", 6), ("dotted", 2), ("small", 9), ("noisy", 1), ("folded", 2)])
def test_repairs_are_spread_over_frames(kind: str, number: int) -> None:
    made = trial(kind, number)
    assert not read(made.gray)
    found = first_read([made.gray] * 20)
    assert found is not None
    assert found[1] == made.text


def test_nearest_to_the_middle_first_and_both_are_told() -> None:
    gray = np.full((300, 800), 255, np.uint8)
    for text, left in (("AT THE SIDE", 10), ("IN THE MIDDLE", 330)):
        code = flat(matrix(text), 4)
        gray[50 : 50 + code.shape[0], left : left + code.shape[1]] = code
    assert [one.text for one in LiveDecoder().feed(gray, 0)] == ["IN THE MIDDLE", "AT THE SIDE"]


def unreadable(seed: int = 1) -> Gray:
    """A symbol whose data is scrambled beyond repair: seen, never read."""
    bits = matrix(TEXT)
    bits[10:-9, 9:-1] ^= np.random.default_rng(seed).random(bits[10:-9, 9:-1].shape) < 0.5
    gray = np.full((HEIGHT, WIDTH), 180, np.uint8)
    code = flat(bits, 6)
    gray[200 : 200 + code.shape[0], 300 : 300 + code.shape[1]] = code
    return gray


BLANK = np.full((HEIGHT, WIDTH), 180, np.uint8)


def test_tells_since_when_a_symbol_will_not_read() -> None:
    decoder = LiveDecoder()
    assert decoder.feed(BLANK, 0) == []
    assert decoder.not_reading_since_ms is None
    for number in range(40):
        assert decoder.feed(unreadable(), 1000 + number * FRAME_MS) == []
        assert decoder.not_reading_since_ms == 1000


def test_a_short_gap_is_forgiven_and_a_long_one_not() -> None:
    decoder = LiveDecoder()
    decoder.feed(unreadable(), 1000)
    decoder.feed(BLANK, 1000 + LOST_MS)
    assert decoder.not_reading_since_ms == 1000
    decoder.feed(BLANK, 1001 + LOST_MS)
    assert decoder.not_reading_since_ms is None


def test_a_read_ends_the_waiting() -> None:
    decoder = LiveDecoder()
    decoder.feed(unreadable(), 1000)
    gray = BLANK.copy()
    code = flat(matrix(TEXT), 6)
    gray[200 : 200 + code.shape[0], 300 : 300 + code.shape[1]] = code
    assert [one.text for one in decoder.feed(gray, 1033)] == [TEXT]
    assert decoder.not_reading_since_ms is None


def test_another_symbol_elsewhere_starts_its_own_waiting() -> None:
    decoder = LiveDecoder()
    decoder.feed(unreadable(), 1000)
    decoder.feed(np.roll(unreadable(2), 400, axis=1), 1033)
    assert decoder.not_reading_since_ms == 1033


def test_reset_forgets_and_a_clock_set_back_does_no_harm() -> None:
    decoder = LiveDecoder()
    decoder.feed(unreadable(), 5000)
    decoder.reset()
    assert decoder.not_reading_since_ms is None
    decoder.feed(unreadable(), 5000)
    decoder.feed(BLANK, 100)
    assert decoder.not_reading_since_ms is None


def test_frames_of_any_size_in_any_order() -> None:
    decoder = LiveDecoder()
    random = np.random.default_rng(5)
    shapes = [(0, 0), (1, 1), (480, 640), (90, 120), (21, 21), (720, 1280), (480, 640), (33, 2000)]
    for number, shape in enumerate(shapes * 8):
        assert decoder.feed(random.integers(0, 256, shape, np.uint8), number * FRAME_MS) == []


def test_an_idle_scene_is_looked_at_less_and_less_but_never_forgotten() -> None:
    """After every repair had its turns, a scene that stands still costs a repair only now and then."""
    made = trial("smeared", 6)
    empty = [BLANK] * 60
    found = first_read([*empty, *[made.gray] * 12])
    assert found is not None
    assert found[1] == made.text


def sheet(bits: Bits, spoil: np.ndarray | None = None) -> Sheet:
    shown = bits if spoil is None else bits ^ spoil
    return Sheet(flat(shown, 6, border=MARGIN, dark=40, light=210), bits.shape[0], 6)


def test_votes_of_many_bad_looks_elect_the_right_modules() -> None:
    bits, random, ballot = matrix(TEXT), np.random.default_rng(2), Ballot()
    drawings = []
    for number in range(12):
        spoil = random.random(bits.shape) < 0.2
        assert not read(flat(bits ^ spoil, 6))
        drawings.append(ballot.vote(sheet(bits, spoil), number * FRAME_MS))
    assert drawings[0] is None
    assert drawings[-1] is not None
    assert [one.text for one in read(drawings[-1])] == [TEXT]


def test_another_symbol_is_counted_by_itself() -> None:
    ballot = Ballot()
    assert ballot.vote(sheet(matrix(TEXT)), 0) is None
    assert ballot.vote(sheet(matrix("QUITE ANOTHER CODE, YOU SEE")), 33) is None
    drawing = ballot.vote(sheet(matrix(TEXT)), 66)
    assert drawing is not None
    assert [one.text for one in read(drawing)] == [TEXT]


def test_votes_are_forgotten_when_the_symbol_was_gone() -> None:
    ballot = Ballot()
    ballot.vote(sheet(matrix(TEXT)), 0)
    assert ballot.vote(sheet(matrix(TEXT)), 60_000) is None
    ballot.clear()
    assert ballot.vote(sheet(matrix(TEXT)), 60_033) is None


def test_stacked_frames_are_moved_onto_the_newest() -> None:
    random = np.random.default_rng(6)
    clean = trial("nominal", 0).gray.astype(np.float64)
    stack = Stack()
    for shift in (0, 5, 11, 18):
        noisy = np.roll(clean, shift, axis=1) + random.normal(0, 40, clean.shape)
        stack.add(np.clip(noisy, 0, 255).astype(np.uint8))
    mean = stack.mean()
    assert mean is not None
    wanted = np.roll(clean, 18, axis=1)[100:-100, 100:-100]
    assert np.abs(mean[100:-100, 100:-100] - wanted).mean() < 0.75 * np.abs(noisy[100:-100, 100:-100] - wanted).mean()


def test_darkest_takes_glare_away_and_brightest_takes_bands_away() -> None:
    clean = trial("nominal", 1).gray
    glare, band = clean.copy(), clean.copy()
    glare[300:360, 400:500] = 255
    band[200:300] = band[200:300] // 8
    for spoiled, look in ((glare, Stack.darkest), (band, Stack.brightest)):
        stack = Stack()
        stack.add(clean)
        stack.add(spoiled)
        joined = look(stack)
        assert joined is not None
        assert np.abs(joined.astype(int) - clean).mean() < 1


def test_combining_leaves_the_frames_as_they_are() -> None:
    random, stack = np.random.default_rng(6), Stack()
    room = trial("nominal", 2).gray

    def frame() -> Gray:
        return np.clip(room + random.normal(0, 4, room.shape), 0, 255).astype(np.uint8)

    stack.add(frame())
    for _ in range(6):
        assert not stack.add(frame())
        assert stack.mean() is not None


def test_a_stack_needs_frames_that_match() -> None:
    random, stack = np.random.default_rng(9), Stack()
    assert stack.mean() is None
    for _ in range(DEPTH + 1):
        stack.add(random.integers(0, 256, (720, 1280), np.uint8))
    assert stack.mean() is None
    stack.add(np.zeros((100, 100), np.uint8))
    assert stack.darkest() is None


def test_a_stack_notices_a_hand_and_not_the_noise() -> None:
    random, stack = np.random.default_rng(9), Stack()

    def frame() -> Gray:
        return np.clip(120 + random.normal(0, 6, (720, 1280)), 0, 255).astype(np.uint8)

    assert stack.add(frame())
    assert not stack.add(frame())
    hand = frame()
    hand[600:, 1150:] = 60
    assert stack.add(hand)
