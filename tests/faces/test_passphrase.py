"""Where a passphrase wraps the store's key, nobody is asked for it twice, and the vault's own key is wrapped as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.core.errors import Refused
from desk.faces import vault as vaults
from desk.faces.engine import Picture
from desk.faces.vault_file import place
from desk.faces.views import State
from desk.store import key as keys
from tests.conftest import KEY
from tests.faces.lane import Floor
from tests.fakes.clock import FakeClock


def test_the_vault_opens_with_the_store(
    template_store: Path, tmp_path: Path, clock: FakeClock, portraits: dict[str, Picture]
) -> None:
    floor = Floor(template_store, tmp_path / "home", clock)
    try:
        keys.save_key(floor.home, KEY, "a long passphrase")
        floor.on()
        receipt = floor.enrolled("欧阳兰", portraits["person_b_1"])
        assert keys.where_key(place(floor.home)) == "wrapped"
        floor.again()
        assert (floor.faces.now.state, floor.faces.now.people) == (State.READY, 1)
        with pytest.raises(Refused, match=r"key\.passphrase_needed"):
            vaults.opened(floor.home, {receipt.consent_id})
        with pytest.raises(Refused, match=r"key\.code_wrong"):
            vaults.opened(floor.home, {receipt.consent_id}, "a long passphrase")
    finally:
        floor.close()


def test_a_key_apart_from_the_store_s(
    template_store: Path, tmp_path: Path, clock: FakeClock, portraits: dict[str, Picture]
) -> None:
    floor = Floor(template_store, tmp_path / "home", clock)
    try:
        floor.on()
        floor.enrolled("欧阳兰", portraits["person_b_1"])
        first = keys.load_key(place(floor.home))
        assert first != KEY
        floor.enrolled("司徒青", portraits["impostor_2"], "1302")
        assert keys.load_key(place(floor.home)) != first, "a new one at every change"
    finally:
        floor.close()
