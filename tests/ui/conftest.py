"""The window's dress, as the program puts it on at its start."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hiptimer.ui.fonts import load_fonts
from hiptimer.ui.theme import Theme, apply_theme, read_theme
from hiptimer.ui.widgets.icons import IconSet

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture(scope="session")
def family(qapp: QApplication) -> str:
    return load_fonts(ASSETS / "fonts")


@pytest.fixture(scope="session")
def light() -> Theme:
    return read_theme((ASSETS / "themes/light.toml").read_bytes())


@pytest.fixture(scope="session")
def dark() -> Theme:
    return read_theme((ASSETS / "themes/dark.toml").read_bytes())


@pytest.fixture(scope="session")
def high_contrast() -> Theme:
    return read_theme((ASSETS / "themes/contrast.toml").read_bytes())


@pytest.fixture
def dressed(qapp: QApplication, light: Theme, family: str) -> None:
    apply_theme(qapp, light, family)


@pytest.fixture
def icons(dressed: None) -> IconSet:
    return IconSet(ASSETS / "icons")
