"""Sources that QtMultimedia plays: a camera, a video file, an MJPEG address. Imported after the first paint only."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaPlayer,
    QVideoFrame,
    QVideoSink,
)

from ui.hardware.frames import Frame, gray_of
from ui.hardware.sources import Sink, Tell, now_ms

log = logging.getLogger("ui.camera")

AGAIN_MS = 3000  # a camera another program holds, a stream that broke: tried again this often
SILENT_MS = 6000  # a camera that is "active" and sends nothing
WIDE, HIGH, FPS = 1280, 720, 30


class _Listener(QObject):
    """Takes frames of a QVideoSink to a sink; knows whether any came."""

    def __init__(self) -> None:
        super().__init__()
        self.sink = QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._on_frame)
        self._out: Sink | None = None
        self._tell: Tell | None = None
        self.seen = 0

    def open(self, out: Sink, tell: Tell) -> None:
        self._out, self._tell, self.seen = out, tell, 0

    def close(self) -> None:
        self._out = self._tell = None

    def tell(self, code: str) -> None:
        if self._tell is not None:
            self._tell(code)

    def still(self) -> QImage | None:
        """The newest frame in its colours: converted when somebody asks, which is once in a while."""
        video = self.sink.videoFrame()
        image = video.toImage() if self._out is not None and video.isValid() else QImage()
        return None if image.isNull() else image

    def _on_frame(self, video: QVideoFrame) -> None:
        if self._out is None or not video.isValid():
            return
        gray = gray_of(video)
        if gray is None:
            return
        if not self.seen:
            self.tell("camera.working")
        self.seen += 1
        self._out(Frame(gray, now_ms()))


def best_format(device: QCameraDevice) -> QCameraFormat | None:
    """Nearest to 1280x720 at 30 pictures a second, raw before JPEG (JPEG costs a conversion for every frame)."""
    from PySide6.QtMultimedia import QVideoFrameFormat

    def cost(form: QCameraFormat) -> tuple[int, int, int]:
        size = form.resolution()
        slow = int(form.maxFrameRate() < 14)
        off = abs(size.width() - WIDE) + abs(size.height() - HIGH)
        return slow, off, int(form.pixelFormat() == QVideoFrameFormat.PixelFormat.Format_Jpeg)

    return min(device.videoFormats(), key=cost, default=None)


class CameraSource(QObject):
    """A live camera. Tries again by itself while the camera exists and cannot be opened."""

    def __init__(self, device: QCameraDevice) -> None:
        super().__init__()
        self.name = device.description()
        self._device = device
        self._listener = _Listener()
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self._listener.sink)
        self._camera: QCamera | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._open)
        self._silence = QTimer(self, singleShot=True, interval=SILENT_MS)
        self._silence.timeout.connect(self._on_silence)

    def start(self, sink: Sink, tell: Tell) -> None:
        self._listener.open(sink, tell)
        tell("camera.opening")
        self._open()

    def stop(self) -> None:
        self._again.stop()
        self._silence.stop()
        self._listener.close()
        self._drop()

    def still(self) -> QImage | None:
        return self._listener.still()

    def _open(self) -> None:
        self._drop()
        self._listener.seen = 0
        self._camera = camera = QCamera(self._device, self)
        camera.errorOccurred.connect(self._on_error)
        form = best_format(self._device)
        if form is not None:
            camera.setCameraFormat(form)
        self._session.setCamera(camera)
        self._silence.start()
        camera.start()

    def _drop(self) -> None:
        if self._camera is not None:
            self._camera.errorOccurred.disconnect(self._on_error)
            self._camera.stop()
            self._session.setCamera(None)  # type: ignore[arg-type]  # documented: None takes the camera away
            self._camera.deleteLater()
            self._camera = None

    def _on_error(self, error: QCamera.Error, text: str) -> None:
        if error == QCamera.Error.NoError:
            return
        log.info("camera error: %s", text)
        self._silence.stop()
        self._listener.tell("camera.not_allowed" if "ermission" in text else "camera.busy")
        self._again.start()

    def _on_silence(self) -> None:
        if not self._listener.seen:
            self._listener.tell("camera.silent")
            self._again.start()


class MediaSource(QObject):
    """A video file (once) or an MJPEG address (for ever, opened again when it breaks)."""

    def __init__(self, url: QUrl) -> None:
        super().__init__()
        self.name = "video" if url.isLocalFile() else "mjpeg"
        self._url = url
        self._listener = _Listener()
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._listener.sink)
        self._player.errorOccurred.connect(self._on_error)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._open)
        self._running = False

    def start(self, sink: Sink, tell: Tell) -> None:
        self._running = True
        self._listener.open(sink, tell)
        tell("camera.opening")
        self._open()

    def stop(self) -> None:
        self._running = False
        self._again.stop()
        self._listener.close()
        self._player.stop()
        self._player.setSource(QUrl())

    def still(self) -> QImage | None:
        return self._listener.still()

    def _open(self) -> None:
        self._player.setSource(QUrl())
        self._listener.seen = 0
        self._player.setSource(self._url)
        self._player.play()

    def _on_error(self, error: QMediaPlayer.Error, text: str) -> None:
        if error == QMediaPlayer.Error.NoError or not self._running:
            return
        log.info("media error %s", error.name)  # the text would name the address
        local = self._url.isLocalFile()
        self._listener.tell("camera.no_file" if local else "camera.no_stream")
        if not local:
            self._again.start()

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status != QMediaPlayer.MediaStatus.EndOfMedia or not self._running:
            return
        if self._url.isLocalFile():
            self._listener.tell("camera.ended")
        else:
            self._listener.tell("camera.no_stream")
            self._again.start()
