"""A loss is told once, may be put aside, and goes when what was lost is back."""

from __future__ import annotations

import pytest

from desk.core.events import HealthChanged
from ui.shell.health import Health

GONE, BACK = HealthChanged("scanner", "device.port_gone", False), HealthChanged("scanner", "device.ready", True)
BUSY = HealthChanged("camera", "camera.busy", False)


@pytest.fixture
def shown() -> list[str]:
    return []


@pytest.fixture
def health(shown: list[str]) -> Health:
    return Health(shown.append)


def test_a_loss_is_told_once_and_a_recovery_takes_it_away(health: Health, shown: list[str]) -> None:
    for event in (GONE, GONE, BACK, BACK, GONE):
        health.hear(event)
    assert shown == ["device.port_gone", "", "device.port_gone"]


def test_what_was_put_aside_stays_away_until_it_is_another_loss(health: Health, shown: list[str]) -> None:
    health.hear(GONE)
    health.put_aside()
    health.hear(GONE)
    assert shown == ["device.port_gone"]
    health.hear(HealthChanged("scanner", "device.port_taken", False))
    health.hear(BACK)
    health.hear(GONE)
    assert shown[1:] == ["device.port_taken", "", "device.port_gone"]


def test_the_newest_of_several_stands_and_the_older_one_comes_back(health: Health, shown: list[str]) -> None:
    health.hear(GONE)
    health.hear(BUSY)
    health.hear(HealthChanged("camera", "camera.working", True))
    health.hear(BACK)
    assert shown == ["device.port_gone", "camera.busy", "device.port_gone", ""]


def test_putting_aside_shows_the_next(health: Health, shown: list[str]) -> None:
    health.hear(GONE)
    health.hear(BUSY)
    health.put_aside()
    health.put_aside()
    assert shown == ["device.port_gone", "camera.busy", "device.port_gone"]
    health.put_aside()
    assert shown[-1] == "device.port_gone"
