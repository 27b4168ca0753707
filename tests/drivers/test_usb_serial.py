"""Adapters that nobody drives are named by their chip; driven ones and other devices are not."""

from pathlib import Path

from drivers.usb_serial import Entry, is_driven, linux_entries, undriven


def _device(root: Path, name: str, vendor: str, product: str, driven: bool) -> None:
    (root / name).mkdir()
    (root / name / "idVendor").write_text(vendor + "\n", encoding="ascii")
    (root / name / "idProduct").write_text(product + "\n", encoding="ascii")
    (root / f"{name}:1.0").mkdir()
    if driven:
        (root / f"{name}:1.0" / "driver").mkdir()


def test_what_sysfs_shows(tmp_path: Path) -> None:
    _device(tmp_path, "1-1", "1a86", "7523", driven=False)
    _device(tmp_path, "1-2", "10c4", "ea60", driven=True)
    _device(tmp_path, "1-3", "dead", "beef", driven=False)
    assert undriven(linux_entries(tmp_path)) == ["CH340"]
    assert len(list(linux_entries(tmp_path))) == 3


def test_each_chip_once_however_the_system_writes_its_numbers() -> None:
    entries = [Entry("067B", "2303", False), Entry("067b", "23A3", False), Entry("10C4", "EA60", True)]
    assert undriven(iter(entries)) == ["PL2303"]


def test_what_the_registry_means() -> None:
    assert is_driven("CH341SER_A64", 0)
    assert is_driven("CH341SER_A64", None)
    assert not is_driven(None, 0)
    assert not is_driven("CH341SER_A64", 0x40)
    assert not is_driven("CH341SER_A64", 0x20)


def test_a_machine_without_usb_has_none(tmp_path: Path) -> None:
    assert undriven(linux_entries(tmp_path / "none")) == []
