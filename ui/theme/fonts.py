"""The bundled font: loaded once per process, used by name everywhere (screen and paper)."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme.resources import RESOURCES

FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")


@cache
def family() -> str:
    """Loads Noto Sans SC and answers its family name; the system's default sans when the files are gone."""
    names: list[str] = []
    for file in FILES:
        number = QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / file))
        names += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return names[0] if names else QFont().defaultFamily()


def font(px: int, bold: bool = False) -> QFont:
    """The program's font at a size in px. Unhinted: strokes keep their weight at every scale."""
    made = QFont(family())
    made.setPixelSize(px)
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
