"""Asking where to put a sound file, and of which kind it shall be."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX_BY_FILTER = {
    "Ogg Vorbis, small (*.ogg)": ".ogg",
    "MP3, plays anywhere (*.mp3)": ".mp3",
    "WAV, exact and large (*.wav)": ".wav",
}


class SaveDialog(QFileDialog):
    """`file_chosen` carries a Path. The suffix follows the kind; one that is typed is kept."""

    file_chosen = Signal(object)

    def __init__(self, suggested: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Save as sound file", str(suggested.parent))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(list(SUFFIX_BY_FILTER))
        self.setDefaultSuffix(suggested.suffix)
        self.selectFile(suggested.name)
        self.filterSelected.connect(self._follow_kind)
        self.fileSelected.connect(self._give)

    def _follow_kind(self, name_filter: str) -> None:
        suffix = SUFFIX_BY_FILTER.get(name_filter)
        if suffix is None:
            return
        self.setDefaultSuffix(suffix)
        names = self.selectedFiles()
        if names and Path(names[0]).suffix in SUFFIX_BY_FILTER.values():
            self.selectFile(Path(names[0]).with_suffix(suffix).name)

    def _give(self, name: str) -> None:
        self.file_chosen.emit(Path(name))


def music_folder() -> Path:
    """Where this system keeps a person's music; their home where there is no such folder."""
    name = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
    folder = Path(name)
    return folder if name and folder.is_dir() else Path.home()
