"""The role `card_reader` with a PC/SC reader: the number of any contactless card, where pyscard is installed
(DEVICES 7)."""

from __future__ import annotations

from drivers.api import Action, Decoder, Noise, Option, Options, Reading, Simulated
from drivers.cards.pcsc_port import PCSC, PcscPort
from drivers.cards.pcsc_replies import GAP_S, GET_ATS, GET_UID, PcscDecoder
from drivers.line import Port, open_serial
from drivers.talking import TalkingDriver


class Pcsc(TalkingDriver):
    """Tells `card`: uid in hex, random (such a number is another each time and must not be enrolled)."""

    NAME = "pcsc"
    ROLE = "card_reader"
    CAPABILITIES = ("card",)
    OPTIONS = (Option("port", PCSC, help="pcsc:NAME of the reader, or pcsc: for the first one"),)
    FRAMES = (Action("uid", help="the card's number"), Action("ats", help="what the card says of itself"))

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return PcscDecoder()

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        return GET_UID if action == "uid" else GET_ATS

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.card_readers import SimulatedPcsc

        return SimulatedPcsc()

    def received(self, data: bytes) -> None:
        super().received(data)
        if str(self.options["port"]).startswith(PCSC):  # each piece of a real reader is a whole answer
            self.idle(GAP_S)

    @classmethod
    def reach(cls, options: Options) -> Port:
        """Anything but `pcsc:` is a simulated reader on a port of bytes."""
        port = str(options["port"])
        return PcscPort(port) if port.startswith(PCSC) else open_serial(port, 115200)

    def event(self, event: Reading | Noise) -> None:
        """A card that has no number to give is nobody's news."""
        if isinstance(event, Noise) or event.kind == "card":
            self.told.reading(event)
