"""The role `sos` with emergency watches that reach this desk over the network: alarms of those on a list (DEVICES 10.2)."""

from __future__ import annotations

import socket

from drivers.alarms.watch_line import Listener, why_not
from drivers.alarms.watch_memory import Memory
from drivers.alarms.watch_messages import WatchDecoder, encode
from drivers.api import Action, Decoder, Driver, DriverError, Option, Options, Simulated, Told, complete
from drivers.line import Backoff

MAKERS = ("3G", "SG", "CS", "ZJ")


class GpsWatch(Driver):
    """Tells `alarm` (sort, who, said_at, battery), `alive` (who, battery), and `vital` values where they are wanted.

    sort: `sos`, `fall`, `taken_off`, `low_battery`, `unspecified`, and with `areas` `left_area` and `entered_area`. Where
    a watch is is neither told nor kept. `told.reading` must store an alarm before it returns: the answer goes out after
    it, and an alarm that was answered is not said again; when it raises, no answer goes out and the watch says it again.
    """

    NAME = "gps_watch"
    ROLE = "sos"
    CAPABILITIES = ("alarm", "alive", "vital")
    OPTIONS = (
        Option("port", "", required=True, help="address:port to listen on, within the site: 192.0.2.7:8001"),
        Option("allow", "", help="numbers of the watches that may speak, with commas; none by itself"),
        Option("areas", False, help="tell also that a watch left or entered an area"),
        Option("vitals", False, help="tell pulse, pressure, oxygen: hints, no diagnosis, and only with consent"),
    )
    FRAMES = (
        Action(
            "answer",
            (
                Option("maker", "3G", MAKERS),
                Option("who", "", required=True, help="the number of the watch"),
                Option("content", "LK", ("LK", "AL", "AL_LTE", "TKQ", "TKQ2", "INIT,1", "bphrt")),
                Option("index", "", help="as the watch gave it; ZJ only"),
            ),
        ),
    )

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None) -> None:
        super().__init__(options, told)
        memory = Memory(bool(self.options["areas"]), bool(self.options["vitals"]))
        address = address_of(str(self.options["port"]))
        self.listener = Listener(address, str(self.options["allow"]), memory, self.told, backoff)

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return WatchDecoder()

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        try:
            return encode(*(str(params[name]) for name in ("maker", "who", "content", "index")))
        except UnicodeEncodeError:
            raise DriverError("option.type", option="who") from None

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.sos import SimulatedWatch

        return SimulatedWatch()

    @classmethod
    def probe(cls, options: Options) -> str:
        """Whether the address can be listened on; nothing is sent."""
        try:
            socket.create_server(address_of(str(complete(cls.OPTIONS, options)["port"]))).close()
        except OSError as error:
            return why_not(error)
        return ""

    def start(self) -> None:
        self.listener.start()

    def stop(self, timeout_s: float = 1.0) -> bool:
        return self.listener.stop(timeout_s)


def address_of(text: str) -> tuple[str, int]:
    """`192.0.2.7:8001` in two parts. Raises DriverError."""
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isdecimal() or not port.isascii() or int(port) > 65535:
        raise DriverError("option.type", option="port")
    return host, int(port)
