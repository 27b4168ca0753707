"""What the sources say: which file names which function, and which functions write without being handed a unit."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import desk

ROOT = Path(desk.__file__).parents[1]
WRITES = {
    "audit", "add", "add_many", "set", "set_many", "insist", "drop", "project", "reproject", "put_setting",
    "put_secret", "trust_wall", "redact",
}  # fmt: skip


@dataclass(frozen=True)
class Sources:
    """callers: `desk.room.module.function` -> the other files that name it. writers: `path: function` -> (what of WRITES
    it does with a unit it has opened, whether it asks for a right)."""

    callers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    writers: dict[str, tuple[frozenset[str], bool]] = field(default_factory=dict)


@cache
def sources() -> Sources:
    """The desk and the screens, read once; the parsed trees are not kept."""
    found = Sources()
    for path in (path for room in ("desk", "ui") for path in sorted((ROOT / room).rglob("*.py"))):
        name = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        own = name.removesuffix(".py").replace("/", ".")
        for named in _named(tree):
            if named.rpartition(".")[0] != own:
                found.callers[named].add(name)
        found.writers.update((f"{name}: {function}", how) for function, how in _writers(tree))
    return found


def _named(tree: ast.Module) -> Iterator[str]:
    known: dict[str, str] = {}
    dotted: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            known |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.Import):
            known |= {one.asname or one.name: one.name for one in node.names}
        elif isinstance(node, ast.Attribute):
            dotted.add(_dotted(node))
    yield from known.values()
    for name in dotted:
        head, _, rest = name.partition(".")
        if head in known:
            yield f"{known[head]}.{rest}"


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return f"{_dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else ""


def _writers(tree: ast.Module) -> Iterator[tuple[str, tuple[frozenset[str], bool]]]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and "u" not in [one.arg for one in function.args.args]:
            calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
            methods = [one for one in calls if isinstance(one, ast.Attribute)]
            does = frozenset(one.attr for one in methods if _dotted(one.value) == "u") & WRITES
            if does:
                yield function.name, (does, any(one.attr == "require" for one in methods))
