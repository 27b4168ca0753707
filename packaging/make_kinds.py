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

from collections.abc import Iterable, Mapping

from desk.wire.kinds import Kind, Kinds
from desk.wire.sharing import Merge, Sharing

Fields = dict[str, Sharing]


def _fields(sealed: str = "", site: str = "", district: str = "", public: str = "") -> Fields:
    classes = {Sharing.SEALED: sealed, Sharing.SITE: site, Sharing.DISTRICT: district, Sharing.PUBLIC: public}
    return {name: cls for cls, names in classes.items() for name in names.split()}


def _kind(
    name: str,
    merge: Merge,
    inner: Mapping[str, Fields] | None = None,
    key: tuple[str, ...] = (),
    files: Iterable[str] = (),
    by_hub: bool = False,
    **fields: str,
) -> Kind:
    return Kind(name, merge, _fields(**fields), inner or {}, key, frozenset(files), by_hub)


KINDS = Kinds(
    (
'''
TAIL = """    )
)
"""
LONGEST = 120


def text(found: Iterable[Kind]) -> str:
    """The file, as the formatter leaves it."""
    return HEAD + "".join(f"{' ' * 8}{_kind(kind)},\n" for kind in sorted(found, key=lambda kind: kind.name)) + TAIL


def _kind(kind: Kind) -> str:
    parts = [f'"{kind.name}"', f"Merge.{kind.merge.name}", *_fields(kind.fields)]
    if kind.inner:
        inner = [f'"{name}": {_call("_fields", _fields(fields), 16)}' for name, fields in sorted(kind.inner.items())]
        parts.append("inner={\n" + "".join(f"{' ' * 16}{one},\n" for one in inner) + " " * 12 + "}")
    if kind.key:
        parts.append(f"key=({', '.join(_quoted(kind.key))}{',' if len(kind.key) == 1 else ''})")
    if kind.files:
        parts.append(f"files={{{', '.join(_quoted(sorted(kind.files)))}}}")
    if kind.by_hub:
        parts.append("by_hub=True")
    return _call("_kind", parts, 8)


def _fields(fields: Mapping[str, Sharing]) -> list[str]:
    assert set(fields.values()) <= WIRE
    said = []
    for cls in (Sharing.SEALED, Sharing.SITE, Sharing.DISTRICT, Sharing.PUBLIC):
        names = sorted(name for name, held in fields.items() if held is cls)
        if names:
            said.append(f'{cls.name.lower()}="{" ".join(names)}"')
    return said


def _call(name: str, parts: list[str], indent: int) -> str:
    """On one line, or with what is in the brackets on one, or with each part on its own: as the formatter does."""
    inside, deeper = ", ".join(parts), " " * (indent + 4)
    if "\n" not in inside and indent + len(f"{name}({inside}),") <= LONGEST:
        return f"{name}({inside})"
    if "\n" not in inside and len(deeper + inside) <= LONGEST:
        return f"{name}(\n{deeper}{inside}\n{' ' * indent})"
    return f"{name}(\n" + "".join(f"{deeper}{part},\n" for part in parts) + " " * indent + ")"


def _quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def main() -> None:
    app.import_rooms()
    LIST.write_text(text(kinds()), encoding="utf-8", newline="\n")
    print(f"written: {LIST.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
