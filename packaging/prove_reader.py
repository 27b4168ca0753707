"""`dev.py prove reader`: what a screen reader is told by the program, read through AT-SPI as Orca reads it.

A screen and a bus of its own (Xvfb, dbus-run-session), the built program where there is one, else the checkout. Reads the
main pages, walks through the form of a visitor and lets a courier in,
by what is spoken alone. Leaves reader.json and reader.txt in
out/prove/reader/. Debian packages: xvfb dbus at-spi2-core python3-gi gir1.2-atspi-2.0.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import IO, Any

from setup_venv import ROOT
from talk import Stop, complain, say

OUT = ROOT / "out" / "prove" / "reader"
BUILT = ROOT / "dist" / "gatehouse-desk" / "gatehouse-desk"
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDS = "xvfb dbus at-spi2-core python3-gi gir1.2-atspi-2.0"
INSIDE = "GATEHOUSE_READER_INSIDE"
READY_S, TURN_S, SCREEN = 120.0, 15.0, ":78"
ROOMS = ("今日", "登记", "预约", "在场", "查找", "值班", "接待", "门码", "住户", "设置")
# what takes the keyboard and says nothing of itself is lost for whoever cannot see it
SILENT_ROLES = frozenset(
    {"table cell", "application", "frame", "filler", "panel", "scroll pane", "viewport", "layered pane"}
)
Thing = dict[str, Any]


def lacks() -> str:
    """Why it cannot be done on this computer, "" where it can."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is read on Linux"
    missing = [name for name in ("Xvfb", "dbus-run-session") if shutil.which(name) is None]
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run([SYSTEM_PYTHON, "-c", probe], capture_output=True).returncode:
        missing.append("the AT-SPI binding of Python")
    return f"not here: {', '.join(missing)} (Debian: {NEEDS})" if missing else ""


def run(checkout: bool = False) -> int:
    """Proves it, of the checkout where there is no built program or it is wanted; 0 when nothing is silent and the visitor is in. Begins itself anew on a bus of its own."""
    if why := lacks():
        raise Stop(why)
    if not os.environ.get(INSIDE):
        words = [
            "dbus-run-session",
            "--",
            sys.executable,
            str(ROOT / "packaging" / "dev.py"),
            "prove",
            "reader",
            *(["checkout"] if checkout else []),
        ]
        with tempfile.TemporaryDirectory(prefix="gatehouse-reader-") as cache:
            return subprocess.call(words, env={**os.environ, INSIDE: "1", "XDG_CACHE_HOME": cache})
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    screen = subprocess.Popen(
        ["Xvfb", SCREEN, "-screen", "0", "1366x768x24", "-nolisten", "tcp"], stderr=subprocess.DEVNULL
    )
    try:
        with tempfile.TemporaryDirectory(prefix="gatehouse-reader-") as home:
            return _prove(Path(home) / "home", checkout)
    finally:
        screen.terminate()
        screen.wait()


