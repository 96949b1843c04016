"""Draws the program's icon in all sizes, from the two drawings in `assets/app-icon`."""

import struct
import sys
from pathlib import Path

from bundle_facts import ROOT
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWINGS = ROOT / "assets" / "app-icon"
SMALL = 32
"""Up to here the plain drawing is the better one."""

LINUX = (16, 22, 24, 32, 36, 48, 64, 72, 96, 128, 192, 256, 512)
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 256)
# The kinds of macOS with their size in pixels; the second of a size is for fine screens.
MACOS = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}


def drawn(size: int) -> bytes:
    """The icon as a PNG of so many pixels."""
    name = "hiptimer-small.svg" if size <= SMALL else "hiptimer.svg"
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(DRAWINGS / name)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """PNGs by their size, as one file of Windows."""
    offset = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size, data in pictures.items():
        # A size of 256 is written as 0.
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return head + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """PNGs by their kind, as one file of macOS."""
    parts = [kind + struct.pack(">I", 8 + len(data)) + data for kind, data in pictures.items()]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def make_icons(folder: Path) -> None:
    """`hiptimer-SIZE.png`, `hiptimer.ico` and `hiptimer.icns`."""
    app = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    folder.mkdir(parents=True, exist_ok=True)
    for size in LINUX:
        (folder / f"hiptimer-{size}.png").write_bytes(drawn(size))
    (folder / "hiptimer.ico").write_bytes(ico({size: drawn(size) for size in WINDOWS}))
    macos = {kind: drawn(size) for kind, size in MACOS.items()}
    (folder / "hiptimer.icns").write_bytes(icns(macos))
    del app


if __name__ == "__main__":
    make_icons(ROOT / "build" / "icons")
    sys.exit()
