"""What the public screen draws of a board: who is on duty, what takes turns, what has ended."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import HOUR_MS, MINUTE_MS, SiteTime
from desk.screen.rules import Item, Kind, Line, LineKind, Named, Number
from desk.screen.rules_board import Board
from ui.public_screen.model import LINES, ROWS, WIDE, What, _wide, paged, shown
from ui.public_screen.rotation import Rotation

TIME = SiteTime()
MONDAY = date(2026, 11, 16)
NOW = TIME.at(date(2026, 11, 18), 9, 40)
WANG, LI = Named("王老师", "volunteer"), Named("李老师", "branch")


def line(day: int, hour: int, *names: Named, kind: LineKind = LineKind.SHIFT) -> Line:
    start = TIME.at(MONDAY + timedelta(days=day), hour)
    return Line(kind, f"{day}-{hour}", start, start + 2 * HOUR_MS, "门岗", names, "接待室")


def item(key: str, until: int = NOW + HOUR_MS, **fields: Any) -> Item:
    values = {"kind": Kind.NOTICE, "title": key, "text": "", "from_at": 0, **fields}
    return Item(id=key, until_at=until, **values)


def board(**fields: Any) -> Board:
    return Board(NOW, "锦绣苑", "南门", "0000-1234", "Asia/Shanghai", **fields)


def test_with_nothing_to_show_there_are_the_time_the_officer_and_the_numbers() -> None:
    screen = shown(
        board(officer=(Line(LineKind.OFFICER, "o", 0, 0, names=(WANG,)),), numbers=(Number("物业", "12345"),)), NOW
    )
    assert [turn.what for turn in screen.turns] == [What.QUIET]
    assert (screen.head.time, screen.beside.duty.names, screen.beside.phone) == ("09:40", (WANG,), "0000-1234")


def test_who_is_on_duty_is_who_the_roster_says_until_when() -> None:
    screen = shown(board(week=(line(2, 9, WANG, LI), line(2, 14, LI))), NOW)
    duty = screen.beside.duty
    assert (duty.names, duty.until, duty.roster) == ((WANG, LI), "11:00", True)
    assert (duty.next_at, duty.next_names) == ("14:00", (LI,))
    gap = shown(board(week=(line(2, 14, LI),), officer=(Line(LineKind.OFFICER, "o", 0, 0, names=(WANG,)),)), NOW)
    assert (gap.beside.duty.names, gap.beside.duty.roster) == ((WANG,), False)


def test_a_shift_nobody_serves_in_leaves_the_officer() -> None:
    screen = shown(board(week=(line(2, 9),), officer=(Line(LineKind.OFFICER, "o", 0, 0, names=(WANG,)),)), NOW)
    assert screen.beside.duty.names == (WANG,)


def test_a_week_takes_as_many_pictures_as_it_needs_and_past_ones_go() -> None:
    week = tuple(line(day, hour, WANG) for day in range(7) for hour in (6, 9, 14, 19))
    turns = [turn for turn in shown(board(week=week), NOW).turns if turn.what is What.ROSTER]
    assert all(len(turn.rows) <= ROWS for turn in turns)
    assert [turn.parts for turn in turns] == [len(turns)] * len(turns)
    assert any(row.now for turn in turns for row in turn.rows)
    assert all(turn.rows[0].weekday for turn in turns), "a day is not torn"
    assert not any(all(row.past for row in turn.rows) for turn in turns)


def test_notices_take_turns_between_their_beginning_and_end() -> None:
    notices = (item("甲"), item("乙", NOW + 5 * MINUTE_MS), item("丙", from_at=NOW + MINUTE_MS))
    whole = board(notices=notices)
    assert [turn.title for turn in shown(whole, NOW).turns] == ["甲", "乙"]
    assert [turn.title for turn in shown(whole, NOW + 5 * MINUTE_MS).turns] == ["甲", "丙"]


def test_an_emergency_stands_over_everything_and_a_reception_that_is_over_takes_no_turn() -> None:
    sittings = (line(2, 6, LI, kind=LineKind.SITTING), line(2, 9, LI, kind=LineKind.SITTING))
    screen = shown(board(sittings=sittings, emergency=item("火警", kind=Kind.EMERGENCY, text="走楼梯")), NOW)
    assert screen.alarm is not None
    assert (screen.alarm.title, screen.alarm.text) == ("火警", "走楼梯")
    assert [one.state for one in screen.beside.sittings] == [2, 1]
    assert [turn.what for turn in screen.turns] == [What.SITTING]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=600))
def test_every_word_of_a_long_text_is_on_some_picture_that_can_be_read(text: str) -> None:
    parts = paged(text)
    assert "".join("".join(parts).split()) == "".join(text.split())
    for part in parts:
        assert sum(max(1, -(-_wide(one) // WIDE)) for one in part.split("\n")) <= LINES


@given(st.lists(st.lists(st.integers(0, 5), unique=True), min_size=1, max_size=8), st.data())
def test_the_rotation_keeps_its_place_and_never_shows_what_went(lists: list[list[int]], data: st.DataObject) -> None:
    rotation = Rotation()
    for keys in lists:
        standing = rotation.now
        turns = shown(board(notices=tuple(item(str(key)) for key in keys)), NOW).turns
        rotation.take(turns)
        assert rotation.now in turns
        if standing is not None and standing.key in [turn.key for turn in turns]:
            assert rotation.now is not None
            assert rotation.now.key == standing.key
        for _ in range(data.draw(st.integers(0, 4))):
            assert rotation.step() is (len(turns) > 1)


def test_the_usual_sentences_are_those_of_the_desk_and_can_hang_in_both_languages() -> None:
    from desk.screen.reads import USUAL
    from desk.screen.rules import fitting
    from desk.screen.rules_lint import lint
    from ui import i18n
    from ui.public_screen.usual import usual

    assert usual() == USUAL
    i18n.install("en")
    try:
        english = usual()
    finally:
        i18n.install("zh_CN")
    for one in (*USUAL, *english):
        assert one.title
        assert fitting(one.title, one.text) == (one.title, one.text)
        assert not lint(f"{one.title}\n{one.text}")
