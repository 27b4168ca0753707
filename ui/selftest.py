"""--selftest FILE: the desk's own checks, then those that need Qt; offscreen where there is no screen."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
from pathlib import Path

from desk.core.paths import resources
from desk.selftest import inventory, runner
from desk.selftest.checks import checks
from desk.selftest.runner import Check, Outcome, Wrong
from ui.manual.checked import manual

LIMIT_S = 300  # a look takes seconds; one that stands still says where and ends
RARE = "门岗台𬱖龑䶮"  # what one of the shipped fonts must draw
QT_WORD = ("QPlatformTheme", "Cancel")  # out of Qt's own catalogue
FORMATS = ("png", "jpeg", "svg")
SLOW = frozenset(
    {"faces", "serial", "certificate", "sync", "cameras", "paper", "manual"}
)  # of the surroundings, or of one page


def run(file: Path, quick: bool = False) -> int:
    """Look at everything, or at what must be well before a new version touches the data; the answer stands in the file as JSON. Exit code 0 all well, 1 something is not, 2 no file."""
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.stderr is not None:  # a windowed program has none on Windows
        logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
        faulthandler.dump_traceback_later(LIMIT_S, exit=True)
    from PySide6.QtWidgets import QApplication

    held = QApplication(sys.argv[:1])
    try:
        wanted = [one for one in (*checks(), *qt_checks()) if not quick or one.name not in SLOW]
        good = runner.run(wanted, file.absolute(), _tell)
    except OSError as error:
        logging.getLogger("ui.selftest").error("%s cannot be written: %s", file, error)
        return 2
    finally:
        faulthandler.cancel_dump_traceback_later()
        held.processEvents()
    return 0 if good else 1


def qt_checks() -> list[Check]:
    """Those of the window; a Qt application must exist."""
    return [
        Check("pages", pages), Check("manual", manual), Check("fonts", fonts), Check("languages", languages),
        Check("pictures", pictures), Check("cameras", cameras), Check("paper", paper),
    ]  # fmt: skip


def pages(_: Path) -> str:
    """The registry finds every page, and the tour its steps."""
    from ui import pages as registry
    from ui.tour import steps

    wanted = inventory.pages(inventory.expected(resources().parent))
    found = registry.names()
    if wanted != found:
        raise Wrong(f"pages lost or strange: {', '.join(sorted(set(wanted) ^ set(found)))}")
    return f"{len(registry.specs())} pages, {len(steps())} steps of the tour"


def fonts(_: Path) -> str:
    """Both files of the font load, and it draws what names are written with."""
    from PySide6.QtGui import QFontDatabase, QRawFont

    from ui.theme.fonts import FILES
    from ui.theme.resources import RESOURCES

    for name in FILES:
        path = str(RESOURCES / "fonts" / name)
        raw = QRawFont(path, 20.0)
        lost = [char for char in RARE if not raw.supportsCharacter(ord(char))]
        if not raw.isValid() or lost or QFontDatabase.addApplicationFont(path) < 0:
            raise Wrong(f"{name} does not load or lacks {''.join(lost)}")
    return ", ".join(FILES)


def languages(_: Path) -> str:
    """Chinese as written and English as translated, and a sentence for an error in each."""
    from PySide6.QtCore import QCoreApplication

    from ui import i18n, texts

    before, said = i18n.current(), {}
    for language in i18n.LANGUAGES:
        i18n.install(language)
        said[language] = (
            QCoreApplication.translate("pages", "查找"),
            QCoreApplication.translate(*QT_WORD),
        )
    i18n.install(before)
    if said["zh_CN"][0] != "查找" or said["en"][0] == "查找" or said["zh_CN"][1] == said["en"][1]:
        raise Wrong(f"a catalogue is missing: {said}")
    return f"{len(texts.table())} sentences"


def pictures(_: Path) -> str:
    """Qt reads the kinds of pictures we show, and an icon is drawn."""
    from PySide6.QtGui import QImageReader

    from ui.theme.resources import RESOURCES

    known = {bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()}
    lost = [kind for kind in FORMATS if kind not in known]
    if lost or QImageReader(str(RESOURCES / "icons" / "camera.svg")).read().isNull():
        raise Wrong(f"not read: {', '.join(lost) or 'an icon'}")
    return ", ".join(sorted(known))


def cameras(_: Path) -> str:
    """The multimedia backend is there (without it the list would be empty for no reason told), and lists cameras."""
    from PySide6.QtMultimedia import QMediaFormat

    from ui.hardware.qt_devices import QtDevices

    if not QMediaFormat().supportedVideoCodecs(QMediaFormat.ConversionMode.Decode):
        raise Wrong("no multimedia backend: its plug-in or a library it needs is missing")
    return ", ".join(camera.name for camera in QtDevices(lambda: None).inputs()) or "none"


def paper(folder: Path) -> str:
    """A roster becomes a PDF with the font in it, and the printers of the system are asked for."""
    from ui.hardware.printing import QtSystem
    from ui.probes.paper import run as write

    figures = write(40, folder / "paper.pdf")
    for path in folder.glob("*.pdf"):
        data = path.read_bytes()
        if not data.startswith(b"%PDF") or b"NotoSansSC" not in data or b"%%EOF" not in data[-32:]:
            raise Wrong(f"{path.name} is no PDF with our font in it")
    return f"{figures['pages']} pages; printers: {', '.join(QtSystem().names()) or 'none'}"


def _tell(one: Outcome) -> None:
    if sys.stdout is not None:
        mark = "ok  " if one.ok else "FAIL"
        sys.stdout.write(f"{mark} {one.ms:6d} ms  {one.name}: {one.found or one.reason}\n")
        sys.stdout.flush()
