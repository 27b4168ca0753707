"""Listens for emergency watches on a TCP port: those of an allow list, their alarms only (DEVICES 10.2, DOMAIN C18).

An alarm is answered only after `told.reading` has returned, which is when the desk has stored it; when that fails the
watch gets no answer and says it again. The protocol knows no password: bind to the line of the site, never to the world.
"""

from __future__ import annotations

import errno
import logging
import selectors
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from drivers.alarms.watch_memory import Memory, allowed
from drivers.alarms.watch_messages import Message, WatchDecoder
from drivers.api import Noise, Reading, State, Told
from drivers.line import Backoff, KeptPort, PortLost, reason_of

log = logging.getLogger("drivers.watch")

TICK_S = 0.1
MOST_PEERS = 128
UNKNOWN_S = 15.0  # a connection that has not said who it is
SILENT_S = 1200.0  # watches speak every five minutes
MOST_NOISE = 65536  # bytes of a connection that are no message


class Refuse(Exception):
    """This connection is not to go on; `why` is the code of a Noise, or nothing."""

    def __init__(self, why: str = "") -> None:
        super().__init__(why)
        self.why = why


class Peer:
    """One connection. Takes each message: news are told, then it is remembered, then it is answered."""

    def __init__(self, sock: socket.socket, listener: Listener, now_s: float) -> None:
        self.sock, self._listener = sock, listener
        self.since_s = self.heard_s = now_s
        self.known = False
        self._noise = 0
        self._messages = WatchDecoder(self._take)

    def received(self, data: bytes, now_s: float) -> None:
        """Raises Refuse."""
        self.heard_s = now_s
        self._look(self._messages.feed(data))

    def quiet(self, now_s: float) -> None:
        """Raises Refuse when it has been quiet for too long."""
        self._look(self._messages.idle(now_s - self.heard_s))
        if now_s - self.heard_s > SILENT_S or (not self.known and now_s - self.since_s > UNKNOWN_S):
            raise Refuse

    def _take(self, message: Message) -> Sequence[Reading]:
        if message.who not in self._listener.allowed:
            raise Refuse("not_allowed")
        self.known = True
        self._listener.take(message)
        if answer := message.answer():
            self.sock.send(answer)  # a few bytes into an empty buffer; a watch that takes none is gone
        return []

    def _look(self, events: Sequence[Reading | Noise]) -> None:
        for event in events:
            if isinstance(event, Noise):
                self._noise += event.size
                self._listener.told.reading(event)
        if self._noise > MOST_NOISE:
            raise Refuse


class Listener(KeptPort[socket.socket]):
    """The server: one thread, told once when it listens and once when it cannot."""

    def __init__(
        self,
        address: tuple[str, int],
        allow: str,
        memory: Memory,
        told: Told,
        backoff: Backoff | None = None,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(lambda: self.listen(), "watch", backoff, monotonic_s)
        self.allowed, self.told = allowed(allow), told
        self.listen: Callable[[], socket.socket] = lambda: socket.create_server(address)
        self._memory = memory
        self._peers: dict[socket.socket, Peer] = {}

    def take(self, message: Message) -> None:
        """Tell what of it is news. Raises Refuse when it was not taken: then it must not be answered."""
        now_s = self._monotonic_s()
        try:
            for reading in self._memory.news(message, now_s):
                self.told.reading(reading)
        except Exception as error:  # a store that is busy must not silence the watches; its text may hold what was said
            log.error("a watch's message was not taken: %s", type(error).__name__)
            raise Refuse from None
        self._memory.told(message, now_s)

    def _pump(self, port: socket.socket) -> None:
        with selectors.DefaultSelector() as selector:
            try:
                port.setblocking(False)
                selector.register(port, selectors.EVENT_READ)
                self._serve(port, selector)
            except OSError as error:
                raise PortLost(why_not(error)) from None
            finally:
                for peer in list(self._peers.values()):
                    self._drop(peer, selector)

    def _serve(self, server: socket.socket, selector: selectors.BaseSelector) -> None:
        while not self._stopping.is_set():
            ready = {key.fileobj for key, _ in selector.select(TICK_S)}
            if server in ready:
                self._welcome(server, selector)
            for sock, peer in list(self._peers.items()):
                with self._guarding(peer, selector):
                    if sock in ready:
                        self._hear(peer)
                    else:
                        peer.quiet(self._monotonic_s())

    def _welcome(self, server: socket.socket, selector: selectors.BaseSelector) -> None:
        try:
            sock, _ = server.accept()
        except (BlockingIOError, ConnectionError):  # gone before it was greeted
            return
        sock.setblocking(False)
        peer = Peer(sock, self, self._monotonic_s())
        self._peers[sock] = peer
        selector.register(sock, selectors.EVENT_READ)
        if len(self._peers) > MOST_PEERS:
            self._drop(peer, selector)

    def _hear(self, peer: Peer) -> None:
        data = peer.sock.recv(4096)
        if not data:
            raise Refuse
        peer.received(data, self._monotonic_s())

    @contextmanager
    def _guarding(self, peer: Peer, selector: selectors.BaseSelector) -> Iterator[None]:
        """One connection's trouble ends that connection."""
        try:
            yield
        except Refuse as refused:
            self._drop(peer, selector)
            if refused.why:
                self.told.reading(Noise(refused.why, 0))
        except OSError:
            self._drop(peer, selector)

    def _drop(self, peer: Peer, selector: selectors.BaseSelector) -> None:
        del self._peers[peer.sock]
        selector.unregister(peer.sock)
        peer.sock.close()

    def _why(self, error: Exception) -> str:
        return why_not(error)

    def _told_state(self, state: State, reason: str) -> None:
        self.told.state(state, reason)


def why_not(error: Exception) -> str:
    """The code for why the address cannot be listened on."""
    known: dict[int | None, str] = {errno.EADDRINUSE: "port_taken", errno.EADDRNOTAVAIL: "port_gone"}
    return known.get(getattr(error, "errno", None), "") or reason_of(error)
