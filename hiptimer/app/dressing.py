"""The theme on the screen: put on at the start, and again whenever another one is wanted."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hiptimer import resources
from hiptimer.app.themes import Themes
from hiptimer.ui.fonts import OF_THE_RAIL, load_fonts
from hiptimer.ui.theme import apply_theme


class Dressing(QObject):
    """Wears the person's theme; `changed` comes when it, or what the system shows, is another."""

    changed = Signal()

    def __init__(self, app: QApplication, themes: Themes) -> None:
        super().__init__()
        self._app = app
        self._themes = themes
        self._family = load_fonts(resources.assets() / "fonts", OF_THE_RAIL)
        self._dress()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.dress_anew)
        hints.accessibility().contrastPreferenceChanged.connect(self.dress_anew)

    def load_all_fonts(self) -> None:
        """For the pages."""
        load_fonts(resources.assets() / "fonts")

    def dress_anew(self) -> None:
        """Another theme may be chosen now."""
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        apply_theme(self._app, self._themes.of_pages(), self._family)
