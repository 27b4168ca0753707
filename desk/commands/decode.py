"""`decode FILE...`: what stands in the codes of pictures, or of every frame of a video."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from desk.codes.decode.live import LiveDecoder
from desk.codes.decode.model import Found, Gray
from desk.codes.decode.picture import read_gray
from desk.codes.decode.still import decode_still
from desk.core.errors import Refused

NAME = "decode"
HELP = "read the QR codes of pictures, or of every frame of a video with --frames (packaged: AVI with Motion JPEG)"
FRAME_MS = 33  # of a video that does not tell its frame rate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="pictures (PNG, JPEG, BMP, GIF, WebP, TIFF) or videos")
    parser.add_argument("--frames", action="store_true", help="the files are videos: one answer for each frame")


def run(args: argparse.Namespace) -> int:
    """0 when every file could be read (whether or not it holds a code), else 1 after doing the others."""
    failed = False
    work = _video if args.frames else _picture
    for file in args.files:
        try:
            for answer in work(file):
                _say(json.dumps(answer) if getattr(args, "json", False) else _readable(answer))
        except Refused as error:
            failed = True
            sys.stderr.write(f"{_plain(file)}: {error}\n")
    return 1 if failed else 0


def _picture(file: str) -> Iterator[dict[str, Any]]:
    gray = read_gray(Path(file))
    yield _answer(file, {}, lambda: decode_still(gray))


def _video(file: str) -> Iterator[dict[str, Any]]:
    """Raises Refused picture.unreadable when nothing in the file can be played."""
    frames = _frames(file)
    decoder = LiveDecoder()
    number = -1
    for number, (gray, at_ms) in enumerate(frames):
        yield _answer(file, {"frame": number}, lambda: decoder.feed(gray, at_ms))  # noqa: B023
    if number < 0:
        raise Refused("picture.unreadable")


def _frames(file: str) -> Iterator[tuple[Gray, int]]:
    if not Path(file).is_file():
        raise Refused("picture.unreadable")
    video = cv2.VideoCapture(file, player())
    try:
        rate = video.get(cv2.CAP_PROP_FPS) if video.isOpened() else 0.0
        frame_ms = 1000 / rate if 1 <= rate <= 1000 else FRAME_MS
        number = 0
        while video.isOpened():
            there, pixels = video.read()
            if not there:
                break
            yield np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8), round(number * frame_ms)
            number += 1
    finally:
        video.release()


def player() -> int:
    """OpenCV's FFmpeg reads every film, and is no part of the packaged program (40 MB); Motion JPEG it reads by itself."""
    return cv2.CAP_OPENCV_MJPEG if getattr(sys, "frozen", False) else cv2.CAP_FFMPEG


def _answer(file: str, where: dict[str, Any], decode: Callable[[], list[Found]]) -> dict[str, Any]:
    begun = time.perf_counter()
    codes = decode()
    ms = round((time.perf_counter() - begun) * 1000, 1)
    return {"file": file, **where, "codes": [_code(code) for code in codes], "ms": ms}


def _code(code: Found) -> dict[str, Any]:
    return {
        "text": code.text,
        "format": code.format,
        "position": [list(point) for point in code.position],
        "step": code.step,
        "ms": round(code.ms, 1),
    }


def _readable(answer: dict[str, Any]) -> str:
    name = _plain(answer["file"]) + (f" #{answer['frame']}" if "frame" in answer else "")
    if not answer["codes"]:
        return f"{name}: no code ({answer['ms']} ms)"
    return "\n".join(f"{name}: {_plain(code['text'])} ({code['step']}, {code['ms']} ms)" for code in answer["codes"])


def _plain(text: str) -> str:
    """Printable on any terminal: control signs and direction overrides of a hostile code are shown, never obeyed."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def _say(line: str) -> None:
    """Bytes in UTF-8: a Chinese Windows console or a pipe set to ASCII must not stop us."""
    sys.stdout.flush()
    target = getattr(sys.stdout, "buffer", None)
    if target is None:
        sys.stdout.write(line + "\n")
    else:
        target.write((line + "\n").encode("utf-8", "backslashreplace"))
        target.flush()
