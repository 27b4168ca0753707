"""Cabinets with WKLY lock boards (DEVICES 5.2)."""

from __future__ import annotations

from drivers.api import Action, Decoder, Options, Simulated
from drivers.lockers import cabinet
from drivers.lockers import wkly_frames as frames
from drivers.lockers.cabinet import Cabinet
from drivers.options import address
from drivers.wire import Ask


class Wkly(Cabinet):
    """Serial 9600; the board may or may not answer an open command, so its door is looked at either way."""

    NAME = "wkly"
    OPTIONS = cabinet.options(9600, address(0, 0, 255), frames.LOCKS)
    ACTIONS = cabinet.actions(frames.LOCKS)
    FRAMES = (
        Action("ask", (cabinet.lock_param(frames.LOCKS),), help="ask for one door"),
        Action("ask_all", (), help="ask for all doors"),
    )

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return frames.Decoder(str(options["wiring"]))

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        board, lock = int(options["address"]), int(params.get("lock", 0))
        if action == "open":
            return frames.encode_open(board, lock)
        if action == "ask":
            return frames.encode_ask(board, lock)
        return frames.encode_open_all(board) if action == "open_all" else frames.encode_ask_all(board)

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.lock_boards import SimulatedWkly

        return SimulatedWkly(int(options["address"]), int(options["locks"]), options["wiring"] != "closed_when_open")

    def opening(self, lock: int) -> Ask:
        data = frames.encode_open(self.board, lock) if lock else frames.encode_open_all(self.board)
        return Ask(data, self.fresh_decoder, lambda said: self.my_ack(lock, said), self.timeout_s, acts=True)

    def asking(self) -> Ask:
        return Ask(frames.encode_ask_all(self.board), self.fresh_decoder, self.my_doors, self.timeout_s, again=1)
