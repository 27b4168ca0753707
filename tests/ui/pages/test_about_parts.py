"""The About page names what a package carries, by the list that the build wrote into it."""

import json
from pathlib import Path

import pytest

from ui.pages.settings import presenter_about as about


def test_a_package_names_all_it_carries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    listed = tmp_path / about.LISTED
    listed.parent.mkdir()
    listed.write_text(json.dumps([{"name": "Qt", "version": "6.9.3", "licence": "LGPL-3.0-only"}]), encoding="utf-8")
    monkeypatch.setattr(about, "resources", lambda: tmp_path / "resources")
    assert about.parts() == (("Qt 6.9.3", "LGPL-3.0-only"),)
    assert about.texts() == str(listed.parent)


def test_the_sources_name_their_own() -> None:
    assert ("SQLAlchemy", "MIT") in about.parts()
    assert about.texts() == ""
