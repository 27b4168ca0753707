"""Made pictures of codes with the faults of real ones, from a seed: for the bench, the tests and the doctor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import qrcode

from desk.codes.decode.model import Bits, Floats, Gray

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
WIDTH, HEIGHT = 960, 720
PITCH = 8  # pixels a module before the scene is drawn

Random = np.random.Generator


@dataclass(frozen=True)
class Trial:
    """A picture and the text of the one code in it."""

    kind: str
    text: str
    gray: Gray


@dataclass(frozen=True)
class Knobs:
    """How a scene spoils its code. Lengths are in modules unless they say px; everything starts at harmless."""

    module_px: float = 5.0
    letters: int = 24
    turn_deg: float = 8.0
    tilt: float = 0.1  # of perspective: the far side is so much shorter
    bend: float = 0.0  # how far paper stands out of its plane, across the code
    folds: int = 0
    blur: float = 0.15  # sigma
    smear: float = 0.0
    noise: float = 3.0  # grey values
    dark: float = 30.0  # grey of ink
    light: float = 225.0  # grey of paper
    glare: int = 0  # burnt-out spots
    bands: float = 0.0  # share of light that the dark stripes of a flickering lamp lose
    shadow: float = 0.0  # share of light that the dark side loses
    stains: int = 0
    dots: float = 1.0  # ink covers so much of a module
    border: int = 4
    jpeg: int = 85


KINDS: dict[str, Callable[[Random], Knobs]] = {
    "nominal": lambda r: Knobs(module_px=r.uniform(3, 7), turn_deg=r.uniform(0, 360)),
    "small": lambda r: Knobs(module_px=r.uniform(1.1, 1.7), blur=0.25, jpeg=90),
    "blurred": lambda r: Knobs(module_px=r.uniform(3, 7), blur=r.uniform(0.45, 0.85)),
    "smeared": lambda r: Knobs(module_px=r.uniform(3, 6), smear=r.uniform(1.0, 2.2)),
    "dim": lambda r: Knobs(dark=r.uniform(5, 15), light=r.uniform(25, 50), noise=2.5),
    "pale": lambda r: Knobs(dark=r.uniform(150, 195), light=r.uniform(205, 235)),
    "noisy": lambda r: Knobs(module_px=r.uniform(2.5, 5), noise=r.uniform(25, 70), jpeg=70),
    "glare": lambda r: Knobs(glare=int(r.integers(1, 4)), module_px=6),
    "shadow": lambda r: Knobs(shadow=r.uniform(0.6, 0.93), module_px=5),
    "perspective": lambda r: Knobs(tilt=r.uniform(0.3, 0.6), module_px=6),
    "curved": lambda r: Knobs(bend=r.uniform(0.8, 2.6), module_px=6, letters=40),
    "folded": lambda r: Knobs(folds=int(r.integers(2, 5)), module_px=6, letters=40),
    "stained": lambda r: Knobs(stains=int(r.integers(2, 7)), module_px=6),
    "dotted": lambda r: Knobs(dots=r.uniform(0.45, 0.75), module_px=r.uniform(4, 9)),
    "borderless": lambda r: Knobs(border=0, module_px=6),
    "worn": lambda r: Knobs(
        module_px=r.uniform(3, 6),
        turn_deg=r.uniform(0, 360),
        tilt=r.uniform(0, 0.35),
        bend=r.uniform(0, 1.2),
        blur=r.uniform(0.2, 0.5),
        noise=r.uniform(2, 20),
        dark=r.uniform(30, 90),
        light=r.uniform(120, 220),
        shadow=r.uniform(0, 0.6),
        glare=int(r.integers(0, 2)),
        stains=int(r.integers(0, 3)),
        folds=int(r.integers(0, 2)),
        letters=int(r.integers(12, 60)),
        border=int(r.integers(1, 5)),
        jpeg=70,
    ),
    "large": lambda r: Knobs(letters=int(r.integers(300, 900)), module_px=r.uniform(2.2, 4), bend=r.uniform(0, 1.2)),
}


def trials(each: int, seed: int = 1, kinds: tuple[str, ...] = tuple(KINDS)) -> Iterator[Trial]:
    """`each` pictures of every kind; the same seed gives the same pictures."""
    for kind in kinds:
        for number in range(each):
            yield trial(kind, number, seed)


def trial(kind: str, number: int, seed: int = 1) -> Trial:
    """One picture of a kind; the same numbers give the same picture."""
    random = np.random.default_rng([seed, number, *kind.encode()])
    return Trial(kind, *drawn(random, KINDS[kind](random)))


def drawn(random: Random, knobs: Knobs) -> tuple[str, Gray]:
    """A random text and the scene of its code."""
    text = "".join(random.choice(list(LETTERS), knobs.letters))
    return text, scene(random, matrix(text), knobs)


def matrix(content: str | bytes, level: int = qrcode.constants.ERROR_CORRECT_M) -> Bits:
    """The modules of a code, True where dark, without a border."""
    code = qrcode.QRCode(error_correction=level, border=0)
    code.add_data(content, optimize=0)
    code.make(fit=True)
    return np.array(code.get_matrix(), bool)


def flat(bits: Bits, pitch: int = PITCH, border: int = 4, dark: int = 0, light: int = 255) -> Gray:
    """A clean drawing with `pitch` pixels a module."""
    cells = np.where(np.pad(bits, border), dark, light).astype(np.uint8)
    return np.kron(cells, np.ones((pitch, pitch), np.uint8))


def film(kind: str, seed: int, frames: int) -> tuple[str, list[Gray]]:
    """The text and the frames of a code held in front of a camera by a hand that is never quite still."""
    random = np.random.default_rng([seed, *kind.encode()])
    knobs = FILMS[kind](random)
    text = "".join(random.choice(list(LETTERS), knobs.letters))
    bits, place = matrix(text), int(random.integers(1 << 30))
    hand = np.cumsum(random.normal(0, 1.5, (frames, 2)), axis=0)
    return text, [scene(random, bits, knobs, place, (float(x), float(y))) for x, y in hand]


FILMS: dict[str, Callable[[Random], Knobs]] = {
    "noise": lambda r: Knobs(module_px=r.uniform(2.5, 3.5), noise=r.uniform(60, 75), jpeg=90),
    "dark": lambda r: Knobs(
        module_px=r.uniform(3, 4), dark=12, light=r.uniform(24, 30), noise=r.uniform(6, 8), jpeg=95
    ),
    "glare": lambda r: Knobs(module_px=6, letters=40, glare=int(r.integers(9, 13))),
    "bottle": lambda r: Knobs(module_px=6, letters=40, glare=int(r.integers(5, 8)), bend=r.uniform(1.5, 2.5)),
    "bands": lambda r: Knobs(module_px=r.uniform(3, 5), letters=40, bands=r.uniform(0.90, 0.95), noise=5),
}


def scene(
    random: Random, bits: Bits, knobs: Knobs, place: int | None = None, shift: tuple[float, float] = (0.0, 0.0)
) -> Gray:
    """The code in a photograph of WIDTH x HEIGHT pixels.

    Scenes of the same `place` show the same room and the same sheet, moved by `shift` pixels; light and noise differ.
    """
    place = int(random.integers(1 << 30)) if place is None else place
    ink, paper = _print(np.random.default_rng([place, 1]), bits, knobs)
    where = _map(np.random.default_rng([place, 2]), bits.shape[0], knobs, paper.shape[0], shift)
    ink, paper = (_placed(plane, where) for plane in (ink, paper))
    ground = _background(np.random.default_rng([place, 3]), knobs, shift)
    grey = ground * (1 - paper) + paper * (knobs.light + (knobs.dark - knobs.light) * ink)
    return _seen(random, grey, paper, knobs)


def _print(random: Random, bits: Bits, knobs: Knobs) -> tuple[Floats, Floats]:
    """Ink (0..1) and paper (0..1) on a flat sheet of PITCH pixels a module."""
    cells: Floats = np.kron(np.pad(bits, knobs.border + 2), np.ones((PITCH, PITCH), np.float32))
    if knobs.dots < 1:
        axis = (np.arange(PITCH) + 0.5) / PITCH - 0.5
        disc = np.hypot(*np.meshgrid(axis, axis)) < knobs.dots / 2
        cells *= np.tile(disc, (cells.shape[0] // PITCH,) * 2)
    for _ in range(knobs.stains):
        at = random.uniform(0.15, 0.85, 2) * cells.shape[0]
        axes = random.uniform(0.4, 2.2, 2) * PITCH
        box = (at.tolist(), (axes * 2).tolist(), random.uniform(0, 180))
        cv2.ellipse(cells, box, float(random.integers(0, 2)), -1)
    paper = np.zeros_like(cells)
    edge = 2 * PITCH
    paper[edge:-edge, edge:-edge] = 1
    return cells, paper


def _map(random: Random, modules: int, knobs: Knobs, size: int, shift: tuple[float, float]) -> tuple[Floats, Floats]:
    """For each pixel of the scene, where it lies on the sheet."""
    side = modules * knobs.module_px / 2
    side = min(side, 320.0)
    corners = np.array([[-side, -side], [side, -side], [side, side], [-side, side]])
    short = 1 - knobs.tilt
    corners[:2, 0] *= short
    corners[:2, 1] *= 1 - knobs.tilt / 3
    angle = np.radians(knobs.turn_deg)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    corners = corners @ turn + np.array([WIDTH / 2, HEIGHT / 2]) + random.uniform(-20, 20, 2) + np.array(shift)
    edge = (knobs.border + 2) * PITCH
    sheet = np.array([[edge, edge], [size - edge, edge], [size - edge, size - edge], [edge, size - edge]])
    home = cv2.getPerspectiveTransform(corners.astype(np.float32), sheet.astype(np.float32))
    x, y = np.meshgrid(np.arange(WIDTH, dtype=np.float64), np.arange(HEIGHT, dtype=np.float64))
    far = home[2, 0] * x + home[2, 1] * y + home[2, 2]
    u = (home[0, 0] * x + home[0, 1] * y + home[0, 2]) / far
    v = (home[1, 0] * x + home[1, 1] * y + home[1, 2]) / far
    return _bent(random, u, v, size, knobs)


def _bent(random: Random, u: Floats, v: Floats, size: int, knobs: Knobs) -> tuple[Floats, Floats]:
    """Paper round a bottle (one long bow) and folded paper (several short waves)."""
    across, along = u / size, v / size
    phase, slant = random.uniform(0, 6.28), random.uniform(-0.5, 0.5)
    if knobs.bend:
        bow = knobs.bend * PITCH * np.sin(np.pi * (across + slant * along))
        u, v = u + bow * 0.6 * np.cos(phase), v + bow
    for _ in range(knobs.folds):
        way, phase = random.uniform(0, 6.28), random.uniform(0, 6.28)
        wave = np.sin(2 * np.pi * random.uniform(1.0, 2.2) * (across * np.cos(way) + along * np.sin(way)) + phase)
        u, v = u + wave * PITCH * random.uniform(-0.5, 0.5), v + wave * PITCH * random.uniform(-0.5, 0.5)
    return u, v


def _placed(plane: Floats, where: tuple[Floats, Floats]) -> Floats:
    u, v = (np.asarray(axis, np.float32) for axis in where)
    small = cv2.GaussianBlur(plane, (0, 0), 0.8)
    return np.asarray(cv2.remap(small, u, v, cv2.INTER_LINEAR), np.float32)


def _background(own: Random, knobs: Knobs, shift: tuple[float, float]) -> Floats:
    """A room out of focus, as bright as the scene is."""
    coarse = own.uniform(knobs.dark, knobs.light, (9, 12)).astype(np.float32)
    room = cv2.resize(coarse, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    for _ in range(12):
        a, b = (own.uniform(0, 1, 2) * (WIDTH, HEIGHT) for _ in range(2))
        cv2.line(room, a.astype(int).tolist(), b.astype(int).tolist(), float(own.uniform(knobs.dark, knobs.light)), 3)
    way = np.array([[1, 0, shift[0]], [0, 1, shift[1]]], np.float32)
    return np.asarray(cv2.warpAffine(room, way, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REFLECT), np.float32)


def _seen(random: Random, grey: Floats, paper: Floats, knobs: Knobs) -> Gray:
    """Light, lens, sensor and compression."""
    ys, xs = np.nonzero(paper > 0.5)
    left, right, top, bottom = xs.min(), xs.max(), ys.min(), ys.max()
    if knobs.shadow:
        edge = random.uniform(0.3, 0.7) * (right - left) + left
        ramp = np.clip((np.arange(WIDTH) - edge) / 40 + 0.5, 0, 1)
        grey = grey * (1 - knobs.shadow * ramp[None, :])
    if knobs.bands:
        wave = np.sin(2 * np.pi * (np.arange(HEIGHT) / (bottom - top) * 0.8 + random.uniform()))
        grey = grey * (1 - knobs.bands * (wave > -0.2))[:, None]
    light = np.zeros_like(grey)
    for _ in range(knobs.glare):
        at = (int(random.uniform(left, right)), int(random.uniform(top, bottom)))
        cv2.circle(light, at, int(random.uniform(1.0, 3.5) * knobs.module_px), 400.0, -1)
    if knobs.glare:
        grey = grey + cv2.GaussianBlur(light, (0, 0), knobs.module_px * 1.5)
    grey = cv2.GaussianBlur(np.asarray(grey, np.float32), (0, 0), max(0.3, knobs.blur * knobs.module_px))
    if knobs.smear:
        grey = cv2.filter2D(grey, -1, _smear(random, knobs.smear * knobs.module_px))
    noisy = grey + random.normal(0, knobs.noise, grey.shape)
    pixels = np.clip(np.rint(noisy), 0, 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, knobs.jpeg])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)


def _smear(random: Random, length_px: float) -> Floats:
    """The kernel of a camera moved in a straight line."""
    size = int(length_px) * 2 + 3
    kernel = np.zeros((size, size), np.float32)
    angle, middle = random.uniform(0, np.pi), size // 2
    for step in np.linspace(-length_px / 2, length_px / 2, size * 4):
        kernel[round(middle + step * np.sin(angle)), round(middle + step * np.cos(angle))] += 1
    return np.asarray(kernel / kernel.sum())
