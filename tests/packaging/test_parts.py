"""What ships is named with its licence, in the list people read and in the bill of materials, and nothing else is."""

import importlib.metadata
import json
from pathlib import Path

import bill
import house_files
import pytest
import third_party

ROOT = Path(__file__).resolve().parents[2]


def test_everything_that_ships_says_its_licence(tmp_path: Path) -> None:
    shipped = third_party.shipped(ROOT)
    found = third_party.parts(importlib.metadata.distributions(), shipped, "linux", "3.11")
    names = {house_files.normal(part.name) for part in found}
    installed = {house_files.normal(dist.metadata["Name"]) for dist in importlib.metadata.distributions()}
    assert shipped & installed <= names
    assert all(part.licence for part in found)
    assert not {"pytest", "mypy", "pillow"} & names
    listed, text = third_party.write(tmp_path, found)
    assert {one["name"] for one in json.loads(listed.read_text(encoding="utf-8"))} == {part.name for part in found}
    assert "Noto Sans SC" in text.read_text(encoding="utf-8")


def test_no_part_is_under_a_licence_that_would_bind_the_program() -> None:
    found = third_party.parts(importlib.metadata.distributions(), third_party.shipped(ROOT), "linux", "3.11")
    strong = [
        part
        for part in found
        if "GPL" in part.licence and "LGPL" not in part.licence and "exception" not in part.licence
    ]
    assert strong == []


def test_a_library_that_says_nothing_is_not_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "mute-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: mute\nVersion: 1.0\n", encoding="utf-8")
    (dist,) = importlib.metadata.distributions(path=[str(tmp_path)])
    with pytest.raises(ValueError, match="mute does not say"):
        third_party.licence_of(dist)


def test_the_bill_keeps_what_ships_and_adds_what_is_no_library() -> None:
    made = {
        "components": [{"name": "NumPy", "bom-ref": "n"}, {"name": "pytest", "bom-ref": "p"}],
        "dependencies": [{"ref": "root-component", "dependsOn": ["n", "p"]}, {"ref": "p"}],
        "metadata": {"tools": {}},
    }
    parts = [
        {"name": "numpy", "version": "2", "licence": "BSD-3-Clause"},
        {"name": "Qt", "version": "6", "licence": "LGPL-3.0-only"},
    ]
    found = bill.only(made, parts)
    assert [one["name"] for one in found["components"]] == ["NumPy", "Qt"]
    assert found["dependencies"] == [{"ref": "root-component", "dependsOn": ["n"]}]
    assert found["metadata"]["component"]["name"] == "gatehouse-desk"
