"""The parts that keep desks and hub from losing what the other has, each switched off: the simulation must then fail."""

from __future__ import annotations

from dataclasses import dataclass

from desk.hub.safety import Safety
from desk.sync.engine import Engine
from desk.sync.sending import Sender, Sent
from tests.sync.desks import Sim
from tests.sync.rooms import RoomSim


class NoChains(Safety):
    """A number is all a place is known by (SYNC 5, `naive`)."""

    def same_at_base(self, told: bytes, known: bytes | None) -> bool:
        return True

    def same_at_end(self, told: bytes, known: bytes | None) -> bool:
        return True

    def same_chain(self, told: bytes, known: bytes | None) -> bool:
        return True


class NoEndCheck(Safety):
    """A batch that lies below what the hub has is not compared at its end."""

    def same_at_end(self, told: bytes, known: bytes | None) -> bool:
        return True


class NoPullChain(Safety):
    """A desk's place in the log is not compared when it pulls."""

    def same_chain(self, told: bytes, known: bytes | None) -> bool:
        return True


class AckEverything(Safety):
    """The hub says how far it has the device's lines, not how far it has compared them."""

    def acked(self, last: int, end: int) -> int:
        return max(last, end)


class TrustingSender(Sender):
    """And the desk believes it: from then on it asks its own store for lines it never wrote, and sends nothing more."""

    def _trusted(self, batch: object, answer: object) -> int:
        return int(answer.acked)  # type: ignore[attr-defined]


class ForgetfulSender(Sender):
    """Nothing is given back to a hub that was restored."""

    def offer(self, acked: bool = False) -> Sent:
        return Sent(0, False, 0)


class SatisfiedSender(Sender):
    """What the hub acknowledged is never asked about again."""

    def unseen(self) -> bool:
        return False

    def acked_unseen(self) -> bool:
        return False


class UnaskingSender(Sender):
    """What no pull shows of what was acknowledged is not given back once more."""

    def acked_unseen(self) -> bool:
        return False


class SentBy(Sim):
    """Its changes go out by another kind of sender."""

    sender: type[Sender] = Sender

    def make_engine(self) -> Engine:
        engine = super().make_engine()
        engine.sender = self.sender(self.store, self.transport, engine.sender.actor, self.tables)
        return engine


class UnaskingSim(SentBy):
    sender = UnaskingSender


class TrustingSim(SentBy):
    sender = TrustingSender


class ForgetfulSim(SentBy):
    sender = ForgetfulSender


class SatisfiedSim(SentBy):
    sender = SatisfiedSender


class DeafSim(RoomSim):
    """No room hears of the rows that came from other desks."""

    def make_engine(self) -> Engine:
        return Engine(self.store, self.transport, self.clock, {}, tables=self.tables)


@dataclass(frozen=True)
class Part:
    """safety, sim: what stands in the place of the right one. seed: a history in which its absence loses something.

    beside: without this second net in both runs, with the part and without it: it would catch what falls through.
    """

    safety: type[Safety] = Safety
    sim: type[Sim] = Sim
    seed: int = 0
    beside: type[Sim] = Sim


WHOLE = Part()
PARTS = {
    "chains": Part(NoChains, seed=32),
    "comparison at the end of a batch": Part(NoEndCheck, UnaskingSim, 28, beside=UnaskingSim),
    "chain of the pulled log": Part(NoPullChain, seed=32),
    "giving back": Part(sim=ForgetfulSim, seed=23),
    "acknowledging only what was compared": Part(AckEverything, TrustingSim, 46),
    "an acknowledgement is not a confirmation": Part(sim=SatisfiedSim, seed=76),
    "rooms hear what came": Part(sim=DeafSim, seed=2200),
}
