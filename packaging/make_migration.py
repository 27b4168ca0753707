"""Writes the next migration from what the models say and the last migration does not: packaging/make_migration.py ID TITLE.

Read what it writes before you commit it. Data steps, and anything about the search index, are written by hand.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from alembic import command  # noqa: E402 - the project's root comes first

from desk import app  # noqa: E402
from desk.store import migrate  # noqa: E402
from desk.store.engine import migration_engine  # noqa: E402
from desk.store.schema import Id  # noqa: E402

KEY = bytes(32)


def plain_types(kind: str, item: Any, context: Any) -> str | bool:
    """A migration must not change when our types do: they stand as what the database sees."""
    return "sa.LargeBinary(length=16)" if kind == "type" and isinstance(item, Id) else False


def main(revision: str, title: str) -> None:
    app.import_rooms()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scratch.db"
        migrate.upgrade(path, KEY)
        engine = migration_engine(path, KEY)
        with engine.connect() as conn:
            options = migrate.config()
            options.attributes["connection"] = conn
            options.attributes["render_item"] = plain_types
            command.revision(options, title, autogenerate=True, rev_id=revision)
        engine.dispose()
    print(f"written below {migrate.SCRIPTS / 'versions'}: read it before you commit it")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
