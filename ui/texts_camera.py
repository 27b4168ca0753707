"""Sentences for the camera's states: what is wrong in plain words and what to do now."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "camera.off": ("摄像头已关闭。扫码枪和手工输入照常可用。", "The camera is off. Scanners and typing work as usual."),
    "camera.opening": ("正在打开摄像头，请稍候。", "Opening the camera, please wait."),
    "camera.working": ("摄像头正常，把二维码对准即可。", "The camera works. Hold a code up to it."),
    "camera.none": (
        "没有找到摄像头。请插上摄像头，或者用扫码枪、手工输入。",
        "No camera was found. Plug one in, or use a scanner or the keyboard.",
    ),
    "camera.unplugged": (
        "摄像头断开了。请重新插好，插好后会自动恢复。",
        "The camera was unplugged. Plug it in again; it will recover by itself.",
    ),
    "camera.busy": (
        "摄像头打不开，可能正被别的程序使用。请关掉视频会议等程序，会自动再试。",
        "The camera cannot be opened; another program may be using it. Close that program; it will be tried again.",
    ),
    "camera.not_allowed": (
        "系统不允许使用摄像头。请在电脑的隐私设置里允许本程序使用摄像头。",
        "The system does not allow the camera. Please allow it in the computer's privacy settings.",
    ),
    "camera.silent": (
        "摄像头没有送来画面。请拔下重插，或者换一个接口，会自动再试。",
        "The camera sends no picture. Unplug it and use another socket; it will be tried again.",
    ),
    "camera.ended": ("这段画面放完了。", "This picture or video has ended."),
    "camera.no_file": (
        "图片或视频打不开。请检查文件是否还在、格式是否正确。",
        "The picture or video cannot be opened. Please check that the file is there and of the right kind.",
    ),
    "camera.no_stream": (
        "网络摄像头没有回应。请检查地址和网线，会自动再试。",
        "The network camera does not answer. Please check its address and cable; it will be tried again.",
    ),
    "picture.unreadable": (
        "这个文件不是能读的图片，没有识别。请换一张图片。",
        "This file is not a readable picture. Please choose another one.",
    ),
    "picture.too_big": (
        "图片太大，没有识别。请裁小或缩小后再试。",
        "The picture is too large and was not read. Please crop or shrink it.",
    ),
}
