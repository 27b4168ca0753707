"""Listens for emergency watches on a TCP port: those of an allow list, their alarms only (DEVICES 10.2, DOMAIN C18).

An alarm is answered only after `told.reading` has returned, which is when the desk has stored it; when that fails the
watch gets no answer and says it again. The protocol knows no password: bind to the line of the site, never to the world.
"""

from __future__ import annotations

import errno
import logging
import selectors
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from drivers.alarms.watch_memory import Memory, allowed
from drivers.alarms.watch_messages import Message, WatchDecoder
from drivers.api import Noise, Reading, State, Told
from drivers.line import Backoff, reason_of

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


class Listener:
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
        self.allowed, self.told = allowed(allow), told
        self.listen: Callable[[], socket.socket] = lambda: socket.create_server(address)
        self._memory, self._monotonic_s = memory, monotonic_s
        self._backoff = backoff or Backoff()
        self._peers: dict[socket.socket, Peer] = {}
        self._stopping = threading.Event()
        self._state = State.STOPPED
        self._thread = threading.Thread(target=self._run, name="driver-watch", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 1.0) -> bool:
        """End the thread; True when it is gone in time."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

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

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                self._stopping.wait(self._backoff.failed(self._one_life()))
        except Exception:  # the promise of a driver: it never dies silently
            log.exception("a driver thread failed")
            self._tell(State.LOST, "driver_bug")
        else:
            self._tell(State.STOPPED, "")

    def _one_life(self) -> float:
        """Listen until it fails or we stop; returns how many seconds it stood."""
        if self._state is State.STOPPED:
            self._tell(State.OPENING, "")
        try:
            server = self.listen()
        except OSError as error:
            self._tell(State.LOST, why_not(error))
            return 0.0
        since_s = self._monotonic_s()
        with server, selectors.DefaultSelector() as selector:
            server.setblocking(False)
            selector.register(server, selectors.EVENT_READ)
            self._tell(State.READY, "")
            try:
                self._serve(server, selector)
            except OSError as error:
                self._tell(State.LOST, why_not(error))
            finally:
                for peer in list(self._peers.values()):
                    self._drop(peer, selector)
        return self._monotonic_s() - since_s

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

    def _tell(self, state: State, reason: str) -> None:
        if state is not self._state:
            self._state = state
            self.told.state(state, reason)


def why_not(error: OSError) -> str:
    """The code for why the address cannot be listened on."""
    if error.errno == errno.EADDRINUSE:
        return "port_taken"
    return "port_gone" if error.errno == errno.EADDRNOTAVAIL else reason_of(error)
