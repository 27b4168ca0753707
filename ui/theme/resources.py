"""Where the program's resources lie: beside the packages, in a checkout and in the frozen build alike."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def glyph_folder(scheme: str) -> Path:
    """Where the small drawings of native controls lie, in a scheme's colours (made by `ui/theme/glyphs.py`)."""
    return RESOURCES / "theme" / "glyphs" / scheme
