"""Cutting the power: replay a recorded run up to any write, losing, reordering or tearing whatever was not yet synced."""

from __future__ import annotations

import os
import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HEAD = struct.Struct("<cHqI")
SECTOR = 512
HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@dataclass(frozen=True)
class Step:
    """kind: w(rite), t(runcate), s(ync), d(elete)."""

    kind: str
    path: str
    offset: int
    data: bytes


def compiler() -> str | None:
    return shutil.which("cc") or shutil.which("gcc")


def build(folder: Path) -> Path:
    """Compile the recorder; needs `compiler()`."""
    shim = folder / "powercut.so"
    subprocess.run(
        [str(compiler()), "-shared", "-fPIC", "-O1", "-o", str(shim), str(HERE / "powercut.c"), "-ldl", "-lpthread"],
        check=True,
    )
    return shim


def record(shim: Path, watched: Path, log: Path, script: Sequence[str]) -> list[Step]:
    """Run a Python script under the recorder and return all it did to the watched folder."""
    env = {**os.environ, "LD_PRELOAD": str(shim), "POWERCUT_DIR": str(watched), "POWERCUT_LOG": str(log)}
    subprocess.run([sys.executable, *script], env=env, cwd=ROOT, check=True, timeout=100)
    return list(parse(log.read_bytes()))


def parse(raw: bytes) -> list[Step]:
    at, steps = 0, []
    while at < len(raw):
        kind, path_length, offset, length = HEAD.unpack_from(raw, at)
        at += HEAD.size
        path = raw[at : at + path_length].decode()
        at += path_length
        steps.append(Step(kind.decode(), path, offset, raw[at : at + length]))
        at += length
    return steps


class Disk:
    """Files as they would stand after a cut: synced writes for certain, the others by the dice."""

    def __init__(self, dice: random.Random, mode: str) -> None:
        self._dice = dice
        self._mode = mode  # `worst`: all unsynced writes lost; `random`: some survive, some torn, in any order
        self.files: dict[str, bytearray] = {}
        self._pending: dict[str, list[Step]] = {}

    def take(self, step: Step) -> None:
        if step.kind in "wt":
            self._pending.setdefault(step.path, []).append(step)
        elif step.kind == "s":
            for one in self._pending.pop(step.path, []):
                self._apply(one)
        else:
            self.files.pop(step.path, None)
            self._pending.pop(step.path, None)

    def cut(self) -> None:
        for steps in self._pending.values():
            for one in steps if self._mode == "random" else ():
                if self._dice.random() < 0.6:
                    self._apply(self._torn(one))

    def _torn(self, step: Step) -> Step:
        if step.kind == "w" and self._dice.random() < 0.25:
            sectors = self._dice.randrange(0, len(step.data) // SECTOR + 1)
            return Step("w", step.path, step.offset, step.data[: sectors * SECTOR])
        return step

    def _apply(self, step: Step) -> None:
        body = self.files.setdefault(step.path, bytearray())
        if step.kind == "t":
            del body[step.offset :]
            return
        end = step.offset + len(step.data)
        if len(body) < end:
            body.extend(bytes(end - len(body)))
        body[step.offset : end] = step.data


def after_cut(steps: Sequence[Step], cut: int, seed: int, mode: str, target: Path) -> None:
    """Write the files as they stand when the power goes after `cut` steps."""
    disk = Disk(random.Random(seed), mode)
    for step in steps[:cut]:
        disk.take(step)
    disk.cut()
    target.mkdir(parents=True)
    for path, body in disk.files.items():
        (target / Path(path).name).write_bytes(body)
