"""Printers on a line: what goes out once, and what is said of it when they answer, are silent, or are out of paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from drivers import registry
from drivers.api import DriverError, Outcome, Reading, State
from drivers.printers.job import Bitmap, Code, Job
from tests.drivers.case import SerialRig, all_cases
from tests.drivers.conftest import Recorder

NAMES = ("escpos", "tspl", "zpl")
JOB = Job((Bitmap(16, bytes.fromhex("FFFF8001FFFF")), Code("VISIT-1", 3)))
Make = Callable[..., SerialRig]


@pytest.fixture
def make(told: Recorder) -> Iterator[Make]:
    made: list[SerialRig] = []

    def one(name: str, fault: str = "", **options: object) -> SerialRig:
        case = all_cases()[name]
        rig = SerialRig(registry.get(name), type(case)(options={**case.options, **options}), told)
        made.append(rig)
        rig.player.switch(fault)
        rig.driver.start()
        told.until(lambda: (State.READY, "") in told.states)
        return rig

    yield one
    for rig in made:
        rig.close()


def printed(rig: SerialRig) -> int:
    seen = rig.player.device.look()
    return int(str(seen.get("sheets", seen.get("labels"))))


def started(rig: SerialRig) -> int:
    return bytes(rig.player.heard).count(all_cases()[rig.driver.NAME].moving)


def troubles(told: Recorder) -> list[object]:
    return [e.fields["trouble"] for e in told.events if isinstance(e, Reading) and e.kind == "printer"]


@pytest.mark.parametrize("name", NAMES)
def test_printed_once_and_proved(name: str, make: Make) -> None:
    rig = make(name)
    assert rig.driver.act("print", {"job": JOB.packed()}).outcome is Outcome.DONE
    assert printed(rig) == 1
    assert rig.player.device.look()["codes"] == ["VISIT-1"]


@pytest.mark.parametrize("name", NAMES)
def test_copies(name: str, make: Make) -> None:
    rig = make(name)
    job = Job(JOB.parts, copies=3)
    assert rig.driver.act("print", {"job": job.packed()}).outcome is Outcome.DONE
    assert printed(rig) == 3


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("status", ["ask", "never"])
def test_one_that_never_answers_prints_and_nothing_is_claimed(name: str, status: str, make: Make) -> None:
    rig = make(name, "silent", status=status)
    result = rig.driver.act("print", {"job": JOB.packed()}, 3.0)
    assert (result.outcome, result.code) == (Outcome.UNKNOWN, "no_status")
    told_once = started(rig)
    rig.player.step()
    assert (printed(rig), told_once) == (1, 1)
    if status == "never":
        assert b"\x10\x04" not in rig.player.heard
        assert b"\x1b!" not in rig.player.heard
        assert b"~HS" not in rig.player.heard


@pytest.mark.parametrize("name", ["escpos", "tspl"])
@pytest.mark.parametrize("fault", ["paper_out", "cover_open"])
def test_trouble_known_before_sends_nothing(name: str, fault: str, make: Make, told: Recorder) -> None:
    rig = make(name)
    rig.player.switch(fault)
    told.until(lambda: troubles(told)[-1:] == [fault])
    result = rig.driver.act("print", {"job": JOB.packed()})
    assert (result.outcome, result.code) == (Outcome.FAILED, fault)
    assert started(rig) == 0, "nothing waits in the printer for the next roll"
    rig.player.switch("")
    told.until(lambda: troubles(told)[-1:] == [""])
    assert rig.driver.act("print", {"job": JOB.packed()}).outcome is Outcome.DONE


@pytest.mark.parametrize("name", ["escpos", "tspl"])
def test_paper_runs_out_under_way(name: str, make: Make) -> None:
    rig = make(name, poll_ms=60_000, mm_per_s=10)
    device, hear = rig.player.device, rig.player.device.hear

    def runs_out(data: bytes) -> list[bytes]:
        if all_cases()[name].moving in data:
            device.faults.add("paper_out")
        return hear(data)

    device.hear = runs_out  # type: ignore[method-assign]
    result = rig.driver.act("print", {"job": JOB.packed()})
    assert (result.outcome, result.code) == (Outcome.FAILED, "paper_out")
    assert result.fields == {"partly": True}


def test_a_zebra_out_of_paper_is_silent_and_not_lost(make: Make, told: Recorder) -> None:
    rig = make("zpl")
    rig.player.switch("paper_out")
    result = rig.driver.act("print", {"job": JOB.packed()}, 2.0)
    assert result.outcome is Outcome.UNKNOWN
    assert [state for state, _ in told.states] == [State.OPENING, State.READY]


def test_a_zebra_that_has_not_finished_is_not_done(make: Make) -> None:
    rig = make("zpl")
    rig.player.command("pause")
    result = rig.driver.act("print", {"job": JOB.packed()}, 2.0)
    assert (result.outcome, result.code) == (Outcome.FAILED, "paused")


def test_one_that_answered_and_falls_silent_is_lost(make: Make, told: Recorder) -> None:
    rig = make("escpos")
    rig.player.switch("silent")
    told.until(lambda: told.states[-1] == (State.LOST, "no_answer"))
    assert rig.driver.act("print", {"job": JOB.packed()}).code == "no_answer"
    assert started(rig) == 0
    rig.player.switch("")
    told.until(lambda: told.states[-1] == (State.READY, ""))


def test_it_holds_the_line(make: Make) -> None:
    rig = make("escpos", poll_ms=60_000)
    rig.plug.held = True
    result = rig.driver.act("print", {"job": JOB.packed()}, 5.0)
    rig.plug.held = False
    assert (result.outcome, result.code) in [(Outcome.UNKNOWN, "stuck"), (Outcome.FAILED, "stuck")]


def test_asked_in_turn(make: Make) -> None:
    rig = make("escpos", proof="in_turn")
    assert rig.driver.act("print", {"job": JOB.packed()}).outcome is Outcome.DONE
    assert b"\x1dr\x01" in rig.player.heard


def test_the_drawer_is_proved_by_its_contact_only(make: Make) -> None:
    rig = make("escpos")
    result = rig.driver.act("drawer")
    assert (result.outcome, result.code) == (Outcome.UNKNOWN, "unproven")
    rig.player.command("contact")
    rig.player.command("shut")
    assert rig.driver.act("drawer").outcome is Outcome.DONE
    assert rig.player.device.look()["kicks"] == [2, 2]


def test_cut(make: Make) -> None:
    rig = make("escpos", cut="partial")
    assert rig.driver.act("cut").outcome is Outcome.DONE
    assert printed(rig) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_job_that_is_none_is_refused_before_anything_is_sent(name: str, make: Make) -> None:
    rig = make(name)
    for job in ("", "{}", '{"parts": [{"code": "a\\nb"}]}'):
        with pytest.raises(DriverError):
            rig.driver.act("print", {"job": job})
    assert started(rig) == 0
    assert rig.driver.standing.state is State.READY
