"""Cabinets with the common "8A/80" lock board (DEVICES 5.1)."""

from __future__ import annotations

from drivers.api import Action, Decoder, Option, Options, Simulated
from drivers.lockers import cabinet
from drivers.lockers import lock8a80_frames as frames
from drivers.lockers.cabinet import Cabinet
from drivers.options import address
from drivers.wire import Ask


class Lock8a80(Cabinet):
    """RS-485, up to 99 boards of 24 locks on a line."""

    NAME = "lock8a80"
    OPTIONS = (
        *cabinet.options(9600, address(1, 1, frames.BOARDS), frames.LOCKS),
        Option("answer", "auto", ("auto", "one", "all"), help="for captures: which answer a frame with head 80 is"),
    )
    ACTIONS = cabinet.actions(frames.LOCKS)
    FRAMES = (Action("ask", (cabinet.lock_param(frames.LOCKS, low=0),), help="ask for one door, 0 for all"),)

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return frames.Decoder(str(options["wiring"]), str(options["answer"]))

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        board, lock = int(options["address"]), int(params.get("lock", frames.ALL))
        return frames.encode_ask(board, lock) if action == "ask" else frames.encode_open(board, lock)

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.lock_boards import Simulated8a80

        return Simulated8a80(int(options["address"]), int(options["locks"]), options["wiring"] != "closed_when_open")

    def opening(self, lock: int) -> Ask:
        data = frames.encode_open(self.board, lock)
        return Ask(data, self._ear("one"), lambda said: self.my_ack(lock, said), self.timeout_s, acts=True)

    def asking(self) -> Ask:
        return Ask(frames.encode_ask(self.board, frames.ALL), self._ear("all"), self.my_doors, self.timeout_s, again=1)

    def _ear(self, answer: str) -> frames.Ear:
        return lambda: frames.Decoder(str(self.options["wiring"]), answer)
