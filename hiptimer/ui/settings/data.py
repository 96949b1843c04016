"""Where history and own files are, and where the log is."""

from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from hiptimer.model.language import later, tr
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.settings.section import Section
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label

HINT = later(
    "Your history, and your own exercises and routines. In another folder they are copied there "
    "and checked; what is in this one stays as it is."
)
LOG_HINT = later("What went wrong, for whoever mends it. Nothing of it is sent anywhere.")


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """`folder` is where things are kept. `may_move` says whether they may be kept elsewhere, and
    `is_usual` whether this is where the system keeps such things; `why_not` is why not to move.
    """

    folder: Path
    logs: Path
    may_move: bool
    is_usual: bool
    why_not: str = ""


class DataSection(Section):
    """`folder_wished` carries a folder as text, `opening_wished` one to look into."""

    folder_wished = Signal(str)
    usual_folder_wished = Signal()
    opening_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Data"), parent)
        self._kept: Kept | None = None
        self.words = Label("", semibold(15), wraps=True)
        self.told = Label("", regular(14), Tone.MUTED, wraps=True)
        self.open = Button(tr("Open the data folder"))
        self.move_ = Button(tr("Keep in another folder…"))
        self.usual = Button(tr("Back to the usual folder"), Look.QUIET)
        self.open_log = Button(tr("Open the log folder"))
        self.add_row(
            tr("Data folder"),
            tr(HINT),
            self.words,
            _at_left(self.open),
            _at_left(self.move_),
            _at_left(self.usual),
            self.told,
        )
        self.add_row(tr("Log"), tr(LOG_HINT), _at_left(self.open_log))
        self.open.clicked.connect(self._open)
        self.move_.clicked.connect(self._ask)
        self.usual.clicked.connect(self.usual_folder_wished)
        self.open_log.clicked.connect(self._open_log)
        self.tell("")

    def show_kept(self, kept: Kept) -> None:
        """Show it without telling anyone."""
        self._kept = kept
        self.words.setText(_breakable(kept.folder))
        self.move_.setVisible(kept.may_move)
        self.usual.setVisible(kept.may_move and not kept.is_usual)
        if kept.why_not:
            self.tell(kept.why_not)

    def tell(self, words: str) -> None:
        """What became of a wish."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _open(self) -> None:
        if self._kept is not None:
            self.opening_wished.emit(self._kept.folder)

    def _open_log(self) -> None:
        if self._kept is not None:
            self.opening_wished.emit(self._kept.logs)

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Choose a folder for your data"), str(Path.home()))
        dialog.setObjectName("Choose a folder for your data")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.fileSelected.connect(self.folder_wished)
        dialog.open()


def _at_left(button: Button) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch()
    return holder


def _breakable(folder: Path) -> str:
    """A long path may go on in the next line after each part of it."""
    return str(folder).replace("/", "/\u200b").replace("\\", "\\\u200b")