def _prove(home: Path, checkout: bool) -> int:
    start = [str(BUILT)] if BUILT.exists() and not checkout else [sys.executable, "-m", "ui"]
    env = {
        **os.environ, "DISPLAY": SCREEN, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_IM_MODULE": "none", "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    with (OUT / "program.log").open("wb") as log:
        begin = [*start, "--home", str(home), "--demo", "--lang", "zh_CN"]
        program = subprocess.Popen(begin, env=env, cwd=ROOT, stdout=log, stderr=log)
        reader = subprocess.Popen(
            [SYSTEM_PYTHON, "-W", "ignore", str(ROOT / "packaging" / "reader_tree.py"), "gatehouse"],
            env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            # without a window manager nobody gives the window the keyboard: a second start brings it to the front
            return _report(Reading(reader), start[0], lambda: subprocess.call(begin, env=env, cwd=ROOT, stderr=log))
        finally:
            for one in (reader, program):
                one.terminate()
                one.wait(20)


class Reading:
    """The reader as a person uses it: asks what is there, presses by name, types, and writes down what was said."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._asks: IO[str] = process.stdin
        self._answers: IO[str] = process.stdout
        self.steps: list[dict[str, Any]] = []

    def ask(self, *words: str) -> Any:
        """One line to the reader, and its answer; None while the program is not there."""
        self._asks.write(json.dumps(words) + "\n")
        self._asks.flush()
        return json.loads(self._answers.readline() or "null")

    def until(self, what: str, holds: Callable[[Sequence[Thing]], bool], patience_s: float = TURN_S) -> list[Thing]:
        """The tree once it holds. Raises Stop with what was waited for."""
        end = time.monotonic() + patience_s
        while True:
            tree: list[Thing] = self.ask("tree") or []
            if holds(tree):
                self._keep(what, tree)
                return tree
            if time.monotonic() > end:
                self._keep(f"waited in vain: {what}", tree)
                raise Stop(f"a screen reader never heard: {what}")

    def _keep(self, what: str, tree: Sequence[Thing]) -> None:
        self.steps.append({"step": what, "focus": self.ask("focus") or [], "silent": silent(tree), "tree": list(tree)})


def silent(tree: Sequence[Thing]) -> list[Thing]:
    """What can have the keyboard and says nothing."""
    return [
        one for one in tree
        if "focusable" in one["states"] and not one["name"].strip() and one["role"] not in SILENT_ROLES
    ]  # fmt: skip


def heard(word: str) -> Callable[[Sequence[Thing]], bool]:
    """Somewhere in the tree this is said."""
    return lambda tree: any(word in one["name"] or word in one["text"] for one in tree)


def _report(reading: Reading, program: str, to_front: Callable[[], int]) -> int:
    why = ""
    try:
        reading.until("opened", heard("一键放行"), READY_S)
        to_front()
        _rooms(reading)
        _visitor(reading)
    except Stop as stop:
        why = str(stop)
    faults = [f"{step['step']}: a {one['role']} without a name" for step in reading.steps for one in step["silent"]]
    result = {"program": program, "ok": not why and not faults, "why": why, "faults": faults, "steps": reading.steps}
    (OUT / "reader.json").write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    (OUT / "reader.txt").write_text(_spoken(reading.steps), encoding="utf-8")
    (say if result["ok"] else complain)(
        f"Screen reader: {len(reading.steps)} steps, {'nothing silent' if result['ok'] else '; '.join([why, *faults])}; see {OUT}"
    )
    return 0 if result["ok"] else 1


def _rooms(reading: Reading) -> None:
    """Each room of the rail, by its name."""
    before: set[str] = set()
    for room in ROOMS:
        if reading.ask("press", room):
            before = _said(reading.until(room, partial(_at, room=room, before=before)))


def _at(tree: Sequence[Thing], room: str, before: set[str]) -> bool:
    """The room is marked, something is said that was not said before, and the keyboard is somewhere."""
    marked = any(one["name"] == room and "checked" in one["states"] for one in tree)
    return marked and bool(_said(tree) - before) and any("focused" in one["states"] for one in tree)


def _said(tree: Sequence[Thing]) -> set[str]:
    return {one["name"] for one in tree if one["role"] == "label"}


def _visitor(reading: Reading) -> None:
    """The form as it is heard, and a courier let in: each thing is found by its name alone. (AT-SPI cannot type as a hand.)"""
    _press(reading, "登记")
    reading.until("who is here", heard("谁来了"))
    _press(reading, "公务")
    reading.until("an official", heard("姓名"))
    for field in ("姓名", "单位"):
        if not reading.ask("into", field):
            raise Stop(f"no field was found by its name: {field}")
        reading.until(f"in the field {field}", partial(_is_focused, name=field))
    _press(reading, "电话里同意")
    _press(reading, "放行")  # nothing is written yet: what is missing is said, and the keyboard goes there
    reading.until("what is missing", lambda tree: heard("还差")(tree) and _is_focused(tree, "姓名"))
    _press(reading, "今日")
    reading.until("today", heard("一键放行"))
    _press(reading, "快递员")
    reading.until("a courier is let in", heard("已记 1 次"))


def _press(reading: Reading, name: str) -> None:
    if not reading.ask("press", name):
        raise Stop(f"nothing was found to be pressed by its name: {name}")


def _is_focused(tree: Sequence[Thing], name: str) -> bool:
    return any("focused" in one["states"] and name in one["name"] for one in tree)


def _spoken(steps: Sequence[dict[str, Any]]) -> str:
    """As it would be heard: what has the keyboard, then what stands there."""
    lines: list[str] = []
    for step in steps:
        lines += ["", f"== {step['step']}"]
        lines += [f"  > {one['name']} ({one['role']}) {one['description']}".rstrip() for one in step["focus"]]
        lines += [
            f"    {one['name']} ({one['role']})"
            for one in step["tree"]
            if one["name"] and one["role"] not in SILENT_ROLES
        ]
    return "\n".join(lines).strip() + "\n"
