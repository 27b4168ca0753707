"""The team of the demonstration in a store of a test, for the pages of duty."""

from __future__ import annotations

import random

from desk.demo import duty
from desk.demo.names import People
from tests.ui.pages.gate import DeskNow


def fill(desk: DeskNow) -> None:
    """Twenty-four members, last month and this one published."""
    desk.do(lambda u: duty.fill(u, random.Random(1), People(random.Random(1))))
