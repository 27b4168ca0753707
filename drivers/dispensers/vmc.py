"""Vending machines with the "VMC - upper computer" board: one mask is one motor turn, and is counted once (DEVICES 6)."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping

from drivers.api import Action, Decoder, Noise, Option, Options, Outcome, Reading, Result, Simulated, State, Told, Value
from drivers.dispensers import vmc_frames as vmc
from drivers.dispensers.vmc_session import Errand, Session
from drivers.line import Backoff
from drivers.options import PORT, baud
from drivers.talking import TalkingDriver

BEGIN_S = 2.5  # what has not been asked for by then is not asked for at all
GRACE_S = 0.5  # for the line's thread to say how it ended
SELECTION = Option("selection", 1, required=True, low=1, high=vmc.MOST_SELECTIONS, help="number on the machine")
CHECKS = ("padded", "plain", "off")


class Vmc(TalkingDriver):
    """The board polls and wants each answer within 100 ms, so it has a line of its own and is answered on its thread."""

    NAME = "vmc"
    ROLE = "dispenser"
    CAPABILITIES = ("vend", "stock", "selection", "machine", "message")
    OPTIONS = (
        PORT,
        baud(57600),
        Option("mode", "drive", ("drive", "buy"), help="drive the motor, or buy by the board's own stock and price"),
        Option("drop_sensor", True, help="with `drive`: the machine has a sensor that sees what falls"),
        Option("elevator", False, help="with `drive`: the machine has an elevator"),
        Option("check", "padded", CHECKS, help="the question before a vend, in two readings of the document, or none"),
        Option("vend_s", 30, low=3, high=300, help="how long a vend may take before its outcome is called unknown"),
    )
    ACTIONS = (
        Action("vend", (SELECTION,), moves=True, deadline_s=330.0, help="hand out one of a selection"),
        Action("check", (SELECTION,), help="could this selection be handed out?"),
        Action("set_stock", (SELECTION, Option("count", 0, low=0, high=255)), help="tell the board how many are in it"),
        Action("stock", (), help="ask for the stock of every selection"),
        Action("machine", (), help="ask how the machine is"),
    )
    FRAMES = (
        Action("poll"),
        Action("ack"),
        Action("buy", (SELECTION,)),
        Action("drive", (SELECTION,)),
        Action("cancel"),
    )
    SILENT_S = 3.0

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None) -> None:
        super().__init__(options, told, backoff)
        given = self.options
        self._session = Session(
            str(given["mode"]), bool(given["drop_sensor"]), bool(given["elevator"]), str(given["check"])
        )
        self._session_lock = threading.Lock()
        self._over = threading.Condition(self._session_lock)

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return vmc.Decoder()

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        """With packet number 1, as after a start."""
        selection, sensor, lift = (
            int(params.get("selection", 0)),
            bool(options["drop_sensor"]),
            bool(options["elevator"]),
        )
        if action == "vend":
            action = str(options["mode"])
        return vmc.encode(
            {
                "poll": vmc.Frame(vmc.POLL),
                "ack": vmc.Frame(vmc.ACK),
                "check": vmc.check(1, selection, options["check"] != "plain"),
                "buy": vmc.buy(1, selection),
                "drive": vmc.drive(1, selection, sensor, lift),
                "cancel": vmc.cancel(1),
                "set_stock": vmc.set_stock(1, selection, int(params.get("count", 0))),
                "stock": vmc.sync(1),
                "machine": vmc.ask_machine(1),
            }[action]
        )

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.vending import SimulatedVending

        return SimulatedVending()

    # --- on the line's thread ---------------------------------------------------------------------------------------

    def event(self, event: Reading | Noise) -> None:
        if isinstance(event, Noise):
            self.told.reading(event)
            return
        with self._over:
            answer, said = self._session.hear(event, time.monotonic())
            self._over.notify_all()
        if answer:
            self.line.send(answer)
        for reading in said:
            if reading.kind in self.CAPABILITIES:
                self.told.reading(reading)

    def idle(self, quiet_s: float) -> None:
        super().idle(quiet_s)
        with self._over:
            self._session.tick(time.monotonic())
            self._over.notify_all()

    def state(self, state: State, reason: str) -> None:
        if state is not State.READY:
            with self._over:
                self._session.lost(time.monotonic(), reason or "stopped")
                self._over.notify_all()
        super().state(state, reason)

    # --- actions ----------------------------------------------------------------------------------------------------

    def perform(self, action: Action, params: Mapping[str, Value], until_s: float) -> Result:
        with self._over:
            errand = self._errand(action.name, params, time.monotonic(), until_s)
            self._over.wait_for(lambda: errand.result is not None, max(0.0, until_s - time.monotonic()) + GRACE_S)
            self._session.give_up(errand, time.monotonic())
        return errand.result or Result(Outcome.UNKNOWN, "no_outcome")

    def _errand(self, name: str, params: Mapping[str, Value], now_s: float, until_s: float) -> Errand:
        session, begin_s = self._session, min(BEGIN_S, until_s - now_s)
        selection = int(params.get("selection", 0))
        if name == "vend":
            return session.vend(selection, now_s, begin_s, min(int(self.options["vend_s"]), until_s - now_s))
        if name == "check":
            padded = self.options["check"] != "plain"
            return session.tell(lambda n: vmc.check(n, selection, padded), now_s, begin_s, "selection", selection)
        if name == "set_stock":
            count = int(params["count"])
            return session.tell(lambda n: vmc.set_stock(n, selection, count), now_s, begin_s)
        if name == "machine":
            return session.tell(vmc.ask_machine, now_s, begin_s, "machine")
        return session.tell(vmc.sync, now_s, begin_s)
