"""The revisions read out of the scripts are alembic's own, and alembic stays away while there is nothing to migrate."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from alembic.script import ScriptDirectory

from desk.store import migrate
from desk.store.store import Store

KEY = bytes(32)


def test_revisions_are_alembics_own() -> None:
    scripts = ScriptDirectory.from_config(migrate.config())
    assert migrate.head() == scripts.get_current_head()
    assert migrate.revisions() == {one.revision: str(one.down_revision) for one in scripts.walk_revisions()}


def test_an_empty_store_has_no_revision_and_a_made_one_has_the_newest(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    assert migrate.current(path, KEY) is None
    assert migrate.needs_upgrade(path, KEY)
    migrate.upgrade(path, KEY)
    assert migrate.current(path, KEY) == migrate.head()
    assert not migrate.needs_upgrade(path, KEY)


def test_opening_a_store_of_today_does_not_load_alembic(store: Store) -> None:
    code = (
        "import sys; from pathlib import Path; from desk.core.clock import SystemClock; from desk.store.store import Store;"
        f"Store(Path({str(store.path)!r}), bytes.fromhex({store.key.hex()!r}), SystemClock()).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
