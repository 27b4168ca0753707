"""The first run's way into an estate that stands: what is asked, what is said when it does not go, and going on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.chaos.processes import free_port
from tests.ui.pages.at_once import Voice, desk_at, ports_of
from ui.pages.welcome.model import JOIN_STEPS
from ui.pages.welcome.presenter import WelcomePresenter


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Any]:
    found = desk_at(tmp_path / "home")
    yield found
    found.close()


def at_join(desk: Any, voice: Voice) -> tuple[WelcomePresenter, list[tuple[str, str]]]:
    presenter = WelcomePresenter(ports_of(desk, voice))
    wrong: list[tuple[str, str]] = []
    presenter.wrong = lambda what, error: wrong.append((what, getattr(error, "code", "")))
    presenter.begin()
    presenter.begin_join()
    presenter.next()
    assert wrong.pop() == ("gate_name", "welcome.gate_empty")
    presenter.typed(gate_name="北门")
    presenter.next()
    assert presenter.model.step == "key"
    presenter.keep("", "")
    assert presenter.model.step == "join"
    assert presenter.model.steps == JOIN_STEPS
    return presenter, wrong


def ticket(port: int) -> str:
    return (
        '{"h":1,"url":"http://127.0.0.1:%d","pin":"","code":"7K2M-9PQR-41XZ","k":"AAAAAAAAAAAAAAAAAAAAAA=="}' % port  # noqa: UP031 - braces
    )


def test_something_else_is_said_at_the_field(desk: Any) -> None:
    presenter, wrong = at_join(desk, Voice())
    presenter.next()
    presenter.join("一张名片")
    presenter.join(ticket(1).replace('"h":1', '"h":9'))
    presenter.join(ticket(1).replace(',"k":"AAAAAAAAAAAAAAAAAAAAAA=="', ""))
    assert wrong == [
        ("ticket", "sync.not_a_ticket"), ("ticket", "sync.not_a_ticket"), ("ticket", "sync.newer_ticket"),
        ("ticket", "sync.no_invitation"),
    ]  # fmt: skip
    assert presenter.model.joining.stage == ""
    assert not desk.founded


def test_without_a_line_it_goes_on_later_also_after_a_break(desk: Any) -> None:
    voice = Voice()
    presenter, wrong = at_join(desk, voice)
    presenter.join(ticket(free_port()))
    assert (voice.problems, wrong) == (["sync.no_line"], [])
    assert presenter.model.joining.stage == "paused"
    assert not presenter.back()
    presenter.next()
    assert voice.problems == ["sync.no_line"] * 2, "the ticket is still known"

    again = WelcomePresenter(ports_of(desk, voice))
    asked: list[tuple[str, str]] = []
    again.wrong = lambda what, error: asked.append((what, getattr(error, "code", "")))
    again.begin()
    assert (again.model.step, again.model.joined, again.model.joining.stage) == ("join", True, "paused")
    again.next()
    assert asked == [("ticket", "sync.nothing_begun")], "the hub never heard of this desk: a code is needed after all"
    assert again.model.joining.stage == ""


def test_the_other_ways_stay_open(desk: Any) -> None:
    presenter, _ = at_join(desk, Voice())
    while presenter.back():
        pass
    assert presenter.model.step == "language"
    presenter.next()
    assert (presenter.model.step, presenter.model.joined) == ("estate", False)
