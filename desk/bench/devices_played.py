"""The machines of `bench devices`: sixteen on six lines, each line a pseudo terminal of a process that is not measured."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desk.devices.acting import Role
from drivers import registry
from drivers.api import complete
from drivers.simulated.device import Several
from drivers.simulated.player import Player
from drivers.simulated.ports import PtyPlug

Line = list[tuple[str, Role, dict[str, Any]]]
LINES: list[Line] = [
    [
        ("modbus_relay", Role.RELAY, {"address": 1, "inputs": 8}),
        ("modbus_inputs", Role.CONTACT, {"address": 2}),
        ("xy_md02", Role.CLIMATE_SENSOR, {"address": 3}),
        ("rs485_th", Role.CLIMATE_SENSOR, {"address": 4}),
        ("barrier", Role.BARRIER, {"address": 5, "open_contact": 1, "closed_contact": 2}),
        ("xy_md02", Role.CLIMATE_SENSOR, {"address": 6}),
        ("modbus_inputs", Role.CONTACT, {"address": 7}),
        ("modbus_relay", Role.RELAY, {"address": 8}),
        ("rs485_th", Role.CLIMATE_SENSOR, {"address": 9}),
    ],
    [("lock8a80", Role.LOCKER, {"address": number}) for number in (1, 2, 3)],
    [("resident_id", Role.ID_READER, {})],
    [("pms5003", Role.AIR_SENSOR, {})],
    [("vmc", Role.DISPENSER, {})],
    [("lcus", Role.RELAY, {"feedback": "yes"})],
]
BITS = 10  # of one byte on a serial line
BAUD = 115_200


class TimedPlug(PtyPlug):
    """A pseudo terminal that remembers when the device last spoke, and how much since it was told to count."""

    said_s, said, heard_bytes = 0.0, 0, 0

    def send(self, data: bytes) -> bool:
        self.said_s, self.said = time.monotonic(), self.said + len(data)
        return super().send(data)

    def heard(self, timeout_s: float) -> bytes:
        data = super().heard(timeout_s)
        self.heard_bytes += len(data)
        return data

    def count_anew(self) -> None:
        self.said = self.heard_bytes = 0

    def line_ms(self) -> float:
        """What 115200 baud takes for the bytes of both directions, which a pseudo terminal does not."""
        return (self.said + self.heard_bytes) * BITS / BAUD * 1000


@contextmanager
def played() -> Iterator[list[str]]:
    """The ports of the lines, for as long as the block lasts."""
    command = [sys.executable, "-m", "desk.bench.devices_played"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        try:
            yield json.loads(child.stdout.readline())
        finally:
            child.communicate("")


def play() -> None:
    """Until stdin ends."""
    with tempfile.TemporaryDirectory(prefix="played-") as folder:
        players = []
        for number, line in enumerate(LINES):
            devices: list[Any] = []
            for name, _, given in line:
                kind = registry.get(name)
                devices.append(kind.simulator(complete(kind.OPTIONS, given, partial=True)))
            plug = PtyPlug(Path(folder) / str(number))
            players.append(Player(devices[0] if len(devices) == 1 else Several(*devices), plug))
            players[-1].start()
        sys.stdout.write(json.dumps([player.plug.port for player in players]) + "\n")
        sys.stdout.flush()
        sys.stdin.read()
        for player in players:
            player.stop()


if __name__ == "__main__":
    play()
