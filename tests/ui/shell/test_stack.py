"""The page area: pages are kept, the way back, the lock, making anew."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from pytestqt.qtbot import QtBot

from ui.shell.page import Page, PageSpec
from ui.shell.stack import Stack


class Plain(Page):
    TOPICS: ClassVar[frozenset[str]] = frozenset({"visits"})

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.log: list[Any] = []
        self.kept: dict[str, Any] = {}
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        self.log.append(("show", arguments))

    def on_hide(self) -> None:
        self.log.append("hide")

    def refresh(self) -> None:
        self.log.append("refresh")

    def draft(self) -> dict[str, Any]:
        return {"text": self.heading()}

    def restore(self, draft: Any) -> None:
        self.kept = dict(draft)


def spec(name: str, order: int = 1, in_rail: bool = True, right: str = "") -> PageSpec:
    return PageSpec(name, name, "home", order, lambda ports: Plain(name), in_rail, right)


SPECS = [spec("today"), spec("find"), spec("admit"), spec("result", in_rail=False), spec("signon", in_rail=False)]
SECRET = spec("secret", right="audit.read")


@pytest.fixture
def stack(qtbot: QtBot) -> Stack:
    made = Stack([*SPECS, SECRET], lambda one: one.make(None), lambda one: not one.right)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    return made


def log_of(stack: Stack, name: str) -> list[Any]:
    page = stack.page(name)
    assert isinstance(page, Plain)
    return page.log


def test_pages_are_made_when_first_shown_and_kept(stack: Stack) -> None:
    assert stack.page("find") is None
    stack.to("find", query="a")
    page = stack.page("find")
    stack.to("today")
    stack.to("find")
    assert stack.page("find") is page
    assert log_of(stack, "find") == [("show", {"query": "a"}), "hide", ("show", {})]


def test_back_from_a_card_goes_to_where_one_was_however_many_cards_came(stack: Stack) -> None:
    stack.to("today")
    stack.to("find")
    for _ in range(3):
        stack.to("result", answer=1)
    stack.back()
    assert stack.name == "find"
    stack.back()
    assert stack.name == "today"
    stack.back()
    assert stack.name == "today"


def test_what_is_not_there_or_not_allowed_is_refused(stack: Stack) -> None:
    stack.to("today")
    assert not stack.to("nowhere")
    assert not stack.to("secret")
    assert stack.name == "today"


def test_the_lock_covers_everything_and_comes_back_to_where_one_was(stack: Stack) -> None:
    stack.to("today")
    stack.to("find")
    stack.set_locked(True)
    assert stack.name == "signon"
    assert not stack.to("admit")
    stack.back()
    assert stack.name == "signon"
    stack.set_locked(False)
    assert stack.name == "find"


def test_home_is_the_first_room_one_may_see(qtbot: QtBot) -> None:
    made = Stack([SECRET, spec("find")], lambda one: one.make(None), lambda one: not one.right)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    assert made.home() == "find"


def test_a_page_behind_is_refreshed_when_it_comes_to_the_front(stack: Stack, qtbot: QtBot) -> None:
    stack.to("today")
    stack.to("find")
    stack.topics_changed(frozenset({"visits"}))
    stack.topics_changed(frozenset({"visits"}))
    qtbot.waitUntil(lambda: "refresh" in log_of(stack, "find"))
    assert log_of(stack, "find").count("refresh") == 1
    assert "refresh" not in log_of(stack, "today")
    stack.to("today")
    assert log_of(stack, "today")[-2:] == ["refresh", ("show", {})]
    stack.topics_changed(frozenset({"people"}))
    qtbot.wait(120)
    assert log_of(stack, "today").count("refresh") == 1


def test_making_anew_keeps_what_was_half_filled(stack: Stack) -> None:
    stack.to("find")
    stack.to("today")
    old = stack.page("today")
    former = stack.renew(SPECS)
    assert old in former, "answers may still come to them: the shell deletes them later"
    assert not any(one.front for one in former)
    page = stack.page("today")
    assert isinstance(page, Plain)
    assert page is not old
    assert page.kept == {"text": "today"}
    stack.to("find")
    again = stack.page("find")
    assert isinstance(again, Plain)
    assert again.kept == {"text": "find"}


def test_arguments_may_have_any_name(stack: Stack) -> None:
    stack.to("admit", name="guest", page="3")
    assert log_of(stack, "admit")[-1] == ("show", {"name": "guest", "page": "3"})
