"""Cabinets with KERONG lock boards, CU16 and CU48 (DEVICES 5.3)."""

from __future__ import annotations

from drivers.api import Action, Decoder, Options, Simulated
from drivers.lockers import cabinet
from drivers.lockers import kerong_frames as frames
from drivers.lockers.cabinet import Cabinet
from drivers.options import address
from drivers.wire import Ask

REST_S = 0.025  # between two commands
DEAF_S = 0.1  # what a CU16 is given after an unlock, to which it says nothing


class KerongCu16(Cabinet):
    """RS-485 19200 (boards at 9600 exist), 16 locks and as many eyes that see whether a compartment holds something."""

    NAME = "kerong_cu16"
    CAPABILITIES = ("door", "contents", "alarm")
    OPTIONS = cabinet.options(19200, address(0, 0, frames.CU16_BOARDS), frames.CU16_LOCKS)
    ACTIONS = cabinet.actions(frames.CU16_LOCKS)
    FRAMES = (
        Action("ask", (), help="ask for all doors and eyes"),
        Action(
            "ask_boards", (), help="ask all boards of the line; their answer is not known, the desk asks one by one"
        ),
    )
    GAP_S = REST_S

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return frames.Cu16Decoder(str(options["wiring"]))

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        board = int(options["address"])
        if action == "open":
            return frames.encode_cu16_open(board, int(params["lock"]))
        if action == "ask_boards":
            return frames.encode_cu16_ask_boards()
        return frames.encode_cu16_open_all(board) if action == "open_all" else frames.encode_cu16_ask(board)

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.lock_boards import SimulatedCu16

        return SimulatedCu16(int(options["address"]), options["wiring"] != "closed_when_open")

    def opening(self, lock: int) -> Ask:
        data = frames.encode_cu16_open(self.board, lock) if lock else frames.encode_cu16_open_all(self.board)
        return Ask(data, self.fresh_decoder, lambda said: False, DEAF_S, acts=True)

    def asking(self) -> Ask:
        return Ask(frames.encode_cu16_ask(self.board), self.fresh_decoder, self.my_doors, self.timeout_s, again=1)


class KerongCu48(Cabinet):
    """48 locks. Medium evidence: one implementation."""

    NAME = "kerong_cu48"
    OPTIONS = cabinet.options(19200, address(0, 0, 255), frames.CU48_LOCKS)
    ACTIONS = cabinet.actions(frames.CU48_LOCKS)[:1]  # no command is known that opens all
    FRAMES = (Action("ask", (), help="ask for all doors"),)
    GAP_S = REST_S

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return frames.Cu48Decoder(str(options["wiring"]))

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        board = int(options["address"])
        if action == "open":
            return frames.encode_cu48_open(board, int(params["lock"]))
        return frames.encode_cu48_ask(board)

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.lock_boards import SimulatedCu48

        return SimulatedCu48(int(options["address"]), options["wiring"] != "closed_when_open")

    def opening(self, lock: int) -> Ask:
        data = frames.encode_cu48_open(self.board, lock)
        return Ask(data, self.fresh_decoder, lambda said: self.my_ack(lock, said), self.timeout_s, acts=True)

    def asking(self) -> Ask:
        return Ask(frames.encode_cu48_ask(self.board), self.fresh_decoder, self.my_doors, self.timeout_s, again=1)
