"""The registry finds what is there, and every driver keeps the promise of its kind."""

from __future__ import annotations

import pytest

from drivers import registry
from drivers.api import DriverError, complete


def test_it_finds_the_scanner_and_nothing_simulated() -> None:
    assert "serial_line" in registry.find()
    assert "drivers.scanners.serial_line" in registry.module_names()
    assert "drivers.line" not in registry.module_names()
    assert not [name for name in registry.module_names() if "simulated" in name]


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(DriverError) as refused:
        registry.get("teapot")
    assert refused.value.code == "driver.unknown"


@pytest.mark.parametrize("name", list(registry.find()))
def test_each_driver_declares_itself(name: str) -> None:
    kind = registry.get(name)
    assert kind.ROLE
    options = complete(kind.OPTIONS, {o.name: "x" for o in kind.OPTIONS if o.required})
    for option in kind.OPTIONS:
        assert not option.choices or option.default in option.choices
    decoder = kind.decoder(options)
    list(decoder.feed(bytes(range(256)) * 40))  # no bytes may break a decoder
    list(decoder.idle(60))
    with pytest.raises(DriverError):
        kind.encode("no such action", {})
