"""Codes on their way to paper: the order of a label run, a single label as picture, where to, and opening the folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desk.codes.views import Issued
from ui.paper import files, labels_job
from ui.paper.labels import LARGE, MIDDLE, SMALL, Imprint, Label, label_image, label_of, label_svg

SHEETS = {"small": SMALL, "middle": MIDDLE, "large": LARGE}
PICTURES = "PNG (*.png);;SVG (*.svg)"


def label(issued: Issued, prefix: str, caption: str) -> Label:
    return label_of(issued, prefix, caption)


def order(path: Path, labels: Sequence[Label], here: Any, grid: str) -> str:
    """The order of a label run; here: desk.store.identity.Here."""
    return labels_job.order(path, labels, Imprint.of(here.site_name, here.gate_phone), SHEETS[grid])


def save_picture(path: Path, issued: Issued, here: Any) -> None:
    """One label as PNG or SVG, after the name's ending. Raises Trouble("paper.not_written")."""
    made, imprint = label_of(issued, here.url_prefix), Imprint.of(here.site_name, here.gate_phone)
    if path.suffix.lower() == ".svg":
        files.save_bytes(label_svg(made, imprint).encode("utf-8"), path)
    else:
        files.save_png(label_image(made, imprint), path)


def where_to(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask where a file goes; None when the person thought better of it. The first kind's ending is added if none is given."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    found, kind = QFileDialog.getSaveFileName(parent, title, str(folder / name), kinds)
    if not found:
        return None
    path = Path(found)
    return path if path.suffix else path.with_suffix(".svg" if "svg" in kind else Path(name).suffix)


def open_folder(path: str) -> None:
    """Show the folder of a file in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))


def open_file(path: str) -> None:
    """Open a file we have just written with the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
