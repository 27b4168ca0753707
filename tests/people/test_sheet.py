"""Sheets: every encoding and delimiter offices use, and what is wrong is told row by row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import Refused
from desk.people import sheet
from tests.people import sheets


def cells(path: Path) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.read(path).rows if not row.is_empty]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_gives_the_same_names(tmp_path: Path, encoding: str) -> None:
    found = cells(sheets.write_csv(tmp_path / "a.csv", encoding=encoding))
    assert found[0] == sheets.HEADER
    assert found[2][3] == "李𬱖"


def test_gb18030_is_named(tmp_path: Path) -> None:
    assert sheet.read(sheets.write_csv(tmp_path / "a.csv", encoding="gb18030")).encoding == "gb18030"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_every_delimiter(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(sheets.csv_text(sheets.GOOD, sign=sign), "utf-8")
    assert cells(path)[1] == sheets.GOOD[0]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(end.join(["a,b", "c,d"]).encode())
    assert cells(path) == [("a", "b"), ("c", "d")]


def test_quoted_cells_may_hold_signs_and_lines() -> None:
    rows = list(sheet.csv_rows('a,"b,""c""\nd",e\nf,g,h\n'))
    assert [row.cells for row in rows] == [("a", 'b,"c"\nd', "e"), ("f", "g", "h")]
    assert rows[1].number == 2


def test_a_forgotten_quote_costs_one_row_only() -> None:
    text = "h1,h2\n" + 'a,"b\n' + "".join(f"r{i},x\n" for i in range(60))
    rows = list(sheet.csv_rows(text))
    assert [row.number for row in rows if row.faults] == [2]
    assert [row.cells[0] for row in rows if row.cells][1:] == [f"r{i}" for i in range(60)]


def test_text_after_a_quote_is_a_broken_row() -> None:
    rows = list(sheet.csv_rows('a,b\n"x"y,z\nc,d\n'))
    assert [row.faults for row in rows] == [(), ((0, "people.row_quotes"),), ()]


def test_damaged_bytes_mark_their_cell_only(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    good = "".join(f"{i},好人\n" for i in range(200)).encode("gb18030")
    path.write_bytes(good + b"200,\xff\xff\n")
    rows = list(sheet.read(path).rows)
    assert [(row.number, row.faults) for row in rows if row.faults] == [(201, ((2, "people.cell_damaged"),))]
    assert rows[5].cells == ("5", "好人")


def test_nul_marks_its_cell() -> None:
    assert next(sheet.csv_rows("a,b\0c\n")).faults == ((2, "people.cell_damaged"),)


def test_long_cells_and_wide_rows_are_marked_and_cut() -> None:
    long, wide = sheet.csv_rows("x" * 5000 + ",y\n" + ",".join("z" * 100) + "\n")
    assert long.faults == ((1, "people.cell_long"),)
    assert len(long.cells[0]) == sheet.MAX_CELL
    assert wide.faults == ((0, "people.row_wide"),)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "people.sheet_empty"),
        (b" \n ", "people.sheet_empty"),
        (b"\xd0\xcf\x11\xe0rest", "people.sheet_old"),
        (b"PK\x03\x04garbage", "people.sheet_unknown"),
        (bytes(range(128, 256)) * 50 + b"\n", "people.sheet_encoding"),
    ],
)
def test_files_that_are_no_sheet(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    with pytest.raises(Refused) as caught:
        list(sheet.read(path).rows)
    assert caught.value.code == code


def test_missing_file(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(Refused) as caught:
            sheet.read(path)
        assert caught.value.code == "people.sheet_missing"


def test_more_rows_than_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a\n" * (sheet.MAX_ROWS + 1))
    with pytest.raises(Refused) as caught:
        for _ in sheet.read(path).rows:
            pass
    assert caught.value.code == "people.sheet_rows"


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        text, _ = sheet.decode(data)
        rows = list(sheet.csv_rows(text))
    except Refused:
        return
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


@given(st.lists(st.lists(st.text(alphabet='ab",;\n 张', max_size=6), min_size=2, max_size=4), max_size=8))
def test_what_a_writer_writes_is_read_back(rows: list[list[str]]) -> None:
    import csv
    import io

    out = io.StringIO(newline="")
    csv.writer(out).writerows([["h1", "h2", "h3"], *rows])
    found = list(sheet.csv_rows(out.getvalue()))
    if all(row.cells and not row.faults for row in found) and sheet._delimiter(out.getvalue().splitlines(True)) == ",":
        assert [list(row.cells) for row in found[1:]] == rows


def test_xlsx_numbers_become_what_was_meant(tmp_path: Path) -> None:
    path = sheets.write_xlsx(tmp_path / "a.xlsx", [(3, 1, 1202.0, "张伟明", 10400001234.0, None, 1.5)])
    assert cells(path)[1] == ("3", "1", "1202", "张伟明", "10400001234", "", "1.5")


def test_xlsx_dates_and_formulas_are_marked(tmp_path: Path) -> None:
    path = sheets.write_xlsx(tmp_path / "a.xlsx", [(date(2026, 3, 1), "=1+1", "x")])
    row = list(sheet.read(path).rows)[1]
    assert dict(row.faults)[1] == "people.cell_date"
    assert row.cells[1] == "0" or dict(row.faults)[2] == "people.cell_formula"


def test_xlsx_keeps_the_value_of_a_formula(tmp_path: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    page = book.add_worksheet()
    page.write_formula(0, 0, '="张"&"伟"', None, "张伟")
    page.write_formula(1, 0, "=A1", None, "#REF!")
    page.write_string(2, 0, "=cmd()")
    book.close()
    rows = list(sheet.read(tmp_path / "a.xlsx").rows)
    assert rows[0].cells[0] == "张伟"
    assert dict(rows[1].faults)[1] == "people.cell_formula"
    assert rows[2].cells[0] == "=cmd()"


def test_bombs_are_refused_before_they_unpack(tmp_path: Path) -> None:
    for path in (sheets.bomb(tmp_path / "a.xlsx"), sheets.with_entities(tmp_path / "b.xlsx")):
        assert path.stat().st_size < 1_000_000
        with pytest.raises(Refused) as caught:
            list(sheet.read(path).rows)
        assert caught.value.code == "people.sheet_bomb"


def test_a_cut_workbook_is_refused(tmp_path: Path) -> None:
    path = sheets.write_xlsx(tmp_path / "a.xlsx", sheets.GOOD)
    whole = path.read_bytes()
    for part in (len(whole) // 2, len(whole) - 30):
        path.write_bytes(whole[:part])
        with pytest.raises(Refused) as caught:
            list(sheet.read(path).rows)
        assert caught.value.code == "people.sheet_unknown"


def test_column_names() -> None:
    assert [sheet.column_name(i) for i in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
