"""What a printer is given: pictures, codes, and jobs that wait as text."""

from __future__ import annotations

import base64
import json
import unicodedata
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.api import DriverError
from drivers.printers.job import LONGEST_CODE, Bitmap, Code, Job, plain, unpacked

bitmaps = st.integers(1, 40).flatmap(
    lambda width: st.integers(1, 9).flatmap(
        lambda height: st.binary(min_size=(width + 7) // 8 * height, max_size=(width + 7) // 8 * height).map(
            lambda rows: Bitmap(width, rows)
        )
    )
)
codes = st.builds(
    Code, st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=40), st.integers(1, 10)
)
jobs = st.builds(
    Job, st.lists(bitmaps | codes, min_size=1, max_size=3).map(tuple), st.booleans(), st.booleans(), st.integers(1, 20)
)


@given(jobs)
def test_a_job_comes_back_from_its_text_as_it_was(job: Job) -> None:
    assert unpacked(job.packed()) == job


def test_what_stands_behind_the_last_dot_is_white() -> None:
    assert Bitmap(3, b"\xff\xff").rows == b"\xe0\xe0"
    assert Bitmap(16, b"\xff\xff").rows == b"\xff\xff"


def test_bands() -> None:
    bitmap = Bitmap(16, bytes(range(20)))
    assert [band.height for band in bitmap.bands(4)] == [4, 4, 2]
    assert b"".join(band.rows for band in bitmap.bands(4)) == bitmap.rows


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (lambda: Bitmap(0, b"x"), "print.bitmap"),
        (lambda: Bitmap(8, b""), "print.bitmap"),
        (lambda: Bitmap(16, b"123"), "print.bitmap"),
        (lambda: Bitmap(5000, bytes(625)), "print.bitmap"),
        (lambda: Code(""), "print.code"),
        (lambda: Code("访客"), "print.code"),
        (lambda: Code("a\nb"), "print.code"),
        (lambda: Code("a" * (LONGEST_CODE + 1)), "print.code"),
        (lambda: Code("a", 0), "print.code"),
        (lambda: Job(), "print.empty"),
        (lambda: Job((Code("a"),), copies=0), "print.copies"),
        (lambda: Job((Code("a"),), copies=21), "print.copies"),
        (lambda: Job((Code("a"),) * 17), "print.parts"),
    ],
)
def test_what_is_refused(made: object, code: str) -> None:
    with pytest.raises(DriverError) as refused:
        made()  # type: ignore[operator]
    assert refused.value.code == code


def bomb() -> str:
    rows = base64.b64encode(zlib.compress(bytes(100_000_000), 9)).decode()
    return json.dumps({"parts": [{"width": 8, "rows": rows}]})


@pytest.mark.parametrize(
    "text",
    ["", "x", "[]", "1", "null", "[" * 100_000, '{"parts": 1}', '{"parts": [1]}', '{"parts": [{"width": 8}]}',
     '{"parts": [{"code": 1}]}', '{"parts": [{"code": "a", "size": "1"}]}', '{"parts": [{"code": "a"}], "copies": "2"}',
     '{"parts": [{"code": "a"}], "cut": 1}', '{"parts": [{"width": 8, "rows": "!"}]}',
     '{"parts": [{"width": 8, "rows": "AAAA"}]}', '{"parts": [{"code": "a"}], "copies": true}', bomb()],
)  # fmt: skip
def test_a_text_that_is_no_job(text: str) -> None:
    with pytest.raises(DriverError) as refused:
        unpacked(text)
    assert refused.value.code.startswith("print.")


@given(st.text(max_size=300))
def test_plain_text_holds_no_command(text: str) -> None:
    kept = plain(text, '^~"')
    assert len(kept) <= 200
    assert not any(sign in '^~"' or unicodedata.category(sign)[0] == "C" for sign in kept)


def test_plain_keeps_names() -> None:
    assert plain("张三 A-1 𠮷") == "张三 A-1 𠮷"
    assert plain("a\x1b!R\r\nb") == "a!Rb"
