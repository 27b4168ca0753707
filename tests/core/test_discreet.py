"""A trace says where and of what kind, never what a library quoted."""

from __future__ import annotations

import io
import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest

from desk.core.discreet import Discreet, trace
from desk.core.errors import Refused
from ui.logs import JsonLines

CANARY = "陈金丝雀13800009999"


def wrong(kind: type[Exception]) -> Exception:
    """An error with somebody's data in it, on the way out."""
    try:
        raise kind(CANARY)
    except kind as error:
        return error


def chained() -> Exception:
    try:
        try:
            int(CANARY)
        except ValueError as cause:
            raise RuntimeError(f"not a number: {CANARY}") from cause
    except RuntimeError as error:
        return error


@pytest.fixture(params=[Discreet, JsonLines])
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    stream = io.StringIO()
    careless, careful = logging.StreamHandler(io.StringIO()), logging.StreamHandler(stream)
    careful.setFormatter(request.param())
    log = logging.getLogger("tests.discreet")
    log.propagate = False
    for handler in (careless, careful):  # the careless one first: what it made of the error is not taken over
        log.addHandler(handler)
    yield stream
    log.handlers.clear()
    log.propagate = True


@pytest.mark.parametrize("kind", [ValueError, KeyError, OSError, UnicodeError, RuntimeError])
def test_the_kind_and_the_place_without_the_message(written: io.StringIO, kind: type[Exception]) -> None:
    logging.getLogger("tests.discreet").error("bug", exc_info=wrong(kind))
    said = written.getvalue()
    assert CANARY not in said
    assert kind.__name__ in said
    assert "test_discreet.py" in said
    assert "wrong" in said


def test_what_led_to_it_stands_before_it() -> None:
    said = trace(chained())
    assert CANARY not in said
    assert said.index("ValueError") < said.index("then") < said.index("RuntimeError")


def test_a_fault_says_its_code_and_a_bug_of_ours_its_words() -> None:
    assert trace(Refused("people.name_empty", name=CANARY)) == "desk.core.errors.Refused: people.name_empty"
    with pytest.raises(AttributeError) as caught:
        object().nothing  # type: ignore[attr-defined]  # noqa: B018
    assert "has no attribute 'nothing'" in trace(caught.value)


OUTSIDE = """
import threading
from desk.core.discreet import catch
catch()
def fall(): raise ValueError("{canary}")
class Late:
    def __del__(self): fall()
one = threading.Thread(target=fall); one.start(); one.join()
Late()
fall()
"""


def test_nobody_s_errors_are_not_printed_either() -> None:
    words = OUTSIDE.format(canary=CANARY)
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert CANARY not in done.stdout + done.stderr
    assert done.stderr.count("ValueError") == 3
