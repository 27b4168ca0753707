"""Compiles a payload with the Python it is for, inside a clean Debian that has it: `python3.13 compile_tree.py STDLIB PAYLOAD`."""

import importlib.util
import marshal
import re
import sys
import zipfile
from pathlib import Path

LEFT_OUT = re.compile(
    r"^(test|tests|idlelib|tkinter|turtledemo|ensurepip|lib2to3|site-packages|dist-packages|lib-dynload|config-3.*|pydoc_data"
    r"|venv|__pycache__|turtle\.py|_sysconfigdata.*|_aix_support\.py|antigravity\.py|this\.py|__phello__|curses)$"
)
AS_FILES = ("cv2", "migrations")  # OpenCV and alembic read these as text
UNCHECKED_HASH = (1).to_bytes(4, "little")  # PEP 552: never compared with a source
MADE = (2026, 1, 1, 0, 0, 0)


def main(stdlib: Path, payload: Path) -> None:
    """The standard library as one zip, the rest compiled in place without its sources."""
    with zipfile.ZipFile(payload / "python313.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(stdlib.rglob("*.py")):
            name = path.relative_to(stdlib)
            if not any(LEFT_OUT.match(part) for part in name.parts):
                entry = zipfile.ZipInfo(name.with_suffix(".pyc").as_posix(), MADE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, compiled(path, name.as_posix()))
    lib = payload / "lib"
    for path in sorted(lib.rglob("*.py")):
        name = path.relative_to(lib)
        if not set(AS_FILES) & set(name.parts):
            path.with_suffix(".pyc").write_bytes(compiled(path, name.as_posix()))
            path.unlink()


def compiled(path: Path, name: str) -> bytes:
    """A .pyc that is never compared with its source. Docstrings stay: SQLAlchemy asserts that it finds its own."""
    source = path.read_bytes()
    code = compile(source, name, "exec", dont_inherit=True, optimize=0)
    return importlib.util.MAGIC_NUMBER + UNCHECKED_HASH + importlib.util.source_hash(source) + marshal.dumps(code)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
