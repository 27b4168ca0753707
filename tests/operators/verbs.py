"""Every verb of the desk, found by looking: what takes a unit of work; and values to call any of them with."""

from __future__ import annotations

import dataclasses
import enum
import importlib
import inspect
import types
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import desk
from desk.store.unit import Unit

ROOT = Path(desk.__file__).parent
ELSEWHERE = {  # no desk of anybody: invented data and figures, the other end of the line, and callers of verbs
    "store.migrations", "wire", "core", "hub", "demo", "bench", "commands", "selftest",
}  # fmt: skip
Verb = Callable[..., Any]
TEXT = "0" * 31 + "7"  # an id of nothing, and a word like any other
TIMES = {"at", "until", "before", "cutoff", "expires_at", "joined_at"}


def verbs() -> Iterator[tuple[str, Verb]]:
    """`room.module.function` and the function, for every public one with an argument that is a unit; methods too."""
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[0] in ELSEWHERE or ".".join(parts[:2]) in ELSEWHERE or parts[-1].startswith("__"):
            continue
        module = importlib.import_module(".".join(("desk", *parts)))
        for name, thing in vars(module).items():
            if getattr(thing, "__module__", "") == module.__name__:
                yield from _of(".".join((*parts, name)), thing)


def _of(name: str, thing: Any) -> Iterator[tuple[str, Verb]]:
    if name.rpartition(".")[2].startswith("_"):
        return
    if inspect.isclass(thing):
        for inner, method in vars(thing).items():
            if inspect.isfunction(method):
                yield from _of(f"{name}.{inner}", method)
    elif inspect.isfunction(thing) and _unit_name(thing):
        yield name, thing


def _unit_name(verb: Verb) -> str:
    """The name of the argument that is a unit; empty when none is."""
    for one in inspect.signature(verb).parameters.values():
        if one.annotation in ("Unit", "unit.Unit", Unit):
            return one.name
    return ""


def call(verb: Verb, u: Unit, **given: Any) -> Any:
    """Call a verb with a value for every argument that must have one."""
    hints = typing.get_type_hints(verb)
    values: dict[str, Any] = {_unit_name(verb): u}
    for one in inspect.signature(verb).parameters.values():
        if one.name in given:
            values[one.name] = given[one.name]
        elif one.kind is one.VAR_POSITIONAL:
            continue
        elif one.default is one.empty and one.name not in values and one.kind is not one.VAR_KEYWORD:
            values[one.name] = value_of(hints[one.name], one.name)
    bound = inspect.signature(verb).bind_partial()
    bound.arguments.update({k: v for k, v in values.items() if k in inspect.signature(verb).parameters})
    return verb(*bound.args, **bound.kwargs)


def value_of(hint: Any, name: str = "") -> Any:
    """Some value of a type: one item in each list, so that a loop over them runs once."""
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return value_of(next(one for one in inside if one is not type(None)), name)
    if origin is typing.Literal:
        return inside[0]
    if origin is not None:
        return _collection(origin, inside)
    if isinstance(hint, type):
        return _plain(hint, name)
    return TEXT


def _collection(origin: Any, inside: tuple[Any, ...]) -> Any:
    if origin is tuple:
        return tuple(value_of(one) for one in inside if one is not Ellipsis)
    if issubclass(origin, typing.Mapping):
        return {value_of(inside[0]): value_of(inside[1])}
    if issubclass(origin, set | frozenset):
        return origin({value_of(inside[0])})
    if origin is Callable:
        return lambda *_: None
    return [value_of(inside[0])]


def _plain(hint: type, name: str) -> Any:
    if issubclass(hint, enum.Enum):
        return next(iter(hint))
    if dataclasses.is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        must = [f for f in dataclasses.fields(hint) if f.init and f.default is f.default_factory is dataclasses.MISSING]
        return hint(**{f.name: value_of(hints[f.name], f.name) for f in must})
    if issubclass(hint, bool):
        return True
    if issubclass(hint, int | float):
        return hint(1)
    if issubclass(hint, Path):
        return Path(TEXT)
    if issubclass(hint, bytes):
        return b"\x07" * 32
    return TEXT
