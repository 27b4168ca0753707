"""The closure of a build's shared libraries: what is bundled, what every system has, and what would be missing."""

from pathlib import Path

import elf_needs

READELF = """
File: /x/lib/libQt6Gui.so.6
 0x0000000000000001 (NEEDED)             Shared library: [libEGL.so.1]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]
 0x000000000000000e (SONAME)             Library soname: [libQt6Gui.so.6]
File: /x/lib/plugins/multimedia/libffmpegmediaplugin.so
 0x0000000000000001 (NEEDED)             Shared library: [libQt6Quick.so.6]
 0x0000000000000001 (NEEDED)             Shared library: [libEGL.so.1]
"""


def test_each_need_names_who_needs_it() -> None:
    found = elf_needs.needs(READELF)
    assert found["libEGL.so.1"] == {"libQt6Gui.so.6", "libffmpegmediaplugin.so"}
    assert "libQt6Gui.so.6" not in found


def test_a_dropped_library_is_noticed() -> None:
    found = elf_needs.needs(READELF)
    assert elf_needs.unmet(found, ["libQt6Gui.so.6"]) == {"libQt6Quick.so.6": {"libffmpegmediaplugin.so"}}
    assert elf_needs.unmet(found, ["libQt6Gui.so.6", "libQt6Quick.so.6"]) == {}


def test_a_folder_without_libraries_needs_nothing(tmp_path: Path) -> None:
    assert elf_needs.look(tmp_path) == {}
