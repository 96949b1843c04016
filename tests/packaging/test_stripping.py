"""A library is stripped only where it can be loaded afterwards."""

import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from stripping import LOAD, MAGIC, can_be_loaded, strip_all


def library(offset: int, address: int) -> bytes:
    """One with a single part to be loaded, without anything in it."""
    head = MAGIC.ljust(32, b"\0") + struct.pack("<Q", 64) + bytes(14) + struct.pack("<HH", 56, 1)
    part = struct.pack("<IIQQQQQQ", LOAD, 5, offset, address, 0, 0, 0, 0x1000)
    return head.ljust(64, b"\0") + part


@pytest.mark.parametrize(
    ("offset", "address", "can"), [(0, 0, True), (0x1234, 0x5234, True), (0x1234, 0x5000, False)]
)
def test_a_part_lies_in_the_file_as_in_memory(offset: int, address: int, can: bool) -> None:
    assert can_be_loaded(library(offset, address)) is can


def test_what_was_stripped_still_loads(tmp_path: Path) -> None:
    if shutil.which("strip") is None or sys.platform != "linux":
        pytest.skip("strip is not installed here")
    import msgspec._core

    file = tmp_path / Path(str(msgspec._core.__file__)).name
    shutil.copyfile(str(msgspec._core.__file__), file)
    strip_all(tmp_path)
    assert list(tmp_path.iterdir()) == [file]
    assert file.stat().st_size < Path(str(msgspec._core.__file__)).stat().st_size
    code = f"import ctypes; ctypes.PyDLL({str(file)!r})"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
