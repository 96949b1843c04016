"""Asking where to put a sound file, and of which kind it shall be."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from hiptimer.model.language import later, tr

FILTER_BY_SUFFIX = {
    ".ogg": later("Ogg Vorbis, small (*.ogg)"),
    ".mp3": later("MP3, plays anywhere (*.mp3)"),
    ".wav": later("WAV, exact and large (*.wav)"),
}


class SaveDialog(QFileDialog):
    """`file_chosen` carries a Path. The suffix follows the kind; one that is typed is kept."""

    file_chosen = Signal(object)

    def __init__(self, suggested: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Save as sound file"), str(suggested.parent))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._suffixes = {tr(words): suffix for suffix, words in FILTER_BY_SUFFIX.items()}
        self.setNameFilters(list(self._suffixes))
        self.setDefaultSuffix(suggested.suffix)
        self.selectFile(suggested.name)
        self.filterSelected.connect(self._follow_kind)
        self.fileSelected.connect(self._give)

    def _follow_kind(self, name_filter: str) -> None:
        suffix = self._suffixes.get(name_filter)
        if suffix is None:
            return
        self.setDefaultSuffix(suffix)
        names = self.selectedFiles()
        if names and Path(names[0]).suffix in FILTER_BY_SUFFIX:
            self.selectFile(Path(names[0]).with_suffix(suffix).name)

    def _give(self, name: str) -> None:
        self.file_chosen.emit(Path(name))


def music_folder() -> Path:
    """Where this system keeps a person's music; their home where there is no such folder."""
    name = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
    folder = Path(name)
    return folder if name and folder.is_dir() else Path.home()
