"""Our Modbus drivers against a slave that others wrote: pymodbus' server, RTU frames over TCP, two devices on one bus."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
from pymodbus import FramerType
from pymodbus.server import ModbusTcpServer
from pymodbus.simulator import DataType, SimData, SimDevice

from drivers.api import Outcome, Reading, State
from drivers.line import Backoff
from drivers.relays.relay import ModbusRelay
from drivers.sensors.rs485_th import Rs485Th
from drivers.sensors.xy_md02 import XyMd02
from tests.drivers.conftest import Recorder

QUICK = {"poll_ms": 20, "timeout_ms": 500}


def device(number: int, registers: list[int]) -> SimDevice:
    """Eight coils, eight inputs of which the first is closed, and two registers of each kind."""
    coils = SimData(0, values=[False] * 8, datatype=DataType.BITS)
    inputs = SimData(0, values=[True] + [False] * 7, datatype=DataType.BITS)
    holding = SimData(0, values=registers, datatype=DataType.REGISTERS)
    measured = SimData(1, values=registers, datatype=DataType.REGISTERS)
    return SimDevice(number, simdata=([coils], [inputs], [holding], [measured]))


class Peer:
    """The server on a loop of its own."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.ready = threading.Event()
        self.port = ""
        self._thread = threading.Thread(target=self._run, name="pymodbus", daemon=True)
        self._thread.start()
        assert self.ready.wait(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._serve())
        self.loop.close()

    async def _serve(self) -> None:
        devices = [device(1, [0, 0]), device(2, [305, 625]), device(3, [273, 626])]
        self.server = ModbusTcpServer(devices, framer=FramerType.RTU, address=("127.0.0.1", 0))
        await self.server.serve_forever(background=True)
        self.port = f"socket://127.0.0.1:{self.server.transport.sockets[0].getsockname()[1]}"
        self.done = asyncio.Event()
        self.ready.set()
        await self.done.wait()
        await self.server.shutdown()

    def close(self) -> None:
        self.loop.call_soon_threadsafe(self.done.set)
        self._thread.join(10)


@pytest.fixture
def peer() -> Iterator[Peer]:
    peer = Peer()
    yield peer
    peer.close()


def levels(told: Recorder) -> dict[object, object]:
    seen = [e for e in told.events if isinstance(e, Reading) and e.kind == "level"]
    return {e.fields["quantity"]: e.fields["value"] for e in seen}


def test_three_devices_on_one_bus_of_another_maker(peer: Peer) -> None:
    ears = Recorder(), Recorder(), Recorder()
    backoff = Backoff(0.05, 0.1)
    common = {**QUICK, "port": peer.port}
    relay = ModbusRelay({**common, "address": 1, "inputs": 8}, ears[0], backoff)
    warm = XyMd02({**common, "address": 2}, ears[1], backoff)
    damp = Rs485Th({**common, "address": 3}, ears[2], backoff)
    drivers = (relay, warm, damp)
    for driver in drivers:
        driver.start()
    try:
        for ear in ears:
            ear.until(lambda ear=ear: bool(ear.states) and ear.states[-1] == (State.READY, ""))
        assert [t.name for t in threading.enumerate() if t.name.startswith("driver-")] == ["driver-modbus_relay"]
        ears[1].until(lambda: levels(ears[1]) == {"temperature": 30.5, "humidity": 62.5})
        ears[2].until(lambda: levels(ears[2]) == {"temperature": 27.3, "humidity": 62.6})
        ears[0].until(lambda: Reading("contact", {"channel": 1, "closed": True}) in ears[0].events)
        assert relay.act("on", {"channel": 3}).outcome is Outcome.DONE
        ears[0].until(lambda: Reading("relay", {"channel": 3, "on": True}) in ears[0].events)
        assert relay.act("all_off").outcome is Outcome.DONE
        # a flash coil is not in this peer's map: it says no, and that is told as what it is
        assert relay.act("pulse", {"channel": 1, "ms": 200}).code == "refused"
    finally:
        gone = [driver.stop() for driver in drivers]
    assert gone == [True, True, True]


def test_a_pulse_timed_by_us_ends(peer: Peer, told: Recorder) -> None:
    relay = ModbusRelay({**QUICK, "port": peer.port, "board": "modbus"}, told, Backoff(0.05, 0.1))
    relay.start()
    try:
        told.until(lambda: bool(told.states) and told.states[-1] == (State.READY, ""))
        assert relay.act("pulse", {"channel": 2, "ms": 150}).outcome is Outcome.DONE
        told.until(lambda: told.events[-1:] == [Reading("relay", {"channel": 2, "on": False})])
        assert Reading("relay", {"channel": 2, "on": True}) in told.events
    finally:
        assert relay.stop()
