"""Charts as they are seen: colours of the theme, and pictures of their own."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from past_figures import story
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from hiptimer.ui.history.charts.card import ChartCard
from hiptimer.ui.history.charts.kinds import ChartKind
from hiptimer.ui.history.charts.view import ChartView
from hiptimer.ui.theme import Theme, apply_theme

RANGED = tuple(kind for kind in ChartKind if kind is not ChartKind.STORY)
Turn = Callable[[ChartKind], ChartView]


@pytest.fixture
def themes(light: Theme, dark: Theme) -> tuple[Theme, Theme]:
    return light, dark


@pytest.fixture
def dressed_dark(
    qapp: QApplication, card: ChartCard, themes: tuple[Theme, Theme], family: str
) -> tuple[Theme, Theme]:
    apply_theme(qapp, themes[1], family)
    return themes


def colours_in(image: QImage) -> set[str]:
    pixels = np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint32)
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in np.unique(pixels)}


def colours_of(widget: QWidget) -> set[str]:
    return colours_in(widget.grab().toImage())


def test_a_change_of_theme_reaches_every_chart(
    qapp: QApplication, turn_to: Turn, themes: tuple[Theme, Theme], family: str
) -> None:
    light, dark = themes
    for kind in (ChartKind.WEEKS, ChartKind.EXERCISES):
        view = turn_to(kind)
        assert light.accent.lower() in colours_of(view)
        apply_theme(qapp, dark, family)
        found = colours_of(view)
        assert dark.accent.lower() in found
        assert light.accent.lower() not in found
        assert light.card.lower() not in found
        apply_theme(qapp, light, family)


def test_the_marked_place_is_seen(filled: ChartCard, turn_to: Turn, light: Theme) -> None:
    view = turn_to(ChartKind.WEEKS)
    assert light.chip.lower() not in colours_of(view)
    view.point_to(3)
    assert light.chip.lower() in colours_of(view)


@pytest.mark.parametrize("kind", RANGED)
def test_a_picture_is_light_and_says_what_it_is_of(
    dressed_dark: tuple[Theme, Theme],
    filled: ChartCard,
    turn_to: Turn,
    kind: ChartKind,
    tmp_path: Path,
) -> None:
    light, dark = dressed_dark
    turn_to(kind)
    filled.save_picture(tmp_path / "chart.png")
    assert filled.readout.text() == "Saved as chart.png."
    image = QImage(str(tmp_path / "chart.png"))
    assert image.width() == 1920
    assert image.pixelColor(3, 3) == QColor(light.card)
    assert image.text("Title") == filled.title.text()
    found = colours_in(image)
    assert light.accent.lower() in found
    assert dark.accent.lower() not in found
    filled.save_picture(tmp_path / "chart.svg")
    words = " ".join(ET.parse(tmp_path / "chart.svg").getroot().itertext())
    assert filled.title.text() in words
    assert "to 21 Nov 2025" in words


def test_a_title_with_signs_of_its_own_makes_a_whole_svg(
    filled: ChartCard, turn_to: Turn, tmp_path: Path
) -> None:
    turn_to(ChartKind.WEEKS)
    filled.show_story("Hüfte <&> 한", story(20))
    filled.save_picture(tmp_path / "chart.svg")
    root = ET.parse(tmp_path / "chart.svg").getroot()
    assert "Hüfte <&> 한: its story" in " ".join(root.itertext())


def test_a_picture_that_cannot_be_written_is_told(
    filled: ChartCard, turn_to: Turn, tmp_path: Path
) -> None:
    turn_to(ChartKind.EXERCISES)
    filled.save_picture(tmp_path / "nowhere" / "chart.png")
    assert filled.readout.text().startswith("The picture could not be written to ")
    assert "No such file" in filled.readout.text()
