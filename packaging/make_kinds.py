"""Writes desk/wire/kinds_list.py, the hub's list of what may travel, from what the desk's tables declare.

Run it after a table that travels has changed; tests/wire/test_kinds_list.py holds both together.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desk import app  # noqa: E402 - the project's root comes first
from desk.store.kinds import kinds  # noqa: E402
from desk.wire.kinds import Kind  # noqa: E402
from desk.wire.sharing import WIRE, Sharing  # noqa: E402

LIST = ROOT / "desk" / "wire" / "kinds_list.py"
HEAD = '''"""What travels, as the tables of the desk declare it. Written by packaging/make_kinds.py: do not edit."""

from __future__ import annotations

from desk.wire.kinds import Kind, Kinds
from desk.wire.sharing import Merge, Sharing

Fields = dict[str, Sharing]


def _fields(sealed: str = "", site: str = "", district: str = "", public: str = "") -> Fields:
    classes = {Sharing.SEALED: sealed, Sharing.SITE: site, Sharing.DISTRICT: district, Sharing.PUBLIC: public}
    return {name: cls for cls, names in classes.items() for name in names.split()}


KINDS = Kinds(
    (
'''
TAIL = """    )
)
"""


def text(found: Iterable[Kind]) -> str:
    """The file, as the formatter leaves it."""
    return HEAD + "".join(_kind(kind) for kind in sorted(found, key=lambda kind: kind.name)) + TAIL


def _kind(kind: Kind) -> str:
    lines = [f'"{kind.name}"', f"Merge.{kind.merge.name}", _fields(kind.fields, 12)]
    if kind.inner:
        inner = (f'{" " * 16}"{name}": {_fields(fields, 16)},\n' for name, fields in sorted(kind.inner.items()))
        lines.append("{\n" + "".join(inner) + " " * 12 + "}")
    if kind.key:
        lines.append(f"key=({', '.join(_quoted(kind.key))}{',' if len(kind.key) == 1 else ''})")
    if kind.files:
        lines.append(f"files=frozenset({{{', '.join(_quoted(sorted(kind.files)))}}})")
    if kind.by_hub:
        lines.append("by_hub=True")
    return "        Kind(\n" + "".join(f"{' ' * 12}{line},\n" for line in lines) + "        ),\n"


def _quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def _fields(fields: Mapping[str, Sharing], indent: int) -> str:
    assert set(fields.values()) <= WIRE
    said = []
    for cls in (Sharing.SEALED, Sharing.SITE, Sharing.DISTRICT, Sharing.PUBLIC):
        names = sorted(name for name, held in fields.items() if held is cls)
        if names:
            said.append(f'{" " * (indent + 4)}{cls.name.lower()}="{" ".join(names)}",\n')
    return "_fields(\n" + "".join(said) + " " * indent + ")"


def main() -> None:
    app.import_rooms()
    LIST.write_text(text(kinds()), encoding="utf-8", newline="\n")
    print(f"written: {LIST.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
