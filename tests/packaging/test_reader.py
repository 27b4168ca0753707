"""What counts as silent for a screen reader, and that the proof says plainly why it cannot be done somewhere."""

from __future__ import annotations

import sys
from typing import Any

import prove_reader
import pytest


def thing(role: str, name: str, *states: str) -> dict[str, Any]:
    return {"role": role, "name": name, "description": "", "text": "", "states": list(states)}


def test_a_button_without_a_name_is_silent_and_a_label_or_a_panel_is_not() -> None:
    bad = thing("push button", " ", "focusable", "showing")
    good = [thing("push button", "放行", "focusable"), thing("panel", "", "focusable"), thing("label", "", "showing")]
    assert prove_reader.silent([bad, *good]) == [bad]


def test_what_is_lacking_is_named_with_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    said = prove_reader.lacks()
    assert "AT-SPI" in said or "Xvfb" in said
    if sys.platform.startswith("linux"):
        assert "at-spi2-core" in said
