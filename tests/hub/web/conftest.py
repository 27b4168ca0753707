"""A served hub on each of both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desk.hub.hub import Hub
from tests.fakes.clock import FakeClock
from tests.hub.web.served import NetDesk, Served, serving


@pytest.fixture
def served(hub: Hub, clock: FakeClock) -> Iterator[Served]:
    with serving(hub, clock) as found:
        yield found


@pytest.fixture
def net(served: Served) -> NetDesk:
    """An enrolled desk."""
    return served.enrolled()
