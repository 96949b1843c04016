"""Asking what to do while the data folder that was chosen is not there."""

from PySide6.QtWidgets import QApplication

from hiptimer import resources
from hiptimer.app.choices import Choices
from hiptimer.app.data_place import gone_words, usual_words
from hiptimer.app.themes import Themes
from hiptimer.paths import Paths
from hiptimer.ui.fonts import load_fonts
from hiptimer.ui.missing_data import Instead, MissingDataDialog
from hiptimer.ui.theme import apply_theme


class MissingData:
    """A dialog before the window."""

    def __init__(self, app: QApplication, choices: Choices) -> None:
        paths = self._paths = choices.paths
        apply_theme(app, Themes(choices).of_pages(), load_fonts(resources.assets() / "fonts"))
        self.dialog = MissingDataDialog(gone_words(paths), usual_words(paths), self._is_there)

    def ask(self) -> Paths | None:
        """Where the data are then; None to end the program."""
        self.dialog.exec()
        if self.dialog.decision is Instead.QUIT:
            return None
        is_usual = self.dialog.decision is Instead.USUAL
        return self._paths.with_data("") if is_usual else self._paths

    def _is_there(self) -> bool:
        return not self._paths.is_gone
