"""The role `scanner` with a USB scanner in HID POS mode: no keyboard, no line, no port number (DEVICES 2.3)."""

from __future__ import annotations

from drivers.api import Decoder, Option, Options, Simulated
from drivers.line import Port, open_serial
from drivers.scanners.hid_port import HID, open_hid
from drivers.scanners.hid_reports import HidReportDecoder, Layout
from drivers.talking import TalkingDriver


class HidPos(TalkingDriver):
    """Tells `code` with text, encoding, raw, and aim (the kind of code, as `]Q1`)."""

    NAME = "hid_pos"
    ROLE = "scanner"
    CAPABILITIES = ("code",)
    OPTIONS = (
        Option("port", HID, help="hid:0c2e:0b61:SERIAL, or hid: for the only scanner there is"),
        Option("report_size", 63, low=8, high=255, help="bytes of a report behind its number"),
        Option("length_at", 0, low=0, high=254, help="where the length stands, as for what follows"),
        Option("aim_at", 1, low=0, high=254, help="where the kind of code stands"),
        Option("data_at", 4, low=0, high=254, help="where the code begins"),
        Option("more_at", 62, low=0, high=254, help="where it stands that more reports follow"),
    )

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return HidReportDecoder(
            Layout(
                size=int(options["report_size"]),
                length_at=int(options["length_at"]),
                aim_at=int(options["aim_at"]),
                data_at=int(options["data_at"]),
                more_at=int(options["more_at"]),
            )
        )

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.scanner_modules import SimulatedHidPos

        return SimulatedHidPos()

    @classmethod
    def reach(cls, options: Options) -> Port:
        """Anything but `hid:` is a simulated scanner on a port of bytes."""
        port = str(options["port"])
        return open_hid(port) if port.startswith(HID) else open_serial(port, 115200)
