"""The text of a code's bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes.decode.texts import text_of


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("门岗台 3号楼", "utf-8"),
        ("门岗台 访客", "gb2312"),
        ("訪客登記", "gb18030"),
        ("王喆、李玥", "gb18030"),
        ("今度のバージョン", "shift_jis"),
        ("été à la façade", "latin-1"),
        ("P1:ABC\x00\x1f\r\n", "utf-8"),
        ("", "utf-8"),
    ],
)
def test_reads_the_encodings_of_the_gate(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)) == text


def test_declared_encoding_is_believed() -> None:
    assert text_of("Ж".encode("cp1251") * 3, "ЖЖЖ", declared=True) == "ЖЖЖ"


@given(st.text())
def test_utf_8_always_comes_back(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    assert isinstance(text_of(raw), str)
    if "\ud800" not in ascii(text) and text.isascii():
        assert text_of(raw) == text


@given(st.binary(max_size=200))
def test_any_bytes_have_a_text_that_can_be_stored(raw: bytes) -> None:
    assert text_of(raw).encode("utf-8").decode("utf-8") == text_of(raw)
