"""A recorder for what a driver tells, which tests wait on instead of sleeping."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from drivers.api import Noise, Reading, State


class Recorder:
    """Implements drivers.api.Told; `until` waits for a condition over what was told."""

    def __init__(self) -> None:
        self.events: list[Reading | Noise] = []
        self.states: list[tuple[State, str]] = []
        self._news = threading.Condition()

    def reading(self, event: Reading | Noise) -> None:
        with self._news:
            self.events.append(event)
            self._news.notify_all()

    def state(self, state: State, reason: str) -> None:
        with self._news:
            self.states.append((state, reason))
            self._news.notify_all()

    @property
    def texts(self) -> list[object]:
        return [e.fields["text"] for e in self.events if isinstance(e, Reading)]

    def until(self, condition: Callable[[], bool], timeout_s: float = 10) -> None:
        with self._news:
            assert self._news.wait_for(condition, timeout_s), f"never came: {self.events} {self.states}"


@pytest.fixture
def told() -> Recorder:
    return Recorder()
