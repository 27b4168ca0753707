"""Emergency buttons and watches."""

from __future__ import annotations

import errno
import socket

from drivers.alarms.gps_watch import GpsWatch
from drivers.alarms.watch_messages import encode
from drivers.api import Told
from drivers.line import Backoff
from drivers.simulated.sos import SimulatedWatch
from tests.drivers.case import QUICK, Case, Vector

PRESS = "FD 84 19 04 44 DF"
WHO = "0000000015"
ALARM = encode("3G", WHO, "AL,221126,100203,V,0.0,N,0.0,E,0,0,0,0,90,80,0,0,00010000,0,0")


class WatchRig:
    """The listener and a watch that connects to it; unplugged, the network that it listens on is gone."""

    def __init__(self, told: Told) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._address = free.getsockname()
        self.driver = GpsWatch({"port": f"127.0.0.1:{self._address[1]}", "allow": WHO}, told, Backoff(**QUICK))
        self.driver.listener.listen = self._listen
        self._server: socket.socket | None = None
        self._pulled = False
        self._minute = 0

    def _listen(self) -> socket.socket:
        if self._pulled:
            raise OSError(errno.EADDRNOTAVAIL, "no such address")
        self._server = socket.create_server(self._address)
        return self._server

    def stimulate(self) -> None:
        """Each time another alarm: the same one is told once."""
        self._minute += 1
        watch = SimulatedWatch(clock=f"221126,10{self._minute:02}00")
        try:
            with socket.create_connection(self._address, 1) as line:
                for said in (*watch.tick(1e9), *watch.command("sos")):
                    line.sendall(said)
                line.shutdown(socket.SHUT_WR)
                line.recv(100)
        except OSError:
            return

    def unplug(self) -> None:
        self._pulled = True
        assert self._server is not None
        self._server.shutdown(socket.SHUT_RDWR)

    def plug_in(self) -> None:
        self._pulled = False

    def close(self) -> None:
        assert self.driver.stop(), "the thread outlived its stop"


CASES = {
    "rf433": Case(
        options={"repeat_ms": 100},
        frames=(bytes.fromhex(PRESS),),
        stimulus="press 841904",
        kinds=("alarm",),
        replays=(
            (
                PRESS,
                {},
                [{"kind": "alarm", "sort": "button", "who": "841904", "address": 33817, "key": 4, "width": 68}],
            ),
        ),
    ),
    "gps_watch": Case(
        frames=(encode("3G", WHO, "LK"), ALARM),
        kinds=("alarm", "alive"),
        vectors=(
            Vector("answer", {"who": WHO}, {}, b"[3G*0000000015*0002*LK]".hex()),
            Vector("answer", {"who": WHO, "content": "AL"}, {}, b"[3G*0000000015*0002*AL]".hex()),
            Vector("answer", {"who": WHO, "content": "AL_LTE"}, {}, b"[3G*0000000015*0006*AL_LTE]".hex()),
            Vector("answer", {"who": WHO, "content": "bphrt"}, {}, b"[3G*0000000015*0005*bphrt]".hex()),
            Vector("answer", {"who": WHO, "content": "TKQ"}, {}, b"[3G*0000000015*0003*TKQ]".hex()),
            Vector("answer", {"who": WHO, "content": "TKQ2"}, {}, b"[3G*0000000015*0004*TKQ2]".hex()),
            Vector("answer", {"who": WHO, "maker": "ZJ", "index": "0001"}, {}, b"[ZJ*0000000015*0001*0002*LK]".hex()),
            Vector("answer", {"who": WHO, "content": "INIT,1"}, {}, b"[3G*0000000015*0006*INIT,1]".hex()),
        ),
        replays=(
            (b"[3G*0000000015*0002*LK]".hex(), {}, [{"kind": "alive", "who": WHO}]),
            (b"[3G*0000000015*0009*LK,0,0,80]".hex(), {}, [{"kind": "alive", "who": WHO, "battery": 80}]),
            *(
                (encode("3G", WHO, said).hex(), {},
                 [{"kind": "vital", "quantity": quantity, "value": value, "unit": unit, "who": WHO}])
                for said, quantity, value, unit in (
                    ("heart,1,73", "heart_rate", 73, "1/min"), ("PULSE,73", "heart_rate", 73, "1/min"),
                    ("oxygen,0,98", "oxygen", 98, "%"), ("btemp2,1,36.6", "body_temperature", 36.6, "degC"),
                )
            ),
            (
                b"[3G*0000000015*0013*bphrt,120,79,73,,,,]".hex(),
                {},
                [
                    {"kind": "vital", "quantity": "pressure_high", "value": 120, "unit": "mmHg", "who": WHO},
                    {"kind": "vital", "quantity": "pressure_low", "value": 79, "unit": "mmHg", "who": WHO},
                    {"kind": "vital", "quantity": "heart_rate", "value": 73, "unit": "1/min", "who": WHO},
                ],
            ),
        ),
        rig=WatchRig,
    ),
}  # fmt: skip
