"""Addresses: one door however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.people import rooms
from desk.people.rooms import Address


@pytest.mark.parametrize(
    "text",
    ["3-1-1202", "3栋1单元1202室", "3幢1单元1202", "3号楼1单元1202号", "３－１－１２０２", "3 1 1202", "3—1—1202", "03-01-1202",
     "三栋一单元一二〇二室", "3#-1-1202", "3栋-1-1202", "3栋1单元12层1202室", "3栋1单元12层02室", " 3 栋 1 单元 1202 "],
)  # fmt: skip
def test_one_door_many_ways(text: str) -> None:
    assert rooms.parse(text) == Address("3", "1", "1202")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("3-1202", Address("3", "", "1202")),
        ("3号楼1202", Address("3", "", "1202")),
        ("3#1202", Address("3", "", "1202")),
        ("88弄3号1202室", Address("88弄3", "", "1202")),
        ("A座1203", Address("A", "", "1203")),
        ("3-1-1202-2", Address("3", "1", "1202-2")),
        ("3-1202-2", Address("3", "", "1202-2")),
        ("3栋1202-2", Address("3", "", "1202-2")),
        ("a-1203", Address("A", "", "1203")),
        ("东区3栋2单元501", Address("东区3", "2", "501")),
        ("b3-2-0101a", Address("B3", "2", "101A")),
        ("十二栋二单元101", Address("12", "2", "101")),
    ],
)
def test_other_doors(text: str, place: Address) -> None:
    assert rooms.parse(text) == place


@pytest.mark.parametrize(
    "text", ["", " ", "-", "1202", "1202室", "3栋", "张伟", "wang-li", "3-1-1202-5-7", "'; DROP--", "a" * 500]
)
def test_no_door(text: str) -> None:
    assert rooms.parse(text) is None


def test_parts() -> None:
    assert rooms.parse_part("3栋") == Address("3")
    assert rooms.parse_part("三栋1单元") == Address("3", "1")
    assert rooms.parse_part("1202室") == Address("", "", "1202")
    assert rooms.parse_part("2单元301") == Address("", "2", "301")


PART = st.from_regex(r"[1-9][0-9]{0,3}[A-F]?", fullmatch=True)


@pytest.mark.parametrize(
    "cells", [("3", "1", "1202"), ("3-1", "", "1202"), ("3", "", "1-1202"), ("3栋", "", "3-1-1202")]
)
def test_cells_that_hold_their_neighbours_part(cells: tuple[str, str, str]) -> None:
    assert rooms.address(*cells) == Address("3", "1", "1202")


UNIT = st.from_regex(r"[1-9A-C][0-9]?", fullmatch=True)


@given(PART, st.one_of(st.just(""), UNIT), PART)
def test_labels_read_back(building: str, unit: str, room: str) -> None:
    place = Address(building, unit, room)
    assert rooms.parse(place.label) == place
    assert rooms.address(f"{building}栋", f"{unit}单元" if unit else "", f"{room}室") == place


@given(st.text(max_size=300))
def test_hostile_text_never_breaks_it(text: str) -> None:
    found = rooms.parse_part(text)
    assert found is None or found.label


def test_doors_sort_as_people_count() -> None:
    labels = ["10-1-101", "2-1-301", "2-1-1001", "2-2-101", "A-1-101"]
    places = [rooms.parse(label) for label in reversed(labels)]
    assert [p.label for p in sorted((p for p in places if p), key=rooms.sort_key)] == [
        "2-1-301", "2-1-1001", "2-2-101", "10-1-101", "A-1-101"
    ]  # fmt: skip
