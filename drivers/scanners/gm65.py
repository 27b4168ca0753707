"""The role `scanner` with a GM65, GM812 or like module: reads by itself or on a word, and can be set (DEVICES 2.2)."""

from __future__ import annotations

from collections.abc import Mapping

from drivers.api import Action, DriverError, Noise, Option, Options, Reading, Result, Simulated, Value
from drivers.api import Decoder as DecoderShape
from drivers.options import BAUDS
from drivers.scanners import gm65_frames as gm65
from drivers.scanners.serial_line import Decoder as TextDecoder
from drivers.scanners.serial_line import SerialLineScanner
from drivers.talking import TalkingDriver

ZONE = Option("zone", 0, low=0, high=0xFFFF, help="address of the zone")


class Gm65(TalkingDriver):
    """Tells `code` as every scanner; what the module answers proves its actions and is nobody's news."""

    NAME = "gm65"
    ROLE = "scanner"
    CAPABILITIES = ("code",)
    OPTIONS = (
        *SerialLineScanner.OPTIONS,
        Option(
            "beats", False, help="the module's answer to a heartbeat is looked for; not with STX and ETX round codes"
        ),
    )
    ACTIONS = (
        Action("scan", help="light up and read one code"),
        Action("beat", help="is the module there?"),
        Action("save", help="keep what was set over a loss of power"),
        Action("encoding", (Option("encoding", "utf-8", tuple(gm65.ENCODINGS)),), help="how Chinese is sent"),
        Action("aim", (Option("on", False),), help="send the kind of code in front of it"),
        Action("read_zone", (ZONE, Option("count", 1, low=1, high=255))),
        Action("write_zone", (ZONE, Option("hex", "00", help="bytes to write")), help="for those who have the manual"),
        Action("baud", (Option("baud", 9600, BAUDS),), help="speed of the line; afterwards set the option to the same"),
    )

    @classmethod
    def decoder(cls, options: Options) -> DecoderShape:
        text = TextDecoder(str(options["end"]), str(options["encoding"]))
        return gm65.Decoder(text, bool(options["beats"]))

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        if action in ("scan", "beat", "save"):
            return {"scan": gm65.scan, "beat": gm65.beat, "save": gm65.save}[action]()
        if action == "encoding":
            return gm65.write(gm65.ENCODING, bytes((gm65.ENCODINGS[str(params["encoding"])],)))
        if action == "aim":
            return gm65.write(gm65.AIM, b"\x80" if params["on"] else b"\0")
        if action == "baud":
            return gm65.set_baud(int(params["baud"]))
        zone = int(params["zone"])
        return gm65.read(zone, int(params["count"])) if action == "read_zone" else gm65.write(zone, _bytes(params))

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.scanner_modules import SimulatedGm65

        return SimulatedGm65()

    def event(self, event: Reading | Noise) -> None:
        if isinstance(event, Noise) or event.kind == "code":
            self.told.reading(event)

    def perform(self, action: Action, params: Mapping[str, Value], until_s: float) -> Result:
        beat = action.name == "beat" and bool(self.options["beats"])
        data = self.frame(action.name, params, self.options)
        return self.say(data, lambda said: said.kind == "reply" and said.fields["beat"] is beat, until_s)


def _bytes(params: Options) -> bytes:
    try:
        data = bytes.fromhex(str(params["hex"]))
    except ValueError:
        raise DriverError("option.type", option="hex") from None
    if not 0 < len(data) <= 255:
        raise DriverError("option.limit", option="hex", low=1, high=255)
    return data
