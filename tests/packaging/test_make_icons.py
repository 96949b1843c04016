"""The icon in the forms of the three systems."""

import struct

import pytest
from make_icons import MACOS, WINDOWS, drawn, icns, ico
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("size", [16, 32, 48, 512])
def test_it_is_drawn_in_its_size_with_clear_corners(qapp: QApplication, size: int) -> None:
    image = QImage.fromData(drawn(size))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() < 128
    # The ring on the ground, and the lifted leg before it.
    colours = {image.pixelColor(x, y).name() for x in range(size) for y in range(size)}
    assert {"#1f6f76", "#f7f5f0", "#ff8a5b"} <= colours


def test_windows_finds_each_size(qapp: QApplication) -> None:
    pictures = {size: drawn(size) for size in WINDOWS}
    data = ico(pictures)
    (count,) = struct.unpack_from("<H", data, 4)
    assert count == len(WINDOWS)
    for number, size in enumerate(WINDOWS):
        width, *_, length, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert width == size % 256
        assert data[offset : offset + length] == pictures[size]


def test_macos_finds_each_kind(qapp: QApplication) -> None:
    data = icns({kind: kind * 3 for kind in MACOS})
    (length,) = struct.unpack_from(">I", data, 4)
    assert data[:4] == b"icns"
    assert length == len(data)
    place, found = 8, []
    while place < len(data):
        found.append(data[place : place + 4])
        (length,) = struct.unpack_from(">I", data, place + 4)
        place += length
    assert found == list(MACOS)
