"""Printing: once, in its turn, not after ten minutes, and as a copy the second time; one printer stalls no other."""

from __future__ import annotations

import threading

import pytest

from desk.devices import paper, reads
from desk.devices.acting import Acted, Ended, Purpose, Role
from desk.devices.driven import Driven
from tests.devices.world import World

PASS = Purpose("pass", "0" * 31 + "3")
QUICK = {"baud": 115200, "timeout_ms": 100}


def drawn(copies: list[bool]) -> object:
    def draw(copy: bool) -> str:
        copies.append(copy)
        return paper.packed([paper.Bitmap(16, b"\xff\x0f" * 8)])

    return draw


def sheets(one: Driven) -> int:
    assert one.stage is not None
    return int(str(one.stage.look()["sheets"]))


def printed(world: World, one: Driven, copies: list[bool], purpose: Purpose = PASS) -> list[Acted]:
    answers: list[Acted] = []
    world.devices.print(one.id, drawn(copies), purpose=purpose, done=answers.append)  # type: ignore[arg-type]
    return answers


def test_the_second_print_of_a_thing_is_a_copy(world: World) -> None:
    one = world.add("小票机", Role.RECEIPT_PRINTER, "escpos", options=QUICK)
    copies: list[bool] = []
    first = printed(world, one, copies)
    second = printed(world, one, copies)
    other = printed(world, one, copies, Purpose("pass", "0" * 31 + "4"))
    plain = printed(world, one, copies, Purpose("test"))
    world.until(lambda: all((first, second, other, plain)))
    assert [answers[0].outcome for answers in (first, second, other, plain)] == [Ended.DONE] * 4
    assert copies == [False, True, False, False]
    lines = world.ask(reads.for_subject, "pass", PASS.subject_id)
    assert {line.action_id: line.params for line in lines} == {
        first[0].action_id: {},
        second[0].action_id: {"copy": True},
    }


def test_a_printer_without_paper_prints_when_there_is_some_and_holds_up_no_other(world: World) -> None:
    empty = world.add("没纸的", Role.RECEIPT_PRINTER, "escpos", options={**QUICK, "poll_ms": 100})
    other = world.add("标签机", Role.LABEL_PRINTER, "tspl", options=QUICK)
    assert empty.stage is not None
    empty.stage.switch("paper_out")
    world.until(lambda: empty.health.code == "device.paper_out")
    late, soon = printed(world, empty, []), printed(world, other, [])
    world.until(lambda: bool(soon))
    assert soon[0].outcome is Ended.DONE
    assert not late
    assert world.devices.waiting(empty.id) == 1
    empty.stage.switch("")
    world.until(lambda: bool(late))
    assert late[0].outcome is Ended.DONE
    assert world.devices.waiting(empty.id) == 0


def test_what_has_waited_too_long_is_not_printed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "EXPIRY_S", 0.3)
    one = world.add("小票机", Role.RECEIPT_PRINTER, "escpos", options={**QUICK, "poll_ms": 100})
    assert one.stage is not None
    one.stage.switch("unplugged")
    world.until(lambda: not one.health.ok)
    copies: list[bool] = []
    answers = printed(world, one, copies)
    world.until(lambda: bool(answers))
    assert (answers[0].outcome, answers[0].code, copies) == (Ended.FAILED, "device.expired", [])
    assert world.outcomes() == [("print", "failed", "device.expired")]
    again = printed(world, one, copies)
    one.stage.switch("")
    world.until(lambda: bool(again))
    assert copies in ([False], [])  # what came to nothing makes no copy of the next


def test_a_program_that_ends_keeps_no_paper_waiting(world: World) -> None:
    one = world.add("小票机", Role.RECEIPT_PRINTER, "escpos", options=QUICK)
    assert one.stage is not None
    one.stage.switch("unplugged")
    world.until(lambda: not one.health.ok)
    came = threading.Event()
    answers: list[Acted] = []
    world.devices.print(one.id, drawn([]), done=lambda acted: (answers.append(acted), came.set()))  # type: ignore[arg-type, func-returns-value]
    world.devices.close()
    assert came.wait(5)
    assert answers[0].code == "device.stopped"
    assert world.outcomes() == []
