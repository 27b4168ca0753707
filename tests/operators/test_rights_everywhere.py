"""Over all rooms: every right asked for stands in the one table. That every verb asks: test_rights_tried.py."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import desk
from desk.operators.rules import MACHINE_RIGHTS, RIGHTS

ROOT = Path(desk.__file__).parent


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def asked(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "require":
            yield node.args[0]


def value_of(module: str, expression: ast.expr) -> object:
    """A literal, a constant of the module, or a constant of a module it imports; None for a variable."""
    if isinstance(expression, ast.Constant):
        return expression.value
    names = vars(importlib.import_module(f"desk.{module}"))
    if isinstance(expression, ast.Name):
        return names.get(expression.id)
    if isinstance(expression, ast.Attribute) and isinstance(expression.value, ast.Name):
        return getattr(names.get(expression.value.id), expression.attr, None)
    return None


def test_every_right_asked_for_is_in_the_table() -> None:
    found = {(module, value_of(module, right)) for module, tree in modules() for right in asked(tree)}
    rights = {(module, right) for module, right in found if isinstance(right, str)}
    assert len(rights) > 20
    assert not [pair for pair in rights if pair[1] not in RIGHTS.keys() | MACHINE_RIGHTS]
    assert not RIGHTS.keys() & MACHINE_RIGHTS
