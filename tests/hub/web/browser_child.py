"""A real Chromium without a window (QtWebEngine), as a process of its own: reads one JSON request a line, answers one.

{"do": "open", "url"}   {"do": "run", "js"} -> value   {"do": "picture", "path"}   {"do": "size", "w", "h"}
{"do": "said"} -> console lines and addresses asked for   {"do": "end"}
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import Any

os.environ.update(QT_QPA_PLATFORM="offscreen", QTWEBENGINE_DISABLE_SANDBOX="1")
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--disable-gpu --force-device-scale-factor=1 " + os.environ.get(
    "BROWSER_FLAGS", ""
)

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication


class Watch(QWebEngineUrlRequestInterceptor):
    """Notes every address the page asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        self.urls.append(info.requestUrl().toString())


class Page(QWebEnginePage):
    """Keeps what the page says on its console."""

    def __init__(self, profile: QWebEngineProfile) -> None:
        super().__init__(profile)
        self.lines: list[str] = []

    def javaScriptConsoleMessage(self, level: Any, words: str, line: int, source: str) -> None:
        self.lines.append(f"{level.name}: {words} ({source}:{line})")


class Lines(QObject):
    came = Signal(str)
    ended = Signal()

    def read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line)
        self.ended.emit()


class Browser(QObject):
    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.view = QWebEngineView()
        self.do_fresh()
        self.view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.view.show()
        self.lines = Lines()
        self.lines.came.connect(self.answer)
        self.lines.ended.connect(app.quit)
        threading.Thread(target=self.lines.read, daemon=True).start()

    def do_fresh(self) -> bool:
        """A browser that was never here before: an empty profile, off the record."""
        self.profile = QWebEngineProfile(self)
        self.profile.setHttpAcceptLanguage(os.environ.get("BROWSER_LANGUAGE", "zh-CN"))
        self.watch = Watch()
        self.profile.setUrlRequestInterceptor(self.watch)
        old, self.page = getattr(self, "page", None), Page(self.profile)
        self.view.setPage(self.page)
        if old is not None:
            old.deleteLater()
        self.view.settings().setAttribute(QWebEngineSettings.WebAttribute.ShowScrollBars, False)
        self.view.resize(1366, 900)
        return True

    def answer(self, line: str) -> None:
        asked = json.loads(line)
        told = getattr(self, f"do_{asked.pop('do')}")(**asked)
        sys.stdout.write(json.dumps({"told": told}) + "\n")
        sys.stdout.flush()

    def do_open(self, url: str) -> bool:
        return bool(self.wait(self.page.loadFinished, lambda: self.page.load(QUrl(url))))

    def do_run(self, js: str) -> Any:
        found: list[Any] = []
        loop = QEventLoop()

        def got(value: Any) -> None:
            found.append(value)
            loop.quit()

        self.page.runJavaScript(js, 0, got)
        QTimer.singleShot(20_000, loop.quit)
        if not found:
            loop.exec()
        return found[0] if found else None

    def do_size(self, w: int, h: int) -> bool:
        self.view.resize(w, h)
        return True

    def do_picture(self, path: str) -> bool:
        loop = QEventLoop()
        QTimer.singleShot(250, loop.quit)  # a frame drawn after what was done last
        loop.exec()
        return self.view.grab().save(path)

    def do_said(self) -> dict[str, list[str]]:
        return {"console": self.page.lines, "urls": self.watch.urls}

    def do_forget(self) -> bool:
        self.page.lines.clear()
        return True

    def wait(self, signal: Any, begin: Any) -> Any:
        found: list[Any] = []
        loop = QEventLoop()

        def got(*values: Any) -> None:
            found.extend(values)
            loop.quit()

        signal.connect(got)
        QTimer.singleShot(30_000, loop.quit)
        begin()
        loop.exec()
        signal.disconnect(got)
        return found[0] if found else None


def main() -> int:
    app = QApplication(sys.argv)
    browser = Browser(app)
    sys.stdout.write('{"told": "ready"}\n')
    sys.stdout.flush()
    code = app.exec()
    browser.view.setPage(None)
    del browser.page
    return code


if __name__ == "__main__":
    sys.exit(main())
