"""Still pictures: each repair reads what the plain look cannot, and nothing is read where nothing is."""

import cv2
import numpy as np
import pytest
import qrcode

from desk.codes.decode.reader import read
from desk.codes.decode.steps import ALL
from desk.codes.decode.still import decode_still
from desk.codes.decode.trial import HEIGHT, PITCH, WIDTH, flat, matrix, trial

STEPS = {step.name: step for step in ALL}

# Made pictures (kind, number) that the plain look cannot read and this step can.
REPAIRED = [
    ("sharp", "smeared", 6),
    ("sharp", "borderless", 1),
    ("soft2", "dotted", 0),
    ("soft1_sharp", "noisy", 1),
    ("tone61", "borderless", 3),
    ("hist", "dotted", 11),
    ("border", "shadow", 8),
    ("up2", "small", 9),
    ("dark5", "dotted", 2),
    ("clahe", "smeared", 0),
    ("up2_sharp", "small", 3),
    ("up3", "small", 0),
    ("open5", "dotted", 8),
    ("light3", "noisy", 4),
    ("clahe_sharp", "smeared", 0),
    ("half", "noisy", 5),
    ("focus2.5", "blurred", 5),
    ("focus3.5", "blurred", 10),
    ("tone15", "blurred", 11),
    ("turn30", "noisy", 9),
    ("clahe_up2", "small", 8),
    ("sharp5", "stained", 1),
    ("dark3", "dotted", 8),
]


@pytest.mark.parametrize(("step", "kind", "number"), REPAIRED)
def test_each_step_reads_what_the_plain_look_cannot(step: str, kind: str, number: int) -> None:
    made = trial(kind, number)
    assert not read(made.gray)
    view = STEPS[step].look(made.gray)
    assert [one.text for one in read(view.gray, view.binarizer)] == [made.text]


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        *[("small", 0), ("blurred", 10), ("smeared", 6), ("noisy", 1), ("curved", 1), ("folded", 3), ("dotted", 2)],
        *[("borderless", 9), ("worn", 0), ("glare", 13), ("stained", 11)],
    ],
)
def test_the_chain_reads_hard_pictures(kind: str, number: int) -> None:
    made = trial(kind, number)
    assert not read(made.gray)
    (found,) = decode_still(made.gray, budget_ms=10_000)
    assert (found.text, found.raw, found.format) == (made.text, made.text.encode(), "QRCode")
    assert found.step != "raw"


def test_position_is_in_pixels_of_the_picture_whatever_the_step() -> None:
    code = flat(matrix("WHERE AM I"), 1, border=0)
    code = cv2.resize(code, None, fx=1.4, fy=1.4, interpolation=cv2.INTER_AREA)
    gray = np.full((300, 400), 200, np.uint8)
    rows, columns = code.shape
    gray[120 : 120 + rows, 210 : 210 + columns] = np.where(code > 127, 200, 60)
    found = decode_still(gray)
    assert [one.text for one in found] == ["WHERE AM I"]
    corners = [(210, 120), (210 + columns, 120), (210 + columns, 120 + rows), (210, 120 + rows)]
    assert np.abs(np.array(found[0].position) - corners).max() <= 3


def test_the_code_nearest_to_the_middle_comes_first() -> None:
    gray = np.full((400, 1000), 255, np.uint8)
    for text, left in (("LEFT", 20), ("MIDDLE", 420), ("RIGHT", 790)):
        code = flat(matrix(text), 5)
        gray[100 : 100 + code.shape[0], left : left + code.shape[1]] = code
    texts = [one.text for one in decode_still(gray)]
    assert texts[0] == "MIDDLE"
    assert sorted(texts) == ["LEFT", "MIDDLE", "RIGHT"]


def test_a_bent_code_beside_a_clear_one_is_read_too() -> None:
    hard = trial("curved", 1)
    clear = flat(matrix("CLEAR"), 3)
    gray = hard.gray.copy()
    gray[5 : 5 + clear.shape[0], 5 : 5 + clear.shape[1]] = clear
    assert [one.text for one in read(gray)] == ["CLEAR"]
    assert {one.text for one in decode_still(gray, budget_ms=10_000)} == {"CLEAR", hard.text}


@pytest.mark.parametrize("corner", range(3))
@pytest.mark.parametrize("turn", range(4))
def test_a_code_with_one_corner_square_torn_off(corner: int, turn: int) -> None:
    code = flat(matrix("TWO CORNERS WILL DO"), 7, dark=30, light=220)
    size = 9 * 7
    row, column = ((0, 0), (0, 1), (1, 0))[corner]
    top, left = (
        (4 * 7 - 7 if not row else code.shape[0] - 3 * 7 - size),
        (4 * 7 - 7 if not column else code.shape[1] - 3 * 7 - size),
    )
    code[top : top + size - 7, left : left + size - 7] = 225
    gray = np.rot90(code, turn)
    assert not read(gray)
    (found,) = decode_still(np.ascontiguousarray(gray), budget_ms=10_000)
    assert found.text == "TWO CORNERS WILL DO"
    middle = np.array(found.position).mean(0)
    assert np.abs(middle - code.shape[0] / 2).max() < 10


