"""Adapters that are no port are named by their chip, with why; working ones and other devices are not."""

from pathlib import Path

from drivers.usb_serial import Entry, Lack, Why, is_driven, lacking, linux_entries, of_manager


def _device(root: Path, name: str, vendor: str, product: str, driver: str = "", tty: str = "") -> None:
    """As sysfs shows it: a folder for the device, one for its interface, a link to the driver, a tty below."""
    (root / name).mkdir()
    (root / name / "idVendor").write_text(vendor + "\n", encoding="ascii")
    (root / name / "idProduct").write_text(product + "\n", encoding="ascii")
    interface = root / f"{name}:1.0"
    interface.mkdir()
    if driver:
        (root.parent / "drivers" / driver).mkdir(parents=True, exist_ok=True)
        (interface / "driver").symlink_to(root.parent / "drivers" / driver)
    if tty:
        (interface / tty).mkdir(parents=True)


def test_what_sysfs_shows(tmp_path: Path) -> None:
    root = tmp_path / "devices"
    root.mkdir()
    _device(root, "1-1", "1a86", "7523")
    _device(root, "1-2", "10c4", "ea60", "cp210x", "ttyUSB0")
    _device(root, "1-3", "dead", "beef")
    _device(root, "1-4", "067b", "23a3", "usbfs")
    _device(root, "1-5", "1a86", "55d4", "cdc_acm", "tty/ttyACM0")
    _device(root, "1-6", "0403", "6001", "ftdi_sio")  # bound, and no port came of it
    assert len(list(linux_entries(root))) == 6
    assert lacking(linux_entries(root)) == [
        Lack("CH340", Why.NO_DRIVER),
        Lack("FT232", Why.FAILED),
        Lack("PL2303", Why.TAKEN),
    ]


def test_each_chip_once_however_the_system_writes_its_numbers() -> None:
    entries = [
        Entry("067B", "2303", Why.NO_DRIVER),
        Entry("067b", "23A3", Why.NO_DRIVER),
        Entry("10C4", "EA60", Why.WORKS),
    ]
    assert lacking(entries) == [Lack("PL2303", Why.NO_DRIVER)]


def test_what_the_device_manager_says() -> None:
    found = [
        (r"USB\ROOT_HUB30\4&1A2B3C4D&0&0", 0x180200A, 0),
        (r"USB\VID_1A86&PID_7523\5&2E3F4A5B&0&3", 0x1802400, 28),
        (r"USB\VID_10C4&PID_EA60\0001", 0x180200A, 0),
        (r"USB\VID_067B&PID_2303\6&1F2E3D4C&0&1", 0x1806400, 10),
        (r"USB\VID_0403&PID_6001\A50285BI", 0x1806400, 22),
    ]
    assert lacking(of_manager(found)) == [
        Lack("CH340", Why.NO_DRIVER),
        Lack("FT232", Why.OFF),
        Lack("PL2303", Why.FAILED),
    ]


def test_what_the_registry_means() -> None:
    assert is_driven("CH341SER_A64", 0)
    assert is_driven("CH341SER_A64", None)
    assert not is_driven(None, 0)
    assert not is_driven("CH341SER_A64", 0x40)
    assert not is_driven("CH341SER_A64", 0x20)


def test_a_machine_without_usb_has_none(tmp_path: Path) -> None:
    assert lacking(linux_entries(tmp_path / "none")) == []
