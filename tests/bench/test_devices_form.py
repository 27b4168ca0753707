"""bench devices: the part that lays cards before an open form, as it is run, with few of them."""

from __future__ import annotations

import argparse
import os

import pytest

from desk.bench import devices

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a played reader needs a pseudo terminal")


def test_cards_fill_the_form_and_what_is_ours_is_told_apart_from_the_line() -> None:
    found = devices.run(argparse.Namespace(seconds=1, times=2, only="form"))["form"]
    assert found["cards"] == 2
    assert found["line_ms"]["median"] > 50  # 1,300 bytes and more at 115200 baud
    assert 0 < found["share_ms"]["median"] < found["placed_ms"]["median"]
    assert found["placed_and_line_ms"]["median"] > found["placed_ms"]["median"]
