"""Lets the tests import the scripts of packaging/, which are no package (see packaging/README.md)."""

import sys
from pathlib import Path

PACKAGING = str(Path(__file__).resolve().parents[2] / "packaging")
if PACKAGING not in sys.path:
    sys.path.append(PACKAGING)
