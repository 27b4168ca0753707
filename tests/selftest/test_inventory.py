"""What the program consists of is read from its files, or from the list a build wrote; what a registry misses is named."""

import json
import tomllib
from pathlib import Path

import pytest

from desk.core.version import VERSION
from desk.selftest import checks, inventory
from desk.selftest.runner import Wrong
from drivers import registry
from ui import pages

ROOT = Path(__file__).resolve().parents[2]


def test_the_version_is_one() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == VERSION


def test_pages_drivers_and_tables_are_those_on_the_disk() -> None:
    found = inventory.walked(ROOT)
    assert inventory.pages(found) == pages.names()
    assert set(registry.module_names()) <= set(inventory.drivers(found))
    assert "desk.reception.tables" in inventory.tables(found)
    assert "doctor" in inventory.commands(found)
    assert not any("migrations" in name for name in found)


def test_a_packaged_program_goes_by_the_list_of_its_build(tmp_path: Path) -> None:
    (tmp_path / inventory.FILE).write_text(json.dumps(["desk.core.ids"]), encoding="utf-8")
    assert inventory.expected(tmp_path) == ["desk.core.ids"]


@pytest.mark.parametrize(
    ("lost", "check"),
    [
        ("drivers.relays.forgotten", checks.drivers),
        ("desk.forgotten.tables", checks.records),
        ("desk.forgotten", checks.modules),
    ],
)
def test_what_a_build_left_out_is_named(
    lost: str, check: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(inventory, "expected", lambda root: [*inventory.walked(ROOT), lost])
    assert callable(check)
    with pytest.raises(Wrong, match=lost):
        check(tmp_path)
