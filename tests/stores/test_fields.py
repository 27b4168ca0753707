"""What a released version could send stays known, and what it could not is announced by a new version of operations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desk.wire import ops
from tests.stores.keep_operations import FOLDER, fields

KEPT = sorted(FOLDER.glob("*.kinds.json"))


def apart(kept: dict[str, Any], now: dict[str, list[str]], op_version: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """(fields that are no longer known, fields that a hub of the kept version would take for a leak)."""
    gone = {kind: sorted(set(names) - set(now.get(kind, ()))) for kind, names in kept["kinds"].items()}
    fresh = {kind: sorted(set(now.get(kind, ())) - set(names)) for kind, names in kept["kinds"].items()}
    announced = op_version > kept["op_version"]
    return (
        {kind: names for kind, names in gone.items() if names},
        {} if announced else {kind: names for kind, names in fresh.items() if names},
    )


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_no_field_is_lost_and_none_is_new_in_silence(path: Path) -> None:
    gone, fresh = apart(json.loads(path.read_text(encoding="utf-8")), fields(), ops.VERSION)
    assert not gone, "older desks write these: they must stay known"
    assert not fresh, (
        "raise desk.wire.ops.VERSION; or, while this version is not released, keep its operations again (README.md)"
    )


def test_the_comparison_sees_both() -> None:
    kept = {"op_version": 1, "kinds": {"visit": ["gate", "purpose"]}}
    assert apart(kept, {"visit": ["gate", "purpose"], "wish": ["words"]}, 1) == ({}, {})
    assert apart(kept, {"visit": ["gate", "mood"]}, 1) == ({"visit": ["purpose"]}, {"visit": ["mood"]})
    assert apart(kept, {"visit": ["gate", "purpose", "mood"]}, 2) == ({}, {})
