"""Where sessions are exchanged with other computers."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from hiptimer.model.language import later, tr
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.settings.section import Section
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label

HINT = later(
    "A folder that Syncthing, Nextcloud, Dropbox or git keeps in step between your computers. "
    "Each session is a file there, and what your other computers add comes in by itself. "
    "Whoever sees the folder sees your sessions, notes and pain included."
)
NOWHERE = later("Sessions stay on this computer.")


class SyncSection(Section):
    """`folder_chosen` carries the folder as text, "" to keep nothing in step any more."""

    folder_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sync"), parent)
        self._folder = ""
        self.words = Label(tr(NOWHERE), semibold(15), wraps=True)
        self.status = Label("", regular(14), Tone.MUTED, wraps=True)
        self.choose = Button(tr("Choose a folder…"))
        self.turn_off = Button(tr("Turn off"), Look.QUIET)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choose)
        row.addWidget(self.turn_off)
        row.addStretch()
        self.add_row(tr("Sync folder"), tr(HINT), self.words, self.status, buttons)
        self.choose.setAccessibleName(tr("Choose a sync folder"))
        self.turn_off.setAccessibleName(tr("Turn the sync folder off; its files stay"))
        self.choose.clicked.connect(self._ask)
        self.turn_off.clicked.connect(self._turn_off)
        self.show_folder("")
        self.show_status("", "")

    def show_folder(self, folder: str) -> None:
        """Show it without telling anyone."""
        self._folder = folder
        self.words.setText(folder or tr(NOWHERE))
        self.turn_off.setVisible(bool(folder))

    def show_status(self, words: str, trouble: str) -> None:
        """What the last look at the folder came to."""
        text = trouble or words
        self.status.setText(text)
        self.status.setVisible(bool(text))

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Choose a sync folder"), self._folder or str(Path.home()))
        dialog.setObjectName("Choose a sync folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.fileSelected.connect(self.folder_chosen)
        dialog.open()

    def _turn_off(self) -> None:
        self.folder_chosen.emit("")
