"""House patterns that need the syntax tree: broad excepts, tr(), prints, lengths, assertions, forbidden imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch

LONGEST_FILE, LONGEST_FUNCTION = 400, 50  # lines
# A test may tell a long story; a migration is written by a tool from the models and never edited again.
ANY_LENGTH = ("tests/", "desk/store/migrations/versions/")
# Loops that must outlive whatever runs in them.
LOOPS = (
    "desk/core/events.py",
    "desk/core/lanes.py",
    "desk/sync/runner.py",
    "desk/selftest/runner.py",
    "desk/updates/trial.py",
    "ui/bridge.py",
    "drivers/*line*.py",
    "*excepthook*.py",
)
MAY_PRINT = ("*/__main__.py", "*cli*.py", "packaging/*", "tests/*")
ASSERTING = ("raises", "assert", "expect", "wait", "warns", "check")


@dataclass(frozen=True)
class Import:
    """Modules that some files must not import."""

    modules: tuple[str, ...]
    where: tuple[str, ...]
    instead: str
    but: tuple[str, ...] = ()


IMPORTS = (
    Import(
        ("sqlalchemy",),
        ("desk/*.py", "ui/*.py"),
        "SQLAlchemy belongs in store/, tables, service and reads",
        (
            "desk/store/*",
            "desk/hub/*",
            "desk/*/tables*.py",
            "desk/*/service*.py",
            "desk/*/reads*.py",
            "desk/bench/*",
        ),  # a benchmark fills stores by the million and counts pages
    ),
    Import(("sqlalchemy", "sqlcipher3"), ("*/rules*.py",), "rules are pure: no database in them"),
    Import(("serial", "hid", "usb"), ("desk/*.py", "ui/*.py"), "serial lines and HID belong in drivers/"),
    Import(
        ("urllib.request", "http.client", "requests", "httpx", "aiohttp"),
        ("desk/*.py",),
        "only sync/, updates/ and hub/ speak HTTP",
        ("desk/sync/*", "desk/updates/*", "desk/hub/*"),
    ),
    Import(
        ("PySide6", "shiboken6"),
        ("ui/pages/*presenter*.py", "ui/pages/*model*.py"),
        "presenters and models know no Qt: the view draws, the presenter decides",
    ),
)


def _fits(path: str, globs: tuple[str, ...]) -> bool:
    return any(fnmatch(path, glob) for glob in globs)


def findings(path: str, text: str) -> list[str]:
    """Every finding in one Python file."""
    try:
        tree = ast.parse(text)
    except SyntaxError as wrong:
        return [f"{path}:{wrong.lineno}: does not parse: {wrong.msg}"]
    found = [f"{path}:{line}: {what}" for line, what in _of_file(path, text, tree)]
    for node in ast.walk(tree):
        found += [f"{path}:{line}: {what}" for line, what in _of_node(path, node)]
    return found


def _of_file(path: str, text: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    lines = text.count("\n")
    if lines > LONGEST_FILE and not path.startswith(ANY_LENGTH):
        yield 1, f"{lines} lines, at most {LONGEST_FILE}: split it by what it does"
    if lines > 5 and not path.startswith("tests/") and not path.endswith("__init__.py") and not ast.get_docstring(tree):
        yield 1, "no line that says what this module is for: begin with a docstring"
    if path.startswith("tests/"):
        yield from _toothless(tree)


def _of_node(path: str, node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.ExceptHandler):
        yield from _broad(path, node)
    elif isinstance(node, ast.Call):
        yield from _call(path, node)
    elif isinstance(node, ast.JoinedStr):
        if path.startswith("ui/") and any(_is_tr(part) for part in ast.walk(node)):
            yield node.lineno, 'tr() inside an f-string is never extracted: self.tr("... {x}").format(x=...)'
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield from _function(path, node)
    elif isinstance(node, ast.Import | ast.ImportFrom):
        yield from _import(path, node)


def _broad(path: str, node: ast.ExceptHandler) -> Iterator[tuple[int, str]]:
    last = node.body[-1]
    tidies = isinstance(last, ast.Raise) and last.exc is None  # cleans up and lets the error go on
    if tidies or not path.startswith(("desk/", "ui/", "drivers/")) or _fits(path, LOOPS):
        return
    kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    if any(
        kind is None or (isinstance(kind, ast.Name) and kind.id in ("Exception", "BaseException")) for kind in kinds
    ):
        yield node.lineno, "a broad except: name the errors; only bus, lanes, bridge and driver lines catch all"


def _is_tr(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name == "tr"


def _call(path: str, node: ast.Call) -> Iterator[tuple[int, str]]:
    if path.startswith("ui/") and _is_tr(node) and node.args and isinstance(node.args[0], ast.JoinedStr):
        yield node.lineno, 'an f-string inside tr() is never matched: self.tr("... {x}").format(x=...)'
    if isinstance(node.func, ast.Name) and node.func.id == "print" and not _fits(path, MAY_PRINT):
        yield node.lineno, "print(): use a logger, or write in __main__"


def _function(path: str, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[int, str]]:
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    if length > LONGEST_FUNCTION and not path.startswith(ANY_LENGTH):
        yield node.lineno, f"{node.name} has {length} lines, at most {LONGEST_FUNCTION}: split it into steps with names"


def _toothless(tree: ast.Module) -> Iterator[tuple[int, str]]:
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    helpers = {node.name for node in functions if any(_asserts(part, set()) for part in ast.walk(node))}
    for node in functions:
        if node.name.startswith("test_") and not any(_asserts(part, helpers) for part in ast.walk(node)):
            yield node.lineno, f"{node.name} asserts nothing: a test that cannot fail is a defect"


def _asserts(node: ast.AST, helpers: set[str]) -> bool:
    if isinstance(node, ast.Assert):
        return True
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in helpers or any(word in name.lower() for word in ASSERTING)


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if node.level:
        return []
    module = node.module or ""
    return [module, *(f"{module}.{alias.name}" for alias in node.names)]


def _import(path: str, node: ast.Import | ast.ImportFrom) -> Iterator[tuple[int, str]]:
    names = _imported(node)
    for rule in IMPORTS:
        hit = [n for n in names if any(n == m or n.startswith(m + ".") for m in rule.modules)]
        if hit and _fits(path, rule.where) and not _fits(path, rule.but):
            yield node.lineno, f"import of {hit[0]}: {rule.instead}"
    if _fits(path, ("ui/pages/*view*.py",)) and any(_is_service(name) for name in names):
        yield node.lineno, "a view imports a service: views show and signal, the presenter calls the desk"


def _is_service(name: str) -> bool:
    parts = name.split(".")
    return parts[0] == "desk" and any(part.startswith("service") or part == "store" for part in parts[1:])