def test_mirrored_turned_inverted_and_coloured_ink() -> None:
    code = flat(matrix("ANY WAY UP"), 5)
    for gray in (code[:, ::-1], np.rot90(code), np.rot90(code, 2), 255 - code, (code // 8 + 100).astype(np.uint8)):
        assert [one.text for one in decode_still(gray)] == ["ANY WAY UP"]


@pytest.mark.parametrize(
    "raw",
    [
        bytes(range(256)),
        b"\x00",
        b"'; DROP TABLE visit; --",
        "\u202e门\u0000\x1b[31m".encode(),
        b"=HYPERLINK(1)",
        b"\xff\xfe\xfd",
    ],
)
def test_hostile_content_comes_back_byte_for_byte(raw: bytes) -> None:
    found = decode_still(flat(matrix(raw), 3))
    assert [one.raw for one in found] == [raw]
    found[0].text.encode("utf-8")


def test_the_largest_code_there_is() -> None:
    raw = np.random.default_rng(4).integers(0, 256, 2953, np.uint8).tobytes()
    found = decode_still(flat(matrix(raw, qrcode.constants.ERROR_CORRECT_L), 3))
    assert [one.raw for one in found] == [raw]


@pytest.mark.parametrize("shape", [(0, 0), (0, 9), (1, 1), (1, 4000), (20, 20), (21, 21), (22, 3000)])
def test_nothing_in_tiny_and_odd_pictures(shape: tuple[int, int]) -> None:
    assert decode_still(np.zeros(shape, np.uint8), budget_ms=10_000) == []


def test_a_long_strip_is_looked_at_plainly() -> None:
    strip = np.full((140, 33_000), 255, np.uint8)
    code = flat(matrix("AT THE FAR END"), 4)
    strip[: code.shape[0], -code.shape[1] :] = code
    assert [one.text for one in decode_still(strip)] == ["AT THE FAR END"]
    assert decode_still(strip[:, : -code.shape[1]]) == []


def test_strided_pictures_are_read() -> None:
    wide = np.repeat(flat(matrix("EVERY SECOND PIXEL"), 4), 2, axis=1)
    assert [one.text for one in decode_still(wide[:, ::2])] == ["EVERY SECOND PIXEL"]


def test_no_false_reads_in_noise_and_texture() -> None:
    random = np.random.default_rng(7)
    for number in range(200):
        gray = random.integers(0, 256, (90, 120), np.uint8)
        if number % 2:  # blotches the size of modules look most like codes
            small = random.integers(0, 2, (30, 40)).astype(np.uint8) * 255
            gray = cv2.resize(small, (120, 90), interpolation=cv2.INTER_NEAREST)
        assert decode_still(gray, budget_ms=10_000) == []


def test_no_false_reads_in_symbols_with_scrambled_data() -> None:
    """The worst case: everything that makes a code is there but its content."""
    random = np.random.default_rng(8)
    for version_text in ("A", "A" * 30, "A" * 60):
        bits = matrix(version_text)
        data = np.ones(bits.shape, bool)
        data[:9, :9] = data[:9, -8:] = data[-8:, :9] = data[6] = data[:, 6] = False
        for _ in range(4):
            spoiled = np.where(data, random.integers(0, 2, bits.shape) > 0, bits)
            assert decode_still(flat(spoiled, 5), budget_ms=10_000) == []


class Hands:
    """A clock that moves on by so many milliseconds each time it is looked at."""

    def __init__(self, step_ms: float) -> None:
        self.now_s, self.step_s, self.looks = 0.0, step_ms / 1000, 0

    def __call__(self) -> float:
        self.looks += 1
        self.now_s += self.step_s
        return self.now_s


@pytest.mark.parametrize(("step_ms", "budget_ms"), [(10, 400), (40, 400), (1, 50), (500, 400)])
def test_no_step_is_begun_that_would_end_after_the_budget(step_ms: float, budget_ms: float) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (HEIGHT // 4, WIDTH // 4), np.uint8)
    hands = Hands(step_ms)
    decode_still(noise, budget_ms, hands)
    # The plain look is always taken, and the step under way is ended: a handful of looks at the clock.
    assert hands.now_s * 1000 <= max(budget_ms, step_ms) + 8 * step_ms


def test_a_larger_budget_reads_more() -> None:
    made = trial("blurred", 10)
    assert decode_still(made.gray, 0) == []
    assert [one.text for one in decode_still(made.gray, 10_000)] == [made.text]


def test_raw_reads_need_no_budget_and_tell_their_time() -> None:
    hands = Hands(2)
    (found,) = decode_still(flat(matrix("AT ONCE"), PITCH), 0, hands)
    assert found.step == "raw"
    assert 2 <= found.ms <= hands.now_s * 1000


def test_huge_pictures_are_searched_reduced() -> None:
    made = trial("curved", 1)
    huge = cv2.resize(made.gray, None, fx=3, fy=3, interpolation=cv2.INTER_CUBIC)
    found = decode_still(huge, budget_ms=10_000)
    assert [one.text for one in found] == [made.text]
    middle = np.array(found[0].position).mean(0)
    assert np.abs(middle - np.array([WIDTH, HEIGHT]) * 1.5).max() < 150
