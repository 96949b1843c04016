"""Which theme the person chose, for the pages and for the workout."""

import logging

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hiptimer import resources
from hiptimer.app.choices import Choices
from hiptimer.ui.theme import Theme, ThemeError, read_theme

log = logging.getLogger(__name__)


class Themes:
    """Read anew each time: the choice and the system's own scheme may change."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices

    def of_pages(self) -> Theme:
        return _theme(self._choices.settings.theme)

    def of_workout(self) -> Theme:
        settings = self._choices.settings
        same = settings.workout_theme == "same"
        return _theme(settings.theme if same else settings.workout_theme)


def _theme(wanted: str) -> Theme:
    """As wanted; where its file is damaged another one, rather than no window."""
    name = _of_system() if wanted == "system" else wanted
    try:
        return read_theme(resources.asset_bytes(f"themes/{name}.toml"))
    except ThemeError as error:
        log.warning("The theme %s cannot be used: %s", name, error)
        instead = "dark" if name == "light" else "light"
        return read_theme(resources.asset_bytes(f"themes/{instead}.toml"))


def _of_system() -> str:
    """High contrast where the person asked the system for it, else its light or dark."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
