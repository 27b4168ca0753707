"""Over all rooms: every right asked for stands in the one table, and every verb asks for one."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import desk
from desk.operators.rules import MACHINE_RIGHTS, RIGHTS

ROOT = Path(desk.__file__).parent
# Verbs that ask for no right, each with its reason.
WRITES = {"audit", "project", "reproject", "put_setting", "drop", "insert", "update", "delete", "redact"}
OPEN = {
    "operators.service.make_first_manager": "there is nobody yet; refused once there is",
    "operators.service_duty.come_on": "the session has checked PIN or badge",
    "operators.service_duty.activate": "the session has checked PIN or the setting",
    "operators.service_duty.go_off": "anybody may go home",
    "operators.service_duty.claim_try": "counts a guess, whoever makes it",
    "operators.service_duty.forgive": "the session has seen the right PIN",
    "people.service_rows.index_person": "inside verbs that have asked",
    "people.service_forgotten.remove": "inside forgetting, which has asked",
    "people.service_visitors.remember_visitor": "inside an admission, which has asked",
    "people.service_visitors.forget_visitors": "a purge of retention, which has asked",
    "reception.service_watch.expire": "ends only what is over",
}


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


def calls(function: ast.FunctionDef) -> set[str]:
    found = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            found.add(node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""))
    return found


def only_invented(function: ast.FunctionDef) -> bool:
    """Refuses in any store that is not a throw-away one."""
    return any(isinstance(node, ast.Attribute) and node.attr == "is_throwaway" for node in ast.walk(function))


def closed(functions: list[tuple[str, ast.FunctionDef]], names: set[str]) -> set[str]:
    """These names and all that call one of them, however deep."""
    while more := {f.name for _, f in functions if f.name not in names and calls(f) & names}:
        names = names | more
    return names


def test_every_verb_asks_for_a_right() -> None:
    functions = [(m, f) for m, tree in modules() for f in tree.body if isinstance(f, ast.FunctionDef)]
    asking = closed(functions, {f.name for _, f in functions if list(asked(f)) or only_invented(f)})
    writing = closed(functions, {f.name for _, f in functions if calls(f) & WRITES})
    verbs = [
        f"{module}.{f.name}"
        for module, f in functions
        if ".service" in module and not f.name.startswith("_") and f.args.args and f.args.args[0].arg == "u"
        and f.name in writing - asking
    ]  # fmt: skip
    assert sorted(set(verbs) - set(OPEN)) == []
