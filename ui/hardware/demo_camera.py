"""A simulated camera: codes drift through a dim gatehouse picture, turned and tilted as hands hold them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from ui.hardware.frames import Gray
from ui.hardware.sources import PacedSource

WIDTH, HEIGHT, FPS = 640, 480, 12
SHOWN, EMPTY = 40, 36  # frames with a code, frames without
SIDE = 210.0  # pixels of the code's side
WAITING = 12


def demo_camera(texts: Callable[[], list[str]]) -> PacedSource:
    """`texts()` is asked before each round, so that codes issued meanwhile turn up; an empty list shows the empty scene."""
    return PacedSource("demo", lambda: _rounds(texts), FPS)


def _rounds(texts: Callable[[], list[str]]) -> Iterator[Gray]:
    scene, shown, turn = _scene(), texts(), 0
    while True:
        for _ in range(EMPTY if turn else WAITING):
            yield scene
            if turn and texts()[:1] != shown[:1]:  # another code is held up: no need to wait
                break
        shown = texts()
        turn += 1
        if shown:
            text = shown[turn % len(shown)]
            yield from _held_up(scene, text, turn, texts)


def _held_up(scene: Gray, text: str, turn: int, texts: Callable[[], list[str]]) -> Iterator[Gray]:
    code = code_picture(text)
    for step in range(SHOWN):
        if text not in texts():
            return
        yield _held(scene, code, step / SHOWN, turn)


def code_picture(text: str, module: int = 6) -> Gray:
    """A QR code as black on white with its quiet zone, `module` pixels per module."""
    import numpy as np
    import qrcode

    code = qrcode.QRCode(border=4, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    dark = np.array(code.get_matrix(), dtype=bool)
    pixels = np.where(dark, 20, 235).astype(np.uint8)
    return np.kron(pixels, np.ones((module, module), np.uint8))


def _scene() -> Gray:
    """A wall, a window and a counter: enough light and shade to look alive in the preview."""
    import numpy as np

    wall = np.linspace(92, 58, HEIGHT, dtype=np.float32)[:, None] + np.linspace(0, 26, WIDTH, dtype=np.float32)[None, :]
    wall[60:240, 400:590] = 170
    wall[60:240, 490:498] = 96
    wall[HEIGHT - 110 :, :] = 44
    return wall.astype(np.uint8)


def _held(scene: Gray, code: Gray, at: float, turn: int) -> Gray:
    """The scene with the code at moment `at` (0 to 1) of its way: in, held, out."""
    import cv2
    import numpy as np

    out = max(0.0, abs(at - 0.5) - 0.35) / 0.15
    middle = (WIDTH * (0.46 + 0.5 * out * (1 if at > 0.5 else -1)), HEIGHT * (0.5 + 0.03 * math.sin(9 * at)))
    angle = math.radians(-14 + 28 * at + 20 * (turn % 3 - 1))
    half = SIDE / 2 * (0.9 + 0.2 * at)
    corners = [(-half, -half), (half, -half * 0.94), (half, half * 0.94), (-half, half)]
    cos, sin = math.cos(angle), math.sin(angle)
    there = np.array([(middle[0] + x * cos - y * sin, middle[1] + x * sin + y * cos) for x, y in corners], np.float32)
    side = code.shape[0]
    here = np.array([(0, 0), (side, 0), (side, side), (0, side)], np.float32)
    way = cv2.getPerspectiveTransform(here, there)
    paper = cv2.warpPerspective(code, way, (WIDTH, HEIGHT), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full_like(code, 255), way, (WIDTH, HEIGHT), flags=cv2.INTER_NEAREST)
    return np.where(mask > 0, paper, scene).astype(np.uint8)
