"""A device the program plays itself, so that practising needs no machine: its line, its faults, and a hand at it."""

from __future__ import annotations

import socket
from collections.abc import Mapping

from desk.core.errors import Refused
from drivers.api import Driver, DriverError, Value, complete
from drivers.simulated.calling import CallingPlug
from drivers.simulated.memory import MemoryPlug
from drivers.simulated.player import FAULTS, Player
from drivers.simulated.ports import Plug

UNPLUGGED = "unplugged"
CALLS = frozenset({"gps_watch"})  # devices that call the desk over the network


class Stage:
    """One played device. `port` is what to give its driver; the plug goes with `stop`."""

    def __init__(self, kind: type[Driver], options: Mapping[str, Value]) -> None:
        """Raises DriverError for options that are none, or a driver nobody can play."""
        calls = kind.NAME in CALLS
        memory = None if calls else MemoryPlug()
        self._memory = memory
        self.port = _free_address() if memory is None else memory.port
        plug: Plug = CallingPlug(self.port) if memory is None else memory
        try:
            known = {option.name for option in kind.OPTIONS}
            played = {**options, **({"port": self.port} if "port" in known else {})}
            self._player = Player(kind.simulator(complete(kind.OPTIONS, played)), plug)
        except DriverError:
            plug.close()
            raise
        self._out = False

    @property
    def faults(self) -> tuple[str, ...]:
        """What can be switched on: pulled out, those of every line, its own."""
        pulled = (UNPLUGGED,) if self._memory is not None else ()
        return (*pulled, *FAULTS, *self._player.device.FAULTS)

    @property
    def fault(self) -> str:
        return UNPLUGGED if self._out else self._player.fault

    def start(self) -> None:
        self._player.start()

    def stop(self) -> None:
        self._player.stop()

    def switch(self, fault: str) -> None:
        """This fault from now on, "" for none. Refused: training.fault."""
        if fault and fault not in self.faults:
            raise Refused("training.fault", fault=fault)
        if self._memory is not None and (fault == UNPLUGGED) != self._out:
            self._out = fault == UNPLUGGED
            if self._out:
                self._memory.unplug()
            else:
                self._memory.plug_in()
        self._player.switch("" if fault == UNPLUGGED else fault)

    def hand(self, command: str) -> None:
        """Somebody does something at the device (`card mainland 1`, `shut 3`). Refused: training.command."""
        try:
            self._player.command(command)
        except ValueError:
            raise Refused("training.command") from None

    def look(self) -> dict[str, object]:
        """What somebody in front of it would see."""
        return self._player.device.look()


def _free_address() -> str:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"127.0.0.1:{free.getsockname()[1]}"
