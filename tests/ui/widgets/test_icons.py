from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from hiptimer.ui.widgets.icons import IconSet

FOLDER = Path(__file__).parents[3] / "assets/icons"


def painted(icons: IconSet, name: str, shade: QColor, ratio: float = 1.0) -> QImage:
    side = round(24 * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        icons.paint(painter, name, QRectF(0, 0, 24, 24), shade)
    finally:
        painter.end()
    return image


def full_pixels(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_is_drawn_in_the_colour_asked_for(file: Path, icons: IconSet) -> None:
    assert full_pixels(painted(icons, file.stem, QColor("#D9541E"))) == {"#d9541e"}
    assert full_pixels(painted(icons, file.stem, QColor("#4FC1C4"))) == {"#4fc1c4"}


def test_an_icon_is_sharp_on_a_dense_screen(icons: IconSet) -> None:
    dense = painted(icons, "history", QColor("black"), ratio=2.0)
    blown_up = painted(icons, "history", QColor("black")).scaled(48, 48)

    def half_tones(image: QImage) -> int:
        alphas = [image.pixelColor(x, y).alpha() for x in range(48) for y in range(48)]
        return sum(0 < alpha < 255 for alpha in alphas)

    assert half_tones(dense) < half_tones(blown_up)


def test_a_missing_icon_is_our_fault_and_told(icons: IconSet) -> None:
    with pytest.raises(FileNotFoundError):
        painted(icons, "no-such-icon", QColor("black"))
