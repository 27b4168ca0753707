"""Every source delivers frames and ends; the same journey through Qt's own video machinery."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtMultimedia import QMediaCaptureSession, QVideoFrame, QVideoFrameFormat, QVideoFrameInput
from pytestqt.qtbot import QtBot

from tests.conftest import LogWatch
from ui.hardware.demo_camera import code_picture, demo_camera
from ui.hardware.frames import Frame
from ui.hardware.qt_sources import MediaSource, _Listener
from ui.hardware.sources import FrameSource, PacedSource, PushSource, folder, picture, read_gray


class Collector:
    """Takes what a source gives."""

    def __init__(self, source: FrameSource) -> None:
        self.frames: list[Frame] = []
        self.told: list[str] = []
        self.source = source

    def __enter__(self) -> Collector:
        self.source.start(self.frames.append, self.told.append)
        return self

    def __exit__(self, *_: object) -> None:
        self.source.stop()


def write_video(path: Path, frames: int = 12) -> Path:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 25, (320, 240))
    for n in range(frames):
        writer.write(np.full((240, 320, 3), 20 * n, np.uint8))
    writer.release()
    return path


def test_a_picture_with_a_chinese_path(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "门 岗.png"
    path.write_bytes(cv2.imencode(".png", np.full((30, 40), 99, np.uint8))[1].tobytes())
    with Collector(picture(path)) as got:
        qtbot.waitUntil(lambda: "camera.ended" in got.told)
    assert got.frames[0].gray.shape == (30, 40)
    assert got.told == ["camera.working", "camera.ended"]


def test_a_missing_picture_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with Collector(picture(tmp_path / "no.png")) as got:
        qtbot.waitUntil(lambda: "camera.ended" in got.told)
    assert "camera.no_file" in got.told
    assert not got.frames


def test_not_a_picture(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"not a picture")
    (tmp_path / "b.png").write_bytes(b"")
    assert read_gray(tmp_path / "a.png") is None
    assert read_gray(tmp_path / "b.png") is None


def test_a_folder_in_order_and_stopped_midway(qtbot: QtBot, tmp_path: Path) -> None:
    for n in (2, 1):
        cv2.imwrite(str(tmp_path / f"{n}.png"), np.full((10, 10), n, np.uint8))
    with Collector(folder(tmp_path)) as got:
        qtbot.waitUntil(lambda: len(got.frames) > 2)
    count = len(got.frames)
    assert got.frames[0].gray[0, 0] == 1
    qtbot.wait(150)
    assert len(got.frames) == count


def test_an_empty_folder_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with Collector(folder(tmp_path)) as got:
        qtbot.waitUntil(lambda: "camera.no_file" in got.told)


def test_frames_keep_their_pace(qtbot: QtBot) -> None:
    gray = np.zeros((4, 4), np.uint8)
    with Collector(PacedSource("paced", lambda: iter([gray] * 1000), fps=20)) as got:
        qtbot.waitUntil(lambda: len(got.frames) >= 5)
    assert got.frames[4].at_ms - got.frames[0].at_ms >= 150


def test_pushed_frames_stop_with_the_source() -> None:
    source = PushSource()
    with Collector(source) as got:
        source.put(np.zeros((2, 2), np.uint8))
    source.put(np.zeros((2, 2), np.uint8))
    assert len(got.frames) == 1


def test_the_demo_camera_shows_codes_that_read(qtbot: QtBot) -> None:
    import zxingcpp

    with Collector(demo_camera(lambda: ["GH-DEMO-1"])) as got:
        qtbot.waitUntil(lambda: len(got.frames) > 34, timeout=10_000)
    texts = {code.text for frame in got.frames for code in zxingcpp.read_barcodes(frame.gray)}
    assert texts == {"GH-DEMO-1"}


def test_a_code_picture_reads() -> None:
    import zxingcpp

    assert zxingcpp.read_barcodes(code_picture("你好 GH1"))[0].text == "你好 GH1"


def test_a_video_file_plays_once(qtbot: QtBot, tmp_path: Path) -> None:
    with Collector(MediaSource(QUrl.fromLocalFile(str(write_video(tmp_path / "v.avi"))))) as got:
        qtbot.waitUntil(lambda: "camera.ended" in got.told, timeout=10_000)
    assert got.told == ["camera.opening", "camera.working", "camera.ended"]
    assert got.frames[0].gray.shape == (240, 320)
    assert len(got.frames) >= 6


def test_a_broken_video_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "v.avi").write_bytes(b"nothing at all")
    with Collector(MediaSource(QUrl.fromLocalFile(str(tmp_path / "v.avi")))) as got:
        qtbot.waitUntil(lambda: "camera.no_file" in got.told, timeout=10_000)


class Stream(http.server.BaseHTTPRequestHandler):
    """An MJPEG address that sends ten pictures and ends."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        self.end_headers()
        jpeg = cv2.imencode(".jpg", np.full((120, 160), 80, np.uint8))[1].tobytes()
        try:
            for _ in range(10):
                self.wfile.write(b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % len(jpeg))
                self.wfile.write(jpeg + b"\r\n")
        except OSError:  # the player has closed
            pass

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def stream() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stream)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/live.mjpg"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_mjpeg_address_plays(qtbot: QtBot, stream: str) -> None:
    with Collector(MediaSource(QUrl(stream))) as got:
        qtbot.waitUntil(lambda: len(got.frames) >= 3, timeout=10_000)
    assert got.frames[0].gray.shape == (120, 160)


def test_an_address_nobody_answers_is_told(qtbot: QtBot, log_watch: LogWatch) -> None:
    with Collector(MediaSource(QUrl("http://127.0.0.1:9/none.mjpg"))) as got:
        qtbot.waitUntil(lambda: "camera.no_stream" in got.told, timeout=10_000)


def test_frames_come_through_the_session_a_camera_plugs_into(qtbot: QtBot) -> None:
    """QVideoFrameInput stands for the camera: the session and the sink are the ones CameraSource uses."""
    listener, got, told = _Listener(), [], []
    listener.open(got.append, told.append)
    session, entry = QMediaCaptureSession(), QVideoFrameInput()
    session.setVideoFrameInput(entry)
    session.setVideoSink(listener.sink)
    form = QVideoFrameFormat(QSize(64, 48), QVideoFrameFormat.PixelFormat.Format_Y8)
    # a sink tells of a frame that differs from the last, so each is a new one
    qtbot.waitUntil(lambda: (entry.sendVideoFrame(QVideoFrame(form)), len(got) >= 3)[1])
    listener.close()
    assert told == ["camera.working"]
    assert got[0].gray.shape == (48, 64)
