"""`python -m ui.manual.make TOUR LANG OUT`: the pictures of the manual from a walked tour, and the manual as HTML and PDF.

Called by `packaging/dev.py manual`. Decision 030: pictures are 1,000 dots wide, WebP, made before packaging and not
committed. TOUR: the folder of a tour in that language; LANG: zh_CN or en; OUT: the folder for the two files.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from ui import i18n
from ui.manual import book, whole
from ui.paper.files import save_bytes

WIDTH = 1000  # dots: sharp on A4 and as wide as the page of the window; 161 pictures of both languages stay under 12 MB
QUALITY = 80


def pictures(tour: Path, lang: str) -> list[str]:
    """Keep the pictures the manual shows; answers the steps it lacks."""
    walked = {one["step"]: one for one in json.loads((tour / "tour.json").read_text(encoding="utf-8"))}
    lacking = []
    for chapter in book.chapters():
        for step in book.pictures(book.words(chapter.name, lang)):
            one = walked.get(step)
            if one is None or not one["ok"]:
                lacking.append(step)
                book.picture_file(step, lang).unlink(missing_ok=True)
            else:
                keep(tour / one["picture"], book.picture_file(step, lang))
    return lacking


def keep(source: Path, target: Path) -> None:
    """A picture of the tour as the manual shows it. Raises ValueError when it cannot be read or written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    picture = QImage(str(source)).convertToFormat(QImage.Format.Format_RGB32)
    if picture.width() > WIDTH:
        picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    writer = QImageWriter(str(target), QByteArray(b"webp"))
    writer.setQuality(QUALITY)
    if not writer.write(picture):
        raise ValueError(f"{source.name}: {writer.errorString()}")


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code: 0 whole, 1 pictures are lacking (the words of their chapters stand without them)."""
    words = list(sys.argv[1:] if argv is None else argv)
    tour, lang, out = Path(words[0]), words[1], Path(words[2])
    app = QGuiApplication.instance() or QGuiApplication([])
    i18n.install(lang)
    lacking = pictures(tour, lang)
    out.mkdir(parents=True, exist_ok=True)
    save_bytes(whole.html(lang).encode(), out / f"manual.{lang}.html")
    whole.save_pdf(lang, out / f"manual.{lang}.pdf")
    for step in lacking:
        sys.stderr.write(f"no picture of {step} ({lang})\n")
    del app
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
