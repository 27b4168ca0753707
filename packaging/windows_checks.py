"""Static checks of a Windows program's folder; run by the release tools' Python: `windows_checks.py FOLDER`.

Closure of its DLLs (every one is in it or part of Windows), x64 only, names and paths that every Windows takes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

LONGEST = (
    170  # of a path below the folder: 260 less `C:\Program Files\Gatehouse Desk\` and the names of temporary files
)
X64 = 0x8664
RESERVED = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE)
# DLLs that every Windows 10 1809 has; icuuc.dll since 1703.
WINDOWS = frozenset(
    "advapi32 authz bcrypt bcryptprimitives cfgmgr32 comctl32 comdlg32 crypt32 cryptsp d2d1 d3d11 d3d12 d3d9 dbghelp dcomp dnsapi dwmapi"
    " dwrite dxgi dxva2 evr gdi32 hid icuuc icuin imm32 iphlpapi kernel32 mf mfplat mfreadwrite mmdevapi mpr mscms msimg32 msvcrt"
    " ncrypt netapi32 normaliz ntdll ole32 oleaut32 opengl32 pdh powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi"
    " synchronization sspicli ucrtbase user32 userenv usp10 uxtheme version wevtapi windowscodecs winhttp wininet winmm winscard"
    " winspool wintrust wldap32 wmvcore ws2_32 wsock32 wtsapi32 avicap32 avrt strmiids uiautomationcore d3dcompiler_47 mswsock"
    .split()
)  # fmt: skip
OF_WINDOWS = re.compile(r"^(api|ext)-ms-")


def names(files: Iterable[str]) -> list[str]:
    """What is wrong with these relative names (with slashes)."""
    found: list[str] = []
    seen: dict[str, str] = {}
    for name in sorted(files):
        if len(name) > LONGEST:
            found.append(f"{name}: longer than {LONGEST} characters")
        if any(RESERVED.search(part) for part in PurePosixPath(name).parts):
            found.append(f"{name}: Windows takes no such name")
        if name.lower() in seen:
            found.append(f"{name}: the same as {seen[name.lower()]} for Windows")
        seen[name.lower()] = name
    return found


def closure(imports: Mapping[str, Iterable[str]], bundled: Iterable[str]) -> list[str]:
    """DLLs that are neither in the folder nor part of Windows. imports: file -> the DLLs it names, all lower case."""
    there = set(bundled)
    return sorted(
        f"{dll} is not in the folder, and {file} needs it"
        for file, dlls in imports.items() for dll in dlls
        if dll not in there and dll.rpartition(".")[0] not in WINDOWS and not OF_WINDOWS.match(dll)
    )  # fmt: skip


def look(folder: Path) -> list[str]:
    """Every finding about a built folder."""
    import pefile  # type: ignore[import-untyped,import-not-found,unused-ignore]

    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = names(path.relative_to(folder).as_posix() for path in files)
    kinds = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
    imports = {}
    programs = [path for path in files if path.suffix.lower() in (".dll", ".pyd", ".exe")]
    for path in programs:
        read = pefile.PE(str(path), fast_load=True)
        if read.FILE_HEADER.Machine != X64:
            found.append(f"{path.name}: not made for x64")
        read.parse_data_directories([pefile.DIRECTORY_ENTRY[kind] for kind in kinds])
        entries = [*getattr(read, "DIRECTORY_ENTRY_IMPORT", []), *getattr(read, "DIRECTORY_ENTRY_DELAY_IMPORT", [])]
        imports[path.relative_to(folder).as_posix()] = {entry.dll.decode().lower() for entry in entries}
        read.close()
    return found + closure(imports, (path.name.lower() for path in programs))


if __name__ == "__main__":
    said = look(Path(sys.argv[1]))
    print("\n".join(said) or "Every DLL is there or part of Windows, and every name is good.")
    sys.exit(1 if said else 0)
