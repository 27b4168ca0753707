"""The hub's list of kinds and the tables of the rooms say the same."""

from __future__ import annotations

from desk import app
from desk.store.kinds import kinds
from desk.wire.kinds import Kind
from desk.wire.kinds_list import KINDS

REMEDY = "run packaging/make_kinds.py and commit desk/wire/kinds_list.py"


def plain(kind: Kind) -> dict[str, object]:
    inner = {name: {field: str(of) for field, of in fields.items()} for name, fields in kind.inner.items()}
    fields = {name: str(cls) for name, cls in kind.fields.items()}
    more = {"key": kind.key, "files": kind.files, "by_hub": kind.by_hub}
    return {"merge": str(kind.merge), "fields": fields, "inner": inner, **more}


def test_every_table_that_travels_is_listed_as_it_is_declared() -> None:
    app.import_rooms()
    listed = {kind.name: plain(kind) for kind in KINDS}
    for kind in kinds():
        assert listed.get(kind.name) == plain(kind), f"{kind.name}: {REMEDY}"


def test_the_hub_loads_no_room_for_it() -> None:
    import subprocess
    import sys

    code = "import sys, desk.wire.kinds_list; print([m for m in sys.modules if m.startswith(('desk.store', 'sqlalchemy'))])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"
