"""The small drawings inside native controls (tick, arrows), one file per scheme, since a style sheet takes only files.

Made from the icons and tokens: `python -m ui.theme.glyphs` writes them again; a test tells when they are stale.
"""

from __future__ import annotations

import sys

from ui.theme.resources import RESOURCES, glyph_folder
from ui.theme.tokens import SCHEMES, Colors, load

# File name -> icon, colour of the drawing.
_FROM_ICONS = {
    "check": ("check", "on_accent"),
    "check-off": ("check", "muted"),
    "minus": ("minus", "on_accent"),
    "down": ("chevron-down", "ink"),
    "down-off": ("chevron-down", "muted"),
    "left": ("chevron-left", "ink"),
    "right": ("chevron-right", "ink"),
    "plus": ("plus", "ink"),
    "plus-off": ("plus", "muted"),
    "take": ("minus", "ink"),
    "take-off": ("minus", "muted"),
}
_DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><circle cx="12" cy="12" r="7" fill="{}"/></svg>\n'
)


def drawings(colors: Colors) -> dict[str, str]:
    """File name -> SVG text of every drawing in a scheme's colours."""
    made = {"dot.svg": _DOT.format(colors.accent), "dot-off.svg": _DOT.format(colors.muted)}
    for name, (icon, color) in _FROM_ICONS.items():
        source = (RESOURCES / "icons" / f"{icon}.svg").read_text(encoding="utf-8")
        text = source.replace("currentColor", colors.of(color)).replace('stroke-width="2"', 'stroke-width="3"')
        made[f"{name}.svg"] = text
    return made


def write() -> None:
    """Writes the drawings of every scheme."""
    for scheme in SCHEMES:
        glyph_folder(scheme).mkdir(parents=True, exist_ok=True)
        for name, text in drawings(load(scheme).colors).items():
            (glyph_folder(scheme) / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
    sys.exit(0)
