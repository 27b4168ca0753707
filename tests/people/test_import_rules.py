"""Rows of a sheet: headings in both languages, good rows, and every fault where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import Refused
from desk.people import import_plan
from desk.people.import_plan import Bound, Existing
from desk.people.import_rules import read_rows
from desk.people.import_values import Entry, Outcome
from desk.people.rooms import Address
from desk.people.sheet import Row, csv_rows
from tests.people import sheets


def outcome(*rows: tuple[str, ...], header: tuple[str, ...] = sheets.HEADER) -> Outcome:
    return read_rows(Row(i, cells) for i, cells in enumerate((header, *rows), start=1))


def test_good_rows() -> None:
    found = outcome(*sheets.GOOD)
    assert not found.issues
    first, second, third, fourth = found.entries
    assert first == Entry(2, Address("3", "1", "1202"), "张伟明", "张伟明", "10400001234", ("沪A12345",), "owner")
    assert (second.address, second.phone, second.role) == (first.address, "10400001235", "family")
    assert (third.name, third.role) == ("阿依古丽·买买提", "tenant")
    assert (fourth.address, fourth.name) == (Address("12", "", "302"), "")


@pytest.mark.parametrize(
    "header",
    [
        ("楼号", "单元号", "房间号", "住户姓名", "联系电话", "与户主关系", "车牌"),
        ("Building", "Unit", "Room No.", "Full Name", "Phone", "Role", "Plate"),
        ("*楼栋（必填）", "单元 ", "房 号", "姓名*", "手机号码(11位)", "身份", "车牌号码"),
    ],
)
def test_headings_people_write(header: tuple[str, ...]) -> None:
    assert outcome(sheets.GOOD[0], header=header).entries[0].phone == "10400001234"


def test_a_title_may_stand_above_the_header() -> None:
    found = outcome(("", ""), sheets.HEADER, sheets.GOOD[0], header=("锦绣苑住户名册",))
    assert found.rows == 1
    assert found.entries[0].row == 4


def test_an_address_may_stand_in_one_column() -> None:
    found = outcome(("3栋1单元1202室", "张三"), ("不知道", "李四"), header=("住址", "姓名"))
    assert found.entries[0].address == Address("3", "1", "1202")
    assert [(i.row, i.column, i.code) for i in found.issues] == [(3, "A", "people.room_odd")]


def test_a_room_column_may_hold_the_whole_address() -> None:
    found = outcome(("3-1-1202", "张三"), header=("房号", "姓名"))
    assert found.entries[0].address == Address("3", "1", "1202")


def test_the_first_filled_of_two_phone_columns() -> None:
    header = ("楼栋", "房号", "姓名", "手机", "联系电话")
    assert outcome(("3", "101", "张三", "", "10400001234"), header=header).entries[0].phone == "10400001234"


def test_the_first_of_several_numbers_in_one_cell() -> None:
    assert outcome(("3", "1", "101", "张三", "10400001234 / 10400005678", "", "")).entries[0].phone == "10400001234"


@pytest.mark.parametrize(
    ("row", "where"),
    [
        (("", "", "", "张三", "", "", ""), ("C", "room", "people.room_missing", "refused")),
        (("3", "1", "", "张三", "", "", ""), ("C", "room", "people.room_missing", "refused")),
        (("3", "1", "1" * 40, "张三", "", "", ""), ("A", "building", "people.room_odd", "refused")),
        (("3", "1", "101", "", "10400001234", "", ""), ("D", "name", "people.name_missing", "refused")),
        (("3", "1", "101", "张" * 65, "", "", ""), ("D", "name", "people.name_long", "refused")),
        (("3", "1", "101", "123", "", "", ""), ("D", "name", "people.name_odd", "refused")),
        (("3", "1", "101", "=HYPERLINK(1)", "", "", ""), ("D", "name", "people.cell_formula", "refused")),
        (("3", "1", "101", "张三", "12", "", ""), ("E", "phone", "people.phone_odd", "partly")),
        (("3", "1", "101", "张三", "1.99E+10", "", ""), ("E", "phone", "people.phone_rounded", "partly")),
        (("3", "1", "101", "张三", "", "皇帝", ""), ("F", "role", "people.role_unknown", "partly")),
        (("3", "1", "101", "张三", "", "", "??"), ("G", "plate", "people.plate_odd", "partly")),
    ],
)
def test_faults_are_told_where_they_stand(row: tuple[str, ...], where: tuple[str, str, str, str]) -> None:
    found = outcome(sheets.GOOD[0], row)
    assert [(i.column, i.field, i.code, i.grade) for i in found.issues] == [where]
    assert found.issues[0].row == 3
    assert len(found.entries) == (2 if where[3] == "partly" else 1)


def test_a_row_that_stands_twice_is_taken_once() -> None:
    found = outcome(sheets.GOOD[0], sheets.GOOD[0])
    assert len(found.entries) == 1
    assert (found.issues[0].code, found.issues[0].row, found.issues[0].other_row) == ("people.row_twice", 3, 2)


def test_without_a_header_nothing_is_guessed() -> None:
    with pytest.raises(Refused) as caught:
        outcome(*sheets.GOOD[1:], header=sheets.GOOD[0])
    assert caught.value.code == "people.header_missing"


def test_a_heading_twice_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        outcome(header=("楼栋", "房号", "姓名", "姓名"))
    assert (caught.value.code, caught.value.facts) == ("people.header_twice", {"columns": "C, D"})


@given(st.text(max_size=300))
def test_hostile_cells_end_as_entries_or_issues(text: str) -> None:
    sheet_text = sheets.csv_text(sheets.GOOD[:1]) + text
    found = read_rows(csv_rows(sheet_text))
    assert found.entries
    for issue in found.issues:
        assert issue.code.startswith("people.")


# --- the plan -------------------------------------------------------------------------------------------------------

DOOR, OTHER = Address("3", "1", "1202"), Address("9", "", "101")
WEI = Entry(2, DOOR, "张伟明", "张伟明", "10400001234", (), "owner")


def test_a_fresh_store_gets_everything_once() -> None:
    moved = Entry(3, OTHER, "张伟明", "张伟明", "10400001234", (), "tenant")
    plan = import_plan.make([WEI, moved], Existing())
    assert plan.households == [DOOR, OTHER]
    assert len(plan.people) == 1
    assert plan.people[0].doors == [(DOOR, "owner"), (OTHER, "tenant")]


def store_with_wei(phone: str = "10400001234") -> Existing:
    bound = Bound("p", "b", "owner", phone, ("沪A12345",))
    return Existing({DOOR: "h"}, {("h", "张伟明"): bound}, {("张伟明", phone): "p"})


def test_the_same_again_is_nothing() -> None:
    plan = import_plan.make([WEI], store_with_wei())
    assert plan.is_empty
    assert plan.unchanged == 1


def test_a_new_phone_is_taken_over_or_reported() -> None:
    assert import_plan.make([WEI], store_with_wei("0")).changes[0].phone == "10400001234"
    skipped = import_plan.make([WEI], store_with_wei("0"), import_plan.SKIP)
    assert skipped.is_empty
    assert skipped.issues[0].code == "people.row_known"


def test_someone_known_by_phone_gets_another_door() -> None:
    moved = Entry(3, OTHER, "张伟明", "张伟明", "10400001234", (), "tenant")
    plan = import_plan.make([moved], store_with_wei())
    assert plan.bindings == [("p", OTHER, "tenant")]
    assert not plan.people


def test_the_same_name_without_a_phone_is_someone_else() -> None:
    plan = import_plan.make([Entry(3, OTHER, "张伟明", "张伟明")], store_with_wei())
    assert len(plan.people) == 1
