"""What a screen reader finds and says: run by the system's own Python, which has the AT-SPI binding.

Takes one JSON object a line on stdin, [word, ...]: `tree`; `focus`; `press NAME`; `into NAME`.
Answers one JSON value a line. No part of the product; packaging/prove_reader.py starts it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

DEEPEST, WIDEST = 40, 400
STATES = ("FOCUSED", "FOCUSABLE", "ENABLED", "CHECKED", "SELECTED", "SHOWING", "EDITABLE")


def program(name: str) -> Any:
    """The running program, None while it is not there."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        one = desktop.get_child_at_index(number)
        if one is not None and name in (one.get_name() or ""):
            return one
    return None


def written(one: Any) -> str:
    """What stands in a field one types into."""
    if one.get_role_name() != "text":
        return ""
    text = one.get_text_iface()
    return str(text.get_text(0, text.get_character_count())) if text is not None else ""


def told(one: Any) -> dict[str, Any]:
    """What is said of one thing."""
    states = one.get_state_set()
    return {
        "role": one.get_role_name(),
        "name": one.get_name() or "",
        "description": one.get_description() or "",
        "text": written(one),
        "states": [word.lower() for word in STATES if states.contains(getattr(Atspi.StateType, word))],
    }


def walk(one: Any, deep: int = 0) -> Iterator[tuple[dict[str, Any], Any]]:
    """Everything that shows, in reading order, with the thing itself."""
    if one is None or deep > DEEPEST:
        return
    try:
        here = told(one)
        if "showing" not in here["states"] and deep > 1:
            return
        yield here, one
        for number in range(min(one.get_child_count(), WIDEST)):
            yield from walk(one.get_child_at_index(number), deep + 1)
    except GLib.Error:  # it went away while it was being read
        return


def named(root: Any, name: str) -> Any:
    """The first thing of that name which can be pressed or typed into."""
    for here, one in walk(root):
        if here["name"].split("\n")[0].strip() == name and "focusable" in here["states"]:
            return one
    return None


def press(root: Any, name: str) -> bool:
    one = named(root, name)
    if one is None:
        return False
    action = one.get_action_iface()
    for number in range(action.get_n_actions()):
        if action.get_action_name(number).lower() in ("press", "toggle", "click"):
            return bool(action.do_action(number))
    return False


def into(root: Any, name: str) -> bool:
    one = named(root, name)
    return one is not None and bool(one.get_component_iface().grab_focus())


def answer(root: Any, word: str, *rest: str) -> Any:
    """What a line asks for."""
    if word == "press":
        return press(root, rest[0])
    if word == "into":
        return into(root, rest[0])
    found = [here for here, _ in walk(root)]
    return [here for here in found if "focused" in here["states"]] if word == "focus" else found


def main() -> None:
    for line in sys.stdin:
        root = program(sys.argv[1])
        try:
            made = answer(root, *json.loads(line)) if root is not None else None
        except GLib.Error:  # the program was busy, or what was meant went away: asked again
            made = None
        print(json.dumps(made, ensure_ascii=False), flush=True)


main()
