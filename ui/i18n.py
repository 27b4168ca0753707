"""Languages of the screens: Chinese is the source in the code, English a compiled catalogue; both can be changed live."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desk.core.paths import resources
from ui import moments

log = logging.getLogger("ui.i18n")

LANGUAGES = ("zh_CN", "en")
SOURCE = "zh_CN"
OWN_NAMES = {"zh_CN": "中文", "en": "English"}  # each in its own words, whatever the screen speaks

_installed: list[QTranslator] = []
_lang = [SOURCE]


def current() -> str:
    """`zh_CN` or `en`."""
    return _lang[0]


def fitting(wanted: str) -> str:
    """The language to take for a wish such as `en_GB` or an empty one: English when asked for, else Chinese."""
    return "en" if wanted.lower().startswith("en") else SOURCE


def install(wanted: str) -> str:
    """Speak this language from now on; widgets get LanguageChange. Answers the language taken."""
    app = QCoreApplication.instance()
    lang = fitting(wanted)
    _lang[0] = lang
    moments.speak(lang)
    QLocale.setDefault(QLocale(lang))
    if app is None:
        return lang
    while _installed:
        app.removeTranslator(_installed.pop())
    for folder, name in _catalogues(lang):
        translator = QTranslator()
        if translator.load(name, folder):
            app.installTranslator(translator)
            _installed.append(translator)
        else:
            log.error("catalogue %s is missing", name)
    return lang


def _catalogues(lang: str) -> list[tuple[str, str]]:
    """Ours, and Qt's own words for its few ready-made menus (copy, paste)."""
    if lang == "en":
        return [(str(resources() / "translations"), "gatehouse_en.qm")]
    return [(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_zh_CN.qm")]
