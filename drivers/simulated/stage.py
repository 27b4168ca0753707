"""`python -m drivers simulate`: a simulated device on a real port of this computer, with a hand at it through stdin."""

from __future__ import annotations

import math
import queue
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from drivers.api import DriverError, Simulated
from drivers.simulated.calling import CallingPlug
from drivers.simulated.player import FAULTS, STEP_S, Player
from drivers.simulated.ports import Plug, PtyPlug, TcpPlug

Say = Callable[..., None]


@dataclass(frozen=True)
class Scene:
    """pty: a pseudo terminal instead of TCP; texts: commands instead of stdin; seconds: end after so long;
    call: `host:port` of a driver that listens, for devices that call the desk."""

    pty: bool = False
    fault: str = ""
    texts: Sequence[str] | None = None
    seconds: float | None = None
    call: str = ""

    def plug(self, folder: Path) -> Plug:
        """Where the device is plugged in. Raises DriverError for an address that is none."""
        if not self.call:
            return PtyPlug(folder / "port") if self.pty else TcpPlug()
        try:
            return CallingPlug(self.call)
        except ValueError:
            raise DriverError("option.type", option="call") from None


def play(device: Simulated, scene: Scene, say: Say) -> int:
    """Until interrupted or `seconds` are over; a device that only sends what it is told ends with its commands.

    Lines: a command of the device, `fault NAME` (`fault none` clears), `look`.
    """
    with tempfile.TemporaryDirectory(prefix="simulated-") as folder:
        plug = scene.plug(Path(folder))
        try:
            player = Player(device, plug, scene.fault)
        except ValueError:
            plug.close()
            raise DriverError("fault.unknown", fault=scene.fault, known=",".join(FAULTS + device.FAULTS)) from None
        say(port=plug.port, fault=scene.fault, faults=[*FAULTS, *device.FAULTS])
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended by a script: the folder goes too
        try:
            _run(player, scene, say)
        except KeyboardInterrupt:
            pass
        finally:
            signal.signal(signal.SIGTERM, before)
            player.stop()
    return 0


def _run(player: Player, scene: Scene, say: Say) -> None:
    lines, lives = _lines(scene.texts), _lives(player.device)
    until_s = math.inf if scene.seconds is None else time.monotonic() + scene.seconds
    line: str | None = None
    ended = False
    while time.monotonic() < until_s:
        player.step(STEP_S)
        if line is None and not ended:
            line, ended = _next(lines)
        if line is not None and player.idle() and player.plug.ready():
            _obey(player, line, say)
            line = None
        if ended and line is None and player.idle() and not lives:
            return


def _next(lines: queue.SimpleQueue[str | None]) -> tuple[str | None, bool]:
    """The next line, if there is one, and whether it was the last."""
    try:
        line = lines.get_nowait()
    except queue.Empty:
        return None, False
    return line, line is None


def _lives(device: Simulated) -> bool:
    """Whether it does anything besides sending what it is given: a scanner does not, any line is a code to it."""
    return bool(getattr(device, "LIVES", True))


def _obey(player: Player, line: str, say: Say) -> None:
    word, _, rest = line.partition(" ")
    try:
        if not _lives(player.device) or word not in ("fault", "look"):
            player.command(line)
        elif word == "fault":
            player.switch("" if rest == "none" else rest)
    except ValueError as wrong:
        say(error="command.unknown", command=line, reason=str(wrong))
        return
    say(sent=line, fault=player.fault, look=player.device.look())


def _lines(texts: Sequence[str] | None) -> queue.SimpleQueue[str | None]:
    """What the hand does, line by line; None at the end. stdin is read on a thread: it cannot be waited for with a port."""
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def read() -> None:
        for line in sys.stdin:
            lines.put(line.rstrip("\r\n"))
        lines.put(None)

    if texts is None:
        threading.Thread(target=read, name="stdin", daemon=True).start()
    else:
        for text in texts:
            lines.put(text)
        lines.put(None)
    return lines
