"""One program per data folder: a second start brings the first to the front and ends."""

from __future__ import annotations

import getpass
import hashlib
import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger("ui.instance")

ANSWER_MS = 1500
RAISE = b"raise\n"


class SingleInstance(QObject):
    """claim() answers whether this is the first; keep the object as long as the program runs."""

    def __init__(self, home: Path, raised: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._raised = raised
        home.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(home / "program.lock"))
        self._lock.setStaleLockTime(0)  # never by age: a computer may sleep for a week
        self._name = "gatehouse-" + hashlib.sha256(f"{_user()}{home.absolute()}".encode()).hexdigest()[:16]
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """True: we are the first. False: another one runs and was asked to come to the front."""
        if not self._lock.tryLock(50):
            if self._call():
                return False
            log.warning("another program holds the data folder and does not answer")
            return False
        QLocalServer.removeServer(self._name)  # safe: we hold the lock
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_call)
        if not self._server.listen(self._name):
            log.warning("cannot be called by a second start: %s", self._server.errorString())
        return True

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _call(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write(RAISE)
        done = socket.waitForBytesWritten(ANSWER_MS)
        socket.disconnectFromServer()
        return done

    def _on_call(self) -> None:
        assert self._server is not None
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            self._raised()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name, as in some containers
        return ""
