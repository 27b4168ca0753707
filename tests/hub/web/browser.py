"""The test's side of a headless Chromium: open, click, type, wait for something to be there, take pictures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
LONGEST_S = 40.0  # a loaded machine is slow, a broken page never gets there


class Browser:
    """One browser with an empty profile."""

    def __init__(self, child: subprocess.Popen[str]) -> None:
        self._child, self._beat = child, threading.Event()
        assert self._told() == "ready"

    def _told(self) -> Any:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        assert line, "the browser ended"
        return json.loads(line)["told"]

    def ask(self, do: str, **more: Any) -> Any:
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self._child.stdin.flush()
        return self._told()

    def open(self, url: str) -> None:
        assert self.ask("open", url=url), url

    def run(self, js: str) -> Any:
        """The value of a script."""
        return self.ask("run", js=js)

    def value(self, js: str) -> Any:
        """The value of an expression that is a list or an object."""
        return json.loads(self.run(f"JSON.stringify({js})"))

    def wait_until(self, js: str) -> Any:
        """Wait until the script's value is something."""
        end = time.monotonic() + LONGEST_S
        while not (found := self.run(js)):
            assert time.monotonic() < end, (
                f"waited for {js}; the page: {self.text()[:1500]!r}; {self.said()['console']}"
            )
            self._beat.wait(0.03)
        return found

    def text(self) -> str:
        return str(self.run("document.body.innerText"))

    def expects(self, words: str) -> None:
        """Wait until these words stand on the page."""
        self.wait_until(f"document.body.innerText.includes({json.dumps(words)})")

    def click(self, words: str, within: str = "body") -> None:
        """Click the button, link or choice with exactly these words."""
        js = f"""(() => {{
          const all = [...document.querySelectorAll({json.dumps(within + " :is(button, a, label, summary)")})];
          const found = all.find((one) => one.offsetParent !== null && one.innerText.trim() === {json.dumps(words)})
            ?? all.find((one) => one.offsetParent !== null && one.innerText.trim().startsWith({json.dumps(words)}));
          if (!found || found.disabled) return false;
          found.click();
          return true;
        }})()"""
        self.wait_until(js)

    def fill(self, selector: str, value: str) -> None:
        """Type into the field: the page hears it as from a keyboard."""
        js = f"""(() => {{
          const field = document.querySelector({json.dumps(selector)});
          if (!field) return false;
          field.focus();
          field.value = {json.dumps(value)};
          field.dispatchEvent(new Event("input", {{ bubbles: true }}));
          field.dispatchEvent(new Event("change", {{ bubbles: true }}));
          return true;
        }})()"""
        self.wait_until(js)

    def picture(self, path: Path, width: int = 1366, height: int = 900) -> Path:
        self.ask("size", w=width, h=height)
        assert self.ask("picture", path=str(path))
        return path

    def said(self) -> dict[str, list[str]]:
        """What the page said on its console, and every address it asked for."""
        found: dict[str, list[str]] = self.ask("said")
        return found

    def fresh(self) -> None:
        """An empty profile: no cookie, no language chosen, nothing said."""
        self.ask("fresh")

    def forget(self) -> None:
        """What it said so far was meant."""
        self.ask("forget")

    def sign_in(self, url: str, name: str, password: str) -> None:
        self.open(url + "/admin/")
        self.fill("[name=name]", name)
        self.fill("[name=password]", password)
        self.click("登录", "form")
        self.wait_until("!document.querySelector('form.lone button:disabled')")  # the hub has answered


@cache
def missing() -> tuple[str, ...]:
    """Shared libraries that Qt's Chromium needs and this system has not; packaging/test_tools.py names their packages."""
    from importlib.util import find_spec

    found = find_spec("PySide6.QtWebEngineCore")
    if found is None or found.origin is None:
        return ("QtWebEngineCore",)
    core = Path(found.origin).parent / "Qt" / "lib" / "libQt6WebEngineCore.so.6"
    said = subprocess.run(["ldd", str(core)], capture_output=True, text=True, check=False).stdout
    return tuple(line.split()[0] for line in said.splitlines() if "not found" in line)


@contextmanager
def browsing(tmp: Path, **more: str) -> Iterator[Browser]:
    """A browser whose only fonts are the ones the product brings, so that pictures are the same everywhere."""
    fonts = tmp / "fonts.conf"
    fonts.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{ROOT / "resources" / "fonts"}</dir>'
        f"<cachedir>{tmp / 'fontcache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    env = {**os.environ, "FONTCONFIG_FILE": str(fonts), "HOME": str(tmp), "LANG": "zh_CN.UTF-8", **more}
    with (tmp / "browser.log").open("ab") as log:
        child = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("browser_child.py"))],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, cwd=ROOT, env=env,
        )  # fmt: skip
        try:
            yield Browser(child)
        finally:
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdin.close()
            try:
                child.wait(15)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
            child.stdout.close()
